"""What the browser gets: little, named by its content, and not one number nobody should see."""

import gzip
import re

import alat_cari
from alat_cari import ask_node, data, real_files, search
from conftest import needs_node

from site_src.model import Ledger
from site_src.search.documents import Document
from site_src.search.files import as_files
from site_src.search.index import archive_data

LIMIT = 120_000


def test_the_files_are_light():
    files = real_files()
    assert sum(len(gzip.compress(content, 9)) for content in files.files.values()) <= LIMIT


def test_the_same_content_makes_the_same_files():
    assert real_files() == as_files(data())


def test_no_held_number_stands_in_any_file():
    ledger = Ledger(alat_cari.site(), alat_cari.TODAY)
    held = {digits for digits in ledger.held_digits} | {"0" + digits[2:] for digits in ledger.held_digits if digits.startswith("62")}
    text = real_files().files[real_files().content].decode()
    runs = {re.sub(r"\D", "", run) for run in re.findall(r"(?<![\w-])\+?\d[\d\s().-]*", text)}
    assert not held & runs


def test_every_number_in_the_files_may_be_shown():
    ledger = Ledger(alat_cari.site(), alat_cari.TODAY)
    allowed = {channel.href for _, channel in ledger.shown_contacts()}
    assert {contact[1] for row in data()["dokumen"] for contact in row[8]} <= allowed


def test_the_licences_stand_beside_what_is_not_ours():
    vendor = alat_cari.ROOT / "site_src" / "search" / "vendor"
    assert "Oliver Nightingale" in (alat_cari.HERE / "lunr" / "LICENSE").read_text(encoding="utf-8")
    assert {"Apache", "Redistribution"} <= set(re.findall(r"Apache|Redistribution", (vendor / "LICENSE-stemmers").read_text(encoding="utf-8")))
    engine = real_files().files[real_files().engine].decode()
    assert "Snowball (BSD-3-Clause)" in engine


@needs_node
def test_a_thousand_news_pages_do_not_push_help_down(tmp_path):
    """News and documents are a second file; the core's answers stay what they were."""
    texts = [phrase for topic in alat_cari.site().topics for phrase in topic.phrases]
    news = [Document(f"berita/{number}/", f"Berita {texts[number % len(texts)]}", "berita", (), (texts[number * 7 % len(texts)],), (texts[number * 3 % len(texts)],), "", ("kdrt",)) for number in range(1000)]
    files = as_files(data(), archive_data(news, search().words))
    folder = alat_cari.write(tmp_path, files)
    asked = [query["q"] for query in alat_cari.queries("pertanyaan")]
    found = ask_node(folder, queries=asked, archive=asked)
    assert found["queries"] == [alat_cari.as_rows(search(), text) for text in asked]
    assert any(found["archive"])
    assert files.archive.startswith("aset/cari-arsip-") and files.files[files.content] == real_files().files[real_files().content]
