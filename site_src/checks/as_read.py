"""A text as a reader sees it on the page, and where each of its letters was typed: what hides a number in Markdown is undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import unescape

DISGUISE = re.compile(
    r"[^\x00-\x7f]|\\(?=[^\w\s])|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});"
    r"|(?<=\d)(?:[*_~`]+(?=\d)|\]\([^()\s]*\)|[oOlI](?=\d))|[oO](?<!\w.)(?=8\d)"
)
"""Entities, back slashes, emphasis within a number, a link that ends in one, letters that look like digits, and whatever is not ASCII."""
LOOKS_LIKE = {"o": "0", "O": "0", "l": "1", "I": "1"}


def as_read(text: str) -> tuple[str, Sequence[int]]:
    """``(text without disguise, offset in the typed text of each of its letters and of its end)``.

    Digits of any script become 0–9, dashes ``-``, blanks a space; marks that print nothing go. ``0812&nbsp;**34**56`` -> ``0812 3456``.
    """
    if not DISGUISE.search(text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in DISGUISE.finditer(text):
        shown = _shown(match[0])
        pieces += [text[end : match.start()], shown]
        offsets += [*range(end, match.start()), *[match.start()] * len(shown)]
        end = match.end()
    return "".join([*pieces, text[end:]]), [*offsets, *range(end, len(text) + 1)]


def _shown(typed: str) -> str:
    if typed[0] == "&":
        return "".join(_letter(letter) for letter in unescape(typed))
    if typed[0] in "\\*_~`]":
        return ""
    return LOOKS_LIKE.get(typed) or _letter(typed)


def _letter(letter: str) -> str:
    """One letter in the plainest form that reads the same."""
    if letter.isascii():
        return letter
    kind = unicodedata.category(letter)
    if unicodedata.decomposition(letter).startswith(("<super>", "<sub>")):
        # A mark of a note behind a number is no digit of it.
        return " "
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    if kind == "Cf":
        return ""
    if kind == "Pd" or letter in "−⁃":
        return "-"
    if kind == "Zs":
        return " "
    return unicodedata.normalize("NFKC", letter) if "\uff00" < letter < "\uff5f" else letter
