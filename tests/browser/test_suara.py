"""Reading aloud: only with an Indonesian voice of the device, only where the browser can tell, and silent at once on the way out."""

from __future__ import annotations

import json

import pytest
from reader import DESK, EXIT, Reader, served

PAGE = "topik/kdrt/"
VOICES = """voices => {
  window.said = [];
  const fake = Object.assign(new EventTarget(), { getVoices: () => voices, speak: one => said.push([one.text, one.voice && one.voice.name, one.lang]), cancel: () => said.push('cancel') });
  Object.defineProperty(window, 'speechSynthesis', { value: fake });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
LOCAL, REMOTE, ENGLISH = ({"name": "Damayanti", "lang": "id-ID", "localService": True}, {"name": "Ardi Online", "lang": "id-ID", "localService": False}, {"name": "Fred", "lang": "en-US", "localService": True})


@pytest.fixture(scope="module")
def base(built_once):
    with served(built_once[0].site) as address:
        yield address


@pytest.fixture
def opened(browser, base):
    readers = []

    def make(voices, agent=None):
        reader = Reader(browser, base, size=DESK)
        readers.append(reader)
        reader.context.add_init_script(f"({VOICES})({json.dumps(voices)})")
        if agent:
            reader.context.add_init_script(f"Object.defineProperty(navigator, 'userAgent', {{ value: {json.dumps(agent)} }})")
        return reader

    yield make
    for reader in readers:
        reader.context.close()


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [{"name": "Andika", "lang": "id-ID"}], [{"name": "Ida", "lang": "idx", "localService": True}]], ids=["none", "remote", "english", "untold", "other-language"])
def test_without_an_indonesian_voice_of_the_device_nothing_is_offered(voices, opened):
    page = opened(voices).go(PAGE)
    assert page.locator(".suara").count() == 0


def test_on_android_where_the_browser_cannot_tell_nothing_is_offered(opened):
    page = opened([LOCAL], "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36").go(PAGE)
    assert page.locator(".suara").count() == 0


def test_the_voice_of_the_device_reads_the_page_and_stops(opened):
    page = opened([REMOTE, ENGLISH, LOCAL]).go(PAGE)
    button = page.get_by_role("button", name="Bacakan halaman ini; terdengar orang di sekitar Anda")
    assert button.bounding_box()["height"] >= 44
    button.click()
    said = page.evaluate("said")
    assert {tuple(one[1:]) for one in said if one != "cancel"} == {("Damayanti", "id-ID")}
    assert [one[0] for one in said if one != "cancel"][0] == page.inner_text("h1")
    page.get_by_role("button", name="Berhenti membacakan").click()
    assert page.evaluate("said").pop() == "cancel"


def test_the_button_moves_nothing(opened):
    without, within = (opened(voices).go(PAGE).locator("h1").bounding_box()["y"] for voices in ([], [LOCAL]))
    assert without == within


def test_the_exit_silences_it_before_the_other_page_comes(opened):
    reader = opened([LOCAL])
    page = reader.go(PAGE)
    page.get_by_role("button", name="Bacakan").click()
    said = page.evaluate("(() => { document.querySelector('.keluar').click(); return said; })()")
    assert said.pop() == "cancel"
    page.wait_for_url(EXIT)
