"""Small bar charts: a table of names and counts, read as one, with an inline SVG bar in each row; no script and no style of its own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..pages.text import html
from .tables import figure


def bars(title: str, values: Sequence[tuple[str, int]]) -> str:
    """One row for each ``(name, count)``. The longest bar fills its column; 0 has none."""
    most = max((count for _, count in values), default=0) or 1
    rows = [f'<tr><th scope="row">{escape(name)}</th><td>{_bar(100 * count / most)}</td><td class="angka">{figure(count)}</td></tr>' for name, count in values]
    return html('<table class="grafik">', f"<caption>{escape(title)}</caption>", '<thead class="tersembunyi"><tr><th scope="col">Kelompok</th><th scope="col">Batang</th><th scope="col">Jumlah</th></tr></thead>',
                "<tbody>", *rows, "</tbody>", "</table>")


def _bar(length: float) -> str:
    """A bar of ``length`` hundredths of its column."""
    return f'<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="{length:.1f}" height="12" fill="currentColor"/></svg>'
