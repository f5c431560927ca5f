"""What is in ``dist/``: name, size, digest, licence of every file, and the proof that a stick still holds exactly that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..problems import Place, Problem

NAME = "manifest.json"
SIGNATURE = f"{NAME}.minisig"
VERSION = 1
LITTER_FOLDERS = {"System Volume Information", "$RECYCLE.BIN", ".Trashes", ".Trash-1000", ".fseventsd", ".Spotlight-V100", ".TemporaryItems", "lost+found"}
LITTER_FILES = {"Thumbs.db", "desktop.ini", ".DS_Store"}
"""What Windows, macOS and Linux write on a stick by themselves; nobody opens it."""
Row = dict[str, Any]
AGAIN = "Jangan dibagikan. Ambil salinan baru dari pengelola."


def manifest(files: Mapping[str, bytes], about: Mapping[str, Any], licences: Mapping[str, str]) -> bytes:
    """The list as JSON. ``about``: commit, content day and the like; ``licences``: ends of names to a licence, the empty end fits every name."""
    return listed(entries(files, licences), about)


def entries(files: Mapping[str, bytes], licences: Mapping[str, str]) -> list[Row]:
    """What the list says about each of ``files``."""
    return [{"nama": name, "ukuran": len(content), "sha256": hashlib.sha256(content).hexdigest(), "lisensi": _licence(name, licences)}
            for name, content in files.items() if name not in (NAME, SIGNATURE)]


def listed(found: Iterable[Row], about: Mapping[str, Any]) -> bytes:
    """The list as JSON, from what ``entries`` said; sorted by name."""
    return _written({"versi": VERSION, **about, "berkas": sorted(found, key=lambda row: row["nama"])})


@dataclass(frozen=True)
class Found:
    """What a look at a folder or stick says: its ``problems``; the ``packages`` (folders with a list of their own); files that no list speaks of (``strange``), if no list is at the top."""

    problems: list[Problem]
    packages: list[Path]
    strange: list[str]


def verify_folder(folder: Path) -> list[Problem]:
    """Everything in which ``folder``, and every package inside it, differs from its manifest; empty when all are whole."""
    return look(folder).problems


def look(folder: Path) -> Found:
    """A folder may be a package, hold packages (kits of schools on one stick), or both. What the computer itself leaves on a stick does not count."""
    files = sorted(path for path in folder.rglob("*") if (not path.is_dir() or path.is_symlink()) and not _is_litter(path.relative_to(folder)))
    packages = sorted({path.parent for path in files if path.name == NAME}, key=lambda place: len(place.parts))
    if not packages:
        return Found([Problem(Place(NAME), "manifest-hilang", "Tidak ada manifest.json di folder ini atau di dalamnya.", "Sebut folder yang memuat manifest.json.")], [], [])
    mine: dict[Path, dict[str, Path]] = {place: {} for place in packages}
    strange = []
    for path in files:
        # The innermost package answers for a file.
        place = next((place for place in reversed(packages) if place in path.parents), None)
        if place is None:
            strange.append(path.relative_to(folder).as_posix())
        else:
            mine[place][path.relative_to(place).as_posix()] = path
    problems = [replace(problem, place=replace(problem.place, path=(place.relative_to(folder) / problem.place.path).as_posix())) for place in packages for problem in _faults(place, mine[place])]
    return Found(sorted(problems, key=lambda problem: problem.order), packages, strange)


def _is_litter(path: Path) -> bool:
    return bool(LITTER_FOLDERS & set(path.parts[:-1])) or path.name in LITTER_FILES or path.name.startswith("._")


def _faults(folder: Path, found: Mapping[str, Path]) -> Iterator[Problem]:
    rows = _rows((folder / NAME).read_bytes())
    if rows is None:
        yield Problem(Place(NAME), "manifest-rusak", "manifest.json sudah berubah sejak dibuat.", AGAIN)
    else:
        yield from _differences(found, rows)


def _differences(found: Mapping[str, Path], rows: Mapping[str, tuple[int, str]]) -> Iterator[Problem]:
    for name in sorted(found.keys() - rows.keys() - {NAME, SIGNATURE}):
        yield Problem(Place(name), "berkas-asing", "Berkas ini tidak ada di manifest.", "Hapus, atau ambil salinan baru dari pengelola.")
    for name, (size, digest) in rows.items():
        path = found.get(name)
        if path is None:
            yield Problem(Place(name), "berkas-hilang", "Berkas ini ada di manifest, tetapi tidak ada di folder.", AGAIN)
        elif path.is_symlink() or not path.is_file():
            yield Problem(Place(name), "berkas-berubah", "Ini bukan berkas biasa.", AGAIN)
        elif path.stat().st_size != size:
            yield Problem(Place(name), "berkas-berubah", f"Ukurannya {path.stat().st_size} bita, seharusnya {size}.", AGAIN)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield Problem(Place(name), "berkas-berubah", "Isinya tidak sama dengan yang dibuat pengelola.", AGAIN)


def _rows(raw: bytes) -> dict[str, tuple[int, str]] | None:
    """Name to size and digest; ``None`` when a byte of the manifest itself has changed, found by writing it again."""
    try:
        data = json.loads(raw)
        whole = {key: value for key, value in data.items() if key != "cap"}
        if _written(whole) != raw:
            return None
        return {row["nama"]: (row["ukuran"], row["sha256"]) for row in data["berkas"]}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _written(data: Mapping[str, Any]) -> bytes:
    """JSON in one way only, with the digest of all the rest in ``cap``: it finds accidents, and against people there is a signature."""
    seal = hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return (json.dumps({**data, "cap": seal}, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(name: str, licences: Mapping[str, str]) -> str:
    return next((licence for end, licence in licences.items() if name.endswith(end)), "")
