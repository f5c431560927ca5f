"""What a release must be able to promise: everybody reaches tested help at every hour, in every district."""

from __future__ import annotations

from collections.abc import Iterator

from .model import Ledger, coverage, rows
from .problems import Problem


def check_release(ledger: Ledger) -> Iterator[Problem]:
    """Setiap kebutuhan, setiap jam, di setiap kecamatan, untuk siapa pun: ada nomor teruji yang menjawab."""
    for row in rows(coverage(ledger), ledger.site):
        if row.dark:
            topic = ledger.site.topic[row.topic]
            where = f"di {', '.join(row.districts)}" if row.districts else "di semua kecamatan"
            yield Problem(topic.at("hotline"), "tanpa-jalan-teruji", f"“{topic.name}” untuk {', '.join(row.audiences)} {where} tidak punya nomor teruji pada: {row.dark}.",
                          "Telepon nomornya dan catat dengan scripts/uji.py; urutannya ada di scripts/due.py.")
