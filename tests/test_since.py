"""What changed against the base branch needs a source or a call test dated since the change; every repository here is real."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from site_src.cli import main
from site_src.keadaan.state import open_questions
from site_src.load import load_site
from site_src.model import Ledger
from site_src.since import changes_since

CITY = Path(__file__).resolve().parent / "city"
DAY = date(2026, 11, 23)
CLINIC, HOTLINES = "content/layanan/klinik.md", "hotlines.yaml"


class Repository:
    """The tiny city in a repository whose ``main`` was committed on 1 November 2026."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(CITY, root)
        self.git("init", "-q", "-b", "main")
        self.commit("2026-11-01")
        self.git("checkout", "-q", "-b", "ubah")

    def git(self, *words: str, day: str = "2026-11-01") -> None:
        stamp = f"{day}T10:00:00+0700"
        names = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_NAME": "petugas", "GIT_AUTHOR_EMAIL": "petugas@contoh.go.id",
                 "GIT_COMMITTER_NAME": "petugas", "GIT_COMMITTER_EMAIL": "petugas@contoh.go.id", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *words], cwd=self.root, env={**os.environ, **names}, check=True, capture_output=True)

    def commit(self, day: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "isi", day=day)

    def change(self, path: str, old: str, new: str, count: int = 1) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, count), encoding="utf-8")

    def asked(self) -> list[tuple[str, int]]:
        problems, note = changes_since(self.root, "main", DAY)
        assert note == ""
        assert {problem.code for problem in problems} <= {"perubahan-tanpa-bukti", "hapus-tanpa-jejak"}
        return [(problem.place.path, problem.place.line) for problem in problems]


@pytest.fixture
def city(tmp_path):
    return Repository(tmp_path / "kota")


def line_of(city, path, text):
    return next(number for number, line in enumerate((city.root / path).read_text(encoding="utf-8").split("\n"), 1) if text in line)


NUMBER = ('nomor: "0733-000020"', 'nomor: "0733-000777"')
TESTS = "    uji:\n"


def test_nothing_changed_asks_nothing(city):
    assert city.asked() == []


def test_a_changed_number_asks_for_proof_at_its_line(city):
    city.change(CLINIC, *NUMBER)
    city.commit("2026-11-10")
    assert city.asked() == [(CLINIC, line_of(city, CLINIC, "0733-000777"))]


def test_a_call_test_since_the_change_is_proof(city):
    city.change(CLINIC, *NUMBER)
    city.commit("2026-11-10")
    city.change(CLINIC, TESTS, TESTS + "      - {tanggal: 2026-11-11, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n")
    city.commit("2026-11-12")
    assert city.asked() == []


def test_a_new_source_read_on_the_day_itself_is_proof(city):
    city.change(CLINIC, NUMBER[0] + "\n", NUMBER[1] + "\n")
    city.change(CLINIC, '      - {url: "https://contoh.go.id/klinik", dibaca: 2026-11-20, resmi: ya}', '      - {url: "https://contoh.go.id/klinik-baru", dibaca: 2026-11-21, resmi: ya}')
    city.commit("2026-11-21")
    assert city.asked() == []


def test_a_proof_from_before_the_change_proves_nothing(city):
    city.change(CLINIC, *NUMBER)
    city.change(CLINIC, TESTS, TESTS + "      - {tanggal: 2026-11-09, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n")
    city.commit("2026-11-10")
    assert [path for path, _ in city.asked()] == [CLINIC]


def test_an_old_proof_stays_old_however_late_it_is_dated(city):
    city.change(CLINIC, *NUMBER)
    city.commit("2026-11-02")
    assert "tanggal: 2026-11-21" in (city.root / CLINIC).read_text(encoding="utf-8")
    assert [path for path, _ in city.asked()] == [CLINIC]


def test_a_line_that_is_not_committed_changed_today(city):
    city.change(CLINIC, *NUMBER)
    city.change(CLINIC, TESTS, TESTS + "      - {tanggal: 2026-11-22, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n")
    assert [path for path, _ in city.asked()] == [CLINIC]
    city.change(CLINIC, "tanggal: 2026-11-22", "tanggal: 2026-11-23")
    assert city.asked() == []


def test_changed_hours_ask_for_proof_and_a_source_of_the_hours_is_one(city):
    city.change(CLINIC, "Mo-Fr 08:00-16:00; PH off", "Mo-Sa 08:00-16:00")
    city.commit("2026-11-15")
    assert city.asked() == [(CLINIC, line_of(city, CLINIC, "Mo-Sa"))]
    city.change(CLINIC, 'jam:\n  buka: "Mo-Sa 08:00-16:00"\n  sumber:\n', 'jam:\n  buka: "Mo-Sa 08:00-16:00"\n  sumber:\n    - {url: "https://contoh.go.id/jam", dibaca: 2026-11-16}\n')
    city.commit("2026-11-16")
    assert city.asked() == []


