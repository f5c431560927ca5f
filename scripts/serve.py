"""Shows the site on this computer and follows the edits."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["serve", *sys.argv[1:]]))
