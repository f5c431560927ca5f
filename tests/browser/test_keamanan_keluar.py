"""The way out: it works as a link, it leaves nothing to step back or forward into, and it never stands in the way."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import expect
from reader import BEFORE, DESK, EXIT, PHONE

WAY = ".keluar"
PAGES = {"Beranda": "", "Darurat": "darurat/", "Kebutuhan": "topik/kdrt/", "Hotline": "hotline/sahabat-129/", "Layanan": "layanan/klinik/", "Privasi": "tentang/privasi/"}
SIZES = {"360": PHONE, "1280": DESK}


def press_shift(page, times):
    for _ in range(times):
        page.keyboard.press("Shift")


def out(page):
    page.wait_for_url(EXIT, wait_until="commit")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("javascript", [False, True], ids=["without-script", "with-script"])
def test_one_touch_leaves_in_the_same_window(javascript, size, window):
    reader = window(javascript=javascript, size=SIZES[size])
    page = reader.arrive("topik/kdrt/")
    link = page.locator(WAY)
    box = link.bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44
    assert set(link.get_attribute("rel").split()) == {"nofollow", "noreferrer"}
    link.click()
    out(page)
    assert len(reader.context.pages) == 1
    assert page.evaluate("document.referrer") == ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_it_stands_at_the_same_place_and_covers_no_focus(name, size, window):
    page = window(size=SIZES[size]).go(PAGES[name])
    place = page.locator(WAY).bounding_box()
    home = window(size=SIZES[size]).go("").locator(WAY).bounding_box()
    assert place == home
    page.evaluate("scrollTo(0, 1e6)")
    assert page.locator(WAY).bounding_box() == place
    page.evaluate("scrollTo(0, 0)")
    covered = page.evaluate("""() => {
      const way = document.querySelector('.keluar'), found = [];
      for (const one of document.querySelectorAll('a[href], button, summary, input, select')) {
        if (one === way || !one.checkVisibility() || one.closest('details:not([open])') && one.localName !== 'summary') continue;
        one.focus();
        const a = one.getBoundingClientRect(), b = way.getBoundingClientRect();
        if (a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom) found.push(one.outerHTML);
        const top = document.elementFromPoint((b.left + b.right) / 2, (b.top + b.bottom) / 2);
        if (!way.contains(top)) found.push('over the exit: ' + top.outerHTML);
      }
      return found;
    }""")
    assert covered == []


@pytest.mark.parametrize("name", ["Hotline", "Layanan-daftar"])
def test_at_400_percent_every_stop_of_the_keyboard_is_seen_with_everything_opened(name, window):
    """1280 px at 400 percent are 320 px, and 225 px high: the exit's bar takes a quarter of that."""
    page = window(size={"width": 320, "height": 225}).go({**PAGES, "Layanan-daftar": "layanan/"}[name])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    stops = 0
    while True:
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
          const one = document.activeElement, way = document.querySelector('.keluar');
          if (one === document.body) return 'end';
          const a = one.getBoundingClientRect(), b = way.getBoundingClientRect();
          const over = one !== way && a.right > b.left && a.left < b.right && a.bottom > b.top + 1 && a.top < b.bottom;
          return over || a.bottom <= 0 || a.top >= innerHeight ? one.outerHTML : '';
        }""")
        if found == "end":
            break
        assert found == ""
        stops += 1
    assert stops > 20


def test_it_is_the_second_stop_of_the_keyboard_and_enter_takes_it(window):
    page = window(size=DESK).go("topik/kdrt/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "keluar"
    page.keyboard.press("Enter")
    out(page)


def test_the_screen_is_blank_before_the_other_page_comes(window):
    """The other page is held back; the next frame shows nothing, in the colours of the system."""
    reader = window()
    page = reader.arrive("topik/kdrt/")
    held = []
    page.route(EXIT, lambda route: held.append(route))
    seen = page.evaluate("""() => new Promise(done => {
      const before = history.length;
      document.querySelector('.keluar').click();
      requestAnimationFrame(() => done([getComputedStyle(document.documentElement).display, document.title, document.body.getClientRects().length, history.length - before]));
    })""")
    assert seen == ["none", "", 0, 0]
    if page.context.browser.browser_type.name == "chromium":  # Playwright takes no picture of a page that waits for another
        taken = page.context.new_cdp_session(page).send("Page.captureScreenshot")["data"]
        assert len(Image.open(io.BytesIO(base64.b64decode(taken))).convert("RGB").getcolors()) == 1
    held[0].fulfill(status=200, content_type="text/html", body="lain")
    out(page)


def test_a_page_that_comes_back_from_the_cache_is_whole_again(window):
    page = window().go("topik/kdrt/")
    title = page.evaluate("document.title")
    page.route(EXIT, lambda route: route.fulfill(status=204))  # no other page comes: this one stays
    page.evaluate("document.querySelector('.keluar').click()")
    assert page.evaluate("document.title") == ""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.evaluate("document.title") == title
    assert page.evaluate("document.querySelector('h1').checkVisibility()")


def test_leaving_adds_no_entry_and_leaves_no_way_forward(window):
    reader = window()
    page = reader.arrive()
    page.click('main a[href="darurat/"]')
    page.wait_for_url("**/darurat/")
    reader.back()
    length = page.evaluate("history.length")
    page.locator(WAY).click()
    out(page)
    assert page.evaluate("history.length") <= length
    assert page.go_forward(wait_until="commit", timeout=2000) is None, "halaman depan masih ada"
    assert page.url == EXIT


def test_in_mode_senyap_back_never_shows_the_site(window):
    reader = window()
    page = reader.arrive()
    length = page.evaluate("history.length")
    page.get_by_role("button", name="Senyap").click()
    for path in ("darurat/", "tentang/", "tentang/privasi/"):
        with page.expect_navigation():
            page.evaluate("path => { const link = document.createElement('a'); link.href = path; document.body.append(link); link.click(); }", reader.base + path)
        assert page.get_by_role("button", name="Senyap").get_attribute("aria-pressed") == "true"
    with page.expect_navigation():
        page.locator(".remah a").first.click()
    page.evaluate("location.hash || document.querySelector('.lompat').click()")
    assert page.evaluate("history.length") == length
    page.locator(WAY).click()
    out(page)
    assert page.evaluate("window.name") == "", "tidak ada yang ikut ke halaman lain"
    for _ in range(5):
        assert not reader.back().startswith(reader.base)


def test_in_mode_senyap_back_never_shows_the_site_even_for_who_had_gone_back_before(window):
    reader = window()
    page = reader.arrive()
    page.click('main a[href="darurat/"]')
    page.wait_for_url("**/darurat/")
    reader.back()
    page.get_by_role("button", name="Senyap").click()
    assert not page.evaluate("navigation.canGoForward"), "halaman depan masih ada"
    page.click('main a[href="topik/kdrt/"]')
    page.wait_for_url("**/topik/kdrt/")
    page.locator(WAY).click()
    out(page)
    assert [reader.back() for _ in range(2)] == [reader.base, BEFORE], "hanya halaman sebelum mode senyap"


def test_without_the_mode_back_shows_the_page_before_and_the_site_says_so(window):
    reader = window()
    page = reader.arrive()
    page.click('main a[href="darurat/"]')
    page.wait_for_url("**/darurat/")
    page.locator(WAY).click()
    out(page)
    assert reader.back() == reader.base
    text = reader.go("tentang/privasi/").inner_text("main")
    assert "dapat membuka halaman situs ini yang Anda baca sebelumnya" in " ".join(text.split())


def test_the_mode_is_switched_off_again_and_stored_nowhere(window):
    reader = window()
    page = reader.arrive()
    button = page.get_by_role("button", name="Senyap")
    button.click()
    assert page.locator(".keluar-kabar").inner_text().startswith("Mode senyap menyala.")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search + location.hash]") == [0, 0, "", ""]
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    length = page.evaluate("history.length")
    page.click('main a[href="darurat/"]')
    page.wait_for_url("**/darurat/")
    assert page.evaluate("history.length") == length + 1
    assert reader.traces == []


def test_without_javascript_senyap_leads_to_what_can_be_done(window):
    page = window(javascript=False).go("topik/kdrt/")
    page.click(".senyap")
    page.wait_for_url("**/tentang/privasi/#senyap", wait_until="commit")
    assert page.locator('main a[href="../../b/"]').is_visible()


@pytest.mark.parametrize("size", [DESK, {"width": 360, "height": 640}])
def test_the_announcement_is_seen_beside_the_exit_and_covers_it_nowhere(size, window):
    page = window(size=size).arrive("topik/kdrt/")
    press_shift(page, 1)
    news, bar = page.locator(".keluar-kabar").bounding_box(), page.locator("a.keluar").bounding_box()
    assert 0 <= news["y"] and news["y"] + news["height"] <= size["height"] and news["height"] > 20
    assert news["y"] >= bar["y"] + bar["height"] or news["y"] + news["height"] <= bar["y"] + 1


def test_three_shifts_leave_and_are_announced(window):
    page = window(size=DESK).arrive("topik/kdrt/")
    news = page.locator(".keluar-kabar")
    assert news.get_attribute("role") == "status"
    press_shift(page, 1)
    assert news.inner_text() == "Tekan Shift 2 kali lagi untuk keluar."
    press_shift(page, 1)
    assert news.inner_text() == "Tekan Shift 1 kali lagi untuk keluar."
    press_shift(page, 1)
    out(page)


def test_shift_within_five_seconds_each(window):
    reader = window(size=DESK)
    reader.page.clock.install()
    page = reader.go("topik/kdrt/")
    press_shift(page, 2)
    page.clock.run_for(3500)
    assert page.locator(".keluar-kabar").inner_text() == "Tekan Shift 1 kali lagi untuk keluar."
    page.clock.run_for(1600)
    assert page.locator(".keluar-kabar").inner_text() == "Tidak jadi keluar."
    press_shift(page, 2)
    assert page.url.endswith("topik/kdrt/")
    page.clock.run_for(3500)
    press_shift(page, 1)
    out(page)


def test_shift_as_a_modifier_or_while_typing_stays(window):
    page = window(size=DESK).go("topik/kdrt/")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    for _ in range(4):
        page.keyboard.down("Shift")
        page.mouse.click(5, 300)
        page.keyboard.up("Shift")
    for _ in range(4):
        page.keyboard.down("Shift")
        page.mouse.wheel(0, 100)
        page.wait_for_timeout(50)
        page.keyboard.up("Shift")
    for _ in range(4):
        page.keyboard.down("Shift")
        page.keyboard.down("Shift")
        page.keyboard.up("Shift")
    press_shift(page, 2)
    page.keyboard.press("ArrowDown")
    press_shift(page, 2)
    page.keyboard.press("ArrowDown")
    page.focus("#cari-isian")
    press_shift(page, 4)
    assert page.locator("h1").is_visible()
    assert page.url.endswith("topik/kdrt/")


@pytest.mark.parametrize("place", [".saring [type=checkbox]", ".saring select", ".saring summary", "main .daftar a"])
def test_three_shifts_leave_from_wherever_nobody_types(place, window):
    page = window(size=DESK).arrive("layanan/")
    page.click(".saring summary")
    page.locator(place).first.focus()
    press_shift(page, 3)
    out(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("javascript", [False, True], ids=["without-script", "with-script"])
def test_the_shell_is_one_line_in_the_history(javascript, size, window):
    reader = window(javascript=javascript, size=SIZES[size])
    page = reader.arrive("b/")
    inside = page.frame_locator("iframe")
    assert page.title() == "Catatan"
    length = page.evaluate("history.length") if javascript else None
    inside.locator('main a[href^="tel:"]').first.wait_for()
    with page.expect_event("framenavigated"):
        inside.locator('main a[href="darurat/"]').click()
    inside.locator("h1", has_text="Darurat").wait_for()
    assert page.url == f"{reader.base}b/" and page.title() == "Catatan"
    if javascript:
        assert page.evaluate("history.length") == length, "catatan, satu baris"
        expect(inside.locator(".senyap")).to_be_hidden()
    inside.locator(WAY).click()
    out(page)
    if javascript:
        assert reader.back() == BEFORE


@pytest.mark.parametrize("javascript", [False, True], ids=["without-script", "with-script"])
def test_the_shell_has_an_exit_of_its_own_before_the_frame_has_come(javascript, window):
    reader = window(javascript=javascript)
    reader.page.route(reader.base, lambda route: None)
    reader.page.goto(f"{reader.base}b/", wait_until="commit")
    way = reader.page.locator(".keluar-bingkai")
    way.wait_for()
    inner = window().go("").locator(WAY).bounding_box()
    assert way.bounding_box() == inner
    way.focus()
    reader.page.keyboard.press("Enter")
    out(reader.page)


def test_other_sites_open_outside_the_shell(window):
    page = window(javascript=False).go("tentang/data/")
    targets = page.locator('main a[href^="https://"]').evaluate_all("all => all.map(one => one.target)")
    assert targets and set(targets) == {"_top"}