def test_a_confidential_flag_that_comes_or_goes_asks_for_proof(city):
    city.change(CLINIC, "sektor: kesehatan\n", "sektor: kesehatan\nrahasia: ya\n")
    city.commit("2026-11-15")
    assert city.asked() == [(CLINIC, line_of(city, CLINIC, "rahasia: ya"))]
    city.git("checkout", "-q", "main")
    city.git("merge", "-q", "ubah")
    city.git("checkout", "-q", "-b", "buka")
    city.change(CLINIC, "rahasia: ya\n", "")
    city.commit("2026-11-20")
    assert city.asked() == [(CLINIC, 0)]


def test_a_number_of_a_hotline_is_watched_too(city):
    city.change(HOTLINES, '"0812-0000-0129"', '"0812-0000-0128"')
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, line_of(city, HOTLINES, "0812-0000-0128"))]


def test_moving_channels_and_words_ask_nothing(city):
    city.change(CLINIC, "Merawat luka dan membuat visum.", "Merawat luka.")
    city.change(HOTLINES, "  - id: polisi-110", "  # dipindah\n  - id: polisi-110")
    city.commit("2026-11-10")
    assert city.asked() == []


def test_a_new_record_is_no_change(city):
    shutil.copy(city.root / CLINIC, city.root / "content/layanan/klinik-dua.md")
    city.commit("2026-11-10")
    assert city.asked() == []


def test_a_file_that_cannot_be_read_is_left_to_the_checks(city):
    (city.root / CLINIC).write_bytes(b"\xff\xfe---")
    assert city.asked() == []


def test_an_unknown_branch_is_said_and_nothing_passes_for_compared(city, capsys):
    assert main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--since", "origin/main"]) == 2
    assert capsys.readouterr().err == "“origin/main” tidak ditemukan atau tidak berhubungan dengan cabang ini; perubahan tidak dibandingkan. Ambil dulu: git fetch origin.\n"


def test_without_a_repository_it_says_so_and_could_not_compare(tmp_path, capsys, monkeypatch):
    shutil.copytree(CITY, tmp_path / "kota")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert main(["check", "--root", str(tmp_path / "kota"), "--tanggal", "2026-11-23", "--since", "main"]) == 2
    assert capsys.readouterr().err == "Folder ini bukan repositori git; perubahan tidak dibandingkan dengan cabang dasar.\n"


