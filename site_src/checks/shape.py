"""What is typed to look like a heading, a list or a table is one: somebody who hears the page is led by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Site
from ..problems import Problem
from .markdown import HEADING, without_code
from .walk import Passage, bodies

BOLD_LINE = re.compile(r"^[ ]{0,3}(\*{2,3}|_{2,3})(?=\S)([^*_\n]+)(?<=\S)\1(:?)[ \t]*$", re.MULTILINE)
SHOUTED = re.compile(r"(?=(?:[^A-Z\n]*[A-Z]){12})[A-Z]{2,}(?:[ ,/.()-]+[A-Z]{2,})+[.:]?")
LOUD_LINE = re.compile(rf"^[ ]{{0,3}}({SHOUTED.pattern})[ \t]*$", re.MULTILINE)
TYPED_BULLET = re.compile(r"^[ ]{0,3}([•·◦‣▪●○–—])[ \t]+\S", re.MULTILINE)
TABLE_ROW = re.compile(r"^[ ]{0,3}\|.*\|[ \t]*$", re.MULTILINE)
TABLE_RULE = re.compile(r"^[ ]{0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
INDENTED = re.compile(r"^(?: {4,})(?![ \n])(\S[^\n]*)$", re.MULTILINE)
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")


def check_shape(site: Site, today: date) -> Iterator[Problem]:
    """Judul, daftar, tabel, dan paragraf ditulis dengan tanda Markdown-nya, bukan dengan huruf tebal, huruf besar, bulatan, atau spasi yang meniru bentuknya."""
    for passage in bodies(site):
        text = without_code(passage.text)
        yield from _lines_that_play_headings(passage, text)
        yield from _dressed_headings(passage, text)
        yield from _typed_lists(passage, text)
        yield from _tables_without_head(passage, text)
        yield from _indented_text(passage, text)


def check_sections(site: Site, today: date) -> Iterator[Problem]:
    """Di bawah setiap judul bagian ada tulisan, daftar, tabel, atau bagian yang lebih kecil."""
    for passage in bodies(site):
        text = without_code(passage.text)
        headings = [match for match in HEADING.finditer(text) if match[2]]
        for number, match in enumerate(headings):
            following = headings[number + 1] if number + 1 < len(headings) else None
            below = text[match.end() : following.start() if following else len(text)]
            if not re.search(r"\w", below) and (following is None or len(following[1]) <= len(match[1])):
                yield Problem(passage.place(match.start()), "bagian-kosong", f"Di bawah judul “{match[2][:40]}” tidak ada tulisan.", "Tulis isinya, atau hapus judulnya.", f"{match[0][:60]}\n\nTulis isinya di sini.")


def _lines_that_play_headings(passage: Passage, text: str) -> Iterator[Problem]:
    for match in BOLD_LINE.finditer(text):
        said = match[2].strip()
        # A whole sentence in bold is stress; a line without an end plays a heading.
        if _opens_a_block(text, match.start()) and (match[3] or said[-1:] not in ".!?"):
            yield Problem(passage.place(match.start()), "judul-tebal", f"“{said[:40]}” tampak seperti judul, tetapi hanya huruf tebal: pembaca layar tidak menemukannya.",
                          "Tulis sebagai judul bagian, atau akhiri dengan titik bila itu kalimat.", f"## {said.rstrip(':')[:60]}")
    for match in LOUD_LINE.finditer(text):
        if _opens_a_block(text, match.start()) and " " in match[1].strip():
            yield Problem(passage.place(match.start(1)), "judul-tebal", f"“{match[1].strip()[:40]}” ditulis dengan huruf besar semua seperti judul.", "Tulis sebagai judul bagian, dengan huruf biasa.", f"## {match[1].strip().capitalize()[:60]}")


def _dressed_headings(passage: Passage, text: str) -> Iterator[Problem]:
    for match in HEADING.finditer(text):
        title = passage.text[match.start(2) : match.end(2)].strip()
        bare = title.strip("*_ ").rstrip(".:")
        if len(bare) > 3 and (re.match(r"(?:\*\*|__).*(?:\*\*|__)$", title) or title[-1] in ".:" or (SHOUTED.fullmatch(title) and " " in title)):
            yield Problem(passage.place(match.start()), "judul-berhias", f"Judul bagian “{title[:40]}” memakai huruf tebal, huruf besar semua, atau tanda baca di ujungnya.",
                          "Tulis judulnya saja; ukurannya diatur situs.", f"{match[1]} {bare.capitalize() if bare.isupper() else bare}"[:70])


def _typed_lists(passage: Passage, text: str) -> Iterator[Problem]:
    last = -2
    for match in TYPED_BULLET.finditer(text):
        line = text.count("\n", 0, match.start())
        if line != last + 1:
            yield Problem(passage.place(match.start(1)), "daftar-palsu", f"“{match[1]}” diketik sebagai bulatan daftar; hasilnya satu paragraf panjang.", "Awali tiap butir dengan “- ”.", "- Simpan pesan.\n- Simpan foto.")
        last = line


def _tables_without_head(passage: Passage, text: str) -> Iterator[Problem]:
    lines = text.split("\n")
    offset = head = 0
    for number, line in enumerate(lines):
        begins = TABLE_ROW.match(line) and not (number and TABLE_ROW.match(lines[number - 1]))
        head = number if begins else head
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if begins and TABLE_ROW.match(following) and not TABLE_RULE.match(following):
            yield Problem(passage.place(offset), "tabel-rusak", "Tabel ini tidak punya baris pemisah di bawah baris pertamanya; pembaca melihat garis tegak.", "Tambahkan baris pemisah setelah baris judul.", "| Kapan | Ke mana |\n|---|---|")
        elif TABLE_ROW.match(line) and not begins and _cells(line) != _cells(lines[head]):
            yield Problem(passage.place(offset), "tabel-rusak", f"Baris tabel ini punya {_cells(line)} kolom, judulnya {_cells(lines[head])}.", "Samakan jumlah kolomnya.", "| Kapan | Ke mana |\n|---|---|")
        offset += len(line) + 1


def _cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row)) - 1


def _indented_text(passage: Passage, text: str) -> Iterator[Problem]:
    for match in INDENTED.finditer(text):
        before = text[: match.start()].rstrip("\n").rpartition("\n\n")[2]
        if _opens_a_block(text, match.start()) and not LIST_ITEM.match(before) and not before.startswith("  "):
            yield Problem(passage.place(match.start(1)), "teks-menjorok", "Paragraf ini menjorok empat spasi; ia tampil sebagai kode.", "Hapus spasi di awal baris.", match[1][:60])


def _opens_a_block(text: str, start: int) -> bool:
    return not text[:start].strip() or text[:start].endswith("\n\n") or bool(re.search(r"(?:\A|\n)#{1,6} [^\n]*\n\Z", text[:start]))
