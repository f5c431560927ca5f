"""``scripts/new.py JENIS``: asks, tries, writes, and says what is still missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from .. import pipeline
from ..arguments import speak_indonesian
from ..load import load_site
from ..model import Site
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
    today = arguments.tanggal or pipeline.today_in(site)
    asked = questions(arguments.catatan, site, today.isoformat())
    given = {question.key: getattr(arguments, question.key) for question in asked if getattr(arguments, question.key) is not None}
    foreign = [key for key in _keys() if getattr(arguments, key) is not None and key not in given]
    try:
        if foreign:
            raise NotWritten(f"{arguments.catatan} tidak memakai --{foreign[0].replace('_', '-')}.")
        new = _make(arguments.root, arguments.catatan, asked, given, today, ask)
        write(arguments.root, new)
    except NotWritten as error:
        print(f"Tidak ditulis. {error}", file=sys.stderr)
        return 1
    print("\n".join(said(arguments.catatan, new)))
    return 0


def said(kind: str, new: NewText) -> list[str]:
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
    return [*out, "Yang masih kurang:", *(f"  - {line}" for line in open_), "Periksa lagi setelah melengkapi: python3 scripts/check.py"]


def _make(root: Path, kind: str, asked: Sequence[Question], answers: Answers, today: date, ask: Ask | None) -> NewText:
    wanted = list(asked)
    while True:
        for question in wanted:
            # Nobody is asked of what kind an unknown number is.
            skip = question.key == "jenis" and not answers.get("nomor")
            answers[question.key] = question.default if skip else _answer(question, answers, ask)
        new = _text(root, kind, answers, asked, today)
        trial = try_out(root, new, today)
        if not trial.problems:
            return new
        report = "\n".join(as_text(trial.problems, trial.loaded.line)).rstrip()
        wanted = [question for question in asked if question.key in trial.keys()]
        if ask is None or not wanted:
            raise NotWritten(f"Hasilnya tidak lolos pemeriksaan:\n\n{report}")
        print(f"{report}\n\nJawab lagi:", file=sys.stderr)
        for question in wanted:
            answers.pop(question.key, None)


def _text(root: Path, kind: str, answers: Answers, asked: Sequence[Question], today: date) -> NewText:
    site = load_site(root).site
    name = name_from(answers)
    taken = name in site.hotline if kind == "hotline" else any((root / "content" / kind / f"{name}{suffix}").exists() for suffix in (".md", ".yaml"))
    if taken or not name:
        raise NotWritten(f"“{name}” sudah ada. Pilih nama lain dengan --nama-berkas, atau sunting yang ada.")
    files = [Path("hotlines.yaml"), *(path.relative_to(root) for path in sorted((root / "content" / "topik").glob("*.md")))]
    present = {path.as_posix(): (root / path).read_bytes().decode("utf-8") for path in files}
    return new_text(kind, answers, asked, present, today.isoformat())


def _answer(question: Question, answers: Answers, ask: Ask | None) -> str:
    """The given answer, or one that is asked for until it is taken."""
    answer = answers.get(question.key)
    if answer is None and ask is None:
        answer = question.default
    while True:
        if answer is not None:
            wrong = question.judge(answer)
            if not wrong:
                return answer
            if ask is None:
                raise NotWritten(f"{wrong} Tulis --{question.key.replace('_', '-')}." if not answer else wrong)
            print(wrong, file=sys.stderr)
        options = f" ({', '.join(question.choices)})" if 0 < len(question.choices) <= 12 else ""
        answer = (ask or _ask)(f"{question.text}{options}{f' [{question.default}]' if question.default else ''}: ").strip() or question.default


def _ask(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise NotWritten("Masukan berakhir sebelum semua pertanyaan dijawab.")
    return line


def _keys() -> list[str]:
    return list(dict.fromkeys(question.key for kind in KINDS for question in questions(kind, Site(), "")))


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="new.py", description="Membuat catatan baru. Yang tidak ditulis sebagai pilihan akan ditanyakan.",
                                     epilog="Kode keluar: 0 ditulis, 1 ada jawaban yang salah atau kurang (tidak ada yang ditulis), 2 tidak dapat berjalan.")
    parser.add_argument("catatan", choices=KINDS, metavar="JENIS_CATATAN", help="; ".join(f"{kind}: {about}" for kind, about in KINDS.items()))
    texts = {question.key: question.text for kind in KINDS for question in questions(kind, Site(), "2026-11-23")}
    for key in _keys():
        parser.add_argument(f"--{key.replace('_', '-')}", dest=key, metavar="ISI", help=texts[key])
    parser.add_argument("--root", type=Path, default=root, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    parser.add_argument("--tanggal", type=date.fromisoformat, metavar="TAHUN-BULAN-HARI", help="hari ini menurut Anda (bawaan: hari di kota)")
    return parser
