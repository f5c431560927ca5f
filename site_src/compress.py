"""A ``.gz`` and a ``.br`` beside every file that becomes smaller by it: servers send them as they are, and pack nothing while somebody waits."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from pathlib import Path

import brotli

TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".vcf", ".ics", ".atom", ".webmanifest")
ENDS = (".gz", ".br")
GZIP = 31
"""zlib writes a gzip file without a name and without a time."""
QUICK, BEST = 5, 11
"""Brotli: the best takes fifty times as long and saves another eighth."""


def compress(site_dir: Path, best: bool) -> int:
    """Write the packed copies of every text file below ``site_dir``; the number of copies. The same files always give the same bytes.

    ``best`` is for a site that will be published: smaller copies that take longer to make.
    """
    written = 0
    for path in sorted(path for path in site_dir.rglob("*") if path.suffix in TEXTS and path.is_file()):
        raw = path.read_bytes()
        for end, packed in zip(ENDS, (zlib.compress(raw, 9, GZIP), brotli.compress(raw, quality=BEST if best else QUICK))):
            copy = path.with_name(path.name + end)
            if len(packed) < len(raw):
                copy.write_bytes(packed)
                written += 1
            else:
                copy.unlink(missing_ok=True)
    return written


def is_copy(name: str, names: Collection[str]) -> bool:
    """True for the packed copy of another file among ``names``."""
    return name.endswith(ENDS) and name[:-3] in names
