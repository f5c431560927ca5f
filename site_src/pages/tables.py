"""Tables say what they are: each is named for the heading it stands under, so that a screen reader tells one region to scroll from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from ..model import Page

HEADING_OR_TABLE = re.compile(r"^#{1,6} +(?P<heading>[^\n]+?) *(?:\{[^}\n]*\})? *$|^\n(?=[^\n]*\|[^\n]*\n[ |:-]*-[ |:-]*(?:\n|\Z))", re.MULTILINE)
"""A heading of Markdown, or the blank line before a table."""
MARKUP = re.compile(r"<sup\b.*?</sup>|<[^>]*>|\]\([^)]*\)|[\[*`]")


def with_named_tables(found: Iterable[Page]) -> Iterator[Page]:
    """The same pages; before each table stands a comment of which the theme makes the named region around it (``theme/partials/tulisan.html``)."""
    for page in found:
        yield replace(page, body=named(page.body, page.title)) if "|" in page.body else page


def named(text: str, title: str) -> str:
    """Markdown with ``<!--tabel … aria-label="NAME"-->`` before each table: the heading above it, or ``title`` where there is none."""
    above = title

    def marked(match: re.Match[str]) -> str:
        nonlocal above
        if match["heading"]:
            above = MARKUP.sub("", match["heading"])
            return match[0]
        return f'\n<!--tabel role="region" aria-label="{escape(above).replace("--", "–")}" tabindex="0"-->\n\n'

    return HEADING_OR_TABLE.sub(marked, text)
