"""Sentences that need a source beside them: how they are found, whatever they assert."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model import Reference, Site
from .literals import PatternIndex
from .sentences import REMEMBERED, Block, blocks, without_links
from .wording import SETTINGS, without_quotes

BLANK = re.compile(r"\(\?<![^()]*\)| ")
"""A space of a pattern; one within a look behind stands for one white space, since its width is fixed."""


@dataclass(frozen=True, slots=True, eq=False)
class Assertion:
    """One kind of assertion: how it is found, what counts as a source in a paragraph, the words behind which nothing is asserted,
    and whether a field of a head stands on sources of its own. All kinds there are share one look at a paragraph's words."""

    patterns: tuple[re.Pattern[str], ...]
    mark: re.Pattern[str]
    doubt: re.Pattern[str]
    is_sourced: Callable[[Block], bool]

    def __post_init__(self) -> None:
        KINDS.append(self)


KINDS: list[Assertion] = []
"""Every kind, as it was made."""


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
        patterns = _worth_trying(block.text, tuple(KINDS)).get(kind)
        if not patterns or has_mark or opened or _says_nothing(block) or block.loc and kind.is_sourced(block):
            continue
        said = without_links(without_quotes(block.text))
        for offset, sentence in block.sentences_of(said):
            found = [match for pattern in patterns for match in pattern.finditer(sentence) if not kind.doubt.search(sentence[: match.start()])]
            if found and "?" not in sentence:
                first = min(found, key=lambda match: match.start())
                yield block, offset + first.start(), " ".join(first[0].split())
                break


@lru_cache(maxsize=REMEMBERED)
def _worth_trying(text: str, kinds: tuple[Assertion, ...]) -> Mapping[Assertion, list[re.Pattern[str]]]:
    """The patterns of each kind that may match a text."""
    owners, index = _index(kinds)
    found: dict[Assertion, list[re.Pattern[str]]] = {}
    for number in index.worth_trying(text):
        kind, pattern = owners[number]
        found.setdefault(kind, []).append(pattern)
    return found


@lru_cache(maxsize=None)
def _index(kinds: tuple[Assertion, ...]) -> tuple[list[tuple[Assertion, re.Pattern[str]]], PatternIndex]:
    owners = [(kind, pattern) for kind in kinds for pattern in kind.patterns]
    return owners, PatternIndex([pattern for _, pattern in owners])


def _says_nothing(block: Block) -> bool:
    return block.kind == "judul" or isinstance(block.record, (*SETTINGS, Reference))
