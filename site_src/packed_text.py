"""Text packed inside a page, which the browser unpacks: letters and digits there mean nothing until they are opened."""

from __future__ import annotations

import base64
import re
import zlib

MEMORY = 6
"""zlib's ``memLevel``: smaller blocks than its default, smaller files; measured on the real city's."""
LIST = re.compile(rb'(?=globalThis\.isiCari)|(?=,"(?:akar|pengecualian|padanan|henti|konsep|entitas|darurat|dokumen|indeks|kata|vektor|ejaan)":)')
"""Where the content and each of its large lists begin."""
PACKED = re.compile(r'<script type="text/plain" id="bekal" data-lebih="(?P<over>\d)">(?P<text>[^<]+)</script>')


def packed(raw: bytes) -> str:
    """An element that holds ``raw``, deflated and written in 85 signs that mean nothing in HTML.

    Each list of the content begins a block of its own, for its letters have frequencies of their own: 3 in 100 smaller.
    """
    squeeze = zlib.compressobj(9, memLevel=MEMORY)
    small = b"".join(squeeze.compress(part) + squeeze.flush(zlib.Z_BLOCK) for part in LIST.split(raw)) + squeeze.flush()
    over = -len(small) % 4
    text = base64.b85encode(small + bytes(over)).decode().replace("<", ",")
    return f'<script type="text/plain" id="bekal" data-lebih="{over}">{text}</script>'


def unpacked(page: str) -> tuple[str, str]:
    """``(packed text, script)`` of the search in a single file, as the browser opens it; both empty in a file without one."""
    found = PACKED.search(page)
    if found is None:
        return "", ""
    raw = base64.b85decode(found["text"].replace(",", "<"))
    return found["text"], zlib.decompress(raw[: len(raw) - int(found["over"])]).decode(errors="replace")
