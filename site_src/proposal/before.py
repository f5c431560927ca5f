"""The site of another revision, built with the code of this one in a folder of its own: only the content differs."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import pipeline
from ..card.trees import CONTENT, tree

CODE = ("site_src", "mkdocs.yml")


def site_of(revision: str, repository: Path, stack: ExitStack) -> Path | None:
    """The built site of ``revision`` (or a folder with content); ``None`` when that content does not pass today's check. Raises ``NoTree``."""
    content = tree(revision, repository, stack)
    root = Path(stack.enter_context(TemporaryDirectory(prefix="dulu-")))
    for name in CODE:
        _copy(repository / name, root / name)
    for name in CONTENT:
        if (content / name).exists():
            _copy(content / name, root / name)
    (root / "build" / "docs").mkdir(parents=True)
    built = pipeline.build(root, lambda line: None)
    return root / "site" if built.ok else None


def _copy(path: Path, to: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, to, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(path, to)
