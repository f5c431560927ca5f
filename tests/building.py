"""The tiny city as a whole project in a folder of its own, and what tests of the build do with it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
CITY = HOME / "tests" / "city"
TODAY = date(2026, 11, 23)
NOON = "1795435200"
"""2026-11-23 12:00 UTC, in seconds."""


@dataclass(frozen=True)
class Project:
    """A copy of the project with the tiny city's content, and what can be done with it."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def run(self, *command: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """A Python module run in the project: ``run("site_src.cli", "build")``. Never raises."""
        return subprocess.run([sys.executable, "-m", *command], cwd=self.root, env=environment(env), capture_output=True, text=True, encoding="utf-8", timeout=120)

    def build(self, *options: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return self.run("site_src.cli", "build", "--tanggal", str(TODAY), *options, env=env)

    def start(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """The same, running, in a process group of its own so that all of it can be killed."""
        return subprocess.Popen(command, cwd=self.root, env=environment(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", start_new_session=True)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change one place of a file; the place must be there."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} tidak memuat {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, path: str, text: str) -> None:
        """Write more at the end of a file."""
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)


def environment(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """A clean environment; bytecode is not written, so that a copy of the project stays what was copied."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SITUS_", "GITHUB_", "SOURCE_DATE", "COVERAGE"))}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", **(own or {})}


def manifest(folder: Path) -> dict[str, str]:
    """Every file below a folder with the digest of its bytes; empty when there is no folder."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def new_project(root: Path) -> Project:
    """The code of this checkout with the tiny city's content, below ``root``."""
    root.mkdir(parents=True)
    shutil.copytree(HOME / "site_src", root / "site_src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOME / "mkdocs.yml", root)
    shutil.copy(CITY / "hotlines.yaml", root)
    shutil.copytree(CITY / "content", root / "content")
    (root / "build" / "docs").mkdir(parents=True)
    return Project(root)


def real_project(root: Path) -> Project:
    """The code of this checkout with the real city's content, below ``root``."""
    project = new_project(root)
    shutil.rmtree(project.root / "content")
    shutil.copytree(HOME / "content", project.root / "content")
    shutil.copy(HOME / "hotlines.yaml", project.root)
    return project
