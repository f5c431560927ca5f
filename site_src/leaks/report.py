"""A leak as a Problem: what got out, and what to do about it."""

from __future__ import annotations

from ..problems import Place, Problem
from .patterns import Leak

SAID = {
    "bocor-alamat": ("Ada alamat yang bukan alamat layanan terbuka", "Hapus; alamat hanya ditulis di “alamat” berkas layanan yang tidak rahasia."),
    "bocor-kode-plus": ("Ada kode plus (Open Location Code)", "Hapus; kode itu menunjuk satu gedung."),
    "bocor-tautan-peta": ("Ada tautan peta", "Hapus; peta mencatat siapa yang membukanya dan menunjuk tempatnya."),
    "bocor-koordinat": ("Ada koordinat", "Hapus; angka itu menunjuk satu gedung."),
    "bocor-gps": ("Foto menyimpan tempat pengambilannya", "Simpan ulang foto tanpa data lokasi (EXIF)."),
    "bocor-nomor": ("Nomor yang ditahan tampil", "Hapus; nomor ini belum boleh dilihat warga."),
    "bocor-isian": ("Isi yang ditahan atau hanya untuk petugas tampil", "Hapus dari berkas ini."),
    "bocor-patokan": ("Ada patokan di layanan rahasia", "Hapus; orang yang mencari korban dapat memakainya."),
    "bocor-wilayah": ("Ada nama wilayah di layanan rahasia", "Hapus; sebut kotanya saja."),
    "bocor-tak-terperiksa": ("Berkas ini tidak dapat diperiksa", "Jangan terbitkan berkas yang tidak dapat dibuka."),
}


def leak_problem(place: Place, leak: Leak) -> Problem:
    """The Problem for one leak; it quotes only as much as is needed to find it."""
    said, remedy = SAID[leak.code]
    return Problem(place, leak.code, f"{said}: “{leak.text[:60]}”.", remedy)
