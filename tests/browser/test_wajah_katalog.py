"""The page for maintainers: every component has its files, its example passes axe-core, and its colours can be told apart."""

from __future__ import annotations

import re

import pytest
from reader import served
from test_wajah_axe import faults

from site_src.catalogue import CRITERIA, EXAMPLE, components
from site_src.catalogue.tokens import PAIRS, TOKENS, contrast, read_tokens

PAGE = "kelola/wajah/"


@pytest.mark.parametrize("folder", components(), ids=lambda folder: folder.name)
def test_a_component_is_a_folder_with_its_style_example_and_criteria(folder, real_built):
    assert list(folder.glob("*.css")) or list(folder.glob("*.svg")), "tanpa gaya"
    criteria = (folder / CRITERIA).read_text(encoding="utf-8")
    assert re.match(r"[A-Z“].+\.\n\n(- .+\.\n){2,}$", criteria), criteria
    example = (folder / EXAMPLE).read_text(encoding="utf-8")
    used = {name for value in re.findall(r'class="([^"]+)"', example) for name in value.split()}
    known = "".join(path.read_text(encoding="utf-8") for path in [*real_built.site.glob("**/index.html"), *(real_built.root / "site_src" / "assets").glob("*/*.js"), *(real_built.root / "site_src" / "theme").rglob("*.html")] if "wajah" not in path.parts)
    assert [name for name in sorted(used) if not re.search(rf'[\s"\'.]{re.escape(name)}[\s"\'>]', known)] == [], "tidak dipakai halaman mana pun"


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_told_apart(theme):
    tokens = read_tokens()[theme]
    pale = [(front, back) for front, back, least, _ in PAIRS if contrast(tokens.get(front, front), tokens.get(back, back)) < least]
    assert pale == []
    assert (round(contrast("#000", "#fff"), 1), round(contrast("#767676", "#ffffff"), 2)) == (21.0, 4.54)


def test_colours_sizes_of_letters_and_spaces_are_named_in_one_file_only():
    """White on what is dark in both schemes, black on paper and system colours need no name; nor has a space that keeps room for one thing, which is a sum."""
    strays = []
    room = {"1rem 0 5rem", "5rem 0 1rem", "3.25rem", "3.25rem 0 var(--s2)", "var(--s2) 9.75rem var(--s2) 0", "var(--s2) var(--s4) var(--s2) 3.25rem"}
    for sheet in TOKENS.parent.parent.glob("*/*.css"):
        if sheet != TOKENS:
            text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
            strays += [(sheet.name, colour) for colour in re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s}])|rgba?\([^)]*\)", text) if colour not in ("#fff", "#000")]
            on_screen = re.sub(r"@media print \{.*\}\s*\}|@media print \{.*", "", text, flags=re.DOTALL)
            strays += [(sheet.name, value) for value in re.findall(r"\bfont(?:-size)?:([^;}]+)", on_screen) if re.search(r"\d(?:rem|em|px|pt|%)", value)]
            strays += [(sheet.name, value) for value in re.findall(r"\b(?:margin|padding|gap)(?:-[a-z]+)*:([^;}]+)", on_screen) if re.search(r"\d(?:rem|px|pt)", value) and value.strip() not in room]
    assert strays == []


@pytest.mark.parametrize("screen", [{"viewport": {"width": 360, "height": 740}}, {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}], ids=["360", "1280 dark"])
def test_axe_finds_nothing_in_any_example(screen, browser, real_built):
    with served(real_built.site) as base:
        context = browser.new_context(bypass_csp=True, **screen)
        page = context.new_page()
        page.goto(base + PAGE)
        assert page.locator(".contoh").count() == len(components())
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()


def test_readers_never_meet_it(real_built):
    text = (real_built.site / PAGE / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in text
    assert [path for path in real_built.site.rglob("*.html") if "kelola" not in path.parts and "kelola/" in path.read_text(encoding="utf-8")] == []
    assert "kelola/wajah" not in (real_built.site / "sitemap.xml").read_text(encoding="utf-8")
