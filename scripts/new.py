"""Makes a new record: asks in Indonesian, or takes options."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.newrecord.command import main

raise SystemExit(main(sys.argv[1:], _lingkungan.ROOT))
