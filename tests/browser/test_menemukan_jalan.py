"""Finding one's way: danger first, then what happened and to whom, then search, then services nearby; all of it without a script."""

from __future__ import annotations

import pytest
from reader import DESK, PHONE, Reader, served


@pytest.fixture(scope="module")
def base(built_once):
    with served(built_once[0].site) as address:
        yield address


@pytest.fixture
def window(browser, base):
    opened = []

    def make(**options):
        opened.append(Reader(browser, base, **options))
        return opened[-1]

    yield make
    for reader in opened:
        reader.context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("javascript", [False, True], ids=["without-script", "with-script"])
def test_home_goes_from_danger_to_needs_to_search_to_services_nearby(javascript, size, window):
    page = window(javascript=javascript, size=size).go("")
    tops = [page.locator(place).first.bounding_box()["y"] for place in ('main a[href="tel:110"]', "#apa-yang-terjadi", "#untuk-saya", "#cari", '#layanan-di-dekat-anda', 'a[href^="kecamatan/"]', 'main a[href="pencegahan/"]')]
    assert tops == sorted(tops)
    assert page.locator("#cari").count() == 1
    assert page.locator("main img, main picture, main video").count() == 0


def test_needs_stand_under_the_person_they_happen_to(window):
    page = window(javascript=False).go("")
    groups = page.locator(".kebutuhan").evaluate_all("all => all.map(one => [one.querySelector('h3').textContent, ...Array.from(one.querySelectorAll('a'), link => link.textContent)])")
    assert groups == [["Saya", "Saya dalam bahaya", "Saya dipukul di rumah"], ["Orang lain", "Tetangga saya dipukul di rumah"]]
    page.click('a[href="#untuk-orang-lain"]')
    assert page.locator("#untuk-orang-lain").bounding_box()["y"] < PHONE["height"] / 2


def test_the_search_box_on_home_moves_nothing_when_its_script_comes(window):
    without, within = (window(javascript=javascript).go("").locator("#layanan-di-dekat-anda").bounding_box()["y"] for javascript in (False, True))
    assert abs(without - within) <= 1
