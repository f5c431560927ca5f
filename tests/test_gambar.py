"""Our drawings: small, described, self-contained, in the colour of the text."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_src.load import load_site
from site_src.model import Picture
from site_src.pages import pages
from site_src.pages.pictures import DRAWINGS, picture

HOME = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", Picture)
def test_a_drawing_is_small_described_and_asks_for_nothing(name):
    text = picture(name)
    svg = ElementTree.fromstring(text)[0]
    assert len(text.encode()) <= 3072
    assert svg.get("role") == "img" and len(svg.get("aria-label", "").split()) >= 6
    assert not re.search(r"href|url[(]|style=|<script|https?:|#[0-9a-f]{3}", text)
    assert {child.tag for child in svg.iter()} <= {"svg", "path", "circle", "rect"}


def test_every_name_has_a_drawing_and_every_drawing_a_page():
    assert set(DRAWINGS) == set(Picture)
    site = load_site(HOME).site
    assert {article.picture for article in (*site.prevention, *site.guides)} - {None} == set(Picture)
    page = next(page for page in pages(site, date(2026, 11, 23)) if page.path == "pencegahan/untuk-anak.md")
    assert picture(Picture.LISTENING) in page.body


def test_no_name_no_drawing():
    assert picture(None) == ""
