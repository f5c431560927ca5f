"""Lists and tables need room: what stands too close to the line above, or is indented too little, becomes part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Site
from ..problems import Problem
from .markdown import without_code
from .walk import Passage, bodies

ITEM = re.compile(r"( *)(?:[-*+]|\d{1,3}\.)[ \t]+(?=\S)")
ROW = re.compile(r" {0,3}\|.*\|[ \t]*$")
RULE = re.compile(r" {0,3}\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?$")
HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
OTHER_NUMBER = re.compile(r" {0,3}(?:\d{1,2}\)|[a-hA-H][.)])[ \t]+\S")
STEP = 4
"""Spaces of one level of a list: fewer, and Python-Markdown takes the inner list for the outer one."""
OPEN_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\([^\s()]+$(?!(?:\n[ \t]*\S[^\n)]*)*\))", re.MULTILINE)
SPLIT_LINK = re.compile(r"\[[^\[\]\n]+\][ \t]+\((?:https?://|\.\./|#)[^()\s]*\)|\((?!\{)[^()\n]{1,60}\)\[(?:https?://|\.\./)[^\[\]\s]+\]")
STRONG = re.compile(r"(?<!\\)\*\*")
HOLLOW = re.compile(r"(?<!\S)\*\*[ \t]+[^*\n]+[ \t]+\*\*(?!\S)")


def check_room(site: Site, today: date) -> Iterator[Problem]:
    """Di atas daftar dan tabel ada baris kosong; butir di dalam butir menjorok empat spasi; daftar bernomor memakai “1.”."""
    for passage in bodies(site):
        text = without_code(passage.text)
        if "\n" in text:
            yield from _too_close(passage, text)


def check_closed_marks(site: Site, today: date) -> Iterator[Problem]:
    """Tanda tebal dan tautan ditulis rapat dan ditutup; bila tidak, pembaca melihat tandanya."""
    for passage in bodies(site):
        text = without_code(passage.text)
        for match in SPLIT_LINK.finditer(text):
            yield Problem(passage.place(match.start()), "tanda-tidak-ditutup", f"“{match[0][:50]}” tampil apa adanya, bukan sebagai tautan.", "Tulis teksnya di kurung siku, lalu tujuannya di kurung biasa, tanpa spasi.", "[visum](../panduan/visum.md)")
        for match in OPEN_LINK.finditer(text):
            yield Problem(passage.place(match.start()), "tanda-tidak-ditutup", f"Tautan “{match[0][:50]}” tidak ditutup.", "Tutup dengan “)”.", "[visum](../panduan/visum.md)")
        if "**" not in text:
            continue
        offset = 0
        for part in re.split(r"(\n[ \t]*\n)", text):
            hollow = HOLLOW.search(part)
            signs = list(STRONG.finditer(part))
            if hollow or len(signs) % 2:
                start = hollow.start() if hollow else signs[-1].start()
                yield Problem(passage.place(offset + start), "tanda-tidak-ditutup", f"“{part[start : start + 30].splitlines()[0]}”: tanda tebal tidak berpasangan; pembaca melihat bintangnya.", "Rapatkan “**” ke kata pertama dan kata terakhir.", "**Simpan pesan.**")
            offset += len(part)


def _too_close(passage: Passage, text: str) -> Iterator[Problem]:
    """Line by line; ``above`` is what kind of block a line would continue."""
    lines = text.split("\n")
    offset, above, outer = 0, "", 0
    for number, line in enumerate(lines):
        item = ITEM.match(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not line.strip():
            above = ""
        elif HEADING.match(line):
            above, outer = "", 0
        elif item:
            depth = len(item[1])
            if above == "paragraf":
                yield Problem(passage.place(offset + depth), "tanpa-baris-kosong", "Daftar ini menempel pada kalimat di atasnya; keduanya tampil sebagai satu paragraf.", "Beri baris kosong di atas daftar.", "Bawalah:\n\n- KTP\n- kartu keluarga")
                above = "dilaporkan"
            elif above in ("butir", "") and 0 < depth - outer < STEP and outer >= 0 and _continues(lines, number):
                yield Problem(passage.place(offset + depth), "tanpa-baris-kosong", f"Butir ini menjorok {depth - outer} spasi; sebagian mesin menaruhnya sejajar dengan butir di atasnya.", "Pakai empat spasi, atau jadikan butir biasa.", "- Bukti\n    - foto")
                above = "butir"
            else:
                above, outer = ("dilaporkan" if above == "dilaporkan" else "butir"), depth
        elif OTHER_NUMBER.match(line) and OTHER_NUMBER.match(following) and above != "lain":
            yield Problem(passage.place(offset + len(line) - len(line.lstrip())), "daftar-palsu", f"“{line.strip()[:2]}” tidak menjadi daftar; hasilnya satu paragraf panjang.", "Pakai “1.” untuk daftar bernomor, atau “-”.", "1. Simpan pesan.\n2. Simpan foto.")
            above = "lain"
        elif above == "paragraf" and ROW.match(line) and RULE.match(following):
            yield Problem(passage.place(offset), "tanpa-baris-kosong", "Tabel ini menempel pada kalimat di atasnya; pembaca melihat garis tegak.", "Beri baris kosong di atas tabel.", "| Kapan | Ke mana |\n|---|---|")
            above = "tabel"
        elif ROW.match(line):
            above = "tabel"
        elif not above:
            above = "paragraf" if not line.startswith(("    ", ">")) else "lanjutan"
        offset += len(line) + 1


def _continues(lines: list[str], number: int) -> bool:
    """True when an item of a list stands above this line, with nothing but blank or indented lines between."""
    for line in reversed(lines[:number]):
        if ITEM.match(line):
            return True
        if line.strip() and not line.startswith(" "):
            return False
    return False
