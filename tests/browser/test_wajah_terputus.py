"""A line that broke after 14,600 bytes: the number can still be read and tapped."""

from __future__ import annotations

import socketserver
import threading

import pytest
from reader import FIRST, PAGES, PHONE, read_and_tapped


class Breaking(socketserver.BaseRequestHandler):
    """Answers the page with the first bytes alone, and everything else not at all; the line stays open, as on a telephone that lost its mast."""

    def handle(self) -> None:
        asked = self.request.recv(65536).decode("latin-1")
        path = asked.split(" ")[1].lstrip("/")
        packed = self.server.packed and "gzip" in asked.lower()
        if path == self.server.path:
            content = (self.server.site / path / ("index.html.gz" if packed else "index.html")).read_bytes()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(content)}\r\n{'Content-Encoding: gzip' if packed else 'X-Asli: ya'}\r\n\r\n"
            self.request.sendall((head.encode() + content)[:FIRST])
        self.server.over.wait(30)


@pytest.fixture
def broken_line(real_built):
    """``broken_line(path, packed)`` is the address of a page behind a line that breaks."""
    servers = []

    def start(path: str, packed: bool) -> str:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Breaking)
        server.daemon_threads, server.site, server.path, server.packed, server.over = True, real_built.site, path, packed, threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/{path}"

    yield start
    for server in servers:
        server.over.set()
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize("name", PAGES)
def test_with_the_first_bytes_alone_the_number_can_be_read_and_tapped(name, packed, browser, broken_line):
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(broken_line(PAGES[name], packed), wait_until="commit")
    try:
        assert read_and_tapped(page)
    finally:
        context.close()