def test_without_git_it_says_so_and_could_not_compare(city, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--since", "main"]) == 2
    assert capsys.readouterr().err == "Git tidak ada; perubahan tidak dibandingkan dengan cabang dasar.\n"


def test_a_change_without_proof_ends_the_command_with_one(city, capsys):
    city.change(CLINIC, *NUMBER)
    city.commit("2026-11-10")
    assert main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--since", "main"]) == 1
    out = capsys.readouterr().out
    assert "galat perubahan-tanpa-bukti: “nomor” berubah dari “0733-000020” menjadi “0733-000777”, tanpa sumber atau uji telepon baru sejak hari perubahannya, 2026-11-10." in out


def test_hours_nobody_knows_are_counted_and_are_no_error(city, capsys):
    assert main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--hitung"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Jam belum diketahui: 2 dari 4 hotline dan layanan yang punya kanal."
    # What rests on one source and what an office has still to say are the very counts of the dashboard.
    site = load_site(city.root).site
    assert said[1] == f"Sumber tulisan yang baru satu: {sum(reference.strength == 'satu' for reference in site.references)}."
    assert [line.rpartition(": ")[0].casefold() for line in said[1:]] == [name.casefold() for name, _ in open_questions(Ledger(site, date(2026, 11, 23)))]
    city.change(CLINIC, "Mo-Fr 08:00-16:00; PH off", "tidak diketahui")
    city.change(CLINIC, '      buka: "24/7"', '      buka: "tidak diketahui"')
    assert main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--hitung"]) == 0
    assert capsys.readouterr().err.splitlines()[0] == "Jam belum diketahui: 3 dari 4 hotline dan layanan yang punya kanal."


def test_a_service_under_another_file_name_is_the_same_service(city):
    city.git("mv", CLINIC, "content/layanan/klinik-baru.md")
    city.change("content/layanan/klinik-baru.md", "0733-000020", "0733-000021")
    assert city.asked() == [("content/layanan/klinik-baru.md", 36)]
    city.commit("2026-11-20")
    assert city.asked() == [("content/layanan/klinik-baru.md", 36)]


def test_a_file_renamed_by_hand_is_followed_by_its_name(city):
    (city.root / CLINIC).rename(city.root / "content/layanan/klinik-dua.md")
    city.change("content/layanan/klinik-dua.md", "0733-000020", "0733-000021")
    assert city.asked() == [("content/layanan/klinik-dua.md", 36)]


def test_a_hotline_under_another_id_is_the_same_hotline(city):
    city.change(HOTLINES, "id: polisi-110", "id: polisi-baru")
    city.change(HOTLINES, 'nomor: "110"', 'nomor: "113"')
    assert [path for path, _ in city.asked()] == [HOTLINES]


def test_a_number_that_changed_with_its_kind_is_a_changed_number(city):
    city.change(CLINIC, '- jenis: telepon\n    nomor: "0733-000020"', '- jenis: whatsapp\n    nomor: "0812-0000-0777"')
    assert city.asked() == [(CLINIC, 36)]


CHANNEL = """  - jenis: telepon
    nomor: "0733-000020"
    jam:
      buka: "24/7"
      sumber:
        - {url: "https://contoh.go.id/klinik", dibaca: 2026-11-20}
    sumber:
      - {url: "https://contoh.go.id/klinik", dibaca: 2026-11-20, resmi: ya}
    uji:
      - {tanggal: 2026-11-21, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}
"""
HELD_LINE = "        tahan: Baru satu sumber. Kirim pesan dan pastikan siapa yang membalas.\n"
HELD_CHANNEL = """      - jenis: sms
        nomor: "0812-0000-0130"
""" + HELD_LINE + """        sumber:
          - {url: "https://kabar.contoh.id/pesan", dibaca: 2026-11-20}
"""
LIGHT = """  - id: terang
    nama: Terang
"""


def terang(city):
    text = (city.root / HOTLINES).read_text(encoding="utf-8")
    return text[text.index(LIGHT) :]


def test_a_removed_number_is_asked_for_by_name(city, capsys):
    city.change(CLINIC, "kanal:\n" + CHANNEL, "pengganti: [polisi-110]\n")
    city.commit("2026-11-10")
    assert city.asked() == [(CLINIC, 2)]
    main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--since", "main", "--format", "text"])
    assert "hapus-tanpa-jejak: Nomor “0733-000020” di “Klinik Contoh” dihapus tanpa jejak" in capsys.readouterr().out


def test_a_removed_number_that_is_told_as_a_rival_left_a_trace(city):
    city.change(HOTLINES, '      - jenis: telepon\n        nomor: "129"\n        sumber:\n          - {url: "https://sahabat.contoh.go.id/", dibaca: 2026-11-20, resmi: ya}\n', "")
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, line_of(city, HOTLINES, "nama: Sahabat 129"))]
    city.change(HOTLINES, "        pertentangan:\n", '        pertentangan:\n          - {nilai: "129", alasan: Tidak dijawab lagi.}\n')
    city.commit("2026-11-12")
    assert city.asked() == []


def test_a_number_that_moved_to_another_record_left_a_trace(city):
    city.change(CLINIC, "kanal:\n" + CHANNEL, "pengganti: [polisi-110]\n")
    city.change(HOTLINES, "    kanal:\n", '    kanal:\n      - jenis: telepon\n        nomor: "0733 000 020"\n        sumber:\n          - {url: "https://contoh.go.id/klinik", dibaca: 2026-11-20}\n')
    assert city.asked() == []


def test_holding_a_number_instead_of_removing_it_asks_nothing(city):
    city.change(CLINIC, '    nomor: "0733-000020"\n', '    nomor: "0733-000020"\n    tahan: Kantor pindah.\n')
    city.commit("2026-11-10")
    assert city.asked() == []


def test_a_reason_to_hold_that_is_lifted_asks_for_proof_of_that_channel(city):
    city.change(HOTLINES, HELD_LINE, "")
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, line_of(city, HOTLINES, "- jenis: sms"))]
    # The proof of another channel is none.
    city.change(HOTLINES, '        nomor: "129"\n', '        nomor: "129"\n        uji:\n          - {tanggal: 2026-11-11, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n')
    city.commit("2026-11-11")
    assert [path for path, _ in city.asked()] == [HOTLINES]
    city.change(HOTLINES, '        nomor: "0812-0000-0130"\n', '        nomor: "0812-0000-0130"\n        uji:\n          - {tanggal: 2026-11-11, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n')
    city.commit("2026-11-12")
    assert city.asked() == []


def test_a_proof_from_before_the_hold_was_lifted_proves_nothing(city):
    city.change(HOTLINES, HELD_LINE, "        uji:\n          - {tanggal: 2026-11-09, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n")
    city.commit("2026-11-10")
    assert [path for path, _ in city.asked()] == [HOTLINES]


def test_another_reason_to_hold_asks_nothing(city):
    city.change(HOTLINES, HELD_LINE, "        tahan: Masih dipastikan.\n")
    assert city.asked() == []


