"""Writes the change card of a pull request into its one comment; GitHub's workflow kartu.yml calls it."""

import os
import sys

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/kartu_komentar.py

Dijalankan oleh GitHub pada setiap pull request: menulis kartu perubahan ke satu komentar, atau memperbaruinya.
Memakai GITHUB_TOKEN, GITHUB_REPOSITORY, dan GITHUB_EVENT_PATH.
Kode keluar: 0 berhasil, 2 tidak bisa dijalankan."""

_bantuan.no_options(HELP)

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.card.comment import comment
from site_src.card.trees import NoTree
from site_src.github import Refused

try:
    print(f"Komentar kartu perubahan: {comment(_lingkungan.ROOT, os.environ)}.")
except (Refused, NoTree) as error:
    print(error, file=sys.stderr)
    raise SystemExit(2) from None
