"""``situs check``: what is wrong, what changed without a proof, and what nobody knows yet."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from . import pipeline
from .checks.hours import unknown_hours
from .keadaan.state import open_questions
from .load import Loaded
from .model import Ledger
from .problems import Problem, has_errors
from .report import as_github, as_json, as_text, not_checked, summary
from .since import changes_since
from .watching import changes

CLEAN, FOUND, FAILED = 0, 1, 2
"""What a command ends with: nothing to mend, problems in the content, it could not run."""


def add_check(commands: Any, common: argparse.ArgumentParser, reporting: argparse.ArgumentParser) -> None:
    """The command among the others; ``common`` and ``reporting`` are arguments that several of them take."""
    check = commands.add_parser("check", parents=[common, reporting], help="memeriksa isi saja", description="Memeriksa isi; tidak menulis apa pun.")
    check.add_argument("--pantau", action="store_true", help="periksa lagi setiap kali berkas disimpan")
    branch = os.environ.get("GITHUB_BASE_REF")
    check.add_argument("--since", metavar="CABANG", nargs="?", const=f"origin/{branch}" if branch else "origin/main", help="minta bukti baru untuk nomor, jam, tahan, dan tanda rahasia yang berubah sejak cabang ini, dan jejak untuk yang dihapus; misalnya origin/main (bawaan: cabang tujuan usulan)")
    check.add_argument("--hitung", action="store_true", help="sebutkan juga berapa jam yang belum diketahui, dan berapa isi yang baru satu sumber atau menunggu kepastian kantor")
    check.set_defaults(run=_check)


def tell(problems: Sequence[Problem], loaded: Loaded, form: str) -> None:
    """Print the problems in ``form``: text, github or json."""
    if form == "json":
        print(as_json(problems), end="")
        return
    if form == "github":
        print("\n".join(as_github(problems)), end="\n" if problems else "")
    else:
        for line in as_text(problems, loaded.line):
            print(line)
    if problems:
        print(f"Isi: {summary(problems)}.")
        if held := not_checked(loaded.site.unread):
            print(held)


def _check(arguments: argparse.Namespace) -> int:
    if arguments.pantau:
        return _watch(arguments)
    done = pipeline.check(arguments.root, arguments.tanggal)
    changed, note = changes_since(arguments.root, arguments.since, done.today) if arguments.since else ([], "")
    problems = sorted([*done.problems, *changed], key=lambda problem: problem.order)
    tell(problems, done.loaded, arguments.format)
    if not problems and arguments.format != "json":
        print(f"Isi bersih: {len(done.loaded.texts)} berkas.")
    _say(note)
    if arguments.hitung:
        unknown, total = unknown_hours(done.loaded.site)
        _say(f"Jam belum diketahui: {len(unknown)} dari {total} hotline dan layanan yang punya kanal.")
        for name, count in open_questions(Ledger(done.loaded.site, done.today)):
            _say(f"{name[:1].upper()}{name[1:]}: {count}.")
    if has_errors(problems):
        return FOUND
    # Whoever asked for a comparison must not take a missing one for a good one.
    return FAILED if note else CLEAN


def _watch(arguments: argparse.Namespace) -> int:
    """Check again on every save; the two marker lines tell an editor where one run begins and ends."""
    for _ in changes([arguments.root / "content", arguments.root / "hotlines.yaml"]):
        print("Memeriksa …", flush=True)
        done = pipeline.check(arguments.root, arguments.tanggal)
        tell(done.problems, done.loaded, "text")
        print("Selesai memeriksa.", flush=True)
    return CLEAN


def _say(line: str) -> None:
    if line:
        print(line, file=sys.stderr, flush=True)
