"""What a page costs the reader's phone, against the budget of its kind in ``content/kebijakan.yaml``."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..model.settings import OTHER_PAGES, Budget
from ..problems import Place, Problem
from .address import target_of
from .requests import foreign

ASKED = 'link[rel~="stylesheet"],link[rel~="icon"],link[rel~="preload"],script[src],img[src]:not([loading="lazy"])'
"""What a browser fetches to show a page; pictures below the first screen are ``lazy``. What is asked of another host is an error of its own."""
DIAL = re.compile(rb'<a\b[^>]*\bhref="(?:tel:|sms:|https://wa\.me/)[^>]*>.*?</a>', re.DOTALL)
UNWEIGHED = {"editor", "kelola"}
"""Kinds that no citizen opens: the tables and the editor of the staff are fetched at a desk."""
STEP = 64
"""Bytes between two looks at how far the text has arrived."""


@dataclass(frozen=True)
class Weight:
    """One page: its ``kind``, its ``html`` in bytes after gzip, the addresses it asks for, where on the wire its first number ends (``None``: it has none)."""

    path: str
    kind: str
    html: int
    asked: tuple[str, ...]
    scripts: frozenset[str]
    first_number: int | None


def weigh(path: str, raw: bytes, tree: LexborHTMLParser) -> Weight:
    """The weight of one built page."""
    nodes = tree.css(ASKED)
    named = ((node.tag, node.attributes.get("src") or node.attributes.get("href") or "") for node in nodes)
    asked = [(tag, address) for tag, address in named if address and not address.startswith("data:") and not foreign(address)]
    dial = DIAL.search(raw)
    body = tree.body.attributes if tree.body else {}
    return Weight(path, body.get("data-jenis") or "", packed(raw), tuple(dict.fromkeys(address for _, address in asked)),
                  frozenset(address for tag, address in asked if tag == "script"), arrives_at(raw, dial.end()) if dial else None)


def packed(raw: bytes) -> int:
    """Bytes of ``raw`` after gzip, as the ``.gz`` beside the file has them."""
    return len(zlib.compress(raw, 9, 31))


def arrives_at(raw: bytes, end: int) -> int:
    """After how many bytes of the compressed file the first ``end`` bytes of the page can be read (to the next 64)."""
    compressed, reader, seen = zlib.compress(raw, 9, 31), zlib.decompressobj(31), 0
    for start in range(0, len(compressed), STEP):
        seen += len(reader.decompress(compressed[start : start + STEP]))
        if seen >= end:
            return min(start + STEP, len(compressed))
    return len(compressed)


def heavy_pages(site_dir: Path, weights: Iterable[Weight], budgets: Iterable[Budget], base: str) -> Iterator[Problem]:
    """Every page past the budget of its kind, with its largest parts. ``base`` is the path the site is served at."""
    by_kind = {kind: budget for budget in budgets for kind in budget.kinds}
    if not by_kind:
        return
    sizes: dict[str, int] = {}
    for weight in weights:
        budget = by_kind.get(weight.kind) or by_kind.get(OTHER_PAGES)
        if budget and weight.kind not in UNWEIGHED:
            yield from _past(weight, budget, {address: _size(site_dir, weight.path, address, base, sizes) for address in weight.asked})


def _past(weight: Weight, budget: Budget, parts: Mapping[str, int]) -> Iterator[Problem]:
    scripts = {address: size for address, size in parts.items() if address in weight.scripts}
    rows = [
        ("kunjungan pertama", "bita", weight.html + sum(parts.values()), budget.first_view, {"halaman ini": weight.html, **parts}),
        ("halaman berikutnya", "bita", weight.html, budget.next_page, {"halaman ini": weight.html}),
        ("skrip", "bita", sum(scripts.values()), budget.scripts, scripts),
        ("permintaan", "berkas", 1 + len(parts), budget.requests, parts),
    ]
    place = Place(f"site/{weight.path}")
    for what, unit, is_now, most, named in rows:
        if is_now > most:
            largest = ", ".join(f"{name.rpartition('/')[2]} {size}" for name, size in sorted(named.items(), key=lambda part: -part[1])[:4])
            yield Problem(place, "halaman-terlalu-berat", f"Untuk {what}: {is_now} {unit}, paling banyak {most}. Yang terbesar: {largest}.",
                          "Ringkas halamannya atau bagian yang terbesar; batasnya ada di content/kebijakan.yaml, bagian “bobot”.")
    if budget.first_number and weight.first_number and weight.first_number > budget.first_number:
        yield Problem(place, "nomor-terlalu-jauh", f"Nomor pertama baru sampai sesudah {weight.first_number} bita, paling jauh {budget.first_number}.",
                      "Taruh nomor lebih awal di halaman; batasnya ada di content/kebijakan.yaml, bagian “bobot”.")


def _size(site_dir: Path, page: str, address: str, base: str, sizes: dict[str, int]) -> int:
    target = target_of(page, urlsplit(address).path, base)
    if target not in sizes:
        file = site_dir / target
        sizes[target] = packed(file.read_bytes()) if file.is_file() else 0
    return sizes[target]
