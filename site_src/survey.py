"""What the site tells whom: every page that is written by hand, with its reader, its need, its length, its reading ease and its sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .checks.reading import is_heavy
from .checks.sentences import Block, blocks, words
from .model import NUMBERED, Article, Ledger, News, Pathway, Record, Site, Strength, Topic, shortcodes

FILE = Path("docs") / "isi.md"
NO_PROSE = frozenset({"judul", "ucapan", "untuk_saya", "untuk_anak", "untuk_orang_lain", "ditinjau", "dasar", "tenggat"})
"""Fields that are titles, roles and references, not sentences."""


@dataclass(frozen=True, slots=True)
class Row:
    """One page. ``per_sentence`` is the mean of words in a sentence, ``heavy`` the share of very long words (0 to 1), ``single`` the sources that stand alone."""

    path: str
    name: str
    audiences: tuple[str, ...]
    topics: tuple[str, ...]
    words: int
    per_sentence: float
    heavy: float
    sources: int
    single: int
    numbers: int


def rows(site: Site, today: date) -> Iterator[Row]:
    """Every need, guide, prevention page, pathway and piece of news, in the order of the site map."""
    ledger = Ledger(site, today)
    prose: dict[str, list[Block]] = defaultdict(list)
    for block in blocks(site):
        if block.kind != "judul" and not NO_PROSE & set(block.loc):
            prose[block.record.path].append(block)
    for record in (*site.topics, *site.guides, *site.prevention, *site.pathways, *site.news):
        yield _row(record, prose[record.path], ledger)


def as_document(found: list[Row]) -> str:
    """The table as Markdown, with its sums."""
    total, single = sum(row.words for row in found), sum(row.single for row in found)
    lines = [f"| [{row.name}](../{row.path}) | {', '.join(row.audiences) or 'umum'} | {', '.join(row.topics) or '–'} | {row.words} | {_decimal(row.per_sentence)} | "
             f"{_decimal(100 * row.heavy)}% | {row.sources} | {row.single} | {row.numbers or '–'} |" for row in found]
    readers = Counter(name for row in found for name in row.audiences or ("umum",))
    by_reader = [f"| {name} | {count} | {sum(row.words for row in found if name in (row.audiences or ('umum',)))} |" for name, count in sorted(readers.items())]
    return "\n".join([
        "# Isi menurut pembaca dan kebutuhan", "",
        f"{len(found)} tulisan, {total} kata. Ditulis oleh `python3 scripts/docs.py`; angkanya menurut isi pada hari itu.", "",
        "Kata per kalimat: rata-rata, sebaiknya 12 atau kurang. Kata berat: bagian kata dengan enam suku kata atau lebih. Satu sumber: sumber yang baru satu dan menunggu kepastian "
        f"({single} sebutan di seluruh tulisan). Nomor: nomor nasional yang bisa ditekan di halaman kebutuhan.", "",
        "| Halaman | Pembaca | Kebutuhan | Kata | Kata per kalimat | Kata berat | Sumber | Satu sumber | Nomor |", "|---|---|---|--:|--:|--:|--:|--:|--:|", *lines,
        "", "## Menurut pembaca", "", "Satu tulisan dapat punya beberapa pembaca.", "", "| Pembaca | Tulisan | Kata |", "|---|--:|--:|", *by_reader]) + "\n"


def _row(record: Topic | Article | Pathway | News, own: list[Block], ledger: Ledger) -> Row:
    site = ledger.site
    said = [words(sentence) for block in own for _, sentence in block.sentences()]
    spoken = [word for sentence in said for word in sentence]
    cited = {*_references(record), *(code.name for code in shortcodes(getattr(record, "body", "")) if code.kind == "sumber")}
    single = sum(site.reference[name].strength is Strength.SINGLE for name in cited if name in site.reference)
    named = [site.hotline[name] for name in getattr(record, "hotlines", ()) if name in site.hotline]
    topics = (record.slug,) if isinstance(record, Topic) else record.topics
    sentences = sum(bool(sentence) for sentence in said)
    return Row(record.path, record.name, tuple(str(name) for name in getattr(record, "audiences", ())), topics, len(spoken), len(spoken) / max(sentences, 1),
               sum(is_heavy(word) for word in spoken) / max(len(spoken), 1), len(cited), single,
               sum(channel.kind in NUMBERED for hotline in named for channel in ledger.shown(hotline)))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _references(record: Record) -> tuple[str, ...]:
    return tuple(name for step in record.steps for name in step.references) if isinstance(record, Pathway) else getattr(record, "references", ())
