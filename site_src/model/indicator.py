"""An indicator of the child-friendly city (Kota Layak Anak), and what of this site belongs to it."""

from __future__ import annotations

from pydantic import Field

from .base import REFERENCES_SAID, Line, Record, Slug, Text, YesNo


class Indicator(Record):
    """One row of ``content/kla.yaml``. ``confirm`` while its wording rests on memory or one old source."""

    number: int = Field(ge=1, le=99, alias="nomor_indikator", title="Nomor indikator", examples=["1"])
    part: Line = Field(alias="bagian", title="Kelembagaan atau klaster", examples=["Klaster I: hak sipil dan kebebasan"])
    name: Line = Field(alias="nama", title="Nama indikator", examples=["Akta kelahiran"])
    confirm: YesNo = Field(default=False, alias="teks_perlu_dipastikan", title="Apakah teksnya masih perlu dicocokkan kantor?", examples=["ya"])
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan")
    services: tuple[Slug, ...] = Field(default=(), alias="layanan", title="Layanan")
    articles: tuple[Line, ...] = Field(default=(), alias="tulisan", title="Panduan dan halaman pencegahan, sebagai jenis/nama", examples=["pencegahan/patbm-kader"])
    pathways: tuple[Slug, ...] = Field(default=(), alias="alur", title="Alur")
    gap: Text | None = Field(default=None, alias="celah", title="Yang belum ada atau belum diketahui")
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)
