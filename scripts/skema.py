"""Writes the JSON Schemas, settings and snippets of editors from the model."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.cli import main

raise SystemExit(main(["skema", *sys.argv[1:]]))
