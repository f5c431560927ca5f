"""Pages as a person in danger meets them: a small telephone, no JavaScript, nobody else listening."""

from __future__ import annotations

import http.server
import re
import threading
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"width": 360, "height": 740}
EXIT = "https://id.wikipedia.org/wiki/Halaman_Utama"
SAMPLE = {"Beranda": "", "Darurat": "darurat/", "Kebutuhan": "topik/kdrt/", "Hotline": "hotline/sahabat-129/", "Layanan": "layanan/klinik/", "Panduan": "panduan/menyimpan-bukti/"}
FIRST_SCREEN = {name: SAMPLE[name] for name in ("Beranda", "Darurat", "Kebutuhan")}
"""Where the number stands before anything else."""


def numbers(root: Path) -> set[str]:
    """Where every number and address that may be seen leads, read from the content by nothing of ours but YAML and the rule for WhatsApp."""
    found = set()
    owners = [*typed(root / "hotlines.yaml")["hotline"], *(typed(path) for path in (root / "content" / "layanan").glob("*.md"))]
    for channel in (channel for owner in owners for channel in owner.get("kanal", []) if "tahan" not in channel):
        digits = re.sub(r"\D", "", channel.get("nomor", ""))
        found |= {{"telepon": f"tel:{digits}", "sms": f"sms:{digits}", "whatsapp": f"https://wa.me/62{digits[1:]}", "surel": f"mailto:{channel.get('alamat')}"}.get(channel["jenis"], "")}
    return found - {""}


def typed(path: Path) -> dict:
    return next(yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


@pytest.fixture(scope="session")
def base(built_once):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built_once[0].site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Visit:
    """A browser window that answers nobody but the site, and remembers everybody who was asked."""

    def __init__(self, browser: Browser, base: str, javascript: bool) -> None:
        self.base = base
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.context: BrowserContext = browser.new_context(viewport=PHONE, java_script_enabled=javascript, locale="id-ID", has_touch=True, **({"is_mobile": True} if browser.browser_type.name == "chromium" else {}))
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.on("requestfailed", lambda request: self.faults.append(request.url) if "ABORTED" not in (request.failure or "") else None)  # ABORTED: the next page was opened first
        self.page.on("response", lambda answer: self.faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _answer(self, route, request) -> None:
        self.asked.append(request.url)
        route.continue_() if request.url.startswith(self.base) else route.fulfill(status=200, content_type="text/html", body="<title>lain</title>")

    def go(self, path: str) -> Page:
        self.page.goto(urljoin(self.base, path))  # until its style is there, or a link is measured naked
        return self.page

    def strangers(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.base, "data:"))]

    def hrefs(self) -> list[str]:
        return self.page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")


@pytest.fixture
def visit(browser, base):
    """Without JavaScript: the first way a page has to work."""
    window = Visit(browser, base, javascript=False)
    yield window
    window.context.close()


@pytest.mark.parametrize("name", FIRST_SCREEN)
def test_the_number_to_call_is_on_the_first_screen(name, visit):
    page = visit.go(FIRST_SCREEN[name])
    number = page.locator('main a[href^="tel:"]').first
    box = number.bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"] and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert box["height"] >= 44, "terlalu kecil untuk jempol"
    assert re.search(r"\d{3}", number.inner_text())


@pytest.mark.parametrize("name", SAMPLE)
def test_a_page_shows_an_exit_a_menu_and_no_sideways_scroll(name, visit):
    page = visit.go(SAMPLE[name])
    box = page.locator(f'a[href="{EXIT}"]').first.bounding_box()
    assert box and 0 <= box["y"] <= PHONE["height"] - box["height"]
    assert page.locator("main h1").count() == 1
    menu = page.locator('nav a[href$="darurat/"], nav a[href="./"]').first
    assert not menu.is_visible()
    page.locator("summary", has_text="Menu").first.click()
    assert menu.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("name", SAMPLE)
def test_the_exit_leaves_the_site_in_one_tap(name, visit):
    page = visit.go(SAMPLE[name])
    page.locator(f'a[href="{EXIT}"]').first.click()
    page.wait_for_url(EXIT)


def test_every_page_is_reached_and_asks_nobody_else(visit, built_once):
    site = built_once[0].site
    waiting, seen, contacts = [""], set(), set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        visit.go(path)
        assert visit.page.locator(f'a[href="{EXIT}"]').count(), path
        for href in visit.hrefs():
            shared = href.startswith(("sms:?", "https://wa.me/?"))
            if href.startswith(("tel:", "sms:", "mailto:", "https://wa.me/")) and not shared:
                contacts.add(href)
            target = urlsplit(urljoin(urljoin(visit.base, path), href))
            if f"{target.scheme}://{target.netloc}/" == visit.base:
                waiting.append(target.path.lstrip("/"))
    built = {file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html")} - {"404.html"}
    assert {path for path in built - seen if not path.startswith("kelola/")} == set(), "kelola/ untuk petugas; selain itu setiap halaman ditautkan"
    assert contacts == numbers(built_once[0].root)
    assert visit.strangers() == []
    assert visit.faults == []
    assert visit.context.cookies() == []


def test_a_to_z_leads_to_every_page_people_look_for(visit, built_once):
    site = built_once[0].site
    visit.go("a-z/")
    led = {urlsplit(urljoin(visit.page.url, href)).path.lstrip("/") for href in visit.hrefs()}
    folders = ("topik", "hotline", "layanan", "panduan", "pencegahan", "alur", "kecamatan")
    pages = {file.parent.relative_to(site).as_posix() + "/" for folder in folders for file in (site / folder).glob("*/index.html")}
    assert len(pages) > 10
    assert pages - led == set()


def test_the_edit_link_of_a_page_leads_to_its_file(visit, built_once):
    for name in ("Kebutuhan", "Hotline", "Layanan", "Panduan"):
        visit.go(SAMPLE[name])
        href = visit.page.get_by_role("link", name=re.compile("sunting", re.IGNORECASE)).first.get_attribute("href")
        assert (built_once[0].root / href.split("/edit/main/")[1]).is_file(), href


def test_a_wrong_address_still_offers_a_number(visit):
    page = visit.go("404.html")
    assert page.locator('main a[href^="tel:"]').first.is_visible()
    assert page.locator('a[href="/"]').count()


@pytest.mark.parametrize("name", SAMPLE)
def test_with_javascript_nothing_is_stored_and_nobody_is_asked(name, browser, base):
    visit = Visit(browser, base, javascript=True)
    try:
        page = visit.go(SAMPLE[name])
        page.wait_for_load_state("networkidle")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        assert visit.context.cookies() == []
        assert visit.strangers() == []
        assert visit.faults == []
    finally:
        visit.context.close()
