"""``scripts/card.py BASE HEAD``: the change card of two git revisions or two folders."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from .. import pipeline
from ..arguments import speak_indonesian, typed
from ..load import load_site
from ..model import Ledger
from .report import Card, as_data, as_markdown, make_card
from .trees import NoTree, tree


def card_of(base: str, head: str, repository: Path, today: date | None = None) -> Card:
    """The card of two trees, both judged on one day. Raises ``NoTree``."""
    with ExitStack() as stack:
        old = load_site(tree(base, repository, stack)).site
        new = pipeline.check(tree(head, repository, stack), today)
        return make_card(Ledger(old, new.today), new.ledger, new.problems)


def main(argv: Sequence[str] | None, repository: Path) -> int:
    """Print the card: 0 also when facts changed, 2 when a tree cannot be found."""
    speak_indonesian()
    parser = argparse.ArgumentParser(prog=typed("card"), description="Kartu perubahan: apa yang akan dilihat warga, sebelum dan sesudah. BASE dan HEAD adalah revisi git atau folder.")
    parser.add_argument("base", metavar="BASE", help="keadaan sebelum, misalnya main")
    parser.add_argument("head", metavar="HEAD", help="keadaan sesudah, misalnya HEAD")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="bentuk kartu (bawaan: markdown)")
    parser.add_argument("--tanggal", type=date.fromisoformat, metavar="TAHUN-BULAN-HARI", help="hari untuk menilai umur bukti (bawaan: hari ini)")
    arguments = parser.parse_args(argv)
    try:
        card = card_of(arguments.base, arguments.head, repository, arguments.tanggal)
    except NoTree as error:
        print(error, file=sys.stderr)
        return 2
    print(as_markdown(card) if arguments.format == "markdown" else json.dumps(as_data(card), ensure_ascii=False, indent=1) + "\n", end="")
    return 0
