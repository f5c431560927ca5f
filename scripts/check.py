"""Checks content/ and hotlines.yaml without building."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["check", *sys.argv[1:]]))
