"""A deadline as people write it, in hours, and what it counts from."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBERS = {word: number for number, word in enumerate("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split())} | {"sebelas": 11, "dua belas": 12, "empat belas": 14, "tiga puluh": 30}
UNITS = {"menit": 1 / 60, "jam": 1, "hari": 24, "hari kerja": 24, "minggu": 24 * 7, "bulan": 24 * 30, "tahun": 24 * 365}
AMOUNT = re.compile(
    rf"(?:(\d+)\s*[x×]\s*24\s*jam|(\d+|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\s+(hari kerja|menit|jam|hari|minggu|bulan|tahun))\b", re.IGNORECASE)
LEAD = re.compile(r"\s*(?:(?:paling (?:lambat|lama)|dalam|selambat-lambatnya|maksimal)\s+)?", re.IGNORECASE)
NOW = re.compile(r"\s*(?:segera|seketika|saat itu juga|hari itu juga|hari ini juga)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:sejak|setelah|sesudah|dari|dihitung dari)\b\s*(.+?)(?=[,;.]|$)", re.IGNORECASE)
REPORT = re.compile(r"\b(?:me)?lapor\w*|\bpengaduan\b|\bmengetahui\b", re.IGNORECASE)
THEN = re.compile(r",?\s*lalu\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """``hours`` until it passes; ``since`` is the event it counts from, empty for the step before."""

    hours: float
    since: str = ""

    @property
    def from_report(self) -> bool:
        """True when it counts from the report or from the day somebody came to know."""
        return bool(REPORT.search(self.since))


def read_deadline(text: str) -> Deadline | None:
    """``1×24 jam sejak laporan diterima`` -> 24 hours since ``laporan diterima``; ``None`` when it cannot be read.

    What follows ``lalu`` is added; what follows a comma (how long a measure lasts) is not a deadline.
    """
    hours = 0.0
    for part in THEN.split(text):
        first = LEAD.match(part)
        rest = part[first.end() :] if first else part
        if now := NOW.match(rest):
            rest = rest[now.end() :]
            continue
        amount = AMOUNT.match(rest)
        if amount is None:
            return None
        hours += int(amount[1]) * 24 if amount[1] else _number(amount[2]) * UNITS[" ".join(amount[3].casefold().split())]
    since = SINCE.search(text)
    return Deadline(hours, since[1].strip() if since else "")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[" ".join(word.casefold().split())]
