"""Takes the pictures of docs/penyunting.md anew: the editor's own screens on a telephone, from the tests that use it."""

import os
import sys

import _bantuan
import _lingkungan
import _peramban

HELP = """\
Pemakaian: python3 scripts/gambar_panduan.py

Memotret layar editor untuk panduan penyunting ke docs/gambar/penyunting/, sambil menjalankan uji editor di ponsel.
Kode keluar: 0 terpotret, 1 ada uji yang gagal, 2 tidak bisa dijalankan."""

_bantuan.no_options(HELP)

_lingkungan.enter(_lingkungan.TEST_LOCK)

chromium = _peramban.ensure()
if chromium is None:
    print("Chromium tidak bisa dipasang. Pasang Chromium atau Google Chrome, lalu ulangi.", file=sys.stderr)
    raise SystemExit(2)
folder = _lingkungan.ROOT / "docs" / "gambar" / "penyunting"
folder.mkdir(parents=True, exist_ok=True)
os.environ |= {"CHROMIUM": chromium, "SITUS_GAMBAR": str(folder)}
os.chdir(_lingkungan.ROOT)

import pytest

code = pytest.main(["-q", "tests/staf/test_kelola_ponsel.py"])
raise SystemExit(code if code in (0, 1) else 2)
