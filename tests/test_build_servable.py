"""What stands beside the pages for servers: packed copies, headers, and a configuration that a real nginx serves them with."""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import socket
import subprocess
import time
import zlib

import brotli
import pytest
from building import HOME, manifest

from site_src.bundle.folder import folder_files
from site_src.compress import ENDS, TEXTS, compress
from site_src.hosting import EDITOR_SENT, ASK_AGAIN, FOREVER, HEADERS, apache, netlify, nginx

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx tidak terpasang (apt-get install nginx)")


@pytest.fixture(scope="module")
def site(built_once):
    return built_once[0].site


def test_every_packed_copy_is_its_file_and_smaller(site):
    copies = [path for path in site.rglob("*") if path.suffix in ENDS]
    for copy in copies:
        raw, packed = copy.with_suffix("").read_bytes(), copy.read_bytes()
        assert (zlib.decompress(packed, 31) if copy.suffix == ".gz" else brotli.decompress(packed)) == raw
        assert len(packed) < len(raw), copy
    assert {path.with_suffix("") for path in copies} >= {path for path in site.rglob("*.html")} | set((site / "aset").glob("*.css"))


def test_a_packed_copy_says_nothing_about_when_it_was_made(site):
    assert {path.read_bytes()[3:8] for path in site.rglob("*.gz")} == {b"\0" * 5}


def test_the_best_copies_are_no_larger_and_always_the_same(site, tmp_path):
    quick, best, again = (shutil.copytree(site, tmp_path / name) for name in ("cepat", "rilis", "lagi"))
    compress(best, best=True)
    compress(again, best=True)
    assert manifest(best) == manifest(again)
    total = [sum(path.stat().st_size for path in folder.rglob("*.br")) for folder in (quick, best)]
    assert total[1] < 0.97 * total[0]


def test_a_file_that_does_not_shrink_loses_an_old_copy(tmp_path):
    for name, content in (("a.txt", b"ab"), ("a.txt.gz", b"x"), ("a.txt.br", b"x"), ("b.txt", b"b" * 500), ("c.png", b"c" * 500)):
        (tmp_path / name).write_bytes(content)
    assert compress(tmp_path, best=False) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "b.txt.br", "b.txt.gz", "c.png"]


def test_what_somebody_carries_away_holds_no_copy_twice_and_no_headers(site):
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    carried = folder_files(files, "/", "Salinan.")
    assert [name for name in carried if name.endswith(ENDS) or name in ("_headers", ".htaccess")] == []
    assert {name for name in carried if name.endswith(".html")} == {name for name in files if name.endswith(".html")}


def test_an_asset_carries_its_content_in_its_name(site):
    for path in (site / "aset").iterdir():
        if path.suffix not in ENDS:
            assert hashlib.sha256(path.read_bytes()).hexdigest()[:10] in path.name


def test_the_committed_configuration_is_the_one_that_is_written():
    assert (HOME / "hosting" / "nginx.conf").read_text(encoding="utf-8") == nginx(), "Jalankan python3 scripts/hosting.py"


def test_every_host_says_the_same(site):
    assert (site / "_headers").read_text(encoding="utf-8") == netlify()
    assert (site / ".htaccess").read_text(encoding="utf-8") == apache()
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in netlify()
        assert f'Header always set {name} "{value}"' in apache()
        said = "$kebijakan" if name == "Content-Security-Policy" else value
        assert f'add_header {name} "{said}" always;' in nginx()


def test_the_policy_allows_nothing_inline_and_nobody_else():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self';")


@pytest.fixture(scope="module")
def ask(site, tmp_path_factory):
    """``ask(path, **headers)`` -> ``(status, headers, body)`` from a real nginx with the configuration we publish."""
    place = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = "".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "situs.conf").write_text(nginx(f"127.0.0.1:{port}", str(site)))
    (place / "nginx.conf").write_text(f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {place}/pid; error_log {place}/galat; events {{}} http {{ {temporary} types {{ text/html html; text/css css; "
                                      f"application/javascript js; image/svg+xml svg; application/json json; text/plain txt; }} access_log {place}/kunjungan; include situs.conf; }}")
    running = subprocess.Popen([NGINX, "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.PIPE)

    def get(path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    for _ in range(100):
        try:
            get("/")
            break
        except OSError:
            assert running.poll() is None, running.stderr.read().decode()
            time.sleep(0.05)
    yield get
    running.terminate()
    running.wait(10)
    assert not (place / "kunjungan").exists() or (place / "kunjungan").read_text() == ""


@needs_nginx
def test_only_the_editor_has_a_looser_policy(ask):
    assert ask("/kelola/")[1]["content-security-policy"] == EDITOR_SENT
    assert ask("/")[1]["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert f"/kelola/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {EDITOR_SENT}\n" in netlify()


@needs_nginx
def test_nginx_sends_the_packed_copy_as_it_is(ask, site):
    status, headers, body = ask("/topik/kdrt/", Accept_Encoding="gzip")
    assert (status, headers["content-encoding"], headers["content-type"], headers["vary"]) == (200, "gzip", "text/html; charset=utf-8", "Accept-Encoding")
    assert body == (site / "topik/kdrt/index.html.gz").read_bytes()
    assert ask("/topik/kdrt/")[2] == (site / "topik/kdrt/index.html").read_bytes()


@needs_nginx
@pytest.mark.parametrize("path", ["/", "/topik/kdrt/", "/data/kontak.json", "/tidak/ada/"])
def test_nginx_sends_every_header_with_every_answer(ask, path):
    status, headers, _ = ask(path)
    assert status == (404 if "tidak" in path else 200)
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert (headers["cache-control"], headers["server"]) == (ASK_AGAIN, "nginx")


@needs_nginx
def test_nginx_lets_an_asset_be_kept_for_ever_and_asks_again_for_a_page(ask, site):
    sheet = next((site / "aset").glob("gaya-*.css")).name
    assert ask(f"/aset/{sheet}")[1]["cache-control"] == FOREVER
    tag = ask("/", Accept_Encoding="gzip")[1]["etag"]
    assert ask("/", Accept_Encoding="gzip", If_None_Match=tag)[::2] == (304, b"")


@needs_nginx
def test_nginx_shows_our_error_page_and_hides_the_files_for_servers(ask, site):
    assert ask("/tidak/ada/")[2] == (site / "404.html").read_bytes()
    assert [ask(path)[0] for path in ("/_headers", "/.htaccess", "/data/")] == [404, 404, 404]
