"""The zip: every link names a file, every page its age, every name fits Windows, and the same files are the same bytes."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from site_src.bundle import folder, pack
from site_src.bundle.freshness import sentence

SAID = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."


@pytest.mark.parametrize(("href", "expected"), [
    ("../topik/kdrt/", "../topik/kdrt/index.html"),
    ("../topik/kdrt/#hubungi", "../topik/kdrt/index.html#hubungi"),
    (".", "index.html"),
    ("./", "index.html"),
    ("..", "../index.html"),
    ("../..#isi", "../../index.html#isi"),
    ("/situs/a-z/", "a-z/index.html"),
    ("/situs/", "index.html"),
    ("/situs/aset/gaya.css", "aset/gaya.css"),
    ("#isi", "#isi"),
    ("tel:129", "tel:129"),
    ("https://contoh.go.id/lapor/", "https://contoh.go.id/lapor/"),
])
def test_a_link_names_a_file(href, expected):
    assert folder.as_file(href, "/situs/") == expected


def test_a_page_says_its_age_first_and_beside_each_number_even_after_an_odd_title():
    page = ('<main class="isi"><a title="a > b" href="../"><ul><li class="kanal kanal-telepon"><a href="tel:1">1</a> <small class="kanal-bukti">Teruji</small></li></ul>'
            '<p class="bahaya-uji">Sudah diuji.</p></main>')
    assert folder.page(page, "/", "S.") == (
        '<main class="isi">\n<aside class="pita salinan" aria-label="Umur salinan"><p>S. Sesudah itu nomor di sini mungkin sudah berganti.</p></aside>'
        '<a title="a > b" href="../index.html"><ul><li class="kanal kanal-telepon"><a href="tel:1">1</a> <small class="kanal-bukti">Teruji · S.</small></li></ul>'
        '<p class="bahaya-uji">Sudah diuji. S.</p></main>')


def test_the_citys_zip_is_whole_light_and_says_its_age_on_every_page(built, packed):
    made = pack.make(built, ("zip",))
    assert pack.faults(built, made) == []
    assert made["info-warga.zip"] == (packed / "dist" / "info-warga.zip").read_bytes()
    assert sentence(built.ledger) == SAID
    with zipfile.ZipFile(io.BytesIO(made["info-warga.zip"])) as archive:
        names = archive.namelist()
        pages = [archive.read(name).decode() for name in names if name.endswith(".html")]
    assert {"info-warga/index.html", "info-warga/404.html", "info-warga/BACA-DULU.txt", "info-warga/topik/kdrt/index.html"} <= set(names)
    assert len(pages) > 20 and all(SAID in page for page in pages)
    assert not [name for name in names if "sitemap" in name]


def test_each_number_of_a_hotline_page_stands_beside_the_age_of_the_copy(built):
    page = pack.unpacked(built)["hotline/sahabat-129/index.html"].decode()
    rows = [row for row in page.split('<li class="kanal kanal-')[1:]]
    assert len(rows) == 2 and all(SAID in row.partition("</li>")[0] for row in rows)


@pytest.mark.parametrize(("path", "code"), [
    ("con.html", "nama-tidak-aman"),
    ("topik/aux/index.html", "nama-tidak-aman"),
    ("topik/apa?.html", "nama-tidak-aman"),
    ("topik/titik./index.html", "nama-tidak-aman"),
    ("topik/" + "panjang-" * 9 + "/" + "panjang-" * 9 + "/index.html", "nama-tidak-aman"),
    ("topik/bahasa-é/index.html", "nama-tidak-aman"),
])
def test_a_name_that_windows_refuses_is_told(path, code):
    assert [problem.code for problem in folder.faults({path: b"<main>S."}, "S.")] == [code]


def test_names_that_differ_in_case_only_are_told():
    assert [problem.code for problem in folder.faults({"A.html": b"S.", "a.html": b"S."}, "S.")] == ["nama-kembar"]


def test_a_page_without_its_age_and_a_link_to_a_folder_are_told():
    assert [problem.code for problem in folder.faults({"a.html": b'<a href="../">x</a>'}, "S.")] == ["salinan-tanpa-tanggal", "tautan-folder"]


def test_a_folder_heavier_than_the_policy_or_asking_elsewhere_is_refused(built):
    page = built.files["index.html"].replace(b"</main>", b'<img src="https://gambar.example.com/a.png" alt=""></main>')
    spoiled = replace(built, files={**built.files, "index.html": page})
    assert {(problem.place.path, problem.code) for problem in pack.faults(spoiled, pack.make(spoiled, ("zip",)))} == {("dist/info-warga.zip/index.html", "permintaan-luar")}
    heavy = replace(built, licences={"lisensi/x.txt": bytes(range(256)) + b"".join(str(number**7).encode() for number in range(60000))})
    assert [problem.code for problem in pack.faults(heavy, pack.make(heavy, ("zip",)))] == ["zip-terlalu-berat"]


def test_the_limit_is_measured_against_the_site_without_the_copies_for_servers(built):
    pages = {path: content for path, content in built.files.items() if not path.endswith((".gz", ".br"))}
    assert len(pages) < len(built.files)
    whole = len(folder.zipped(pages, built.ledger.today))
    for share, codes in ((0.1, []), (1.0, ["zip-terlalu-berat"])):
        filled = replace(built, licences={"lisensi/x.txt": random.Random(1).randbytes(int(share * whole))})
        assert [problem.code for problem in pack.faults(filled, pack.make(filled, ("zip",))) if problem.code == "zip-terlalu-berat"] == codes, share


def test_the_order_of_files_changes_no_byte_and_times_are_the_days():
    day = date(2026, 11, 23)
    one, two = folder.zipped({"a": b"1", "b": b"2"}, day), folder.zipped({"b": b"2", "a": b"1"}, day)
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert [(entry.filename, entry.date_time, entry.external_attr >> 16) for entry in archive.infolist()] == [
            ("info-warga/a", (2026, 11, 23, 0, 0, 0), 0o100644), ("info-warga/b", (2026, 11, 23, 0, 0, 0), 0o100644)]
