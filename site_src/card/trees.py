"""Two trees to compare: a folder, or a git revision laid out in a folder of its own. The revision is data: nothing of it runs."""

from __future__ import annotations

import io
import subprocess
import tarfile
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

CONTENT = ("content", "hotlines.yaml")


class NoTree(Exception):
    """Neither a folder nor a revision; the message is a sentence for staff."""


def tree(name: str, repository: Path, stack: ExitStack) -> Path:
    """The folder that holds the content of ``name``; a revision's folder is gone when ``stack`` closes."""
    folder = Path(name)
    if (folder / "hotlines.yaml").exists() or (folder / "content").is_dir():
        return folder
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not commit:
        raise NoTree(f"“{name}” bukan folder berisi content/ dan bukan revisi git.")
    root = Path(stack.enter_context(TemporaryDirectory(prefix="kartu-")))
    present = [path for path in CONTENT if _git(repository, "ls-tree", "--name-only", commit, "--", path).strip()]
    if present:
        with tarfile.open(fileobj=io.BytesIO(_git(repository, "archive", "--format=tar", commit, "--", *present))) as archive:
            _lay_out(archive, root)
    return root


def _lay_out(archive: tarfile.TarFile, root: Path) -> None:
    """Only files and folders: a link is left out, so that nothing outside the tree can be read through it."""
    archive.extractall(root, members=[entry for entry in archive if entry.isfile() or entry.isdir()], filter="data")


def merge_base(repository: Path, base: str, head: str) -> str:
    """The commit at which ``head`` left ``base``: what was done on the base since then is not a change of ``head``."""
    return _git(repository, "merge-base", "--end-of-options", base, head).decode().strip() or base


def _git(repository: Path, *command: str) -> bytes:
    """What git prints; empty when it fails."""
    return subprocess.run(["git", "-C", str(repository), *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
