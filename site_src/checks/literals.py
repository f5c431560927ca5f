"""Words that a text must hold before a pattern can match it: finding words is many times cheaper than trying patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

SHORTEST = 3
"""Letters of a piece that is worth asking for beside the best: a shorter one stands in most texts."""
EVERYWHERE = frozenset({"tidak", "kurang", "orang", "minta"})
"""Words of many texts: the word beside them is asked for, even a shorter one."""
WORD_LIST = re.compile(r"\(\?:((?:[\w '’-]|\\s\+)+(?:\|(?:[\w '’-]|\\s\+)+)+)\)(?![?*{])")
"""``(?:nol|satu|dua)``: nothing but words, and always there."""
FIRST_STAND_IN = 0xE000
"""A letter that no text holds (Unicode's private use area)."""
ANYTHING: frozenset[str] = frozenset({""})
"""Every text holds the empty word: nothing is known about the pattern."""
DIGITS = frozenset("0123456789")
"""What ``\\d`` needs: a digit of another script is not asked for."""


class Spelled(NamedTuple):
    """A pattern as it is written, and its flags: made ready only when a text may match it, since that takes as long as trying it on a page."""

    pattern: str
    flags: int

    @property
    def ready(self) -> re.Pattern[str]:
        """The pattern, made once."""
        return _ready(self)


Pattern = re.Pattern[str] | Spelled


@lru_cache(maxsize=None)
def _ready(spelled: Spelled) -> re.Pattern[str]:
    return re.compile(*spelled)


@lru_cache(maxsize=None)
def pieces(patterns: tuple[Pattern, ...]) -> tuple[str, ...]:
    """Pieces of which at least one stands in every text that one of ``patterns`` matches; casefolded where case does not count."""
    found = {piece.casefold() if pattern.flags & re.IGNORECASE else piece for pattern in patterns for piece in _needs(pattern)}
    return tuple(sorted(found, key=lambda piece: (len(piece), piece))) if "" not in found else ("",)


@lru_cache(maxsize=None)
def needed(pattern: Pattern) -> tuple[frozenset[str], ...]:
    """Sets of pieces: of each, one stands in every text that ``pattern`` matches. The set whose pieces are rarest comes first; never empty."""
    fold = bool(pattern.flags & re.IGNORECASE)
    sets = {frozenset(piece.casefold() if fold else piece for piece in one) for one in _all_needs(pattern)}
    long = [one for one in sets if min(map(len, one)) >= SHORTEST]
    best = sorted(long, key=lambda one: (-min(map(len, one)), len(one), sorted(one)))
    return tuple(best) or (frozenset(pieces((pattern,))),)


def may_match(patterns: tuple[re.Pattern[str], ...], text: str, folded: str) -> bool:
    """False when no pattern can match ``text``, which reads ``folded`` in casefold. All patterns mind the case, or none."""
    where = folded if patterns[0].flags & re.IGNORECASE else text
    for piece in pieces(patterns):
        if piece in where:
            return True
    return False


class PatternIndex:
    """Which of many patterns may match a text: those of which every needed piece stands in it. A word that was met once is not looked into again."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._needed = [needed(pattern) for pattern in patterns]
        self._folded = [bool(pattern.flags & re.IGNORECASE) for pattern in patterns]
        self._by_piece: dict[tuple[bool, str], list[int]] = {}
        for number, sets in enumerate(self._needed):
            for piece in sets[0]:
                self._by_piece.setdefault((self._folded[number], piece), []).append(number)
        self._finders = [_PieceFinder(piece for sets, is_folded in zip(self._needed, self._folded, strict=True) if is_folded is fold for one in sets for piece in one) for fold in (False, True)]
        self._words: dict[str, tuple[frozenset[str], frozenset[str]] | None] = {}

    def worth_trying(self, text: str) -> list[int]:
        """Places of the patterns that may match ``text``, in order."""
        typed, folded = {""}, {""}
        for word in set(text.split()):
            if word not in self._words:
                found = self._finders[0].in_word(word), self._finders[1].in_word(word.casefold())
                self._words[word] = found if any(found) else None
            both = self._words[word]
            if both:
                typed |= both[0]
                folded |= both[1]
        standing = (typed, folded)
        asked = {number for fold in (False, True) for piece in standing[fold] for number in self._by_piece.get((fold, piece), ())}
        return sorted(number for number in asked if self._has_all(number, standing[self._folded[number]]))

    def _has_all(self, number: int, standing: set[str]) -> bool:
        for one in self._needed[number]:
            if one.isdisjoint(standing):
                return False
        return True


class _PieceFinder:
    """Which of many pieces stand in a text. A piece holds no white space, so it stands in a text when it stands in one of its words."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        for piece in set(wanted) - {""}:
            self._by_start.setdefault(piece[:3], []).append(piece)
        self._starts = frozenset(self._by_start)
        self._sizes = sorted({len(start) for start in self._starts})

    def in_word(self, word: str) -> frozenset[str]:
        """The pieces that stand in one word."""
        starts = {word[place : place + size] for size in self._sizes for place in range(len(word) - size + 1)} & self._starts
        return frozenset(piece for start in starts for piece in self._by_start[start] if piece in word)


def _needs(pattern: Pattern) -> frozenset[str]:
    return _best(_all_needs(pattern))


def _all_needs(pattern: Pattern) -> list[frozenset[str]]:
    named: dict[str, frozenset[str]] = {}

    def stand_in(match: re.Match[str]) -> str:
        named[chr(FIRST_STAND_IN + len(named))] = _longest_pieces(match[1])
        return next(reversed(named))

    try:
        from re import _parser  # type: ignore[attr-defined]  # The only reader of patterns there is; without it every pattern is tried.

        # Lists of words are read here: they are most of a pattern, the same in many, and slow to parse.
        return _of_sequence(_parser.parse(WORD_LIST.sub(stand_in, pattern.pattern), pattern.flags), named)
    except Exception:
        return []


@lru_cache(maxsize=None)
def _longest_pieces(words: str) -> frozenset[str]:
    """``nol|dua\\s+puluh`` -> ``nol``, ``puluh``: of every word the longest part without a blank that does not stand everywhere."""
    return frozenset(max(word.split(r"\s+"), key=lambda part: (part not in EVERYWHERE and len(part) >= SHORTEST, len(part))) for word in words.split("|"))


def _of_sequence(items: Sequence[Any], named: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """One set for each part that must be there, in order."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in [*items, ("END", None)]:
        if str(kind) == "LITERAL" and chr(value) in named:
            found += [frozenset({run})] * bool(run) + [named[chr(value)]]
            run = ""
            continue
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found += [frozenset({run})] * bool(run)
        run = ""
        if str(kind) == "IN" and [str(name) for _, name in value] == ["CATEGORY_DIGIT"]:
            found.append(DIGITS)
        elif str(kind) == "SUBPATTERN":
            found += _of_sequence(value[-1], named)
        elif str(kind) == "BRANCH":
            found.append(frozenset().union(*(_best(_of_sequence(branch, named)) for branch in value[1])))
        elif str(kind) == "MAX_REPEAT" and value[0] > 0:
            found += _of_sequence(value[2], named)
    return [one for one in found if "" not in one]


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    best = ANYTHING
    for one in sets:
        best = _better(best, one)
    return best


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The set whose shortest piece is longer: it is found by chance less often."""
    return max(one, other, key=lambda pieces: (min(map(len, pieces), default=0), -len(pieces)))
