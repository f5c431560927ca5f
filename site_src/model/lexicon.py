"""The words people type and what they mean (``content/kata/``): data that staff read and extend."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Line, Record, Slug

Word = Annotated[str, StringConstraints(min_length=1, max_length=60)]
NOTHING = "-"
"""How an empty piece is written in a rule: ``meng: ["-", k]`` gives back nothing, or a k."""


class RootGroup(Record):
    """Root words of one field of life."""

    name: Line = Field(alias="kelompok", title="Kelompok")
    words: tuple[Word, ...] = Field(min_length=1, alias="kata", title="Kata dasar")


class Roots(Record):
    """Known roots (``akar.yaml``): an affix is taken off only when a known root remains."""

    groups: tuple[RootGroup, ...] = Field(default=(), alias="akar", title="Kelompok kata dasar")


class Exceptions(Record):
    """Words whose stem is given by hand (``pengecualian.yaml``)."""

    stems: dict[Word, Word] = Field(default={}, alias="pengecualian", title="Kata -> pangkal")


class Affixes(Record):
    """The one rule table of both implementations (``imbuhan.yaml``)."""

    prefixes: dict[Word, tuple[Word, ...]] = Field(default={}, alias="awalan", title="Awalan -> huruf yang boleh kembali (“-” = tidak ada)")
    suffixes: tuple[Word, ...] = Field(default=(), alias="akhiran", title="Akhiran")
    shortest: int = Field(default=3, ge=2, le=6, alias="panjang_terpendek", title="Panjang terpendek kata yang tersisa")
    steps: int = Field(default=3, ge=1, le=4, alias="langkah_terbanyak", title="Paling banyak imbuhan dilepas")


class SpellingRule(Record):
    """One change of letters tried on an unknown word."""

    old: Word = Field(alias="dari", title="Dari (“-” = sisipkan)")
    new: Word = Field(alias="jadi", title="Menjadi (“-” = hapus)")
    where: Literal["akhir", "awal", "mana", "tertutup", "antarvokal"] = Field(alias="di", title="Letak")


class Spelling(Record):
    """Spelling variants (``ejaan.yaml``)."""

    rules: tuple[SpellingRule, ...] = Field(default=(), alias="ejaan", title="Aturan ejaan")


class WordMap(Record):
    """Standard words and the forms people type for them; a trailing number is a weight: ``galak 0.3``."""

    forms: dict[Word, tuple[Word, ...]] = Field(default={}, alias="padanan", title="Kata baku -> bentuk lain")
    also_standard: dict[Word, float] = Field(default={}, alias="juga_baku", title="Bentuk yang juga kata baku -> bobot")


class StopWords(Record):
    """Words without meaning here, and words that mean something only in a sequence (``henti.yaml``)."""

    stop: tuple[Word, ...] = Field(default=(), alias="henti", title="Dibuang")
    light: tuple[Word, ...] = Field(default=(), alias="ringan", title="Hanya di dalam rangkaian")
    companions: tuple[Word, ...] = Field(default=(), alias="pengiring", title="Lazim menemani nama lembaga")


class Concept(Record):
    """Words that mean nearly the same to a person in need; ``a + b``: both occur."""

    name: Slug = Field(alias="nama", title="Nama konsep")
    members: tuple[Line, ...] = Field(min_length=1, alias="kata", title="Kata dan rangkaian")
    topics: tuple[Slug, ...] = Field(default=(), alias="topik", title="Kebutuhan yang paling sering dimaksud")


class Concepts(Record):
    """All concepts (``konsep.yaml``)."""

    groups: tuple[Concept, ...] = Field(default=(), alias="konsep", title="Konsep")


class EntityNames(Record):
    """A service people ask for by name."""

    id: Slug = Field(title="Pengenal baku")
    name: Line = Field(alias="nama", title="Nama di hasil")
    names: tuple[Line, ...] = Field(default=(), alias="sebutan", title="Sebutan lain")
    weak: tuple[Line, ...] = Field(default=(), alias="lemah", title="Sebutan yang juga kata biasa: berlaku hanya bila menjadi seluruh pertanyaan")


class Entities(Record):
    """All names of services (``entitas.yaml``)."""

    entries: tuple[EntityNames, ...] = Field(default=(), alias="entitas", title="Lembaga")


class EmergencyRule(Record):
    """When the emergency card stands above the results, and with which lines."""

    name: Slug = Field(alias="nama", title="Nama aturan")
    hotlines: tuple[Slug, ...] = Field(min_length=1, alias="hotline", title="Hotline, yang utama lebih dulu")
    when: tuple[Line, ...] = Field(min_length=1, alias="bila", title="Konsep (“@nama”) atau rangkaian")


class Emergencies(Record):
    """All emergency rules (``darurat.yaml``)."""

    rules: tuple[EmergencyRule, ...] = Field(default=(), alias="darurat", title="Aturan")
    unless: tuple[Line, ...] = Field(default=(), alias="kecuali", title="Tidak muncul bila")
    unsaid: tuple[Line, ...] = Field(default=(), alias="tak_disebut", title="Tidak diulang kepada pembaca")


class Families(Record):
    """Forms that must share a stem, and words that must not (``keluarga.yaml``)."""

    together: tuple[tuple[Word, ...], ...] = Field(default=(), alias="keluarga", title="Satu pangkal")
    apart: tuple[tuple[Word, Word], ...] = Field(default=(), alias="pisah", title="Harus berbeda")


@dataclass(frozen=True)
class Lexicon:
    """Everything search knows about words. Empty where a project has no ``content/kata/``."""

    roots: Roots = field(default_factory=Roots)
    exceptions: Exceptions = field(default_factory=Exceptions)
    affixes: Affixes = field(default_factory=Affixes)
    spelling: Spelling = field(default_factory=Spelling)
    chat: WordMap = field(default_factory=WordMap)
    local: WordMap = field(default_factory=WordMap)
    english: WordMap = field(default_factory=WordMap)
    stops: StopWords = field(default_factory=StopWords)
    concepts: Concepts = field(default_factory=Concepts)
    entities: Entities = field(default_factory=Entities)
    emergencies: Emergencies = field(default_factory=Emergencies)
    families: Families = field(default_factory=Families)

    @property
    def maps(self) -> tuple[WordMap, ...]:
        """The word maps, in the order they are read."""
        return (self.chat, self.local, self.english)


def form_and_weight(text: str) -> tuple[str, float]:
    """``"galak 0.3"`` -> ``("galak", 0.3)``; without a number the weight is 1."""
    head, _, tail = text.rpartition(" ")
    try:
        return (head, float(tail)) if head and "." in tail else (text, 1.0)
    except ValueError:
        return text, 1.0
