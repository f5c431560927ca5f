"""From the address bar to a dialled number with the keyboard alone, and what a screen reader hears on the way."""

from __future__ import annotations

import re
from itertools import groupby

import pytest
from reader import DESK, DIAL, EXIT, PAGES, PHONE, served

SIZES = {"360": PHONE, "1280": DESK}
WHERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const points = [[.5, .5], [.02, .1], [.98, .9]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  return { html: one.outerHTML.slice(0, 140), body: one === document.body, href: one.getAttribute('href'), main: Boolean(one.closest('main')),
    covered: points.filter(top => top && !one.contains(top) && !top.contains(one) && getComputedStyle(top.closest('.kepala, .keluar') || top).position.match(/fixed|sticky/)).map(top => top.outerHTML.slice(0, 80)),
    outside: box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}"""
"""Where the focus is, as a person sees it."""


@pytest.fixture(scope="module")
def base(real_built):
    with served(real_built.site) as address:
        yield address


@pytest.fixture
def window(browser, base):
    opened = []

    def make(**options):
        opened.append(browser.new_context(locale="id-ID", **options))
        page = opened[-1].new_page()
        page.route(lambda url: not url.startswith(base), lambda route: route.fulfill(status=200, content_type="text/html", body="<title>lain</title>"))
        return page

    yield make
    for context in opened:
        context.close()


def walk(page, most=400) -> list[dict]:
    """Every stop of the Tab key from the address bar to the end of the page."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop["body"] or stops and stop["html"] == stops[0]["html"] and len(stops) > 3:
            return stops
        stops.append(stop)
    raise AssertionError("Tab tidak pernah sampai di akhir halaman")


@pytest.mark.parametrize("javascript", [False, True], ids=["without-script", "with-script"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_from_the_address_bar_to_a_dialled_number(name, size, javascript, window, base):
    page = window(viewport=SIZES[size], java_script_enabled=javascript)
    page.goto(base + PAGES[name])
    page.keyboard.press("Tab")
    assert page.evaluate(WHERE)["href"] == "#isi", "tautan lompat lebih dulu"
    page.keyboard.press("Enter")
    for steps in range(1, 12):
        page.keyboard.press("Tab")
        if (page.evaluate(WHERE)["href"] or "").startswith("tel:"):
            break
    stop = page.evaluate(WHERE)
    assert stop["href"] == page.locator(DIAL).first.get_attribute("href"), stop
    assert steps <= 8, f"{steps} kali Tab sesudah tautan lompat"
    assert stop["ring"] and not stop["covered"] and not stop["outside"], stop
    if not javascript:
        return
    page.evaluate("addEventListener('click', event => { document.dialled = event.target.closest('a').href; event.preventDefault(); })")
    page.keyboard.press("Enter")
    assert page.evaluate("document.dialled") == stop["href"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*PAGES, "Daftar layanan", "Simpan"])
def test_every_stop_of_the_tab_key_is_seen_whole_with_a_ring(name, size, window, base):
    page = window(viewport=SIZES[size])
    page.goto(base + {**PAGES, "Daftar layanan": "layanan/", "Simpan": "simpan/"}[name])
    stops = walk(page)
    assert len(stops) > 10
    assert [stop for stop in stops if not stop["ring"] or stop["covered"] or stop["outside"]] == []
    assert EXIT in [stop["href"] for stop in stops[:3]], "keluar cepat tidak jauh"
    parts = [inside for inside, _ in groupby(stop["main"] for stop in stops)]
    assert stops[0]["href"] == "#isi" and parts in ([False, True, False], [False, True]), "kepala, isi, kaki, tanpa melompat-lompat"


SMALL = """() => [...document.querySelectorAll('a[href], button, summary, input, select')].filter(one => {
  if (!one.checkVisibility() || one.matches('.lompat, .cari-tautan')) return false;
  if (one.matches('label [type=checkbox]')) one = one.closest('label');
  const inside = one.closest('p, li, dd, td, small, span, label'), alone = inside && inside.innerText.trim() === one.innerText.trim();
  if (one.matches('a') && getComputedStyle(one).display === 'inline' && inside && !alone) return false;
  const box = one.getBoundingClientRect(), after = getComputedStyle(one, '::after');
  if (after.content !== 'none' && after.position === 'absolute') return false;
  return box.height < 43.5 || box.width < 43.5;
}).map(one => `${Math.round(one.getBoundingClientRect().width)}x${Math.round(one.getBoundingClientRect().height)} ${one.outerHTML.slice(0, 120)}`)"""
"""What is to be tapped and smaller than 44 by 44 points; links inside a sentence are as high as their line (WCAG 2.5.8 leaves them out)."""


@pytest.mark.parametrize("size", SIZES)
def test_everything_of_ours_that_stands_alone_is_44_points_to_tap(size, window, base):
    page = window(viewport=SIZES[size])
    found = {}
    for path in (*PAGES.values(), "topik/", "layanan/", "hotline/", "a-z/", "alur/kdrt/", "panduan/menyimpan-bukti/", "pencegahan/", "istilah/", "kabar/", "simpan/", "sematkan/", "404.html", "en/", "mui/", "tentang/privasi/", "tentang/kesalahan/"):
        page.goto(base + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found[path] = page.evaluate(SMALL)
    assert {path: small for path, small in found.items() if small} == {}


def test_nothing_moves_also_for_whoever_did_not_ask_for_less(window, base):
    page = window(viewport=PHONE, reduced_motion="no-preference")
    for path in ("", "topik/kdrt/", "layanan/"):
        page.goto(base + path)
        if page.locator("#cari-isian").count():
            page.locator("#cari-isian").fill("suami memukul saya")
            page.locator("[role=option]").first.wait_for()
        page.keyboard.press("Shift")
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("""[...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one);
          return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth'; }).map(one => one.outerHTML.slice(0, 90))""") == []


def test_a_screen_reader_hears_the_exit_the_menu_then_the_numbers_in_that_order(window, base):
    page = window(viewport=PHONE)
    page.goto(base)
    heard = page.locator("body").aria_snapshot()
    order = ['link "Langsung ke isi"', 'link "Keluar cepat riwayat tidak terhapus"', 'navigation "Menu utama"', "- main", 'heading "Bantuan Perempuan dan Anak Lubuk Linggau" [level=1]', 'region "Dalam bahaya sekarang?"', 'link "110 Polisi"', 'link "129 Perempuan dan anak SAPA 129"', "- contentinfo"]
    places = [heard.find(one) for one in order]
    assert -1 not in places and places == sorted(places), list(zip(order, places)) + [heard[:1500]]


@pytest.mark.parametrize("size", SIZES)
def test_a_page_reads_in_the_order_it_shows(size, window, base):
    """Blocks inside the main part stand below one another in the order of the source, or beside one another in a row."""
    page = window(viewport=SIZES[size])
    for path in PAGES.values():
        page.goto(base + path)
        assert page.evaluate("""() => { const found = []; let last = null;
          for (const one of document.querySelectorAll('main article > *')) {
            const box = one.getBoundingClientRect();
            if (!box.height || getComputedStyle(one).position === 'absolute') continue;
            if (last && box.top < last.top - 1) found.push(one.outerHTML.slice(0, 80));
            last = box; }
          return found; }""") == [], path


def test_every_title_is_its_own_and_every_language_is_said(real_built):
    titles, silent = {}, []
    for file in sorted(real_built.site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(real_built.site).as_posix()
        if 'data-jenis="pendek"' not in text:  # short addresses tell nobody who looks on what they lead to
            titles.setdefault(re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1], []).append(name)
        language = re.search(r'<html lang="(\w+)"', text)[1]
        assert language == (name.split("/")[0] if name.split("/")[0] in ("en", "mui") else "id"), name
        silent += [(name, tag) for tag, other in re.findall(r'(<a [^>]*hreflang="(\w+)"[^>]*>)', text) if f' lang="{other}"' not in tag]
    assert {title: names for title, names in titles.items() if len(names) > 1} == {}
    assert silent == []
