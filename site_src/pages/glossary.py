"""Words of the officers, led to their explanation where a page first uses them: plain links, no script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from ..model import Term
from .text import link

KEPT = re.compile(r"^#.*$|^\|.*$|\{\{.*?\}\}|!?\[[^\[\]]*\]\([^()]*\)|<[^<>]*>|`[^`]*`|https?://\S+", re.MULTILINE)
"""What stays as it is: headings, tables, shortcodes, links, HTML, code, addresses."""


@dataclass(frozen=True)
class Glossary:
    """The terms of a site, ready to be found in prose."""

    terms: tuple[Term, ...]

    def linked(self, here: str, text: str) -> str:
        """Markdown of the page ``here`` with the first use of each term as a link to the glossary."""
        if self._pattern is None:
            return text
        used: set[str] = set()
        out, last = [], 0
        for kept in KEPT.finditer(text):
            out += [self._open(here, text[last : kept.start()], used), kept[0]]
            last = kept.end()
        return "".join([*out, self._open(here, text[last:], used)])

    def _open(self, here: str, text: str, used: set[str]) -> str:
        def one(match: re.Match[str]) -> str:
            name = self._names.get(match[0]) or self._names.get(match[0].casefold())
            if name is None or name in used:
                return match[0]
            used.add(name)
            return link(here, f"istilah.md#{term_anchor(name)}", match[0], class_="istilah")

        assert self._pattern is not None
        return self._pattern.sub(one, text)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What is typed -> the term: acronyms as they stand, words in lower case."""
        found: dict[str, str] = {}
        for term in self.terms:
            others = (name for name in term.other_names if is_acronym(name))
            for name in (term.name, *others) if term.linked else ():
                found.setdefault(name if is_acronym(name) else name.casefold(), term.name)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted(self._names, key=lambda name: (-len(name), name))
        rows = [re.escape(name) if is_acronym(name) else f"(?i:{re.escape(name)})" for name in names]
        return re.compile(rf"(?<![\w/-])(?:{'|'.join(rows)})(?![\w/-])") if rows else None


def is_acronym(name: str) -> bool:
    """``KDRT``, ``UPTD PPA``, ``KemenPPPA``: written in capitals, and never meant when the same letters are small."""
    return bool(re.search(r"[A-Z]{2}", name))


def term_anchor(name: str) -> str:
    """The place of a term on the glossary's page: ``istilah-uptd-ppa``."""
    return "istilah-" + "-".join(sort_key(name).split())


def sort_key(name: str) -> str:
    """A name without accents, signs and capitals."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ")
