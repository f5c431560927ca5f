"""Problems as people and machines read them: text with a caret, GitHub annotations, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator

from .problems import Place, Problem, Severity

MOST_NAMED = 5
LineOf = Callable[[Place], str | None]


def page_of(code: str) -> str:
    """The page that tells the rule of a code, with a wrong and a right example."""
    return f"docs/masalah/{code}.md"


def as_text(problems: Iterable[Problem], line_of: LineOf) -> Iterator[str]:
    """One block per problem: place, code and sentence; the line with a caret; the remedy; how it looks when right."""
    for problem in problems:
        yield f"{problem.place}: {problem.severity} {problem.code}: {problem.message}"
        yield from _excerpt(problem.place, line_of(problem.place))
        if problem.remedy:
            yield f"    Perbaikan: {problem.remedy}"
        if problem.example:
            first, *rest = problem.example.split("\n")
            yield f"    Contoh:    {first}"
            yield from (f"               {line}" for line in rest)
        yield f"    Aturan:    {page_of(problem.code)}"
        yield ""


def as_github(problems: Iterable[Problem]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the changed line."""
    for problem in problems:
        level = "error" if problem.severity is Severity.ERROR else "warning"
        place = problem.place
        where = [f"file={_property(place.path)}"]
        where += [f"line={place.line}"] * bool(place.line) + [f"col={place.column}"] * bool(place.column)
        text = " ".join(part for part in (problem.message, problem.remedy, problem.example and f"Contoh: {problem.example}") if part)
        yield f"::{level} {','.join([*where, f'title={_property(problem.code)}'])}::{_data(text)}"


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with Indonesian keys, stable order, one trailing newline."""
    rows = [
        {"berkas": problem.place.path, "baris": problem.place.line, "kolom": problem.place.column, "tingkat": str(problem.severity),
         "kode": problem.code, "pesan": problem.message, "perbaikan": problem.remedy, "contoh": problem.example, "aturan": page_of(problem.code)}
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def summary(problems: Iterable[Problem]) -> str:
    """``2 galat, 1 peringatan`` or ``tanpa masalah``."""
    counts = {severity: 0 for severity in Severity}
    for problem in problems:
        counts[problem.severity] += 1
    said = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)
    return said or "tanpa masalah"


def not_checked(unread: Collection[str]) -> str:
    """One sentence that says into what no reference was followed: files, folders and records that could not be read. Empty when all could be."""
    names = sorted(unread, key=lambda name: ("/" not in name and not name.endswith(".yaml"), name))
    more = f", dan {len(names) - MOST_NAMED} lagi" if len(names) > MOST_NAMED else ""
    return f"Belum diperiksa sebelum itu terbaca: rujukan ke {', '.join(names[:MOST_NAMED])}{more}." if names else ""


def _excerpt(place: Place, line: str | None) -> Iterator[str]:
    if line is None or not place.line:
        return
    # A very long line is cut around the column, so that the caret stays on the screen.
    start = max(0, place.column - 60)
    shown = line[start : start + 100].replace("\t", " ")
    number = f"{place.line:>5}"
    yield f"{number} | {shown}"
    if place.column:
        yield f"{' ' * len(number)} | {' ' * (place.column - 1 - start)}^"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
