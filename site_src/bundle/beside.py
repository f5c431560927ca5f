"""``dist/`` beside ``site/``: made after a build, and only when the site or the copies have changed since."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

from ..inventory import FILE
from . import manifest, signature, zim
from .commands import CLEAN, pack

STAMP = Path("build") / "dist.cap"


def keep_dist(root: Path, day: date | None) -> int:
    """Make every part when ``dist/`` is not of the site that stands; the exit code of ``pack semua``. An unchanged site costs two small reads.

    A signature or a ZIM that has become possible since is made, too.
    """
    wants_signature = bool(os.environ.get(signature.KEY)) and not (root / "dist" / manifest.SIGNATURE).is_file()
    wants_zim = zim.available() and not (root / "dist" / zim.NAME).is_file()
    if _read(root / STAMP) == _stamp(root) != "" and not wants_signature and not wants_zim:
        return CLEAN
    code = pack(root, day)
    if code == CLEAN:
        (root / STAMP).write_text(_stamp(root), encoding="utf-8")
    return code


def _stamp(root: Path) -> str:
    """The site by its build's own record, and the copies by their manifest; empty while one of them is missing."""
    try:
        parts = [(root / name).read_bytes() for name in (FILE, Path("dist") / manifest.NAME)]
    except OSError:
        return ""
    return " ".join(hashlib.sha256(part).hexdigest() for part in parts)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
