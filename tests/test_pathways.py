"""Deadlines as people write them, and pathways whose steps do not add up."""

from __future__ import annotations

from datetime import date

import pytest

from site_src.checks.deadlines import check_deadlines
from site_src.checks.pathways import check_grounds, check_steps
from site_src.model import Pathway, Site
from site_src.model.deadline import Deadline, read_deadline

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "hours", "since"),
    [
        ("1 x 24 jam sejak laporan diterima", 24, "laporan diterima"),
        ("1×24 jam setelah polisi memberi perlindungan sementara", 24, "polisi memberi perlindungan sementara"),
        ("3x24 jam untuk meneruskan ke polisi", 72, ""),
        ("1×24 jam, lalu 1×24 jam untuk mengajukan ke LPSK", 48, ""),
        ("1 x 24 jam untuk pelindungan sementara, paling lama 14 hari", 24, ""),
        ("paling lambat tujuh hari kerja", 168, ""),
        ("dalam 30 menit", 0.5, ""),
        ("segera", 0, ""),
        ("segera setelah melapor", 0, "melapor"),
        ("2 minggu", 336, ""),
    ],
)
def test_a_deadline_is_read_in_hours(text, hours, since):
    assert read_deadline(text) == Deadline(hours, since)


@pytest.mark.parametrize("text", ["secepatnya bila bisa", "beberapa hari", "24/7", "sampai selesai", "1 x 24"])
def test_a_wish_is_not_a_deadline(text):
    assert read_deadline(text) is None


def test_what_counts_from_the_report_is_known():
    assert read_deadline("1 hari sejak mengetahui kejadian").from_report
    assert not read_deadline("1 hari setelah visum").from_report


def pathway(*steps):
    return Pathway.model_validate({
        "slug": "uji", "judul": "Uji", "ringkas": "Uji.", "topik": ["kdrt"], "ditinjau": {"tanggal": "2026-11-20", "oleh": "penyusun"},
        "langkah": [{"siapa": "kepolisian", "apa": "Polisi mencatat.", "sumber": ["aturan"], **step} for step in steps]})


def codes(check, *steps):
    return [problem.code for problem in check(Site(pathways=(pathway(*steps),)), DAY)]


def test_a_step_may_not_end_before_the_step_that_leads_to_it():
    late = {"id": "terima", "tenggat": "3 hari sejak laporan", "lalu": ["periksa"]}
    assert codes(check_deadlines, late, {"id": "periksa", "tenggat": "1 x 24 jam sejak laporan"}) == ["tenggat-mundur"]
    assert codes(check_deadlines, late, {"id": "periksa", "tenggat": "7 hari sejak laporan"}) == []
    assert codes(check_deadlines, late, {"id": "periksa", "tenggat": "1 x 24 jam setelah diterima"}) == []


def test_deadlines_add_up_along_the_way():
    first = {"id": "terima", "tenggat": "1 hari sejak laporan", "lalu": ["rawat"]}
    second = {"id": "rawat", "tenggat": "2 hari setelah itu", "lalu": ["sidik"]}
    assert codes(check_deadlines, first, second, {"id": "sidik", "tenggat": "2 hari sejak laporan"}) == ["tenggat-mundur"]
    assert codes(check_deadlines, first, second, {"id": "sidik", "tenggat": "3 hari sejak laporan"}) == []


def test_a_circle_is_named_once_and_ends_the_walk():
    around = ({"id": "a", "lalu": ["b"]}, {"id": "b", "lalu": ["c"]}, {"id": "c", "lalu": ["a"]})
    assert codes(check_steps, *around) == ["langkah-berputar"]
    assert codes(check_deadlines, *({**step, "tenggat": "1 hari"} for step in around)) == []


def test_two_ways_to_one_step_are_no_circle():
    assert codes(check_steps, {"id": "a", "lalu": ["b", "c"]}, {"id": "b", "lalu": ["c"]}, {"id": "c"}) == []


def test_only_an_end_leads_nowhere():
    assert codes(check_steps, {"id": "a", "lalu": ["b", "c"]}, {"id": "b"}, {"id": "c"}) == ["langkah-buntu"]
    assert codes(check_steps, {"id": "a", "lalu": ["b", "c"]}, {"id": "b", "akhir": "ya"}, {"id": "c"}) == []


def test_a_step_has_ground_to_stand_on():
    last = {"id": "b"}
    assert codes(check_grounds, {"id": "a", "sumber": [], "lalu": ["b"]}, last) == ["langkah-tanpa-dasar"]
    assert codes(check_grounds, {"id": "a", "sumber": [], "dasar": "UU 12/2022", "lalu": ["b"]}, last) == ["dasar-tanpa-sumber"]
    assert codes(check_grounds, {"id": "a", "sumber": [], "perlu_dipastikan": "ya", "lalu": ["b"]}, last) == []
