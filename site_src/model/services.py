"""Organisations one can walk to or call, and those whose place nobody may know."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field, model_validator

from .base import ENTITIES_SAID, IsoDate, Line, Record, Slug, Text, YesNo
from .card import Card
from .contact import Channel, ChannelKind, Cost, Hours
from .evidence import Source
from .written import Audience, MarkdownRecord


class Sector(StrEnum):
    """Which part of the network an organisation belongs to (``sektor``)."""

    GOVERNMENT = "pemerintah"
    POLICE = "kepolisian"
    HEALTH = "kesehatan"
    LEGAL = "hukum"
    EDUCATION = "pendidikan"
    COMMUNITY = "masyarakat"


class Level(StrEnum):
    """Which government level an organisation serves (``tingkat``)."""

    CITY = "kota"
    NEIGHBOUR = "kabupaten tetangga"
    PROVINCE = "provinsi"
    NATION = "nasional"


class Existence(StrEnum):
    """What we know of an organisation today (``keberadaan``)."""

    KNOWN = "diketahui"
    UNCONFIRMED = "belum dipastikan"
    CLOSED = "tutup"


class Address(Record):
    """Where to go, in the words of the city."""

    street: Line | None = Field(default=None, alias="jalan", title="Jalan", examples=["Jl. Yos Sudarso"])
    village: Line | None = Field(default=None, alias="kelurahan", title="Kelurahan", examples=["Air Kuti"])
    district: Line | None = Field(default=None, alias="kecamatan", title="Kecamatan", examples=["Lubuk Linggau Timur I"])
    landmark: Line | None = Field(default=None, alias="patokan", title="Patokan")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber")
    visited: IsoDate | None = Field(default=None, alias="didatangi", title="Tanggal didatangi petugas")
    held: Text | None = Field(default=None, alias="tahan", title="Alasan menahan")


class Access(Record):
    """What makes a place reachable; leave out what nobody has checked."""

    wheelchair: YesNo | None = Field(default=None, alias="kursi_roda", title="Bisa dengan kursi roda?")
    sign_language: YesNo | None = Field(default=None, alias="bahasa_isyarat", title="Ada juru bahasa isyarat?")
    female_officer: YesNo | None = Field(default=None, alias="petugas_perempuan", title="Ada petugas perempuan?")
    child_friendly: YesNo | None = Field(default=None, alias="ramah_anak", title="Ada ruang ramah anak?")


class Point(Record):
    """WGS 84 coordinates, in degrees."""

    latitude: float = Field(ge=-11.5, le=6.5, alias="lintang", title="Lintang", examples=["-3.29"])
    longitude: float = Field(ge=94.5, le=141.5, alias="bujur", title="Bujur", examples=["102.86"])

    @property
    def geo(self) -> str:
        """The address that opens the phone's own map (RFC 5870; the question marks the place on Android)."""
        place = f"{self.latitude},{self.longitude}"
        return f"geo:{place}?q={place}"


class Service(MarkdownRecord):
    """One organisation or counter, one file: what every service has. Its place is in ``OpenService``; a ``SafeHouse`` has none."""

    name: Line = Field(alias="nama", title="Nama")
    short_name: Line | None = Field(default=None, alias="singkatan", title="Nama singkat")
    other_names: tuple[Line, ...] = Field(default=(), alias="nama_lain", title="Nama lain")
    sector: Sector = Field(alias="sektor", title="Sektor", examples=["kesehatan"])
    level: Level = Field(default=Level.CITY, alias="tingkat", title="Tingkat", examples=["kota"])
    existence: Existence = Field(default=Existence.KNOWN, alias="keberadaan", title="Keberadaan", examples=["diketahui"])
    summary: Text = Field(alias="ringkas", title="Apa yang dilakukan, satu atau dua kalimat")
    audiences: tuple[Audience, ...] = Field(default=(Audience.ANYONE,), alias="untuk", title="Untuk siapa")
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan")
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian", description=ENTITIES_SAID)
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    hours: Hours | None = Field(default=None, alias="jam", title="Jam")
    cost: Cost | None = Field(default=None, alias="biaya", title="Biaya")
    languages: tuple[Line, ...] = Field(default=(), alias="bahasa", title="Bahasa yang dilayani")
    card: Card | None = Field(default=None, alias="kartu", title="Yang ingin diketahui sebelum menghubungi")
    requirements: tuple[Text, ...] = Field(default=(), alias="syarat", title="Syarat")
    bring: tuple[Text, ...] = Field(default=(), alias="yang_dibawa", title="Yang dibawa")
    steps: tuple[Text, ...] = Field(default=(), alias="langkah", title="Yang terjadi ketika saya datang")
    access: Access | None = Field(default=None, alias="akses", title="Kemudahan akses")
    channels: tuple[Channel, ...] = Field(default=(), alias="kanal", title="Kanal")
    instead: tuple[Slug, ...] = Field(default=(), alias="pengganti", title="Hotline pengganti", description="Tampil bila layanan ini belum punya nomor yang bisa ditampilkan.")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber tentang layanan ini")
    to_confirm: tuple[Text, ...] = Field(default=(), alias="perlu_dipastikan", title="Pertanyaan untuk petugas (tidak tampil)")

    @property
    def shown_address(self) -> Address | None:
        """The address a reader may see; a service has none unless its type gives it one."""
        return None

    def serves_district(self, name: str) -> bool:
        """True when people of that kecamatan are helped here."""
        return True


class OpenService(Service):
    """A service whose place is public: the one people may walk to."""

    confidential: YesNo = Field(default=False, alias="rahasia", title="Tempatnya harus dirahasiakan?", examples=["tidak"])
    address: Address | None = Field(default=None, alias="alamat", title="Alamat")
    serves: tuple[Line, ...] = Field(default=(), alias="melayani", title="Kecamatan yang dilayani (kosong = semua)")
    point: Point | None = Field(default=None, alias="titik", title="Koordinat")

    @classmethod
    def variant(cls, data: Any) -> type[Record]:
        """``rahasia: ya`` makes a safe house, which cannot hold a place."""
        return SafeHouse if isinstance(data, dict) and str(data.get("rahasia", "")).strip() == "ya" else cls

    @model_validator(mode="after")
    def _place_is_public(self) -> OpenService:
        if self.confidential:
            raise ValueError("layanan rahasia tidak punya alamat")
        return self

    @property
    def shown_address(self) -> Address | None:
        """The address, unless it is held."""
        return self.address if self.address and not self.address.held else None

    @property
    def shown_point(self) -> Point | None:
        """The coordinates, unless the address is held."""
        return self.point if self.address is None or not self.address.held else None

    def serves_district(self, name: str) -> bool:
        """True when people of that kecamatan are helped here."""
        return not self.serves or name in self.serves


class SafeHouse(Service):
    """A confidential service: its type has no address, no coordinates, no district and no door to knock on."""

    refused: ClassVar[dict[str, str]] = dict.fromkeys(
        ("alamat", "titik", "peta", "koordinat", "patokan", "melayani", "kecamatan", "kelurahan", "foto", "denah"), "Layanan rahasia tidak punya tempat di berkas mana pun.")
    confidential: YesNo = Field(alias="rahasia", title="Tempatnya harus dirahasiakan?", examples=["ya"])

    @model_validator(mode="after")
    def _no_door(self) -> SafeHouse:
        if not self.confidential:
            raise ValueError("tulis rahasia: ya")
        if any(channel.kind is ChannelKind.VISIT for channel in self.channels):
            raise ValueError("layanan rahasia tidak punya kanal “datang”: orang menghubungi dulu")
        return self
