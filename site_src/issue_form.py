"""The list of records in the issue form for a silent number: every hotline and service by the name a reader sees."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .model import Site

FILE = Path(".github") / "ISSUE_TEMPLATE" / "nomor-tidak-menjawab.yml"
OTHER = "Tidak ada di daftar ini"
LIST = re.compile(r"(?<=\n)( *)# Daftar ini ditulis python3 scripts/docs\.py\.\n *options:\n((?: +- .*\n)+)")


def names(site: Site) -> list[str]:
    """Hotlines as the site orders them, then services by the alphabet, each name once, and a way out: GitHub refuses a list with the same option twice."""
    services = sorted((service.name for service in site.services), key=str.casefold)
    return list(dict.fromkeys((*(hotline.name for hotline in site.hotlines), *services, OTHER)))


def with_names(form: str, site: Site) -> str:
    """The form with the list of today. A form without the comment that marks its place raises ``ValueError``."""
    found = LIST.search(form)
    if not found:
        raise ValueError(f"{FILE.as_posix()}: the comment that marks the list is gone")
    room = found[1]
    rows = "".join(f"{room}  - {json.dumps(name, ensure_ascii=False)}\n" for name in names(site))
    return f"{form[:found.start()]}{room}# Daftar ini ditulis python3 scripts/docs.py.\n{room}options:\n{rows}{form[found.end():]}"


def is_stale(root: Path, site: Site) -> bool:
    """True when the project's form lacks a record or names one that is gone; a project without the form has nothing stale."""
    file = root / FILE
    return file.is_file() and with_names(text := file.read_text(encoding="utf-8"), site) != text
