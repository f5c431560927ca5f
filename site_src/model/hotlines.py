"""Lines that can be reached from anywhere."""

from __future__ import annotations

from pydantic import Field

from .base import ENTITIES_SAID, Line, Record, Slug, Text, YesNo
from .card import Card
from .contact import Channel, Cost, Hours
from .evidence import Source
from .written import Audience


class Hotline(Record):
    """A line that can be reached from anywhere in the country or the city."""

    id: Slug = Field(title="Pengenal (huruf kecil dan tanda hubung)", examples=["sapa-129"])
    name: Line = Field(alias="nama", title="Nama", examples=["Sahabat Keluarga"])
    other_names: tuple[Line, ...] = Field(default=(), alias="nama_lain", title="Nama lain")
    on_button: Line | None = Field(default=None, max_length=24, alias="kata_tombol", title="Kata di tombol nomor", examples=["Perempuan & anak"],
                                   description="Untuk siapa atau untuk apa nomor ini, bagi orang yang belum mengenal namanya. Kosongkan bila namanya sudah mengatakannya.")
    operator: Line = Field(alias="pengelola", title="Pengelola")
    coverage: Line = Field(alias="cakupan", title="Cakupan", examples=["seluruh Indonesia"])
    summary: Text = Field(alias="ringkas", title="Apa yang dilakukan", examples=["Menerima laporan dan menghubungkan Anda."])
    audiences: tuple[Audience, ...] = Field(min_length=1, alias="untuk", title="Untuk siapa")
    topics: tuple[Slug, ...] = Field(min_length=1, alias="topik", title="Kebutuhan")
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian", description=ENTITIES_SAID)
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    emergency: YesNo = Field(default=False, alias="darurat", title="Untuk bahaya seketika?", examples=["ya"])
    rank: int = Field(default=100, ge=0, le=999, alias="urutan", title="Urutan tampil (kecil lebih dulu)")
    hours: Hours | None = Field(default=None, alias="jam", title="Jam")
    cost: Cost | None = Field(default=None, alias="biaya", title="Biaya")
    languages: tuple[Line, ...] = Field(default=(), alias="bahasa", title="Bahasa yang dilayani")
    card: Card | None = Field(default=None, alias="kartu", title="Yang ingin diketahui sebelum menghubungi")
    expect: tuple[Text, ...] = Field(default=(), alias="yang_terjadi", title="Yang terjadi setelah menghubungi")
    caution: Text | None = Field(default=None, alias="perhatian", title="Yang perlu diketahui sebelum menghubungi")
    channels: tuple[Channel, ...] = Field(default=(), alias="kanal", title="Kanal")
    sources: tuple[Source, ...] = Field(default=(), alias="sumber", title="Sumber tentang layanan ini")
    to_confirm: tuple[Text, ...] = Field(default=(), alias="perlu_dipastikan", title="Pertanyaan untuk petugas (tidak tampil)")
    instead: tuple[Slug, ...] = Field(default=(), alias="pengganti", title="Hotline pengganti", description="Bila kanal ini tidak ada.")
