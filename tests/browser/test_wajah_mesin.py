"""The pages in the two other engines: Firefox and WebKit, as Debian has them. The same sentences, where the engines can be had."""

from __future__ import annotations

import re
import time

import firefox
import pytest
import webkit
from axe_playwright_python.sync_playwright import Axe
from reader import DIAL, EXIT, FIRST, PAGES, served

TAB = "\ue004"
SHIFT = "\ue008"
ENTER = "\ue007"
FOCUS = """const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect(), exit = document.querySelector('.keluar').getBoundingClientRect();
return { href: one.getAttribute('href') || '', ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  covered: !one.matches('.keluar') && box.right > exit.left && box.left < exit.right && box.bottom > exit.top && box.top < exit.bottom };"""


def started(name: str, place, size: tuple[int, int] | None, script: bool = True):
    """A running engine; a skipped test where there is none."""
    if name == "firefox" and not firefox.PROGRAM:
        pytest.skip("Firefox tidak terpasang (apt-get install firefox-esr)")
    if name == "webkit" and not (webkit.DRIVER and webkit.WINDOW and webkit.SCREEN):
        pytest.skip("WebKit tidak terpasang (apt-get install webkit2gtk-driver xvfb)")
    return firefox.Firefox(place, script, local=True, size=size) if name == "firefox" else webkit.WebKit(size, script)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def narrow(request, tmp_path_factory):
    running = started(request.param, tmp_path_factory.mktemp("rubah"), (360, 740))
    yield running
    running.close()


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request, tmp_path_factory):
    running = started(request.param, tmp_path_factory.mktemp("rubah"), None)
    yield running
    running.close()


@pytest.fixture(scope="module")
def base(real_built):
    with served(real_built.site) as address:
        yield address


def left(running, base: str) -> None:
    """The window has gone to the exit's page, or to the browser's own words about it where nobody else can be reached."""
    last = time.monotonic() + 30
    while running.address().startswith(base):
        assert time.monotonic() < last, "masih di situs"
        time.sleep(0.2)
    assert running.address() == EXIT or running.address().startswith("about:")


@pytest.mark.parametrize("name", PAGES)
def test_the_number_is_there_and_nothing_scrolls_sideways(name, narrow, base):
    narrow.open(base + PAGES[name])
    assert narrow.run("return innerWidth") < 520
    seen = narrow.run(f"""const one = document.querySelector('{DIAL}'), box = one.getBoundingClientRect(), top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return [box.height >= 44, box.bottom <= innerHeight, one.contains(top)]""")
    assert seen == [True, True, True]
    assert narrow.run("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_the_number_and_sees_where_it_is(name, engine, base):
    engine.open(base + PAGES[name])
    engine.press(TAB)
    assert engine.run(FOCUS)["href"] == "#isi"
    engine.press(ENTER)
    for _ in range(8):
        engine.press(TAB)
        stop = engine.run(FOCUS)
        if stop["href"].startswith("tel:"):
            break
    assert stop == {"href": engine.run(f"return document.querySelector('{DIAL}').getAttribute('href')"), "ring": True, "covered": False}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name, narrow, base):
    """The judge comes as a program of ours: the page's own policy holds for pages, not for what drives the window."""
    narrow.open(base + PAGES[name])
    narrow.run(Axe().axe_script + "; window.axe = axe; axe.run({ resultTypes: ['violations'] }).then(all => { window.said = all.violations.map(one => one.id + ': ' + one.nodes[0].html); });")
    assert narrow.wait("return window.said && [window.said]") == [[]]


def test_the_search_answers_and_opens(engine, base):
    engine.open(base)
    engine.type("#cari-isian", "suami memukul saya")
    assert engine.wait("return document.querySelectorAll('[role=option]').length") > 2
    engine.press(ENTER)
    assert engine.wait("return document.querySelector('[aria-selected=true]')?.getAttribute('href')").endswith("topik/kdrt/")
    engine.press(ENTER)
    engine.wait("return location.pathname === '/topik/kdrt/'")


def test_the_menu_opens_and_the_exit_leaves(narrow, base):
    narrow.open(base + "topik/kdrt/")
    narrow.click(".menu summary")
    assert narrow.run("return document.querySelector('.menu a').checkVisibility()")
    narrow.run("document.querySelector('.keluar').click()")
    left(narrow, base)


def test_nothing_is_kept_and_nobody_else_is_asked(engine, base):
    for path in PAGES.values():
        engine.open(base + path)
        assert engine.run("return [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        assert engine.run("return performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith(location.origin + '/'))") == []


