"""A ``.gz`` and a ``.br`` beside every file that becomes smaller by it: servers send them as they are, and pack nothing while somebody waits."""

from __future__ import annotations

import os
import zlib
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
    files = sorted(path for path in site_dir.rglob("*") if path.suffix in TEXTS and path.is_file())
    # Both packers let other threads run meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(partial(_pack, quality=BEST if best else QUICK), files))


def _pack(path: Path, quality: int) -> int:
    """How many of the two copies were worth writing."""
    raw, written = path.read_bytes(), 0
    for end, packed in zip(ENDS, (zlib.compress(raw, 9, GZIP), brotli.compress(raw, quality=quality))):
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
