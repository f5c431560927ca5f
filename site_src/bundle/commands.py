"""``situs pack``: makes what can be carried away from ``site/`` into ``dist/``, and checks a folder or stick against its manifest."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from .. import pipeline
from ..clock import env_day
from ..engine_file import base_path, site_address
from ..exports import exports
from ..inventory import INPUTS
from ..model import Edition, Ledger, newest_date
from ..model.content_policy import EDITOR
from ..problems import Problem
from ..report import LineOf, as_text
from . import manifest, signature, single, zim
from .freshness import again
from .held import withheld_in
from .kit import write_kits
from .pack import CARDS, PRINTS, ZIP, Built, faults, make, read, write
from .schools import read_schools, written_lines

KINDS = ("zip", "single", "zim", "vcard", "print")
FOLDERS = {"vcard": CARDS, "print": PRINTS}
"""Parts that are many files: what an older one left there goes."""
KITS = "kit"
"""Kits of schools stand beside ``dist/``: they hold it all again for each."""
CLEAN, FOUND, FAILED = 0, 1, 2
WHAT = {
    "zip": f"{ZIP}: folder yang dibuka tanpa internet",
    "single": f"{single.NAME}: satu berkas untuk dikirim",
    "zim": f"{zim.NAME}: untuk Kiwix dan peladen sekolah",
    "vcard": f"{CARDS}/: kartu kontak",
    "print": f"{PRINTS}/: poster, lembar sobek, kartu saku, dan selebaran untuk dicetak",
    "manifest": "manifest.json: daftar berkas dengan sidik jarinya",
    "semua": "semuanya, dengan manifest",
}


class CannotPack(Exception):
    """Why there is nothing to pack, as a sentence for the user."""


def add_commands(commands: argparse._SubParsersAction, common: argparse.ArgumentParser) -> None:
    """Hang ``pack`` below ``situs``."""
    pack = commands.add_parser("pack", help="membuat salinan untuk dibawa", description="Membuat dist/ dari site/ yang sudah dibangun, atau memeriksa sebuah salinan.")
    kinds = pack.add_subparsers(required=True, metavar="bagian")
    for kind, said in WHAT.items():
        part = kinds.add_parser(kind, parents=[common], help=said, description=f"Menulis dist/{said}." if kind != "semua" else "Menulis semua bagian ke dist/.")
        part.set_defaults(run=_pack, kind=kind, zim=False)
        if kind == "semua":
            add_zim(part)
    kits = kinds.add_parser("kit", parents=[common], help="folder untuk setiap sekolah", description="Membuat kit/<sekolah>/ untuk setiap baris sebuah daftar sekolah (CSV).")
    kits.add_argument("--sekolah", type=Path, required=True, metavar="BERKAS.csv", help="daftar sekolah: nama;kecamatan;kontak;nomor")
    kits.set_defaults(run=_kit)
    check = kinds.add_parser("verify", help="memeriksa folder atau stik", description="Mencocokkan setiap berkas di folder dengan manifest.json di dalamnya.")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="folder yang memuat manifest.json")
    check.add_argument("--kunci-publik", metavar="KUNCI", help="kunci publik minisign, atau berkasnya: tanda tangan ikut diperiksa")
    check.set_defaults(run=_verify)


def add_zim(parser: argparse.ArgumentParser) -> None:
    """The option that makes the ZIM a must; scripts/build.py and scripts/pack.py install libzim for it."""
    parser.add_argument("--zim", action="store_true", help="ZIM wajib ikut dibuat: memasang libzim (GPL-3.0) bila belum ada")


def _verify(arguments: argparse.Namespace) -> int:
    if not arguments.folder.is_dir():
        print(f"Tidak dapat berjalan: folder “{arguments.folder}” tidak ada.", file=sys.stderr)
        return FAILED
    found = manifest.look(arguments.folder)
    try:
        unsigned = [replace(problem, place=replace(problem.place, path=(place.relative_to(arguments.folder) / problem.place.path).as_posix()))
                    for place in found.packages for problem in (signature.verify_signature(place, arguments.kunci_publik) if arguments.kunci_publik else [])]
    except signature.CannotSign as why:
        print(f"Tidak dapat memeriksa: {why}", file=sys.stderr)
        return FAILED
    problems = found.problems + unsigned
    _report(problems)
    if found.strange:
        print(f"{len(found.strange)} berkas di luar paket tidak diperiksa: {', '.join(found.strange[:3])}{' …' if len(found.strange) > 3 else ''}", file=sys.stderr)
    many = f" ({len(found.packages)} paket)" if len(found.packages) > 1 else ""
    whole = f"Utuh{many}: semua berkas sama dengan manifest" + (", dan manifest ditandatangani pemilik kunci itu." if arguments.kunci_publik else ".")
    print(f"Ditolak: {len(problems)} hal tidak cocok." if problems else whole)
    return FOUND if problems else CLEAN


def _pack(arguments: argparse.Namespace) -> int:
    if arguments.zim and zim.missing():
        print(zim.missing(), file=sys.stderr)
        return FAILED
    return pack(arguments.root, arguments.tanggal, arguments.kind)


def pack(root: Path, day: date | None, kind: str = "semua") -> int:
    """Make one part, or all, from the site that stands into ``dist/``; returns the exit code."""
    try:
        return _make(read_built(root, day or env_day(os.environ)), root / "dist", kind, root)
    except (CannotPack, signature.CannotSign) as why:
        print(f"Tidak dapat membuat salinan: {why}", file=sys.stderr)
    return FAILED


def _kit(arguments: argparse.Namespace) -> int:
    started = time.monotonic()
    top = arguments.root / KITS
    try:
        if not arguments.sekolah.is_file():
            raise CannotPack(f"berkas “{arguments.sekolah}” tidak ada. Sebut daftar sekolah (CSV) dengan --sekolah.")
        key = signature.key_of(os.environ)
        built = read_built(arguments.root, arguments.tanggal or env_day(os.environ))
    except (CannotPack, signature.CannotSign) as why:
        print(f"Tidak dapat membuat paket: {why}", file=sys.stderr)
        return FAILED
    raw = arguments.sekolah.read_bytes()
    schools, problems = read_schools(arguments.sekolah.name, raw, built.ledger.site)
    about = {**_about(built.ledger), **_commit(arguments.root), "lisensi": built.ledger.site.organisation.licence}
    left_out = list(write_kits(built, schools, top, about, key)) if schools else []
    problems += left_out
    typed = dict(enumerate(written_lines(raw), 1))
    _report(problems, lambda place: typed.get(place.line) if place.path == arguments.sekolah.name and place.line else None)
    # A fault in what all share stops every kit; otherwise each fault is one school's.
    made = len(schools) - len(left_out) if all(problem.place.path.startswith(f"{KITS}/") for problem in left_out) else 0
    print(f"{KITS}/: {made} sekolah ({time.monotonic() - started:.1f} detik); {len(problems)} masalah.", file=sys.stderr)
    return FOUND if problems else CLEAN


def _make(built: Built, dist: Path, kind: str, root: Path) -> int:
    if kind == "zim" and zim.missing():
        raise CannotPack(zim.missing())
    if kind in KINDS:
        done = _write_parts(built, dist, (kind,))
        # A list that no longer fits would only say that the folder is broken.
        for name in (manifest.NAME, manifest.SIGNATURE):
            (dist / name).unlink(missing_ok=True)
        return done
    if kind == "semua":
        started, kinds = time.monotonic(), parts()
        if done := _write_parts(built, dist, kinds):
            return done
        if "zim" not in kinds:
            # One of an older site would be listed as if it were of this one.
            (dist / zim.NAME).unlink(missing_ok=True)
        done = _write_manifest(built, dist, root, kinds)
        print(f"dist/: {len(kinds)} bagian dan manifest dalam {time.monotonic() - started:.1f} detik", file=sys.stderr)
        return done
    return _write_manifest(built, dist, root)


def parts() -> tuple[str, ...]:
    """The parts that this computer can make; says which one it cannot."""
    if zim.available():
        return KINDS
    print(zim.missing(), file=sys.stderr)
    return tuple(kind for kind in KINDS if kind != "zim")


def _write_parts(built: Built, dist: Path, kinds: tuple[str, ...]) -> int:
    for kind in kinds:
        started = time.monotonic()
        made = make(built, (kind,))
        if problems := faults(built, made):
            _report(problems)
            print(f"Tidak ditulis: {kind}. dist/ yang lama tidak berubah.", file=sys.stderr)
            return FOUND
        if kind in FOLDERS:
            shutil.rmtree(dist / FOLDERS[kind], ignore_errors=True)
        write(dist, made)
        size = f"{sum(map(len, made.values())):,}".replace(",", ".")
        room = f" dari {single.LIMIT:,}".replace(",", ".") if kind == "single" else ""
        print(f"dist/{WHAT[kind]} ({size}{room} bita, {time.monotonic() - started:.1f} detik)", file=sys.stderr)
    return CLEAN


def _write_manifest(built: Built, dist: Path, root: Path, fresh: tuple[str, ...] = ()) -> int:
    """The list of all that is in ``dist/``, ours and other parts'. Ours must be of today's content, and nobody's may hold what is withheld.

    Parts named in ``fresh`` were made and judged in this very run.
    """
    key = signature.key_of(os.environ)
    there = {name: content for name, content in read(dist).items() if name not in (manifest.NAME, manifest.SIGNATURE)}
    rest = () if fresh else parts()
    stale = sorted(name for name, content in make(built, rest).items() if there.get(name) != content)
    if stale:
        print(f"Tidak dibuat: {', '.join(stale)} belum ada atau bukan dari isi sekarang. Jalankan: scripts/pack.py semua", file=sys.stderr)
        return FOUND
    if problems := list(withheld_in({name: content for name, content in there.items() if _part(name) not in fresh}, built.ledger)):
        _report(problems)
        return FOUND
    licence = built.ledger.site.organisation.licence
    code = f"{licence}; kode: MIT, Apache-2.0, BSD-3-Clause (folder lisensi/ di dalamnya)"
    licences = {".pdf": f"{licence}; huruf: OFL-1.1 (Plus Jakarta Sans)", ".zip": code, ".zim": code, single.NAME: f"{licence}; kode: MIT, BSD-3-Clause", "": licence}
    listed = manifest.manifest(there, {**_about(built.ledger), **_commit(root)}, licences)
    # A signature of an older list would only say that the folder is broken.
    (dist / manifest.SIGNATURE).unlink(missing_ok=True)
    write(dist, {manifest.NAME: listed, **({manifest.SIGNATURE: signature.signed(listed, key, f"{single.TITLE} per {built.ledger.today}")} if key else {})})
    print(f"dist/{WHAT['manifest']} ({len(there)} berkas, {'ditandatangani' if key else 'tanpa tanda tangan'})", file=sys.stderr)
    return CLEAN


def _part(name: str) -> str:
    """Which part a file below ``dist/`` belongs to; empty for a stranger."""
    known = {ZIP: "zip", single.NAME: "single", zim.NAME: "zim", **{folder: kind for kind, folder in FOLDERS.items()}}
    return known.get(name.split("/", 1)[0], "")


def read_built(root: Path, day: date | None = None) -> Built:
    """The site that stands, if it is the site of this content on this day; raises ``CannotPack``."""
    files = {path: content for path, content in read(root / "site").items() if not path.startswith(f"{EDITOR}/")}
    if "data/kontak.json" not in files:
        raise CannotPack("site/ belum dibangun. Jalankan scripts/build.py dulu.")
    said = json.loads(files["data/kontak.json"])
    checked = pipeline.check(root, day, Edition(said["edisi"]))  # type: ignore[arg-type]
    if not checked.ok:
        raise CannotPack("isi belum bersih. Jalankan scripts/check.py dulu.")
    if said["per"] != checked.today.isoformat():
        raise CannotPack(f"site/ dibangun untuk {said['per']}, hari ini {checked.today}. Jalankan scripts/build.py dulu.")
    if any(files.get(name) != content for name, content in exports(checked.ledger).items()):
        raise CannotPack("isi berubah sejak site/ dibangun. Jalankan scripts/build.py dulu.")
    texts = [root / "LICENSE", root / "LICENSE-CONTENT", *sorted((root / "site_src").glob("**/LICENSE-*"))]
    return Built(checked.ledger, files, base_path(root), {f"lisensi/{path.name}.txt": path.read_bytes() for path in texts if path.is_file()}, site_address(root))


def _about(ledger: Ledger) -> dict[str, str]:
    return {"kota": ledger.site.area.name, "edisi": str(ledger.edition), "data_terbaru": newest_date(ledger.site).isoformat(),
            "salinan_per": ledger.today.isoformat(), "periksa_sebelum": again(ledger).isoformat()}


def _commit(root: Path) -> dict[str, object]:
    """The commit, and whether files have changed since; outside git nothing is known."""
    try:
        head, changes = (subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=True).stdout.strip()
                         for command in (("rev-parse", "HEAD"), ("status", "--porcelain", "--", *INPUTS)))
    except (OSError, subprocess.CalledProcessError):
        return {"commit": None, "berubah_sejak_commit": None}
    return {"commit": head, "berubah_sejak_commit": bool(changes)}


def _report(problems: list[Problem], line_of: LineOf = lambda place: None) -> None:
    for line in as_text(problems, line_of):
        print(line, file=sys.stderr)
