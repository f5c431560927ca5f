"""Asks hosts politely: one question at a time to each, few hosts at once, only what robots.txt allows, never more than the first bytes."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from .judge import Answer

AGENT = "pemeriksa-tautan-situs-perlindungan/1.0"
MOST_BYTES = 65_536
MOST_HOPS = 5
EXPIRED = 10
"""X509_V_ERR_CERT_HAS_EXPIRED (openssl/x509_vfy.h)."""


@dataclass
class Asker:
    """How to ask. ``pause`` is the rest between two questions to one host; ``context`` decides which certificates are trusted."""

    timeout: float = 15.0
    pause: float = 1.0
    hosts_at_once: int = 4
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    sleep: Callable[[float], None] = time.sleep

    def ask_all(self, urls: Iterable[str]) -> Iterator[Answer]:
        """An answer for every address, in the order of the addresses."""
        by_host: dict[str, list[str]] = {}
        ordered = list(urls)
        for url in ordered:
            by_host.setdefault(urlsplit(url).netloc.lower(), []).append(url)
        with ThreadPoolExecutor(max_workers=self.hosts_at_once) as pool:
            answers = {answer.url: answer for group in pool.map(self._ask_host, by_host.values()) for answer in group}
        yield from (answers[url] for url in ordered)

    def _ask_host(self, urls: list[str]) -> list[Answer]:
        robots = self._robots(urls[0])
        delay = min(float(robots.crawl_delay(AGENT) or 0), 10.0)
        answers = []
        for number, url in enumerate(urls):
            if number:
                self.sleep(max(self.pause, delay))
            answers.append(self.ask(url) if robots.can_fetch(AGENT, url) else Answer(url, fault="robots"))
        return answers

    def ask(self, url: str) -> Answer:
        """Follow one address to its end."""
        here, permanent = url, True
        for _ in range(MOST_HOPS + 1):
            if urlsplit(here).scheme not in ("http", "https") or not urlsplit(here).hostname:
                return Answer(url, final=here, fault="skema")
            try:
                status, target, page = self._one(here)
            except TimeoutError:
                return Answer(url, final=here, fault="waktu")
            except ssl.SSLCertVerificationError as error:
                return Answer(url, final=here, fault="kedaluwarsa" if error.verify_code == EXPIRED else "sertifikat")
            except socket.gaierror as error:
                return Answer(url, final=here, fault="dns" if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)) else "sambungan")
            except (OSError, http.client.HTTPException, ValueError):
                return Answer(url, final=here, fault="sambungan")
            if status not in (301, 302, 303, 307, 308) or not target:
                return Answer(url, status, here, permanent and here != url, page)
            permanent = permanent and status in (301, 308)
            here = urljoin(here, target)
        return Answer(url, final=here, fault="putaran")

    def _one(self, url: str) -> tuple[int, str, str]:
        parts = urlsplit(url)
        host = parts.hostname or ""
        connection = (http.client.HTTPSConnection(host, parts.port, timeout=self.timeout, context=self.context) if parts.scheme == "https"
                      else http.client.HTTPConnection(host, parts.port, timeout=self.timeout))
        try:
            path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else "")
            connection.request("GET", path, headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "id,en;q=0.5", "Connection": "close"})
            response = connection.getresponse()
            return response.status, response.getheader("Location") or "", self._first_bytes(response).decode("utf-8", "replace")
        finally:
            connection.close()

    def _first_bytes(self, response: http.client.HTTPResponse) -> bytes:
        """No more than the first bytes, and no longer than the timeout, however slowly they drip."""
        ends, read = time.monotonic() + self.timeout, b""
        while len(read) < MOST_BYTES:
            piece = response.read1(MOST_BYTES - len(read))
            if not piece:
                break
            read += piece
            if time.monotonic() > ends:
                raise TimeoutError
        return read

    def _robots(self, url: str) -> RobotFileParser:
        """The host's wishes. A host without them, or one that cannot be asked, wishes nothing."""
        robots = RobotFileParser()
        parts = urlsplit(url)
        try:
            status, _, text = self._one(f"{parts.scheme}://{parts.netloc}/robots.txt")
            robots.parse(text.splitlines() if status == 200 and "<html" not in text[:500].lower() else [])
        except (OSError, http.client.HTTPException, ValueError):
            robots.parse([])
        return robots
