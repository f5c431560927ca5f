"""The desk's commands: ``uji`` records a call, ``lembar`` prints whom to call, ``cakupan`` shows the dark hours."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

from .. import pipeline
from ..clock import today_in
from ..model import Hotline, Ledger, Service, TestResult, as_table, coverage
from ..model.written_day import written_day
from .paper import as_pdf
from .record import Refused, describe, find_channel, find_owner, id_of, judge, record_test
from .sheet import as_data, as_issue, as_text

QUESTIONS = {
    "operator": "Operator seluler yang dipakai, misalnya Telkomsel (untuk situs: peramban)",
    "hasil": f"Hasil ({', '.join(TestResult)})",
    "oleh": "Peran penelepon, bukan nama orang, misalnya petugas UPTD PPA",
}
YES = ("ya", "y", "iya", "betul", "benar")
RIGHT = {"operator": "Telkomsel", "hasil": "tersambung", "oleh": "petugas"}
"""Answers that are taken, beside the one that is judged as it is given."""


class NotTold(Refused):
    """An answer is missing and nobody is there to ask."""


def add_commands(commands: argparse._SubParsersAction, common: argparse.ArgumentParser) -> None:
    """Hang the desk's commands below ``situs``."""
    # A copy: the day that gets another meaning here would be taken from every command that shares it.
    test = commands.add_parser("uji", parents=[deepcopy(common)], conflict_handler="resolve", help="mencatat satu uji telepon",
                               description="Mencatat satu uji telepon ke hotlines.yaml atau content/layanan/. Pilihan yang tidak ditulis akan ditanyakan.")
    test.add_argument("nama", nargs="?", help="hotline atau layanan: namanya, pengenalnya, atau nama berkasnya, misalnya sapa-129")
    test.add_argument("--tanggal", help="hari menelepon, misalnya 2026-11-23 atau kemarin (bawaan: hari ini)")
    test.add_argument("--kanal", help="urutan kanal (1, 2, …), nomornya, atau jenisnya")
    test.add_argument("--operator", help=QUESTIONS["operator"])
    test.add_argument("--hasil", help=QUESTIONS["hasil"])
    test.add_argument("--oleh", help=QUESTIONS["oleh"])
    test.add_argument("--catatan", help="catatan untuk petugas; tidak tampil di situs")
    test.set_defaults(run=_record)
    sheet = commands.add_parser("lembar", aliases=["due"], parents=[common], help="mencetak lembar panggilan", description="Siapa yang perlu ditelepon, yang paling mendesak lebih dulu. "
                                "Memuat nomor yang ditahan: hanya untuk petugas.")
    sheet.add_argument("--format", choices=("text", "issue", "json", "pdf"), default="text", help="bentuk lembar (bawaan: text)")
    sheet.add_argument("--keluaran", type=Path, metavar="BERKAS", help="tulis ke berkas ini; perlu untuk pdf")
    sheet.add_argument("--cakupan", action="store_true", help="tampilkan tabel jam yang belum punya nomor teruji")
    sheet.set_defaults(run=_sheet)
    table = commands.add_parser("cakupan", parents=[common], help="menampilkan jam tanpa nomor teruji", description="Kebutuhan × pembaca × jam × kecamatan yang belum punya nomor teruji.")
    table.set_defaults(run=_coverage)


def _record(arguments: argparse.Namespace) -> int:
    try:
        site = pipeline.read(arguments.root).site
        today = today_in(site)
        day = _day(arguments.tanggal, today) if arguments.tanggal else None
        owner = find_owner(site, arguments.nama or _ask("Hotline atau layanan (misalnya sapa-129)", "nama", lambda answer: find_owner(site, answer)))
        index = _channel(owner, arguments.kanal)
        given = {key: getattr(arguments, key) for key in QUESTIONS}
        if sys.stdin.isatty() and not all(given.values()):
            print(f"{owner.name}, {describe(owner.channels[index])}:", file=sys.stderr)
            day = day or _day(_ask(f"Tanggal menelepon (kosong = hari ini, {today})", "--tanggal", lambda answer: _day(answer, today), "hari ini"), today)
        test = {"tanggal": (day or today).isoformat(), "catatan": arguments.catatan or ""}
        for key, question in QUESTIONS.items():
            test[key] = _plain(key, given[key] or _ask(question, f"--{key}", lambda answer, key=key: judge({"tanggal": today.isoformat(), **RIGHT, key: _plain(key, answer)}, today)))
        done = record_test(arguments.root, id_of(owner), str(index + 1), test, today)
    except NotTold as missing:
        print(f"Tidak dicatat: {missing}", file=sys.stderr)
        return 2
    except Refused as refused:
        print(f"Tidak dicatat: {refused}", file=sys.stderr)
        return 1
    print(f"Dicatat di {done.path}:{done.line}: {done.owner}, {done.target}: {test['hasil']} ({test['tanggal']}, {test['operator']}).")
    print("Salah? Hapus baris itu. Lalu periksa: python3 scripts/check.py --since main", file=sys.stderr)
    return 0


