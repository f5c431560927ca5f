"""Tables that a screen reader announces and a phone can scroll: a caption, headings with a scope, a region to reach by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ..pages.text import html


def figure(count: int | float, digits: int = 0, unit: str = "") -> str:
    """A count as Indonesians write it, marked as one: ``<data value="1204">1.204</data>``. The scanners for held numbers know the mark."""
    said = f"{count:,.{digits}f}".translate(str.maketrans(",.", ".,"))
    return f'<data value="{round(count, digits) if digits else count}">{said}{unit}</data>'


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A table whose first column names its rows. Cells are HTML; ``head`` and ``caption`` are text. The last ``numbers`` columns are numbers."""
    first = len(head) - numbers
    classes = ['' if place < first else ' class="angka"' for place in range(len(head))]
    top = "".join(f'<th scope="col"{mark}>{escape(name)}</th>' for name, mark in zip(head, classes))
    body = ["<tr>" + "".join(f'<th scope="row">{cell}</th>' if not place else f"<td{classes[place]}>{cell}</td>" for place, cell in enumerate(row)) + "</tr>" for row in rows]
    return html(f'<div class="tabel" role="region" aria-label="{escape(caption)}" tabindex="0">', "<table>", f"<caption>{escape(caption)}</caption>",
                f"<thead><tr>{top}</tr></thead>", "<tbody>", *body, "</tbody>", "</table>", "</div>")
