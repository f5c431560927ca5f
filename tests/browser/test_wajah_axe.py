"""axe-core finds nothing, on every page type and every state of a page, however the reader's screen is set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from reader import served

KIND = re.compile(r'<body[^>]* data-jenis="?([a-z-]+)')
LANGUAGE = re.compile(r'<html lang="?([a-z]+)')
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""Every rule axe-core runs by itself, good practice included, and the size of targets (WCAG 2.2), which it leaves off."""
SCREENS = {
    "360": {"viewport": {"width": 360, "height": 740}},
    "1280": {"viewport": {"width": 1280, "height": 900}},
    "400 percent": {"viewport": {"width": 320, "height": 256}},
    "dark": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    "dark and wide": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "forced colours": {"viewport": {"width": 360, "height": 740}, "forced_colors": "active"},
    "print": {"viewport": {"width": 794, "height": 1123}},
}
"""400 percent is a window of 1280 by 1024 points with letters four times as large."""
PALE = """() => {
  const light = colour => { const part = colour.match(/[\\d.]+/g).map(Number), lin = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    return .2126 * lin(part[0]) + .7152 * lin(part[1]) + .0722 * lin(part[2]); };
  const behind = one => { for (; one; one = one.parentElement) { const colour = getComputedStyle(one).backgroundColor; if (!/, 0\\)$/.test(colour)) return colour; } return 'rgb(255, 255, 255)'; };
  return [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())).flatMap(one => {
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) < 4.5 ? ['pale: ' + one.outerHTML.slice(0, 120)] : [];
  });
}"""
"""Contrast in forced colours, measured here: axe-core reads the fill colour, which Chromium reports as it was before it was forced."""
OTHERS = {"editor"}
"""Sveltia CMS draws its own page."""


def page_types(site: Path) -> dict[str, str]:
    """``kind and language -> address`` of the longest page of each, read from the built site: a new kind of page is judged without being named here."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        kind, language = KIND.search(text), LANGUAGE.search(text)
        assert kind and language, file
        name = f"{kind[1]} {language[1]}"
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        if kind[1] not in OTHERS and len(text) > found.get(name, (0, ""))[0]:
            found[name] = (len(text), address)
    return {name: address for name, (_, address) in found.items()}


def faults(page) -> list[str]:
    """``rule: element`` for everything axe-core finds on a page as it stands, read from its top: a header that stays lies over something wherever one scrolls. Paper is not tapped."""
    forced, paper = page.evaluate("scrollTo(0, 0), ['(forced-colors: active)', 'print'].map(kind => matchMedia(kind).matches)")
    options = {**OPTIONS, "rules": {"target-size": {"enabled": not paper}, "color-contrast": {"enabled": not forced}}}
    found = [f"{one['id']}: {node['html'][:150]} {node['failureSummary'][:200]}" for one in Axe().run(page, options=options).response["violations"] for node in one["nodes"]]
    return found + page.evaluate(PALE) if forced else found


def _stay(route) -> None:
    """A short address leads on at once; here it waits, as in a browser that does not follow."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r'<meta http-equiv="?refresh[^>]*>', "", answer.text()))


def open_everything(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@pytest.fixture(scope="module")
def base(real_built):
    with served(real_built.site) as address:
        yield address


@pytest.fixture
def window(browser):
    """Opens windows; closes them after the test."""
    opened = []

    def make(**options):
        # The policy of our pages forbids the judge's script as it forbids everybody's.
        opened.append(browser.new_context(bypass_csp=True, locale="id-ID", **options))
        opened[-1].route("**/i/*/", _stay)
        return opened[-1].new_page()

    yield make
    for context in opened:
        context.close()


def test_the_judge_sees_every_page_type(real_built):
    kinds = page_types(real_built.site)
    assert {"beranda id", "darurat id", "topik id", "hotline id", "layanan id", "bahasa en", "bahasa mui", "bingkai id", "simpan id", "sematkan id", "tidak-ada id", "kelola id"} <= kinds.keys()


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_page_type(screen, window, real_built, base):
    page = window(**SCREENS[screen])
    if screen == "print":
        page.emulate_media(media="print")
    found = {}
    for name, address in page_types(real_built.site).items():
        page.goto(base + address)
        open_everything(page)
        found[name] = faults(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[name].append("scrolls sideways")
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("state", ["closed", "menu open", "results shown", "nothing found", "exit announced"])
def test_axe_finds_nothing_in_any_state_of_a_page(state, window, base):
    for screen in ("360", "dark", "forced colours", "1280"):
        page = window(**SCREENS[screen])
        for address in ("", "topik/kdrt/"):
            page.goto(base + address)
            if state == "menu open" and page.locator(".menu summary").is_visible():
                page.locator(".menu summary").click()
            if state in ("results shown", "nothing found"):
                page.locator("#cari-isian").fill("suami memukul saya" if state == "results shown" else "xqzw")
                page.locator("[role=option]" if state == "results shown" else ".cari-status:not(:empty)").first.wait_for()
            if state == "exit announced":
                page.keyboard.press("Shift")
                page.locator(".keluar-kabar:not(:empty)").wait_for()
            assert faults(page) == [], (screen, address)
