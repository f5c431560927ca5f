"""What is left when almost everything fails: no script, no style, or only the first bytes. The number can be read and tapped."""

from __future__ import annotations

import re
import zlib

import pytest
from reader import FIRST, PAGES, PHONE, read_and_tapped, served
from selectolax.lexbor import LexborHTMLParser

STYLE = re.compile(rb"<style.*?</style>|<link[^>]*stylesheet[^>]*>", re.DOTALL)


def test_every_page_of_a_need_hotline_or_service_that_has_a_number_has_it_in_the_first_bytes(real_built):
    late = []
    for kind in ("topik", "hotline", "layanan"):
        for page in sorted((real_built.site / kind).glob("*/index.html")):
            whole = page.read_bytes()
            if b'href="tel:' in whole.partition(b"<main")[2]:
                came = zlib.decompressobj(31).decompress((page.parent / "index.html.gz").read_bytes()[: FIRST - 500])
                late += [page.parent.name] * (b'href="tel:' not in came.partition(b"<main")[2])
    assert late == []


def test_every_table_stands_in_a_region_named_for_its_heading_that_the_keyboard_reaches(real_built):
    loose, seen = [], 0
    for path in sorted(real_built.site.rglob("index.html")):
        names, heading = [], ""
        for node in LexborHTMLParser(path.read_bytes()).css("h1, h2, h3, table:not(.grafik)"):
            if node.tag != "table":
                heading = node.text().strip()
                continue
            around, seen = node.parent.attributes, seen + 1
            names.append(around.get("aria-label"))
            named = names[-1] == heading or "kelola" in path.parts and names[-1]
            if (around.get("class"), around.get("role"), around.get("tabindex")) != ("tabel", "region", "0") or not named:
                loose.append((str(path), names[-1]))
        assert len(names) == len(set(names)), path
    assert loose == [] and seen > 20


@pytest.mark.parametrize("path, said", [("", "riwayat tidak terhapus"), ("en/", "history is not cleared"), ("mui/topik/kdrt/", "riwayat HP dak ilang")])
def test_the_exit_says_what_it_does_not_clear_in_the_language_of_the_page(path, said, real_built):
    small = LexborHTMLParser((real_built.site / path / "index.html").read_bytes()).css_first("a.keluar small")
    assert small.text() == said and "lang" not in small.attributes


@pytest.mark.parametrize("name", PAGES)
def test_without_script_and_style_the_number_can_be_read_and_tapped_and_all_ways_are_there(name, browser, real_built):
    with served(real_built.site) as base:
        context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=False)
        page = context.new_page()

        def naked(route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=STYLE.sub(b"", answer.body()), headers={**answer.headers, "content-length": ""})

        page.route("**/*", naked)
        page.goto(base + PAGES[name])
        assert page.evaluate("document.styleSheets.length") == 0
        assert read_and_tapped(page)
        page.locator("summary", has_text="Menu").first.click()
        for way in ('nav a[href$="a-z/"]', 'nav a[href$="darurat/"], nav a[href="./"]', 'a[href^="https://id.wikipedia.org"]', "footer a[href$='privasi/']"):
            assert page.locator(way).first.is_visible(), way
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "digulir ke samping"
        context.close()


def test_without_script_at_360_px_every_list_and_letter_is_there(browser, real_built):
    with served(real_built.site) as base:
        context = browser.new_context(viewport=PHONE, java_script_enabled=False)
        page = context.new_page()
        for path, rows in {"topik/": "topik/*", "hotline/": "hotline/*", "layanan/": "layanan/*", "alur/": "alur/*"}.items():
            page.goto(base + path)
            folders = {one.name for one in real_built.site.glob(rows) if one.is_dir() and 'data-jenis="pendek"' not in (one / "index.html").read_text(encoding="utf-8")}
            shown = page.locator("main a[href]").evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.getAttribute('href'))")
            closed = {one.stem for one in (real_built.root / "content" / "layanan").glob("*.md") if "\nkeberadaan: tutup\n" in one.read_text(encoding="utf-8")}
            assert folders - closed - {href.strip("/").split("/")[-1] for href in shown} == set(), path
        page.goto(base + "a-z/")
        letters = page.locator(".huruf a").all()
        assert len(letters) > 15
        letters[-1].click()
        target = page.locator(letters[-1].get_attribute("href"))
        assert target.bounding_box()["y"] < PHONE["height"] and page.locator(".keluar").is_visible()
        context.close()
