"""Words nobody knows: spelling variants, completion while typing, two words typed as one, slips of the thumb. Mirrored in ``perbaiki.js``."""

from __future__ import annotations

from collections.abc import Iterator

from .words import SHORT_FORM, Slot, Words

VOWELS = "aiueo"
FLOOR, NEAR, KEEP = 0.55, 0.1, 3
SLIP, VOWEL_LOST, LETTER_LOST, LETTER_DOUBLED, LETTER_ADDED, VOWEL_CHANGED, KEY_BESIDE, LETTER_CHANGED, SWAPPED = 0.16, 4, 8, 3, 10, 7, 6, 10, 7
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {pair for row in KEYS for one, two in zip(row, row[1:]) for pair in (one + two, two + one)}


def variants(word: str, rules: list[list[str]]) -> Iterator[str]:
    """Other spellings by one rule each, in the order of the rules."""
    for old, new, where in rules:
        if where == "akhir":
            if old and word.endswith(old):
                yield word[: -len(old)] + new
            elif not old and word[-1] in VOWELS:
                yield word + new
        elif where == "awal":
            if word.startswith(old) and not (old == "" and word[0] not in VOWELS):
                yield new + word[len(old) :]
        elif where == "tertutup":
            if len(word) > 2 and word[-2] == old and word[-1] not in VOWELS:
                yield word[:-2] + new + word[-1]
        elif where == "antarvokal":
            for index in range(1, len(word)):
                if word[index - 1] in VOWELS and word[index] in VOWELS:
                    yield word[:index] + new + word[index:]
        elif old in word:
            yield word.replace(old, new)
            if word.count(old) > 1:
                yield word.replace(old, new, 1)
    for index in range(1, len(word)):
        if word[index] == word[index - 1]:
            yield word[:index] + word[index + 1 :]


