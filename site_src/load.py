"""Files to ``(Site, [Problem])``: one record one file, every problem in one run, a broken file never hides another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .explain import problems_of, slugify
from .files import Files
from .layout import FOLDERS, LIST_KEY, LISTS, MAY_LACK, OPTIONAL, SETTINGS, WORDS
from .model import Site
from .model.base import Record
from .model.lexicon import Lexicon
from .problems import Place, Positions, Problem, Severity, maybe_you_meant
from .source import parse_yaml, split_front_matter


@dataclass
class Loaded:
    """What the files say. ``texts`` keeps each file's text, so that a report can show the line."""

    site: Site
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def line(self, place: Place) -> str | None:
        """The line a problem stands on, or ``None`` when the file could not be read."""
        lines = self.texts.get(place.path, "").split("\n")
        return lines[place.line - 1] if 0 < place.line <= len(lines) and place.path in self.texts else None


def load_site(root: Path, instead: Mapping[str, bytes] | None = None) -> Loaded:
    """Read ``hotlines.yaml`` and ``content/`` below ``root``. Never raises for bad content.

    ``instead`` gives files (by path) as they would read after a change that has not been written.
    """
    return _Loading(Files(root, instead or {})).run()


class _Loading:
    def __init__(self, files: Files) -> None:
        self.files = files
        self.problems, self.unread = files.problems, files.unread

    def run(self) -> Loaded:
        parts: dict[str, Any] = {}
        for path, (name, model) in LISTS.items():
            parts[name] = tuple(self._records(path, model))
        for path, (name, model) in SETTINGS.items():
            parts[name] = self._settings(path, model)
        for folder, (name, model, suffix) in FOLDERS.items():
            parts[name] = tuple(self._folder(folder, model, suffix))
        parts["lexicon"] = self._lexicon()
        self.files.strangers(set(FOLDERS) | {"kata"} | {Path(path).name for path in (*LISTS, *SETTINGS) if path.startswith("content/")})
        site = Site(**parts, unread=frozenset(self.unread))
        return Loaded(site, sorted(self.problems, key=lambda problem: problem.order), self.files.texts)

    def _records(self, path: str, model: type[Record]) -> Iterator[Record]:
        if Path(path).name in MAY_LACK and not self.files.is_there(path):
            return
        if path in OPTIONAL and not self.files.is_there(path):
            self.problems.append(Problem(Place(path), "berkas-hilang", f"Berkas {path} tidak ada. {OPTIONAL[path]}", "Kembalikan dari riwayat git, atau salin dari kota lain.",
                                         severity=Severity.WARNING))
            return
        key = LIST_KEY[path]
        before = len(self.problems)
        data, positions = self._yaml(path)
        if len(self.problems) > before:
            # Also when the rest can be read: a key that stands twice has swallowed a record or a whole list.
            self.unread.add(path)
        if data is None:
            return
        if not isinstance(data, dict) or not isinstance(data.get(key), list):
            self.unread.add(path)
            self.problems.append(Problem(positions.value(), "bentuk-salah", f"Berkas ini harus berisi daftar di bawah “{key}:”.",
                                         "Mulai dengan baris itu.", f"{key}:\n  - …"))
            return
        for extra in data.keys() - {key}:
            self.problems.append(Problem(positions.key(extra), "kunci-tidak-dikenal", f"Isian “{extra}” tidak dikenal di sini.", f"Hanya “{key}”."))
        for index, item in enumerate(data[key]):
            name = item.get("id") if isinstance(item, dict) else None
            record = self._validate(model, item, positions.under(key, index), str(name or ""))
            if record is None:
                # An id that was typed wrong, or not at all, leaves its record without the name that others use.
                self.unread.add(slugify(str(name)) if name else path)
            else:
                yield record

    def _settings(self, path: str, model: type[Record]) -> Record | None:
        data, positions = self._yaml(path)
        record = None if data is None else self._validate(model, data, positions, "")
        if record is None:
            self.unread.add(path)
        return record

    def _folder(self, folder: str, model: type[Record], suffix: str) -> Iterator[Record]:
        for path in self.files.listed(f"content/{folder}", suffix):
            slug = Path(path).stem
            text = self.files.text(path)
            extra: dict[str, Any] = {"slug": slug}
            body_line = 1
            if text is not None and suffix == ".md":
                head, body, body_line, problems = split_front_matter(path, text)
                self.problems += problems
                # The model strips texts: the body starts on its first line that says something.
                blank = len(body) - len(body.lstrip())
                extra |= {"body_line": body_line + body.count("\n", 0, blank)} | ({"body": body} if body.strip() else {})
                text = None if problems else head
            data, positions = self._parsed(path, text, 2 if suffix == ".md" else 1)
            if isinstance(data, dict):
                for key in extra.keys() & data.keys():
                    self.problems.append(Problem(positions.key(key), "kunci-tidak-dikenal", f"Isian “{key}” tidak ditulis: namanya dari nama berkas.", "Hapus baris ini."))
                data = data | extra
            record = None if data is None else self._validate(model.variant(data), data, positions, slug)
            if record is None:
                self.unread.add(slug)
            else:
                yield record

    def _lexicon(self) -> Lexicon:
        folder = "content/kata"
        if not (self.files.root / folder).exists():
            return Lexicon()
        for path in self.files.listed(folder, ".yaml"):
            if (name := Path(path).stem) not in WORDS:
                hint = maybe_you_meant(name, WORDS) or f"Yang dikenal: {', '.join(sorted(WORDS))}."
                self.problems.append(Problem(Place(path), "berkas-tidak-dikenal", f"“{name}.yaml” tidak dibaca oleh apa pun.", hint))
        read = {field: self._settings(f"{folder}/{name}.yaml", model) for name, (field, model) in WORDS.items()}
        return Lexicon(**{field: record for field, record in read.items() if record is not None})

    def _validate(self, model: type[Record], data: Any, positions: Positions, name: str) -> Record | None:
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            self.problems += problems_of(error, model, positions)
            self.unread |= {name} - {""}
            return None
        record.locate(positions)
        return record

    def _yaml(self, path: str) -> tuple[Any, Positions]:
        return self._parsed(path, self.files.wanted(path))

    def _parsed(self, path: str, text: str | None, first_line: int = 1) -> tuple[Any, Positions]:
        if text is None:
            return None, Positions(path)
        data, positions, problems = parse_yaml(path, text, first_line)
        self.problems += problems
        return data, positions
