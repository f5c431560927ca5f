"""Where the sentences of the site come from: one page with every source whole, and the short form that stands below a text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import escape

from ..model import Page, Reference, Strength
from .contacts import Contacts
from .text import body, host, html, link, long_date

PATH = "tentang/sumber.md"
ARTICLE = re.compile(r"[^:]*\bPasal\s[^:]*(?=: )")
"""A law and its article, before the words that say what it holds."""


def sources_page(contacts: Contacts) -> Page:
    """Every source that a text may name, with all addresses that were read."""
    facts = sorted((item for item in contacts.site.references if item.strength is not Strength.EDITORIAL), key=lambda item: item.name.casefold())
    rows = [f'<li id="{item.id}">{_whole(contacts, item)}</li>' for item in facts]
    return Page(
        path=PATH, title="Sumber tulisan", kind="tentang", trail=(("Beranda", ""), ("Tentang", "tentang/")), source="content/sumber.yaml",
        description="Hukum, pedoman, dan berita yang menjadi dasar tulisan di situs ini.",
        body=body("Di bawah setiap tulisan ada daftar sumbernya. Di halaman ini setiap sumber ditulis lengkap, dengan tanggal kami membacanya.", html('<ul class="sumber-daftar">', *rows, "</ul>")),
    )


def source_list(here: str, items: list[Reference], title: str) -> str:
    """The sources below a text on page ``here``, numbered as their marks are: each name leads to its addresses on the page of all sources.

    The addresses are long and cannot be packed, and a reader on a slow network would pay for them on every page. The day most were read
    is said once, any other beside its source.
    """
    if not items:
        return ""
    days = Counter(item.read for item in items if item.strength is not Strength.EDITORIAL)
    day = max(days, key=lambda day: (days[day], day), default=None)
    rows = [f'<li id="sumber-{number}">{_short(here, item, day)}</li>' for number, item in enumerate(items, 1)]
    anchor = "-".join(title.casefold().split())
    said = f"<p>Dibaca {long_date(day)}{', kecuali disebut lain' if len(days) > 1 else ''}.</p>" if day else ""
    return html(f'<section class="sumber" aria-labelledby="{anchor}">', f'<h2 id="{anchor}">{title}</h2>', said, "<ol>", *rows, "</ol>", "</section>")


def _short(here: str, item: Reference, day: date | None) -> str:
    """A source that stands alone says who published it; a strong one is a law's own text or said by two who do not copy each other."""
    if item.strength is Strength.EDITORIAL:
        return f"{escape(item.name)}."
    read = "" if item.read == day else f" Dibaca {long_date(item.read)}."
    alone = f" Baru satu sumber ({', '.join(escape(name) for name in dict.fromkeys(map(host, item.urls)))}); menunggu kepastian." if item.strength is Strength.SINGLE else ""
    return f"{link(here, f'{PATH}#{item.id}', _cited(item.name))}.{read}{alone}"


def _cited(name: str) -> str:
    """``UU 12/2022 (TPKS) Pasal 41: kewajiban …`` -> ``UU 12/2022 (TPKS) Pasal 41``: below a text the article is enough; what it says stands in the text and on the page of all sources."""
    cited = ARTICLE.match(name)
    return cited[0] if cited else name


def _whole(contacts: Contacts, item: Reference) -> str:
    alone = " Baru satu sumber; menunggu kepastian." if item.strength is Strength.SINGLE else ""
    return f"{escape(item.name)}. Dibaca {long_date(item.read)}: {', '.join(contacts.source_link(url) for url in item.urls)}.{alone}"
