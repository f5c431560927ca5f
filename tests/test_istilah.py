"""A page leads to the glossary where it first uses a word of the officers, once, and never inside something else."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_src.load import load_site
from site_src.model import Term
from site_src.pages import pages
from site_src.pages.glossary import Glossary

HOME = Path(__file__).resolve().parent.parent
TERMS = (Term(istilah="KDRT", nama_lain=["Kekerasan rumah"], arti="x", sumber=["a"]), Term(istilah="Visum", arti="x", sumber=["a"]), Term(istilah="Anak", taut="tidak", arti="x", sumber=["a"]))


@pytest.mark.parametrize("text, marked", [
    ("Ini KDRT. KDRT itu salah.", ["KDRT"]),
    ("kdrt dengan huruf kecil", []),
    ("Minta visum dan Visum lagi.", ["visum"]),
    ("## Visum\n\nteks", []),
    ("[visum](../panduan/visum.md) dan visum", ["visum"]),
    ("{{ sumber: visum }}", []),
    ("https://contoh.go.id/visum", []),
    ("anak dan divisum dan visum-kah", []),
])
def test_the_first_use_is_a_link_and_nothing_else_changes(text, marked):
    opened = Glossary(TERMS).linked("panduan/x.md", text)
    assert re.findall(r'<a href="[^"]*" class="istilah">([^<]*)</a>', opened) == marked
    assert re.sub(r'<a href="[^"]*" class="istilah">([^<]*)</a>', r"\1", opened) == text


def test_a_site_without_terms_is_left_alone():
    assert Glossary(()).linked("x.md", "KDRT") == "KDRT"


def test_real_pages_link_each_word_once_to_a_place_that_exists():
    site = load_site(HOME).site
    built = {page.path: page for page in pages(site, date(2026, 11, 23))}
    places = set(re.findall(r"\{ #(istilah-[a-z0-9-]+) \}", built["istilah.md"].body))
    assert len(site.terms) >= 80
    for path, page in built.items():
        used = re.findall(r'href="[^"]*#(istilah-[^"]*)" class="istilah"', page.body)
        assert len(used) == len(set(used)) and set(used) <= places, path
    assert all('class="istilah"' in built[f"topik/{slug}.md"].body for slug in site.topic)
