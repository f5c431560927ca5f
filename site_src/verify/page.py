"""Read one built page: what it holds, and what is wrong with it by itself."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from .. import second_core
from ..leaks import leak_problem, scan_page
from ..problems import Place, Problem
from .facts import DIALS, SHARE, Facts
from .numbers import contact_link, held_numbers
from .requests import foreign, in_script, requests, sealed, style
from .weight import Weight, weigh

FIGURES = '[data-jenis="kelola"] data'
"""Counts on the staff's pages, which only our own code can write: a column of them reads like any number, and none is one to dial."""
SPOKEN = ("title", "aria-label", "aria-description", "aria-valuetext", "alt", "content", "placeholder", "label")
"""Attributes that a reader, a screen reader or a search engine shows as text."""
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
"""What a style can put before a reader; its other figures are sizes."""
MANY = 400
"""Pages from which a second process pays for its start."""


@dataclass(frozen=True)
class Read:
    """What one built page holds. ``links`` lead a reader on; ``asked`` are files a browser fetches with the page."""

    path: str
    ids: frozenset[str]
    links: tuple[str, ...]
    asked: tuple[str, ...]
    contacts: frozenset[str]
    problems: tuple[Problem, ...]
    weight: Weight


def read_all(site_dir: Path, names: list[str], facts: Facts) -> Iterator[Read]:
    """Every page of ``names``, in order; a large site is read by two processes, where one can be forked: a fresh one would run the command's script again."""
    if len(names) < MANY or not second_core.can_help(len(names)):
        yield from (_read(site_dir, name, facts) for name in names)
        return
    size = -(-len(names) // 8)
    chunks = [names[start : start + size] for start in range(0, len(names), size)]
    with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
        for pages in pool.map(_read_chunk, *zip(*((site_dir, chunk, facts) for chunk in chunks))):
            yield from pages


def _read_chunk(site_dir: Path, names: list[str], facts: Facts) -> list[Read]:
    return [_read(site_dir, name, facts) for name in names]


def _read(site_dir: Path, name: str, facts: Facts) -> Read:
    raw = (site_dir / name).read_bytes()
    tree = LexborHTMLParser(raw)
    place = Place(f"site/{name}")
    problems: list[Problem] = []
    ids: set[str] = set()
    links: list[str] = []
    contacts: set[str] = set()
    asked: list[str] = []
    has_exit = is_sealed = False
    said: list[str] = []
    for node in tree.css("*"):
        tag, attributes = node.tag or "", node.attributes
        ids.add(attributes.get("id") or "")
        href = attributes.get("href") or ""
        if tag in ("a", "area") and "href" in attributes:
            if DIALS.match(href) and not href.startswith(SHARE):
                contacts.add(href)
                problems += contact_link(place, href, node.text(), facts)
            elif href == facts.exit_url:
                has_exit = True
            links.append(href)
        elif (attributes.get("http-equiv") or "").lower() == "content-security-policy":
            is_sealed |= sealed(attributes.get("content") or "", name)
        else:
            file = attributes.get("src") or (href if tag == "link" else "")
            asked += [file] if file and not foreign(file) else []
        problems += requests(place, tag, attributes)
        if tag == "style":
            problems += style(place, "<style>", node.text())
            said += QUOTED.findall(node.text())
        elif tag == "script":
            problems += in_script(place, node.text())
        said += [attributes[key] or "" for key in SPOKEN if key in attributes]
    weight = weigh(name, raw, tree)
    for unread in tree.css(f"{FIGURES}, style"):
        unread.decompose()
    text = "\n".join([tree.root.text(separator=" ") if tree.root else "", *said])
    problems += held_numbers(place, text, links, facts)
    problems += (leak_problem(place, leak) for leak in dict.fromkeys(scan_page(raw.decode("utf-8", "replace"), facts.secrets)))
    if not has_exit:
        problems.append(Problem(place, "tanpa-keluar", "Halaman ini tidak punya tautan keluar.", "Periksa site_src/theme/base.html."))
    if not is_sealed:
        problems.append(Problem(place, "tanpa-csp", "Halaman ini tidak menolak berkas dari tempat lain.", "Kepala halaman perlu Content-Security-Policy yang hanya mengizinkan berkas situs ini; periksa site_src/theme/base.html."))
    return Read(name, frozenset(ids), tuple(links), tuple(asked), frozenset(contacts), tuple(problems), weight)
