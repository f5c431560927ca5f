"""The pages in the two other engines: Firefox and WebKit, as Debian has them. The same sentences, where the engines can be had."""

from __future__ import annotations

import time

import firefox
import pytest
import webkit
from axe_playwright_python.sync_playwright import Axe
from reader import DIAL, EXIT, PAGES, served

TAB = "\ue004"
ENTER = "\ue007"
FOCUS = """const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect(), exit = document.querySelector('.keluar').getBoundingClientRect();
return { href: one.getAttribute('href') || '', ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  covered: !one.matches('.keluar') && box.right > exit.left && box.left < exit.right && box.bottom > exit.top && box.top < exit.bottom };"""


def started(name: str, place, size: tuple[int, int] | None):
    """A running engine; a skipped test where there is none."""
    if name == "firefox" and not firefox.PROGRAM:
        pytest.skip("Firefox tidak terpasang (apt-get install firefox-esr)")
    if name == "webkit" and not (webkit.DRIVER and webkit.WINDOW and webkit.SCREEN):
        pytest.skip("WebKit tidak terpasang (apt-get install webkit2gtk-driver xvfb)")
    return firefox.Firefox(place, local=True, size=size) if name == "firefox" else webkit.WebKit(size)


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
    last = time.monotonic() + 30
    while narrow.address().startswith(base):
        assert time.monotonic() < last, "masih di situs"
        time.sleep(0.2)
    assert narrow.address() == EXIT or narrow.address().startswith("about:")


def test_nothing_is_kept_and_nobody_else_is_asked(engine, base):
    for path in PAGES.values():
        engine.open(base + path)
        assert engine.run("return [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        assert engine.run("return performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith(location.origin + '/'))") == []
