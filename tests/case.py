"""A case is one file: what a tired colleague typed into the tiny city, and what must be said about it.

The file begins with lines ``# kunci: nilai``; the first other line ends them.

=============  ==========================================================================================
``kasus``      one sentence: what happened
``harus``      ``tempat kode | kata | kata``: a problem that must be reported, with words it must say. Without any
               ``harus`` the input is good. The list is whole: nothing else may be reported.
``hanya``      ``posix`` when Windows cannot hold such a file
``berkas``     where the text below it goes; ``\\x0a`` and ``\\udcff`` stand for bytes of odd names. May come again
               further down, for the next file.
``buat``       how the file before it is made: ``bom``, ``crlf``, ``cr``, ``utf-16``, ``utf-16-tanpa-bom``, ``latin-1``, ``kosong``,
               ``hapus``, ``folder``, ``pipa``, ``symlink TUJUAN``, ``byte ¤ FF`` (every ``¤`` becomes that byte)
``ulangi``     ``50 MB``: the text again and again, up to that size; ``200 kali``: the text so many times
=============  ==========================================================================================

The text is the whole file, or changes to the file of the city: lines ``-|`` that stand there exactly once, and the lines ``+|``
that take their place. Lines ``+|`` alone are added at the end.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

HEADER = re.compile(r"# (kasus|harus|hanya|berkas|buat|ulangi): (.*)")
CITY = Path(__file__).parent / "city"


@dataclass
class Said:
    """One problem, as ``harus`` lines and reports name it. ``words`` are only in what must be said."""

    place: str
    code: str
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " | ".join([f"{self.place} {self.code}", *self.words])


@dataclass
class Section:
    """One file of a case."""

    path: str
    made: list[str] = field(default_factory=list)
    repeat: str = ""
    lines: list[str] = field(default_factory=list)


@dataclass
class Case:
    """One case file, read."""

    title: str = ""
    only: str = ""
    expected: list[Said] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def read_case(path: Path) -> Case:
    """A case file as a value. A misspelt key is an error of the case, not of the site."""
    case = Case()
    in_header = True
    for line in path.read_text(encoding="utf-8").split("\n"):
        match = HEADER.fullmatch(line)
        if match and (in_header or match[1] == "berkas"):
            in_header = True
            _take(case, match[1], match[2])
        else:
            in_header = False
            if case.sections:
                case.sections[-1].lines.append(line)
            elif line:
                raise ValueError(f"{path}: teks sebelum “# berkas:”: {line}")
    if not case.title or not case.sections:
        raise ValueError(f"{path}: perlu “# kasus:” dan “# berkas:”")
    return case


def lay_out(case: Case, root: Path, city: Path = CITY) -> None:
    """The tiny city below ``root``, by hard links, with the files of the case in place."""
    for folder, _, names in os.walk(city):
        here = root / os.path.relpath(folder, city)
        here.mkdir(parents=True, exist_ok=True)
        for name in names:
            try:
                os.link(os.path.join(folder, name), here / name)
            except OSError:
                shutil.copyfile(os.path.join(folder, name), here / name)
    for section in case.sections:
        _make(section, root, city)


def _take(case: Case, key: str, value: str) -> None:
    if key == "kasus":
        case.title = value
    elif key == "hanya":
        case.only = value
    elif key == "harus":
        head, *words = value.split(" | ")
        place, _, code = head.rpartition(" ")
        case.expected.append(Said(place, code, tuple(words)))
    elif key == "berkas":
        case.sections.append(Section(re.sub(r"\\(x..|u....)", lambda match: chr(int(match[1][1:], 16)), value)))
    elif key == "buat":
        case.sections[-1].made.append(value)
    else:
        case.sections[-1].repeat = value


def _make(section: Section, root: Path, city: Path) -> None:
    target = root / section.path
    words = [made.split(" ") for made in section.made]
    kinds = {parts[0] for parts in words}
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if "hapus" in kinds:
        return
    if "folder" in kinds:
        target.mkdir()
    elif "pipa" in kinds:
        os.mkfifo(target)
    elif "symlink" in kinds:
        target.symlink_to(next(parts[1] for parts in words if parts[0] == "symlink"))
    else:
        raw = b"" if "kosong" in kinds else _bytes(_text(section, city), words)
        target.write_bytes(raw)
        size = re.fullmatch(r"(\d+) MB", section.repeat)
        if size:
            # The rest is a hole in the file: nothing should read that far.
            os.truncate(target, int(size[1]) * 1_000_000)


def _text(section: Section, city: Path) -> str:
    lines = section.lines
    if not any(line.startswith(("-|", "+|")) for line in lines):
        text = "\n".join(lines)
    else:
        text = (city / section.path).read_text(encoding="utf-8")
        for old, new in _changes(lines):
            if old and text.count(old) != 1:
                raise ValueError(f"harus ada tepat sekali di {section.path}, ada {text.count(old)} kali:\n{old}")
            text = text.replace(old, new) if old else text + new
    times = re.fullmatch(r"(\d+) kali", section.repeat)
    return text * int(times[1]) if times else text


def _changes(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    before = ""
    for line in lines:
        kind, rest = line[:2], line[2:] + "\n"
        if kind == "-|":
            if before != "-|":
                found.append(("", ""))
            found[-1] = (found[-1][0] + rest, "")
        elif kind == "+|":
            if not before:
                found.append(("", ""))
            found[-1] = (found[-1][0], found[-1][1] + rest)
        elif line.strip():
            raise ValueError(f"baris perubahan diawali “-|” atau “+|”: {line}")
        before = kind if kind in ("-|", "+|") else ""
    return found


def _bytes(text: str, words: list[list[str]]) -> bytes:
    encoding, start = "utf-8", b""
    for kind, *rest in words:
        if kind == "crlf":
            text = text.replace("\n", "\r\n")
        elif kind == "cr":
            text = text.replace("\n", "\r")
        elif kind == "bom":
            start = b"\xef\xbb\xbf"
        elif kind in ("utf-16", "latin-1"):
            encoding = kind
        elif kind == "utf-16-tanpa-bom":
            encoding = "utf-16-le"
        elif kind != "byte":
            raise ValueError(f"“# buat: {kind}” tidak dikenal")
    raw = start + text.encode(encoding)
    for kind, *rest in words:
        if kind == "byte":
            raw = raw.replace(rest[0].encode("utf-8"), bytes.fromhex(rest[1]))
    return raw
