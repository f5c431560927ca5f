"""What stands beside the pages for servers: packed copies, headers, and a configuration that a real nginx serves them with."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import zlib
from pathlib import Path

import brotli
import pytest
from building import HOME, manifest

from site_src.bundle.folder import folder_files
from site_src.compress import ENDS, TEXTS, compress
from site_src.hosting import ASK_AGAIN, EDITOR_SENT, FOREVER, FRAMED_SENT, HEADERS, OF_PAGES, SAVED_SENT, apache, netlify, nginx
from site_src.own_server import apache_host, caddy, write_servers

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


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


def test_every_host_says_the_same(site):
    assert (site / "_headers").read_text(encoding="utf-8") == netlify()
    assert (site / ".htaccess").read_text(encoding="utf-8") == apache()
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in netlify()
        assert f'Header always set {name} "{value}"' in apache()
        said = {"Content-Security-Policy": "$kebijakan", "Permissions-Policy": "$izin", "X-Frame-Options": "$bingkai"}.get(name, value)
        assert f'add_header {name} "{said}" always;' in nginx()


def test_what_is_sent_with_a_page_lets_it_carry_its_own_styles(site):
    """Two policies hold at once: a style that the page names and the server does not is not drawn."""
    for page in site.rglob("*.html"):
        path = page.relative_to(site).as_posix()
        sent = SAVED_SENT if path.startswith("simpan/") else FRAMED_SENT if path.startswith("sematkan/isi/") else HEADERS["Content-Security-Policy"]
        for style in re.findall(r"<style>(.*?)</style>", page.read_text(encoding="utf-8"), re.DOTALL) if not path.startswith("kelola/") else ():
            assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in sent, path


def test_the_policy_allows_nothing_inline_and_nobody_else():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self';")


CADDY, APACHE = (shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin") for name in ("caddy", "apache2"))
MODULES = Path("/usr/lib/apache2/modules")
SERVERS = [pytest.param(name, marks=pytest.mark.skipif(found is None, reason=f"{name} tidak terpasang (apt-get install {package})"))
           for name, found, package in (("nginx", NGINX, "nginx"), ("caddy", CADDY, "caddy"), ("apache", APACHE, "apache2-bin"))]


def start_nginx(place, port, site):
    temporary = "".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "situs.conf").write_text(nginx(f"127.0.0.1:{port}", str(site)))
    (place / "nginx.conf").write_text(f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {place}/pid; error_log {place}/galat; events {{}} http {{ {temporary} types {{ text/html html; text/css css; "
                                      f"application/javascript js; image/svg+xml svg; application/json json; text/plain txt; }} access_log {place}/kunjungan; include situs.conf; }}")
    return [NGINX, "-p", str(place), "-c", str(place / "nginx.conf")]


def start_caddy(place, port, site):
    (place / "Caddyfile").write_text(caddy(f"http://127.0.0.1:{port}", str(site)))
    return [CADDY, "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"]


def start_apache(place, port, site):
    modules = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias", "env")
    loads = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in modules if (MODULES / f"mod_{name}.so").exists())
    user = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""
    unix = f"LoadModule unixd_module {MODULES}/mod_unixd.so\n" if (MODULES / "mod_unixd.so").exists() else ""
    (place / "httpd.conf").write_text(f"ServerName situs\nServerRoot {place}\nPidFile {place}/pid\nListen 127.0.0.1:{port}\nErrorLog {place}/galat\n{loads}\n{unix}{user}TypesConfig /etc/mime.types\n"
                                      # What Debian sets for every host that has no log of its own (other-vhosts-access-log.conf).
                                      f'LogFormat "%h %U" semua\nCustomLog {place}/kunjungan semua\n'
                                      + apache_host(f"127.0.0.1:{port}", str(site)))
    return [APACHE, "-f", str(place / "httpd.conf"), "-D", "FOREGROUND"]


@pytest.fixture(scope="module", params=SERVERS)
def ask(request, site):
    """``ask(path, **headers)`` -> ``(status, headers, body)`` from a real server with the configuration we publish."""
    # Apache gives up root's rights, and cannot look into pytest's own folders.
    with tempfile.TemporaryDirectory(prefix="server-") as name:
        place = Path(name)
        place.chmod(0o755)
        served = shutil.copytree(site, place / "site")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = {"nginx": start_nginx, "caddy": start_caddy, "apache": start_apache}[request.param](place, port, served)
        home = {**os.environ, "HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name}
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=home)

        def get(path, **headers):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()

        for _ in range(200):
            try:
                get("/")
                break
            except OSError:
                assert running.poll() is None, running.stdout.read().decode()
                time.sleep(0.05)
        get.server = request.param
        yield get
        running.terminate()
        said = running.communicate(timeout=10)[0].decode()
        logs = "".join(path.read_text(errors="replace") for path in (place / "kunjungan", place / "galat") if path.exists())
        assert [line for line in (said + logs).splitlines() if "127.0.0.1" in line and "/topik/" in line] == [], "kunjungan dicatat"


def test_only_the_editor_has_a_looser_policy(ask):
    assert ask("/kelola/")[1]["content-security-policy"] == EDITOR_SENT
    assert ask("/")[1]["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert f"/kelola/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {EDITOR_SENT}\n" in netlify()


def test_a_server_sends_the_packed_copy_as_it_is(ask, site):
    status, headers, body = ask("/topik/kdrt/", Accept_Encoding="gzip")
    assert (status, headers["content-encoding"], headers["content-type"].casefold(), "Accept-Encoding" in headers["vary"]) == (200, "gzip", "text/html; charset=utf-8", True)
    assert body == (site / "topik/kdrt/index.html.gz").read_bytes()
    assert ask("/topik/kdrt/")[2] == (site / "topik/kdrt/index.html").read_bytes()
    if ask.server != "nginx":
        assert ask("/topik/kdrt/", Accept_Encoding="br, gzip")[2] == (site / "topik/kdrt/index.html.br").read_bytes()


@pytest.mark.parametrize("path", ["/", "/topik/kdrt/", "/data/kontak.json", "/tidak/ada/"])
def test_a_server_sends_every_header_with_every_answer(ask, path):
    status, headers, _ = ask(path)
    assert status == (404 if "tidak" in path else 200)
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert headers["cache-control"] == ASK_AGAIN and not re.search(r"\d", headers.get("server", "") if ask.server != "apache" else "")


def test_a_server_lets_an_asset_be_kept_for_ever_and_asks_again_for_a_page(ask, site):
    sheet = next((site / "aset").glob("gaya-*.css")).name
    headers = ask(f"/aset/{sheet}")[1]
    assert headers["cache-control"] == FOREVER and headers["x-content-type-options"] == "nosniff"
    # Nothing that only a page obeys: it costs a slow phone a kilobyte for every file.
    assert [name for name in OF_PAGES if name.lower() in headers] == [] and sum(len(name) + len(value) + 4 for name, value in headers.items()) < 700
    tag = ask("/", Accept_Encoding="gzip")[1]["etag"]
    assert ask("/", Accept_Encoding="gzip", If_None_Match=tag)[::2] == (304, b"")


def test_a_server_shows_our_error_page_and_hides_the_files_for_servers(ask, site):
    assert ask("/tidak/ada/")[2] == (site / "404.html").read_bytes()
    hidden = ("/_headers", "/.htaccess", "/data/") if ask.server != "apache" else ("/.htaccess", "/_headers", "/data/")
    assert {ask(path)[0] for path in hidden} <= {404, 403} and ask("/_headers")[0] == 404


def test_a_build_leaves_the_files_for_a_server_of_ones_own(built_once):
    written = {path.name: path.read_text(encoding="utf-8") for path in (built_once[0].root / "build" / "hosting").iterdir()}
    assert set(written) == {"nginx.conf", "Caddyfile", "apache.conf"} and all(str(built_once[0].site) in text for text in written.values())


def test_the_committed_files_for_servers_are_those_that_are_written(tmp_path):
    write_servers(tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {path.name: path.read_text() for path in (HOME / "hosting").iterdir()}, "Jalankan python3 scripts/hosting.py"
    write_servers(tmp_path, "/home/kota/site")
    assert all("/home/kota/site" in path.read_text() for path in tmp_path.iterdir())
