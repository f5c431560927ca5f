"""Builds the site from content/ into site/, and what can be carried away into dist/."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.wanted_lock(sys.argv[1:]))

from site_src.cli import main

raise SystemExit(main(["build", "--dist", *sys.argv[1:]]))
