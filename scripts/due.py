"""Prints the call sheet: whom to call next, and what to ask."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["lembar", *sys.argv[1:]]))
