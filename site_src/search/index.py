"""The index: lunr's Builder with empty pipelines over stems and concepts, packed small for the phone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lunr.builder import Builder

from ..model import Ledger
from .data import lexicon_data, shown_short_codes
from .documents import Document, documents
from .fold import fold
from .words import Words

FIELDS = {"t": 3, "c": 4, "b": 1}
"""Title, phrases and body with their boosts."""
STEPS = 8
"""Weights are whole numbers of eighths: ranking does not change, the file is smaller."""


def search_data(ledger: Ledger) -> dict[str, Any]:
    """Everything a search needs, as plain data: what is written for the browser and what Python reads."""
    data = lexicon_data(ledger.site.lexicon)
    words = Words(data)
    found = tuple(documents(ledger))
    digits = shown_short_codes(ledger)
    data["dokumen"] = [_row(document) for document in found]
    data["indeks"] = pack(build(found, words))
    data["permukaan"] = surfaces(found, data, words)
    data["kode"] = sorted(digits)
    return data


def build(found: Iterable[Document], words: Words) -> dict[str, Any]:
    """A serialised lunr index; the reference of a document is its position."""
    builder = Builder()
    builder.ref("id")
    builder.b(0.4)
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    for position, document in enumerate(found):
        builder.add({
            "id": str(position),
            "t": _text(words, (document.title, *document.names)),
            "c": _text(words, document.phrases),
            "b": _text(words, document.sentences, with_concepts=False),
        })
    return builder.build().serialize()


def pack(index: dict[str, Any]) -> dict[str, Any]:
    """The same index by field vectors only: postings are rebuilt from them when it is loaded."""
    terms = sorted(term for term, _ in index["invertedIndex"])
    place = {term: position for position, term in enumerate(terms)}
    by_number = {posting["_index"]: place[term] for term, posting in index["invertedIndex"]}
    vectors: dict[str, list[list[int]]] = {name: [] for name in FIELDS}
    for reference, elements in index["fieldVectors"]:
        name, position = reference.split("/")
        pairs = sorted((by_number[elements[at]], max(1, round(elements[at + 1] * STEPS))) for at in range(0, len(elements), 2))
        row, last = [], 0
        for term, weight in pairs:
            row += [term - last, weight]
            last = term
        while len(vectors[name]) < int(position):
            vectors[name].append([])
        vectors[name].append(row)
    return {"kata": " ".join(terms), "vektor": vectors}


def unpack(packed: dict[str, Any]) -> dict[str, Any]:
    """What lunr's ``Index.load`` reads, from the packed form."""
    terms = packed["kata"].split(" ")
    inverted: list[dict[str, Any]] = [{"_index": number, **{name: {} for name in FIELDS}} for number in range(len(terms))]
    vectors = []
    for name in FIELDS:
        for position, row in enumerate(packed["vektor"][name]):
            elements, term = [], 0
            for at in range(0, len(row), 2):
                term += row[at]
                elements += [term, row[at + 1] / STEPS]
                inverted[term][name][str(position)] = {}
            vectors.append([f"{name}/{position}", elements])
    return {"version": "2.3.9", "fields": list(FIELDS), "fieldVectors": vectors, "invertedIndex": [list(pair) for pair in zip(terms, inverted)], "pipeline": []}


def surfaces(found: Iterable[Document], data: dict[str, Any], words: Words) -> list[str]:
    """Words as people write them, in titles and phrases; those the lexicon already lists are left out."""
    listed = {part for form in data["padanan"] for part in form.split(" ")} | words.roots | words.stop
    written = {token for document in found for text in (document.title, *document.names, *document.phrases) for token in fold(text)}
    return sorted(word for word in written - listed if len(word) > 2 and word.isalpha())


def _text(words: Words, phrases: Iterable[str], with_concepts: bool = True) -> str:
    tokens = [token for phrase in phrases for token in words.analyse(phrase)]
    return " ".join(token for token in tokens if with_concepts or not token.startswith("@"))


def _row(document: Document) -> list[Any]:
    row = [document.url, document.title, document.kind, document.summary, list(document.topics), list(document.entities), list(document.audiences), list(document.districts),
           [list(contact) for contact in document.contacts], document.id, document.weight]
    return row
