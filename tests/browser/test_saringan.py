"""Lists of services are narrowed by pages of their own, and in place with a script: the same answers, said aloud, kept nowhere."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from building import HOME, TODAY
from playwright.sync_api import expect
from reader import DESK

from site_src.bundle.folder import folder_files
from site_src.load import load_site
from site_src.pages.open_now import compact

KEYS = ["kebutuhan", "kecamatan", "sektor", "untuk", "ya"]


def names(page):
    return page.locator(".saringan > li:visible > a").all_inner_texts()


def choose(page, key, value):
    """Choose in the form: a select by the name beside it, a fact by its box."""
    bar = page.locator(".saring")
    if not bar.evaluate("one => one.open"):
        bar.locator("summary").click()
    if key == "ya":
        bar.get_by_label(value).check()
    else:
        bar.get_by_label(key).select_option(label=value)


def test_each_value_has_an_address_that_the_bar_leads_to(window):
    page = window(javascript=False).go("layanan/")
    page.click(".saring summary")
    bar = page.locator("[data-saring]").evaluate_all("all => all.map(group => [group.dataset.saring, Array.from(group.querySelectorAll('a'), link => [link.firstChild.data.trim(), link.href, link.querySelector('span') && +link.querySelector('span').textContent.slice(1, -1)])])")
    assert [key for key, _ in bar] == KEYS
    found = dict((key, [text for text, _, _ in links]) for key, links in bar)
    assert found == {"kebutuhan": ["Bahaya sekarang", "Kekerasan di rumah"], "kecamatan": ["Contoh Utara", "Contoh Selatan"], "sektor": found["sektor"], "untuk": ["Yang mengalami kekerasan"],
                     "ya": ["Sedang buka", "Bisa dengan kursi roda", "Ada petugas perempuan"]}
    for _, links in bar:
        for text, address, count in links:
            page.goto(address)
            rows = page.locator(".saringan > li").count()
            assert page.locator(".saring-hasil").inner_text() == f"{rows} layanan.", address
            assert count in (None, rows), f"{text}: {count} di saringan, {rows} di halamannya"
            assert page.locator("[data-saring]").count() == len(KEYS)


def test_a_choice_in_place_leaves_what_its_own_page_lists(window):
    plain, page = window(javascript=False), window(size=DESK).go("layanan/")
    links = plain.go("layanan/").locator("[data-saring] a").evaluate_all("all => all.map(link => [link.closest('ul').previousElementSibling.textContent, link.closest('ul').dataset.saring, link.firstChild.data.trim(), link.href])")
    for name, key, text, address in links:
        if text == "Sedang buka":
            continue
        listed = plain.go(address).locator(".saringan > li > a").all_text_contents()
        choose(page, key if key == "ya" else name, text)
        assert sorted(names(page)) == sorted(listed), f"{name}: {text}"
        page.get_by_role("button", name="Hapus saringan").click()
        expect(page.locator(".saringan > li[hidden]")).to_have_count(0)


def test_choices_are_combined_counted_said_and_stand_in_no_address(window):
    reader = window(size=DESK)
    page = reader.go("layanan/")
    said = page.locator(".saring-hasil")
    assert said.get_attribute("role") == "status"
    before = page.url, page.evaluate("history.length")
    choose(page, "Kebutuhan", "Kekerasan di rumah")
    choose(page, "Kecamatan", "Contoh Utara")
    assert names(page) == ["Dinas Perlindungan Kota Contoh", "Klinik Contoh"]
    choose(page, "Sektor", "Kesehatan")
    assert (names(page), said.inner_text()) == (["Klinik Contoh"], "1 dari 3 layanan.")
    assert page.locator("h2:visible").count() >= 1
    assert (page.url, page.evaluate("history.length")) == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert reader.traces == []
    page.reload()
    assert len(names(page)) == 3


def test_what_nobody_knows_is_never_a_yes_and_is_counted(window):
    page = window(size=DESK).go("layanan/")
    choose(page, "ya", "Bisa dengan kursi roda")
    assert (names(page), page.locator(".saring-hasil").inner_text()) == (["Klinik Contoh"], "1 dari 3 layanan. 2 lagi tidak ikut, karena belum diketahui.")
    choose(page, "ya", "Ada petugas perempuan")
    assert page.locator(".saring-hasil").inner_text() == "0 dari 3 layanan. 2 lagi tidak ikut, karena belum diketahui. Longgarkan saringan, atau hubungi hotline."
    assert page.locator(".saringan:visible").count() == 0
    assert page.get_by_role("heading", name="Di kota ini").is_hidden()


def test_the_page_of_an_access_counts_what_is_unknown(window):
    page = window(javascript=False).go("saring/petugas-perempuan/")
    assert names(page) == []
    text = page.inner_text("main")
    assert "Belum ada layanan yang kami ketahui begitu." in text and "Belum diketahui: 2 layanan." in text and "Tidak: 1 layanan." in text


@pytest.mark.parametrize("moment, rows", [("2026-11-23T02:00:00Z", ["Klinik Contoh"]), ("2026-11-23T12:00:00Z", [])])
def test_open_now_is_judged_in_wib_and_hours_unknown_are_no_yes(moment, rows, window):
    reader = window(size=DESK)
    reader.page.clock.set_fixed_time(moment)
    page = reader.go("layanan/")
    hours = compact("Mo-Fr 08:00-16:00; PH off", TODAY, load_site(HOME).site.calendar)
    page.evaluate("hours => document.querySelectorAll('[data-jam]').forEach(row => { row.dataset.jam = hours; })", hours)
    choose(page, "ya", "Sedang buka")
    assert names(page) == rows
    assert "2 lagi tidak ikut, karena belum diketahui." in page.locator(".saring-hasil").inner_text()


def test_the_page_of_open_services_tells_hours_without_a_script_and_now_with_it(window):
    text = window(javascript=False).go("saring/buka/").inner_text("main").replace("\u00a0", " ")
    assert "Jam: Senin–Jumat 08.00–16.00 WIB; hari libur nasional tutup" in text and "Jam: 24 jam setiap hari" in text and "2 layanan lain belum kami ketahui jamnya." in text
    assert "Sedang buka" in window(size=DESK).go("saring/buka/").locator(".saringan .buka").all_inner_texts()


def test_choices_go_with_the_exit(window):
    page = window(size=DESK).go("layanan/")
    choose(page, "Kebutuhan", "Bahaya sekarang")
    page.evaluate("document.documentElement.hidden = true; dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})); document.documentElement.hidden = false")
    expect(page.locator(".saringan > li[hidden]")).to_have_count(0)
    assert page.locator(".saring select").evaluate_all("all => all.map(one => one.value)") == ["", "", "", ""]


def test_lists_are_narrowed_in_the_folder_on_a_stick(browser, built_once, tmp_path):
    site = built_once[0].site
    for path, content in folder_files({file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}, "/", "Salinan.").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    page = browser.new_page(viewport=DESK)
    page.goto((tmp_path / "layanan" / "index.html").as_uri())
    choose(page, "Sektor", "Kesehatan")
    assert names(page) == ["Klinik Contoh"]
    link = page.locator("nav a[href*='saring/'], .saringan a").first.get_attribute("href")
    assert urlsplit(urljoin(page.url, link)).scheme == "file" and link.endswith("index.html")
    page.close()
