"""The first screen waits for nothing but the page itself, and nothing on it moves when the rest arrives."""

from __future__ import annotations

import re

import pytest
from reader import DESK, PAGES, PHONE, Slow, served

KINDS = {**PAGES, "Kebutuhan semua": "topik/", "Hotline semua": "hotline/", "Layanan semua": "layanan/", "Kecamatan": "kecamatan/lubuk-linggau-timur-i/", "Pencegahan": "pencegahan/untuk-anak/",
         "Panduan": "panduan/menyimpan-bukti/", "Alur": "alur/kdrt/", "Istilah": "istilah/", "Indeks": "a-z/", "Sumber": "tentang/sumber/", "Data": "tentang/data/", "Kabar": "kabar/",
         "English": "en/topik/kdrt/", "Simpan": "simpan/", "Tidak ada": "404.html"}
MOVED = """() => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => list.getEntries().forEach(entry => entry.sources.forEach(source => {
    const node = source.node || {};
    found.push([(node.className || node.nodeName || '?').toString(), Math.round(source.currentRect.y - source.previousRect.y), Math.round(source.currentRect.x - source.previousRect.x)]);
  }))).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(found), 50);
})"""
"""What moved since the page came, as ``[what, down, right]`` in CSS pixels (https://wicg.github.io/layout-instability/)."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_moves_when_the_rest_of_the_style_and_the_scripts_come_late(browser, real_built, size):
    moved = {}
    with served(real_built.site, Slow) as base:
        for name, path in KINDS.items():
            page = browser.new_page(viewport=size)
            page.goto(base + path, wait_until="load")
            page.wait_for_timeout(100)
            moved[name] = page.evaluate(MOVED)
            page.close()
    assert {name: found for name, found in moved.items() if found} == {}


@pytest.mark.parametrize("name", PAGES)
def test_the_number_is_painted_in_its_place_before_any_file_beside_the_page_has_come(name, browser, real_built):
    with served(real_built.site) as base:
        page = browser.new_page(viewport=PHONE)
        page.route("**/aset/*", lambda route: None)
        page.goto(base + PAGES[name], wait_until="commit")
        page.evaluate("new Promise(done => new PerformanceObserver(list => done(list.getEntries().length)).observe({type: 'paint', buffered: true}))")
        number = page.locator('main a[href^="tel:"]').first
        box = number.bounding_box()
        assert box["height"] >= 44 and number.evaluate("link => getComputedStyle(link).backgroundColor") != "rgba(0, 0, 0, 0)"
        bar = page.locator("a.keluar")
        assert bar.bounding_box()["y"] + bar.bounding_box()["height"] == PHONE["height"] and bar.evaluate("link => getComputedStyle(link).position") == "fixed"
        page.close()


def test_a_page_carries_only_styles_its_policy_names(browser, real_built):
    """A changed letter in a style inside the page is refused by the browser itself."""
    with served(real_built.site) as base:
        page = browser.new_page(viewport=PHONE)
        page.goto(base)
        assert page.locator("a.keluar").evaluate("link => getComputedStyle(link).position") == "fixed"
        page.route(base, lambda route: route.fulfill(body=re.sub("position:fixed", "position:fixed ", route.fetch().text()), content_type="text/html"))
        page.goto(base)
        assert page.locator("a.keluar").evaluate("link => getComputedStyle(link).position") == "static"
        page.close()
