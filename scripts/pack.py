"""Makes what can be carried away from site/ into dist/, and checks a copy."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["pack", *sys.argv[1:]]))
