"""Run an engine as a program: mkdocs, properdocs or zensical. Nothing of theirs is imported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

MODULES = {"mkdocs": "mkdocs", "properdocs": "properdocs", "zensical": "zensical"}
# Each of these silences an advertisement of one engine about another; none hides a warning about our pages.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
STAGED = "SITUS_STAGED"
"""Set while our own pipeline drives an engine, so that the hook does not do the work twice."""
PROGRESS = re.compile(r"(?:INFO|DEBUG)\b|Build (?:started|finished)\b|No issues found")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Run:
    """How an engine ended, and the warnings and errors it printed."""

    code: int
    said: tuple[str, ...]


def build(engine: str, config: Path, site_dir: Path, epoch: int) -> Run:
    """Render the staged tree into ``site_dir``. ``epoch`` (seconds) is the only time the engine may write down."""
    if find_spec(MODULES[engine]) is None:
        return Run(2, (f"{engine} belum terpasang. Yang selalu terpasang: mkdocs dan properdocs; zensical ikut dengan: pip install -e .[test]",))
    command = [sys.executable, "-m", MODULES[engine], "build", "--strict"]
    if engine == "zensical":
        with _pointing_at(config, site_dir) as own:
            return _run([*command, "--clean", "-f", str(own)], config.parent, epoch)
    return _run([*command, "-f", str(config), "-d", str(site_dir)], config.parent, epoch)


def _run(command: list[str], folder: Path, epoch: int) -> Run:
    # The lock of this build is inherited (close_fds): an engine that outlives a killed build keeps the next one waiting.
    done = subprocess.run(command, cwd=folder, env=environment(epoch), capture_output=True, close_fds=os.name == "nt")
    said = (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace")
    return Run(done.returncode, tuple(_worth_saying(said)))


@contextmanager
def _pointing_at(config: Path, site_dir: Path) -> Iterator[Path]:
    """A copy of the settings whose ``site_dir`` is another: Zensical has no option for it and would overwrite the site that stands."""
    text = config.read_text(encoding="utf-8")
    changed, found = re.subn(r"^site_dir:.*$", lambda _: f"site_dir: {site_dir.name}", text, flags=re.MULTILINE)
    own = config.with_name(f".{config.stem}.zensical.yml")
    own.write_text(changed if found else f"{text}\nsite_dir: {site_dir.name}\n", encoding="utf-8")
    try:
        yield own
    finally:
        own.unlink(missing_ok=True)


def environment(epoch: int | None, staged: bool = True) -> dict[str, str]:
    """The engine's environment: no clock but ours (with ``None`` the environment's), no locale, no advertisements."""
    own = {**({} if epoch is None else {"SOURCE_DATE_EPOCH": str(epoch)}), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "NO_COLOR": "1", **QUIET}
    return {**os.environ, **own, **({STAGED: "1"} if staged else {})}


def serve_command(config: Path, address: str) -> list[str]:
    """The live preview: the hook stages again on every save, the engine renders only the pages that changed."""
    return [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "--dirty", "-a", address]


def _worth_saying(output: str) -> Iterator[str]:
    """Warnings, errors and tracebacks; progress lines are left out."""
    for line in COLOUR.sub("", output).splitlines():
        if line.strip() and not PROGRESS.match(line):
            yield line.rstrip()
