"""Writes the staff's guide for paper, two pages of A4, to build/panduan-penyunting.pdf."""

import sys

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/panduan_cetak.py

Menulis panduan singkat untuk petugas, dua halaman A4 dengan gambar layar editor, ke build/panduan-penyunting.pdf.
Kode keluar: 0 tertulis, 2 gambarnya belum ada (jalankan scripts/gambar_panduan.py)."""

_bantuan.no_options(HELP)

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.prints.guide import NAME, guide_pdf

pdf = guide_pdf(_lingkungan.ROOT)
if pdf is None:
    print("Gambar layar belum ada: python3 scripts/gambar_panduan.py", file=sys.stderr)
    raise SystemExit(2)
path = _lingkungan.ROOT / "build" / NAME
path.parent.mkdir(exist_ok=True)
path.write_bytes(pdf)
print(f"Ditulis: {path}")
