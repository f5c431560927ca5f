"""What happened in the city's network, told once and dated."""

from __future__ import annotations

from pydantic import Field

from .base import REFERENCES_SAID, IsoDate, Line, Slug, Text
from .written import MarkdownRecord, Review

FEED = "kabar.xml"
"""Address of the Atom feed, below the site's root."""


class News(MarkdownRecord):
    """One entry of ``content/kabar/``: a meeting, a decision, a new service. People are named by their office, never by name."""

    name: Line = Field(alias="judul", title="Judul", examples=["Pertemuan lintas sektor"])
    day: IsoDate = Field(alias="tanggal", title="Tanggal kejadian", examples=["2025-11-03"])
    place: Line | None = Field(default=None, alias="tempat", title="Tempat")
    summary: Text = Field(alias="ringkas", title="Ringkas")
    who: tuple[Line, ...] = Field(min_length=1, alias="siapa", title="Siapa yang ikut, sebagai lembaga atau jabatan")
    agreed: tuple[Text, ...] = Field(default=(), alias="disepakati", title="Yang disepakati (kosongkan bila tidak ada di sumber)")
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan")
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)
    reviewed: Review = Field(alias="ditinjau", title="Isi terakhir ditinjau")
