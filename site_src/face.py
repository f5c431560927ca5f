"""The face of the site as bytes: what style stands inside each page, what style, icon and script are files beside them.

A phone paints nothing before the styles in a page's head have arrived, and a file costs it a second journey. So the style of the first
screen stands in the page itself, allowed by its digest, and the rest is one file for all pages, asked for after the text.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from .model.content_policy import CONTENT_POLICY, SAVED, with_styles

ASSETS = Path(__file__).parent / "assets"
FIRST = ("dasar", "bahaya", "keluar", "kepala", "remah", "tulisan")
"""Components of the first screen of every page. A sheet named ``nanti.css`` beside theirs holds what no first screen shows."""
LATER = "nanti.css"
LISTS = ("buka", "daftar", "kebutuhan", "kontak", "saring", "sumber", "tabel")
CARDS = ("buka", "daftar", "kontak", "sumber", "tabel")
SECOND = {
    "topik": (), **dict.fromkeys(("panduan", "pencegahan"), ("gambar",)), "alur": ("gambar", "langkah"),
    **dict.fromkeys(("beranda", "tidak-ada"), ("daftar", "kebutuhan")), **dict.fromkeys(("bahasa", "darurat", "hotline", "layanan"), CARDS),
}
"""What the first screen shows besides, by kind of page; the others have all of ``LISTS``. In long texts lists stand far below and come with
the file; where a number is on the first screen, whatever is carried more stands before it."""
STRING = re.compile(r'("[^"]*")')
SPARE = re.compile(r" ?([{};,>]) ?|(?<=[a-z]) ([+]) (?=\.?[a-z])(?![a-z-]+\()|(?<=:) ")
"""Blanks that CSS does not need: around punctuation, and around the ``+`` of siblings."""


@cache
def styles(kind: str) -> dict[str, str]:
    """The styles that stand inside a page of a kind, by the name of their front matter: ``gaya_awal`` in all, ``gaya_daftar`` in all but needs."""
    second = SECOND.get(kind, LISTS)
    return {"gaya_awal": _joined(_sheets(FIRST)), **({"gaya_daftar": _joined(_sheets(second))} if second else {})}


@cache
def policy(base: str, kind: str | None = None) -> str:
    """The content policy ``base`` that lets a page of a kind carry its own styles, and no other (https://www.w3.org/TR/CSP3/#external-hash).

    Without a kind it lets every page: what a server sends with all of them holds beside the policy inside each.
    """
    kinds = [kind] if kind is not None else ["", *SECOND]
    carried = dict.fromkeys(style for one in kinds for style in styles(one).values())
    return with_styles(base, [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in carried])


def of_kind(kind: str) -> dict[str, str]:
    """Front matter that pages of a kind share: their styles, and the policy that names them."""
    return {**styles(kind), "csp": policy(CONTENT_POLICY, kind)}


def assets() -> tuple[dict[str, str], dict[str, bytes]]:
    """``(front matter, files)``: by name the rest of the style, the icon, the script of saving.

    Files are named by their content so that they can be cached for ever. The worker of saving has a name that stays, and holds the names of
    the others: when they change, a phone that keeps the page notices.
    """
    style = _joined(sheet for sheet in sorted(ASSETS.glob("*/*.css")) if sheet.parent.name not in FIRST or sheet.name == LATER).encode()
    icon = (ASSETS / "ikon" / "ikon.svg").read_bytes()
    saving = "\n".join((ASSETS / part).read_text(encoding="utf-8") for part in ("keluar/keluar.js", "simpan/simpan.js")).encode()
    named = {"gaya": f"aset/gaya-{_digest(style)}.css", "ikon": f"aset/ikon-{_digest(icon)}.svg", "simpan": f"aset/simpan-{_digest(saving)}.js"}
    kept = json.dumps(["./", *(f"../../{path}" for path in named.values())])
    worker = (ASSETS / "simpan" / "kerja.js").read_text(encoding="utf-8").replace("BERKAS", kept).encode()
    return named, {named["gaya"]: style, named["ikon"]: icon, named["simpan"]: saving, f"{SAVED}/isi/kerja.js": worker}


def _sheets(components: Iterable[str]) -> Iterator[Path]:
    return (sheet for name in components for sheet in sorted((ASSETS / name).glob("*.css")) if sheet.name != LATER)


def _joined(sheets: Iterable[Path]) -> str:
    return "\n".join(_squeezed(sheet.read_text(encoding="utf-8")) for sheet in sheets)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _squeezed(css: str) -> str:
    """CSS without comments and indentation; enough that comments cost the reader nothing. Strings stay as they are, and sums keep their blanks (https://www.w3.org/TR/css-values-4/#calc-syntax)."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    parts = [part if part.startswith('"') else SPARE.sub(r"\1\2", re.sub(r"\s+", " ", part)) for part in STRING.split(css)]
    return "".join(parts).replace(";}", "}").strip()
