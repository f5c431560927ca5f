"""What words mean: affixes off, chat and local words to standard ones, runs of words to concepts. Mirrored in ``kata.js``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from snowballstemmer import stemmer

from ..model.stems import Stems
from .data import forms_of
from .fold import fold

LONGEST_RUN = 4
LONGEST_FORM = 4
SHORT_FORM = 3
"""Forms of chat this short carry no affixes: *crai* is *cerai* with a lost vowel, not *cra* (cara) with *-i*."""


@dataclass(frozen=True)
class Slot:
    """One typed word (or mapped phrase): ``typed``, and its readings as ``(stem, weight)``. ``light``: never searched alone."""

    typed: str
    readings: tuple[tuple[str, float], ...]
    light: bool = False
    said: str = ""


class Words:
    """Reads words by the lexicon's data; every answer is remembered."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._roots = Stems(data["akar"], data["pengecualian"], data["awalan"], data["akhiran"], data["pendek"], data["langkah"])
        self.roots, self.exceptions = self._roots.roots, self._roots.exceptions
        self.map: dict[str, list[list[Any]]] = forms_of(data)
        self.stop, self.light = set(data["henti"]), set(data["ringan"])
        self._snowball = stemmer("indonesian")
        self._stems: dict[str, str] = {}
        self._resolved: dict[str, Slot | None] = {}
        self.names = [name for name, _, _ in data["konsep"]]
        self.topics = {f"@{index}": topics for index, (_, _, topics) in enumerate(data["konsep"])}
        self._read_concepts(data["konsep"])

    def stem(self, word: str) -> str:
        """The root of a word; Snowball's stem when no known root is inside."""
        if word not in self._stems:
            self._stems[word] = self.known(word) or self._snowball.stemWord(word)
        return self._stems[word]

    def known(self, word: str) -> str:
        """The root of a word, or an empty string when none is known."""
        return self._roots.known(word)

    def resolve(self, word: str) -> Slot | None:
        """A word by map, root or affix; ``None`` when nothing is known of it. Stop words give a slot without readings."""
        if word not in self._resolved:
            self._resolved[word] = self._resolve(word)
        return self._resolved[word]

    def _resolve(self, word: str) -> Slot | None:
        if word in self.map:
            return self._mapped(word, word)
        if word in self.stop:
            return Slot(word, ())
        found = self._roots.strip(word, lambda part: self._roots.is_known(part) or (len(part) > SHORT_FORM and part in self.map))
        if not found:
            return Slot(word, ((word, 1.0),), True) if word in self.light else None
        if found in self.map and found not in self.roots and found not in self.exceptions:
            return self._mapped(word, found)
        stem = self.exceptions.get(found, found)
        return Slot(word, ((stem, 1.0),), stem in self.light or word in self.light)

    def _mapped(self, typed: str, form: str) -> Slot:
        readings, said = [], ""
        for target, weight in self.map[form]:
            parts = [self.stem(part) for part in target.split(" ") if part not in self.stop]
            said = said or target
            if parts:
                readings.append((" ".join(parts), weight))
        return Slot(typed, tuple(readings), bool(readings) and all(stem in self.light for stem, _ in readings), said)

    def slots(self, tokens: list[str], unknown: Any = None) -> list[Slot]:
        """Tokens as slots, longest mapped phrase first; stop words left out. ``unknown`` reads words nobody knows."""
        out: list[Slot] = []
        position = 0
        while position < len(tokens):
            for length in range(min(LONGEST_FORM, len(tokens) - position), 1, -1):
                phrase = " ".join(tokens[position : position + length])
                if phrase in self.map:
                    out.append(self._mapped(phrase, phrase))
                    position += length
                    break
            else:
                word = tokens[position]
                slot = self.resolve(word)
                if slot is None and not word.isdigit():
                    slot = unknown(word, position == len(tokens) - 1) if unknown else Slot(word, ((self.stem(word), 1.0),))
                if slot is not None:
                    out.append(slot)
                position += 1
        return [slot for slot in out if slot.readings]

    def concepts(self, slots: list[Slot]) -> dict[str, float]:
        """Concept tokens (``@7``) of a text with their weights: single words, runs, and words that occur together."""
        found: dict[str, float] = {}
        present: dict[str, float] = {}
        single = [[(stem, weight) for stem, weight in slot.readings] for slot in slots]
        for start in range(len(slots)):
            for end in range(start + 1, min(start + LONGEST_RUN, len(slots)) + 1):
                for combination in product(*single[start:end]):
                    run = " ".join(stem for stem, _ in combination)
                    weight = min(weight for _, weight in combination)
                    present[run] = max(weight, present.get(run, 0))
                    for concept in self._runs.get(run, ()):
                        value = weight * (1.5 if " " in run else 1.0)
                        found[concept] = max(value, found.get(concept, 0))
        for concept, value in found.items():
            present[concept] = max(value, present.get(concept, 0))
        together: dict[str, float] = {}
        for first in present:
            for concept, parts in self._pairs.get(first, ()):
                least = 1.0
                for part, lifted in parts:
                    least = min(least, max(present.get(part, 0), present.get(lifted, 0)))
                    if not least:
                        break
                else:
                    together[concept] = max(least * 1.5, together.get(concept, 0))
        for concept, value in together.items():
            found[concept] = max(value, found.get(concept, 0))
        return found

    def phrase_key(self, text: str) -> str:
        """A concept member as the run of stems it is matched by; nothing when stop words leave only one word of a phrase."""
        tokens = text.split(" ")
        run = " ".join(slot.readings[0][0] for slot in self.slots(tokens))
        return "" if " " not in run and any(token in self.stop and token not in self.map for token in tokens) else run

    def _read_concepts(self, concepts: list[list[Any]]) -> None:
        self._runs: dict[str, list[str]] = {}
        self._pairs: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {}
        by_name = {name: f"@{index}" for index, (name, _, _) in enumerate(concepts)}
        for name, members, _ in concepts:
            token = by_name[name]
            for member in members:
                parts = member.split("+")
                if not all(self.phrase_key(part) for part in parts):
                    continue
                if len(parts) == 1:
                    self._runs.setdefault(self.phrase_key(member), []).append(token)
                    continue
                lifted = [(self.phrase_key(part), by_name.get(part.replace(" ", "-"), "")) for part in parts]
                for entry in {lifted[0][0], lifted[0][1]} - {""}:
                    self._pairs.setdefault(entry, []).append((token, lifted))

    def condition(self, text: str) -> list[str]:
        """An emergency condition as its parts: concept tokens and runs of stems."""
        by_name = {name: f"@{index}" for index, name in enumerate(self.names)}
        return [by_name.get(part[1:], part) if part.startswith("@") else "=" + self.phrase_key(part[1:]) if part.startswith("=") else self.phrase_key(part) for part in text.split("+")]

    def analyse(self, text: str, with_concepts: bool = True) -> list[str]:
        """All index tokens of one phrase: stems that can be searched, then concepts. What both sides must agree on."""
        slots = self.slots(fold(text))
        stems = [part for slot in slots if not slot.light for stem, weight in slot.readings if weight >= 0.5 for part in stem.split(" ") if part not in self.light]
        return stems + (sorted(self.concepts(slots)) if with_concepts else [])
