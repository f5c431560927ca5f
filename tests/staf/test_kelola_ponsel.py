"""The editor on a telephone, 360 px wide: a number, a new service and a call test through its forms, saved as files that pass the check.

With SITUS_GAMBAR=folder the same tests take the pictures of docs/penyunting.md (scripts/gambar_panduan.py).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from building import TODAY
from test_kelola import READ, SEED, TEST_STORE, changed, checked, content, served, site  # noqa: F401

PHONE = {"width": 360, "height": 740}
SCROLL = """() => { for (const one of document.querySelectorAll('*'))
  if (one.scrollHeight > one.clientHeight + 50 && getComputedStyle(one).overflowY !== 'visible') one.scrollBy(0, 400) }"""
PICTURES = os.environ.get("SITUS_GAMBAR")


class Phone:
    """Somebody at the editor on a telephone. Fields are named by their path in the file: ``kanal.0.nomor``."""

    def __init__(self, browser, base, texts):
        self.base, self.foreign = base, []
        self.context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="id-ID")
        self.page = self.context.new_page()
        self.page.on("request", lambda request: None if request.url.startswith((base, f"blob:{base}", "data:")) else self.foreign.append(request.url))
        self.page.goto(f"{base}/kelola/LICENSE.yaml.txt")
        self.page.evaluate(SEED, [TEST_STORE, texts])
        self.page.goto(f"{base}/kelola/")
        self.page.get_by_role("button", name="Coba-coba").click()
        self.page.get_by_text("Kebutuhan").first.wait_for()

    def open(self, route):
        self.page.goto(f"{self.base}/kelola/#{route}")

    def field(self, path):
        """One field of the form, which draws itself only where somebody scrolls."""
        self.page.locator("[data-key-path]").first.wait_for()
        found = self.page.locator(f'[data-key-path="{path}"]')
        for _ in range(80):
            if found.count():
                found.first.scroll_into_view_if_needed()
                return found.first
            self.page.evaluate(SCROLL)
            self.page.wait_for_timeout(80)
        raise AssertionError(f"isian {path} tidak ada")

    def fill(self, path, text):
        self.field(path).get_by_role("textbox").first.fill(text)

    def choose(self, path, name):
        """Pick one of a field's values, whichever way it offers them."""
        radio = self.field(path).get_by_role("radio", name=name, exact=True)
        if radio.count():
            radio.first.click()
            return
        self.field(path).get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=name, exact=True).first.click()

    def add(self, path):
        self.field(path).get_by_role("button", name="Tambah").last.click()

    def unfold(self, path, place):
        """Open one item of a list, unless it is open."""
        button = self.field(path).locator(f'button[aria-controls$="-item-{place}-body"]').first
        button.scroll_into_view_if_needed()
        if button.get_attribute("aria-expanded") == "false":
            button.click()

    def picture(self, name):
        """A picture for the guide, when somebody makes them; and never anything that scrolls sideways."""
        assert self.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        if PICTURES:
            self.page.wait_for_timeout(600)
            self.page.screenshot(path=Path(PICTURES) / f"{name}.png")

    def files(self):
        return self.page.evaluate("""async (store) => {
          const found = [];
          const walk = async (folder, at) => { for await (const [name, one] of folder.entries()) one.kind === 'directory' ? await walk(one, at + name + '/') : found.push(at + name) };
          await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(store), '');
          return found;
        }""", TEST_STORE)

    def save(self, path, old=None):
        """Press save and wait until the file is there and another one."""
        self.page.get_by_role("button", name="Simpan").first.click()
        for _ in range(100):
            if path in self.files() and (now := self.page.evaluate(READ, [TEST_STORE, path])) != old:
                return now
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{path} tidak tersimpan: {self.page.inner_text('body')[-600:]}")


@pytest.fixture
def phone(browser, served, content):  # noqa: F811
    found = Phone(browser, served, content)
    yield found
    assert found.foreign == []
    found.context.close()


