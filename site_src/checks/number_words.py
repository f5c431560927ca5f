"""Numbers written in words: ``nol delapan satu dua …``, ``satu satu nol``, ``telepon seratus sepuluh``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

DIGITS = {word: str(value) for value, word in enumerate("nol satu dua tiga empat lima enam tujuh delapan sembilan".split())} | {"kosong": "0"}
WORD = "|".join(DIGITS)
ROW = re.compile(rf"(?<!\w)(?:{WORD})(?:[\s,.*_–-]*(?:{WORD})){{2,}}(?!\w)", re.IGNORECASE)
"""Three digits or more, one after the other."""
FIRST = ("nol", "kosong", "satu", "seratus", "enam")
"""One of these stands in every number that is dialled: codes begin with 1, the others with 0 or 62."""
ANY_ROW = re.compile(rf"(?:{WORD})[\s,.*_–-]*(?:{WORD})|seratus")
HUNDRED = re.compile(rf"seratus\s+(?:(?P<ten>sepuluh)|(?P<eleven>sebelas)|(?P<teen>{WORD})\s+belas|(?P<tens>{WORD})\s+puluh(?:\s+(?P<ones>{WORD}))?|(?P<one>{WORD}))(?!\w)", re.IGNORECASE)
CALLED = re.compile(r"\b(?:tele?pon|telp|tlp|hubungi|panggil|sms|nomor)[.:]?\s+(?:(?:ke|di|nomor)\s+)?$", re.IGNORECASE)
"""What stands before a number that is dialled, not counted."""
LONG = 7
"""Digits from which a row that begins with nought is a number; shorter rows are counted aloud."""


def may_be_spoken(text: str) -> bool:
    """False for a text that cannot hold a number in words; much quicker than looking for one."""
    folded = text.casefold()
    return any(word in folded for word in FIRST) and bool(ANY_ROW.search(folded))


def spoken_numbers(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """``(start, end)`` of numbers in words: long ones that begin with nought, and ``known`` short codes."""
    for match in ROW.finditer(text):
        digits = digits_of_words(match[0])
        if digits in known or digits.startswith("0") and len(digits) >= LONG:
            yield match.span()
    for match in HUNDRED.finditer(text):
        if digits_of_words(match[0]) in known and CALLED.search(text[max(0, match.start() - 30) : match.start()]):
            yield match.span()


def digits_of_words(text: str) -> str:
    """``satu dua sembilan`` and ``seratus dua puluh sembilan`` -> ``129``; empty for anything that is not a number in words."""
    hundred = HUNDRED.fullmatch(text)
    if hundred is None:
        return "".join(DIGITS[word.casefold()] for word in re.findall(WORD, text, re.IGNORECASE)) if ROW.fullmatch(text) else ""
    if hundred["ten"] or hundred["eleven"]:
        return "110" if hundred["ten"] else "111"
    tens = "1" if hundred["teen"] else DIGITS[(hundred["tens"] or "nol").casefold()]
    return f"1{tens}{DIGITS[(hundred['teen'] or hundred['ones'] or hundred['one'] or 'nol').casefold()]}"
