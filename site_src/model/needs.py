"""Needs in the words of those who have them, and the guides and prevention pages beside them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import ENTITIES_SAID, REFERENCES_SAID, Line, Slug, Text, YesNo
from .picture import Picture
from .written import Audience, MarkdownRecord, Review


class Group(StrEnum):
    """The heading a need stands under in the index of needs (``kelompok``)."""

    NOW = "sekarang"
    HOME = "di-rumah"
    BODY = "tubuh"
    CHILD = "anak"
    ONLINE = "daring"
    FEELING = "pulih"
    STEPS = "langkah"


class Whom(StrEnum):
    """Whom it happens to, as the home page asks."""

    ME = "saya"
    CHILD = "anak"
    OTHER = "orang-lain"


class Topic(MarkdownRecord):
    """One need, in the words of the person who has it."""

    name: Line = Field(alias="nama", title="Nama kebutuhan", examples=["Kekerasan dalam rumah tangga"])
    saying: Line = Field(alias="ucapan", title="Kalimat yang diucapkan orang", examples=["Saya dipukul di rumah"])
    said_by_me: Line | None = Field(default=None, alias="untuk_saya", title="Kalimat di Beranda bila terjadi pada saya", examples=["Saya diganggu di sekolah"])
    said_of_child: Line | None = Field(default=None, alias="untuk_anak", title="Kalimat di Beranda bila terjadi pada seorang anak", examples=["Anak saya diganggu di sekolah"])
    said_of_other: Line | None = Field(default=None, alias="untuk_orang_lain", title="Kalimat di Beranda bila terjadi pada orang lain", examples=["Teman saya diancam"])
    group: Group = Field(alias="kelompok", title="Kelompok di “Apa yang terjadi?”", examples=["di-rumah"])
    rank: int = Field(default=100, ge=0, le=999, alias="urutan", title="Urutan tampil (kecil lebih dulu)")
    phrases: tuple[Line, ...] = Field(min_length=5, alias="istilah", title="Kata yang diketik orang")
    summary: Text = Field(alias="ringkas", title="Ringkas: paling banyak 3 kalimat, masing-masing 12 kata")
    urgent: Text = Field(alias="mendesak", title="Jika ini terjadi sekarang")
    audiences: tuple[Audience, ...] = Field(min_length=1, alias="untuk", title="Untuk siapa")
    hotlines: tuple[Slug, ...] = Field(min_length=1, alias="hotline", title="Hotline, yang utama lebih dulu")
    services: tuple[Slug, ...] = Field(default=(), alias="layanan", title="Layanan setempat")
    pathways: tuple[Slug, ...] = Field(default=(), alias="alur", title="Alur")
    related: tuple[Slug, ...] = Field(default=(), alias="terkait", title="Kebutuhan lain yang dekat")
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian", description=ENTITIES_SAID)
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)
    reviewed: Review = Field(alias="ditinjau", title="Isi terakhir ditinjau")

    @property
    def sayings(self) -> dict[Whom, str]:
        """The need in plain words, for each person it may happen to; with none written, ``saying`` speaks of me."""
        said = {Whom.ME: self.said_by_me, Whom.CHILD: self.said_of_child, Whom.OTHER: self.said_of_other}
        return {whom: words for whom, words in said.items() if words} or {Whom.ME: self.saying}


class Article(MarkdownRecord):
    """A guide (``panduan``) or a prevention page (``pencegahan``)."""

    name: Line = Field(alias="judul", title="Judul")
    summary: Text = Field(alias="ringkas", title="Ringkas")
    audiences: tuple[Audience, ...] = Field(min_length=1, alias="untuk", title="Untuk siapa")
    topics: tuple[Slug, ...] = Field(min_length=1, alias="topik", title="Kebutuhan")
    rank: int = Field(default=100, ge=0, le=999, alias="urutan", title="Urutan tampil (kecil lebih dulu)")
    hotlines: tuple[Slug, ...] = Field(default=(), alias="hotline", title="Hotline")
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian", description=ENTITIES_SAID)
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber", description=REFERENCES_SAID)
    reviewed: Review = Field(alias="ditinjau", title="Isi terakhir ditinjau")
    printable: YesNo = Field(default=False, alias="cetak", title="Layak dicetak?")
    picture: Picture | None = Field(default=None, alias="gambar", title="Gambar hias di atas halaman", examples=["bersama"])
