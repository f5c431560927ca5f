"""Small pieces of text that every page is made from, in Indonesian."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from datetime import date
from html import escape
from urllib.parse import urlsplit

from ..model import page_url, relative
from ..model.opening import hours_sentence as hours_sentence

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def long_date(day: date) -> str:
    """``23 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def source_day(text: str) -> str:
    """A page's own date as people read it: ISO dates in words, anything else as it stands."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text)
    if not match or not 1 <= int(match[2]) <= 12:
        return text
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{MONTHS[int(match[2]) - 1]} {match[1]}"


SHARED = frozenset({"github.com", "gitlab.com"})


def host(url: str) -> str:
    """The name a reader recognises in an address: ``kontan.co.id``; where many publish, whose it is: ``github.com/kota``."""
    parts = urlsplit(url)
    name = (parts.hostname or url).removeprefix("www.")
    return "/".join([name, *parts.path.split("/")[1:3]]) if name in SHARED else name


def in_sentence(name: str) -> str:
    """A heading inside a sentence: only its first letter is lowered, so that RT/RW and PATBM stay."""
    return name[:1].lower() + name[1:]


def in_header(name: str) -> str:
    """The heading of a front page as Markdown: the header above shows the same name, so it is there to be heard, and takes no room."""
    return f"{name} {{ .nama }}"


def joined(names: list[str], word: str = "dan") -> str:
    """``a, b, dan c``."""
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def link(here: str, target: str, text: str, **attributes: str) -> str:
    """An HTML link between two files of the staged tree: ``link("topik/kdrt.md", "hotline/sapa-129.md", "SAPA 129")``."""
    path, _, fragment = target.partition("#")
    url = relative(page_url(here), page_url(path) + (f"#{fragment}" if fragment else ""))
    extra = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return f'<a href="{escape(url)}"{extra}>{escape(text)}</a>'


def link_list(here: str, entries: Iterable[tuple[str, str]]) -> str:
    """A list whose rows are links and nothing else, as ``(file of the staged tree, text)``; each row is large enough to tap."""
    return html('<ul class="daftar">', *(f"<li>{link(here, target, text)}</li>" for target, text in entries), "</ul>")


def file_link(here: str, target: str) -> str:
    """The same link for Markdown, by file, so that the engine checks it: ``../hotline/sapa-129.md``."""
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def outside(url: str, text: str) -> str:
    """An HTML link to somebody else's page, which learns nothing of ours."""
    return f'<a href="{escape(url)}" rel="nofollow noreferrer">{escape(text)}</a>'


def html(*lines: str) -> str:
    """A block of HTML without blank lines, so that Markdown leaves it as it is."""
    return "\n".join(line for line in "\n".join(lines).split("\n") if line.strip())


def folded(title: str, *lines: str) -> str:
    """What calm reading does not need at once: closed until asked for, opened by a tap without a script. ``title`` and ``lines`` are HTML."""
    return html(f'<details class="lipat"><summary>{title}</summary>', *lines, "</details>")


def body(*parts: str) -> str:
    """Parts of a page joined by blank lines, empty ones left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part and part.strip())
