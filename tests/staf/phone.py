"""Somebody at the editor on a telephone, 360 px wide, who knows only the words on the screen.

Every word pressed or filled in is kept in ``said``, to be compared with the guide. With SITUS_GAMBAR=folder the tests that use it take the
pictures of docs/penyunting.md (scripts/gambar_panduan.py).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from pretend_github import API

SIZE = {"width": 360, "height": 740}
SCROLL = """() => { for (const one of document.querySelectorAll('*'))
  if (one.scrollHeight > one.clientHeight + 50 && getComputedStyle(one).overflowY !== 'visible') one.scrollBy(0, 400) }"""
FIELD = """([label, around]) => {
  for (const one of document.querySelectorAll('[data-key-path][role="group"]')) {
    const path = one.dataset.keyPath;
    const name = one.getAttribute('aria-label') ?? '';
    if (name.replace(/[\u2066-\u2069]/g, '') === label && path.slice(0, Math.max(0, path.lastIndexOf('.'))) === around) return path;
  }
  return null;
}"""
ROW = """(field, text) => {
  for (const button of field.querySelectorAll('button[aria-controls*="-item-"][aria-controls$="-body"]')) {
    const lines = button.closest('[role="group"]').innerText.split('\\n').map((line) => line.trim());
    if (lines.some((line) => line === text || line.startsWith(`${text} `))) return button.getAttribute('aria-controls').match(/-item-(\\d+)-body$/)[1];
  }
  return null;
}"""
PICTURES = os.environ.get("SITUS_GAMBAR")


def plain(text):
    """Without the marks that keep a word's direction."""
    return re.sub("[\u2066-\u2069]", "", text)


