"""Words explained, and what prose rests on."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from .base import REFERENCES_SAID, IsoDate, Line, Record, Slug, Text, Url, YesNo


class Term(Record):
    """A word that staff and officers use, explained."""

    name: Line = Field(alias="istilah", title="Istilah", examples=["Visum et repertum"])
    other_names: tuple[Line, ...] = Field(default=(), alias="nama_lain", title="Ditulis juga")
    meaning: Text = Field(alias="arti", title="Arti dalam bahasa sehari-hari")
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan")
    linked: YesNo = Field(default=True, alias="taut", title="Tautkan kata ini di tulisan? (tidak untuk kata sehari-hari)", examples=["tidak"])
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)


class Strength(StrEnum):
    """How much weight a reference carries (``kekuatan``)."""

    STRONG = "kuat"
    SINGLE = "satu"
    EDITORIAL = "prinsip"


class Reference(Record):
    """A law, page or study that prose rests on; pages name it by ``id``."""

    id: Slug = Field(title="Pengenal", examples=["uu-12-2022-pasal-39"])
    name: Line = Field(alias="judul", title="Judul yang dibaca orang", examples=["UU 12/2022 Pasal 39"])
    urls: tuple[Url, ...] = Field(default=(), alias="url", title="Alamat halaman yang dibaca")
    read: IsoDate = Field(alias="dibaca", title="Tanggal dibaca", examples=["2026-11-23"])
    strength: Strength = Field(alias="kekuatan", title="Kekuatan bukti", examples=["kuat"])
    note: Text | None = Field(default=None, alias="catatan", title="Catatan")

    @model_validator(mode="after")
    def _fact_needs_a_page(self) -> Reference:
        if self.strength is not Strength.EDITORIAL and not self.urls:
            raise ValueError("sumber fakta perlu paling sedikit satu “url”")
        return self
