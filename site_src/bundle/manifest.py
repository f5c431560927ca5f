"""What is in ``dist/``: name, size, digest, licence of every file, and the proof that a stick still holds exactly that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..problems import Place, Problem

NAME = "manifest.json"
SIGNATURE = f"{NAME}.minisig"
VERSION = 1
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


def verify_folder(folder: Path) -> list[Problem]:
    """Everything in which ``folder`` differs from its own manifest; empty when it is whole."""
    try:
        raw = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return [Problem(Place(NAME), "manifest-hilang", "Folder ini tidak punya manifest.json.", "Sebut folder yang memuat manifest.json.")]
    rows = _rows(raw)
    if rows is None:
        return [Problem(Place(NAME), "manifest-rusak", "manifest.json sudah berubah sejak dibuat.", AGAIN)]
    return sorted(_differences(folder, rows), key=lambda problem: problem.order)


def _differences(folder: Path, rows: Mapping[str, tuple[int, str]]) -> Iterator[Problem]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()}
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
