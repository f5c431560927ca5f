"""How a query is understood, told to staff in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from .fold import fold
from .query import KIND, TITLE, TOPICS, URL, Search

KINDS = {"darurat": "kartu darurat", "lembaga": "kartu lembaga", "": ""}


def explain(search: Search, text: str) -> Iterator[str]:
    """Every step from what was typed to what is shown."""
    answer = search.find(text)
    tokens = fold(text)
    yield f"Diketik: {text}"
    yield f"1. Dirapikan: {' '.join(tokens) or '(tidak ada huruf)'}"
    dropped = [token for token in tokens if token in search.words.stop and token not in search.words.map]
    if dropped:
        yield f"2. Dibuang (kata henti): {', '.join(dropped)}"
    yield "3. Kata demi kata:"
    for slot in answer.slots:
        how = "padanan" if slot.typed in search.words.map else "dikenal" if search.words.resolve(slot.typed) else f"diperbaiki menjadi “{slot.said}”"
        readings = ", ".join(f"{stem}" + (f" ({weight:g})" if weight < 1 else "") for stem, weight in slot.readings)
        yield f"   {slot.typed} -> {readings}   [{how}{'; ringan: hanya di dalam rangkaian' if slot.light else ''}]"
    names = [f"{search.words.names[int(token[1:])]} ({weight:g})" for token, weight in sorted(answer.concepts.items(), key=lambda pair: -pair[1])]
    yield f"4. Konsep: {', '.join(names) or 'tidak ada'}"
    entities = [f"{search.data['entitas'][slug][0]}{'' if whole else ' (disebut sambil lalu: tanpa kartu)'}" for slug, _, whole in answer.entities]
    yield f"5. Lembaga disebut: {', '.join(entities) or 'tidak ada'}"
    yield f"6. Kartu darurat: {answer.emergency or 'tidak'}"
    if answer.shown_for:
        yield f"7. Yang dibaca warga: Menampilkan hasil untuk “{answer.shown_for}”."
    yield "Hasil:"
    scores = dict(answer.steps["nilai"])
    for place, found in enumerate(answer.results, 1):
        row = search.documents[found.document]
        note = KINDS[found.card] or f"{row[KIND]}, nilai {scores.get(found.document, 0):.2f}"
        yield f"  {place}. {row[TITLE]}  /{row[URL]}  [{note}; {', '.join(found.topics or row[TOPICS])}]"
