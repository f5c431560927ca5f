"""Prints the week's work for the staff, or keeps it in one issue; GitHub's workflow mingguan.yml calls it."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["mingguan", *sys.argv[1:]]))
