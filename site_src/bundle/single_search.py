"""The search inside the single file: packed in the text of the page, opened by the browser, allowed by its digest alone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Ledger
from ..packed_text import packed
from ..search.files import squeezed
from ..search.small import small_searches

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
        yield PocketSearch(f"{packed(script.encode())}\n<script>{box}</script>", (_digest(script), _digest(box)), script)


def _digest(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
