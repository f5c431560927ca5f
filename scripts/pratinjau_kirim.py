"""Sends site/ to a host of previews where a token exists; without one it does nothing."""

import os
import sys

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/pratinjau_kirim.py

Mengirim site/ sebagai satu zip ke PRATINJAU_ALAMAT dengan PRATINJAU_TOKEN, misalnya
https://api.netlify.com/api/v1/sites/NAMA/deploys. Tanpa keduanya tidak ada yang dikirim.
Kode keluar: 0 terkirim atau tidak diminta, 2 ditolak."""

_bantuan.no_options(HELP)

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.proposal.hosted import NotHosted, host

try:
    seen = host(_lingkungan.ROOT / "site", os.environ)
except NotHosted as error:
    print(error, file=sys.stderr)
    raise SystemExit(2) from None
print("Tidak ada alamat dan token hosting pratinjau; dilewati." if seen is None else f"Pratinjau: {seen or 'terkirim'}")
