"""Pages to an ordinary docs tree: write what changed, remove what is gone, touch nothing else."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .face import assets, of_kind
from .model import Page

KEEP = {".gitignore"}
PAGE_LINK = re.compile(r"(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)([^()\s:#<>]+\.md)(?=[)#>\s])", re.MULTILINE)


@dataclass(frozen=True)
class Staged:
    """What staging did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def stage(pages: Iterable[Page], frame: Mapping[str, object], docs_dir: Path, exports: Mapping[str, bytes] | None = None) -> Staged:
    """Write pages, assets and ``exports`` (path to content) below ``docs_dir``. ``frame`` is front matter that every page carries."""
    docs_dir.mkdir(parents=True, exist_ok=True)
    named, files = assets()
    wanted = {**files, **(exports or {})}
    for page in pages:
        wanted[staged_path(page.path)] = as_folder(page.path, page.text({**frame, **named, **of_kind(page.kind)})).encode()
    written = sum(write_changed(docs_dir / path, content) for path, content in wanted.items())
    removed = _remove_strangers(docs_dir, wanted.keys() | KEEP)
    return Staged(written, len(wanted) - written, removed)


def staged_path(path: str) -> str:
    """``topik/kdrt.md`` -> ``topik/kdrt/index.md``: the file stands where its address is.

    MkDocs reads a relative link in HTML from the page's address, Zensical from the page's file. Here both are the same place.
    """
    return path if posixpath.basename(path) == "index.md" else f"{path.removesuffix('.md')}/index.md"


def as_folder(path: str, text: str) -> str:
    """The text of the page ``path`` with its Markdown links to other pages led to where those are staged."""
    folder, staged = posixpath.dirname(path), posixpath.dirname(staged_path(path))

    def moved(match: re.Match[str]) -> str:
        target = staged_path(posixpath.normpath(posixpath.join(folder, match[2])))
        return match[1] + posixpath.relpath(target, staged or ".")

    return PAGE_LINK.sub(moved, text)


def write_changed(path: Path, content: bytes) -> bool:
    """Write ``content`` unless the file already holds it; a live preview rebuilds only what changed."""
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    except IsADirectoryError:
        _remove_tree(path)
    path.write_bytes(content)
    return True


def _remove_strangers(docs_dir: Path, wanted: Iterable[str]) -> int:
    keep = set(wanted)
    strangers = [path for path in _files(docs_dir) if path.relative_to(docs_dir).as_posix() not in keep]
    for path in strangers:
        path.unlink()
    for folder, _, _ in os.walk(docs_dir, topdown=False):
        if Path(folder) != docs_dir and not any(os.scandir(folder)):
            os.rmdir(folder)
    return len(strangers)


def _remove_tree(path: Path) -> None:
    for file in _files(path):
        file.unlink()
    for folder, _, _ in os.walk(path, topdown=False):
        os.rmdir(folder)


def _files(folder: Path) -> Iterator[Path]:
    for base, _, names in os.walk(folder):
        yield from (Path(base) / name for name in names)
