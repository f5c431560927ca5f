"""Builds the site from content/ into site/."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["build", *sys.argv[1:]]))
