"""The call sheet: what to call next, in which order, what to ask, and how to note it down."""

from __future__ import annotations

import json

import pytest
from kota import HOTLINES, SERVICE, TESTED, hotlines, ledger, load_city, write_city

from site_src import cli
from site_src.calls import as_issue, as_text, calls


def order(book):
    return [call.target for call in calls(book)]


def test_nothing_fresh_is_called_and_held_ones_are(city):
    assert order(ledger(city)) == ["(021) 5550199"]


def test_the_need_with_the_fewest_tested_numbers_comes_first(tmp_path):
    site = load_city(tmp_path, hotlines=HOTLINES.replace(f"        uji: {TESTED}\n", "", 1).replace(f"        uji: {TESTED}\n", "", 1))
    # «Bahaya» has no tested number at all, «KDRT» still has two.
    assert [(call.target, call.tested) for call in calls(ledger(site))] == [("110", 0), ("129", 2), ("(021) 5550199", 2)]


def test_then_expired_then_due_then_untested_then_held(tmp_path):
    old = TESTED.replace("2026-01-01", "2025-06-01").replace("tersambung", "tersambung")
    text = hotlines(old, '[{url: "https://kabar.example.com/a", dibaca: 2025-06-01}, {url: "https://warta.example.net/b", dibaca: 2025-06-01}]')
    site = load_city(tmp_path, hotlines=text, service=SERVICE.replace(f"    uji: {TESTED}\n", ""))
    assert order(ledger(site, 80)) == ["129", "08111-129-129", "0812-5550-0123", "(021) 5550199"]


def test_the_sheet_reads_aloud_and_says_what_to_type(tmp_path):
    text = as_text(ledger(load_city(tmp_path, service=SERVICE.replace(f"    uji: {TESTED}\n", ""))))
    assert "Bacakan: “Selamat pagi. Saya petugas Dinas Contoh." in text
    assert """\
  1. [ ] UPTD PPA Kota Contoh: Kirim WhatsApp ke 0812-5550-0123
       bersumber: Sumber dibaca 2026-01-01, berlaku sampai 2027-01-01; belum diuji.
       Kebutuhan: KDRT (sudah teruji: 3 nomor)
       - Apakah benar ini UPTD PPA Kota Contoh?
       - Untuk kartu “Sebelum menghubungi”: Berapa biayanya bagi penelepon? Apakah petugas menelepon balik, dan dari nomor apa? Apakah KTP atau NIK diminta? Siapa yang menjawab: petugas, relawan, atau mesin? Bahasa apa saja yang dilayani? Kalimat apa yang pertama dikatakan?
       - Siapa yang piket malam?
       Catat: python3 scripts/uji.py uptd --kanal 1 --operator "…" --hasil "…" --oleh "…"
""" in text


def test_questions_about_an_owner_stand_only_once(tmp_path):
    text = as_text(ledger(load_city(tmp_path), 89))
    assert text.count("Apakah malam hari dijawab?") == 1
    assert text.count("Apakah benar ini SAPA 129?") == 2


def test_an_issue_body_has_boxes_and_no_mention_of_anybody(tmp_path):
    service = SERVICE.replace("Siapa yang piket malam?", "Tanya @rina *segera*")
    body = as_issue(ledger(load_city(tmp_path, service=service), 89))
    assert "- [ ] **UPTD PPA Kota Contoh**: Kirim WhatsApp ke 0812-5550-0123" in body
    assert "@rina" not in body
    assert "\\*segera\\*" in body


def test_an_owner_without_a_number_is_asked_for_one(tmp_path):
    start = SERVICE.index("kanal:")
    text = as_text(ledger(load_city(tmp_path, service=SERVICE[:start] + SERVICE[SERVICE.index("pengganti:") :])))
    assert "BELUM PUNYA NOMOR" in text.split("UPTD PPA Kota Contoh (content/layanan/uptd.md)")[0]


def test_a_closed_service_is_not_called(tmp_path):
    service = SERVICE.replace("sektor: pemerintah", "sektor: pemerintah\nkeberadaan: tutup")
    assert "UPTD" not in as_text(ledger(load_city(tmp_path, service=service), 181))


def test_the_command_writes_json(tmp_path, capsys):
    assert cli.main(["lembar", "--root", str(write_city(tmp_path)), "--tanggal", "2026-03-31", "--format", "json"]) == 0
    assert [row["status"] for row in json.loads(capsys.readouterr().out)["panggilan"]] == ["jatuh tempo", "jatuh tempo", "ditahan"]


def test_the_coverage_command_prints_the_table(tmp_path, capsys):
    assert cli.main(["lembar", "--cakupan", "--root", str(write_city(tmp_path)), "--tanggal", "2026-01-01"]) == 0
    assert capsys.readouterr().out.split("\n")[1].split() == ["bahaya", "umum", "semua", "192", "–"]


@pytest.mark.parametrize("folder", ["site", "dist", "build/docs"])
def test_the_sheet_refuses_to_lie_where_readers_look(tmp_path, folder, capsys):
    root = write_city(tmp_path)
    (root / folder).mkdir(parents=True)
    assert cli.main(["lembar", "--root", str(root), "--tanggal", "2026-01-01", "--keluaran", str(root / folder / "lembar.txt")]) == 2
    assert list((root / folder).iterdir()) == []


def test_a_printed_sheet_is_a_pdf_and_always_the_same(tmp_path):
    pytest.importorskip("typst")
    from site_src.calls.paper import as_pdf

    book = ledger(load_city(tmp_path), 89)
    assert as_pdf(book).startswith(b"%PDF-")
    assert as_pdf(book) == as_pdf(book)