def test_the_policy_asks_nobody_for_a_frame(real_built, tmp_path):
    """Seen by a proxy: the same page without its policy asks."""
    text = (real_built.site / PAGES["Kebutuhan"] / "index.html").read_text(encoding="utf-8").replace("</main>", '<iframe src="https://peta.contoh.id/" title="Peta"></iframe></main>')
    (tmp_path / "dengan.html").write_text(text, encoding="utf-8")
    (tmp_path / "tanpa.html").write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text), encoding="utf-8")
    running = started("firefox", tmp_path / "rubah", None)
    with served(tmp_path) as here:
        for name, asked in (("dengan", False), ("tanpa", True)):
            running.open(f"{here}{name}.html")
            time.sleep(1)
            assert any("peta.contoh.id" in line for line in running.trap.asked) == asked, name
    running.close()


def test_in_mode_senyap_links_add_no_entry_and_the_mode_goes_with_the_exit(engine, base):
    engine.open(base)
    engine.run("document.querySelector('button.senyap').click()")
    assert engine.run("return document.querySelector('.keluar-kabar').textContent").startswith("Mode senyap menyala.")
    length = engine.run("return history.length")
    for path in ("darurat/", "hotline/"):
        engine.run("document.querySelector(`.menu a[href$='${arguments[0]}']`).click()", path)
        assert engine.wait("return location.pathname === arguments[0] && document.querySelector('button.senyap')?.getAttribute('aria-pressed')", f"/{path}") == "true"
    assert engine.run("return [history.length, window.name, localStorage.length, sessionStorage.length]") == [length, "-", 0, 0]
    engine.run("document.querySelector('.keluar').click()")
    left(engine, base)
    assert engine.run("return window.name") == ""


def test_three_shifts_leave_and_two_do_not(engine, base):
    engine.open(base + "topik/kdrt/")
    for _ in range(2):
        engine.press(SHIFT)
    assert engine.run("return document.querySelector('.keluar-kabar').textContent") == "Tekan Shift 1 kali lagi untuk keluar."
    assert engine.address() == base + "topik/kdrt/"
    engine.press(SHIFT)
    left(engine, base)


def test_the_shell_is_one_line_in_the_history(engine, base):
    engine.open(base + "b/")
    length, inside = engine.run("return history.length"), "document.querySelector('iframe').contentDocument"
    assert engine.wait(f"return {inside}.querySelector('{DIAL}')?.getAttribute('href')") == "tel:110"
    engine.run(f"{inside}.querySelector('main a[href=\"darurat/\"]').click()")
    assert engine.wait(f"return {inside}.querySelector('h1')?.textContent.startsWith('Darurat')")
    assert engine.run("return [document.title, location.pathname, history.length]") == ["Catatan", "/b/", length]
    engine.run(f"{inside}.querySelector('.keluar').click()")
    left(engine, base)


def test_it_says_what_is_open_now(engine, base):
    engine.open(base + "hotline/polisi-110/")
    assert engine.wait("return document.querySelector('.buka-b')?.textContent").startswith("Sedang buka")


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def plain(request, tmp_path_factory):
    running = started(request.param, tmp_path_factory.mktemp("rubah"), (360, 740), script=False)
    yield running
    running.close()


def test_without_javascript_the_number_the_menu_and_the_exit_are_there(plain, base):
    for path in PAGES.values():
        plain.open(base + path)
        seen = plain.run(f"""return [document.querySelector('{DIAL}').getBoundingClientRect().height >= 44, document.querySelector('.menu summary').getBoundingClientRect().height >= 40,
          document.querySelector('a.keluar').href, document.querySelectorAll('button, [role=option], .keluar-kabar').length]""")
        assert seen == [True, True, EXIT, 0], path
    plain.click(".menu summary")
    assert plain.run("return document.querySelector('.menu a').getBoundingClientRect().height >= 40")
    plain.click("a.senyap")
    plain.wait("return location.hash === '#senyap'")


@pytest.fixture(scope="module")
def cut(tmp_path_factory, real_built):
    """A site of which each page ends after the first bytes of an answer that was not compressed, headers among them."""
    folder = tmp_path_factory.mktemp("putus")
    for path in PAGES.values():
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "index.html").write_bytes((real_built.site / path / "index.html").read_bytes()[: FIRST - 200])
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_with_the_first_bytes_alone_the_number_can_be_hit(name, narrow, cut):
    narrow.open(cut + PAGES[name])
    assert narrow.run(f"""const one = document.querySelector('{DIAL}'), box = one.getBoundingClientRect();
      return [box.height >= 44, one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2))]""") == [True, True]
