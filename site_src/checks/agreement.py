"""What a contact says of its hours and its fee in words is what its record says in fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import CostValue, Hotline, Service, Site
from ..model.opening import is_unknown, never_closes, read_aloud
from ..problems import Place, Problem
from .literals import PatternIndex
from .sentences import blocks

ALWAYS = re.compile(r"(?<![×x]\s)(?<![×x])(?<!dalam\s)\b24\s?jam\b(?!\s+(?:pertama|sejak|setelah|sesudah))|\b24\s?/\s?7\b|\bsiang\s+(?:dan\s+|maupun\s+)?malam\b|\bnon-?stop\b", re.IGNORECASE)
CLOCK = re.compile(r"(?<![\d.:/-])([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d:/]|\.\d|-\d{3})")
FREE = re.compile(r"\b(?:gratis|cuma-cuma|(?:tanpa|bebas)\s+(?:biaya|pulsa))\b", re.IGNORECASE)
INDEX = PatternIndex((ALWAYS, CLOCK, FREE))
DENIED = re.compile(r"\b(?:tidak|tak|belum|bukan|apakah|tanya\w*|bila|dulu|berita)\b", re.IGNORECASE)
"""Words of a question or a denial: what stands behind them is not said of today."""


def check_agreement(site: Site, today: date) -> Iterator[Problem]:
    """Jam dan biaya yang disebut kalimat sebuah hotline atau layanan sama dengan isian “jam” dan “biaya” catatannya."""
    for block in blocks(site):
        owner = block.record
        # A paragraph of the body may speak of somebody else's hours; it has a source beside it.
        if not isinstance(owner, Hotline | Service) or block.loc[:1] in ((), ("jam",), ("biaya",)) or not INDEX.worth_trying(block.text):
            continue
        specs = [hours.spec for hours in (owner.hours, *(channel.hours for channel in owner.channels)) if hours and not is_unknown(hours.spec)]
        costs = {cost.value for cost in (owner.cost, *(channel.cost for channel in owner.channels)) if cost}
        for offset, sentence in block.sentences():
            for match in ALWAYS.finditer(sentence):
                if specs and not any(never_closes(spec) for spec in specs) and not DENIED.search(sentence[: match.start()]):
                    yield _differs(block.place(offset + match.start()), match[0], "jam", read_aloud(specs[0]) or specs[0])
            for match in CLOCK.finditer(sentence):
                if specs and not any(f"{int(match[1]):02}:{match[2]}" in spec for spec in specs) and not DENIED.search(sentence[: match.start()]):
                    yield _differs(block.place(offset + match.start()), match[0], "jam", read_aloud(specs[0]) or specs[0])
            for match in FREE.finditer(sentence):
                if costs and CostValue.FREE not in costs and not DENIED.search(sentence[: match.start()]):
                    yield _differs(block.place(offset + match.start()), match[0], "biaya", ", ".join(sorted(costs)))


def _differs(place: Place, words: str, field: str, said: str) -> Problem:
    return Problem(place, "berbeda-dari-isian", f"“{words}” berbeda dari isian “{field}” catatan ini: {said.rstrip('.')}.", f"Hapus dari kalimat; halaman menampilkan “{field}”. Bila isiannya yang salah, perbaiki isiannya beserta sumbernya.")
