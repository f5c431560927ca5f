"""Shows step by step how a query is understood and what it finds: python scripts/cari.py "laki aku ngamok"."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["cari", *sys.argv[1:]]))
