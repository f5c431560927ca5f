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
    """Every page with its code (``qr``: an SVG path, ``sisi``: its side in modules) and its address in words; unchanged when ``address`` is empty."""
    for page in pages:
        yield page if not address or page.kind in WITHOUT else replace(page, meta={**page.meta, **_code(site, address, page)})


def _code(site: Site, address: str, page: Page) -> dict[str, object]:
    number = site.short_number.get(page.path.removesuffix(".md") if page.url else HOME)
    held = f"{address}{short_path(number) if number else page.url}"
    rows = matrix(held)
    return {"qr": path_of(rows), "sisi": len(rows), "alamat_cetak": held.removeprefix("https://").rstrip("/")}


def path_of(rows: list[str]) -> str:
    """The black modules as an SVG path, run by run; a stroke of width 1 along it paints them."""
    out = []
    for y, row in enumerate(rows):
        x = last = 0
        for black, run in groupby(row):
            length = len(list(run))
            if black == "#":
                out.append(f"{f'M{x} {y}.5' if not last else f'm{x - last} 0'}h{length}")
                last = x + length
            x += length
    return "".join(out)
