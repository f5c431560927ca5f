"""The files a search needs in the browser, named by their content so that they can be cached for ever."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Ledger
from .documents import news_documents
from .index import archive_data, search_data
from .words import Words

VENDOR = Path(__file__).parent / "vendor"
ASSETS = Path(__file__).parent.parent / "assets" / "cari"
PAGE_PARTS = tuple(ASSETS.parent / part for part in ("keluar/keluar.js", "cari/kotak.js", "bagikan/bagikan.js", "buka/hitung.js", "buka/buka.js", "saring/saring.js", "suara/suara.js"))
"""The one script of every page: the way out first, so that nothing in the search box, the sharing, the hours, the lists or the voice can keep it from working."""
PARTS = (VENDOR / "snowball-id.js", *(ASSETS / f"{part}.js" for part in ("lipat", "kata", "perbaiki", "indeks", "mesin")))
"""The engine, each part after those it needs; all but the first are ours."""


@dataclass(frozen=True)
class SearchFiles:
    """``box``: the small script every page names, with the way out and the search box; ``engine`` and ``content``: what it loads when the box gets the focus."""

    box: str
    engine: str
    content: str
    archive: str
    files: dict[str, bytes]

    @property
    def frame(self) -> dict[str, object]:
        """Front matter that tells the theme which files the box needs."""
        return {"cari": {name: path for name, path in (("kotak", self.box), ("mesin", self.engine), ("isi", self.content), ("arsip", self.archive)) if path}}


def search_files(ledger: Ledger) -> SearchFiles:
    """All files, as scripts: a page opened from a folder cannot fetch, but it can load a script."""
    data = search_data(ledger)
    return as_files(data, archive_data(news_documents(ledger.site), Words(data)) if ledger.site.news else None)


def as_files(data: dict[str, Any], archive: dict[str, Any] | None = None) -> SearchFiles:
    """The files of given search data; ``archive`` (news) is a file of its own, loaded only when asked for."""
    engine = PARTS[0].read_text(encoding="utf-8").strip() + "\n" + "".join(squeezed(part.read_text(encoding="utf-8")) for part in PARTS[1:])
    texts = {"kotak": "".join(squeezed(part.read_text(encoding="utf-8")) for part in PAGE_PARTS), "mesin": engine, "isi": _assigned("isiCari", data)}
    if archive:
        texts["arsip"] = _assigned("arsipCari", archive)
    named = {}
    for name, text in texts.items():
        raw = text.encode()
        named[name] = (f"aset/cari-{name}-{hashlib.sha256(raw).hexdigest()[:10]}.js", raw)
    return SearchFiles(named["kotak"][0], named["mesin"][0], named["isi"][0], named["arsip"][0] if archive else "", dict(named.values()))


def _assigned(name: str, data: dict[str, Any]) -> str:
    return f"globalThis.{name}=" + json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + ";\n"


def squeezed(script: str) -> str:
    """A script of ours without block comments and indentation."""
    out, rest = [], script
    while "/* " in rest:
        before, _, after = rest.partition("/* ")
        out.append(before)
        rest = after.partition("*/")[2]
    lines = (line.strip() for line in "".join([*out, rest]).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
