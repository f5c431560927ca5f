"""A copy on the phone: nothing before the tap, one page after it, nothing again after the next tap; and a copy that is too old says so."""

from __future__ import annotations

import re
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from firefox import PROGRAM, Firefox

from site_src.hosting import SAVED_SENT, apache, netlify, nginx
from site_src.own_server import caddy

PHONE = {"width": 360, "height": 740}
AGE = "Salinan per 23\xa0November\xa02026; periksa ulang sebelum 21\xa0Februari\xa02027."
STATE = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).map(one => new URL(one.scope).pathname),
  caches: await caches.keys(),
  kept: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat().sort(),
  stored: localStorage.length + sessionStorage.length + document.cookie.length,
})"""
NOTHING = {"workers": [], "caches": [], "kept": [], "stored": 0}


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE, locale="id-ID")
    yield context.new_page()
    context.close()


def saved(page, base):
    page.goto(f"{base}simpan/")
    page.get_by_role("button", name="Simpan di ponsel ini").click()
    page.get_by_role("button", name="Hapus dari ponsel").wait_for()


@pytest.mark.parametrize("path", ["", "topik/kdrt/", "tentang/privasi/", "simpan/", "simpan/isi/", "sematkan/isi/"])
def test_before_the_tap_no_page_keeps_anything(phone, serve, built_once, path):
    phone.goto(serve(built_once[0].site) + path)
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate(STATE) == NOTHING


def test_a_tap_keeps_one_page_that_opens_without_a_signal_and_a_tap_takes_it_away(phone, served_by_nginx):
    """Behind a real nginx, with the policy it sends for the worker."""
    saved(phone, served_by_nginx)
    state = phone.evaluate(STATE)
    assert (state["workers"], state["caches"], state["stored"]) == (["/simpan/isi/"], ["catatan"], 0)
    assert [re.sub(r"-[0-9a-f]{10}\.", ".", path) for path in state["kept"]] == ["/aset/gaya.css", "/aset/ikon.svg", "/aset/simpan.js", "/simpan/isi/"]
    phone.context.set_offline(True)
    phone.goto(f"{served_by_nginx}simpan/isi/")
    assert phone.title().startswith("Catatan") and phone.locator('a[href="tel:110"]').first.is_visible() and phone.locator("a.keluar").is_visible()
    assert phone.locator("main").inner_text().count(AGE) >= phone.locator('main a[href^="tel:"]').count() > 1
    assert phone.evaluate("[...document.styleSheets].filter(sheet => sheet.href).length") == 1 and phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert "lewat masa" not in phone.locator("main").inner_text()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        phone.context.new_page().goto(f"{served_by_nginx}topik/kdrt/")
    phone.goto(f"{served_by_nginx}simpan/isi/")
    phone.get_by_role("button", name="Hapus dari ponsel").click()
    phone.get_by_role("status").filter(has_text="Sudah dihapus").wait_for()
    phone.context.set_offline(False)
    phone.goto(f"{served_by_nginx}topik/kdrt/")
    assert phone.evaluate(STATE) == NOTHING


def test_with_a_signal_the_kept_page_is_fetched_anew_and_what_it_no_longer_needs_goes(phone, serve, built_once, tmp_path):
    site = shutil.copytree(built_once[0].site, tmp_path / "site")
    base = serve(site)
    saved(phone, base)
    file, worker = site / "simpan/isi/index.html", site / "simpan/isi/kerja.js"
    icon = next((site / "aset").glob("ikon-*.svg"))
    new = icon.with_name("ikon-0123456789.svg")
    icon.rename(new)
    for path in (file, worker):
        path.write_text(path.read_text(encoding="utf-8").replace(icon.name, new.name).replace("</main>", "<p>Isi baru.</p></main>"), encoding="utf-8")
    phone.goto(f"{base}simpan/isi/")
    assert "Isi baru." in phone.inner_text("main")
    for _ in range(50):
        kept = phone.evaluate(STATE)["kept"]
        if f"/aset/{icon.name}" not in kept:
            break
        phone.wait_for_timeout(100)
    assert f"/aset/{new.name}" in kept and f"/aset/{icon.name}" not in kept
    phone.context.set_offline(True)
    phone.goto(f"{base}simpan/isi/")
    assert "Isi baru." in phone.inner_text("main")


def test_a_copy_older_than_the_policy_says_so_first(phone, serve, built_once, tmp_path):
    site = shutil.copytree(built_once[0].site, tmp_path / "site")
    file = site / "simpan/isi/index.html"
    file.write_text(re.sub(r'data-sampai="[^"]+"', 'data-sampai="2020-01-01"', file.read_text(encoding="utf-8")), encoding="utf-8")
    base = serve(site)
    saved(phone, base)
    phone.context.set_offline(True)
    phone.goto(f"{base}simpan/isi/")
    assert phone.locator("main > aside.pita").first.inner_text().startswith("Salinan ini sudah lewat masa.")


@pytest.mark.skipif(PROGRAM is None, reason="Firefox tidak terpasang (apt-get install firefox-esr)")
def test_firefox_keeps_nothing_before_the_tap_one_page_after_it_and_nothing_again(built_once, tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(built_once[0].site)))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    firefox = Firefox(tmp_path / "rubah", local=True)
    try:
        firefox.open(f"{base}simpan/")
        assert firefox.run(f"return ({STATE})()") == NOTHING
        firefox.click("#simpan button")
        firefox.wait("return document.querySelector('#simpan').innerText.includes('Hapus dari ponsel')")
        state = firefox.run(f"return ({STATE})()")
        assert (state["workers"], state["caches"], len(state["kept"]), state["stored"]) == (["/simpan/isi/"], ["catatan"], 4, 0)
        server.shutdown()
        server.server_close()
        firefox.open(f"{base}simpan/isi/")
        assert AGE in firefox.run("return document.querySelector('main').innerText") and firefox.run("return document.querySelector('a[href=\"tel:110\"]').getClientRects().length")
        with pytest.raises(AssertionError, match="error page"):
            firefox.open(f"{base}topik/kdrt/")
        firefox.open(f"{base}simpan/isi/")
        firefox.click("#simpan button")
        firefox.wait("return document.querySelector('[role=status]')?.innerText.includes('Sudah dihapus')")
        assert firefox.run(f"return ({STATE})()") == NOTHING
    finally:
        firefox.close()


def test_without_a_script_the_page_says_that_nothing_is_kept(browser, serve, built_once):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(built_once[0].site)}simpan/")
    said = page.inner_text("main")
    assert "Tanpa itu tidak ada yang tersimpan." in said and "siapa pun yang membuka peramban di ponsel ini" in said
    context.close()


def test_only_the_page_that_asks_may_start_a_worker(built_once):
    allowed = [path.relative_to(built_once[0].site).as_posix() for path in built_once[0].site.rglob("*.html") if "worker-src 'self'" in path.read_text(encoding="utf-8")]
    assert [path for path in allowed if not path.startswith("kelola/")] == ["simpan/index.html"]
    assert all(text.count(SAVED_SENT) == 1 for text in (netlify(), apache(), nginx(), caddy()))