class Phone:
    """The editor at ``base`` in a browser that finds ``hub`` where GitHub is. ``foreign`` collects what it asks of anybody else."""

    def __init__(self, browser, base, hub):
        self.base, self.hub, self.foreign, self.refused, self.said, self.at = base, hub, [], [], [], ""
        self.context = browser.new_context(viewport=SIZE, has_touch=True, is_mobile=True, locale="id-ID")
        self.context.route(f"{API}/**", hub.handle)
        # A form of thirty hotlines is slow where other tests run beside this one.
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.page.on("request", lambda request: None if request.url.startswith((base, API, f"blob:{base}", "data:")) else self.foreign.append(request.url))
        self.page.on("console", lambda message: self.refused.append(message.text) if "Content Security Policy" in message.text else None)

    def start(self, token):
        """The first screen of the editor; the first time somebody pastes the token."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.base}/kelola/")
        self.page.get_by_role("button", name="Masuk dengan token").or_(self.page.get_by_text("Jenis isi", exact=True)).first.wait_for()
        if self.page.get_by_role("button", name="Masuk dengan token").count():
            self.press("Masuk dengan token")
            self.picture("ponsel-token")
            self.page.get_by_role("textbox").fill(token)
            self.press("Masuk")
        self.page.get_by_text("Jenis isi", exact=True).wait_for()
        self.said, self.at = [], ""

    def press(self, name, said=None):
        """Touch whatever bears this name and can be touched; ``said`` is what the guide calls it, when it shows a picture and no word."""
        self.said.append(said or name)
        thing = re.compile(f"^[\u2066-\u2069]*{re.escape(name)}[\u2066-\u2069]*$")
        ways = [self.page.get_by_role("button", name=thing), self.page.get_by_role("radio", name=thing), self.page.get_by_text(thing)]
        ways[0].or_(ways[1]).or_(ways[2]).filter(visible=True).first.wait_for()
        next(way.filter(visible=True) for way in ways if way.filter(visible=True).count()).first.click()

    def turn(self, state, other):
        """Choose another state for the record that is open."""
        self.page.get_by_role("button", name=re.compile(f"Keadaan: .*{state}")).click()
        self.page.get_by_role("menuitemradio", name=other).wait_for()
        # The menu is seen a moment before it listens.
        self.page.wait_for_timeout(1500)
        self.page.get_by_role("menuitemradio", name=other).click()

    def field(self, label):
        """The field with this label in the part of the form where the person is; it draws itself only where somebody scrolls."""
        self.page.locator("[data-key-path]").first.wait_for()
        for _ in range(80):
            path = self.page.evaluate(FIELD, [f"Isian “{label}”", self.at.rstrip(".")])
            if path is not None:
                found = self.page.locator(f'[data-key-path="{path}"][role="group"]').first
                found.scroll_into_view_if_needed()
                return found
            self.page.evaluate(SCROLL)
            self.page.wait_for_timeout(80)
        raise AssertionError(f"isian {label} tidak ada di {self.at or 'formulir'}")

    def fill(self, label, text):
        self.said.append(label)
        self.field(label).get_by_role("textbox").first.fill(text)

    def choose(self, label, name):
        """Pick one of a field's values, whichever way it offers them."""
        self.said.append(label)
        field = self.field(label)
        radio = field.get_by_role("radio", name=name, exact=True)
        if radio.count():
            radio.first.click()
            return
        field.get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=name, exact=True).first.click()

    def enter(self, label, row):
        """Unfold one row of a list, named by how it begins; what follows is in it."""
        self.said += [label, row] if self.said[-1:] != [label] else [row]
        field = self.field(label)
        place = self.page.wait_for_function(f"([field, text]) => ({ROW})(field, text)", arg=[field.element_handle(), row]).json_value()
        button = field.locator(f'button[aria-controls$="-item-{place}-body"]').first
        button.scroll_into_view_if_needed()
        if button.get_attribute("aria-expanded") == "false":
            button.click()
        self.at = f"{field.get_attribute('data-key-path')}.{place}."

    def add(self, label, chosen=None, typed=None):
        """One more row of a list; what follows is in it, unless the row is but one word."""
        if self.said[-1:] != [f"Tambah {label}"]:
            self.said.append(f"Tambah {label}")
        field = self.field(label)
        path = field.get_attribute("data-key-path")
        before = self.rows(path)
        more = field.get_by_role("button", name=re.compile(f"^Tambah [\u2066-\u2069]*{re.escape(label)}")).last
        come = self.until(more.click, lambda: self.rows(path) - before)
        row = f"{path}.{max(come)}"
        self.still(row)
        if chosen:
            option = self.page.get_by_role("option", name=chosen, exact=True).first
            self.until(self.page.locator(f'[data-key-path="{row}"]').get_by_role("combobox").first.click, option.is_visible)
            assert option.locator(".truncated-text").evaluate("one => one.scrollHeight < one.clientHeight + 10"), f"pilihan “{chosen}” terpotong"
            option.click()
        elif typed:
            self.page.locator(f'[data-key-path="{row}"]').get_by_role("textbox").first.fill(typed)
        else:
            self.at = f"{row}."

    def still(self, path):
        """Wait until a field stays where it is: those around it are drawn for a moment, and a list that opens meanwhile closes again."""
        field, last = self.page.locator(f'[data-key-path="{path}"], [data-key-path^="{path}."]').first, None
        for _ in range(40):
            self.page.wait_for_timeout(250)
            if (box := field.bounding_box()) == last:
                return
            last = box

    def until(self, touch, seen):
        """Touch until something is seen, as a person does: fields are drawn while one scrolls, and a touch on what moves is lost."""
        for _ in range(4):
            touch()
            for _ in range(40):
                if found := seen():
                    return found
                self.page.wait_for_timeout(80)
        raise AssertionError("disentuh empat kali, dan tidak terjadi apa-apa")

    def rows(self, path):
        """Places of the rows of a list whose fields are drawn."""
        found = self.page.locator(f'[data-key-path^="{path}."]').evaluate_all("all => all.map((one) => one.dataset.keyPath)")
        return {int(one.removeprefix(f"{path}.").split(".")[0]) for one in found}

    def see(self, label):
        """Scroll to a field."""
        self.said.append(label)
        self.field(label)

    def picture(self, name):
        """A picture for the guide, when somebody makes them; and never anything that scrolls sideways."""
        assert self.page.evaluate("document.documentElement.scrollWidth") == SIZE["width"]
        if PICTURES:
            self.page.wait_for_timeout(600)
            self.page.screenshot(path=Path(PICTURES) / f"{name}.png")
