"""A text, and the line and column of every value in it. Scalars stay the strings that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from .problems import Loc, Place, Positions, Problem
from .yaml_words import YAML_SENTENCES, broken, syntax_problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
Data = dict[str, Any] | list[Any] | str

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Letters nobody can see: control codes, soft hyphens, zero-width spaces, and those that turn the reading direction round."""


def decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """Bytes of one file as text, or the reasons it cannot be read. Never raises."""
    top = Place(path, 1, 1)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Problem(top, "pengodean", "Berkas ini disimpan sebagai UTF-16.", "Simpan ulang sebagai UTF-8.")]
    problems = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(Problem(top, "bom", "Berkas diawali tanda BOM yang tidak terlihat.", "Simpan sebagai “UTF-8”, bukan “UTF-8 dengan BOM”."))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        place = Place(path, before.count(b"\n") + 1, column)
        found = f"byte 0x{raw[error.start]:02x}"
        return None, [*problems, Problem(place, "pengodean", f"Berkas ini bukan UTF-8 ({found}).", "Simpan ulang sebagai UTF-8.")]
    if "\r" in text:
        problems.append(Problem(_place_at(path, text, text.index("\r")), "akhir-baris",
                                "Akhir baris gaya Windows (CRLF).", "Di editor, pilih akhir baris “LF”, lalu simpan."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = _HIDDEN.search(text)
    if hidden:
        found = f"U+{ord(hidden[0]):04X}"
        problems.append(Problem(_place_at(path, text, hidden.start()), "huruf-kendali", f"Ada huruf kendali yang tidak terlihat ({found}).",
                                "Hapus huruf itu; ketik ulang barisnya."))
        return None, problems
    if not text.strip():
        return None, [*problems, Problem(top, "berkas-kosong", "Berkas ini kosong.", "Isi, atau hapus berkasnya.")]
    return text, problems


def _place_at(path: str, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def split_front_matter(path: str, text: str) -> tuple[str, str, int, list[Problem]]:
    """``(yaml, body, first line of the body, problems)`` of a Markdown file that starts with ``---``."""
    lines = text.split("\n")
    right = "---\nnama: …\n---\n\n## Apa ini"
    if lines[0].rstrip() != "---":
        return "", text, 1, [Problem(Place(path, 1, 1), "tanpa-kepala", f"Baris pertama “{lines[0][:40]}”, seharusnya “---”.",
                                     "Mulai berkas dengan kepala di antara dua baris “---”.", right)]
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2, []
    return "", "", len(lines), [Problem(Place(path, 1, 1), "kepala-tidak-ditutup", "Kepala dibuka dengan “---” tetapi tidak ditutup.",
                                        "Tambahkan baris “---” setelah isian terakhir.", right)]


@lru_cache(maxsize=300)
def parse_yaml(path: str, text: str, first_line: int = 1) -> tuple[Data | None, Positions, list[Problem]]:
    """Data with every scalar as typed, the place of each value and key, and the problems. ``None`` when it cannot be read.

    Remembered: a live preview reads the same files at every save. Nobody may change what is returned.
    """
    tab = re.search(r"^[ ]*\t", text, re.MULTILINE)
    if tab:
        place = Place(path, text[: tab.end()].count("\n") + first_line, tab.end() - tab.start())
        return None, Positions(path), [broken(place, *YAML_SENTENCES[0][1:])]
    try:
        deep = _deep_mark(text)
        if deep:
            return None, Positions(path), [_too_deep(Place(path, deep.line + first_line, deep.column + 1))]
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, Positions(path), [syntax_problem(path, error, first_line, text.split("\n"))]
    except RecursionError:
        return None, Positions(path), [_too_deep(Place(path, first_line, 1))]
    if node is None:
        return None, Positions(path), [Problem(Place(path, first_line, 1), "berkas-kosong", "Tidak ada isian.", "Isi, atau hapus berkasnya.")]
    reader = _Reader(path, first_line)
    data = reader.read(node, ())
    return (None if reader.fatal else data), Positions(path, reader.values, reader.keys), reader.problems


class _Reader:
    """Walks composed YAML nodes once, keeping places and refusing what staff never need: anchors, tags, duplicate keys."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.values: dict[Loc, tuple[int, int]] = {}
        self.keys: dict[Loc, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.fatal = False
        self._seen: set[int] = set()
        self._anchors: set[int] = set()

    def read(self, node: yaml.Node, loc: Loc) -> Any:
        self.values[loc] = self._spot(node)
        if id(node) in self._seen:
            return self._refuse_anchor(node)
        self._seen.add(id(node))
        if len(loc) > MAX_DEPTH:
            self.fatal = True
            self.problems.append(_too_deep(self._place(node)))
            return ""
        if node.tag not in _PLAIN_TAGS:
            return self._refuse(node, "yaml-tag", f"Tanda {node.tag!r} tidak dipakai di sini.", "Hapus tanda “!…” di depan nilai.")
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, loc))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*loc, index)) for index, child in enumerate(node.value)]
        return node.value

    def _pairs(self, node: yaml.MappingNode, loc: Loc) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "yaml-kunci", "Nama isian harus satu kata, bukan daftar.", "Bila ini kode singkat, beri tanda kutip: \"{{ hotline: sapa-129 }}\".")
                continue
            name = key.value
            if name in first:
                self.problems.append(Problem(self._place(key), "kunci-ganda", f"“{name}” sudah diisi di baris {first[name]}.", "Hapus salah satu."))
                continue
            if name == "<<":
                self._refuse(key, "yaml-alias", "Penggabungan “<<” tidak dipakai di sini.", "Tulis ulang nilainya di sini.")
                continue
            first[name] = self._spot(key)[0]
            self.keys[(*loc, name)] = self._spot(key)
            yield name, self.read(value, (*loc, name))

    def _refuse(self, node: yaml.Node, code: str, message: str, remedy: str) -> str:
        self.fatal = True
        self.problems.append(broken(self._place(node), code, message, remedy))
        return ""

    def _refuse_anchor(self, node: yaml.Node) -> str:
        if id(node) in self._anchors:
            return ""
        self._anchors.add(id(node))
        return self._refuse(node, "yaml-alias", "Nilai ini memakai jangkar (&) dan rujukan (*) YAML.", "Hapus jangkarnya; tulis ulang nilainya di setiap tempat.")

    def _spot(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.path, *self._spot(node))


def _deep_mark(text: str) -> yaml.Mark | None:
    """Where nesting passes ``MAX_DEPTH``, asked only of a text that could be deep: libyaml composes by recursion and would end the process."""
    if text.count("[") + text.count("{") < 1000 and not re.search(r"^ {200}|(?:[-?:] +){200}", text, re.MULTILINE):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            return event.start_mark
    return None


def _too_deep(place: Place) -> Problem:
    return broken(place, "yaml-terlalu-dalam", f"Lekukan lebih dari {MAX_DEPTH} tingkat.", "Periksa kurung siku dan lekukan.")
