"""Prose in blocks, sentences and words, each with its place: what the checks of laws, words and reading ease read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Record, Site
from ..problems import Loc, Place
from .walk import NAMES, Passage, passages, remembered

REMEMBERED = 100_000
"""Sentences of about 5,000 pages: several checks split the same text, and a preview checks the same pages again."""
QUIET_KEYS = NAMES | frozenset(
    "sumber topik untuk hotline layanan alur lalu terkait entitas pengganti melayani kode operator penerbit nilai hasil alamat".split()
)
"""Keys that hold names of records, choices and places: text, but no sentence."""
SHORTCODE = re.compile(r"\{\{.*?\}\}")
FENCE = re.compile(r"^ {0,3}(```|~~~)")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
HEAD = re.compile(r"^ {0,3}#{1,6}\s")
RULE = re.compile(r"^[\s|:-]+$")
ABBREVIATIONS = ("jl", "jln", "no", "th", "thn", "nmr", "kel", "kec", "kab", "dr", "drg", "hj", "h", "prof", "st", "bpk", "sdr", "a.n", "d.a", "u.p", "dll", "dsb", "dst", "hlm", "art", "rt", "rw", "s.d", "pkl", "tlp", "telp", "gg")
SENTENCE_END = re.compile(r"[.!?…]+[\"”’)*_]*(?=\s|$)|:\s*$")
LONGEST_WORD = 40
"""How far back an abbreviation may begin."""
LINK = re.compile(r"!?\[[^\[\]]{0,300}\]\([^)]*\)")
WORD = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'’/.×-]*")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, table or heading. ``text`` keeps its length in the source, so offsets stay true."""

    passage: Passage
    start: int
    text: str
    kind: str

    def place(self, offset: int = 0) -> Place:
        """Place of a character of this block."""
        return self.passage.place(self.start + offset)

    @property
    def record(self) -> Record:
        """The record the block belongs to."""
        return self.passage.record

    @property
    def loc(self) -> Loc:
        """The field the block stands in; empty for a body."""
        return self.passage.loc

    def sentences(self) -> Iterator[tuple[int, str]]:
        """``(offset, sentence)``; a table gives its cells."""
        return self.sentences_of(self.text)

    def sentences_of(self, text: str) -> Iterator[tuple[int, str]]:
        """The same of ``text``, which is the block's with some of it blanked out."""
        return _cells(text) if self.kind == "tabel" else split_sentences(text)


def blocks(site: Site) -> Iterator[Block]:
    """Every block a reader may see, names and search phrases left out."""
    return iter(remembered(site, "blocks", lambda: tuple(_all_blocks(site))))


def _all_blocks(site: Site) -> Iterator[Block]:
    for passage in passages(site):
        if passage.is_body:
            yield from _blocks(passage)
        elif not passage.is_name and not (set(map(str, passage.loc)) & QUIET_KEYS):
            yield Block(passage, 0, passage.text, "isian")


def split_sentences(text: str) -> Iterator[tuple[int, str]]:
    """``(offset, sentence)``. Abbreviations, clock times and numbers do not end one."""
    return iter(_split(text))


@lru_cache(maxsize=REMEMBERED)
def _split(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        before = re.search(r"([\w.]+)$", text[max(0, match.start() - LONGEST_WORD) : match.start()])
        if match[0] == "." and before and before[1].casefold() in ABBREVIATIONS:
            continue
        piece = text[start : match.end()]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = match.end()
    if text[start:].strip():
        yield start + len(text[start:]) - len(text[start:].lstrip()), text[start:].strip()


@lru_cache(maxsize=REMEMBERED)
def rough_words(text: str) -> tuple[str, ...]:
    """Everything that looks like a word, marks and addresses included: never fewer than ``words``, and cheaper."""
    return tuple(WORD.findall(text))


def words(sentence: str) -> list[str]:
    """Words a reader reads: source marks vanish, a contact counts as one word, a link as its text."""
    return list(_words(sentence))


@lru_cache(maxsize=REMEMBERED)
def _words(sentence: str) -> tuple[str, ...]:
    said = re.sub(r"\{\{\s*sumber.*?\}\}", " ", sentence)
    said = re.sub(r"\{\{\s*(\w+).*?\}\}", r" \1 ", said)
    said = re.sub(r"!?\[([^\[\]]{0,300})\]\([^)]*\)", r"\1", said)
    said = re.sub(r"https?://\S+", " alamat ", said)
    return tuple(WORD.findall(ITEM.sub("", said)))


def without_links(text: str) -> str:
    """The text with links and pictures blanked out, offsets kept: a name that leads to a page promises nothing."""
    return LINK.sub(lambda match: " " * len(match[0]), text) if "](" in text else text


def _blocks(passage: Passage) -> Iterator[Block]:
    lines = passage.text.split("\n")
    offset, run, begin, kind, fenced = 0, [], 0, "", False
    for line in [*lines, ""]:
        this = _kind(line)
        if FENCE.match(line):
            fenced = not fenced
            this = ""
        if fenced:
            this = ""
        joins = this and kind and (this == kind == "tabel" or (this == "paragraf" and kind in ("paragraf", "butir")))
        if run and not joins:
            yield Block(passage, begin, "\n".join(run), kind)
            run = []
        if this:
            if not run:
                begin, kind = offset, this
            run.append(line)
        offset += len(line) + 1


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if HEAD.match(line):
        return "judul"
    if line.lstrip().startswith("|"):
        return "tabel"
    return "butir" if ITEM.match(line) else "paragraf"


def _cells(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        if not RULE.match(line):
            at = 0
            for cell in line.split("|"):
                if cell.strip():
                    yield offset + at + len(cell) - len(cell.lstrip()), cell.strip()
                at += len(cell) + 1
        offset += len(line) + 1
