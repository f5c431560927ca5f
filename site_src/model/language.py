"""Another language of the site: the words of its frame, and the texts that have been translated."""

from __future__ import annotations

import hashlib

from pydantic import Field

from .base import Line, Record, Slug, Text, YesNo


class Frame(Record):
    """What stands on every page of the language, whatever the page says."""

    site_name: Line = Field(alias="nama_situs", title="Nama situs dalam bahasa ini")
    welcome: Text = Field(alias="sambutan", title="Kalimat pertama di halaman depan")
    skip: Line = Field(alias="lompat", title="“Langsung ke isi”")
    exit: Line = Field(alias="keluar", title="“Keluar cepat”")
    exit_small: Line | None = Field(default=None, alias="keluar_kecil", title="“riwayat tidak terhapus”, kecil di tombol keluar", examples=["history is not cleared"])
    exit_note: Text = Field(alias="catatan_keluar", title="Yang tidak dihapus oleh tombol keluar")
    menu: Line = Field(alias="menu", title="“Menu”")
    home: Line = Field(alias="beranda", title="“Beranda”")
    danger: Line = Field(alias="bahaya", title="“Dalam bahaya sekarang?”")
    needs: Line = Field(alias="kebutuhan", title="“Apa yang terjadi?”")
    hotlines: Line = Field(alias="hotline", title="“Semua hotline”")
    contact: Line = Field(alias="hubungi", title="“Hubungi”")
    phone: Line = Field(alias="telepon", title="“Telepon”")
    press: Line = Field(alias="lalu_tekan", title="“lalu tekan”")
    tested: Line = Field(alias="teruji", title="“Sudah diuji telepon”")
    untested: Line = Field(alias="belum_diuji", title="“Belum diuji telepon”")
    trace: Text = Field(alias="jejak", title="Peringatan bahwa panggilan meninggalkan jejak")
    more: Line = Field(alias="selengkapnya", title="“Selengkapnya hanya dalam bahasa Indonesia”")
    sources: Line = Field(alias="sumber", title="“Sumber”")
    preview: Line | None = Field(default=None, alias="pratinjau", title="Kalimat pita selama nomor belum semuanya diuji")
    website: Line | None = Field(default=None, alias="situs", title="“Situs”, jenis kanal")
    email: Line | None = Field(default=None, alias="surel", title="“Surel”, jenis kanal")
    app: Line | None = Field(default=None, alias="aplikasi", title="“Aplikasi”, jenis kanal")
    hours: Line | None = Field(default=None, alias="jam", title="“Jam”; jamnya sendiri ditulis dalam bentuk OpenStreetMap, misalnya Mo-Fr 09:00-16:00")
    free: Line | None = Field(default=None, alias="gratis", title="“Panggilan gratis menurut pengelola”")
    staff: Text | None = Field(default=None, alias="bahasa_petugas", title="Yang diketahui tentang bahasa petugas, dan kalimat Indonesia untuk meminta bahasa ini")
    review: Text | None = Field(default=None, alias="menunggu_tinjauan", title="Tulis bila terjemahan ini masih menunggu penutur asli")


class Translated(Record):
    """One text of the Indonesian site in another language. ``seen`` is the fingerprint of the original it was made from."""

    original: Line = Field(alias="asal", title="Aslinya, sebagai jenis/nama", examples=["topik/kdrt"])
    seen: Line = Field(alias="sidik", title="Sidik aslinya ketika diterjemahkan", examples=["0f1e2d3c4b5a"])
    name: Line = Field(alias="judul", title="Judul")
    summary: Text = Field(alias="ringkas", title="Ringkas")
    urgent: Text | None = Field(default=None, alias="mendesak", title="Jika ini terjadi sekarang")
    body: Text | None = Field(default=None, alias="isi", title="Tulisan")
    caution: Text | None = Field(default=None, alias="perhatian", title="Yang perlu diketahui sebelum menghubungi (hotline)")


class Language(Record):
    """One file of ``content/bahasa/``; its name is the language's code (BCP 47): ``en``, ``mui``."""

    slug: Slug
    name: Line = Field(alias="nama", title="Nama bahasa itu dalam bahasanya sendiri", examples=["English"])
    searchable: YesNo = Field(default=True, alias="boleh_dicari", title="Boleh dimuat mesin pencari?", examples=["ya"])
    frame: Frame = Field(alias="bingkai", title="Kata-kata di setiap halaman")
    pages: tuple[Translated, ...] = Field(min_length=1, alias="halaman", title="Tulisan yang sudah diterjemahkan")


def fingerprint(record: Record, whole: bool) -> str:
    """Twelve hex digits of what a translation was made from: name, saying, summary, urgent words and caution, and the body when ``whole``.

    White space does not count, so that a line wrapped anew makes no translation old.
    """
    fields = ("name", "saying", "summary", "urgent", *(("body",) if whole else ()))
    said = [" ".join(str(getattr(record, field, None) or "").split()) for field in fields]
    caution = getattr(record, "caution", None)
    text = "\n".join([*said, *([" ".join(caution.split())] if caution else [])])
    return hashlib.sha256(text.encode()).hexdigest()[:12]
