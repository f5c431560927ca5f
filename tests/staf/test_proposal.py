"""A proposal as somebody sees it who only downloads and double-clicks: the site, and pictures of what changed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
import zipfile
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from building import CITY, HOME, NOON, Project, environment
from PIL import Image

from site_src.proposal import PICTURES, changed_pages, gallery
from site_src.proposal.before import site_of
from site_src.proposal.hosted import NotHosted, host


@pytest.fixture
def changed(project):
    """The tiny city after somebody changed a number, removed a page and wrote nothing else; ``origin/main`` is as before."""
    for line in ("init -q -b main", "add -A", "-c user.name=a -c user.email=a@contoh.id commit -q -m awal", "update-ref refs/remotes/origin/main HEAD"):
        subprocess.run(["git", *line.split()], cwd=project.root, check=True)
    project.edit("content/layanan/klinik.md", "Mo-Fr 08:00-16:00; PH off", "Mo-Sa 08:00-16:00; PH off")
    (project.root / "content/pencegahan/tetangga.md").rename(project.root / "content/pencegahan/warga.md")
    done = project.build("--izinkan-berkurang")
    assert done.returncode == 0, done.stdout
    return project


def test_only_pages_that_read_differently_are_named(built_once, changed):
    pairs = changed_pages(built_once[0].site, changed.site)
    seen = {pair.file: (pair.before, pair.after) for pair in pairs}
    assert seen["layanan/klinik/index.html"] == (True, True)
    assert seen["pencegahan/tetangga/index.html"] == (True, False) and seen["pencegahan/warga/index.html"] == (False, True)
    assert "darurat/index.html" not in seen and not any(file.startswith("kelola/") for file in seen)
    assert changed_pages(changed.site, changed.site) == []
    assert len({pair.name for pair in pairs}) == len(pairs)


RUN = """
import runpy, sys, types
from pathlib import Path
ROOT, script = Path(sys.argv[1]), sys.argv[2]
sys.modules["_lingkungan"] = types.SimpleNamespace(enter=lambda lock: None, ROOT=ROOT, BUILD_LOCK="", TEST_LOCK="")
sys.path[:0] = [str(ROOT), str(Path(script).parent)]
sys.argv = sys.argv[2:]
runpy.run_path(script, run_name="__main__")
"""
"""A script of ours with this Python instead of the checkout's .venv, on a project elsewhere."""


def test_the_command_of_the_workflow_makes_a_folder_that_opens_by_double_click_and_shows_both_pictures(browser, changed):
    out = changed.root / "build" / "pratinjau"
    done = subprocess.run([sys.executable, "-c", RUN, str(changed.root), str(HOME / "scripts/pratinjau.py")], capture_output=True, text=True, encoding="utf-8",
                          env=environment({"SOURCE_DATE_EPOCH": NOON, "GITHUB_BASE_REF": "main"}))
    assert done.returncode == 0, done.stdout + done.stderr
    clinic = [Image.open(out / PICTURES / f"layanan-klinik-{when}.png") for when in ("sebelum", "sesudah")]
    assert [picture.width for picture in clinic] == [360, 360] and clinic[0].tobytes() != clinic[1].tobytes()
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto((out / "perubahan.html").as_uri())
    shown = page.locator("img")
    assert shown.count() == len(list((out / PICTURES).iterdir())) and all(shown.nth(place).evaluate("one => one.naturalWidth") == 360 for place in range(shown.count()))
    assert page.get_by_text("(tidak ada)").count() == 2
    page.get_by_role("link", name="Buka seluruh situs").click()
    page.locator('article a[href*="topik/kdrt"]').first.click()
    assert page.url.endswith("topik/kdrt/index.html") and "Pratinjau usulan" in page.inner_text("body")
    context.close()


def test_the_old_content_is_built_with_todays_code(tmp_path):
    with ExitStack() as stack:
        site = site_of(str(CITY), HOME, stack)
        assert site and (site / "topik/kdrt/index.html").is_file()
    assert not site.exists()


def test_content_that_no_longer_passes_gives_no_pictures_of_before(tmp_path):
    Project(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "hotlines.yaml").write_text("hotline: salah\n", encoding="utf-8")
    with ExitStack() as stack:
        assert site_of(str(tmp_path), HOME, stack) is None
    assert "hanya keadaan sesudahnya" in gallery([], [], False)


class Host(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.seen.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.code)
        self.end_headers()
        self.wfile.write(json.dumps({"url": "http://lama.contoh", "deploy_ssl_url": "https://usulan--kota.contoh.id"}).encode())

    def log_message(self, *said):
        pass


@pytest.fixture
def there():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.seen, server.code = [], 200
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, {"PRATINJAU_ALAMAT": f"http://127.0.0.1:{server.server_port}/deploys", "PRATINJAU_TOKEN": "kunci"}
    server.shutdown()
    server.server_close()


def test_a_preview_is_hosted_only_with_a_token(there, built_once):
    server, environment = there
    assert host(built_once[0].site, {**environment, "PRATINJAU_TOKEN": ""}) is None and server.seen == []
    assert host(built_once[0].site, environment) == "https://usulan--kota.contoh.id"
    path, headers, body = server.seen[0]
    assert (path, headers["Authorization"]) == ("/deploys", "Bearer kunci")
    assert {"index.html", "_headers", "topik/kdrt/index.html"} <= set(zipfile.ZipFile(io.BytesIO(body)).namelist())
    server.code = 401
    with pytest.raises(NotHosted, match="401"):
        host(built_once[0].site, environment)
    with pytest.raises(NotHosted, match="https"):
        host(built_once[0].site, {**environment, "PRATINJAU_ALAMAT": "http://contoh.id/"})


def test_the_hook_without_a_token_says_so(project):
    done = subprocess.run([sys.executable, "-c", RUN, str(project.root), str(HOME / "scripts/pratinjau_kirim.py")], capture_output=True, text=True, encoding="utf-8", env=environment())
    assert (done.returncode, done.stdout.strip()) == (0, "Tidak ada alamat dan token hosting pratinjau; dilewati.")
