"""Asks external sources whether they are still there. Run on schedule, never while building."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["links", *sys.argv[1:]]))
