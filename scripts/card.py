"""Prints the change card of two git revisions or two folders: what citizens will see, before and after."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["card", *sys.argv[1:]]))
