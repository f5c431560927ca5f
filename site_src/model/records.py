"""What staff write: hotlines, services, needs, pages, pathways and words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field, model_validator

from .base import IsoDate, Line, Record, Slug, Text, Url, YesNo
from .card import Card
from .contact import Channel, ChannelKind, Cost, Hours
from .evidence import Source
from .picture import Picture


class Audience(StrEnum):
    """Who a record is for (``untuk``)."""

    ANYONE = "umum"
    SURVIVOR = "korban"
    CHILD = "anak"
    TEENAGER = "remaja"
    PARENT = "orang-tua"
    NEIGHBOUR = "tetangga"
    TEACHER = "guru"
    WORKER = "petugas"
    DISABLED = "disabilitas"
    LEADER = "tokoh"
    EMPLOYER = "pemberi-kerja"
    CADRE = "kader"


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


class Review(Record):
    """Who last read a page for truth, and when."""

    day: IsoDate = Field(alias="tanggal", title="Tanggal ditinjau", examples=["2026-11-23"])
    by: Line = Field(alias="oleh", title="Peran peninjau", examples=["penyusun"])


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
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian")
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
    instead: tuple[Slug, ...] = Field(default=(), alias="pengganti", title="Hotline lain bila kanal ini tidak ada")


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


class MarkdownRecord(Record):
    """A file with front matter and a body; ``slug`` is the file's name, ``body_line`` the line the body starts on."""

    slug: Slug
    body: str = ""
    body_line: int = 1


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
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian")
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
    instead: tuple[Slug, ...] = Field(default=(), alias="pengganti", title="Hotline yang dapat dihubungi sebagai gantinya")
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
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian")
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber (pengenal di content/sumber.yaml)")
    reviewed: Review = Field(alias="ditinjau", title="Ditinjau")

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
    entities: tuple[Slug, ...] = Field(default=(), alias="entitas", title="Nama baku untuk pencarian")
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber (pengenal di content/sumber.yaml)")
    reviewed: Review = Field(alias="ditinjau", title="Ditinjau")
    printable: YesNo = Field(default=False, alias="cetak", title="Layak dicetak?")
    picture: Picture | None = Field(default=None, alias="gambar", title="Gambar di atas halaman", examples=["bersama"])


class Step(Record):
    """One step of a pathway."""

    id: Slug = Field(title="Pengenal langkah", examples=["lapor"])
    who: Sector = Field(alias="siapa", title="Sektor yang bertindak", examples=["kepolisian"])
    service: Slug | None = Field(default=None, alias="layanan", title="Layanan yang bertindak, bila sudah pasti")
    what: Text = Field(alias="apa", title="Apa yang dilakukan")
    deadline: Line | None = Field(default=None, alias="tenggat", title="Paling lambat", examples=["1 x 24 jam"])
    basis: Line | None = Field(default=None, alias="dasar", title="Dasar hukum", examples=["Pasal 16 UU 23/2004"])
    references: tuple[Slug, ...] = Field(default=(), alias="sumber", title="Sumber (pengenal di content/sumber.yaml)")
    next: tuple[Slug, ...] = Field(default=(), alias="lalu", title="Langkah berikutnya")
    end: YesNo = Field(default=False, alias="akhir", title="Alur selesai di langkah ini?", examples=["ya"])
    confirm: YesNo = Field(default=False, alias="perlu_dipastikan", title="Masih perlu dipastikan kantor?")


class Pathway(Record):
    """How a case moves between sectors, step by step."""

    slug: Slug
    name: Line = Field(alias="judul", title="Judul")
    summary: Text = Field(alias="ringkas", title="Ringkas")
    topics: tuple[Slug, ...] = Field(min_length=1, alias="topik", title="Kebutuhan")
    audiences: tuple[Audience, ...] = Field(default=(Audience.ANYONE,), alias="untuk", title="Untuk siapa")
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    steps: tuple[Step, ...] = Field(min_length=2, alias="langkah", title="Langkah")
    reviewed: Review = Field(alias="ditinjau", title="Ditinjau")


class Term(Record):
    """A word that staff and officers use, explained."""

    name: Line = Field(alias="istilah", title="Istilah", examples=["Visum et repertum"])
    other_names: tuple[Line, ...] = Field(default=(), alias="nama_lain", title="Ditulis juga")
    meaning: Text = Field(alias="arti", title="Arti dalam bahasa sehari-hari")
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan")
    linked: YesNo = Field(default=True, alias="taut", title="Tautkan kata ini di tulisan? (tidak untuk kata sehari-hari)", examples=["tidak"])
    references: tuple[Slug, ...] = Field(min_length=1, alias="sumber", title="Sumber (pengenal di content/sumber.yaml)")


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
