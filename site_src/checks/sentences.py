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
ABBREVIATIONS = ("jl", "jln", "no", "th", "thn", "nmr", "kel", "kec", "kab", "dr", "drg", "hj", "h", "prof", "st", "bpk", "sdr", "sdri", "a.n", "d.a", "u.p", "hlm", "hal", "art", "rt", "rw", "s.d", "pkl", "tlp", "telp", "gg", "tgl", "psl", "pt", "cv", "ps", "ny", "tn", "yth", "kpd", "jo", "bag", "lt")
AND_SO_ON = ("dll", "dsb", "dst", "dkk", "etc")
"""Abbreviations that may end a sentence: what follows in small letters belongs to it."""
SENTENCE_END = re.compile(r"[.!?…]+[\"”’)*_]*(?=\s|$)|(?<=[a-z]{3})[.!?](?=[A-Z][a-z])|:\s*$")
"""Also where the blank behind a full stop was forgotten."""
GOES_ON = re.compile(r"\s+[a-zà-ÿ]")
TITLE = re.compile(r"[A-Z]\w{0,3}\.\w+")
"""``S.H``, ``M.Si``: what stands behind a name."""
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
    # A full stop within a link's text or target ends nothing.
    plain = LINK.sub(lambda match: re.sub(r"[.!?…]", "_", match[0]), text) if "](" in text else text
    for match in SENTENCE_END.finditer(plain):
        before = re.search(r"([\w.]+)$", text[max(0, match.start() - LONGEST_WORD) : match.start()])
        if _goes_on(match[0], before[1] if before else "", plain, match.end()) or re.fullmatch(r"\s*\d+\.", text[start : match.end()]):
            continue
        piece = text[start : match.end()]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = match.end()
    if text[start:].strip():
        yield start + len(text[start:]) - len(text[start:].lstrip()), text[start:].strip()


def _goes_on(mark: str, word: str, text: str, end: int) -> bool:
    """True when ``mark``, which ends at ``end`` behind ``word``, ends no sentence: an abbreviation, a title, an ellipsis or an exclamation within one."""
    if mark == "." and word.casefold() in ABBREVIATIONS:
        return True
    is_open = mark[0] in "…" or mark.startswith("...") or mark[-1] in "\"”’)" or word.casefold() in AND_SO_ON or bool(TITLE.fullmatch(word))
    return is_open and bool(GOES_ON.match(text, end))


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
    said = re.sub(r"\]\s?\[[^\[\]]*\]|&#?\w+;", " ", said)
    said = re.sub(r"https?://\S+", " alamat ", said)
    return tuple(WORD.findall(ITEM.sub("", said)))


def without_links(text: str) -> str:
    """The text with links and pictures blanked out, offsets kept: a name that leads to a page promises nothing."""
    return LINK.sub(lambda match: " " * len(match[0]), text) if "](" in text else text


def _blocks(passage: Passage) -> Iterator[Block]:
    lines = passage.text.split("\n")
    rows = _rows(lines) if "|" in passage.text else frozenset()
    offset, run, begin, kind, fenced = 0, [], 0, "", False
    for number, line in enumerate([*lines, ""]):
        this = "tabel" if number in rows else _kind(line)
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


def _rows(lines: list[str]) -> frozenset[int]:
    """Lines of tables that begin without a stroke: the one above the rule, the rule, and all below that hold a stroke."""
    found: set[int] = set()
    for number, line in enumerate(lines[1:], 1):
        if number - 1 in found and "|" in line:
            found.add(number)
        elif "|" in lines[number - 1] and "|" in line and "-" in line and RULE.match(line):
            found |= {number - 1, number}
    return frozenset(found)


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
