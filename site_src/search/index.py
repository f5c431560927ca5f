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

FIELDS = {"t": 3, "c": 6, "b": 1}
"""Title, phrases and body with their boosts."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FINE = 8
"""A weight is one letter: eight times its root, at most 51. Ranking stays, the file is small and spells no number."""


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


def archive_data(found: Iterable[Document], words: Words) -> dict[str, Any]:
    """An index of its own over the words of the core, for news: it never stands above a page that helps."""
    listed = tuple(found)
    return {"dokumen": [_row(document) for document in listed], "indeks": pack(build(listed, words))}


def build(found: Iterable[Document], words: Words, phrases: Words | None = None, sentences: bool = True) -> dict[str, Any]:
    """A serialised lunr index; the reference of a document is its position. ``phrases`` reads phrases instead of ``words``; without ``sentences`` bodies stay out."""
    builder = Builder()
    builder.ref("id")
    builder.b(0.4)
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    for position, document in enumerate(found):
        builder.add({
            "id": str(position),
            "t": _text(words, (document.title, *document.names)),
            "c": _text(phrases or words, document.phrases),
            "b": _text(words, document.sentences if sentences else (), with_concepts=False),
        })
    return builder.build().serialize()


def pack(index: dict[str, Any]) -> dict[str, Any]:
    """The same index by field vectors only, in letters: postings are rebuilt from them when it is loaded.

    A vector is a line of pairs: how far to the next term (base 26, last digit upper case), then its weight (one letter).
    """
    terms = sorted(term for term, _ in index["invertedIndex"])
    place = {term: position for position, term in enumerate(terms)}
    by_number = {posting["_index"]: place[term] for term, posting in index["invertedIndex"]}
    vectors: dict[str, dict[int, str]] = {name: {} for name in FIELDS}
    for reference, elements in index["fieldVectors"]:
        name, position = reference.split("/")
        pairs = sorted((by_number[elements[at]], elements[at + 1]) for at in range(0, len(elements), 2))
        row, last = [], 0
        for term, weight in pairs:
            row.append(_distance(term - last) + LETTERS[max(0, min(len(LETTERS) - 1, round(weight**0.5 * FINE)))])
            last = term
        vectors[name][int(position)] = "".join(row)
    many = max((max(rows, default=-1) for rows in vectors.values()), default=-1) + 1
    return {"kata": " ".join(terms), "vektor": {name: " ".join(rows.get(position) or "-" for position in range(many)) for name, rows in vectors.items()}}


def unpack(packed: dict[str, Any]) -> dict[str, list[tuple[int, float]]]:
    """Postings: for every term the documents it stands in, each with its weight; title, phrases, body one after the other."""
    terms = packed["kata"].split(" ")
    postings: dict[str, list[tuple[int, float]]] = {term: [] for term in terms}
    for name in FIELDS:
        for position, row in enumerate(packed["vektor"][name].split(" ")):
            term = at = 0
            while row != "-" and at < len(row):
                step = 0
                while row[at] >= "a":
                    step = (step + LETTERS.index(row[at]) - 26) * 26
                    at += 1
                term += step + LETTERS.index(row[at])
                postings[terms[term]].append((position, (LETTERS.index(row[at + 1]) / FINE) ** 2))
                at += 2
    return postings


def similarities(postings: dict[str, list[tuple[int, float]]], asked: dict[str, float]) -> tuple[dict[int, float], dict[int, set[str]]]:
    """lunr's score of every document that holds a term, and the terms it holds: the cosine of the boosts over each field, added up."""
    known = [(term, boost) for term, boost in asked.items() if term in postings]
    length = sum(boost * boost for _, boost in known) ** 0.5 or 1.0
    scores: dict[int, float] = {}
    held: dict[int, set[str]] = {}
    for term, boost in known:
        for position, weight in postings[term]:
            scores[position] = scores.get(position, 0.0) + boost * weight
            held.setdefault(position, set()).add(term)
    return {position: score / length for position, score in scores.items()}, held


def _distance(number: int) -> str:
    out = LETTERS[number % 26]
    while number := number // 26:
        out = LETTERS[26 + number % 26] + out
    return out


def surfaces(found: Iterable[Document], data: dict[str, Any], words: Words) -> list[str]:
    """Words as people write them, in titles and phrases; those the lexicon already lists are left out."""
    listed = {part for form in words.map for part in form.split(" ")} | words.roots | words.stop
    written = {token for document in found for text in (document.title, *document.names, *document.phrases) for token in fold(text)}
    return sorted(word for word in written - listed if len(word) > 2 and word.isalpha())


def _text(words: Words, phrases: Iterable[str], with_concepts: bool = True) -> str:
    return " ".join(token for phrase in phrases for token in words.analyse(phrase, with_concepts))


def _row(document: Document) -> list[Any]:
    row = [document.url, document.title, document.kind, document.summary, list(document.topics), list(document.entities), list(document.audiences), list(document.districts),
           [list(contact) for contact in document.contacts], document.id, document.weight]
    return row
