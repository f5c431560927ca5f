"""School kits: every spelling of a spreadsheet is read, a broken line hides no other, each school gets its own sheets and all that is shared."""

from __future__ import annotations

import os
import shutil

import minisign
import pypdfium2
import pytest
import zxingcpp

from site_src import cli
from site_src.bundle import kit
from site_src.bundle.freshness import again
from site_src.bundle.manifest import verify_folder
from site_src.bundle.schools import read_schools
from site_src.prints import School, school_sheets, sheets, typeset
from site_src.prints.rows import readers
from site_src.prints.schools import near

DAY = "2026-11-23"
LIST = '''nama;kecamatan;kontak;nomor
SD Negeri 1;Contoh Utara;Guru BK;0733-321001
"SMP ""Harapan; Bangsa""";Contoh Selatan;Wakil kepala sekolah;0812-3456-7890
'''
LONG = "Sekolah Menengah Pertama Islam Terpadu Nurul Hidayah Insan Mulia Contoh Utaraaaa"


def read(text, site, encoding="utf-8"):
    return read_schools("sekolah.csv", text.encode(encoding), site)


def said(problems):
    return [(str(problem.place), problem.code) for problem in problems]


@pytest.fixture
def site(built):
    return built.ledger.site


def lines(page):
    """The box of each run of text, left, bottom, right, top, in points."""
    text = page.get_textpage()
    return [text.get_rect(number) for number in range(text.count_rects())]


@pytest.mark.parametrize(("name", "contact", "number"), [("SD 1", "Guru BK", "0733-321001"), (LONG, "Wakil kepala sekolah bidang kesiswaan II", "+62 812-3456-7890")])
def test_no_line_of_a_school_card_runs_into_another(real_city, name, contact, number):
    """The longest row a list may hold; a picture of the pages shows it, their text alone does not."""
    common = dict(sheets(real_city, again))
    drawn = dict(school_sheets(real_city, again, common, School(name, "Lubuk Linggau Utara II", contact, number, "tel:+62733321001")))
    for path in ("sekolah/kartu-sekolah.pdf", "sekolah/poster-sekolah.pdf"):
        boxes = lines(pypdfium2.PdfDocument(typeset(drawn[path]))[0])
        assert len(boxes) > 10
        for place, (left, bottom, right, top) in enumerate(boxes):
            for other in boxes[place + 1:]:
                beside = min(right, other[2]) - max(left, other[0]) <= 1
                assert beside or max(bottom, other[1]) - min(top, other[3]) > 0.9, (path, (left, bottom, right, top), other)



@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_way_of_excel_is_read(site, encoding, mark, end):
    text = "\n".join(["nama;kecamatan;kontak;nomor", "SD Café;contoh utara;Guru BK;0733-321001", ";;;"]).replace(";", mark).replace("\n", end)
    schools, problems = read(text, site, encoding)
    assert problems == [] and list(schools) == ["sd-cafe"]
    school = schools["sd-cafe"]
    assert (school.name, school.district, school.contact, school.number, school.href) == ("SD Café", "Contoh Utara", "Guru BK", "0733-321001", "tel:+62733321001")


def test_quotes_and_columns_in_another_order(site):
    schools, problems = read(LIST, site)
    assert problems == [] and {folder: school.name for folder, school in schools.items()} == {"sd-negeri-1": "SD Negeri 1", "smp-harapan-bangsa": 'SMP "Harapan; Bangsa"'}
    schools, _ = read("sep=,\nNomor,Kontak,NPSN,Kecamatan,Nama\n0733-321001,Guru BK,1,Contoh Utara,SD Satu\n", site)
    assert schools["sd-satu"].contact == "Guru BK"


