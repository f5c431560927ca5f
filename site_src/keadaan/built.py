"""What only the built site can tell: what each page weighs on the wire, and which page nobody leads to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlsplit

from ..compress import compress
from ..model import relative
from ..model.content_policy import EDITOR
from ..pages.text import html
from ..verify.address import target_of
from .page import DATA, HEAVIEST, MEASURED, PATH
from .tables import figure, table

ASKED = re.compile(r'<(?:link\b(?=[^>]*\brel="(?:stylesheet|icon|preload)")|script\b|img\b(?![^>]*\bloading="lazy"))[^>]*?\b(?:href|src)="([^"]+)"')
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
KIND = re.compile(r'<body\b[^>]*?\bdata-jenis="([^"]*)"')
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
OFF_THE_MAP = frozenset({"bingkai", "tidak-ada", "editor", "pendek"})
"""Kinds that readers reach by address or by mistake, not by a link."""
LISTS_ALL = "a-z/index.html"
"""A link from here proves nothing: this page lists every other."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One built page. ``html`` is its size as it is sent (gzip), ``first`` with everything it asks for, both in bytes; ``led`` is how many pages lead to it."""

    file: str
    url: str
    kind: str
    title: str
    html: int
    first: int
    led: int

    @property
    def orphan(self) -> bool:
        """No page but the index of everything leads here, although readers should find it."""
        return not self.led and bool(self.url) and self.kind not in OFF_THE_MAP


def measure(built: Path, base: str = "/") -> list[Measured]:
    """Every page of a built site that has its packed copies, in the order of addresses. Pages for staff are left out. ``base`` is the path it is served at."""
    texts = {name: (built / name).read_text(encoding="utf-8") for name in sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html")) if not name.startswith(f"{EDITOR}/")}
    led = dict.fromkeys(texts, 0)
    for name, text in texts.items():
        targets = {target_of(name, urlsplit(unescape(href)).path, base) for href in LINK.findall(text) if not urlsplit(href).scheme}
        for target in targets - {name}:
            if target in led and name != LISTS_ALL:
                led[target] += 1
    return [_measured(built, name, text, led[name], base) for name, text in texts.items()]


def _measured(built: Path, name: str, text: str, led: int, base: str) -> Measured:
    asked = {target_of(name, unescape(href), base) for href in ASKED.findall(text) if not urlsplit(href).scheme}
    own = _sent(built / name)
    kind, title = KIND.search(text), TITLE.search(text)
    url = name.removesuffix("index.html")
    return Measured(name, url, kind[1] if kind else "", unescape(re.sub(r"<[^>]+>", "", title[1])).strip() if title else name, own, own + sum(_sent(built / one) for one in asked), led)


def _sent(file: Path) -> int:
    packed = file.with_name(f"{file.name}.gz")
    return packed.stat().st_size if packed.is_file() else file.stat().st_size if file.is_file() else 0


def complete(built: Path, best: bool, base: str = "/") -> None:
    """Write what was measured into the staff's page and its JSON; without that page nothing happens. ``best`` as in ``compress``."""
    page = built / PATH.removesuffix(".md") / "index.html"
    if not page.is_file():
        return
    found = measure(built, base)
    page.write_text(MEASURED.sub(lambda _: _as_html(found), page.read_text(encoding="utf-8"), count=1), encoding="utf-8", newline="\n")
    data = json.loads((built / DATA).read_text(encoding="utf-8"))
    data["bobot"] = [{"alamat": row.url, "jenis": row.kind, "bita_halaman": row.html, "bita_kunjungan_pertama": row.first, "ditautkan_dari": row.led} for row in found]
    data["yatim"] = [row.url for row in found if row.orphan]
    (built / DATA).write_bytes(as_json(data))
    compress(page.parent, best)


def as_json(data: object) -> bytes:
    """The bytes of the JSON beside the page, the same for the same data."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _as_html(found: list[Measured]) -> str:
    orphans = [row for row in found if row.orphan]
    heaviest = sorted(found, key=lambda row: (-row.first, row.url))[:HEAVIEST]
    return html(
        '<h3>Halaman yang tidak ditautkan</h3>',
        f"<p>{figure(len(orphans))} dari {figure(len(found))} halaman hanya ditemukan lewat Indeks A–Z.</p>",
        '<ul class="yatim">' + "".join(f"<li>{_link(row)}</li>" for row in orphans) + "</ul>" if orphans else "",
        '<h3>Bobot halaman</h3>',
        "<p>Bita yang dikirim (gzip): halamannya saja, dan kunjungan pertama dengan gaya, skrip, dan ikonnya. Semua halaman ada di data JSON.</p>",
        table("Bobot menurut jenis halaman", ("Jenis", "Halaman", "Nilai tengah", "Terberat", "Kunjungan terberat"), _by_kind(found), numbers=4),
        table(f"{HEAVIEST} halaman terberat", ("Halaman", "Halaman saja", "Kunjungan pertama"), [(_link(row), figure(row.html), figure(row.first)) for row in heaviest], numbers=2))


def _by_kind(found: list[Measured]) -> Iterator[tuple[str, ...]]:
    for kind in sorted({row.kind for row in found}):
        own = sorted((row for row in found if row.kind == kind), key=lambda row: row.html)
        yield escape(kind or "lainnya"), figure(len(own)), figure(own[len(own) // 2].html), figure(own[-1].html), figure(max(row.first for row in own))


def _link(row: Measured) -> str:
    here = f"{PATH.removesuffix('.md')}/"
    return f'<a href="{escape(relative(here, row.url or ""))}">{escape(row.title)}</a>' if row.url.endswith("/") or not row.url else escape(row.title)

