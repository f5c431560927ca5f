"""The coverage matrix knows every hour in which nobody answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from kota import DAY_0, HOTLINES, hotlines, ledger, load_city

from site_src.model import SLOTS, Cell, Ledger, as_table, coverage, dark_cells, without
from site_src.model.coverage import ALL, open_slots
from site_src.model.coverage_words import hours_in_words

WORK_HOURS = sum(1 << day * 24 + hour for day in range(5) for hour in range(8, 16))


@pytest.mark.parametrize(
    ("spec", "open_hours"),
    [
        ("24/7", ALL),
        ("Mo-Fr 08:00-16:00; PH off", WORK_HOURS),
        ("Mo-Fr 08:00-16:00", WORK_HOURS),
        ("Mo-Fr 08:30-16:00", WORK_HOURS & ~sum(1 << day * 24 + 8 for day in range(5))),
        ("Mo-Su 00:00-24:00; PH off", (1 << 168) - 1),
        ("PH 08:00-10:00", 0b11 << 176),
        ("Su 22:00-02:00", (0b11 << 6 * 24 + 22) | 0b11),
        ("Jan-Mar Mo 08:00-09:00", 0),
        ("24/7; PH off", (1 << 168) - 1),
        ("24/7; Mar 20-22 off", ALL & ~(0xFFFFFF << 168 | 0xFFFFFF << 96 | 0xFFFFFF << 120 | 0xFFFFFF << 144)),
        ("Mo-Fr 08:00-16:00; PH 08:00-10:00", WORK_HOURS | 0b11 << 176),
        ("PH,Mo-Fr 08:00-16:00", WORK_HOURS | 0xFF << 176),
        ('Mo-Su 00:00-24:00 "bukan PH"', ALL),
        ("Mo-Fr 08:00-16:00; SH off", 0),
        ("24/7; PH -1 day off", 0),
        # The night before any morning may be one that a holiday closed.
        ("Mo-Su 20:00-04:00; PH off", sum(1 << day * 24 + hour for day in range(7) for hour in range(20, 24))),
        ('Sa "dengan janji"', 0),
        ('Mo-Fr 08:00-16:00 || "hubungi lewat telepon"', WORK_HOURS),
        ("buka terus", 0),
    ],
)
def test_hours_become_bits_and_doubt_is_closed(spec, open_hours):
    assert hours_in_words(open_slots(spec, DAY_0)) == hours_in_words(open_hours)
    assert open_slots(spec, DAY_0) == open_hours


@pytest.mark.parametrize("day", ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"])
def test_any_weekday_may_be_a_holiday_that_no_list_knows(day):
    """Lebaran moves each year: a line that answers on holidays, but never on this weekday, cannot be counted on at any holiday."""
    assert open_slots(f"PH 08:00-10:00; {day} off", DAY_0) == 0


def test_one_line_that_never_closes_covers_everybody_everywhere(city):
    found = coverage(ledger(city))
    assert len(found) == 2 + 2 * 2
    assert set(found.values()) == {ALL}
    assert list(dark_cells(found)) == []


def test_removing_one_hotline_lists_exactly_the_cells_that_go_dark(city):
    before = set(dark_cells(coverage(ledger(city))))
    after = set(dark_cells(coverage(ledger(without(city, "polisi")))))
    evening = {day * 24 + hour for day in range(7) for hour in range(7, 21)}
    # 129 hears victims and children on working days; the office hears anyone in Utara, and nobody hears «umum» in Selatan.
    child = {day * 24 + hour for day in range(5) for hour in range(8, 16)}
    expected = {Cell("bahaya", "umum", district, hour) for district in ("Utara", "Selatan") for hour in range(SLOTS)}
    expected |= {Cell("kdrt", "umum", "Selatan", hour) for hour in range(SLOTS)}
    expected |= {Cell("kdrt", "umum", "Utara", hour) for hour in set(range(SLOTS)) - evening}
    expected |= {Cell("kdrt", "anak", "Selatan", hour) for hour in set(range(SLOTS)) - child}
    expected |= {Cell("kdrt", "anak", "Utara", hour) for hour in set(range(SLOTS)) - evening}
    assert after - before == expected


def test_a_test_that_expires_turns_cells_dark_again(city):
    assert {cell.topic for cell in dark_cells(coverage(ledger(city, 181)))} == {"bahaya", "kdrt"}


def test_an_untested_line_covers_nothing_until_it_is_asked_for(tmp_path):
    site = load_city(tmp_path, hotlines=HOTLINES.replace("        uji: [", "        uji: []\n#", 1))
    book = Ledger(site, DAY_0)
    assert coverage(book)["bahaya", "umum", "Utara"] == 0
    assert coverage(book, book.may_show)["bahaya", "umum", "Utara"] == ALL


def test_hours_nobody_knows_cover_nothing(tmp_path):
    text = hotlines()
    start = text.index("    jam:")
    site = load_city(tmp_path, hotlines=text[:start] + text[text.index("\n", start) + 1 :])
    assert coverage(ledger(site))["bahaya", "umum", "Utara"] == 0


def test_the_table_joins_what_is_equal(city):
    lines = as_table(coverage(ledger(without(city, "polisi"))), city).split("\n")
    assert [" ".join(line.split()) for line in lines] == [
        "Kebutuhan Untuk Kecamatan Jam/192 Gelap",
        "bahaya umum semua 0 setiap saat",
        "kdrt umum Utara 98 Sen–Min 00–07, 21–24; libur 00–24",
        "kdrt umum Selatan 0 setiap saat",
        "kdrt anak Utara 98 Sen–Min 00–07, 21–24; libur 00–24",
        "kdrt anak Selatan 40 Sen–Jum 00–08, 16–24; Sab–Min, libur 00–24",
    ]


def test_a_year_of_hours_is_quick_to_judge():
    start = date(2026, 1, 1)
    hours = {open_slots("Mo-Fr 08:00-16:00; PH off", start + timedelta(days=shift)) for shift in range(5)}
    assert hours == {WORK_HOURS}
