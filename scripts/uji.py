"""Records one call test into hotlines.yaml or content/layanan/."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["uji", *sys.argv[1:]]))
