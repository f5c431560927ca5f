"""``scripts/mingguan.py``: print the week's issue, or write it to GitHub."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from .. import pipeline
from ..arguments import speak_indonesian, typed
from ..github import GitHub, Refused
from ..issue_form import is_stale
from ..links.ask import Asker
from ..links.gather import addresses
from ..links.judge import judge
from ..links.report import Finding
from .body import body_of
from .issue import keep_issue


def main(argv: Sequence[str] | None, root: Path, environment: Mapping[str, str], asker: Asker | None = None) -> int:
    """0 printed or written, 1 the content has errors, 2 GitHub refused."""
    speak_indonesian()
    parser = argparse.ArgumentParser(prog=typed("mingguan"), description="Tugas minggu ini: siapa ditelepon, halaman mana ditinjau, tautan mana putus, jam mana gelap. Nomor yang ditahan tidak ditulis.")
    parser.add_argument("--tautan", action="store_true", help="tanyai juga tautan keluar (perlu internet, beberapa menit)")
    parser.add_argument("--kirim", action="store_true", help="tulis ke satu issue di GitHub (GITHUB_TOKEN, GITHUB_REPOSITORY); tanpa ini hanya dicetak")
    parser.add_argument("--tanggal", type=date.fromisoformat, metavar="TAHUN-BULAN-HARI", help="hari untuk menilai umur bukti (bawaan: hari ini)")
    arguments = parser.parse_args(argv)
    checked = pipeline.check(root, arguments.tanggal)
    if not checked.ok:
        print("Isi belum bersih. Jalankan scripts/check.py dulu.", file=sys.stderr)
        return 1
    findings = None
    if arguments.tautan:
        wanted = addresses(checked.loaded.site)
        findings = [Finding(answer.url, *judge(answer), tuple(wanted[answer.url])) for answer in (asker or Asker()).ask_all(wanted)]
    body = body_of(checked.ledger, findings, is_stale(root, checked.loaded.site))
    if not arguments.kirim:
        print(body, end="")
        return 0
    try:
        print(f"Tugas minggu ini: {keep_issue(GitHub.of(environment), body)}.")
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    return 0