def _channel(owner: Hotline | Service, pick: str | None) -> int:
    if pick is None and len(owner.channels) > 1 and sys.stdin.isatty():
        for number, channel in enumerate(owner.channels, 1):
            print(f"  {number}. {describe(channel)}", file=sys.stderr)
        pick = _ask("Yang mana (1, 2, …)", "--kanal", lambda answer: find_channel(owner, answer))
    return find_channel(owner, pick)


def _day(text: str, today: date) -> date:
    day = written_day(text, today)
    if day is None:
        raise Refused(f"“{text}” bukan tanggal. Tulis seperti {today}, atau kemarin.")
    if day > today:
        raise Refused(f"Tanggal {day} belum terjadi; hari ini {today}.")
    return day


def _plain(key: str, answer: str) -> str:
    return " ".join(answer.replace("-", " ").casefold().split()) if key == "hasil" else answer


def _ask(question: str, option: str, take: Callable[[str], object], default: str = "") -> str:
    """An answer that ``take`` does not refuse; a refused one is said and asked for again, and what it proposed can be answered with «ya»."""
    if not sys.stdin.isatty():
        raise NotTold(f"masih kurang {option}.")
    meant = ""
    while True:
        print(f"{question}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise NotTold("masukan berakhir sebelum semua pertanyaan dijawab.")
        answer = line.strip() or default
        if meant and answer.casefold() in YES:
            answer = meant
        if not answer:
            print("Belum ada jawaban. Berhenti tanpa mencatat: Ctrl+C.", file=sys.stderr)
            continue
        try:
            take(answer)
        except Refused as refused:
            meant = refused.meant
            print(f"{refused}{' Bila benar, jawab ya.' if meant else ''}", file=sys.stderr)
        else:
            return answer


def _sheet(arguments: argparse.Namespace) -> int:
    if arguments.cakupan:
        return _coverage(arguments)
    return _with_ledger(arguments, lambda ledger: _write(arguments, ledger))


def _coverage(arguments: argparse.Namespace) -> int:
    return _with_ledger(arguments, lambda ledger: _print(as_table(coverage(ledger), ledger.site)))


def _with_ledger(arguments: argparse.Namespace, use: Callable[[Ledger], int]) -> int:
    checked = pipeline.check(arguments.root, arguments.tanggal)
    if not checked.ok:
        print("Isi belum bersih. Jalankan scripts/check.py dulu.", file=sys.stderr)
        return 1
    return use(checked.ledger)


def _write(arguments: argparse.Namespace, ledger: Ledger) -> int:
    if arguments.format != "pdf":
        text = {"text": as_text, "issue": as_issue, "json": _json}[arguments.format](ledger)
        return _print(text.rstrip("\n")) if arguments.keluaran is None else _save(arguments, text.encode())
    if arguments.keluaran is None:
        print("Sebut berkasnya: --keluaran lembar-panggilan.pdf", file=sys.stderr)
        return 2
    return _save(arguments, as_pdf(ledger))


def _save(arguments: argparse.Namespace, content: bytes) -> int:
    inside = arguments.keluaran.resolve()
    if any(inside.is_relative_to((arguments.root / name).resolve()) for name in ("site", "dist", "build/docs", "content")):
        print("Lembar ini memuat nomor yang ditahan dan tidak boleh berada di site/, dist/, build/docs/, atau content/.", file=sys.stderr)
        return 2
    arguments.keluaran.write_bytes(content)
    print(f"Ditulis: {arguments.keluaran}", file=sys.stderr)
    return 0


def _json(ledger: Ledger) -> str:
    return json.dumps(as_data(ledger), ensure_ascii=False, indent=1)


def _print(text: str) -> int:
    print(text)
    return 0
