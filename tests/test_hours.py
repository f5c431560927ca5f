"""Opening hours read aloud, and what the library knows of Indonesian holidays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from opening_hours import OpeningHours

from site_src.model.opening import hours_sentence, is_unknown, read_aloud

SPOKEN = {
    "24/7": "24 jam setiap hari",
    "24/7 \"lewat telepon\"": "24 jam setiap hari (lewat telepon)",
    "Mo-Fr 09:00-16:00": "Senin–Jumat 09.00–16.00 WIB",
    "Mo-Fr 09:00-16:00; PH off": "Senin–Jumat 09.00–16.00 WIB; hari libur nasional tutup",
    "Mo-Th 07:30-16:00; Fr 07:30-16:30": "Senin–Kamis 07.30–16.00 WIB; Jumat 07.30–16.30 WIB",
    "Mo-Th 08:00-12:00,13:00-16:00": "Senin–Kamis 08.00–12.00 dan 13.00–16.00 WIB",
    "Mo,We,Fr 10:00-12:00": "Senin, Rabu, dan Jumat 10.00–12.00 WIB",
    "Tu,Th 10:00-12:00": "Selasa dan Kamis 10.00–12.00 WIB",
    "Mo-Su 08:00-20:00": "setiap hari 08.00–20.00 WIB",
    "08:00-20:00": "setiap hari 08.00–20.00 WIB",
    "Mo-Su,PH 08:00-20:00": "setiap hari, juga hari libur nasional, 08.00–20.00 WIB",
    "Mo-Su 00:00-24:00": "setiap hari 24 jam WIB",
    "Mo-Su 20:00-04:00": "setiap hari 20.00–04.00 esok harinya WIB",
    "Fr 22:00-26:00": "Jumat 22.00–02.00 esok harinya WIB",
    "Mo-Fr 08:00+": "Senin–Jumat mulai 08.00 WIB",
    "Mo-Fr 08:00-16:00+": "Senin–Jumat 08.00–16.00 atau lebih WIB",
    "Sa[1] 09:00-11:00": "Sabtu pertama 09.00–11.00 WIB",
    "Th[-1] 13:00-15:00": "Kamis terakhir 13.00–15.00 WIB",
    "Mo-Fr sunrise-sunset": "Senin–Jumat matahari terbit sampai matahari terbenam",
    "Mo-Fr 08:00-sunset": "Senin–Jumat 08.00 sampai matahari terbenam WIB",
    "PH off": "hari libur nasional tutup",
    "PH 08:00-10:00": "hari libur nasional 08.00–10.00 WIB",
    "Mo-Fr 08:00-16:00; SH off": "Senin–Jumat 08.00–16.00 WIB; libur sekolah tutup",
    "Mo-Sa 08:00-14:00; Su off": "Senin–Sabtu 08.00–14.00 WIB; Minggu tutup",
    "Su closed": "Minggu tutup",
    "Dec 25 off": "25 Desember tutup",
    "Jan-Mar Mo-Fr 08:00-12:00": "Januari–Maret Senin–Jumat 08.00–12.00 WIB",
    "Dec 24-26 off": "24–26 Desember tutup",
    "Mo-Fr 08:00-16:00 \"dengan janji\"": "Senin–Jumat 08.00–16.00 WIB (dengan janji)",
    "Mo-Fr 08:00-16:00; Sa \"dengan janji\"": "Senin–Jumat 08.00–16.00 WIB; Sabtu (dengan janji)",
    "Mo-Fr 08:00-16:00 || \"hubungi lewat telepon\"": "Senin–Jumat 08.00–16.00 WIB, di luar itu hubungi lewat telepon",
    "Mo-Fr 8:00-16:00": "Senin–Jumat 08.00–16.00 WIB",
    "unknown": "jam belum diketahui",
    "tidak diketahui": "jam belum diketahui",
}


def test_thirty_ways_to_write_hours_are_spoken():
    assert len(SPOKEN) >= 30
    assert {spec: read_aloud(spec) for spec in SPOKEN} == SPOKEN


def test_a_reader_is_told_when_nobody_wrote_about_holidays():
    assert hours_sentence("Mo-Fr 09:00-16:00") == "Senin–Jumat 09.00–16.00 WIB; hari libur nasional tidak diketahui"
    assert [hours_sentence(spec) for spec in ("24/7", "Mo-Fr 09:00-16:00; PH off", "tidak diketahui", "Mo-Su,PH 08:00-20:00")] == [
        "24 jam setiap hari", "Senin–Jumat 09.00–16.00 WIB; hari libur nasional tutup", "jam belum diketahui", "setiap hari, juga hari libur nasional, 08.00–20.00 WIB"]


@pytest.mark.parametrize("spec", [spec for spec in SPOKEN if not is_unknown(spec)])
def test_what_is_spoken_is_hours_to_a_machine_too(spec):
    OpeningHours(spec, country="ID")


@pytest.mark.parametrize("spec", ["week 1-10 Mo 10:00-12:00", "easter off", "Mo-Fr", "2026 Mo 08:00-10:00", "Senin 08:00", "", "Mo-Fr 08:00-16:00;; x"])
def test_hours_without_words_are_never_guessed(spec):
    assert read_aloud(spec) in (None, "Senin–Jumat buka")
    if read_aloud(spec) is None:
        assert hours_sentence(spec) == "tanyakan lebih dulu"


def test_the_library_knows_eight_indonesian_holidays_of_2026_and_no_lebaran():
    hours = OpeningHours("Mo-Su 08:00-16:00; PH off", country="ID")
    days = [date(2026, 1, 1) + timedelta(number) for number in range(365)]
    closed = [day.isoformat()[5:] for day in days if not hours.is_open(datetime(day.year, day.month, day.day, 10))]
    assert closed == ["01-01", "04-03", "04-05", "05-01", "05-14", "06-01", "08-17", "12-25"]
