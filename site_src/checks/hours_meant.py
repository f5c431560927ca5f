"""Hours as people type them in Indonesian, turned into OpenStreetMap's form: a suggestion, never a silent change."""

from __future__ import annotations

import re

from opening_hours import OpeningHours, ParserError

from ..model.opening import read_aloud

DAYS = {"Mo": "senin sen monday mon", "Tu": "selasa sel tuesday tue", "We": "rabu rab wednesday wed", "Th": "kamis kam thursday thu",
        "Fr": "jumat jum'at jum’at jum friday fri", "Sa": "sabtu sab saturday sat", "Su": "minggu min ahad sunday sun"}
WORDS = {
    r"setiap hari|tiap hari": "Mo-Su",
    r"hari libur nasional|libur nasional|hari libur|tanggal merah": "PH",
    r"tutup|libur": "off",
    r"24 jam(?: sehari)?|siang malam": "24/7",
    r"sampai dengan|sampai|hingga|s\.?\s?/?\s?d\.?": "-",
    r"pukul|jam|wib|wita|wit": "",
    **{rf"{'|'.join(map(re.escape, names.split()))}": day for day, names in DAYS.items()},
}
"""What is typed (read without regard to case), and what OpenStreetMap writes; longer words stand before those they hold."""


def meant(typed: str) -> str:
    """``Senin-Jumat 8.00 s.d. 16.00`` -> ``Mo-Fr 08:00-16:00``; empty when the result could not be read either."""
    text = re.sub(r"[–—−]", "-", typed)
    for word, right in WORDS.items():
        text = re.sub(rf"(?<![^\W\d_])(?:{word})(?![^\W\d_])", f" {right} ", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(\d{1,2})[.:](\d\d)\b", lambda clock: f"{clock[1]:0>2}:{clock[2]}", text)
    text = re.sub(r"\s+;|\s*([-,])\s*", lambda mark: mark[1] or ";", " ".join(text.split())).strip(" ,;.")
    # Days and hours may come with a comma or a colon between them, and days with a full “and”.
    text = re.sub(r"\b(Mo|Tu|We|Th|Fr|Sa|Su|PH)\s*[,:]\s*(?=\d)", r"\1 ", text)
    text = re.sub(r"\s+dan\s+(?=[A-Z])", ",", text)
    text = re.sub(r",\s*(PH|Mo|Tu|We|Th|Fr|Sa|Su) off", r"; \1 off", text)
    text = "24/7" if text in ("Mo-Su 24/7", "24/7 Mo-Su") else text
    if text == typed.strip():
        return ""
    try:
        OpeningHours(text, country="ID")
    except ParserError:
        return ""
    return text if read_aloud(text) else ""