def test_a_broken_line_is_named_with_its_column_and_the_others_are_read(site):
    text = LIST + "\n".join([
        "SD Tiga;Contoh Utra;Guru BK;0733-321003",
        'SD "Empat;Contoh Utara;Guru BK;0733-321004',
        '"SD Lima;Contoh Utara;Guru BK;0733-321005',
        "SD Enam;Contoh Utara;Guru BK",
        "SD Tujuh;Contoh Utara;Guru BK;81234567890",
        "SD Delapan;Contoh Utara;Guru BK;8.12E+10",
        "SD Sembilan;Contoh Utara;;hubungi saya",
        "SD Negeri 1;Contoh Utara;Guru BK;0733-321001",
        "SD Sepuluh;Contoh Selatan;Guru BK;0733-321010",
        "SD \ufffd;Contoh Utara;Guru BK;0733-321011", f"{LONG * 2};Contoh Utara;Guru BK;0733-321012"])
    schools, problems = read(text, site)
    assert said(problems) == [
        ("sekolah.csv:4:9", "baris-sekolah"), ("sekolah.csv:6:1", "baris-sekolah"), ("sekolah.csv:7:1", "baris-sekolah"),
        ("sekolah.csv:8:31", "baris-sekolah"), ("sekolah.csv:9:33", "baris-sekolah"), ("sekolah.csv:10:26", "baris-sekolah"), ("sekolah.csv:10:27", "baris-sekolah"),
        ("sekolah.csv:11:1", "baris-sekolah"), ("sekolah.csv:13:1", "baris-sekolah"), ("sekolah.csv:14:1", "baris-sekolah")]
    assert "Maksud Anda “Contoh Utara”" in problems[0].remedy and "angka 0 di depan" in problems[3].message
    assert [school.name for school in schools.values()] == ["SD Negeri 1", 'SMP "Harapan; Bangsa"', 'SD "Empat', "SD Sepuluh"]


def test_a_row_that_excel_broke_within_a_cell_is_one_school_and_an_open_quote_spoils_only_its_line(site):
    schools, problems = read(LIST + '"SD Panjang\nCabang";Contoh Utara;Guru BK;0733-321002\n"SD Terbuka;Contoh Utara;Guru BK;0733-321003\nSD Sesudah;Contoh Utara;Guru BK;0733-321004\n', site)
    assert [school.name for school in schools.values()][2:] == ["SD Panjang Cabang", "SD Sesudah"]
    assert said(problems) == [("sekolah.csv:6:1", "baris-sekolah")] and "tidak ditutup" in problems[0].message


def test_a_cell_too_many_is_said_where_it_stands_but_empty_ones_are_excels_own(site):
    schools, problems = read(LIST + "SD Dua; Simpang;Contoh Utara;Guru BK;0733-321002\nSD Tiga;Contoh Utara;Guru BK;0733-321003;;\n", site)
    assert said(problems) == [("sekolah.csv:4:38", "baris-sekolah")] and "5 isian; seharusnya 4" in problems[0].message
    assert "sd-tiga" in schools and "sd-dua" not in schools


def test_letters_that_the_sheets_cannot_draw_are_named(site):
    schools, problems = read(LIST + "學校;Contoh Utara;Guru BK;0733-321002\nSD 😀;Contoh Utara;Guru BK;0733-321003\nSDN “Ñandú” 2–3;Contoh Utara;Guru BK;0733-321004\n", site)
    assert said(problems) == [("sekolah.csv:4:1", "baris-sekolah"), ("sekolah.csv:5:1", "baris-sekolah")] and "“學”" in problems[0].message
    assert "sdn-nandu-23" in schools


def test_a_list_of_two_encodings_is_read_line_by_line(site):
    schools, problems = read_schools("sekolah.csv", "nama;kecamatan;kontak;nomor\n".encode() + "SD Café;Contoh Utara;Guru BK;0733-321001\n".encode() + "SD Melão;Contoh Utara;Guru BK;0733-321002\n".encode("cp1252"), site)
    assert problems == [] and [school.name for school in schools.values()] == ["SD Café", "SD Melão"]


def test_a_list_without_its_columns_is_refused(site):
    for text in ("", "SD Negeri 1;Contoh Utara;Guru BK;0733-321001\n", "nama;kecamatan\n"):
        schools, problems = read(text, site)
        assert schools == {} and said(problems) == [("sekolah.csv:1:1", "kolom-sekolah")]


