"""The tiny city packed once for each worker, in a project that a test may read but not spoil; the real city's sheets typeset once for all of them."""

from __future__ import annotations

import hashlib
import http.server
import json
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
import zipfile
from datetime import date
from functools import partial

import pytest
from building import HOME

from site_src import cli, pipeline
from site_src.bundle.commands import read_built
from site_src.hosting import nginx
from site_src.prints import typeset

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def packed(built_once, tmp_path_factory):
    """A copy of the built tiny city with a whole ``dist/``."""
    root = tmp_path_factory.mktemp("paket") / "proyek"
    shutil.copytree(built_once[0].root, root)
    assert cli.main(["pack", "semua", "--root", str(root), "--tanggal", str(TODAY)]) == 0
    return root


@pytest.fixture(scope="session")
def built(packed):
    """The site that was packed, with its ledger."""
    return read_built(packed, TODAY)


@pytest.fixture(scope="session")
def real_city():
    """The ledger of the real city, whose names and pages are the longest there are."""
    return pipeline.check(HOME, TODAY).ledger


@pytest.fixture(scope="session")
def pressed(tmp_path_factory):
    """``pressed(sheet)`` -> its PDF: the same sheet is typeset once, for whichever worker asks first."""
    own = tmp_path_factory.getbasetemp()
    kept = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lembar"
    kept.mkdir(exist_ok=True)

    def press(sheet):
        pdf = kept / hashlib.sha256(json.dumps(sheet, sort_keys=True).encode()).hexdigest()
        if not pdf.exists():
            made = kept / f"{pdf.name}-{os.getpid()}"
            made.write_bytes(typeset(sheet))
            made.replace(pdf)
        return pdf.read_bytes()

    return press


@pytest.fixture
def own(packed, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(packed, tmp_path / "milik")


@pytest.fixture(scope="session")
def stick(packed, tmp_path_factory):
    """The zip as somebody unpacks it, in a folder with a space in its name."""
    place = tmp_path_factory.mktemp("stik") / "USB Sekolah"
    with zipfile.ZipFile(packed / "dist" / "info-warga.zip") as archive:
        archive.extractall(place)
    return place / "info-warga"


@pytest.fixture(scope="module")
def served_by_nginx(built_once, tmp_path_factory):
    """The address of the built tiny city behind a real nginx with the configuration we publish."""
    place = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = "".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "situs.conf").write_text(nginx(f"127.0.0.1:{port}", str(built_once[0].site)))
    (place / "nginx.conf").write_text(f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {place}/pid; error_log {place}/galat; events {{}} http {{ {temporary} types {{ text/html html; text/css css; "
                                      f"application/javascript js; image/svg+xml svg; application/json json; }} include situs.conf; }}")
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    running = subprocess.Popen([program, "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            break
        except OSError:
            assert running.poll() is None
            time.sleep(0.05)
    yield address
    running.terminate()
    running.wait(10)


@pytest.fixture
def serve():
    """``serve(folder)`` -> its address, until the test ends."""
    running = []

    def start(folder):
        quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()
