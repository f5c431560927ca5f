"""The files a search needs in the browser, named by their content so that they can be cached for ever."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Ledger
from .index import search_data

VENDOR = Path(__file__).parent / "vendor"
ASSETS = Path(__file__).parent.parent / "assets" / "cari"
PARTS = (VENDOR / "lunr-2.3.9.min.js", VENDOR / "snowball-id.js", ASSETS / "mesin.js")


@dataclass(frozen=True)
class SearchFiles:
    """``box``: the small script every page names; ``engine`` and ``content``: what it loads when the box gets the focus."""

    box: str
    engine: str
    content: str
    files: dict[str, bytes]


def search_files(ledger: Ledger) -> SearchFiles:
    """All files, as scripts: a page opened from a folder cannot fetch, but it can load a script."""
    return as_files(search_data(ledger))


def as_files(data: dict[str, Any]) -> SearchFiles:
    """The files of given search data."""
    engine = "\n".join(part.read_text(encoding="utf-8").strip() for part in PARTS[:-1]) + "\n" + squeezed(PARTS[-1].read_text(encoding="utf-8"))
    content = "globalThis.isiCari=" + json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + ";\n"
    named = {}
    for name, text in (("kotak", squeezed((ASSETS / "kotak.js").read_text(encoding="utf-8"))), ("mesin", engine), ("isi", content)):
        raw = text.encode()
        named[name] = (f"aset/cari-{name}-{hashlib.sha256(raw).hexdigest()[:10]}.js", raw)
    return SearchFiles(named["kotak"][0], named["mesin"][0], named["isi"][0], dict(named.values()))


def squeezed(script: str) -> str:
    """A script of ours without block comments and indentation."""
    out, rest = [], script
    while "/* " in rest:
        before, _, after = rest.partition("/* ")
        out.append(before)
        rest = after.partition("*/")[2]
    lines = (line.strip() for line in "".join([*out, rest]).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
