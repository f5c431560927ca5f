"""Numbers on a built page: each link says what it dials, and no held number can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ..model import international
from ..problems import Place, Problem
from .facts import Facts

DIGIT_RUN = re.compile(r"\+?\d[\d\s().\-]{1,}\d|\d+")
NO_DIGIT = re.compile(r"\D")
LAW_BEFORE = re.compile(r"(?:pasal|ayat|nomor|no\.|uu|pp|angka|halaman)\s*$", re.IGNORECASE)
VERSION = re.compile(r"[1-9]\d?(?:\.\d{1,2}){1,3}")
"""``1.1.0``, ``11.2``: a version, an item of a list or a clock time; nobody writes a number to dial like that."""
LONGEST = 15
"""Digits of the longest number there is (E.164)."""


def contact_link(place: Place, href: str, text: str, facts: Facts) -> Iterator[Problem]:
    """What is wrong with one contact link: not ours, or the ``text`` shows another number than ``href`` dials."""
    if href not in facts.allowed:
        yield Problem(place, "nomor-asing", f"Tautan “{href}” bukan milik kanal mana pun yang boleh tampil.", "Nomor hanya berasal dari hotlines.yaml dan content/layanan/.")
    typed = [run for run in DIGIT_RUN.findall(text)]
    if href.startswith("mailto:") or not typed:
        return
    dialled = international(re.sub(r"[^\d+]", "", href))
    if not any(international(re.sub(r"[^\d+]", "", run)) == dialled for run in typed):
        yield Problem(place, "nomor-berbeda", f"Tertulis “{' '.join(text.split())}”, tetapi yang dihubungi “{href}”.", "Angka di layar dan di tautan harus sama.")


def held_numbers(place: Place, text: str, links: Iterable[str], facts: Facts) -> Iterator[Problem]:
    """Held numbers that can be read in the ``text`` of a page, or stand in one of its ``links``."""
    for match in DIGIT_RUN.finditer(text):
        if not facts.hidden.search(NO_DIGIT.sub("", match[0])):
            continue
        readings = set(_readings(match[0]))
        in_word = text[max(0, match.start() - 1) : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha()
        if (readings & facts.held or (readings & facts.withheld and not in_word)) and not LAW_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Problem(place, "nomor-ditahan-tampil", f"Nomor yang ditahan tampil: “{match[0].strip()}”.", "Hapus dari tulisan; nomor ini belum boleh dilihat warga.")
    for href in links:
        if not facts.hidden.search(NO_DIGIT.sub("", f"{unquote(href)} {href}")):
            continue
        if not facts.held.isdisjoint(international(re.sub(r"[^\d+]", "", run)) for run in (*DIGIT_RUN.findall(unquote(href)), *re.findall(r"\d+", href))):
            yield Problem(place, "nomor-ditahan-tampil", f"Tautan memuat nomor yang ditahan: “{href[:80]}”.", "Jangan tautkan halaman ini.")


def _readings(run: str) -> Iterator[str]:
    """Every number that a run of digits can be read as: two numbers that stand side by side look like one."""
    parts = run.split()
    for first in range(len(parts)):
        digits = ""
        for last, part in enumerate(parts[first:], first):
            digits += re.sub(r"[^\d+]", "", part)
            if last > first or not VERSION.fullmatch(part.rstrip("().-")):
                yield international(digits)
            if len(digits) > LONGEST:
                break
