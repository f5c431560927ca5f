"""Finding one's way: danger first, then what happened and to whom, then search, then services nearby; all of it without a script."""

from __future__ import annotations

import pytest
from reader import DESK, PHONE


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


def test_a_place_is_told_in_words_and_opens_in_the_phones_own_map(window):
    page = window(javascript=False).go("layanan/klinik/")
    place = page.locator("dl.datang")
    assert "Jl. Kenanga, Kelurahan Mawar, Kecamatan Contoh Selatan" in place.inner_text()
    link = place.get_by_role("link", name="Buka di aplikasi peta ponsel")
    assert link.get_attribute("href") == "geo:-3.25,102.75?q=-3.25,102.75"
    assert "Aplikasi peta dapat mencatat tempat yang Anda buka." in place.inner_text()


def test_nobody_is_asked_where_they_are(built_once):
    """Nearest is by the kecamatan somebody chooses: no script of the site knows the word."""
    scripts = [file.read_text(encoding="utf-8") for file in (built_once[0].site / "aset").glob("*.js")]
    assert scripts and not any("geolocation" in script for script in scripts)


def test_a_pathway_is_read_as_numbered_steps_and_then_seen_as_the_same_steps(window):
    page = window(javascript=False).go("alur/lapor/")
    steps = page.locator("main h2[id^='langkah-']")
    picture = page.locator("svg[role=img]")
    titles = [text.split(". ", 1)[1] for text in steps.all_inner_texts()]
    assert picture.locator("text[font-weight='700']").all_text_contents() == [word for number, title in enumerate(titles, 1) for word in (str(number), title)]
    assert picture.bounding_box()["y"] > steps.last.bounding_box()["y"]
    assert picture.get_attribute("aria-label") == f"Gambar alur: {len(titles)} langkah. Isinya sama dengan langkah bernomor di atas."


def test_text_size_contrast_and_darkness_follow_the_system_and_are_stored_nowhere(browser, base):
    """Sizes grow with the reader's own; what is faint is as strong as text where the system asks for more contrast."""
    look = """() => { const of = place => getComputedStyle(document.querySelector(place)); return [of('.kanal-bukti').color, of('body').color, of('body').backgroundColor]; }"""
    seen = {}
    for name, options in {"plain": {}, "more": {"contrast": "more"}, "dark": {"color_scheme": "dark"}}.items():
        context = browser.new_context(java_script_enabled=True, **options)
        page = context.new_page()
        page.goto(base + "hotline/sahabat-129/")
        seen[name] = page.evaluate(look)
        if name == "plain":
            before = page.locator("article p").first.evaluate("one => getComputedStyle(one).fontSize")
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert float(page.locator("article p").first.evaluate("one => getComputedStyle(one).fontSize")[:-2]) == 2 * float(before[:-2])
        context.close()
    assert seen["plain"][0] != seen["plain"][1] and seen["more"][0] == seen["more"][1]
    assert seen["dark"][2] != seen["plain"][2]
