"""Prints the week's work for the staff, or keeps it in one issue; GitHub's workflow mingguan.yml calls it."""

import os
import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.weekly.command import main

raise SystemExit(main(sys.argv[1:], _lingkungan.ROOT, os.environ))
