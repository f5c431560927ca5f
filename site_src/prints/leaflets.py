"""A prevention page as a leaflet: A4 on its side, folded in three. Outside: last part, numbers, cover; inside: the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..model import Article, Hotline, shortcodes
from ..pages.contacts import Contacts
from ..pages.order import AUDIENCE_NAMES, articles_in_order
from .blocks import Lead, sections
from .rows import Again, callable_lines, sheet_number

Frame = Callable[[str, list[Hotline]], dict[str, Any]]
"""What every sheet carries, for a page and its lines."""
CALL = "Hubungi"
MOST = 6
"""Numbers that fit the back."""


def leaflets(contacts: Contacts, frame: Frame, again: Again, lead: Callable[[Article], Lead]) -> Iterator[tuple[str, dict[str, Any]]]:
    """``(path, data)`` of a leaflet, and of its text in large print, for each prevention page that is worth printing (``cetak: ya``) and has a number to give."""
    worth = [article for article in articles_in_order(contacts.site.prevention) if article.printable]
    for place, article in enumerate(worth, 1):
        if lines := callable_lines(contacts, mentioned(article))[:MOST]:
            page = f"pencegahan/{article.slug}"
            number = sheet_number(contacts, page, place)
            whole = frame(page, lines) | _leaflet(contacts, article, again, lead(article))
            yield f"lipat/lipat-{number:02}.pdf", whole
            yield f"besar/besar-lipat-{number:02}.pdf", whole | {"bentuk": "besar", "kertas": "a4", "ajakan": CALL, "dalam_dulu": False}


def _leaflet(contacts: Contacts, article: Article, again: Again, lead: Lead) -> dict[str, Any]:
    parts = sections(contacts, article.body, again, lead)
    return {
        "bentuk": "lipat",
        "judul": article.name,
        "ringkas": contacts.plain(article.summary),
        "untuk": ", ".join(AUDIENCE_NAMES[audience] for audience in article.audiences),
        "dalam": [block for part in (parts[:-1] or parts) for block in part],
        "sisi": parts[-1] if len(parts) > 1 else [],
    }


def mentioned(article: Article) -> list[str]:
    """Hotlines of the page, those in its text included, each once."""
    return list(dict.fromkeys([*article.hotlines, *(code.name for code in shortcodes(article.body) if code.kind == "hotline")]))
