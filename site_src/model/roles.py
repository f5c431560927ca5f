"""Who and what a sentence is about: words that play one part, and every form a root takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pydantic import Field, model_validator

from .base import Line, Record, Slug, Text
from .rules import WordRule

PLACE = re.compile(r"<([a-z0-9-]+)>")
"""How a pattern names a part: ``<korban>``."""
SUFFIXES = r"(?:-\w+)?(?:kan|i|an|in)?(?:nya|mu|ku|lah|kah)?"
OWNED = r"(?:nya|mu|ku)?"
PREFIXES = "di|ter|ber|ke|se|diper|memper|per"
NASALS = (("p", "m", True), ("t", "n", True), ("s", "ny", True), ("k", "ng", True), ("bfv", "m", False), ("cdjz", "n", False), ("gh", "ng", False), ("aeiou", "ng", False))
"""First letters, what *me-* and *pe-* put before them, and whether the letter is lost: *pukul* to *memukul*, *bunuh* to *membunuh*."""


class WordRole(Record):
    """Words that can stand for one another in a rule, such as everybody who may be hurt."""

    id: Slug = Field(title="Pengenal, ditulis di pola sebagai <pengenal>", examples=["korban"])
    meaning: Text = Field(alias="arti", title="Siapa atau apa ini")
    words: tuple[Line, ...] = Field(default=(), alias="kata", title="Kata dan ungkapan, seperti tertulis")
    roots: tuple[Line, ...] = Field(default=(), alias="akar", title="Kata dasar: setiap bentuk berimbuhannya ikut dikenali", examples=["pukul"])

    @model_validator(mode="after")
    def _says_something(self) -> WordRole:
        if not self.words and not self.roots:
            raise ValueError("isi “kata” atau “akar”")
        return self

    @property
    def pattern(self) -> str:
        """One group that matches any of the words, owned or not, and any form of the roots."""
        forms = [rf"(?:{_either(self.words)}){OWNED}"] * bool(self.words) + [inflected(*self.roots)] * bool(self.roots)
        return rf"\b(?:{'|'.join(forms)})\b"


def inflected(*roots: str) -> str:
    """A pattern of the forms of Indonesian roots: of ``pukul`` it matches *dipukul*, *memukuli*, *pemukulan*, *pukulannya*, *mukulin*."""
    # *ber-* and *ter-* give up their r before an r: renggut, terenggut.
    short = [root for root in roots if root[0] == "r"]
    forms = [f"(?:{PREFIXES})?(?:{_either(roots)})", f"(?:me|pe)?(?:{_either(_nasal(root) for root in roots)})", *([f"(?:be|te)(?:{_either(short)})"] if short else [])]
    return f"(?:{'|'.join(forms)}){SUFFIXES}"


def _nasal(root: str) -> str:
    sound, lost = next(((sound, lost) for letters, sound, lost in NASALS if root[0] in letters), ("", False))
    return sound + (root[1:] if lost and len(root) > 3 else root)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in words)


def with_roles(rule: WordRule, roles: Mapping[str, str]) -> WordRule:
    """The rule with each ``<part>`` spelled out; a part that nobody knows stays as it is and matches nothing."""
    spelled = {field: tuple(PLACE.sub(lambda match: roles.get(match[1], match[0]), pattern) for pattern in getattr(rule, field)) for field in ("patterns", "unless")}
    return rule.model_copy(update=spelled)


def named_roles(pattern: str) -> list[str]:
    """The parts a pattern names."""
    return PLACE.findall(pattern)
