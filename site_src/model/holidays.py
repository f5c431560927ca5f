"""Public holidays as ministers decree them, year by year: the only calendar this site trusts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from .base import IsoDate, Line, Record
from .evidence import Source


class HolidayKind(StrEnum):
    """What a day off is (``jenis``)."""

    NATIONAL = "nasional"
    SHARED = "cuti bersama"


class Holiday(Record):
    """One decreed day. On a shared leave (``cuti bersama``) some offices stay open, so nobody can say from here."""

    day: IsoDate = Field(alias="tanggal", title="Tanggal", examples=["2026-03-21"])
    name: Line = Field(alias="nama", title="Nama hari", examples=["Idulfitri 1447 Hijriah"])
    kind: HolidayKind = Field(default=HolidayKind.NATIONAL, alias="jenis", title="Jenis", examples=["cuti bersama"])


class HolidayYear(Record):
    """All holidays of one year (``content/libur.yaml``), from the joint decree that names them."""

    year: int = Field(ge=2000, le=2100, alias="tahun", title="Tahun", examples=["2026"])
    decree: Line = Field(alias="keputusan", title="Keputusan yang menetapkannya", examples=["SKB Menteri Agama 1497/2025"])
    days: tuple[Holiday, ...] = Field(min_length=1, alias="hari", title="Hari libur dan cuti bersama")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber")

    @model_validator(mode="after")
    def _days_of_this_year_in_order(self) -> HolidayYear:
        for before, after in zip((None, *self.days), self.days):
            if after.day.year != self.year:
                raise ValueError(f"{after.day} bukan hari di tahun {self.year}")
            if before is not None and after.day <= before.day:
                raise ValueError(f"{after.day} tertulis sesudah {before.day}; urutkan, dan tulis tiap hari satu kali")
        return self


Calendar = Mapping[int, Mapping[date, HolidayKind]]
"""For each year whose decree is known: its days and their kinds. A year that is not there is not known."""


def calendar(years: Iterable[HolidayYear]) -> dict[int, dict[date, HolidayKind]]:
    """The calendar of all decreed years."""
    return {record.year: {item.day: item.kind for item in record.days} for record in years}
