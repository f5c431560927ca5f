"""What the city decides: who runs the site, its districts, and how careful it is."""

from __future__ import annotations

from pydantic import Field

from .base import Line, Record, Slug, Text, Url
from .evidence import Source
from .services import Sector

OTHER_PAGES = "lainnya"
"""The name of a budget for every kind of page that has none of its own."""


class Village(Record):
    """A kelurahan, with the ministry's code."""

    name: Line = Field(alias="nama", title="Nama kelurahan", examples=["Air Kuti"])
    code: Line = Field(alias="kode", title="Kode Kemendagri", examples=["16.73.01.1001"])
    other_names: tuple[Line, ...] = Field(default=(), alias="ejaan_lain", title="Ejaan lain")


class District(Record):
    """A kecamatan and its villages."""

    slug: Slug = Field(alias="id", title="Pengenal", examples=["lubuk-linggau-timur-i"])
    name: Line = Field(alias="nama", title="Nama kecamatan", examples=["Lubuk Linggau Timur I"])
    code: Line = Field(alias="kode", title="Kode Kemendagri", examples=["16.73.01"])
    other_names: tuple[Line, ...] = Field(default=(), alias="ejaan_lain", title="Ejaan lain")
    villages: tuple[Village, ...] = Field(min_length=1, alias="kelurahan", title="Kelurahan")


class Area(Record):
    """The city the site serves (``content/wilayah.yaml``)."""

    name: Line = Field(alias="nama", title="Nama kota", examples=["Kota Lubuk Linggau"])
    short_name: Line = Field(alias="nama_pendek", title="Nama pendek", examples=["Lubuk Linggau"])
    other_names: tuple[Line, ...] = Field(default=(), alias="ejaan_lain", title="Ejaan lain")
    province: Line = Field(alias="provinsi", title="Provinsi", examples=["Sumatera Selatan"])
    code: Line = Field(alias="kode", title="Kode Kemendagri", examples=["16.73"])
    timezone: Line = Field(alias="zona_waktu", title="Zona waktu", examples=["Asia/Jakarta"])
    districts: tuple[District, ...] = Field(min_length=1, alias="kecamatan", title="Kecamatan")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber")


class SectorRole(Record):
    """What one sector does in the network."""

    sector: Sector = Field(alias="sektor", title="Sektor", examples=["kesehatan"])
    name: Line = Field(alias="nama", title="Nama yang dibaca orang", examples=["Kesehatan"])
    role: Text = Field(alias="peran", title="Perannya dalam kalimat sehari-hari")


class Organisation(Record):
    """Who answers for the site (``content/lembaga.yaml``)."""

    site_name: Line = Field(alias="nama_situs", title="Nama situs")
    site_summary: Text = Field(alias="ringkas_situs", title="Satu kalimat tentang situs")
    owner: Line = Field(alias="pengelola", title="Pengelola")
    owner_short: Line = Field(alias="pengelola_pendek", title="Nama pendek pengelola", examples=["DP3APM"])
    owner_service: Slug = Field(alias="layanan_pengelola", title="Berkas layanan milik pengelola", examples=["dp3apm"])
    licence: Line = Field(alias="lisensi_isi", title="Lisensi isi", examples=["CC BY 4.0"])
    sectors: tuple[SectorRole, ...] = Field(min_length=1, alias="sektor", title="Sektor")


class Ages(Record):
    """How many days evidence stays fresh."""

    landline_test: int = Field(ge=1, alias="uji_telepon_tetap", title="Uji telepon tetap dan nomor pendek", examples=["180"])
    mobile_test: int = Field(ge=1, alias="uji_seluler", title="Uji nomor seluler dan WhatsApp", examples=["90"])
    source: int = Field(ge=1, alias="sumber", title="Halaman sumber", examples=["365"])
    review: int = Field(ge=1, alias="tinjauan", title="Tinjauan halaman", examples=["365"])
    due: int = Field(default=14, ge=0, alias="jatuh_tempo", title="Hari terakhir sebelum habis: disebut jatuh tempo", examples=["14"])


class Guard(Record):
    """How many records may vanish between two builds before it is an error."""

    hotlines: int = Field(ge=0, alias="hotline", title="Hotline", examples=["0"])
    services: int = Field(ge=0, alias="layanan", title="Layanan", examples=["0"])
    pages: int = Field(ge=0, alias="halaman", title="Halaman", examples=["2"])


class KnownWrong(Record):
    """A number that circulates under a wrong name and must never be shown."""

    number: Line = Field(alias="nomor", title="Nomor", examples=["021-129"])
    reason: Text = Field(alias="milik", title="Milik siapa sebenarnya")


class Budget(Record):
    """What pages of some kinds may cost the reader, in bytes after gzip. ``lainnya`` stands for every kind that is not named."""

    kinds: tuple[Line, ...] = Field(min_length=1, alias="jenis", title="Jenis halaman, atau lainnya", examples=["[beranda, topik]"])
    first_view: int = Field(ge=1, alias="kunjungan_pertama", title="Halaman dengan gaya, skrip, dan ikonnya", examples=["24000"])
    next_page: int = Field(ge=1, alias="halaman_berikutnya", title="Halaman saja, sesudah yang lain tersimpan", examples=["10000"])
    scripts: int = Field(ge=1, alias="skrip", title="Semua skrip", examples=["8000"])
    requests: int = Field(ge=1, alias="permintaan", title="Berapa berkas yang diminta", examples=["4"])
    first_number: int = Field(default=0, ge=0, alias="nomor_pertama", title="Nomor pertama sudah sampai sesudah sekian bita; 0 bila halaman boleh tanpa nomor",
                              examples=["13600"])


class WholeNeed(Record):
    """What the page of a need must have before it is whole."""

    fewest: int = Field(ge=1, alias="kata_paling_sedikit", title="Kata paling sedikit", examples=["500"])
    most: int = Field(ge=1, alias="kata_paling_banyak", title="Kata paling banyak", examples=["1200"])
    parts: tuple[Line, ...] = Field(default=(), alias="bagian", title="Judul bagian; beberapa judul yang sama artinya dipisah garis tegak, judul tingkat tiga diawali ###", examples=["Tanda-tanda | Kapan Anda memerlukannya"])


class Policy(Record):
    """The rules of care (``content/kebijakan.yaml``)."""

    ages: Ages = Field(alias="umur_hari", title="Umur bukti, dalam hari")
    official_hosts: tuple[Line, ...] = Field(min_length=1, alias="host_resmi", title="Host resmi", examples=[".go.id"])
    independent_sources: int = Field(ge=1, alias="sumber_mandiri", title="Sumber mandiri untuk nomor belum diuji", examples=["2"])
    exit_url: Url = Field(alias="alamat_keluar", title="Halaman netral untuk tombol keluar")
    guard: Guard = Field(alias="boleh_berkurang", title="Boleh berkurang sejak pembangunan terakhir")
    known_wrong: tuple[KnownWrong, ...] = Field(default=(), alias="nomor_keliru", title="Nomor yang tidak boleh tampil")
    budgets: tuple[Budget, ...] = Field(default=(), alias="bobot", title="Bobot halaman paling berat")
    whole_need: WholeNeed | None = Field(default=None, alias="halaman_kebutuhan", title="Halaman kebutuhan yang utuh")
