"""A page can be read by somebody who is afraid, tired, or new to reading: short sentences, short paragraphs, few heavy words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..model import Hotline, MarkdownRecord, Pathway, Record, Service, Site, Term, Topic
from ..problems import Problem, Severity
from .sentences import Block, blocks, rough_words, split_sentences, words

HEAVY_SYLLABLES = 6
"""A word of so many syllables slows a reader down: “pertanggungjawaban”, “menyelenggarakan”."""
SHORTEST_HEAVY = 10
"""Letters: no Indonesian word has six syllables in fewer."""
SHORTEST_JUDGED = 100
"""Words below which a share says nothing."""
EASY_SENTENCES, EASY_WORDS = 3, 12
SYLLABLE = re.compile(r"(?:ai|au|oi)(?![aiueo])|[aiueo]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a sentence and a paragraph may be, in words, and which share of words may be heavy."""

    sentence: int
    paragraph: int
    heavy: float


LIMITS: tuple[tuple[type[Record], Limit], ...] = (
    (Topic, Limit(20, 50, 0.03)),
    (Hotline, Limit(20, 40, 0.04)),
    (Service, Limit(20, 50, 0.05)),
    (Pathway, Limit(20, 50, 0.04)),
    (Term, Limit(20, 40, 0.05)),
    (MarkdownRecord, Limit(20, 60, 0.04)),
)
"""By page type: a page of need is read in the worst hour, a guide in a quieter one."""


def check_easy_read(site: Site, today: date) -> Iterator[Problem]:
    """“ringkas” sebuah kebutuhan paling banyak 3 kalimat, masing-masing paling banyak 12 kata."""
    for topic in site.topics:
        sentences = [sentence for _, sentence in split_sentences(topic.summary)]
        if len(sentences) > EASY_SENTENCES:
            yield Problem(topic.at("ringkas"), "ringkas-terlalu-panjang", f"“ringkas” berisi {len(sentences)} kalimat; paling banyak {EASY_SENTENCES}.", "Sisakan yang paling perlu; selebihnya masuk tulisan di bawah.")
        for sentence in sentences:
            count = len(words(sentence))
            if count > EASY_WORDS:
                yield Problem(topic.at("ringkas"), "ringkas-terlalu-panjang", f"“{_short(sentence)}” berisi {count} kata; paling banyak {EASY_WORDS}.", "Bagi menjadi dua kalimat, atau hapus kata yang tidak perlu.",
                              "ringkas: Rumah seharusnya aman. Kekerasan bukan salah Anda.")


def check_sentence_length(site: Site, today: date) -> Iterator[Problem]:
    """Kalimat paling panjang 20 kata, dan paragraf tidak lebih panjang dari satu layar ponsel."""
    for block in blocks(site):
        limit = _limit(block.record)
        if limit is None or block.kind == "judul":
            continue
        # The rough count is never smaller: what it lets pass needs no exact one.
        most = len(rough_words(block.text))
        for offset, sentence in block.sentences() if most > limit.sentence else ():
            count = len(words(sentence)) if len(rough_words(sentence)) > limit.sentence else 0
            if count > limit.sentence:
                yield _warning(block, offset, "kalimat-panjang", f"Kalimat “{_short(sentence)}” berisi {count} kata; paling banyak {limit.sentence}.", "Bagi menjadi dua kalimat. Satu kalimat, satu hal.")
        total = 0 if block.kind == "tabel" or most <= limit.paragraph else len(words(block.text))
        if total > limit.paragraph:
            yield _warning(block, 0, "paragraf-panjang", f"Paragraf ini berisi {total} kata; paling banyak {limit.paragraph}.", "Bagi menjadi dua paragraf, atau jadikan daftar.")


def check_heavy_words(site: Site, today: date) -> Iterator[Problem]:
    """Kata yang sangat panjang hanya sebagian kecil dari tulisan sebuah halaman."""
    pages: dict[str, list[Block]] = {}
    for block in blocks(site):
        if not block.loc and block.kind != "judul":
            pages.setdefault(block.record.path, []).append(block)
    for own in pages.values():
        limit = _limit(own[0].record)
        if limit is None or sum(is_heavy(word) for block in own for word in rough_words(block.text)) <= limit.heavy * SHORTEST_JUDGED:
            continue
        said = [word for block in own for word in words(block.text)]
        heavy = [word for word in said if is_heavy(word)]
        if len(said) >= SHORTEST_JUDGED and len(heavy) > limit.heavy * len(said):
            shown = ", ".join(dict.fromkeys(word.casefold().strip(".,") for word in heavy[:6]))
            yield _warning(own[0], 0, "kata-berat", f"{len(heavy)} dari {len(said)} kata di halaman ini sangat panjang: {shown}.", "Ganti dengan kata sehari-hari, misalnya “mengurus” untuk “menyelenggarakan”.")


@lru_cache(maxsize=100_000)
def is_heavy(word: str) -> bool:
    """True for a word of six syllables or more; a name in capitals, a number or an address is not judged."""
    return len(word) >= SHORTEST_HEAVY and not word.isupper() and not re.search(r"[\d/.@]\w", word) and len(SYLLABLE.findall(word)) >= HEAVY_SYLLABLES


def _limit(record: Record) -> Limit | None:
    return next((limit for kind, limit in LIMITS if isinstance(record, kind)), None)


def _warning(block: Block, offset: int, code: str, message: str, remedy: str) -> Problem:
    return Problem(block.place(offset), code, message, remedy, severity=Severity.WARNING)


def _short(sentence: str) -> str:
    said = " ".join(sentence.split())
    return said if len(said) <= 50 else said[:47] + "…"
