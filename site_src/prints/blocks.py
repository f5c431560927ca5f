"""A Markdown body as blocks for the template: a contact on its own line keeps its number and evidence, in a sentence its name; marks of sources go, links leave their words and, where these say to read, what leads there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import normpath
from typing import Any

from markdown import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model import Hotline, Service, shortcodes
from ..pages.contacts import Contacts
from .rows import Again, contact_row

Block = dict[str, Any]
"""``jenis`` judul | alinea | butir | angka | tabel | kontak, ``isi`` a list of runs ``{"t": text, "b": bold}``.

``no`` counts an ``angka``, a ``tabel`` carries ``baris`` (rows of two cells, its headings first), a ``kontak`` its ``contact_row``, a ``butir`` of a check list ``centang``."""
KINDS = {"h2": "judul", "h3": "judul", "h4": "judul", "p": "alinea", "li": "butir"}
ON_SCREEN = re.compile(r"keluar cepat|tombol keluar", re.IGNORECASE)
"""Words that name this button speak of the screen: on paper they would only puzzle."""
Lead = Callable[[str], str]
"""What leads from paper to a page such as ``panduan/visum``."""
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<page>[^)\s#:]+)\.md(?:#[^)\s]*)?\)")
TO_READ = re.compile(r"\b(?:baca|bacalah|lihat|ada di)\b[^.!?]*$", re.IGNORECASE)
"""A sentence that sends its reader to another page."""
CHECK_LIST = "Daftar periksa"
"""How the heading of a list to tick begins."""
DOTS = re.compile(r"(…[…\s]*…)\s+(?=\w)")
"""Room to write with more words behind it: these begin a line of their own, or nobody knows what belongs to which dots."""


def sections(contacts: Contacts, body: str, again: Again, lead: Lead) -> list[list[Block]]:
    """The blocks of a prevention page's body, cut before each heading; what stands before the first heading is the first section."""
    found: list[list[Block]] = [[]]
    for block in _blocks(contacts, _led(body, lead), again):
        if ON_SCREEN.search("".join(run["t"] for run in block["isi"])):
            continue
        if block["jenis"] == "judul" and found[-1]:
            found.append([])
        found[-1].append(block | {"centang": True} if block["jenis"] == "butir" and _ticked(found[-1]) else block)
    return found


def _ticked(section: list[Block]) -> bool:
    """Whether the section's heading calls it a check list."""
    return bool(section) and section[0]["jenis"] == "judul" and section[0]["isi"][0]["t"].startswith(CHECK_LIST)


def _blocks(contacts: Contacts, body: str, again: Again) -> Iterator[Block]:
    tree = LexborHTMLParser(markdown(_named(contacts, body), extensions=["sane_lists", "tables"]))
    for node in tree.body.iter() if tree.body else ():
        owner = _owner(contacts, node.attributes.get("data-jenis"), node.attributes.get("data-nama") or "")
        if owner:
            row = contact_row(contacts, owner, again)
            yield {"jenis": "kontak", "isi": [{"t": row["nama"], "b": True}], **row}
        else:
            yield from _block(node)


def _block(node: LexborNode) -> Iterator[Block]:
    if node.tag in ("ul", "ol", "blockquote"):
        for number, child in enumerate(node.iter(), 1):
            for block in _block(child):
                yield block | {"jenis": "angka", "no": number} if node.tag == "ol" and child.tag == "li" else block
    elif node.tag == "table":
        yield from _table([[_text(cell) for cell in row.iter()] for row in node.css("tr")])
    elif node.tag in KINDS:
        yield {"jenis": KINDS[node.tag], "isi": [run for run in _runs(node) if run["t"]]}


def _table(rows: list[list[str]]) -> Iterator[Block]:
    """Two columns fit beside each other in a third of the paper; of more each row becomes a line that names its columns."""
    heads = rows[0]
    if len(heads) == 2:
        yield {"jenis": "tabel", "baris": rows, "isi": [{"t": "; ".join(cells) + ". ", "b": False} for cells in rows]}
        return
    for first, *rest in rows[1:]:
        told = "; ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], rest, strict=True))
        yield {"jenis": "butir", "isi": [{"t": first, "b": True}, {"t": f". {told}." if told else "", "b": False}]}


def _runs(node: LexborNode, bold: bool = False) -> Iterator[Block]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield {"t": DOTS.sub(r"\1\n", re.sub(r"\s+", " ", child.text_content or "")), "b": bold}
        else:
            yield from _runs(child, bold or child.tag == "strong")


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def without_the_screen(text: str) -> str:
    """The sentences of ``text`` that mean something on paper."""
    return " ".join(sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if not ON_SCREEN.search(sentence))


def _led(body: str, lead: Lead) -> str:
    """Links as words; where these send somebody to read, the page in quotes and what leads there."""
    def told(link: re.Match[str]) -> str:
        page = normpath(f"pencegahan/{link['page']}")
        if not TO_READ.search(body[: link.start()]):
            return link["words"]
        words = link["words"] if page.startswith("layanan/") else f"“{link['words']}”"
        return f"{words} ({lead(page)})"

    return LINK.sub(told, body)


def _named(contacts: Contacts, body: str) -> str:
    """Each contact in a sentence by its name, for its number stands elsewhere on the sheet; one on its own line as an element to be opened."""
    out, last = [], 0
    for code in shortcodes(body):
        owner = _owner(contacts, code.kind, code.name)
        before = body[last : code.start]
        out += [before if owner else before.rstrip(" "), f'<div data-jenis="{code.kind}" data-nama="{code.name}"></div>' if owner and code.alone else owner.name if owner else ""]
        last = code.end
    return "".join([*out, body[last:]])


def _owner(contacts: Contacts, kind: str | None, name: str) -> Hotline | Service | None:
    return contacts.site.hotline.get(name) if kind == "hotline" else contacts.site.service.get(name) if kind == "layanan" else None
