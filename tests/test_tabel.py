"""A table is named for the heading above it."""

from __future__ import annotations

import pytest

from site_src.pages.tables import named

TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n"


def mark(name):
    return f'<!--tabel role="region" aria-label="{name}" tabindex="0"-->'


@pytest.mark.parametrize("text, made", [
    (f"## Tenggat { '{ #t }' }\n\nBaca.\n\n{TABLE}", f"## Tenggat { '{ #t }' }\n\nBaca.\n\n{mark('Tenggat')}\n\n{TABLE}"),
    (f"Baca.\n\n{TABLE}\n### **Apa** itu [\"visum\"](x.md)?\n\n{TABLE}", f"Baca.\n\n{mark('Judul')}\n\n{TABLE}\n### **Apa** itu [\"visum\"](x.md)?\n\n{mark('Apa itu &quot;visum&quot;?')}\n\n{TABLE}"),
    ("\nA | B\n:-- | --:\n1 | 2", f"\n{mark('Judul')}\n\nA | B\n:-- | --:\n1 | 2"),
    ("## Satu\n\nIni | bukan tabel\n\n---\n\nbukan\n---\n", "## Satu\n\nIni | bukan tabel\n\n---\n\nbukan\n---\n"),
])
def test_the_name_stands_before_the_table(text, made):
    assert named(text, "Judul") == made
