"""Shows step by step how a query is understood and what it finds: python scripts/cari.py "laki aku ngamok"."""

import sys

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

import argparse
from datetime import date
from pathlib import Path

from site_src.load import load_site
from site_src.model import Ledger
from site_src.search.explain import explain
from site_src.search.index import search_data
from site_src.search.query import Search

parser = argparse.ArgumentParser(description="Menunjukkan bagaimana sebuah pertanyaan dipahami dan apa yang ditemukan.")
parser.add_argument("kata", nargs="+", help="pertanyaan seperti diketik warga, di antara tanda kutip")
queries = parser.parse_args().kata
site = load_site(Path(__file__).resolve().parent.parent).site
if site.policy is None or site.area is None:
    raise SystemExit("Isi belum terbaca; jalankan scripts/check.py dulu.")
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding="utf-8", errors="replace")
search = Search(search_data(Ledger(site, date.today())))
for query in queries:
    print("\n".join(explain(search, query)))
