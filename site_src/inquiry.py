"""``scripts/cari.py``: step by step how a query is understood and what it finds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .arguments import folder, speak_indonesian, typed
from .clock import today_in
from .load import load_site
from .model import Ledger
from .search.explain import explain
from .search.index import search_data
from .search.query import Search


def main(argv: Sequence[str] | None = None) -> int:
    """0 told, 1 the content cannot be read."""
    speak_indonesian()
    parser = argparse.ArgumentParser(prog=typed("cari"), description="Menunjukkan bagaimana sebuah pertanyaan dipahami dan apa yang ditemukan.")
    parser.add_argument("kata", nargs="+", help="pertanyaan seperti diketik warga, di antara tanda kutip")
    parser.add_argument("--root", type=folder, default=Path(__file__).resolve().parent.parent, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    arguments = parser.parse_args(argv)
    site = load_site(arguments.root).site
    if site.policy is None or site.area is None:
        print("Isi belum terbaca. Jalankan scripts/check.py dulu.", file=sys.stderr)
        return 1
    search = Search(search_data(Ledger(site, today_in(site))))
    for query in arguments.kata:
        print("\n".join(explain(search, query)))
    return 0
