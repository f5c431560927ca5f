"""The table of everything written by hand: whole, and true to what a reader would count."""

from datetime import date
from pathlib import Path

import pytest

from site_src.load import load_site
from site_src.survey import FILE, as_document, rows

HOME = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def found():
    return list(rows(load_site(HOME).site, TODAY))


def test_the_tiny_city_is_counted_as_a_reader_would():
    row = next(row for row in rows(load_site(HOME / "tests" / "city").site, TODAY) if row.path == "content/panduan/menyimpan-bukti.md")
    assert (row.words, row.per_sentence, row.heavy, row.sources, row.single, row.audiences, row.topics) == (14, 14 / 3, 0.0, 1, 0, ("korban",), ("kdrt",))


def test_every_page_written_by_hand_has_a_row(found):
    files = {path.relative_to(HOME).as_posix() for folder in ("topik", "panduan", "pencegahan", "alur", "kabar") for path in (HOME / "content" / folder).iterdir()}
    assert {row.path for row in found} == files
    assert all(f"(../{path})" in as_document(found) for path in files)


def test_pages_are_easy_to_read_and_have_sources(found):
    assert [row.path for row in found if row.per_sentence > 12] == []
    assert [row.path for row in found if not row.sources] == []
    assert [row.path for row in found if row.path.startswith("content/topik/") and not row.numbers] == []


def test_there_is_enough_for_every_reader(found):
    assert sum(row.path.startswith("content/pencegahan/") for row in found) >= 20
    readers = {name for row in found for name in row.audiences}
    assert {"anak", "remaja", "orang-tua", "guru", "tetangga", "tokoh", "pemberi-kerja", "kader", "disabilitas", "korban", "petugas"} <= readers


def test_the_document_of_the_project_names_every_need():
    text = (HOME / FILE).read_text(encoding="utf-8")
    assert [slug for slug in load_site(HOME).site.topic if f"content/topik/{slug}.md" not in text] == []