def test_a_held_channel_that_is_removed_is_asked_for_without_its_number(city, capsys):
    city.change(HOTLINES, HELD_CHANNEL, "")
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, line_of(city, HOTLINES, "nama: Sahabat 129"))]
    main(["check", "--root", str(city.root), "--tanggal", "2026-11-23", "--since", "main"])
    out = capsys.readouterr().out
    assert "Kanal yang ditahan di “Sahabat 129” dihapus tanpa jejak" in out
    assert "0812-0000-0130" not in out


def test_removed_hours_ask_for_proof(city):
    city.change(CLINIC, 'jam:\n  buka: "Mo-Fr 08:00-16:00; PH off"\n  sumber:\n    - {url: "https://contoh.go.id/klinik", dibaca: 2026-11-20}\n', "")
    city.commit("2026-11-10")
    assert city.asked() == [(CLINIC, 2)]
    city.change(CLINIC, "sumber:\n  - {", 'sumber:\n  - {url: "https://contoh.go.id/jam", dibaca: 2026-11-11}\n  - {')
    city.commit("2026-11-11")
    assert city.asked() == []


def test_a_hotline_that_is_removed_or_held_and_removed_is_asked_for(city):
    city.change(HOTLINES, terang(city), "")
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, 0)]


def test_a_hotline_that_was_merged_lives_on_in_its_heir(city):
    city.change(HOTLINES, terang(city), "")
    city.change(HOTLINES, "    nama: Sahabat 129\n", "    nama: Sahabat 129\n    nama_lain: [Terang]\n")
    city.change(HOTLINES, "        pertentangan:\n", '        pertentangan:\n          - {nilai: "117", alasan: Digabung dengan Sahabat 129.}\n')
    city.commit("2026-11-10")
    assert city.asked() == [(HOTLINES, 0)]
    city.change(HOTLINES, '        nomor: "129"\n', '        nomor: "129"\n        uji:\n          - {tanggal: 2026-11-11, operator: Seluler Contoh, hasil: tersambung, oleh: petugas dinas}\n')
    city.commit("2026-11-12")
    assert city.asked() == []


@pytest.mark.parametrize("staged", [True, False])
def test_a_service_whose_file_is_deleted_is_asked_for(city, staged):
    (city.root / CLINIC).unlink()
    if staged:
        city.commit("2026-11-10")
    assert city.asked() == [(CLINIC, 0)]


def test_a_confidential_service_does_not_vanish_with_its_file(city):
    city.change(CLINIC, "sektor: kesehatan\n", "sektor: kesehatan\nrahasia: ya\n")
    city.commit("2026-11-02")
    city.git("branch", "-f", "main")
    city.git("mv", CLINIC, "content/layanan/rumah-baru.md")
    city.change("content/layanan/rumah-baru.md", "rahasia: ya\n", "")
    city.commit("2026-11-10")
    assert city.asked() == [("content/layanan/rumah-baru.md", 0)]


def test_a_proof_is_as_new_as_the_day_the_flag_went_not_as_the_last_word_changed(city):
    city.change(CLINIC, "sektor: kesehatan\n", "sektor: kesehatan\nrahasia: ya\n")
    city.commit("2026-11-02")
    city.git("branch", "-f", "main")
    city.change(CLINIC, "rahasia: ya\n", "")
    city.commit("2026-11-10")
    city.change(CLINIC, "---\nnama", "---\n# disunting\nnama")
    city.change(CLINIC, "\nsumber:\n  - {", '\nsumber:\n  - {url: "https://contoh.go.id/baru", dibaca: 2026-11-11}\n  - {')
    city.commit("2026-11-22")
    assert city.asked() == []


def test_an_address_that_is_no_longer_held_asks_for_a_source_or_a_visit(city):
    city.change(CLINIC, "  jalan: Jl. Kenanga\n", "  jalan: Jl. Kenanga\n  tahan: Katanya pindah.\n")
    city.commit("2026-11-02")
    city.git("branch", "-f", "main")
    city.change(CLINIC, "  tahan: Katanya pindah.\n", "")
    city.commit("2026-11-10")
    assert city.asked() == [(CLINIC, line_of(city, CLINIC, "jalan:"))]
    city.change(CLINIC, "  jalan: Jl. Kenanga\n", "  jalan: Jl. Kenanga\n  didatangi: 2026-11-12\n")
    assert city.asked() == []


def test_a_register_of_printed_numbers_is_not_deleted(city):
    (city.root / "content/alamat-pendek.yaml").write_text("alamat_pendek:\n  - {angka: 1, untuk: beranda}\n", encoding="utf-8")
    city.commit("2026-11-02")
    city.git("branch", "-f", "main")
    (city.root / "content/alamat-pendek.yaml").unlink()
    problems, _ = changes_since(city.root, "main", DAY)
    assert [(problem.code, problem.place.path) for problem in problems] == [("alamat-pendek-berubah", "content/alamat-pendek.yaml")]
