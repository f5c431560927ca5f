"""Each way a source can be gone, asked of real servers on this computer."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_src.links.ask import AGENT, Asker
from site_src.links.commands import main
from site_src.links.gather import addresses
from site_src.links.judge import Answer, Verdict, family, judge, taken_over
from site_src.links.report import Finding, as_issue, as_json, as_text, needs_somebody
from site_src.load import load_site
from site_src.problems import Place

HERE = Path(__file__).resolve().parent
CERTIFICATES, CITY = HERE / "tautan", HERE / "city"
GAMBLING = "<html><title>SLOT GACOR maxwin hari ini</title><body>Situs slot, togel, dan RTP live terpercaya</body></html>"
PARKED = "<html><title>contoh.id</title><body>This domain is for sale. Buy this domain.</body></html>"
WARNING = "<html><title>Bahaya judi online bagi keluarga</title><body>Judi online merusak rumah tangga. Hubungi petugas.</body></html>"
RIGHT = "<html><title>Dinas Contoh</title><body>Layanan kami.</body></html>"


class Host(BaseHTTPRequestHandler):
    """Answers by path, and remembers what it was asked."""

    def do_GET(self):
        self.server.asked.append((time.monotonic(), self.path, self.headers["User-Agent"]))
        route = self.server.routes.get(self.path, (404, "<html>tidak ada</html>", {}))
        status, page, headers = route() if callable(route) else route
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.encode())
        except OSError:
            # The asker has hung up, as it should.
            pass

    def log_message(self, *words):
        pass


@pytest.fixture
def serve():
    """``serve(routes)`` gives a running host; ``certificate`` makes it speak TLS."""
    running = []

    def start(routes, certificate=""):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        server.routes, server.asked = routes, []
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATES / certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.address = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def trusting(**options):
    return Asker(timeout=1.0, pause=0.0, context=ssl.create_default_context(cafile=CERTIFICATES / "ca.pem"), **options)


def verdict(url, asker=None):
    return judge(next((asker or trusting()).ask_all([url])))


def page(text, status=200, **headers):
    return (status, text, headers)


def to(where, status=301):
    return (status, "", {"Location": where})


def test_a_page_that_is_there_is_alive(serve):
    assert verdict(serve({"/a": page(RIGHT)}).address + "/a") == (Verdict.ALIVE, "menjawab")


@pytest.mark.parametrize("status", [404, 410])
def test_only_not_found_and_gone_are_dead(serve, status):
    assert verdict(serve({"/a": page("", status)}).address + "/a")[0] is Verdict.DEAD


@pytest.mark.parametrize("status", [401, 403, 405, 408, 429, 451, 500, 502, 503, 504, 999])
def test_a_refusal_or_a_fault_is_never_called_dead(serve, status):
    assert verdict(serve({"/a": page("", status)}).address + "/a")[0] is Verdict.REFUSED


def test_a_host_that_says_nothing_in_time_is_not_dead(serve):
    def slow():
        time.sleep(1.5)
        return page(RIGHT)

    assert verdict(serve({"/a": slow}).address + "/a") == (Verdict.REFUSED, "server tidak menjawab pada waktunya")


def test_a_host_that_drips_does_not_hold_us(serve):
    server = serve({})
    listener = socket.create_server(("127.0.0.1", 0))

    def drip():
        for _ in range(2):
            client, _ = listener.accept()
            client.recv(4096)
            client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            try:
                for _ in range(30):
                    client.sendall(b"x")
                    time.sleep(0.1)
            except OSError:
                pass

    threading.Thread(target=drip, daemon=True).start()
    started = time.monotonic()
    assert verdict(f"http://127.0.0.1:{listener.getsockname()[1]}/a")[0] is Verdict.REFUSED
    assert time.monotonic() - started < 4
    listener.close()
    assert server.asked == []


def test_a_closed_port_is_not_dead():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert verdict(f"http://127.0.0.1:{port}/a")[0] is Verdict.REFUSED


def test_a_host_whose_name_is_gone_is_dead(monkeypatch):
    def gone(*words, **options):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "create_connection", gone)
    assert verdict("http://tidak-ada.invalid/a") == (Verdict.DEAD, "nama host ini tidak ada lagi")


def test_a_name_server_that_is_busy_is_no_death(monkeypatch):
    def busy(*words, **options):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "create_connection", busy)
    assert verdict("http://sibuk.invalid/a")[0] is Verdict.REFUSED


def test_a_permanent_move_is_told_with_its_target(serve):
    server = serve({"/a": to("/b"), "/b": page(RIGHT)})
    assert verdict(server.address + "/a") == (Verdict.MOVED, f"pindah tetap ke {server.address}/b")


def test_a_move_for_now_is_no_move(serve):
    assert verdict(serve({"/a": to("/b", 302), "/b": page(RIGHT)}).address + "/a")[0] is Verdict.ALIVE


def test_a_page_that_leads_to_the_front_door_may_be_gone(serve):
    assert verdict(serve({"/a": to("/", 302), "/": page(RIGHT)}).address + "/a")[0] is Verdict.MOVED


def test_a_circle_ends(serve):
    assert verdict(serve({"/a": to("/b"), "/b": to("/a")}).address + "/a") == (Verdict.REFUSED, "terlalu banyak pengalihan")


def test_a_valid_certificate_is_alive_and_an_ended_one_is_told(serve):
    assert verdict(serve({"/a": page(RIGHT)}, "sah.pem").address + "/a")[0] is Verdict.ALIVE
    assert verdict(serve({"/a": page(RIGHT)}, "kedaluwarsa.pem").address + "/a") == (Verdict.CERTIFICATE, "sertifikatnya kedaluwarsa; peramban memberi peringatan kepada pembaca")


def test_a_certificate_nobody_knows_is_told_apart(serve):
    server = serve({"/a": page(RIGHT)}, "sah.pem")
    assert verdict(server.address + "/a", Asker(timeout=1, pause=0)) == (Verdict.CERTIFICATE, "sertifikatnya tidak dapat dipercaya; peramban memberi peringatan kepada pembaca")


@pytest.mark.parametrize(("text", "said"), [(GAMBLING, "halaman judi"), (PARKED, "domain dijual atau diparkir")])
def test_a_page_that_somebody_took_over_is_hijacked(serve, text, said):
    found, reason = verdict(serve({"/a": page(text)}).address + "/a")
    assert found is Verdict.HIJACKED and said in reason


@pytest.mark.parametrize("text", [
    '<html><head><meta http-equiv="refresh" content="0; url=https://situs-lain.example.net/daftar"></head></html>',
    "<html><body><script>window.location.href = 'https://situs-lain.example.net/daftar'</script>Memuat</body></html>",
])
def test_a_page_that_sends_its_reader_to_another_owner_is_hijacked(serve, text):
    found = verdict(serve({"/a": page(text)}).address + "/a")
    assert (found[0], "situs-lain.example.net" in found[1]) == (Verdict.HIJACKED, True)


def test_a_page_that_refreshes_itself_or_holds_a_script_is_alive(serve):
    server = serve({})
    server.routes |= {"/a": page(f'<meta http-equiv="refresh" content="60; url={server.address}/a"><h1>Dinas</h1>'), "/b": page("<script>tombol.onclick = () => location.href = 'https://lain.example.net/'</script>" + "<p>Layanan bagi perempuan dan anak.</p>" * 20)}
    assert [verdict(server.address + path)[0] for path in ("/a", "/b")] == [Verdict.ALIVE, Verdict.ALIVE]


def test_hidden_links_of_one_trade_on_an_office_page_are_hijacking(serve):
    text = "<title>Dinas Contoh</title><p>Layanan kami</p><div style='left:-9999px'>" + "<a href='#'>slot thailand</a>" * 9 + "</div>"
    assert verdict(serve({"/a": page(text)}).address + "/a")[0] is Verdict.HIJACKED


@pytest.mark.parametrize("title", ["404 Not Found", "Halaman tidak ditemukan - Dinas Contoh", "Page not found", "Error 404"])
def test_a_page_that_says_it_is_not_there_is_dead(serve, title):
    assert verdict(serve({"/a": page(f"<title>{title}</title>Maaf")}).address + "/a")[0] is Verdict.DEAD


def test_a_page_about_things_not_found_is_alive(serve):
    assert verdict(serve({"/a": page("<title>Anak hilang yang tidak ditemukan: cara melapor</title>Isi")}).address + "/a")[0] is Verdict.ALIVE


def test_a_page_that_warns_of_gambling_is_not_a_gambling_page(serve):
    assert verdict(serve({"/a": page(WARNING)}).address + "/a")[0] is Verdict.ALIVE
    assert taken_over(WARNING) == ""


def test_a_move_to_a_host_of_another_owner_is_hijacked(serve):
    target = serve({"/b": page(RIGHT)})
    server = serve({"/a": to(f"http://localhost:{target.server_port}/b")})
    assert verdict(server.address + "/a") == (Verdict.HIJACKED, "berpindah ke host lain: localhost; baca dulu siapa pemiliknya")


def test_a_move_to_an_app_is_hijacked(serve):
    assert verdict(serve({"/a": to("intent://pasang#Intent;end")}).address + "/a")[0] is Verdict.HIJACKED


def test_what_robots_txt_forbids_is_not_asked(serve):
    server = serve({"/robots.txt": page("User-agent: *\nDisallow: /rahasia"), "/rahasia/a": page(RIGHT), "/a": page(RIGHT)})
    answers = [judge(answer)[0] for answer in trusting().ask_all([server.address + "/rahasia/a", server.address + "/a"])]
    assert answers == [Verdict.FORBIDDEN, Verdict.ALIVE]
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/a"]
    assert {agent for _, _, agent in server.asked} == {AGENT}


def test_one_host_is_asked_one_thing_at_a_time_with_a_rest_between(serve):
    rests = []
    server = serve({"/robots.txt": page("User-agent: *\nCrawl-delay: 3"), **{f"/{number}": page(RIGHT) for number in range(4)}})
    list(trusting(sleep=rests.append).ask_all([f"{server.address}/{number}" for number in range(4)]))
    assert rests == [3.0, 3.0, 3.0]
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/0", "/1", "/2", "/3"]


def test_the_first_bytes_are_enough(serve):
    server = serve({"/a": page("x" * 2_000_000)})
    assert len(trusting().ask(server.address + "/a").page) == 65_536


@pytest.mark.parametrize(
    ("url", "owner"),
    [("https://www.dp3a.sumselprov.go.id/a", "sumselprov.go.id"), ("https://kontan.co.id", "kontan.co.id"), ("https://amp.tirto.id", "tirto.id"),
     ("https://id.wikipedia.org/wiki/A", "wikipedia.org"), ("https://go.id", "go.id"), ("http://127.0.0.1:80/", "127.0.0.1")],
)
def test_an_owner_is_what_was_registered(url, owner):
    assert family(url) == owner


def test_the_same_owner_may_move_between_his_hosts():
    assert judge(Answer("http://www.contoh.go.id/a", 200, "https://layanan.contoh.go.id/a", True, RIGHT))[0] is Verdict.MOVED


def test_only_web_addresses_of_the_content_are_asked():
    found = addresses(load_site(CITY).site)
    assert "https://contoh.go.id/lapor" in found and "https://contoh.go.id/aturan" in found
    assert all(url.startswith(("http://", "https://")) for url in found)
    assert [str(place) for place in found["https://contoh.go.id/aturan"]] == ["content/sumber.yaml:5:9"]


FINDINGS = [
    Finding("https://a.id/1", Verdict.DEAD, "server menjawab 404: halaman ini tidak ada", (Place("hotlines.yaml", 7, 9), Place("content/sumber.yaml", 3, 1))),
    Finding("https://b.id/2", Verdict.REFUSED, "server menolak pemeriksa (403); buka dengan peramban", (Place("hotlines.yaml", 9, 9),)),
    Finding("https://c.id/3", Verdict.ALIVE, "menjawab", (Place("hotlines.yaml", 11, 9),)),
]


def test_the_text_is_gravest_first_and_counts_everything():
    assert "\n".join(as_text(FINDINGS)).split("\n") == [
        "Mati: 1", "  https://a.id/1", "    server menjawab 404: halaman ini tidak ada", "    hotlines.yaml:7:9, content/sumber.yaml:3:1", "",
        "Menolak pemeriksa (belum tentu mati): 1", "  https://b.id/2", "    server menolak pemeriksa (403); buka dengan peramban", "    hotlines.yaml:9:9", "",
        "Diperiksa 1 hidup, 0 pindah, 1 mati, 1 ditolak, 0 sertifikat, 0 dibajak, 0 tidak ditanya.",
    ]


def test_json_and_the_issue_say_the_same():
    assert json.loads(as_json(FINDINGS[:1])) == [{"alamat": "https://a.id/1", "keadaan": "mati", "alasan": "server menjawab 404: halaman ini tidak ada",
                                                  "tempat": ["hotlines.yaml:7:9", "content/sumber.yaml:3:1"]}]
    issue = as_issue(FINDINGS)
    assert "- [ ] `https://a.id/1` – server menjawab 404" in issue and "https://c.id/3" not in issue
    assert "Semua tautan menjawab." in as_issue(FINDINGS[2:])
    assert needs_somebody(FINDINGS) and not needs_somebody(FINDINGS[1:])


def test_the_command_asks_the_content_and_says_by_its_code_whether_somebody_must_act(serve, tmp_path, capsys):
    server = serve({"/hidup": page(RIGHT)})
    shutil.copytree(CITY, tmp_path / "kota")
    sources = tmp_path / "kota/content/sumber.yaml"
    text = sources.read_text(encoding="utf-8").replace("https://contoh.go.id/aturan", f"{server.address}/hidup")
    sources.write_text(text, encoding="utf-8")
    command = ["--root", str(tmp_path / "kota"), "--hanya", server.address]
    assert main(command, trusting()) == 0
    sources.write_text(text.replace("/hidup", "/mati"), encoding="utf-8")
    assert main([*command, "--format", "json"], trusting()) == 1
    assert json.loads(capsys.readouterr().out.split("tidak ditanya.\n")[1])[0]["keadaan"] == "mati"


def test_no_build_ever_asks():
    """Neither a build nor plain mkdocs loads what asks; only the commands made for it do."""
    said = "import sys, site_src.cli, site_src.mkdocs_hook; print([name for name in sys.modules if name.startswith('site_src.links')])"
    assert subprocess.run([sys.executable, "-c", said], cwd=HERE.parent, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("fault", [socket.EAI_NONAME, socket.EAI_AGAIN])
def test_a_computer_that_is_cut_off_calls_no_link_dead(monkeypatch, capsys, fault):
    def gone(*words, **options):
        raise socket.gaierror(fault, "no network")

    monkeypatch.setattr(socket, "create_connection", gone)
    assert main(["--root", str(CITY)], trusting(sleep=lambda seconds: None)) == 2
    assert "tidak satu pun host menjawab" in capsys.readouterr().err
