"""Every code has its page; the wrong example is answered with that very code, the right one with nothing."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from site_src import pipeline
from site_src.bundle.manifest import manifest, verify_folder
from site_src.checks import CHECKS
from site_src.checks.lexicon import check_core_phrases
from site_src.manual import PAGES, documents, emitted, entries
from site_src.model import Ledger
from site_src.report import page_of
from site_src.verify import facts_of, verify

ROOT = Path(__file__).resolve().parent.parent
CITY = ROOT / "tests" / "city"
DAY = date(2026, 11, 23)
ENTRIES = list(entries(ROOT))
TYPED = [entry for entry in ENTRIES if not entry.built and not entry.proof]
BUILT = """<!doctype html><html lang="id"><head><title>Uji</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"></head><body><a href="https://id.wikipedia.org/wiki/Halaman_Utama">Keluar cepat</a>
<a href="tel:129">129</a><p>Selesai.</p></body></html>"""

TIFF = b"II*\0\x08\0\0\0" + b"\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0" + b"\0\0\0\0" + b"\x01\0\0\0\x01\0\x04\0\0\0\x02\x02\0\0" + b"\0\0\0\0"
PHOTO = b"\xff\xd8\xff\xe1\0\x40Exif\0\0" + TIFF + b"\xff\xd9"


def name(entry):
    return entry.code


@pytest.fixture
def city(tmp_path):
    shutil.copytree(CITY, tmp_path / "kota")
    return tmp_path / "kota"


def codes(root):
    return {problem.code for problem in pipeline.check(root, DAY).problems}


def put(root, entry, text):
    path = root / entry.path
    if entry.old and not entry.way:
        whole = path.read_text(encoding="utf-8")
        assert whole.count(entry.old) == 1, f"{entry.path} memuat contoh ini {whole.count(entry.old)} kali"
        text = whole.replace(entry.old, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def spoil(root, entry):
    """The wrong way to save a file, by its name in ``cara``."""
    path = root / entry.path
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if entry.way == "hapus":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif entry.way == "folder":
        path.unlink()
        path.mkdir()
    elif entry.way == "symlink":
        path.unlink()
        os.symlink(CITY / entry.path, path)
    else:
        path.write_bytes({"crlf": text.replace("\n", "\r\n").encode(), "bom": b"\xef\xbb\xbf" + text.encode(), "utf-16": text.encode("utf-16"), "besar": b"isi\n" * 500_001}[entry.way])


def test_every_code_has_its_page():
    without = {code: sorted(files) for code, files in emitted(ROOT / "site_src").items() if code not in {entry.code for entry in ENTRIES}}
    assert without == {}, "tambahkan contoh di docs/masalah/contoh/, lalu jalankan python3 scripts/docs.py"
    assert len({entry.code for entry in ENTRIES}) == len(ENTRIES)


def test_the_pages_are_what_the_examples_say():
    written = documents(ROOT)
    found = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / PAGES).glob("*.md")}
    assert found == written
    assert all(page_of(entry.code) in written and entry.rule for entry in ENTRIES)


def test_the_city_of_the_examples_is_clean():
    assert codes(CITY) == set()


@pytest.mark.parametrize("entry", TYPED, ids=name)
def test_the_wrong_example_is_answered_with_its_code(entry, city):
    if entry.way:
        spoil(city, entry)
    else:
        put(city, entry, entry.wrong)
    assert entry.code in codes(city)


@pytest.mark.parametrize("entry", [entry for entry in TYPED if entry.right], ids=name)
def test_the_right_example_is_answered_with_nothing(entry, city):
    put(city, entry, entry.right)
    assert codes(city) == set()


@pytest.mark.parametrize("entry", [entry for entry in TYPED if entry.check], ids=name)
def test_the_rule_that_is_told_is_the_rule_that_finds_it(entry, city):
    put(city, entry, entry.wrong)
    own = next(check for check in CHECKS if f"{check.__module__.rpartition('.')[2]}.{check.__name__}" == entry.check)
    site = pipeline.check(city, DAY).loaded.site
    assert entry.code in {problem.code for problem in own(site, DAY)}


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.built], ids=name)
def test_a_built_page_is_answered_with_its_code(entry, tmp_path):
    facts = facts_of(Ledger(pipeline.check(CITY, DAY).loaded.site, DAY))
    page = tmp_path / "index.html"
    expected = {"": frozenset({"tel:129"})}
    page.write_text(BUILT, encoding="utf-8")
    assert verify(tmp_path, expected, facts) == []
    if entry.way == "hapus":
        page.unlink()
    elif entry.way:
        (tmp_path / {"gps": "foto.jpg", "zip-rusak": "isi.zip"}[entry.way]).write_bytes({"gps": PHOTO, "zip-rusak": b"PK\x03\x04rusak"}[entry.way])
    else:
        assert BUILT.count(entry.old) == 1
        page.write_text(BUILT.replace(entry.old, entry.wrong), encoding="utf-8")
    assert entry.code in {problem.code for problem in verify(tmp_path, expected, facts)}


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.proof], ids=name)
def test_what_no_file_alone_can_show_is_proven_elsewhere(entry):
    assert entry.code in (ROOT / entry.proof).read_text(encoding="utf-8")


def test_a_file_that_may_not_be_opened_is_named(city, monkeypatch):
    read = Path.read_bytes

    def refuse(path):
        if path.name == "istilah.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "tidak-terbaca" in codes(city)


def test_a_need_with_official_phrases_only_is_told(city):
    shutil.copytree(ROOT / "content" / "kata", city / "content" / "kata")
    path = city / "content/topik/darurat.md"
    phrases = ", ".join(f"perlindungan sementara {number}" for number in range(40))
    path.write_text(path.read_text(encoding="utf-8").replace("istilah: [bahaya, tolong, gawat, diserang, ketakutan]", f"istilah: [{phrases}]"), encoding="utf-8")
    assert "kata-cari-resmi" in {problem.code for problem in check_core_phrases(pipeline.check(city, DAY).loaded.site, DAY)}


def test_a_manifest_that_was_edited_is_told(tmp_path):
    whole = manifest({"index.html": b"isi"}, {}, {"": "CC BY 4.0"})
    (tmp_path / "index.html").write_bytes(b"isi")
    (tmp_path / "manifest.json").write_bytes(whole)
    assert verify_folder(tmp_path) == []
    (tmp_path / "manifest.json").write_bytes(whole.replace(b"index", b"indes"))
    assert [problem.code for problem in verify_folder(tmp_path)] == ["manifest-rusak"]
