"""The change card says every fact that changed, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from site_src.card import as_data, as_markdown
from site_src.card.command import card_of, main

CITY = Path(__file__).resolve().parent.parent / "city"
TODAY = date(2026, 11, 23)
KDRT, KLINIK, LINES = "content/topik/kdrt.md", "content/layanan/klinik.md", "hotlines.yaml"
SAHABAT, POLISI, RUMAH = "Hotline “Sahabat 129”", "Hotline “Polisi Contoh”", "Kebutuhan “Kekerasan di rumah”"
TESTED = '        uji:\n          - {tanggal: 2026-11-22, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n'
SAHABAT_SOURCE = '          - {url: "https://sahabat.contoh.go.id/", dibaca: 2026-11-20, resmi: ya}\n'
POLISI_SOURCE = '          - {url: "https://polisi.contoh.go.id/110", dibaca: 2026-11-20, resmi: ya}\n        uji:'


@pytest.fixture
def city(tmp_path):
    """Two copies of the tiny city: what was, and what somebody changes."""
    for name in ("dulu", "kini"):
        shutil.copytree(CITY, tmp_path / name)
    return tmp_path


def edit(root, path, old, new):
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def rows(city):
    card = card_of(str(city / "dulu"), str(city / "kini"), city, TODAY)
    return [(row.record, row.what, row.before, row.after, str(row.audience)) for row in card.changes]


SILENT = [
    (LINES, "hotline:\n", "# Catatan untuk penyunting.\n\nhotline:\n"),
    (LINES, "nama: Sahabat 129", "nama:   Sahabat 129  # tetap sama"),
    (LINES, "nama: Sahabat 129", 'nama: "Sahabat 129"'),
    (LINES, "untuk: [korban, anak]", "untuk:\n      - korban\n      - anak"),
    (KDRT, "Memukul pasangan adalah kekerasan.", "Memukul pasangan\nadalah   kekerasan."),
    (KDRT, "---\n\n## Apa ini", "---\n\n\n\n## Apa ini"),
]


@pytest.mark.parametrize(("path", "old", "new"), SILENT, ids=["komentar", "spasi", "kutip", "daftar", "baris", "kosong"])
def test_spaces_comments_and_quotes_change_nothing(city, path, old, new):
    edit(city / "kini", path, old, new)
    assert rows(city) == []


CHANGES = {
    "nomor": (LINES, 'nomor: "0812-0000-0129"', 'nomor: "0812-0000-0128"', [(SAHABAT, "Kanal whatsapp 0812-0000-0128 → Nomor", "0812-0000-0129", "0812-0000-0128", "warga")]),
    "nama": (LINES, "pengelola: Kementerian Contoh", "pengelola: Badan Contoh", [(SAHABAT, "Pengelola", "Kementerian Contoh", "Badan Contoh", "warga")]),
    "pilihan": (LINES, "untuk: [korban, anak]", "untuk: [korban, remaja]", [(SAHABAT, "Untuk siapa", "anak", "remaja", "warga")]),
    "urutan": (LINES, "untuk: [korban, anak]", "untuk: [anak, korban]", [(SAHABAT, "Untuk siapa (urutan)", "korban, anak", "anak, korban", "warga")]),
    "ya-tidak": (LINES, "    darurat: ya\n", "", [(POLISI, "Untuk bahaya seketika?", "ya", "tidak", "warga")]),
    "jam": (KLINIK, "Mo-Fr 08:00-16:00; PH off", "Mo-Sa 08:00-16:00; PH off", [("Layanan “Klinik Contoh”", "Jam → Jam buka", "Mo-Fr 08:00-16:00; PH off", "Mo-Sa 08:00-16:00; PH off", "warga")]),
    "bukti": (LINES, POLISI_SOURCE, POLISI_SOURCE.replace("11-20", "11-22"), [(POLISI, "Kanal telepon 110 → Sumber “https://polisi.contoh.go.id/110” → Tanggal dibaca", "2026-11-20", "2026-11-22", "bukti")]),
    "uji": (LINES, SAHABAT_SOURCE, SAHABAT_SOURCE + TESTED, [
        (SAHABAT, "Kanal telepon 129 → Catatan uji telepon: baru", "(kosong)", "2026-11-22; Operator seluler: Seluler Contoh; Hasil: tersambung; Peran penelepon: petugas dinas", "bukti"),
        (SAHABAT, "Status telepon 129", "tampil, bersumber", "tampil, teruji", "warga")]),
    "tahan": (LINES, 'nomor: "129"\n', 'nomor: "129"\n        tahan: Tidak dijawab.\n', [
        (SAHABAT, "Kanal telepon 129 → Alasan menahan", "(kosong)", "Tidak dijawab.", "petugas"),
        (SAHABAT, "Status telepon 129", "tampil, bersumber", "tidak tampil (ditahan)", "warga")]),
    "nomor-ditahan": (LINES, "0812-0000-0130", "0812-0000-0131", [(SAHABAT, "Kanal sms 0812-0000-0131 → Nomor", "0812-0000-0130", "0812-0000-0131", "petugas")]),
    "pertanyaan": ("content/layanan/polsek-contoh.md", "Berapa nomor telepon kantor ini?", "Siapa kepalanya?", [
        ("Layanan “Polsek Contoh”", "Pertanyaan untuk petugas", "Berapa nomor telepon kantor ini?", "Siapa kepalanya?", "petugas")]),
    "tulisan": (KDRT, "Memukul pasangan adalah kekerasan.", "Memukul istri atau suami adalah kekerasan.", [
        (RUMAH, "Isi halaman (3 kata ditambah, 1 kata dihapus)", "… ini Memukul pasangan adalah kekerasan. …", "… ini Memukul istri atau suami adalah kekerasan. …", "warga")]),
    "langkah": ("content/alur/lapor.yaml", "tenggat: 1 x 24 jam", "tenggat: 2 x 24 jam", [("Alur “Melapor dan didampingi”", "Langkah “lapor” → Paling lambat", "1 x 24 jam", "2 x 24 jam", "warga")]),
    "istilah": ("content/istilah.yaml", "Surat dokter tentang luka.", "Surat dari dokter.", [("Istilah “Visum”", "Arti dalam bahasa sehari-hari", "Surat dokter tentang luka.", "Surat dari dokter.", "warga")]),
    "kebijakan": ("content/kebijakan.yaml", "uji_seluler: 90", "uji_seluler: 60", [("Kebijakan", "Umur bukti, dalam hari → Uji nomor seluler dan WhatsApp", "90", "60", "petugas")]),
    "wilayah": ("content/wilayah.yaml", "nama_pendek: Contoh", "nama_pendek: Kota", [("Wilayah", "Nama pendek", "Contoh", "Kota", "warga")]),
    "lembaga": ("content/lembaga.yaml", "Merawat luka Anda.", "Merawat Anda.", [("Pengelola situs", "Sektor “kesehatan” → Perannya dalam kalimat sehari-hari", "Merawat luka Anda.", "Merawat Anda.", "warga")]),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_each_change_gives_exactly_its_line(city, kind):
    path, old, new, expected = CHANGES[kind]
    edit(city / "kini", path, old, new)
    assert rows(city) == expected


def test_a_record_comes_and_another_goes(city):
    page = "content/pencegahan/tetangga.md"
    (city / "kini" / page).rename(city / "kini/content/pencegahan/warga.md")
    edit(city / "kini", "content/pencegahan/warga.md", "Menjadi tetangga yang peduli", "Warga yang peduli")
    edit(city / "kini", "content/pencegahan/warga.md", "hari.\n", "sekarang.\n")
    said = "Ringkas: Apa yang dapat dilakukan tetangga.; Untuk siapa: tetangga; Kebutuhan: kdrt; Sumber: prinsip-contoh; Isi terakhir ditinjau: 2026-11-20; Peran peninjau: penyusun; Isi halaman: 7 kata"
    found = rows(city)
    assert [(row[0], row[1]) for row in found] == [("Halaman pencegahan “Menjadi tetangga yang peduli”", "Catatan dihapus"), ("Halaman pencegahan “Warga yang peduli”", "Catatan baru")]
    assert found[0][2] == f"Menjadi tetangga yang peduli; {said}"
    assert found[1][3] == f"Warga yang peduli; {said}"


def test_a_broken_file_is_said_and_its_record_is_not_called_removed(city):
    edit(city / "kini", KLINIK, "sektor: kesehatan", "sektor: kesehtan")
    card = card_of(str(city / "dulu"), str(city / "kini"), city, TODAY)
    assert [row for row in card.changes if "Klinik" in row.record] == []
    assert "content/layanan/klinik.md:4:9: “kesehtan” bukan pilihan untuk “sektor”" in as_markdown(card)


def test_the_card_asks_who_must_still_confirm(city):
    edit(city / "kini", "content/layanan/polsek-contoh.md", "Menerima laporan warga.", "Menerima laporan Anda.")
    edit(city / "kini", LINES, "pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    card = card_of(str(city / "dulu"), str(city / "kini"), city, TODAY)
    assert [said for record, said in card.open if record == "Layanan “Polsek Contoh”"] == ["Petugas yang menelepon: Berapa nomor telepon kantor ini?"]
    assert [said.split(". ")[0] for record, said in card.open if record == SAHABAT] == [
        "Petugas yang menelepon: telepon 129 belum teruji", "Petugas yang menelepon: whatsapp 0812-0000-0129 belum teruji", "Petugas yang menelepon: sms 0812-0000-0130 tidak tampil"]


def test_text_of_a_change_cannot_speak_markdown(city):
    edit(city / "kini", LINES, "pengelola: Kementerian Contoh", 'pengelola: "@semua | [x](https://jahat.example) <img>"')
    text = as_markdown(card_of(str(city / "dulu"), str(city / "kini"), city, TODAY))
    assert "@\u200bsemua \\| \\[x\\](https:\u200b//jahat.example) \\<img\\>" in text


def test_two_git_revisions_are_compared_without_touching_the_work_tree(city, capsys):
    repository = city / "dulu"

    def git(*command):
        subprocess.run(["git", "-C", str(repository), "-c", "user.name=u", "-c", "user.email=u@contoh.id", *command], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "satu")
    edit(repository, LINES, "pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    (repository / "content/istilah-lain").symlink_to("/etc/passwd")
    git("add", ".")
    git("commit", "-qm", "dua")
    edit(repository, LINES, "pengelola: Badan Contoh", "pengelola: Belum disimpan")
    assert main(["HEAD~1", "HEAD", "--format", "json", "--tanggal", "2026-11-23"], repository) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["perubahan"] == [{"catatan": SAHABAT, "berkas": "hotlines.yaml", "isian": "Pengelola", "sebelum": "Kementerian Contoh", "sesudah": "Badan Contoh", "untuk": "warga"}]
    assert data["masalah"] == []
    assert main(["HEAD", "tidak-ada"], repository) == 2
    assert "bukan revisi git" in capsys.readouterr().err


def test_an_empty_card_says_so(city):
    card = card_of(str(city / "dulu"), str(city / "kini"), city, TODAY)
    assert as_data(card) == {"perubahan": [], "dipastikan": [], "masalah": []}
    assert "Tidak ada fakta yang berubah" in as_markdown(card)


def test_a_change_that_cannot_be_read_is_not_called_none(city):
    path = city / "kini/hotlines.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kanal:", "kanal: salah #", 1), encoding="utf-8")
    said = as_markdown(card_of(str(city / "dulu"), str(city / "kini"), city, TODAY))
    assert "Belum dapat dikatakan apa yang berubah" in said and "warga melihat situs yang sama" not in said
