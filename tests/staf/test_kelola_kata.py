"""The editor speaks Indonesian to staff, whatever the phone is set to, and asks nobody for its words."""

from __future__ import annotations

import json
import re

import pytest
from building import HOME
from test_kelola import SEED, TEST_STORE, content, served, site  # noqa: F401

ENGLISH = json.loads((HOME / "site_src/kelola/alat/sveltia-cms.en-US.json").read_text(encoding="utf-8"))
OURS = json.loads((HOME / "site_src/kelola/muka/id.json").read_text(encoding="utf-8"))
SAME = {"Menu", "Folder"}


def leaves(part, way=""):
    for key, value in part.items():
        yield from leaves(value, f"{way}{key}.") if isinstance(value, dict) else [(way + key, value)]


def test_every_word_of_ours_is_one_the_editor_asks_for_with_the_same_blanks():
    english, ours = dict(leaves(ENGLISH)), dict(leaves(OURS))
    assert len(ours) > 300 and set(ours) - set(english) == set()
    blanks = {key: (set(re.findall(r"\{\$(\w+)", ours[key])), set(re.findall(r"\{\$(\w+)", english[key]))) for key in ours}
    assert {key: pair for key, pair in blanks.items() if pair[0] - pair[1] or pair[1] - pair[0] - {"count"}} == {}
    assert {key for key, value in ours.items() if value == english[key] and value not in SAME} == set()


@pytest.mark.parametrize("language", ["id-ID", "en-GB", "ja-JP"])
def test_no_screen_that_staff_meet_is_in_english(browser, served, content, language):  # noqa: F811
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale=language)
    page, foreign, missing = context.new_page(), [], []
    page.on("request", lambda request: None if request.url.startswith((served, f"blob:{served}", "data:")) else foreign.append(request.url))
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 and "favicon" not in response.url else None)
    page.goto(f"{served}/kelola/LICENSE.yaml.txt")
    page.evaluate(SEED, [TEST_STORE, content])
    page.goto(f"{served}/kelola/")
    page.get_by_role("button", name="Coba-coba").click()
    page.get_by_text("Kebutuhan").first.wait_for()
    screens = {"beranda": page.inner_text("body")}
    for name, route, there in (("daftar", "collections/layanan", "BAZNAS"), ("catatan", "collections/layanan/entries/uptd-ppa", "Nama singkat"),
                               ("berkas", "collections/_singletons/entries/hotlines", "Polisi"), ("menu", "menu", "Keluar dari akun"), ("baru", "collections/layanan/new", "Nama singkat")):
        page.goto(f"{served}/kelola/#/{route}")
        page.get_by_text(there).first.wait_for(timeout=20_000)
        screens[name] = page.inner_text("body")
    page.get_by_role("button", name="Simpan").first.click()
    page.get_by_text("perlu diperbaiki").first.wait_for()
    screens["kurang"] = page.inner_text("body")
    context.close()
    english = {value for _, value in leaves(ENGLISH)} - SAME - {value for _, value in leaves(OURS)}
    assert {name: [line for line in text.splitlines() if line.strip() in english] for name, text in screens.items()} == dict.fromkeys(screens, [])
    assert (foreign, missing) == ([], [])


def test_the_sign_in_offers_the_token_and_nothing_that_needs_a_server(browser, served, site):  # noqa: F811
    from site_src.kelola import config

    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    page.route("**/config.json", lambda route: route.fulfill(json=config(site, "kota/situs")))
    page.route(re.compile(r"^https://"), lambda route: route.abort())
    page.goto(f"{served}/kelola/")
    page.get_by_role("button", name="Masuk dengan token").wait_for()
    offered = [button.inner_text() for button in page.get_by_role("button").all() if button.is_visible()]
    # The folder of this computer is offered on localhost alone.
    assert [name for name in offered if name != "Pakai folder di komputer ini"] == ["Masuk dengan token"]
    context.close()
