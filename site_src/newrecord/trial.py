"""A new record is tried on a copy of the content first: only what passes the check is written."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import pipeline
from ..load import Loaded
from ..problems import Problem, Severity
from .text import NewText


ASKED_AS = {"buka": "jam", "apa": "langkah", "id": "nama_berkas"}
"""Keys of a file whose question has another name."""
NAMED = frozenset({"wajib-diisi", "tanpa-pengganti"})
"""Codes that stand on the first line of a record and name the key that is missing."""


@dataclass(frozen=True)
class Trial:
    """What the check says about the content with the new record that it did not say before."""

    problems: tuple[Problem, ...]
    loaded: Loaded

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the record from being written."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the record may still lack when it is written."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    def keys(self) -> set[str]:
        """The questions to ask again: those an error names in quotes, or a key of its line, or the text below the head."""
        found: set[str] = set()
        for problem in self.errors:
            told = re.findall(r"“(\w+)”", problem.message) + re.findall(r"^(\w+):", problem.example, re.MULTILINE)
            keys = told if problem.code in NAMED else re.findall(r"(\w+):(?: |$)", self.loaded.line(problem.place) or "")
            found |= {ASKED_AS.get(key, key) for key in keys} or {"isi"}
        return found


def try_out(root: Path, new: NewText, today: date) -> Trial:
    """Judge the content of ``root`` with ``new`` in it; ``root`` stays as it is."""
    with TemporaryDirectory(prefix="catatan-") as folder:
        copy = Path(folder)
        shutil.copytree(root / "content", copy / "content", symlinks=True)
        shutil.copy(root / "hotlines.yaml", copy)
        before = {(problem.place.path, problem.code, problem.message) for problem in pipeline.check(copy, today).problems}
        _write(copy, new)
        after = pipeline.check(copy, today)
        fresh = tuple(problem for problem in after.problems if (problem.place.path, problem.code, problem.message) not in before)
        return Trial(fresh, after.loaded)


def write(root: Path, new: NewText) -> None:
    """Put the files in place, each whole or not at all."""
    _write(root, new)


def _write(root: Path, new: NewText) -> None:
    for path, text in new.files.items():
        target = root / path
        beside = target.with_name(f".{target.name}.baru")
        # Bytes: a file keeps its line ends on every system.
        beside.write_bytes(text.encode("utf-8"))
        os.replace(beside, target)
