"""What git knows: the texts of the base branch, and the day a line came or went."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ..problems import Place


@dataclass(frozen=True)
class Days:
    """The days of changes between ``start`` and the folder as it lies there; what is not committed yet changed ``today``."""

    root: Path
    start: str
    today: date

    def of(self, place: Place) -> date:
        """The author's day of the line at ``place``."""
        told = ask(self.root, "blame", "-p", "-L", f"{place.line},{place.line}", "--", place.path)
        facts = dict(line.partition(" ")[::2] for line in (told or "").split("\n"))
        if not told or told.startswith("0" * 40) or "author-time" not in facts:
            return self.today
        zone = facts.get("author-tz", "+0000")
        offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
        return datetime.fromtimestamp(int(facts["author-time"]), timezone(offset)).date()

    def of_removal(self, was: Place) -> date:
        """The author's day on which the line that stood at ``was`` on the base branch went away."""
        lines = (ask(self.root, "show", f"{self.start}:./{was.path}") or "").split("\n")
        line = lines[was.line - 1].strip() if 0 < was.line <= len(lines) else ""
        told = ask(self.root, "log", "-1", "--format=%as", f"-S{line}", f"{self.start}..HEAD", "--", was.path) if line else None
        return date.fromisoformat(told.strip()) if told and told.strip() else self.today


def ask(root: Path, *words: str) -> str | None:
    """What git answers in ``root``; ``None`` without git, and when it refuses."""
    try:
        asked = subprocess.run(["git", "-c", "core.quotepath=off", *words], cwd=root, capture_output=True, check=False)
    except OSError:
        return None
    return asked.stdout.decode("utf-8", "replace") if asked.returncode == 0 else None


def why_not(root: Path, base: str) -> str:
    """Why nothing could be compared with ``base``."""
    if ask(root, "--version") is None:
        return "Git tidak ada; perubahan tidak dibandingkan dengan cabang dasar."
    if ask(root, "rev-parse", "--git-dir") is None:
        return "Folder ini bukan repositori git; perubahan tidak dibandingkan dengan cabang dasar."
    return f"“{base}” tidak ditemukan atau tidak berhubungan dengan cabang ini; perubahan tidak dibandingkan. Ambil dulu: git fetch origin."
