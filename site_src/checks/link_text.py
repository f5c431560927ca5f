"""A link says where it leads, and Markdown is the plain kind that every engine draws the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Site
from ..problems import Problem
from .literals import may_match
from .walk import bodies

LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
EMPTY_WORDS = frozenset(
    "klik tekan ketuk sentuh buka lihat baca cek kunjungi tautan link laman halaman ini itu berikut tersebut di ke sini disini situ sana selengkapnya lengkap lebih lanjut lanjutkan juga dulu info informasi here click more".split())
"""A text of nothing but these words says nothing to somebody who hears only the links of a page."""
EXTENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("catatan kaki", re.compile(r"\[\^[^\]\n]+\]")),
    ("kotak “!!!”", re.compile(r"^[ ]*(?:!!!|\?\?\?\+?|:::)[ ]*\w", re.MULTILINE)),
    ("tab “===”", re.compile(r"^[ ]*===\+?[ ]+[\"“]", re.MULTILINE)),
    ("daftar centang", re.compile(r"^[ ]*(?:[-*+]|\d+[.)])[ ]+\[[ xX]\][ ]", re.MULTILINE)),
    ("coretan “~~”", re.compile(r"~~\S[^~\n]*~~")),
    ("penanda “==”", re.compile(r"(?<![=\w])==[^\s=][^=\n]*==(?!=)")),
    ("penanda “++”", re.compile(r"(?<![+\w])\+\+[^\s+][^+\n]*\+\+(?!\+)")),
    ("daftar isi otomatis", re.compile(r"^\s*\[TOC\]\s*$", re.MULTILINE | re.IGNORECASE)),
    ("sisipan berkas", re.compile(r"--8<--|^[ ]*%[ ]*include", re.MULTILINE)),
    ("rumus", re.compile(r"\$\$|\\\(|\\\[")),
    ("emoji bernama", re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]{2,}:(?![\w/])")),
    ("tautan “[[…]]”", re.compile(r"\[\[[^\[\]\n]+\]\](?!\()")),
    ("huruf kecil “~”", re.compile(r"(?<!~)~[^~\s]{1,20}~(?!~)")),
    ("huruf kecil “^”", re.compile(r"\^[^^\s]{1,20}\^")),
    ("blok kode", re.compile(r"^[ ]{0,3}(```|~~~)[^\n]*(?:.*?^[ ]{0,3}\1|.*\Z)", re.MULTILINE | re.DOTALL)),
    ("istilah dengan titik dua", re.compile(r"^\S[^\n]*\n:[ ]{1,3}\S", re.MULTILINE)),
    ("singkatan “*[…]”", re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE)),
)
"""What common engines offer and ours do not promise: another engine would print the signs."""


def check_link_text(site: Site, today: date) -> Iterator[Problem]:
    """Teks tautan mengatakan ke mana tautan itu menuju, juga bila dibaca tanpa kalimat di sekitarnya."""
    for passage in bodies(site):
        told: dict[str, str] = {}
        for match in LINK.finditer(passage.text):
            text = " ".join(re.sub(r"[*_`]", "", match[1]).split())
            place = passage.place(match.start())
            if not text:
                yield Problem(place, "teks-tautan", "Tautan ini tidak punya teks.", "Tulis tujuannya di dalam kurung siku.", "[cara membuat visum](../panduan/visum.md)")
            elif EMPTY_WORDS.issuperset(re.findall(r"\w+", text.casefold())):
                yield Problem(place, "teks-tautan", f"“{text}” tidak mengatakan ke mana tautan ini menuju.", "Pakai nama halamannya sebagai teks tautan.", "[cara membuat visum](../panduan/visum.md)")
            elif re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
                yield Problem(place, "teks-tautan", f"“{text[:50]}” adalah alamat, bukan teks.", "Tulis nama situs atau halamannya.", "[situs LPSK](https://lpsk.go.id/)")
            elif told.setdefault(text.casefold(), match[2]) != match[2]:
                yield Problem(place, "teks-tautan", f"“{text}” di halaman ini menuju dua tempat: {told[text.casefold()]} dan {match[2]}.", "Beri teks yang berbeda untuk tujuan yang berbeda.")


def check_extensions(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan memakai Markdown yang digambar sama oleh setiap mesin: judul, daftar, tabel, tebal, miring, kutipan, dan tautan."""
    for passage in bodies(site):
        folded = passage.text.casefold()
        for name, pattern in EXTENSIONS:
            if not may_match((pattern,), passage.text, folded):
                continue
            for match in pattern.finditer(passage.text):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield Problem(passage.place(start), "ekstensi", f"“{' '.join(match[0].split())[:30]}”: {name} tidak digambar oleh setiap mesin.", "Tulis dengan judul, daftar, tabel, tebal, atau kutipan biasa.", "- satu hal per baris")
