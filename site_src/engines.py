"""Run an engine as a program: mkdocs, properdocs or zensical. Nothing of theirs is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MODULES = {"mkdocs": "mkdocs", "properdocs": "properdocs", "zensical": "zensical"}
# Each of these silences an advertisement of one engine about another; none hides a warning about our pages.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
STAGED = "SITUS_STAGED"
"""Set while our own pipeline drives an engine, so that the hook does not do the work twice."""


@dataclass(frozen=True)
class Run:
    """How an engine ended, and the warnings and errors it printed."""

    code: int
    said: tuple[str, ...]


def build(engine: str, config: Path, site_dir: Path, epoch: int) -> Run:
    """Render the staged tree into ``site_dir``. ``epoch`` (seconds) is the only time the engine may write down."""
    command = [sys.executable, "-m", MODULES[engine], "build", "-f", str(config), "--strict"]
    if engine != "zensical":
        command += ["-d", str(site_dir)]
    done = subprocess.run(command, cwd=config.parent, env=environment(epoch), capture_output=True, text=True, encoding="utf-8", errors="replace")
    return Run(done.returncode, tuple(_worth_saying(done.stdout + done.stderr)))


def environment(epoch: int, staged: bool = True) -> dict[str, str]:
    """The engine's environment: no clock but ours, no locale, no advertisements."""
    own = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "NO_COLOR": "1", **QUIET}
    return {**os.environ, **own, **({STAGED: "1"} if staged else {})}


def serve_command(config: Path, address: str) -> list[str]:
    """The live preview: the hook stages again on every save, the engine renders only the pages that changed."""
    return [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "--dirty", "-a", address]


def _worth_saying(output: str) -> Iterator[str]:
    """Warnings, errors and tracebacks; progress lines are left out."""
    for line in output.splitlines():
        if line.strip() and not line.startswith(("INFO", "DEBUG")):
            yield line.rstrip()
