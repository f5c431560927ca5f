"""Read one built page: what it holds, and what is wrong with it by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ..leaks import leak_problem, scan_page
from ..problems import Place, Problem
from .facts import CONTACT, SHARE, Facts
from .numbers import contact_link, held_numbers
from .requests import requests, style
from .weight import Weight, weigh

TELLING = ",".join(["iframe", "object", "embed", "style", "meta[http-equiv]", "meta[content]",
                    *(f"[{name}]" for name in ("id", "href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "style",
                                               "title", "aria-label", "alt"))])
"""Every element that can ask for something, lead somewhere, or say something."""
FIGURES = '[data-jenis="kelola"] data'
"""Counts on the staff's pages, which only our own code can write: a column of them reads like any number, and none is one to dial."""
SPOKEN = ("title", "aria-label", "alt", "content")
"""Attributes that a reader, a screen reader or a search engine shows as text."""
NOTHING = "default-src 'none'"
"""How a policy begins that allows only what it names."""
MANY = 400
"""Pages from which a second process pays for its start."""


@dataclass(frozen=True)
class Read:
    """What one built page holds."""

    path: str
    ids: frozenset[str]
    links: tuple[str, ...]
    contacts: frozenset[str]
    problems: tuple[Problem, ...]
    weight: Weight


def read_all(site_dir: Path, names: list[str], facts: Facts) -> Iterator[Read]:
    """Every page of ``names``, in order; a large site is read by two processes."""
    if len(names) < MANY or (os.cpu_count() or 1) < 2:
        yield from (_read(site_dir, name, facts) for name in names)
        return
    size = -(-len(names) // 8)
    chunks = [names[start : start + size] for start in range(0, len(names), size)]
    with ProcessPoolExecutor(max_workers=2) as pool:
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
    has_exit = sealed = False
    said: list[str] = []
    for node in tree.css(TELLING):
        attributes = node.attributes
        ids.add(attributes.get("id") or "")
        if node.tag == "a" and attributes.get("href") is not None:
            href = attributes["href"] or ""
            if href.startswith(CONTACT) and not href.startswith(SHARE):
                contacts.add(href)
                problems += contact_link(place, href, node.text(), facts)
            elif href == facts.exit_url:
                has_exit = True
            links.append(href)
        elif (attributes.get("http-equiv") or "").lower() == "content-security-policy":
            sealed = (attributes.get("content") or "").startswith(NOTHING)
        problems += requests(place, node.tag or "", attributes)
        if node.tag == "style":
            problems += style(place, "<style>", node.text())
        said += [attributes[name] or "" for name in SPOKEN if name in attributes]
    for figure in tree.css(FIGURES):
        figure.decompose()
    text = "\n".join([tree.root.text(separator=" ") if tree.root else "", *said])
    problems += held_numbers(place, text, links, facts)
    problems += (leak_problem(place, leak) for leak in dict.fromkeys(scan_page(raw.decode("utf-8", "replace"), facts.secrets)))
    if not has_exit:
        problems.append(Problem(place, "tanpa-keluar", "Halaman ini tidak punya tautan keluar.", "Periksa site_src/theme/base.html."))
    if not sealed:
        problems.append(Problem(place, "tanpa-csp", "Halaman ini tidak menolak berkas dari tempat lain.", f"Kepala halaman perlu Content-Security-Policy yang mulai dengan “{NOTHING}”; periksa site_src/theme/base.html."))
    return Read(name, frozenset(ids), tuple(links), frozenset(contacts), tuple(problems), weigh(name, raw, tree))