class Repair:
    """Finds known words near an unknown one. ``surfaces``: words as people write them, sorted."""

    def __init__(self, words: Words, surfaces: list[str], rules: list[list[str]]) -> None:
        self.words, self.rules = words, rules
        self.surfaces = surfaces
        self._masks = [_mask(surface) for surface in surfaces]
        self._skeletons: dict[str, list[str]] = {}
        for surface in surfaces:
            self._skeletons.setdefault(_skeleton(surface), []).append(surface)
        self._set = set(surfaces)
        self._memory: dict[str, Slot | None] = {}

    def read(self, word: str, last: bool = False) -> Slot | None:
        """The best known readings of an unknown word, weights below 1; ``None`` when nothing is near."""
        complete = self._completed(word) if last and len(word) > 2 else None
        if complete and len(word) > 3:
            return complete
        if word not in self._memory:
            self._memory[word] = self._spelled(word) or self._split(word) or self._slipped(word)
        return self._memory[word] or complete

    def _slot(self, typed: str, surface: str, weight: float) -> Slot | None:
        slot = self.words.resolve(surface) or Slot(surface, ((self.words.stem(surface), 1.0),))
        if not slot.readings:
            return None
        return Slot(typed, tuple((stem, round(value * weight, 3)) for stem, value in slot.readings), slot.light, slot.said or surface)

    def _spelled(self, word: str) -> Slot | None:
        if word in self._set:
            return self._slot(word, word, 1.0)
        if len(word) < 3:
            return None
        for variant in variants(word, self.rules):
            if len(variant) > 2 and variant not in self.words.stop and (variant in self._set or self._carries(variant)):
                return self._slot(word, variant, 0.95)
        return None

    def _carries(self, variant: str) -> bool:
        """A known word; with affixes only around a root of four letters or more: *pernikan* is no *nik*."""
        slot = self.words.resolve(variant)
        return slot is not None and all(stem == variant or len(stem) > SHORT_FORM for stem, _ in slot.readings[:1])

    def _completed(self, word: str) -> Slot | None:
        found = [surface for surface in self.surfaces if surface.startswith(word)]
        if not found:
            return None
        best = min(found, key=lambda surface: (len(surface), surface))
        return self._slot(word, best, 0.9)

    def _split(self, word: str) -> Slot | None:
        for at in range(4, len(word) - 3):
            head, tail = self.words.resolve(word[:at]), self.words.resolve(word[at:])
            if head and tail and head.readings and tail.readings and not head.light and not tail.light and (word[:at] in self._set and word[at:] in self._set):
                return Slot(word, tuple((stem, 0.9 * weight) for stem, weight in (*head.readings[:1], *tail.readings[:1])), False, f"{word[:at]} {word[at:]}")
        return None

    def _slipped(self, word: str) -> Slot | None:
        size = len(word)
        if size < 3 or word.isdigit():
            return None
        limit = 1 if size <= 4 else 2 if size <= 7 else 3
        mask, scored = _mask(word), {}
        for surface, other in zip(self.surfaces, self._masks):
            if abs(len(surface) - size) > limit or (mask ^ other).bit_count() > 2 * limit:
                continue
            distance = edits(word, surface, limit)
            if distance <= limit:
                scored[surface] = 1 - SLIP * slip_cost(word, surface) / max(size, len(surface)) - (0.2 if surface[0] != word[0] else 0)
        skeleton = _skeleton(word)
        if len(skeleton) > 1:
            for surface in self._skeletons.get(skeleton, ()):
                missing = len(surface) - size
                if 0 <= missing <= 4:
                    score = 0.85 - 0.05 * missing - (0.25 if len(skeleton) == 2 else 0)
                    scored[surface] = max(score, scored.get(surface, 0))
        ranked = sorted(((score, surface) for surface, score in scored.items() if score >= FLOOR), key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
        readings: dict[str, float] = {}
        said = ""
        light = True
        for score, surface in ranked:
            if score < ranked[0][0] - NEAR or len(readings) >= KEEP:
                break
            slot = self._slot(word, surface, 0.9 * score)
            if slot is None:
                continue
            said = said or slot.said
            light = light and slot.light
            for stem, weight in slot.readings[:2]:
                readings.setdefault(stem, weight)
        return Slot(word, tuple(readings.items()), light, said) if readings else None


def edits(one: str, two: str, limit: int) -> int:
    """Damerau-Levenshtein distance (adjacent swap counts one); ``limit + 1`` as soon as it must exceed ``limit``."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row2 = row, [i]
        for j, b in enumerate(two, 1):
            value = min(last[j] + 1, row2[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                value = min(value, before[j - 2] + 1)
            row2.append(value)
        if min(row2) > limit:
            return limit + 1
        before, row = last, row2
    return row[-1]


def slip_cost(typed: str, meant: str) -> int:
    """How far a thumb slips from ``meant`` to ``typed``, in tenths: a lost vowel, a key beside, a swap cost less than another letter."""
    before: list[int] = []
    row = [0]
    for letter in meant:
        row.append(row[-1] + _lost(letter))
    for i, a in enumerate(typed, 1):
        added = LETTER_DOUBLED if i > 1 and a == typed[i - 2] else LETTER_ADDED
        last, row = row, [row[0] + added]
        for j, b in enumerate(meant, 1):
            changed = 0 if a == b else KEY_BESIDE if a + b in BESIDE else VOWEL_CHANGED if a in VOWELS and b in VOWELS else LETTER_CHANGED
            value = min(last[j] + added, row[j - 1] + _lost(b), last[j - 1] + changed)
            if i > 1 and j > 1 and a == meant[j - 2] and typed[i - 2] == b:
                value = min(value, before[j - 2] + SWAPPED)
            row.append(value)
        before = last
    return row[-1]


def _lost(letter: str) -> int:
    return VOWEL_LOST if letter in VOWELS else LETTER_LOST


def _mask(word: str) -> int:
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) - 97 if letter.isalpha() else 26)
    return mask


def _skeleton(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)
