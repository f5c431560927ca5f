"""Pages to an ordinary docs tree: write what changed, remove what is gone, touch nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .model import Page
from .model.content_policy import SAVED

KEEP = {".gitignore"}
PAGE_LINK = re.compile(r"(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)([^()\s:#<>]+\.md)(?=[)#>\s])", re.MULTILINE)
ASSETS = Path(__file__).parent / "assets"


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
        wanted[staged_path(page.path)] = as_folder(page.path, page.text({**frame, **named})).encode()
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


def assets() -> tuple[dict[str, str], dict[str, bytes]]:
    """``(front matter that names them, files)``: one style sheet from every component, the icon, the script of saving, named by their content so that they can be cached for ever.

    The worker of saving has a name that stays, and holds the names of the others: when they change, a phone that keeps the page notices.
    """
    sheets = sorted(ASSETS.glob("*/*.css"), key=lambda path: (path.parent.name != "dasar", path))
    style = "\n".join(_squeezed(path.read_text(encoding="utf-8")) for path in sheets).encode()
    icon = (ASSETS / "ikon" / "ikon.svg").read_bytes()
    named = {"gaya": f"aset/gaya-{_digest(style)}.css", "ikon": f"aset/ikon-{_digest(icon)}.svg"}
    saving = "\n".join((ASSETS / part).read_text(encoding="utf-8") for part in ("keluar/keluar.js", "simpan/simpan.js")).encode()
    named["simpan"] = f"aset/simpan-{_digest(saving)}.js"
    kept = json.dumps(["./", *(f"../../{path}" for path in named.values())])
    worker = (ASSETS / "simpan" / "kerja.js").read_text(encoding="utf-8").replace("BERKAS", kept).encode()
    return named, {named["gaya"]: style, named["ikon"]: icon, named["simpan"]: saving, f"{SAVED}/isi/kerja.js": worker}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


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


def _squeezed(css: str) -> str:
    """CSS without comments and indentation; enough that comments cost the reader nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{};,])\s*", r"\1", css)).replace(";}", "}").strip()
