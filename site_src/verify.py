"""Read the built HTML, whoever built it: every number is there and dialable, every link leads somewhere, nothing calls out."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from .leaks import Secrets, leak_problem, scan_folder, scan_page, secrets_of
from .model import Ledger, international
from .problems import Place, Problem

CONTACT = ("tel:", "sms:", "mailto:", "https://wa.me/")
REQUESTS = ("src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href")
REQUEST_RELS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "apple-touch-icon", "prerender"}
FOREIGN = re.compile(r"(?:https?|wss?|ftp):|[a-z][a-z0-9+.-]*://|[\\/]{2}", re.IGNORECASE)
TELLING = ",".join(["iframe", "object", "embed", "style", "meta[http-equiv]", "meta[content]",
                    *(f"[{name}]" for name in ("id", "href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "style",
                                               "title", "aria-label", "alt"))])
"""Every element that can ask for something, lead somewhere, or say something."""
SPOKEN = ("title", "aria-label", "alt", "content")
"""Attributes that a reader, a screen reader or a search engine shows as text."""
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
DIGIT_RUN = re.compile(r"\+?\d[\d\s().\-]{1,}\d|\d+")
LAW_BEFORE = re.compile(r"(?:pasal|ayat|nomor|no\.|uu|pp|angka|halaman)\s*$", re.IGNORECASE)
LONGEST = 15
"""Digits of the longest number there is (E.164)."""
MANY = 400
"""Pages from which a second process pays for its start."""


@dataclass(frozen=True)
class Facts:
    """What the site may and must show: ``allowed`` contact links, digits that are ``held``, the ``exit_url``.

    ``withheld`` digits stand in no text of this edition, but may be part of an address or of a name that is one word; ``secrets`` are withheld words and places.
    """

    allowed: frozenset[str]
    held: frozenset[str]
    exit_url: str
    withheld: frozenset[str] = frozenset()
    secrets: Secrets = Secrets()


@dataclass(frozen=True)
class Read:
    """What one built page holds."""

    path: str
    ids: frozenset[str]
    links: tuple[str, ...]
    contacts: frozenset[str]
    problems: tuple[Problem, ...]


def facts_of(ledger: Ledger) -> Facts:
    """The facts to verify against, from the ledger alone."""
    return Facts(
        allowed=frozenset(channel.href for _, channel in ledger.shown_contacts() if channel.href and channel.href.startswith(CONTACT)),
        held=ledger.held_digits,
        exit_url=ledger.site.policy.exit_url,
        withheld=ledger.withheld_digits,
        secrets=secrets_of(ledger),
    )


def verify(site_dir: Path, expected: Mapping[str, frozenset[str]], facts: Facts, base: str = "/") -> list[Problem]:
    """Everything wrong with a built site. ``expected`` maps each page's address to the contact links it must hold; ``base`` is the path it is served at."""
    files = {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html"))
    read = {page.path: page for page in _read_all(site_dir, pages, facts)}
    problems = [problem for page in read.values() for problem in page.problems]
    problems += _missing(read, expected)
    problems += _broken_links(read, files, base)
    problems += _style_sheets(site_dir, files)
    problems += (leak_problem(Place(f"site/{name}"), leak) for name, leak in scan_folder(site_dir, facts.secrets, skip=(".html",)))
    return sorted(problems, key=lambda problem: problem.order)


def _read_all(site_dir: Path, names: list[str], facts: Facts) -> Iterator[Read]:
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
    has_exit = False
    said: list[str] = []
    for node in tree.css(TELLING):
        attributes = node.attributes
        ids.add(attributes.get("id") or "")
        if node.tag == "a" and attributes.get("href") is not None:
            href = attributes["href"] or ""
            if href.startswith(CONTACT):
                contacts.add(href)
                problems += _contact_link(place, href, node.text(), facts)
            elif href == facts.exit_url:
                has_exit = True
            links.append(href)
        problems += _requests(place, node.tag or "", attributes)
        if node.tag == "style":
            problems += _style(place, "<style>", node.text())
        said += [attributes[name] or "" for name in SPOKEN if name in attributes]
    text = "\n".join([tree.root.text(separator=" ") if tree.root else "", *said])
    problems += _held(place, text, links, facts)
    problems += (leak_problem(place, leak) for leak in dict.fromkeys(scan_page(raw.decode("utf-8", "replace"), facts.secrets)))
    if not has_exit:
        problems.append(Problem(place, "tanpa-keluar", "Halaman ini tidak punya tautan keluar.", "Periksa site_src/theme/base.html."))
    return Read(name, frozenset(ids), tuple(links), frozenset(contacts), tuple(problems))


def _contact_link(place: Place, href: str, text: str, facts: Facts) -> Iterator[Problem]:
    if href not in facts.allowed:
        yield Problem(place, "nomor-asing", f"Tautan “{href}” bukan milik kanal mana pun yang boleh tampil.", "Nomor hanya berasal dari hotlines.yaml dan content/layanan/.")
    typed = [run for run in DIGIT_RUN.findall(text)]
    if href.startswith("mailto:") or not typed:
        return
    dialled = international(re.sub(r"[^\d+]", "", href))
    if not any(international(re.sub(r"[^\d+]", "", run)) == dialled for run in typed):
        yield Problem(place, "nomor-berbeda", f"Tertulis “{' '.join(text.split())}”, tetapi yang dihubungi “{href}”.", "Angka di layar dan di tautan harus sama.")


def _requests(place: Place, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Problem]:
    asked = [attributes[name] or "" for name in REQUESTS if name in attributes]
    if tag == "link" and REQUEST_RELS & set((attributes.get("rel") or "").lower().split()):
        asked.append(attributes.get("href") or "")
    if "href" in attributes and tag not in ("a", "area", "link"):
        asked.append(attributes["href"] or "")
    asked += [one or two for one, two in CSS_URL.findall(attributes.get("style") or "")]
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        asked.append(re.sub(r"^[^;,]*[;,]?\s*(?:url\s*=\s*)?['\"]?", "", attributes.get("content") or "", flags=re.IGNORECASE))
    if tag in ("iframe", "object", "embed"):
        yield Problem(place, "bingkai", f"Elemen <{tag}> memuat halaman lain.", "Hapus.")
    for url in asked:
        if _foreign(url):
            yield Problem(place, "permintaan-luar", f"<{tag}> meminta “{url[:80]}” dari tempat lain.", "Simpan berkasnya di situs ini, atau hapus.")


def _foreign(url: str) -> bool:
    """True when a browser would ask another host: it also reads ``https:host``, ``\\\\host`` and addresses broken by line ends."""
    return any(FOREIGN.match(re.sub(r"[\t\r\n]", "", part).strip()) for part in url.split(","))


def _style(place: Place, where: str, css: str) -> Iterator[Problem]:
    for one, two in CSS_URL.findall(css):
        if _foreign(one or two):
            yield Problem(place, "permintaan-luar", f"{where} meminta “{(one or two)[:80]}” dari tempat lain.", "Simpan berkasnya di situs ini, atau hapus.")


def _readings(run: str) -> Iterator[str]:
    """Every number that a run of digits can be read as: two numbers that stand side by side look like one."""
    parts = run.split()
    for first in range(len(parts)):
        digits = ""
        for part in parts[first:]:
            digits += re.sub(r"[^\d+]", "", part)
            yield international(digits)
            if len(digits) > LONGEST:
                break


def _held(place: Place, text: str, links: Iterable[str], facts: Facts) -> Iterator[Problem]:
    for match in DIGIT_RUN.finditer(text):
        readings = set(_readings(match[0]))
        in_word = text[max(0, match.start() - 1) : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha()
        if (readings & facts.held or (readings & facts.withheld and not in_word)) and not LAW_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Problem(place, "nomor-ditahan-tampil", f"Nomor yang ditahan tampil: “{match[0].strip()}”.", "Hapus dari tulisan; nomor ini belum boleh dilihat warga.")
    for href in links:
        if not facts.held.isdisjoint(international(re.sub(r"[^\d+]", "", run)) for run in (*DIGIT_RUN.findall(unquote(href)), *re.findall(r"\d+", href))):
            yield Problem(place, "nomor-ditahan-tampil", f"Tautan memuat nomor yang ditahan: “{href[:80]}”.", "Jangan tautkan halaman ini.")


def _missing(read: Mapping[str, Read], expected: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for url, contacts in expected.items():
        name = f"{url}index.html" if url != "404.html" else url
        page = read.get(name)
        if page is None:
            yield Problem(Place(f"site/{name}"), "halaman-hilang", "Halaman ini tidak dibangun.", "Periksa keluaran mesin di atas.")
            continue
        for href in sorted(contacts - page.contacts - set(page.links)):
            yield Problem(Place(f"site/{name}"), "nomor-hilang", f"Tautan “{href}” seharusnya ada di halaman ini.", "Periksa tema dan mesin: kontak tidak boleh hilang.")


def _broken_links(read: Mapping[str, Read], files: set[str], base_path: str) -> Iterator[Problem]:
    for page in read.values():
        base = posixpath.dirname(page.path)
        for href in dict.fromkeys(page.links):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                continue
            if parts.path.startswith("/"):
                target = unquote(parts.path).removeprefix(base_path).lstrip("/")
            else:
                target = posixpath.normpath(posixpath.join(base, unquote(parts.path))) if parts.path else page.path
            if parts.path.endswith("/") or target in ("", ".") or posixpath.basename(parts.path) in (".", ".."):
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            if target not in files:
                yield Problem(Place(f"site/{page.path}"), "tautan-putus", f"Tautan “{href}” menuju halaman yang tidak ada.", "Perbaiki tautannya.")
            elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].ids:
                yield Problem(Place(f"site/{page.path}"), "jangkar-putus", f"Tautan “{href}” menuju bagian yang tidak ada.", "Perbaiki nama bagiannya.")


def _style_sheets(site_dir: Path, files: set[str]) -> Iterator[Problem]:
    for name in sorted(files):
        if name.endswith((".css", ".svg")):
            yield from _style(Place(f"site/{name}"), "Berkas gaya", (site_dir / name).read_text(encoding="utf-8", errors="replace"))