@pytest.mark.parametrize(("raw", "message"), [
    (b"PK\x03\x04\x14\x00", "Ini buku kerja Excel, bukan CSV."), (b"\xd0\xcf\x11\xe0\xa1", "Ini buku kerja Excel, bukan CSV."), (b"nama;kecamatan;kontak;nomor\r\n;;;\r\n", "Daftar ini belum memuat sekolah."),
    (b"", "Baris pertama tidak memuat kolom nama, kecamatan, kontak, nomor.")])
def test_a_workbook_and_a_list_without_a_school_are_said(site, raw, message):
    schools, problems = read_schools("sekolah.csv", raw, site)
    assert schools == {} and [problem.message for problem in problems] == [message]


def test_folder_names_are_safe_and_unique(site):
    names = ["CON", "Ünïcode & Co./..\\x", "…", "SD Satu", "sd-satu", "SD  Satu!", "x" * 80]
    schools, problems = read("nama;kecamatan;kontak;nomor\n" + "\n".join(f'"{name}";Contoh Utara;Guru BK;0733-321001' for name in names), site)
    assert problems == []
    assert list(schools) == ["sekolah-con", "unicode-co-x", "sekolah", "sd-satu", "sd-satu-2", "sd-satu-3", "x" * 40]


def test_a_number_known_to_be_wrong_is_refused(site):
    wrong = next(one.number for one in site.policy.known_wrong if len(one.number) > 8)
    _, problems = read(f"nama;kecamatan;kontak;nomor\nSD Satu;Contoh Utara;Guru BK;{wrong}\n", site)
    assert said(problems) == [("sekolah.csv:2:30", "baris-sekolah")]


def run(root, text):
    (root / "sekolah.csv").write_bytes(text.encode("utf-8-sig"))
    return cli.main(["pack", "kit", "--root", str(root), "--tanggal", DAY, "--sekolah", str(root / "sekolah.csv")])


def text_of(path):
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).split())


def test_each_school_gets_a_folder_that_proves_itself(own, capsys):
    assert run(own, LIST + "SD Rusak;Antah;Guru BK;0733-321009\n") == 1
    err = capsys.readouterr().err
    assert "sekolah.csv:4:10: galat baris-sekolah" in err and "2 sekolah" in err
    assert "    4 | SD Rusak;Antah;Guru BK;0733-321009\n      |          ^\n" in err
    kits = own / "kit"
    assert sorted(path.name for path in kits.iterdir()) == [".bersama", "sd-negeri-1", "smp-harapan-bangsa"]
    one = kits / "sd-negeri-1"
    assert verify_folder(one) == [] and (one / "info-warga.zip").is_file() and len(list((one / "cetak").rglob("*.pdf"))) > 10
    poster, card = text_of(one / "sekolah/poster-sekolah.pdf"), text_of(one / "sekolah/kartu-sekolah.pdf")
    assert "SD Negeri 1" in poster and "0733-321001" in poster and "Guru BK" in poster and "110" in poster and "belum mengujinya" in poster
    assert card.count("SD Negeri 1") == card.count("0733-321001") == 10
    assert "Harapan; Bangsa" in text_of(kits / "smp-harapan-bangsa/sekolah/poster-sekolah.pdf")
    page = pypdfium2.PdfDocument(one / "sekolah/poster-sekolah.pdf")[0].render(scale=2.5).to_pil().convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(page)] == ["tel:110"]
    before = {path.relative_to(kits): path.read_bytes() for path in kits.rglob("*") if path.is_file()}
    assert os.stat(one / "info-warga.zip").st_nlink == 3
    assert run(own, LIST) == 0
    assert {path.relative_to(kits): path.read_bytes() for path in kits.rglob("*") if path.is_file()} == before


