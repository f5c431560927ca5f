"""A second pair of eyes: what changed or went away against the base branch, and whether somebody looked again after the change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..problems import Problem
from .git import Days, ask, why_not
from .gone import kept_values, removed
from .printed import PRINTED, reused
from .proof import unproven
from .typed import Typed, digits, same_records, typed_in

HOTLINES, SERVICES = "hotlines.yaml", "content/layanan"
WATCHED = (HOTLINES, SERVICES, PRINTED)


def changes_since(root: Path, base: str, today: date) -> tuple[list[Problem], str]:
    """Problems of what changed since ``base``, and a sentence when nothing could be compared."""
    start = ask(root, "merge-base", base, "HEAD")
    if start is None:
        return [], why_not(root, base)
    days = Days(root, start.strip(), today)
    # A file that nobody has added to git yet may be the new name of one that is gone.
    added = [name for name in (ask(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *WATCHED) or "").split("\0") if name]
    changed, gone = _changed(root, days.start, added)
    everything = [record for path in (HOTLINES, *sorted(f"{SERVICES}/{file.name}" for file in (root / SERVICES).glob("*.md"))) for record in _now(root, path) or ()]
    kept = frozenset(digits(value) for value in kept_values(everything))
    found: list[Problem] = []
    for path, was in sorted(changed.items()):
        if path == PRINTED:
            found += reused((ask(root, "show", f"{days.start}:./{was}") or "").encode(), (root / path).read_bytes())
            continue
        old, new = _then(root, days.start, was), _now(root, path)
        if new is None:
            continue
        pairs = list(same_records(old, new))
        found += [problem for before, record in pairs for problem in unproven(before, record, kept, days)]
        found += _lost([record for record in old if all(record is not before for before, _ in pairs)], everything, kept, days)
    for path in gone:
        found += reused((ask(root, "show", f"{days.start}:./{path}") or "").encode(), b"") if path == PRINTED else _lost(_then(root, days.start, path), everything, kept, days)
    return sorted(found, key=lambda problem: problem.order), ""


def _lost(records: list[Typed], everything: list[Typed], kept: frozenset[str], days: Days) -> Iterator[Problem]:
    for record in records:
        yield from removed(record, everything, kept, days, lambda path: _then(days.root, days.start, path))


def _then(root: Path, start: str, path: str) -> list[Typed]:
    return typed_in(path, (ask(root, "show", f"{start}:./{path}") or "").encode()) or []


def _now(root: Path, path: str) -> list[Typed] | None:
    return typed_in(path, (root / path).read_bytes()) if (root / path).is_file() else None


def _changed(root: Path, start: str, added: list[str]) -> tuple[dict[str, str], list[str]]:
    """Watched files of now that differ from ``start``, each with its path then, and those that are gone: a service under another file name is the same service."""
    told = (ask(root, "diff", "--relative", "--name-status", "-M40%", "-z", start, "--", *WATCHED) or "").split("\0")
    found: dict[str, str] = {}
    gone: list[str] = []
    while told and told[0]:
        state, was = told.pop(0), told.pop(0)
        path = told.pop(0) if state[0] in "RC" else was
        if state == "D":
            gone.append(was)
        elif (root / path).is_file() and state[0] != "A":
            found[path] = was
    names = {was: record.title for was in gone if was.endswith(".md") for record in _then(root, start, was)}
    for path in added:
        said = next((record.title for record in _now(root, path) or ()), None) if path.endswith(".md") else None
        found |= {path: was for was, name in names.items() if name == said}
    return found, [was for was in gone if was not in found.values() and was != HOTLINES]
