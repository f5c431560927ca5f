"""The search inside the single file: packed in the text of the page, opened by the browser, allowed by its digest alone."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Ledger
from ..search.files import squeezed
from ..search.small import small_searches

MEMORY = 6
"""zlib's ``memLevel``: smaller blocks than its default, smaller files; measured on the real city's."""
LIST = re.compile(rb'(?=globalThis\.isiCari)|(?=,"(?:akar|pengecualian|padanan|henti|konsep|entitas|darurat|dokumen|indeks|kata|vektor|ejaan)":)')
"""Where the content and each of its large lists begin."""
PACKED = re.compile(r'<script type="text/plain" id="bekal" data-lebih="(?P<over>\d)">(?P<text>[^<]*)</script>')
BOX = Path(__file__).parent.parent / "assets" / "cari" / "saku.js"


@dataclass(frozen=True)
class PocketSearch:
    """``html`` stands at the end of the body; ``digests`` are what the page's policy must allow; ``script`` is what the browser unpacks, to be read back."""

    html: str
    digests: tuple[str, ...]
    script: str


def pocket_searches(ledger: Ledger, urls: list[str]) -> Iterator[PocketSearch]:
    """The search over the pages ``urls``, each smaller than the one before."""
    box = squeezed(BOX.read_text(encoding="utf-8"))
    for script in small_searches(ledger, urls):
        text, over = packed(script.encode())
        yield PocketSearch(f'<script type="text/plain" id="bekal" data-lebih="{over}">{text}</script>\n<script>{box}</script>', (_digest(script), _digest(box)), script)


def packed(raw: bytes) -> tuple[str, int]:
    """``raw`` deflated and written in 85 signs that mean nothing in HTML, and how many bytes of filling follow it.

    Each list of the content begins a block of its own, for its letters have frequencies of their own: 3 in 100 smaller.
    """
    squeeze = zlib.compressobj(9, memLevel=MEMORY)
    small = b"".join(squeeze.compress(part) + squeeze.flush(zlib.Z_BLOCK) for part in LIST.split(raw)) + squeeze.flush()
    over = -len(small) % 4
    return base64.b85encode(small + bytes(over)).decode().replace("<", ","), over


def unpacked(page: str) -> tuple[str, str]:
    """``(packed text, script)`` of the search in a single file, as the browser opens it; both empty in a file without one."""
    found = PACKED.search(page)
    if found is None:
        return "", ""
    raw = base64.b85decode(found["text"].replace(",", "<"))
    return found["text"], zlib.decompress(raw[: len(raw) - int(found["over"])]).decode()


def _digest(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
