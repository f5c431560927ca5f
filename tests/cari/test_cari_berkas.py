"""What the browser gets: little, named by its content, and not one number nobody should see."""

import dataclasses
import gzip
import re

import alat_cari
from alat_cari import ask_node, data, needs_node, real_files, search

from site_src.model import Ledger
from site_src.search.files import search_files

LIMIT = 120_000


def test_the_files_are_light():
    files = real_files()
    assert sum(len(gzip.compress(content, 9)) for name, content in files.files.items() if name != files.archive) <= LIMIT


def test_the_same_content_makes_the_same_files():
    assert real_files() == search_files(Ledger(alat_cari.site(), alat_cari.TODAY))


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
    """A thousand pieces of news, made of the very words of the needs: they are a second file, and the core's answers stay what they were."""
    texts = [phrase for topic in alat_cari.site().topics for phrase in topic.phrases]
    one = alat_cari.site().news[0]
    many = tuple(one.model_copy(update={"slug": f"kabar-{number}", "name": f"Kabar {texts[number % len(texts)]}", "body": texts[number * 3 % len(texts)], "phrases": (texts[number * 7 % len(texts)],)})
                 for number in range(1000))
    files = search_files(Ledger(dataclasses.replace(alat_cari.site(), news=many), alat_cari.TODAY))
    folder = alat_cari.write(tmp_path, files)
    asked = [query["q"] for query in alat_cari.queries("pertanyaan")]
    found = ask_node(folder, queries=asked, archive=asked)
    assert found["queries"] == [alat_cari.as_rows(search(), text) for text in asked]
    assert sum(map(bool, found["archive"])) > len(asked) / 2
    assert files.archive.startswith("aset/cari-arsip-") and files.files[files.content] == real_files().files[real_files().content]


def test_news_is_in_the_archive_and_nowhere_else():
    files = real_files()
    item = alat_cari.site().news[0]
    assert item.name in files.files[files.archive].decode() and f"kabar/{item.slug}/" in files.files[files.archive].decode()
    assert f"kabar/{item.slug}/" not in files.files[files.content].decode()


def test_without_news_there_is_no_archive_and_no_button_for_it():
    files = search_files(Ledger(dataclasses.replace(alat_cari.site(), news=()), alat_cari.TODAY))
    assert files.archive == "" and "arsip" not in files.frame["cari"] and len(files.files) == 3
