"""The code that a printed page carries of itself: nothing on the screen, and nothing at all while the site has no address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from ..model import HOME, Page, Site, short_path
from .codes import matrix

WITHOUT = frozenset({"pendek", "bingkai", "tidak-ada", "kelola"})
"""Kinds that nobody prints to hand on."""


def with_codes(pages: Iterable[Page], site: Site, address: str) -> Iterator[Page]:
    """Every page with its code (``qr``: lengths of black and white along ``qr_jalan``, ``sisi``: its side in modules) and its address in words; unchanged when ``address`` is empty."""
    for page in pages:
        yield page if not address or page.kind in WITHOUT else replace(page, meta={**page.meta, **_code(site, address, page)})


def _code(site: Site, address: str, page: Page) -> dict[str, object]:
    number = site.short_number.get(page.path.removesuffix(".md") if page.url else HOME)
    held = f"{address}{short_path(number) if number else page.url}"
    rows = matrix(held, error="l", border=0)
    return {"qr": dashes(rows), "qr_jalan": serpentine(len(rows)), "sisi": len(rows), "alamat_cetak": held.removeprefix("https://").rstrip("/")}


def serpentine(side: int) -> str:
    """An SVG path through the middle of every row, right and left by turns, one module down between."""
    there = [f"h{side}", f"h-{side}"]
    return "M0 .5" + "v1".join(there[row % 2] for row in range(side))


def dashes(rows: list[str]) -> str:
    """How far the serpentine is black, then white, and so on: half the bytes of a path around the modules, and every page carries one.

    A finder stands in the first corner, so it begins black; the way down to the next row is white.
    """
    way = ".".join(row if number % 2 == 0 else row[::-1] for number, row in enumerate(rows))
    return " ".join(str(len(list(run))) for _, run in groupby(way))
