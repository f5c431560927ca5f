"""Makes what can be carried away from site/ into dist/, and checks a copy."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.wanted_lock(sys.argv[1:]))

from site_src.cli import main

raise SystemExit(main(["pack", *sys.argv[1:]]))