def test_with_a_key_each_kit_is_signed_and_a_stick_of_kits_is_checked_at_once(own, tmp_path, monkeypatch, capsys):
    pair = minisign.KeyPair.generate()
    (tmp_path / "situs.key").write_bytes(bytes(pair.secret_key))
    (tmp_path / "situs.pub").write_bytes(bytes(pair.public_key))
    monkeypatch.setenv("SITUS_KUNCI", str(tmp_path / "situs.key"))
    assert run(own, LIST) == 0
    stick = tmp_path / "stik"
    for name in ("sd-negeri-1", "smp-harapan-bangsa"):
        shutil.copytree(own / "kit" / name, stick / "Paket" / name)
    (stick / "foto.jpg").write_bytes(b"x")
    command = ["pack", "verify", str(stick), "--kunci-publik", str(tmp_path / "situs.pub")]
    capsys.readouterr()
    assert cli.main(command) == 0
    done = capsys.readouterr()
    assert done.out.startswith("Utuh (2 paket)") and "1 berkas di luar paket tidak diperiksa: foto.jpg" in done.err
    zipped = stick / "Paket" / "sd-negeri-1" / "info-warga.zip"
    zipped.write_bytes(zipped.read_bytes()[:-1] + b"x")
    (stick / "Paket" / "smp-harapan-bangsa" / "manifest.json.minisig").unlink()
    assert cli.main(command) == 1
    err = capsys.readouterr().err
    assert "Paket/sd-negeri-1/info-warga.zip: galat berkas-berubah" in err and "Paket/smp-harapan-bangsa/manifest.json.minisig: galat manifest-rusak" in err


def test_a_list_that_is_not_there_is_said(own, capsys):
    for path in (own / "tidak-ada.csv", own):
        assert cli.main(["pack", "kit", "--root", str(own), "--tanggal", DAY, "--sekolah", str(path)]) == 2
        assert f"berkas “{path}” tidak ada" in capsys.readouterr().err


def test_where_the_disk_cannot_link_files_are_copied(own, monkeypatch):
    def refuse(*_):
        raise OSError("FAT")

    monkeypatch.setattr(kit.os, "link", refuse)
    assert run(own, LIST) == 0 and verify_folder(own / "kit" / "sd-negeri-1") == []


def test_the_longest_names_fit_one_page_and_their_card(own):
    assert run(own, f"nama;kecamatan;kontak;nomor\n{LONG[:80]};Contoh Utara;{'Wakil kepala sekolah bidang kesiswaan dan'[:40]};0812-3456-7890\n") == 0
    [folder] = [path for path in (own / "kit").iterdir() if path.name != ".bersama"]
    for name in ("poster", "kartu"):
        document = pypdfium2.PdfDocument(folder / f"sekolah/{name}-sekolah.pdf")
        assert len(document) == 1
        width, height = document[0].get_size()
        inside = " ".join(document[0].get_textpage().get_text_bounded(14, 14, width - 14, height - 14).split())
        assert inside.replace(" ", "").count(LONG[:80].replace(" ", "")) == (10 if name == "kartu" else 1)


def test_a_held_number_on_a_schools_sheet_leaves_the_school_out(own, capsys):
    assert run(own, LIST + "SD Bocor;Contoh Utara;Guru BK;0812-0000-0130\n") == 1
    assert not (own / "kit" / "sd-bocor").exists() and (own / "kit" / "sd-negeri-1").is_dir()


def test_near_services_are_for_children_and_those_in_the_district_come_first(real_city):
    contacts = readers(real_city)
    for district in real_city.site.area.districts:
        found = near(contacts, district.name)
        assert 1 <= len(found) <= 3 and not [service.slug for service in found if service.slug in ("panti-budi-luhur", "damkar-pb")], district.name
        inside = [bool(service.shown_address and service.shown_address.district == district.name) for service in found]
        assert inside == sorted(inside, reverse=True), district.name
    east = near(contacts, "Lubuk Linggau Timur I")
    assert east[0].shown_address and east[0].shown_address.district == "Lubuk Linggau Timur I"


def test_without_a_site_nothing_is_made(own, capsys):
    (own / "site" / "data" / "kontak.json").unlink()
    assert run(own, LIST) == 2 and "build.py" in capsys.readouterr().err
