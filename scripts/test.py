"""Runs every test, the browser's too: 0 all passed, 1 some failed, 2 could not run."""

import os
import shutil
import sys

import _alat
import _lingkungan
import _peramban

HELP = """\
Pemakaian: python3 scripts/test.py [pilihan pytest]

Menjalankan semua uji, termasuk uji di peramban sungguhan. Pertama kali, perintah ini
menyiapkan .venv dan mencari Chromium; bila belum ada, Chromium dipasang.
Di Debian alat pembanding (Kiwix, minisign, nginx, Firefox, WebKit, Java) juga dipasang; tanpa itu beberapa uji dilewati.
Begitu pula chromium-headless-shell, Chromium tanpa jendela: dengannya uji peramban lebih cepat.

Contoh:
  python3 scripts/test.py                      semua uji
  python3 scripts/test.py tests/test_load.py   satu berkas (jalur dari akar proyek)
  python3 scripts/test.py -k nomor             uji yang namanya memuat "nomor"
  python3 scripts/test.py tests/browser --peramban firefox   uji peramban di Firefox (atau webkit)
  python3 scripts/test.py -n 0 --pdb           satu per satu, berhenti di tempat yang gagal

CHROMIUM=/jalur/ke/chromium memilih peramban tertentu untuk semua uji.
Kode keluar: 0 semua lulus, 1 ada yang gagal, 2 tidak bisa dijalankan."""

if {"-h", "--help"} & set(sys.argv[1:]):
    print(HELP)
    raise SystemExit(0)

_lingkungan.enter(_lingkungan.TEST_LOCK)

named = os.environ.get("CHROMIUM")
chromium = _peramban.ensure()
if chromium is None:
    print("Chromium tidak bisa dipasang. Pasang Chromium atau Google Chrome, lalu ulangi.", file=sys.stderr)
    raise SystemExit(2)
# Empty means that Playwright finds its own.
os.environ["CHROMIUM"] = chromium
_alat.ensure()
if not named:
    os.environ["CHROMIUM_HEADLESS"] = shutil.which(_alat.HEADLESS) or ""
os.chdir(_lingkungan.ROOT)

import pytest

# Neighbouring tests share what a worker has built: each worker begins with its part of them, and takes from others when it is done.
code = pytest.main(["-n", "auto", "--dist", "worksteal", *sys.argv[1:]])
raise SystemExit(code if code in (0, 1) else 2)
