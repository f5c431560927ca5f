"""Both editions opened by double-click, as on a computer without internet: pages, links, exit, search."""

from __future__ import annotations

from datetime import date

import pytest
from building import HOME

from site_src import pipeline
from site_src.bundle.freshness import sentence
from site_src.bundle.single import single_file

AGE = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."
PHONE = {"width": 360, "height": 740}


@pytest.fixture(params=[False, True], ids=["tanpa-skrip", "dengan-skrip"])
def visit(browser, request):
    """A page, and every address it asked for that is no file."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda asking: asked.append(asking.url) if not asking.url.startswith(("file:", "data:")) else None)
    # A page that is left before its icon has come cancels that request; a file that is missing fails in another way.
    page.on("requestfailed", lambda asking: faults.append(asking.url) if "ERR_ABORTED" not in (asking.failure or "") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page, asked, faults, request.param
    context.close()


def test_the_folder_opens_every_page_by_its_links_and_asks_nobody(visit, stick):
    page, asked, faults, _ = visit
    page.goto((stick / "index.html").as_uri())
    page.locator('main a[href="topik/kdrt/index.html"]').first.click()
    assert page.url == (stick / "topik" / "kdrt" / "index.html").as_uri()
    assert page.locator("main .salinan").is_visible() and AGE in page.locator("main .salinan").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.telepon-besar')).textDecorationLine") == "none"
    page.locator(".kepala-nama").click()
    assert page.url == (stick / "index.html").as_uri()
    for path in sorted(stick.rglob("*.html")):
        page.goto(path.as_uri())
        assert AGE in page.inner_text("main"), path
    assert (asked, faults) == ([], [])


def test_search_works_in_the_folder(visit, stick):
    page, asked, faults, script = visit
    page.goto((stick / "index.html").as_uri())
    if not script:
        assert page.locator(".cari-tautan").get_attribute("href").endswith("a-z/index.html")
        return
    page.fill("#cari-isian", "dipukul")
    page.wait_for_selector(".cari-hasil a")
    page.locator("details:has(#cari-jenis) > summary").click()
    page.select_option("#cari-jenis", "topik")
    page.wait_for_function("[...document.querySelectorAll('.cari-hasil a')].every(link => link.getAttribute('href').includes('topik/'))")
    page.locator(".cari-hasil a").first.click()
    page.wait_for_url("**/index.html")
    assert page.url.startswith(stick.as_uri()) and (asked, faults) == ([], [])


def test_the_single_file_is_complete_and_asks_nobody(visit, packed):
    page, asked, faults, _ = visit
    page.goto((packed / "dist" / "info-warga.html").as_uri())
    assert page.title() == "Informasi warga"
    first = page.locator('a[href="tel:110"]').first
    box, leave = first.bounding_box(), page.locator(".keluar").bounding_box()
    assert box["y"] + box["height"] < PHONE["height"] and leave["y"] + leave["height"] <= PHONE["height"]
    page.locator("summary", has_text="Saya dipukul di rumah").click()
    assert page.locator("details[open]").inner_text().count(AGE) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert (asked, faults) == ([], [])


def test_the_single_file_searches_in_itself(visit, packed):
    page, asked, faults, script = visit
    page.goto((packed / "dist" / "info-warga.html").as_uri())
    if not script:
        assert page.locator("#cari").inner_text() == ""
        return
    page.fill("#cari-isian", "suami gebukin aku")
    page.locator("#cari a", has_text="Kekerasan di rumah").click()
    assert page.locator("#t-kdrt").get_attribute("open") is not None and "#" not in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.input_value("#cari-isian") == "" and page.locator("#cari a").count() == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0 and (asked, faults) == ([], [])


def test_the_single_file_works_without_an_origin_as_from_a_chat(browser, packed):
    """A messenger hands it on as ``content://``: an origin like no other, which may store nothing and ask nobody. A sandbox is the same here."""
    page = browser.new_page(viewport=PHONE)
    asked = []
    page.on("request", lambda asking: asked.append(asking.url) if not asking.url.startswith(("about:", "data:")) else None)
    page.set_content('<iframe sandbox="allow-scripts" width="340" height="700"></iframe>')
    page.evaluate("text => { document.querySelector('iframe').srcdoc = text }", (packed / "dist" / "info-warga.html").read_text(encoding="utf-8"))
    inside = page.frame_locator("iframe")
    inside.locator('a[href="tel:110"]').first.wait_for()
    assert page.frames[1].evaluate("self.origin") == "null" and page.frames[1].evaluate("getComputedStyle(document.querySelector('.keluar')).position") == "fixed"
    inside.locator("#cari-isian").fill("suami gebukin aku")
    inside.locator("#cari a", has_text="Kekerasan di rumah").click()
    assert page.frames[1].evaluate("document.querySelector('#t-kdrt').open") and asked == []
    page.close()


def test_an_urgent_word_brings_the_pages_own_numbers_with_their_age(browser, tmp_path):
    """In the real city's file: the tiny city has no rules of emergencies."""
    ledger = pipeline.check(HOME, date(2026, 11, 23)).ledger
    file = tmp_path / "info-warga.html"
    file.write_bytes(single_file(ledger))
    page = browser.new_page(viewport=PHONE)
    page.goto(file.as_uri())
    page.fill("#cari-isian", "suami mau bunuh aku sekarang")
    box = page.locator("#cari .bahaya")
    box.wait_for()
    assert box.locator('a[href="tel:110"]').count() == 1 and box.inner_text().count(sentence(ledger)) == box.locator("li").count() > 0
    page.close()
