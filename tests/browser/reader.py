"""A reader's window for the safety tests: it answers nobody but the site, and writes down whatever could leave it or stay behind."""

from __future__ import annotations

import http.server
import re
import threading
import time
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

EXIT = "https://id.wikipedia.org/wiki/Halaman_Utama"
BEFORE = "https://sebelum.contoh.id/"
"""Where the reader was before: somebody else's page."""
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
FIRST = 14_600
"""Bytes of the first answers of a connection, its headers among them: what ten packets carry."""
PAGES = {"Beranda": "", "Darurat": "darurat/", "Kebutuhan": "topik/kdrt/", "Hotline": "hotline/sapa-129/", "Layanan": "layanan/rsud-siti-aisyah/"}
"""The pages of the real city somebody in danger opens first."""
DIAL = 'main a[href^="tel:"]'
WATCH = """(() => {
  const note = what => window.jejak && window.jejak(what);
  const wrap = (owner, name, label) => {
    const was = owner && owner[name];
    if (was) owner[name] = function (...all) { note(label); return was.apply(this, all); };
  };
  wrap(Storage.prototype, 'setItem', 'storage');
  wrap(IDBFactory.prototype, 'open', 'indexedDB');
  wrap(window.CacheStorage && CacheStorage.prototype, 'open', 'cache');
  wrap(window.ServiceWorkerContainer && ServiceWorkerContainer.prototype, 'register', 'service worker');
  wrap(Navigator.prototype, 'sendBeacon', 'beacon');
  wrap(window.Geolocation && Geolocation.prototype, 'getCurrentPosition', 'geolocation');
  wrap(window.Geolocation && Geolocation.prototype, 'watchPosition', 'geolocation');
  wrap(window.Notification, 'requestPermission', 'notification');
  wrap(window.Clipboard && Clipboard.prototype, 'readText', 'clipboard');
  wrap(window, 'open', 'window');
  wrap(window, 'fetch', 'fetch');
  wrap(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
  for (const name of ['Worker', 'SharedWorker', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'BroadcastChannel'])
    if (window[name]) window[name] = new Proxy(window[name], { construct(made, all) { note(name); return Reflect.construct(made, all); } });
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', { ...cookie, set(value) { note('cookie'); cookie.set.call(this, value); } });
  document.addEventListener('securitypolicyviolation', event => note('policy: ' + event.effectiveDirective + ' ' + event.blockedURI));
})()"""
"""Everything a page could use to remember or to tell, each with a note when it is used."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that prints nothing."""

    def log_message(self, *_: object) -> None:
        pass


class Slow(Quiet):
    """A network on which every file beside the page comes a seventh of a second late."""

    def do_GET(self) -> None:
        if "/aset/" in self.path:
            time.sleep(0.15)
        # A page that is left does not wait for its files.
        with suppress(BrokenPipeError, ConnectionResetError):
            super().do_GET()


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet):
    """The address of a folder, while it is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Reader:
    """One window. ``asked`` are the addresses of others that were asked, ``traces`` what the pages tried to leave behind."""

    def __init__(self, browser: Browser, base: str, javascript: bool = True, size: dict[str, int] = PHONE) -> None:
        self.base, self.asked, self.traces = base, [], []
        self.context = browser.new_context(viewport=size, java_script_enabled=javascript, locale="id-ID", has_touch=size is PHONE)
        self.context.set_default_timeout(8000)
        self.context.route("**/*", self._answer)
        if javascript:
            self.context.expose_function("jejak", lambda what: self.traces.append(what))
            self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()

    def _answer(self, route, request) -> None:
        if request.url.startswith(self.base):
            route.continue_()
            return
        if request.url not in (EXIT, BEFORE):
            self.asked.append(request.url)
        route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>lain</title><p>lain</p>")

    def arrive(self, path: str = "") -> Page:
        """Come from somebody else's page, as from a search engine."""
        self.page.goto(BEFORE)
        return self.go(path)

    def go(self, path: str) -> Page:
        self.page.goto(urljoin(self.base, path))
        return self.page

    def back(self) -> str:
        """The address after the back button; the same address when there is nothing behind."""
        try:
            self.page.go_back(wait_until="commit", timeout=2000)
        except Exception:  # nothing behind: the window stays where it is
            pass
        return self.page.url


def read_and_tapped(page) -> str:
    """The digits of the first number to call; fails unless they are painted and a finger on them hits the link."""
    link = page.locator(DIAL).first
    link.wait_for(timeout=8000)
    link.scroll_into_view_if_needed(timeout=8000)
    box = link.bounding_box()
    assert box and box["height"] >= 16 and box["width"] >= 16, box
    assert page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('a[href^=\"tel:\"]'))", [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    page.wait_for_function("performance.getEntriesByType('paint').some(one => one.name === 'first-contentful-paint')", timeout=8000)  # painted
    number = link.get_attribute("href").removeprefix("tel:")
    assert number in re.sub(r"\D", "", link.inner_text()), link.inner_text()
    return number
