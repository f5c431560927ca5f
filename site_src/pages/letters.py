"""The last hand on a page's text: words of another language are marked as such, typed quotation marks become those of a book, and a number stays with its word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from ..model import Page
from .foreign_words import FOREIGN

ASIDE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|`[^`\n]*`"
    r"|<!--.*?-->|<(?P<kept>code|pre|svg|s)\b.*?</(?P=kept)>"
    r'|<(?P<tag>\w+)[^>]*\slang="[^>]*>.*?</(?P=tag)>'
    r"|</?[A-Za-z][^>]*>|\]\([^)\n]*\)|\{[^}\n]*\}|\bhttps?://\S+",
    re.DOTALL | re.MULTILINE)
"""What of staged Markdown is no running text: code, drawings, what says its language itself, tags, addresses, lists of attributes."""
QUOTE = re.compile(r'"|&quot;')
BOUND = re.compile(
    r"(?<![\w-])([A-Z][\w.]{0,11}|[Aa]yat|angka|halaman|kelas|langkah|nomor|pasal|pukul|tahun|usia) (?=\d)(?!\d{1,2} [A-Z][a-z]+ \d{4}\b)"
    r"|(?<=\d) (?=×|[A-Z][a-z]+ \d{4}\b|(?:jam|menit|hari|minggu|bulan|tahun|WIB)\b)|(?<=×) (?=\d)")
"""The blanks at which no line may end: ``SAPA 129``, ``ayat 2``, ``1 Januari 2026``, ``3 × 24 jam``. Between digits it may: a telephone number can need two lines."""


def lettered(pages: Iterable[Page]) -> Iterator[Page]:
    """Every page with its text and heading as a reader should see and hear them."""
    for page in pages:
        language = str(page.meta.get("bahasa", "id"))
        heading = set_text(page.heading or page.title, language)
        yield replace(page, body=set_text(page.body, language), heading=heading if heading != page.title else "")


@lru_cache(maxsize=2048)
def set_text(text: str, language: str) -> str:
    """Markdown whose running text has curly quotation marks, numbers bound to their word, and ``<i lang>`` around the words that ``foreign_words.py`` lists for the page's ``language``."""
    out, last, before = [], 0, ""
    for aside in ASIDE.finditer(text):
        plain = text[last : aside.start()]
        out += [_plain(plain, before, language), aside[0]]
        before, last = plain[-1:] or before if aside[0].startswith("<") else aside[0][-1:], aside.end()
    return "".join([*out, _plain(text[last:], before, language)])


def _plain(text: str, before: str, language: str) -> str:
    text = BOUND.sub(lambda blank: f"{blank[1] or ''}\u00a0", text)
    pattern, codes = _known(language)
    if pattern:
        text = pattern.sub(lambda word: f'<i lang="{codes[word[0].casefold()]}">{word[0]}</i>', text)
    # A quotation opens at the start of a word, and closes at its end.
    return _quoted(text, before) if QUOTE.search(text) else text


def _quoted(text: str, before: str) -> str:
    out, last = [], 0
    for mark in re.finditer(r'<[^>]*>|"|&quot;', text):
        if mark[0].startswith("<"):
            continue
        behind = (text[last : mark.start()][-1:] or ("”" if out else before)).strip()
        out += [text[last : mark.start()], "“" if not behind or behind in "([{“‘–—/*_" else "”"]
        last = mark.end()
    return "".join([*out, text[last:]])


@cache
def _known(language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """What finds the words of other languages in a page of this one, and which language each is (longest first, so that a phrase goes before its word)."""
    listed = FOREIGN.get(language, {})
    codes = {word.casefold(): code for code, words in listed.items() for word in words}
    found = "|".join(re.escape(word) for word in sorted(codes, key=len, reverse=True))
    return (re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.IGNORECASE) if codes else None), codes
