"""The calendar of public holidays reaches as far as ministers have decreed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Site
from ..problems import Problem, Severity

DECREED_BY = 11
"""Month from which next year's decree is out: those for 2026 and 2027 were signed in mid-September of the year before."""


def check_holidays(site: Site, today: date) -> Iterator[Problem]:
    """Daftar hari libur memuat tahun ini, dan mulai November juga tahun depan; setiap tahun satu kali."""
    seen: set[int] = set()
    for record in site.holidays:
        if record.year in seen:
            yield Problem(record.at("tahun"), "tahun-libur-ganda", f"Tahun {record.year} tertulis dua kali.", "Gabungkan menjadi satu.")
        seen.add(record.year)
    needed = [today.year, *([today.year + 1] if today.month >= DECREED_BY else [])]
    missing = [year for year in needed if year not in seen]
    if site.holidays and missing:
        yield Problem(site.holidays[-1].at("tahun"), "libur-belum-ada", f"Hari libur tahun {missing[0]} belum ada, jadi situs tidak bisa menulis “Sedang buka” untuk jam kantor di tahun itu.",
                      "Salin dari keputusan bersama tiga menteri yang terbit bulan September.", f'- tahun: {missing[0]}\n  keputusan: SKB …\n  hari:\n    - {{tanggal: {missing[0]}-01-01, nama: Tahun Baru Masehi}}',
                      severity=Severity.WARNING)
