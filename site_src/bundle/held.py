"""The last look before something leaves the house: no number that is held, in any form, in any file, and nothing else that is withheld."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote

from ..leaks import leak_problem, scan_bytes, secrets_of
from ..model import Ledger, international
from ..problems import Place, Problem
from ..verify import DIGIT_RUN, LAW_BEFORE, VERSION
from . import zim

LONG = 7
"""Digits from which a number cannot stand in a file by chance."""
INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
BETWEEN = r"[\s().\-‐-―−_/]{0,3}"
NOT_READ = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
CALLED = re.compile(r"(?:tel:|sms:|wa\.me/)\+?(\d+)|^TEL[^:\r\n]*:\+?(\d+)", re.IGNORECASE | re.MULTILINE)


def withheld_in(files: Mapping[str, bytes], ledger: Ledger) -> Iterator[Problem]:
    """A Problem for everything in ``files`` (path below ``dist/`` to content) that no reader of this edition may get: numbers, places, words for staff."""
    secrets = secrets_of(ledger)
    for name, content in _opened(files):
        numbers = list(held_in(name, content, ledger))
        yield from numbers
        yield from (leak_problem(Place(f"dist/{name}"), leak) for leak in scan_bytes(name, content, secrets) if not (numbers and leak.code == "bocor-nomor"))


def _opened(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file; a ZIM entry by entry, where libzim is there to open it."""
    for name, content in files.items():
        if name.endswith(".zim") and zim.available():
            yield from ((f"{name}/{path}", part) for path, part in zim.members(content))
        else:
            yield name, content


def held_in(name: str, content: bytes, ledger: Ledger) -> Iterator[Problem]:
    """A Problem for each number in one file that this edition may not show; a zip is opened and read file by file."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from held_in(f"{name}/{member}", archive.read(member), ledger)
        return
    forms = _forms(f"{name}\n" + content.decode("utf-8", "replace"))
    digits = [re.sub(r"\D", "", text) for text in forms]
    codes, in_words = _codes(forms, name)
    for number in sorted(ledger.held_digits | ledger.withheld_digits):
        core = number.removeprefix("62")
        stands = any(core in only and _pattern(core).search(text) for text, only in zip(forms, digits))
        # «Healing119» is a name: it gives away no number that is only waiting for its test.
        if stands if len(number) >= LONG else number in codes or number in in_words and number in ledger.held_digits:
            yield Problem(Place(f"dist/{name}"), "nomor-ditahan-tampil", f"Berkas ini memuat nomor yang ditahan: {number}.",
                          "Jangan dibagikan. Hapus nomor itu dari isi, bangun situs lagi, lalu buat paket lagi.")


def _forms(text: str) -> list[str]:
    """The text as it stands, escapes opened, wide digits made narrow and invisible signs gone; the same without tags; and with a space for each."""
    opened = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), unquote(html.unescape(text)))
    seen = (opened if opened.isascii() else unicodedata.normalize("NFKC", opened)).translate(INVISIBLE)
    return [seen, NOT_READ.sub("", seen), NOT_READ.sub(" ", seen)]


@lru_cache(maxsize=1024)
def _pattern(core: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:\+?62{BETWEEN}|00{BETWEEN}62{BETWEEN})?(?:\(?0\)?{BETWEEN})?{BETWEEN.join(core)}(?!\d)")


def _codes(forms: list[str], name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Short numbers where they are dialled, and on a page where they are read; elsewhere three digits are only three digits. Those within a word stand apart."""
    dialled = {international(one or two) for text in forms for one, two in CALLED.findall(text)}
    read = forms[2] if name.endswith((".html", ".vcf", ".txt")) else ""
    spoken: dict[bool, set[str]] = {False: set(), True: set()}
    for match in DIGIT_RUN.finditer(read):
        if not VERSION.fullmatch(match[0]) and not LAW_BEFORE.search(read[max(0, match.start() - 12) : match.start()]):
            in_word = read[max(0, match.start() - 1) : match.start()].isalpha() or read[match.end() : match.end() + 1].isalpha()
            spoken[in_word].add(international(re.sub(r"[^\d+]", "", match[0])))
    return frozenset(dialled | spoken[False]), frozenset(spoken[True])
