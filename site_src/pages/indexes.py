"""The glossary, and the index of everything: the search that needs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..model import Page
from .contacts import Contacts
from .glossary import sort_key, term_anchor
from .prose import Prose
from .text import body, html, link


def term_page(contacts: Contacts) -> Page:
    """Words that staff and officers use, explained, under their first letter."""
    here = "istilah.md"
    prose = Prose(contacts, here)
    blocks: list[str] = []
    letter = ""
    terms = sorted(contacts.site.terms, key=lambda term: sort_key(term.name))
    for term in terms:
        if _letter(term.name) != letter:
            letter = _letter(term.name)
            blocks.append(f"## {letter} {{ #{_letter_anchor(letter)} }}")
        also = f" ({', '.join(term.other_names)})" if term.other_names else ""
        marks = "".join(prose.open(f"{{{{ sumber: {name} }}}}") for name in term.references)
        blocks.append(f"**{term.name}**{also}  \n{prose.one_line(term.meaning)}{marks}\n{{ #{term_anchor(term.name)} }}")
    cards = [card for owner in prose.loose_mentions() if (card := prose.card(owner))]
    return Page(
        path=here, title="Istilah", kind="istilah", source="content/istilah.yaml", trail=(("Beranda", ""),),
        description="Kata-kata yang dipakai petugas, dalam bahasa sehari-hari.",
        body=body("Kata-kata yang dipakai petugas, dalam bahasa sehari-hari.", _jump(dict.fromkeys(_letter(term.name) for term in terms)), *blocks,
                  body("## Yang bisa dihubungi", *cards) if cards else "", prose.source_list(())),
        shows=prose.shows(),
    )


def index_of_everything(contacts: Contacts) -> Page:
    """Every page under every name people know it by, A to Z."""
    here = "a-z.md"
    entries = sorted(_told_apart(_entries(contacts)), key=lambda entry: (sort_key(entry[0]), entry))
    letters = sorted({_letter(name) for name, _ in entries})
    blocks = []
    for letter in letters:
        rows = [f"<li>{link(here, path, name)}</li>" for name, path in entries if _letter(name) == letter]
        blocks.append(html(f'<section class="huruf-bagian">\n<h2 id="{_letter_anchor(letter)}">{letter}</h2>\n<ul>', *rows, "</ul>\n</section>"))
    return Page(path=here, title="Indeks A–Z", kind="indeks", trail=(("Beranda", ""),), description="Semua halaman menurut abjad, dengan kata-kata yang dipakai orang.",
                body=body("Semua halaman menurut abjad. Tekan huruf pertama dari kata yang Anda cari.", _jump(letters), *blocks))


def _entries(contacts: Contacts) -> Iterator[tuple[str, str]]:
    site = contacts.site
    for topic in site.topics:
        yield from ((name, f"topik/{topic.slug}.md") for name in (topic.name, topic.saying))
    for owner in (*site.hotlines, *site.services):
        short = (owner.short_name,) if getattr(owner, "short_name", None) else ()
        yield from ((name, contacts.path(owner)) for name in (owner.name, *owner.other_names, *short))
    for article in (*site.prevention, *site.guides, *site.news):
        yield article.name, article.path.removeprefix("content/")
    if site.pathways:
        yield from ((name, "jejaring.md") for name in ("Jejaring kota", "Siapa melakukan apa"))
    if site.indicators:
        yield "Kota Layak Anak", "kota-layak-anak.md"
    yield from ((language.name, f"{language.slug}/index.md") for language in site.languages)
    for pathway in site.pathways:
        yield pathway.name, f"alur/{pathway.slug}.md"
    for district in site.area.districts:
        yield f"Kecamatan {district.name}", f"kecamatan/{district.slug}.md"
        yield from ((f"Kelurahan {village.name}", f"kecamatan/{district.slug}.md") for village in district.villages)
    for term in site.terms:
        yield from ((name, f"istilah.md#{term_anchor(term.name)}") for name in (term.name, *term.other_names))


def _told_apart(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """One row for each name and page: a page goes before the glossary's entry of that name, and two pages of one name say which is which."""
    found: dict[str, dict[str, str]] = {}
    for name, path in entries:
        found.setdefault(sort_key(name), {}).setdefault(path, name)
    for rows in found.values():
        pages = {path: name for path, name in rows.items() if not path.startswith("istilah.md#")} or rows
        for path, name in pages.items():
            yield (name if len(pages) == 1 else f"{name} ({path.partition('/')[0]})"), path


def _letter(name: str) -> str:
    first = next((letter for letter in sort_key(name) if letter != " "), "0")
    return first.upper() if "a" <= first <= "z" else "0–9"


def _jump(letters: Iterable[str]) -> str:
    return html('<nav class="huruf" aria-label="Huruf pertama">', *(f'<a href="#{_letter_anchor(letter)}">{letter}</a>' for letter in letters), "</nav>")


def _letter_anchor(letter: str) -> str:
    return f"huruf-{letter.lower()}"
