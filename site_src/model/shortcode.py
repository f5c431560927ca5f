"""``{{ hotline: sapa-129 }}``: how prose names a record, so that a number is written once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("hotline", "layanan", "sumber")
"""Records that prose can name: a hotline or service becomes its contact, a reference a small source mark."""

PATTERN = re.compile(r"\{\{\s*([^:{}\s]+)\s*(?::\s*([^{}\s]*)\s*)?\}\}")
ANY_BRACES = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One shortcode in a text; ``alone`` when it fills its line, so that it becomes a card."""

    kind: str
    name: str
    start: int
    end: int
    alone: bool


def shortcodes(text: str) -> Iterator[Shortcode]:
    """Every well-formed shortcode in ``text``, in order. Unknown kinds are yielded too: a check names them."""
    for match in PATTERN.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : len(text) if line_end < 0 else line_end]
        yield Shortcode(match[1], match[2] or "", match.start(), match.end(), line.strip() == match[0])
