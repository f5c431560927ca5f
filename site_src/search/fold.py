"""Any typed text as plain tokens: the first step of both sides, kept the same in ``lipat.js``."""

from __future__ import annotations

import re
import unicodedata

MARKS = re.compile(r"[\u0300-\u036f]")
APOSTROPHES = re.compile(r"['’‘`´]")
THREE = re.compile(r"([a-z])\1{2,}")
TWICE = re.compile(r"([a-z])2(?![0-9])")
ONE_WORD = ((re.compile(r"\blaki[ -]laki\b"), "lakilaki"), (re.compile(r"\be[ -]ktp\b"), "ektp"), (re.compile(r"\bgono[ -]gini\b"), "gonogini"))
TOKEN = re.compile(r"[a-z0-9]+")


def fold(text: str) -> list[str]:
    """Lower case, no marks, three equal letters as one, ``x2`` without its 2, ``laki-laki`` as one token."""
    text = MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))
    text = THREE.sub(r"\1", APOSTROPHES.sub("", text))
    text = TWICE.sub(r"\1", text)
    for pattern, word in ONE_WORD:
        text = pattern.sub(word, text)
    return TOKEN.findall(text)
