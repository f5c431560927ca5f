"""The staff's guide on two sheets of paper, with pictures of the editor's real screens: for the office that keeps it beside the telephone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAME = "panduan-penyunting.pdf"
PICTURES = Path("docs") / "gambar" / "penyunting"
HERE = Path(__file__).parent
OPENING = ("Buka /kelola/ di alamat situs. Simpan menyimpan usulan: situs baru berubah setelah orang kedua menyetujuinya dan usulan diterbitkan. "
           "Panduan lengkap: docs/penyunting.md.")
JOBS: tuple[tuple[str, tuple[str, ...], str, tuple[tuple[str, str], ...]], ...] = (
    ("Mengubah nomor", (
        "Nomor nasional: tekan “Nomor hotline”, lalu panah kecil di kiri namanya. Nomor kantor: tekan “Layanan”, lalu nama kantornya.",
        "Gulir ke “Kanal”, buka kanalnya, ubah “Nomor”.",
        "Di “Sumber” kanal itu tekan Tambah: alamat halaman yang memuat nomor baru itu, dan tanggal hari ini.",
        "Hapus catatan uji telepon yang lama: uji itu milik nomor lama. Tekan Simpan, lalu Minta ditinjau."),
     "hotlines.yaml, content/layanan/", (("ponsel-nomor.png", "Kanal yang terbuka"), ("ponsel-sumber.png", "Satu sumber baru"))),
    ("Menambah layanan", (
        "Tekan “Layanan”, lalu lingkaran biru bergambar pensil.",
        "Isi nama, sektor, apa yang dilakukan, dan sumbernya.",
        "Belum ada nomor yang pasti? Isi “Hotline pengganti”.",
        "Tekan Simpan, lalu Minta ditinjau. Rumah aman: pilih “ya” di “Tempatnya harus dirahasiakan?”, dan jangan tulis alamatnya."),
     "python3 scripts/new.py layanan", (("ponsel-isi.png", "Layar pertama editor"), ("ponsel-layanan-baru.png", "Formulir layanan baru"))),
    ("Mencatat uji telepon", (
        "Telepon dulu. Nomor darurat: beri tahu kantornya sebelum menguji.",
        "Buka hotline atau layanannya, lalu kanal yang Anda telepon.",
        "Di “Catatan uji telepon” tekan Tambah. Isi tanggal, operator, hasil, dan peran Anda; jangan nama orang.",
        "Tekan Simpan, lalu Minta ditinjau. Status di situs dihitung sendiri."),
     "python3 scripts/uji.py", (("ponsel-uji.png", "Isian catatan uji telepon"),)),
    ("Menulis halaman", (
        "Pilih “Kebutuhan”, “Pencegahan”, atau “Panduan”, lalu pensil. Tulisannya ada di isian terakhir.",
        "Di “Sumber” cukup ketik sebagian judulnya. “Isi terakhir ditinjau”: tanggal, dan peran yang membacanya.",
        "Kalimat pendek, sapa “Anda”, jangan menyalahkan. Judul bagian mulai dengan ##.",
        "Nomor tidak ditulis di tulisan. Pakai kode singkat, misalnya {{ hotline: sapa-129 }}."),
     "python3 scripts/new.py pencegahan", (("ponsel-halaman.png", "Formulir halaman"),)),
    ("Tanda merah", (
        "Di editor: ada isian yang salah bentuk, atau isian wajib yang kosong. Isi yang ditandai merah, simpan lagi.",
        "Di usulan (Isi gagal): buka Files changed; masalah dan contoh yang benar ada di barisnya. Situs tidak berubah.",
        "Uji atau Pratinjau gagal, Isi hijau: bukan salah Anda. Minta pengelola situs melihatnya."),
     "python3 scripts/check.py", (("ponsel-kurang.png", "Pesan merah di editor"),)),
)
"""Title, steps, the way through the file, pictures with what they show."""


def guide_pdf(root: Path) -> bytes | None:
    """The guide as a PDF, the same bytes for the same pictures; ``None`` where the project at ``root`` has no pictures (a city's bare copy)."""
    if not all((root / PICTURES / name).is_file() for _, _, _, shown in JOBS for name, _ in shown):
        return None
    import typst

    jobs: list[dict[str, Any]] = [
        {"judul": title, "langkah": list(steps), "berkas": file, "gambar": [{"berkas": f"/{(PICTURES / name).as_posix()}", "keterangan": said} for name, said in shown]}
        for title, steps, file, shown in JOBS]
    data = {"judul": "Panduan singkat penyunting", "pembuka": OPENING, "kaki": "Untuk petugas. Jangan menulis tentang kasus di mana pun.", "bagian": jobs}
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])
    compiler = typst.Compiler((HERE / "guide.typ").read_bytes(), root=str(root), font_paths=fonts)
    pdf: bytes = compiler.compile(format="pdf", sys_inputs={"panduan": json.dumps(data, ensure_ascii=False)}, timestamp=0)
    return pdf
