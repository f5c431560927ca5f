"""Makes a new record: asks in Indonesian, or takes options."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["new", *sys.argv[1:]]))
