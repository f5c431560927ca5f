"""A folder for each school: its own poster and card, every sheet, the site to open without internet. What is the same for all is stored once."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from minisign import SecretKey

from ..prints import School, school_sheets, sheets, typeset
from ..problems import Place, Problem
from . import manifest, signature, single
from .freshness import again, sentence
from .held import held_in, withheld_in
from .pack import ZIP, Built, faults, make

SHARED = ".bersama"
"""Where the shared files lie; schools' folders link to them, so that a hundred kits take the room of one."""
READ_FIRST = """\
Paket untuk {name}\r
\r
sekolah/  poster dan kartu dengan nama dan nomor sekolah ini\r
cetak/    poster, kartu, selebaran, lembar kelas, huruf besar\r
{zip}  situs untuk dibuka tanpa internet: ekstrak, lalu buka index.html\r
\r
{sentence}\r
Sesudah itu nomor di sini mungkin sudah berganti: minta paket baru.\r
"""


def shared_files(built: Built) -> dict[str, bytes]:
    """What every kit holds: the sheets and the zip, by path."""
    return make(built, ("zip", "print"))


def own_files(built: Built, common: Mapping[str, dict[str, Any]], school: School) -> tuple[dict[str, bytes], list[Problem]]:
    """``(files, problems)`` of one school: its sheets and the note to read first. A number that is held for everybody is held here, too."""
    drawn = dict(school_sheets(built.ledger, again, common, school))
    found = [problem for name, sheet in drawn.items() for problem in held_in(f"{name}.txt", json.dumps(sheet, ensure_ascii=False).encode(), built.ledger)]
    note = READ_FIRST.format(name=school.name, zip=ZIP, sentence=sentence(built.ledger)).encode()
    return {**{name: typeset(sheet) for name, sheet in drawn.items()}, "BACA-DULU.txt": note}, found


def write_kits(built: Built, schools: Mapping[str, School], top: Path, about: Mapping[str, Any], key: SecretKey | None = None) -> Iterator[Problem]:
    """Write ``top/<folder>/`` for each of ``schools``, its list signed with ``key``, and yield why one was left out. Folders of an older list are removed."""
    shared = shared_files(built)
    if problems := faults(built, shared):
        yield from problems
        return
    shutil.rmtree(top, ignore_errors=True)
    _write(top / SHARED, shared)
    rows = manifest.entries(shared, {"": about["lisensi"]})
    common = dict(sheets(built.ledger, again, built.address))
    for folder, school in schools.items():
        own, problems = own_files(built, common, school)
        problems = problems or list(withheld_in(own, built.ledger))
        if problems:
            yield from (replace(problem, place=Place(f"kit/{folder}")) for problem in problems[:1])
            continue
        _write(top / folder, own)
        _link(top / SHARED, top / folder, shared)
        listed = manifest.listed([*rows, *manifest.entries(own, {"": about["lisensi"]})], about)
        _write(top / folder, {manifest.NAME: listed, **({manifest.SIGNATURE: signature.signed(listed, key, f"{single.TITLE} per {built.ledger.today}")} if key else {})})


def _write(top: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)


def _link(source: Path, target: Path, names: Mapping[str, bytes]) -> None:
    """The same files at ``target``: linked where the disk can, copied where it cannot (FAT on a stick)."""
    for folder in {(target / name).parent for name in names}:
        folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        try:
            os.link(source / name, target / name)
        except OSError:
            shutil.copyfile(source / name, target / name)
