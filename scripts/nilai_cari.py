"""Scores search results: success@1, success@3, MRR overall and by kind, no results, emergency contacts, false alarms."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

URGENT = {"polisi110", "darurat112", "ambulans119", "sejiwa119"}


def rank_of(query: Mapping[str, Any], results: list[Mapping[str, Any]]) -> int:
    """Place of the first right result, from 1; 0 when there is none."""
    for place, result in enumerate(results, 1):
        if query.get("entity"):
            right = query["entity"] in result["entities"]
        else:
            right = bool(set(query["topics"]) & set(result["topics"]))
        if right:
            return place
    return 0


def numbers(ranks: Iterable[int]) -> tuple[int, float, float, float]:
    """How many, success@1, success@3, mean reciprocal rank."""
    found = list(ranks)
    many = len(found) or 1
    return len(found), sum(rank == 1 for rank in found) / many, sum(0 < rank <= 3 for rank in found) / many, sum(1 / rank for rank in found if rank) / many


def is_urgent_card(result: Mapping[str, Any]) -> bool:
    """The emergency card: it stands on the emergency page and carries a line to call now."""
    return result["url"].split("#")[0].endswith("darurat/") and bool(URGENT & set(result["entities"]))


def score(queries: list[Mapping[str, Any]], results: Mapping[str, list[Mapping[str, Any]]]) -> dict[str, Any]:
    """All measures of one set of queries."""
    kinds: dict[str, list[int]] = defaultdict(list)
    ranks = {}
    for query in queries:
        ranks[query["q"]] = rank = rank_of(query, results.get(query["q"], []))
        kinds[query["kind"]].append(rank)
    urgent = [query for query in queries if "darurat" in query["topics"] and query["kind"] != "entity"]
    calm = [query for query in queries if not {"darurat", "kdrt", "kesehatan-jiwa"} & set(query["topics"])]
    first = Counter(results[query["q"]][0]["url"] for query in queries if results.get(query["q"]))
    return {
        "semua": numbers(ranks.values()),
        "jenis": {kind: numbers(found) for kind, found in sorted(kinds.items())},
        "kosong": sum(not results.get(query["q"]) for query in queries) / (len(queries) or 1),
        "darurat": (len(urgent), sum(any(URGENT & set(row["entities"]) for row in results.get(query["q"], [])[:3]) for query in urgent) / (len(urgent) or 1)),
        "alarm": (len(calm), sum(any(is_urgent_card(row) for row in results.get(query["q"], [])[:3]) for query in calm) / (len(calm) or 1)),
        "teratas": first.most_common(1)[0][1] / (len(queries) or 1) if first else 0,
        "urutan": ranks,
    }


def table(found: Mapping[str, Any]) -> str:
    """The measures as a text table."""
    lines = [f"{'':12} {'n':>4} {'s@1':>6} {'s@3':>6} {'MRR':>6}"]
    for name, (many, one, three, mean) in [("semua", found["semua"]), *found["jenis"].items()]:
        lines.append(f"{name:12} {many:4} {one:6.3f} {three:6.3f} {mean:6.3f}")
    lines.append(f"tanpa hasil {found['kosong']:.3f}; kontak darurat di tiga teratas {found['darurat'][1]:.2f} dari {found['darurat'][0]}; "
                 f"alarm palsu {found['alarm'][1]:.3f} dari {found['alarm'][0]}; hasil pertama tersering {found['teratas']:.3f}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """``nilai_cari.py PERTANYAAN.yaml HASIL.json``"""
    import yaml

    parser = argparse.ArgumentParser(prog="python3 scripts/nilai_cari.py", description="Menilai hasil pencarian terhadap daftar pertanyaan.")
    parser.add_argument("pertanyaan", type=Path, help="daftar pertanyaan (YAML: q, topics, kind, audience, entity)")
    parser.add_argument("hasil", type=Path, help="keluaran scripts/evaluasi_cari.mjs (JSON)")
    parser.add_argument("--meleset", action="store_true", help="sebutkan pertanyaan yang tidak dijawab di tiga teratas")
    arguments = parser.parse_args(argv)
    queries = yaml.safe_load(arguments.pertanyaan.read_text(encoding="utf-8"))
    results = json.loads(arguments.hasil.read_text(encoding="utf-8"))
    found = score(queries, results)
    print(table(found))
    if arguments.meleset:
        for query in queries:
            rank = found["urutan"][query["q"]]
            if not 0 < rank <= 3:
                print(f"- {query['q']}  [{query['kind']}] {query['topics']} {query.get('entity', '')}: tempat {rank or 'tidak ada'}")
    return 0


if __name__ == "__main__":
    import _bantuan
    import _lingkungan

    _lingkungan.enter(_lingkungan.BUILD_LOCK)
    _bantuan.speak_indonesian()
    sys.exit(main())
