"""On every page that somebody in danger may land on, a number to call is whole on the first screen of the smallest telephone."""

from __future__ import annotations

import re

import pytest
from reader import served

SMALL = {"width": 360, "height": 640}
KIND = re.compile(r'<body[^>]* data-jenis="?([a-z-]+)')
KINDS = {"beranda", "darurat", "topik", "hotline", "layanan", "tidak-ada", "bahasa"}
NOT_BY_PHONE = {"hotline/aduan-konten/", "hotline/bantuan-hukum-bphn/", "hotline/halo-dukcapil/", "hotline/sp4n-lapor/"}
"""Hotlines that only a written message or a website reaches, and one whose stand-in is such a hotline."""
SEEN = """() => {
  const bar = document.querySelector('a.keluar').getBoundingClientRect();
  return [...document.querySelectorAll('main a[href^="tel:"]')].some(link => { const box = link.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= bar.top && box.height >= 24 && link.checkVisibility() && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('a') === link; });
}"""


@pytest.fixture(scope="module")
def addresses(real_built):
    found = {}
    for file in sorted(real_built.site.rglob("*.html")):
        kind = KIND.search(file.read_text(encoding="utf-8"))
        address = file.relative_to(real_built.site).as_posix().removesuffix("index.html")
        if kind and (kind[1] in KINDS - {"bahasa"} or kind[1] == "bahasa" and re.fullmatch(r"\w+/(topik/.*)?", address)):
            found.setdefault(kind[1], []).append(address)
    return found


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_number_is_on_the_first_screen_of_every_page(kind, addresses, browser, real_built):
    below = []
    with served(real_built.site) as base:
        page = browser.new_page(viewport=SMALL)
        for address in addresses[kind]:
            page.goto(base + address, wait_until="domcontentloaded")
            if address not in NOT_BY_PHONE and not page.evaluate(SEEN):
                below.append(address)
        page.close()
    assert below == []


BROKEN = """() => [...document.querySelectorAll('.telepon-besar, h1, h2, .menu a')].filter(one => one.checkVisibility()).flatMap(one => {
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walk.nextNode());) for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
    const range = document.createRange();
    range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
  }
  return found;
})"""
"""Words of buttons and headings that stand on two lines."""


@pytest.mark.parametrize("width", [280, 360, 1024, 1280])
def test_no_word_of_a_button_or_a_heading_is_broken(width, browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page(viewport={"width": width, "height": 800})
        broken = {}
        for path in ("", "darurat/", "topik/kdrt/", "layanan/uptd-ppa/", "hotline/lpsk-148/", "hotline/sapa-129/", "sematkan/bingkai/", "404.html"):
            page.goto(address + path)
            if found := page.evaluate(BROKEN):
                broken[path] = found
        page.close()
    assert broken == {}


NUMBERS_BROKEN = """() => [...document.querySelectorAll('main :is(a[href^="tel:"], a[href^="sms:"], a[href*="//wa.me/"]), .utuh')].filter(one => one.checkVisibility()).flatMap(one => {
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walk.nextNode());) for (const number of node.data.matchAll(/[+(]?\\d[\\d ()+.–-]{4,}\\d/g)) {
    const range = document.createRange();
    range.setStart(node, number.index); range.setEnd(node, number.index + number[0].length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(number[0]);
  }
  return found;
})"""
"""Numbers and hours that stand on two lines."""
CUT = """() => [...document.querySelectorAll('input[placeholder]')].filter(one => {
  const style = getComputedStyle(one), pen = document.createElement('canvas').getContext('2d');
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen.measureText(one.placeholder).width > one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}).map(one => one.placeholder)"""
"""Words in a field that are wider than the field."""


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_number_is_broken_and_no_hint_is_cut(width, browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page(viewport={"width": width, "height": 800})
        broken = {}
        for path in ("", "darurat/", "hotline/", "hotline/komnas-perempuan/", "topik/kdrt/", "simpan/isi/", "en/hotline/"):
            page.goto(address + path)
            if found := page.evaluate(NUMBERS_BROKEN) + (page.evaluate(CUT) if width > 320 else []):
                broken[path] = found
        page.close()
    assert broken == {}


@pytest.mark.parametrize("path", ["topik/kdrt/", "hotline/sapa-129/", "en/panduan/menjelajah-aman/"])
def test_a_heading_is_larger_than_those_below_it_on_screen_and_paper_and_one_entry_of_the_menu_is_current(path, browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page()
        page.goto(address + path)
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            sizes = [page.evaluate("tag => Math.max(0, ...[...document.querySelectorAll(tag)].map(one => parseFloat(getComputedStyle(one).fontSize)))", tag) for tag in ("h1", "h2", "h3")]
            assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 3, (medium, sizes)
        assert page.locator(".menu [aria-current]").count() == 1
        page.close()


def test_the_exit_stands_at_the_same_place_inside_the_frame(browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        usual = page.locator("a.keluar").bounding_box()
        page.goto(f"{address}b/")
        framed = page.frame_locator("iframe").locator("a.keluar")
        framed.wait_for()
        page.frame_locator("iframe").locator(".senyap").wait_for(state="hidden")
        assert framed.bounding_box() == usual
        page.close()


def test_the_honest_words_stand_whole_above_the_exit_and_a_front_page_shows_all_its_numbers(browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        covered = {}
        for path, what in (("", ".diawasi summary"), ("mui/", ".bahaya"), ("en/", ".bahaya")):
            page.goto(address + path)
            box, bar = page.locator(what).bounding_box(), page.locator("a.keluar").bounding_box()
            covered[path] = box["y"] + box["height"] - bar["y"]
        page.close()
    assert [path for path, pixels in covered.items() if pixels > 4] == [], covered


@pytest.mark.parametrize("path", ["layanan/", "saring/buka/", "kecamatan/lubuk-linggau-timur-i/", "topik/"])
def test_a_list_on_paper_says_whom_to_call(path, browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page()
        page.goto(address + path)
        page.emulate_media(media="print")
        assert page.locator('main a[href="tel:110"]').first.is_visible()
        page.close()


def test_paper_leaves_no_half_sentence_where_a_link_to_a_file_stood(browser, real_built):
    with served(real_built.site) as address:
        page = browser.new_page()
        page.goto(f"{address}kabar/")
        page.emulate_media(media="print")
        assert [text for text in page.locator("article p").all_inner_texts() if text[:1].islower()] == []
        page.close()


def test_letters_twice_as_large_push_nothing_off_a_narrow_screen_and_cover_nothing(browser, real_built):
    """As somebody sets them in a browser or telephone (WCAG 1.4.4)."""
    with served(real_built.site) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        try:
            page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        except Exception:
            pytest.skip("ukuran huruf peramban ini hanya bisa diatur di Chromium")
        wide = {}
        for path in ("", "darurat/", "topik/kdrt/", "hotline/komnas-perempuan/", "mui/"):
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            wide[path] = page.evaluate("document.documentElement.scrollWidth")
        mode = page.locator(".senyap").first.bounding_box()
        inner = page.evaluate("() => { const text = document.createRange(); text.selectNodeContents(document.querySelector('.kepala-nama')); return text.getBoundingClientRect().top; }")
        page.close()
    assert {path: width for path, width in wide.items() if width > 360} == {}
    assert inner >= mode["y"] + mode["height"]