def test_a_new_service_is_made_in_the_form_and_passes_the_check(phone, content, tmp_path):  # noqa: F811
    phone.picture("ponsel-isi")
    phone.open("/collections/layanan")
    phone.page.get_by_text("BAZNAS").first.wait_for()
    phone.picture("ponsel-layanan")
    phone.open("/collections/layanan/new")
    phone.fill("nama", "Puskesmas Rekaan")
    phone.choose("sektor", "kesehatan")
    phone.fill("ringkas", "Pusat kesehatan untuk warga sekitar.")
    phone.picture("ponsel-layanan-baru")
    phone.page.get_by_role("button", name="Simpan").first.click()
    phone.page.get_by_text("perlu diperbaiki").first.wait_for()
    phone.picture("ponsel-kurang")
    phone.add("pengganti")
    phone.choose("pengganti.0", "SAPA 129")
    phone.add("sumber")
    phone.fill("sumber.0.url", "https://contoh.go.id/puskesmas")
    phone.fill("sumber.0.dibaca", str(TODAY))
    path = "content/layanan/puskesmas-rekaan.md"
    now = phone.save(path)
    assert "nama: Puskesmas Rekaan" in now and "asal_berkas" not in now
    answer = checked(tmp_path, path, now)
    assert answer.returncode == 0, answer.stdout + now


def hotline(content):  # noqa: F811
    return content["hotlines.yaml"]


def test_a_number_changes_in_the_form_for_hotlines(phone, content, tmp_path):  # noqa: F811
    phone.open("/collections/_singletons/entries/hotlines")
    phone.field("hotline")
    phone.picture("ponsel-hotline")
    phone.unfold("hotline", 1)
    phone.unfold("hotline.1.kanal", 1)
    # The same digits, grouped otherwise: nobody's number is invented here.
    phone.fill("hotline.1.kanal.1.nomor", "0811-1129-129")
    phone.picture("ponsel-nomor")
    phone.add("hotline.1.kanal.1.sumber")
    sources = len(phone.page.locator('[data-key-path^="hotline.1.kanal.1.sumber."][data-key-path$=".url"]').all())
    last = phone.page.locator('[data-key-path^="hotline.1.kanal.1.sumber."][data-key-path$=".url"]').last.get_attribute("data-key-path").split(".")[5]
    phone.fill(f"hotline.1.kanal.1.sumber.{last}.url", "https://sapa.contoh.go.id/")
    phone.fill(f"hotline.1.kanal.1.sumber.{last}.dibaca", str(TODAY))
    now = phone.save("hotlines.yaml", hotline(content))
    found = [line.split(maxsplit=1) for line in changed(hotline(content), now)]
    assert sources and found[:2] == [["-", 'nomor: "08111-129-129"'], ["+", 'nomor: "0811-1129-129"']]
    assert sorted(line[1].lstrip("- ") for line in found[2:]) == [f"dibaca: {TODAY}", 'url: https://sapa.contoh.go.id/'] and {line[0] for line in found[2:]} == {"+"}
    answer = checked(tmp_path, "hotlines.yaml", now)
    assert answer.returncode == 0, answer.stdout


def test_a_call_test_is_recorded_in_the_form(phone, content, tmp_path):  # noqa: F811
    phone.open("/collections/_singletons/entries/hotlines")
    phone.unfold("hotline", 1)
    phone.unfold("hotline.1.kanal", 0)
    phone.add("hotline.1.kanal.0.uji")
    phone.fill("hotline.1.kanal.0.uji.0.tanggal", str(TODAY))
    phone.fill("hotline.1.kanal.0.uji.0.operator", "Telkomsel")
    phone.choose("hotline.1.kanal.0.uji.0.hasil", "tersambung")
    phone.fill("hotline.1.kanal.0.uji.0.oleh", "petugas UPTD PPA")
    phone.picture("ponsel-uji")
    now = phone.save("hotlines.yaml", hotline(content))
    found = changed(hotline(content), now)
    assert [line[2:].strip() for line in found if line[0] == "-"] == []
    assert [line[2:].strip() for line in found] == ["uji:", f"- tanggal: {TODAY}", "operator: Telkomsel", "hasil: tersambung", "oleh: petugas UPTD PPA"]
    answer = checked(tmp_path, "hotlines.yaml", now)
    assert answer.returncode == 0, answer.stdout
