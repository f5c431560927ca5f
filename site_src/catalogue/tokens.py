"""The tokens of the face as values, and the contrast that each pair must keep."""

from __future__ import annotations

import re
from pathlib import Path

TOKENS = Path(__file__).parent.parent / "assets" / "dasar" / "token.css"
WHITE = "#fff"
PAIRS = (
    ("teks", "latar", 4.5, "tulisan, garis fokus"),
    ("teks", "muka", 4.5, "tulisan di kartu"),
    ("teks", "lembut", 4.5, "catatan, kaki"),
    ("teks", "hangat", 4.5, "kotak bahaya"),
    ("teks", "ingat", 4.5, "pita, peringatan"),
    ("redup", "latar", 4.5, "keterangan"),
    ("redup", "muka", 4.5, "jam, biaya, bukti"),
    ("utama", "latar", 4.5, "tautan"),
    ("utama", "muka", 4.5, "menu, nama kontak"),
    ("utama", "lembut", 4.5, "baris kanal, huruf A–Z"),
    ("utama", "ingat", 4.5, "tautan di pita"),
    ("gawat", "hangat", 4.5, "judul dan tautan kotak bahaya"),
    (WHITE, "bahaya", 4.5, "nomor besar"),
    (WHITE, "kepala", 4.5, "nama situs, menu"),
    (WHITE, "keluar", 4.5, "tautan keluar"),
    ("latar", "utama", 4.5, "tombol simpan"),
    ("latar", "teks", 4.5, "tautan lompat, kabar keluar"),
    ("bahaya", "hangat", 3, "tepi kotak bahaya dan tombol nomor"),
    ("utama", "lembut", 3, "garis catatan"),
)
"""``(front, back, least, use)``: 4.5 for letters, 3 for what only has to be told apart (WCAG 1.4.3, 1.4.11)."""


def read_tokens() -> tuple[dict[str, str], dict[str, str]]:
    """``(light, dark)``: name to value; what the dark scheme does not name stays as it is in the light one."""
    first, second = re.findall(r":root \{([^}]*)\}", TOKENS.read_text(encoding="utf-8"))
    light = dict(re.findall(r"--([\w-]+):([^;]+);", first))
    return light, {**light, **dict(re.findall(r"--([\w-]+):([^;]+);", second))}


def contrast(front: str, back: str) -> float:
    """The contrast of two colours written as ``#abc`` or ``#aabbcc``, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    high, low = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return sum(weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for weight, part in zip((0.2126, 0.7152, 0.0722), parts))
