"""The site for a school without internet: served to the phones on one wifi, with the headers of a real host, and without a note of who looked."""

from __future__ import annotations

import functools
import http.server
import io
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import segno

from .hosting import ASK_AGAIN, EDITOR_SENT, FOREVER, FRAMED_SENT, HEADERS, OF_PAGES, SAVED_SENT
from .model.content_policy import EDITOR, FRAMED, SAVED

PORT = 8000
ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): asking the system how it would go there names our own address, and sends nothing."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of one folder with our headers; the packed copy where the browser takes it; no log, no list of a folder, no version."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "situs", ""

    def end_headers(self) -> None:
        path = urlsplit(self.path).path
        for name, value in _sent(path).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", FOREVER if path.startswith("/aset/") else ASK_AGAIN)
        super().end_headers()

    def send_head(self) -> io.BytesIO | None:  # type: ignore[override]
        """Answer a request; the body, or ``None`` when there is none."""
        asked = urlsplit(self.path).path
        file = Path(self.translate_path(asked))
        if any(part[:1] in "._" for part in asked.split("/") if part) or not file.resolve().is_relative_to(Path(self.directory).resolve()):
            return self._missing()
        if file.is_dir():
            if not asked.endswith("/"):
                return self._answer(301, b"", "text/html; charset=utf-8", location=f"{asked}/")
            file /= "index.html"
        if not file.is_file():
            return self._missing()
        return self._file(file)

    def _file(self, file: Path) -> io.BytesIO | None:
        kind = self.guess_type(str(file))
        kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        packed = file.with_name(f"{file.name}.gz")
        encoding = "gzip" if packed.is_file() and "gzip" in self.headers.get("Accept-Encoding", "") else ""
        body = (packed if encoding else file).read_bytes()
        return self._answer(200, body, kind, encoding=encoding)

    def _missing(self) -> io.BytesIO | None:
        page = Path(self.directory) / "404.html"
        return self._answer(404, page.read_bytes() if page.is_file() else b"", "text/html; charset=utf-8")

    def _answer(self, status: int, body: bytes, kind: str, encoding: str = "", location: str = "") -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *said: object) -> None:
        """Nobody's visit is written down."""


def _sent(path: str) -> dict[str, str]:
    """The headers of one address, as every other host sends them."""
    policy = next((policy for folder, policy in ((EDITOR, EDITOR_SENT), (FRAMED, FRAMED_SENT), (SAVED, SAVED_SENT)) if path.startswith(f"/{folder}/")), HEADERS["Content-Security-Policy"])
    bare = OF_PAGES if path.startswith("/aset/") else ("X-Frame-Options",) if policy == FRAMED_SENT else ()
    return {name: policy if name == "Content-Security-Policy" else value for name, value in HEADERS.items() if name not in bare}


def open_server(site: Path, port: int = PORT, host: str = "") -> http.server.ThreadingHTTPServer:
    """A server for a built site on every network of this computer (or only on ``host``); ``port`` 0 takes a free one. Raises ``OSError`` when the port is taken."""
    return http.server.ThreadingHTTPServer((host, port), functools.partial(Handler, directory=str(site)))


def addresses() -> list[str]:
    """This computer's addresses on its networks, the likeliest first; empty without a network."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(ELSEWHERE)
            found.append(way.getsockname()[0])
        except OSError:
            pass
    try:
        found += [str(row[4][0]) for row in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        pass
    return [one for one in dict.fromkeys(found) if not one.startswith(("127.", "0."))]


def invitation(hosts: list[str], port: int) -> str:
    """What to show in front of a class: every address, and the first as a code for the camera."""
    if not hosts:
        return "Komputer ini tidak tersambung ke jaringan mana pun. Sambungkan ke wifi sekolah, lalu ulangi."
    urls = [f"http://{host}:{port}/" for host in hosts]
    code = io.StringIO()
    segno.make(urls[0], error="m", micro=False).terminal(out=code, compact=True, border=2)
    return "\n".join(["Buka di ponsel yang memakai wifi yang sama:", *(f"  {url}" for url in urls), "", code.getvalue().rstrip("\n"), "",
                      "Kunjungan tidak dicatat. Pemilik wifi tetap bisa melihat siapa yang tersambung. Berhenti: Ctrl+C."])


def serve_lan(site: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve until somebody presses Ctrl+C. Raises ``OSError`` when the port is taken."""
    with open_server(site, port) as server:
        say(invitation(addresses(), server.server_port))
        server.serve_forever()
