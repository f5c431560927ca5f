"""The browsers that the tests can drive: Chromium as everybody has it, Firefox and WebKit where they can be had (``--peramban``)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import firefox
import pytest
from playwright.sync_api import Browser, Playwright

PREFERENCES = {"ui.useOverlayScrollbars": 1, "browser.sessionhistory.max_total_viewers": 0}
"""Bars of scrolling that lie over the page, as on phones; a page that is gone back to is loaded again, since one from the cache is never said to have come."""
WITHOUT_BIDI = {"java_script_enabled": True, "color_scheme": None, "contrast": None, "forced_colors": None, "reduced_motion": None}
"""What Playwright cannot ask of a Firefox over WebDriver BiDi, with what it does instead."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def _chromium(play: Playwright) -> Callable:
    """``CHROMIUM`` names one; empty means Playwright's own. ``CHROMIUM_HEADLESS`` names its smaller sister, which is asked wherever a test does not say ``whole``."""
    named, quick = os.environ.get("CHROMIUM"), os.environ.get("CHROMIUM_HEADLESS")
    found = (shutil.which(named) or named) if named else next(filter(None, map(shutil.which, CHROMIUM)), None)
    path = found or (play.chromium.executable_path if named == "" else None)
    if not path or not Path(path).exists():
        pytest.fail(f"Chromium tidak ditemukan ({named or ', '.join(CHROMIUM)}). Pasang Chromium, atau sebutkan jalurnya di CHROMIUM.")

    def launch(whole: bool = False, **options: object) -> Browser:
        return play.chromium.launch(executable_path=path if whole or not quick else quick, args=FLAGS, **options)

    return launch


def _firefox(play: Playwright) -> Callable:
    """Playwright's own, or the one people have, spoken to in WebDriver BiDi."""
    if Path(play.firefox.executable_path).exists():
        return play.firefox.launch
    if not firefox.PROGRAM:
        pytest.fail("Firefox tidak ditemukan. Pasang dengan: playwright install firefox, atau apt-get install firefox-esr.")
    return lambda: _honest(play.firefox.launch(channel="moz-firefox", executable_path=firefox.PROGRAM, firefox_user_prefs=PREFERENCES))


def _honest(browser: Browser) -> Browser:
    """A browser that skips the test which asks for what it would pass over in silence."""
    def asked(make: Callable) -> Callable:
        def opened(**options: object) -> object:
            if missing := sorted(name for name, usual in WITHOUT_BIDI.items() if options.get(name, usual) != usual):
                pytest.skip(f"Firefox milik Debian tidak bisa: {', '.join(missing)}; Firefox milik Playwright bisa")
            return make(**options)
        return opened

    browser.over_bidi = True
    browser.new_context, browser.new_page = asked(browser.new_context), asked(browser.new_page)
    return browser


def _webkit(play: Playwright) -> Callable:
    if not Path(play.webkit.executable_path).exists():
        pytest.fail("WebKit tidak ditemukan. Pasang dengan: playwright install webkit.")
    return play.webkit.launch


ENGINES = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}


def over_bidi(browser: Browser) -> bool:
    """Is this a browser of which a few things are not known as exactly as of the others?"""
    return getattr(browser, "over_bidi", False)
