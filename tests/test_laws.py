"""Laws as people write them, and which of them still stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_src.checks.laws import PAST, PENALTY, STILL, check_laws_are_in_force, mentions
from site_src.load import load_site
from site_src.model import Law, LawState, Site, Term

ROOT = Path(__file__).resolve().parent.parent
SITE = load_site(ROOT).site


def named(text):
    return [(mention.typed, mention.law.id if mention.law else None) for mention in mentions(text, SITE)]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Menurut UU 12/2022, siapa pun boleh melapor.", "uu-12-2022"),
        ("Menurut UU Nomor 12 Tahun 2022, siapa pun boleh melapor.", "uu-12-2022"),
        ("Undang-Undang No. 12 Tahun 2022 tentang TPKS", "uu-12-2022"),
        ("UU TPKS menyebut sembilan bentuk", "uu-12-2022"),
        ("Permen PPPA Nomor 2 Tahun 2022", "permen-pppa-2-2022"),
        ("PermenPPPA 2/2022", "permen-pppa-2-2022"),
        ("Peraturan Presiden Nomor 55 Tahun 2024", "perpres-55-2024"),
        ("Permendikdasmen 6/2026", "permendikdasmen-6-2026"),
        ("menurut KUHAP yang baru", "uu-20-2025"),
        ("UU ITE melarangnya", None),
        ("UU Nomor 19 Tahun 2016", None),
        ("Perda Kota Lubuk Linggau Nomor 3 Tahun 2019", None),
    ],
)
def test_a_law_is_found_however_it_is_written(text, law):
    assert [found for _, found in named(text)][:1] == [law]


def test_the_chain_of_amendments_is_three_laws():
    assert named("UU 23/2002 jo. 35/2014 jo. 17/2016") == [("UU 23/2002", "uu-23-2002"), ("UU 35/2014", "uu-35-2014"), ("UU 17/2016", "uu-17-2016")]


@pytest.mark.parametrize("text", ["Pasal 15 dan 24/7", "pukul 12.30/13.30", "KUHPerdata", "Buku UUD 1945", "PPA 12/2022"])
def test_what_only_looks_like_a_law_is_none(text):
    assert named(text) == []


def test_the_school_rule_of_2023_is_revoked_and_names_its_heir():
    law = SITE.law["permendikbudristek-46-2023"]
    assert (law.state, law.since, law.by, law.bodies) == (LawState.REVOKED, date(2026, 1, 9), ("permendikdasmen-6-2026",), ("TPPK", "Satgas PPKSP", "Tim Pencegahan dan Penanganan Kekerasan"))
    assert law.stands_on(date(2026, 1, 8)) and not law.stands_on(date(2026, 1, 9))


def told(meaning, name="Sekolah", today=date(2026, 11, 23)):
    term = Term.model_validate({"istilah": name, "arti": meaning, "sumber": ["permendikdasmen-6-2026"]})
    return [(problem.code, problem.message) for problem in check_laws_are_in_force(Site(terms=(term,), laws=SITE.laws), today)]


@pytest.mark.parametrize(("text", "heir"), [("UU 1/1946 mengatur hal ini.", "UU 1/2023"), ("Wetboek van Strafrecht mengatur hal ini.", "UU 1/2023"), ("uu no. 8 tahun 1981 mengatur hal ini.", "UU 20/2025"), ("Undang Undang No 8 Thn 1981 mengatur.", "UU 20/2025")])
def test_the_old_codes_of_crime_and_procedure_name_the_new_ones(text, heir):
    (code, message), = told(text)
    assert code == "hukum-dicabut" and f"gantinya {heir}" in message


@pytest.mark.parametrize(
    "meaning",
    [
        "Permendikbudristek 46/2023 mengatur kekerasan di sekolah.",
        "Menurut Permendikbudristek Nomor 46 Tahun 2023, sekolah wajib membentuk tim.",
        "Laporkan kepada TPPK di sekolahmu.",
        "Aturan lama sudah berganti. Laporkan kepada TPPK di sekolahmu.",
        "TPPK tetap bekerja di setiap sekolah.",
        "Satgas PPKSP menerima laporan.",
        "Berapa lama TPPK bekerja?",
        "Permendikbudristek No. 46 Tahun 2023 mengatur hal ini.",
        "permendikbudristek nomor 46 tahun 2023 mengatur hal ini.",
        "PERMENDIKBUDRISTEK NOMOR 46 TAHUN 2023 mengatur hal ini.",
        "Permendikbud Ristek No 46/2023 mengatur hal ini.",
        "Permendikbud-Ristek Nomor 46 Tahun 2023 mengatur hal ini.",
        "Permen Dikbudristek 46 thn 2023 mengatur hal ini.",
        "Permendikbudristek nomor 46 th. 2023 mengatur hal ini.",
        "Peraturan Mendikbudristek No. 46/2023 mengatur hal ini.",
        "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 46 Tahun 2023 mengatur hal ini.",
        "Tim Pencegahan dan Penanganan Kekerasan menerima laporan.",
        "Laporkan kepada tppk.",
    ],
)
def test_the_old_rule_told_as_present_names_what_replaced_it(meaning):
    found = told(meaning)
    assert [code for code, _ in found] == ["hukum-dicabut"]
    assert "Permendikdasmen 6/2026 (Pokja)" in found[0][1]


@pytest.mark.parametrize(
    "meaning",
    [
        "Permendikbudristek 46/2023 sudah dicabut dan diganti Permendikdasmen 6/2026.",
        "Dulu laporan ditangani TPPK.",
        "Pokja menggantikan TPPK dan Satgas PPKSP.",
        "Sekolah memakai Permendikdasmen 6/2026.",
    ],
)
def test_the_old_rule_may_be_told_as_old(meaning):
    assert told(meaning) == []


def test_the_old_rule_was_right_before_the_new_one():
    assert told("Laporkan kepada TPPK di sekolahmu.", today=date(2026, 1, 8)) == []


def test_a_term_for_the_old_body_says_that_it_is_old():
    assert [code for code, _ in told("Tim di sekolah yang menerima laporan.", "TPPK")] == ["hukum-dicabut"]
    assert told("Tim menurut aturan lama.", "TPPK") == []


@pytest.mark.parametrize("text", ["penjara paling lama 12 tahun", "dipidana lima tahun", "denda paling banyak Rp 300 juta", "dihukum sampai lima belas tahun"])
def test_a_number_of_years_or_rupiah_is_a_penalty(text):
    assert PENALTY.search(text)


@pytest.mark.parametrize("text", ["diversi bila ancaman pidana di bawah 7 tahun", "anak berusia 12 tahun", "biaya Rp 10.000"])
def test_an_age_a_fee_or_a_threshold_is_none(text):
    assert not PENALTY.search(text)


def test_every_law_has_a_source_or_waits_for_the_legal_office():
    waiting = {law.id for law in SITE.laws if law.confirm and not law.references}
    assert waiting == {"uu-35-2014", "uu-17-2016"}
    assert all(law.references for law in SITE.laws if law.id not in waiting)


def test_a_revoked_law_without_an_heir_is_refused():
    row = {"id": "pp-1-2000", "jenis": "PP", "nomor": "1", "tahun": "2000", "nama": "Uji", "sejak": "2001-01-01", "perlu_dipastikan": "ya"}
    with pytest.raises(ValueError, match="perlu “oleh”"):
        Law.model_validate({**row, "keadaan": "dicabut"})
    assert PAST.search("aturan lama") and not PAST.search("paling lama") and STILL.search("masih berlaku")
