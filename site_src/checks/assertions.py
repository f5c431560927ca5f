"""Sentences that need a source beside them: how they are found, whatever they assert."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Reference, Site
from .literals import pieces
from .sentences import Block, blocks, without_links
from .wording import SETTINGS, without_quotes

BLANK = re.compile(r"\(\?<![^()]*\)| ")
"""A space of a pattern; one within a look behind stands for one white space, since its width is fixed."""

DIGIT_FIRST, DIGITS = r"(?<!\d)\d", tuple("0123456789")
"""How a pattern begins that matches only where a digit stands: it may have no word to be asked for."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One kind of assertion: how it is found, what counts as a source in a paragraph, the words behind which nothing is asserted,
    and whether a field of a head stands on sources of its own."""

    patterns: tuple[re.Pattern[str], ...]
    mark: re.Pattern[str]
    doubt: re.Pattern[str]
    is_sourced: Callable[[Block], bool]


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Patterns in which a space is any white space, and case does not count."""
    return tuple(re.compile(BLANK.sub(lambda match: r"\s+" if match[0] == " " else match[0].replace(" ", r"\s"), pattern), re.IGNORECASE) for pattern in patterns)


def unsourced(site: Site, kind: Assertion) -> Iterator[tuple[Block, int, str]]:
    """Block, offset in it and words of the first such assertion of every paragraph without a source. A list is covered by the sentence that opens it."""
    opened = False
    for block in blocks(site):
        has_mark = bool(kind.mark.search(block.text))
        if block.kind != "butir":
            opened = has_mark and block.text.rstrip().endswith(":")
        if has_mark or opened or _says_nothing(block) or block.loc and kind.is_sourced(block):
            continue
        patterns = list(worth_trying(kind.patterns, block.text.casefold()))
        if not patterns:
            continue
        said = without_links(without_quotes(block.text))
        for offset, sentence in block.sentences_of(said):
            found = [match for pattern in patterns for match in pattern.finditer(sentence) if not kind.doubt.search(sentence[: match.start()])]
            if found and "?" not in sentence:
                first = min(found, key=lambda match: match.start())
                yield block, offset + first.start(), " ".join(first[0].split())
                break


def worth_trying(patterns: tuple[re.Pattern[str], ...], folded: str) -> Iterator[re.Pattern[str]]:
    """Those of ``patterns``, which mind no case, that may match a text that reads ``folded`` in casefold."""
    for pattern, hints in _with_hints(patterns):
        for hint in hints:
            if hint in folded:
                yield pattern
                break


@lru_cache(maxsize=None)
def _with_hints(patterns: tuple[re.Pattern[str], ...]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((pattern, DIGITS if pattern.pattern.startswith(DIGIT_FIRST) else pieces((pattern,))) for pattern in patterns)


def _says_nothing(block: Block) -> bool:
    return block.kind == "judul" or isinstance(block.record, (*SETTINGS, Reference))
