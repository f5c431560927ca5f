"""A school without internet: the site for every phone on one wifi, with the right headers and no note of who looked."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import threading

import pytest
from building import HOME

from site_src.hosting import ASK_AGAIN, EDITOR_SENT, FOREVER, FRAMED_SENT, HEADERS, SAVED_SENT
from site_src.lan import addresses, invitation, open_server


@pytest.fixture(scope="module")
def ask(built_once):
    server = open_server(built_once[0].site, 0, "127.0.0.1")
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def get(path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    yield get
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "policy", "frame"), [("/kelola/", EDITOR_SENT, "SAMEORIGIN"), ("/sematkan/isi/", FRAMED_SENT, None), ("/simpan/", SAVED_SENT, "SAMEORIGIN")])
def test_the_pages_with_a_policy_of_their_own_have_it_here_too(ask, path, policy, frame):
    status, headers, _ = ask(path)
    assert (status, headers["content-security-policy"], headers.get("x-frame-options")) == (200, policy, frame)


@pytest.mark.parametrize("path", ["/", "/topik/kdrt/", "/data/kontak.json", "/tidak/ada/"])
def test_every_answer_has_the_headers_of_a_real_host(ask, path):
    status, headers, _ = ask(path)
    assert status == (404 if "tidak" in path else 200)
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS and headers["cache-control"] == ASK_AGAIN
    assert not re.search(r"\d", headers["server"])


def test_the_packed_copy_is_sent_where_it_is_taken(ask, built_once):
    site = built_once[0].site
    status, headers, body = ask("/topik/kdrt/", Accept_Encoding="gzip, br")
    assert (status, headers["content-encoding"], headers["content-type"]) == (200, "gzip", "text/html; charset=utf-8")
    assert body == (site / "topik/kdrt/index.html.gz").read_bytes()
    assert ask("/topik/kdrt/")[2] == (site / "topik/kdrt/index.html").read_bytes()
    sheet = next((site / "aset").glob("gaya-*.css")).name
    assert ask(f"/aset/{sheet}")[1]["cache-control"] == FOREVER and ask("/kelola/")[1]["content-security-policy"] == EDITOR_SENT


@pytest.mark.parametrize("path", ["/_headers", "/.htaccess", "/data/", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/..%2fmkdocs.yml", "//etc/passwd", "/topik/..%2f..%2fhotlines.yaml"])
def test_nothing_else_is_given_away(ask, built_once, path):
    assert ask(path)[::2] == (404, (built_once[0].site / "404.html").read_bytes())


def test_an_address_without_its_stroke_leads_to_the_page(ask):
    assert ask("/topik/kdrt")[0] == 301 and ask("/topik/kdrt")[1]["location"] == "/topik/kdrt/"


def test_the_code_holds_the_first_address():
    said = invitation(["10.0.0.7", "192.168.1.5"], 8000)
    assert "  http://10.0.0.7:8000/" in said and "  http://192.168.1.5:8000/" in said
    blocks = [line for line in said.splitlines() if re.search("[▀▄█]", line)]
    assert len(blocks) > 10 and len({len(line) for line in blocks}) == 1
    assert "tidak tersambung" in invitation([], 8000)
    assert all(re.fullmatch(r"\d+(\.\d+){3}", one) and not one.startswith("127.") for one in addresses())


def test_the_command_says_where_and_writes_down_nobody(built_once, tmp_path):
    running = subprocess.Popen([sys.executable, "-m", "site_src.cli", "serve", "--lan", "--port", "0", "--root", str(built_once[0].root)], cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    seen = []
    for line in running.stderr:
        seen.append(line)
        if "Ctrl+C" in line or "tidak tersambung" in line:
            break
    match = re.search(r"http://([\d.]+):(\d+)/", "".join(seen))
    if match:
        connection = http.client.HTTPConnection(match[1], int(match[2]), timeout=5)
        connection.request("GET", "/topik/kdrt/")
        assert connection.getresponse().status == 200
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=10)
    assert running.returncode == 0 and out == "" and err.strip() == "Berhenti."
    without = subprocess.run([sys.executable, "-m", "site_src.cli", "serve", "--lan", "--root", str(tmp_path)], cwd=HOME, capture_output=True, text=True, encoding="utf-8")
    assert without.returncode == 2 and "Bangun dulu" in without.stderr
