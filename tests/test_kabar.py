"""News: an entry becomes a page, a row of the index and an entry of the feed; nothing of it stands where there is none."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_src.checks import run_checks
from site_src.exports import exports
from site_src.load import load_site
from site_src.model import Ledger
from site_src.pages import pages

HOME = Path(__file__).resolve().parent.parent
CITY = HOME / "tests" / "city"
TODAY = date(2026, 11, 23)
ATOM = "{http://www.w3.org/2005/Atom}"
ENTRY = """---
judul: Rapat bersama & sepakat
tanggal: 2026-11-02
ringkas: Kantor-kantor bertemu.
siapa: [Dinas Contoh]
disepakati: [Saling mengabari dalam satu hari.]
sumber: [aturan-contoh]
ditinjau: {tanggal: 2026-11-20, oleh: penyusun}
---
## Pokoknya

Semua kantor bekerja sama.
"""


@pytest.fixture
def told(tmp_path):
    """The tiny city with one entry; ``told(text)`` loads it."""

    def load(text):
        shutil.copytree(CITY, tmp_path, dirs_exist_ok=True)
        (tmp_path / "content" / "kabar").mkdir()
        (tmp_path / "content" / "kabar" / "rapat.md").write_text(text, encoding="utf-8")
        return load_site(tmp_path)

    return load


def codes(loaded):
    return [f"{problem.place} {problem.code}" for problem in [*loaded.problems, *run_checks(loaded.site, TODAY)]]


def test_an_entry_becomes_a_page_a_row_and_a_link_on_the_home_page(told):
    loaded = told(ENTRY)
    assert codes(loaded) == []
    found = {page.path: page for page in pages(loaded.site, TODAY)}
    page = found["kabar/rapat.md"]
    assert "2\u00a0November\u00a02026" in page.body and "Saling mengabari dalam satu hari." in page.body and "- Dinas Contoh" in page.body
    assert 'href="rapat/"' in found["kabar/index.md"].body
    assert 'href="kabar/"' in found["index.md"].body


def test_what_was_agreed_is_never_invented(told):
    loaded = told(ENTRY.replace("disepakati: [Saling mengabari dalam satu hari.]\n", ""))
    page = next(page for page in pages(loaded.site, TODAY) if page.path == "kabar/rapat.md")
    assert "tidak ada di sumber yang kami baca" in page.body


def test_the_feed_is_atom_and_leads_to_the_page(told):
    feed = ElementTree.fromstring(exports(Ledger(told(ENTRY).site, TODAY))["kabar.xml"])
    entry = feed.find(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed" and all(feed.find(ATOM + name) is not None for name in ("id", "title", "updated", "author"))
    assert entry.findtext(f"{ATOM}title") == "Rapat bersama & sepakat"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"
    assert entry.find(f"{ATOM}link").get("href") == "kabar/rapat/"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry.findtext(f"{ATOM}id"))


def test_a_city_without_news_has_no_trace_of_it():
    site = load_site(CITY).site
    assert [page.path for page in pages(site, TODAY) if "kabar" in page.path or "kabar/" in page.body] == []
    assert "kabar.xml" not in exports(Ledger(site, TODAY))


def test_news_from_tomorrow_and_unknown_sources_are_told(told):
    said = codes(told(ENTRY.replace("2026-11-02", "2026-12-02").replace("[aturan-contoh]", "[aturan-conto]")))
    assert sorted(said) == ["content/kabar/rapat.md:3:10 tanggal-masa-depan", "content/kabar/rapat.md:7:10 rujukan-tidak-ada"]


def test_the_newest_stands_first(told):
    site = told(ENTRY).site
    older = site.news[0].model_copy(update={"slug": "lama", "name": "Lama", "day": date(2025, 1, 1)})
    body = next(page.body for page in pages(replace(site, news=(older, *site.news)), TODAY) if page.path == "kabar/index.md")
    assert body.index("rapat/") < body.index("lama/")


def test_the_real_news_names_the_cross_sector_meeting_and_no_person():
    site = load_site(HOME).site
    meeting = next(item for item in site.news if item.day == date(2025, 11, 3))
    assert len(meeting.agreed) == 3
    assert [line for line in meeting.agreed if "{{ sumber:" not in line] == ["Naskah kesepakatan tertulis tidak ada di sumber yang kami baca. Kantor perlu melengkapinya."]
    text = f"{meeting.who} {meeting.agreed} {meeting.body}"
    assert [name for name in ("Kunti", "Trisko", "Maharani", "Defri") if name in text] == []
