"""``scripts/new.py JENIS``: asks, tries, writes, and says what is still missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ..arguments import folder, speak_indonesian, typed
from ..clock import today_in
from ..load import load_site
from ..model import Site
from ..problems import Problem
from ..report import as_text
from .questions import KINDS, Question, name_from, questions
from .text import Answers, NewText, new_text
from .trial import try_out, write

Ask = Callable[[str], str]


class NotWritten(Exception):
    """The record cannot be made from these answers; the message is what staff read. Nothing was written."""


def main(argv: Sequence[str] | None, root: Path, ask: Ask | None = None) -> int:
    """Make one record: 0 written, 1 an answer is wrong or missing (nothing written), 2 could not run."""
    speak_indonesian()
    arguments = _parser(root).parse_args(argv)
    site = load_site(arguments.root).site
    ask = ask or (_ask if sys.stdin.isatty() else None)
    today = arguments.tanggal or today_in(site)
    asked = questions(arguments.catatan, site, today.isoformat())
    given = {question.key: getattr(arguments, question.key) for question in asked if getattr(arguments, question.key) is not None}
    foreign = [key for key in _keys() if getattr(arguments, key) is not None and key not in given]
    try:
        if foreign:
            raise NotWritten(f"{arguments.catatan} tidak memakai {', '.join('--' + key.replace('_', '-') for key in foreign)}.")
        new, warnings = _make(arguments.root, arguments.catatan, asked, given, today, ask)
    except NotWritten as error:
        print(f"Tidak ditulis. {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nDihentikan. Tidak ada yang ditulis.", file=sys.stderr)
        return 2
    write(arguments.root, new)
    print("\n".join(said(arguments.catatan, new, warnings)))
    return 0


def said(kind: str, new: NewText, warnings: Sequence[Problem] = ()) -> list[str]:
    """What was written and what is still missing, for whoever made it."""
    out = [f"Ditulis: {path}" for path in new.files]
    open_ = [f"Belum diketahui, sudah masuk perlu_dipastikan: {question}" for question in new.missing]
    if kind in ("layanan", "hotline"):
        open_ += ["Nomornya belum diuji. Telepon, lalu catat: python3 scripts/uji.py " + new.name] if not any("nomor" in question for question in new.missing) else []
        open_ += ["Alamat, syarat, dan kemudahan akses belum ada; tambahkan bila sudah pasti."] if kind == "layanan" else []
    elif kind == "alur":
        open_ += ["Setiap langkah masih “perlu_dipastikan: ya”. Isi dasar hukum, sumber, dan tenggat setelah kantornya membenarkan."]
    else:
        open_ += ["Baru satu alinea. Lengkapi tulisannya, lalu minta orang lain membacanya."]
    open_ += [f"{problem.code}: {problem.message} {problem.remedy}".rstrip() for problem in warnings]
    return [*out, "Yang masih kurang:", *(f"  - {line}" for line in open_), "Periksa lagi setelah melengkapi: python3 scripts/check.py"]


def _make(root: Path, kind: str, asked: Sequence[Question], answers: Answers, today: date, ask: Ask | None) -> tuple[NewText, tuple[Problem, ...]]:
    """The record, and the warnings it is written with."""
    wanted, before = list(asked), ""
    while True:
        _fill(wanted, answers, ask)
        taken = _taken(root, kind, name_from(answers))
        if taken and ask is None:
            raise NotWritten(f"{taken} Pilih nama lain dengan --nama-berkas, atau sunting yang ada.")
        if taken:
            report, wanted = taken, [question for question in asked if question.key == "nama_berkas"]
        else:
            if ask:
                print("Memeriksa …", file=sys.stderr)
            new = new_text(kind, answers, asked, _present(root), today.isoformat())
            trial = try_out(root, new, today)
            if not trial.errors:
                return new, trial.warnings
            report = "\n".join(as_text(trial.errors, trial.loaded.line)).rstrip()
            wanted = [question for question in asked if question.key in trial.keys()]
        if ask is None:
            raise NotWritten(f"Hasilnya tidak lolos pemeriksaan:\n\n{report}")
        if not wanted or report == before:
            # The questions that seemed to be the cause were not: then every answer may be.
            wanted = list(asked)
        before = report
        print(f"{report}\n\nJawab lagi:", file=sys.stderr)
        for question in wanted:
            answers.pop(question.key, None)


def _fill(wanted: Sequence[Question], answers: Answers, ask: Ask | None) -> None:
    """An answer to every question; without anybody to ask, all that is wrong or missing is told at once."""
    wrong: list[str] = []
    for question in wanted:
        # Nobody is asked of what kind an unknown number is.
        skip = question.key == "jenis" and not answers.get("nomor")
        if skip or ask is None:
            answers[question.key] = question.default if skip else question.settled(answers.get(question.key, question.default))
            said = "" if skip else question.judge(answers[question.key])
            wrong += [said if answers[question.key] else f"{said} Tulis --{question.key.replace('_', '-')}."] if said else []
        else:
            answers[question.key] = _answer(question, answers.get(question.key), ask)
    if wrong:
        raise NotWritten("\n  ".join(wrong))


def _taken(root: Path, kind: str, name: str) -> str:
    """Why a record cannot have this name; empty when it can."""
    if not name:
        return "Nama ini tidak memuat huruf atau angka untuk nama berkas."
    there = name in load_site(root).site.hotline if kind == "hotline" else any((root / "content" / kind / f"{name}{suffix}").exists() for suffix in (".md", ".yaml"))
    return f"“{name}” sudah ada." if there else ""


def _present(root: Path) -> dict[str, str]:
    files = [Path("hotlines.yaml"), *(path.relative_to(root) for path in sorted((root / "content" / "topik").glob("*.md")))]
    return {path.as_posix(): (root / path).read_bytes().decode("utf-8") for path in files}


def _answer(question: Question, answer: str | None, ask: Ask) -> str:
    """The given answer, or one that is asked for until it is taken."""
    while answer is None or (wrong := question.judge(answer := question.settled(answer))):
        if answer is not None:
            print(wrong if answer else f"{wrong} {question.hint()}".rstrip(), file=sys.stderr)
        options = f" ({', '.join(question.choices)})" if 0 < len(question.choices) <= 12 else ""
        answer = ask(f"{question.text}{options}{f' [{question.default}]' if question.default else ''}: ").strip() or question.default
    return answer


def _ask(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise NotWritten("Masukan berakhir sebelum semua pertanyaan dijawab.")
    return line


def _keys() -> list[str]:
    return list(dict.fromkeys(question.key for kind in KINDS for question in questions(kind, Site(), "")))


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=typed("new"), description="Membuat catatan baru. Yang tidak ditulis sebagai pilihan akan ditanyakan.",
                                     epilog="Kode keluar: 0 ditulis, 1 ada jawaban yang salah atau kurang (tidak ada yang ditulis), 2 tidak dapat berjalan.")
    parser.add_argument("catatan", choices=KINDS, metavar="JENIS_CATATAN", help="; ".join(f"{kind}: {about}" for kind, about in KINDS.items()))
    texts = {question.key: question.text for kind in KINDS for question in questions(kind, Site(), "2026-11-23")}
    for key in _keys():
        parser.add_argument(f"--{key.replace('_', '-')}", dest=key, metavar="ISI", help=texts[key])
    parser.add_argument("--root", type=folder, default=root, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    parser.add_argument("--tanggal", type=date.fromisoformat, metavar="TAHUN-BULAN-HARI", help="hari ini menurut Anda (bawaan: hari di kota)")
    return parser
