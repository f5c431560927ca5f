"""What went wrong, and where: the one vocabulary every layer shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

Loc = tuple[str | int, ...]
"""Path of a value inside a record, by the keys staff type: ``("kanal", 0, "nomor")``."""


class Severity(StrEnum):
    """An error stops the build; a warning is shown and the build goes on."""

    ERROR = "galat"
    WARNING = "peringatan"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A point in a file. ``path`` is relative to the project, with ``/``; line and column count from 1, 0 = whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: a stable ``code``, an Indonesian sentence, and how it looks when right."""

    place: Place
    code: str
    message: str
    remedy: str = ""
    example: str = ""
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[Place, str, str]:
        """Problems are shown by place, then code: the same input always reads the same."""
        return (self.place, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each value and each key of one record stands. Falls back to the nearest parent that has a place."""

    path: str
    values: Mapping[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Loc, tuple[int, int]] = field(default_factory=dict)
    prefix: Loc = ()

    def value(self, *loc: str | int) -> Place:
        """Place of the value at ``loc``."""
        return self._find(self.values, loc)

    def key(self, *loc: str | int) -> Place:
        """Place of the key that names ``loc``; for a list item, of the item."""
        full = self.prefix + loc
        return Place(self.path, *self.keys[full]) if full in self.keys else self._find(self.values, loc)

    def under(self, *loc: str | int) -> Positions:
        """The same map, seen from the record at ``loc``."""
        return Positions(self.path, self.values, self.keys, self.prefix + loc)

    def _find(self, table: Mapping[Loc, tuple[int, int]], loc: Loc) -> Place:
        full = self.prefix + loc
        while full and full not in table:
            full = full[:-1]
        return Place(self.path, *table.get(full, (1, 1)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when at least one problem must stop the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def maybe_you_meant(word: str, known: Iterable[str]) -> str:
    """``Maksud Anda "kdrt"?`` for the nearest known words; empty when nothing is near."""
    near = nearest(word, known)
    return f"Maksud Anda {' atau '.join(f'“{name}”' for name in near)}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """At most two known words that look alike, else that begin so; none when nothing is near: a far guess misleads."""
    names = {name.casefold(): name for name in sorted(known)}
    typed = word.casefold()
    near = get_close_matches(typed, names, n=2, cutoff=0.7) or [name for name in names if len(typed) > 3 and name.startswith(typed)][:2]
    return [names[name] for name in near]
