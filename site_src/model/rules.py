"""What the checks know from files: the laws that prose may name, and the words that hurt."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from .base import REFERENCES_SAID, IsoDate, Line, Record, Slug, Text, YesNo


class LawState(StrEnum):
    """What a law is today (``keadaan``)."""

    IN_FORCE = "berlaku"
    AMENDED = "diubah"
    REVOKED = "dicabut"


class Law(Record):
    """One law or regulation, and what it is today."""

    id: Slug = Field(title="Pengenal", examples=["uu-12-2022"])
    kind: Line = Field(alias="jenis", title="Jenis peraturan, seperti ditulis di depan nomornya", examples=["UU"])
    number: Line = Field(alias="nomor", title="Nomor", examples=["12"])
    year: int = Field(ge=1945, le=2100, alias="tahun", title="Tahun", examples=["2022"])
    name: Line = Field(alias="nama", title="Tentang apa", examples=["Tindak Pidana Kekerasan Seksual"])
    aliases: tuple[Line, ...] = Field(default=(), alias="sebutan", title="Sebutan lain tanpa nomor", examples=["UU TPKS"])
    state: LawState = Field(alias="keadaan", title="Keadaan sekarang", examples=["berlaku"])
    since: IsoDate | None = Field(default=None, alias="sejak", title="Keadaan itu sejak", examples=["2026-01-09"])
    by: tuple[Slug, ...] = Field(default=(), alias="oleh", title="Peraturan yang mengubah, mencabut, atau menggantikan")
    bodies: tuple[Line, ...] = Field(default=(), alias="badan", title="Badan yang lahir dari aturan ini", examples=["TPPK"])
    references: tuple[Slug, ...] = Field(default=(), alias="sumber", title="Sumber", description=REFERENCES_SAID)
    confirm: YesNo = Field(default=False, alias="perlu_dipastikan", title="Keadaannya masih perlu dipastikan bagian hukum?", examples=["ya"])
    note: Text | None = Field(default=None, alias="catatan", title="Catatan untuk penyunting (tidak tampil)")

    @model_validator(mode="after")
    def _state_is_told_whole(self) -> Law:
        if self.state is not LawState.IN_FORCE and not self.by:
            raise ValueError(f"aturan yang {self.state} perlu “oleh”: peraturan yang menggantikannya")
        if self.state is LawState.REVOKED and self.since is None:
            raise ValueError("aturan yang dicabut perlu “sejak”")
        if not self.references and not self.confirm:
            raise ValueError("tulis “sumber”, atau “perlu_dipastikan: ya” selama belum ada")
        return self

    @property
    def short(self) -> str:
        """How prose names it: ``UU 12/2022``."""
        return f"{self.kind} {self.number}/{self.year}"

    def stands_on(self, day: object) -> bool:
        """True while the law is not revoked; on the day it is revoked it no longer stands."""
        return self.state is not LawState.REVOKED or (self.since is not None and day < self.since)  # type: ignore[operator]


class Tone(StrEnum):
    """How grave a word is (``tingkat``)."""

    BLOCK = "galat"
    WARN = "peringatan"


def _compiles(pattern: str) -> str:
    try:
        # As the check reads it: any space stands for any blank, so a look-behind may hold none.
        re.compile(pattern.replace(" ", r"\s+"))
    except re.error:
        raise ValueError("pola ini tidak terbaca; periksa kurung dan garis miringnya") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class WordRule(Record):
    """A way of speaking that hurts or misleads, why, and what to say instead."""

    id: Slug = Field(title="Pengenal", examples=["menyalahkan-pakaian"])
    family: Slug = Field(alias="jenis", title="Jenis", examples=["menyalahkan"])
    patterns: tuple[Pattern, ...] = Field(min_length=1, alias="pola", title="Pola (ungkapan reguler, tanpa membedakan huruf besar)")
    together: YesNo = Field(default=False, alias="bersama", title="Hanya bila semua pola ada di satu paragraf?", examples=["ya"])
    case: YesNo = Field(default=False, alias="huruf_besar", title="Bedakan huruf besar dan kecil?", examples=["ya"])
    unless: tuple[Pattern, ...] = Field(default=(), alias="kecuali", title="Kecuali kalimatnya memuat pola ini")
    quotable: YesNo = Field(default=True, alias="boleh_dikutip", title="Boleh di dalam tanda kutip atau sebagai mitos?", examples=["tidak"])
    reason: Text = Field(alias="alasan", title="Mengapa")
    instead: Text = Field(alias="ganti", title="Tulis ini sebagai gantinya")
    tone: Tone = Field(alias="tingkat", title="Tingkat", examples=["galat"])
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)
