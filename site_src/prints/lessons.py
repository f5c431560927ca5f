"""The activity of a prevention page as a sheet for a class: what to do, step by step, room to write, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..model import Article, Audience
from ..pages.contacts import Contacts
from ..pages.order import articles_in_order
from .blocks import Block, Lead, sections
from .leaflets import Frame, mentioned
from .rows import Again, callable_lines, sheet_number

ACTIVITY = "Kegiatan"
"""How the heading of an activity begins."""
IN_CLASS = {Audience.CHILD, Audience.TEENAGER, Audience.TEACHER}
MOST = 3
TEACHER = "Tidak ada yang harus bercerita tentang dirinya. Bila ada yang bercerita, dengarkan di tempat yang tenang, lalu hubungi nomor di bawah."


def lessons(contacts: Contacts, frame: Frame, again: Again, lead: Callable[[Article], Lead]) -> Iterator[tuple[str, dict[str, Any]]]:
    """``(path, data)`` of a sheet, and of the same in large print, for each prevention page for children, teenagers or teachers that has an activity and a number to give."""
    for place, article in enumerate(articles_in_order(contacts.site.prevention), 1):
        if not IN_CLASS & set(article.audiences):
            continue
        activity = next((part for part in sections(contacts, article.body, again, lead(article)) if _heading(part).startswith(ACTIVITY)), None)
        lines = callable_lines(contacts, mentioned(article))[:MOST]
        if activity and lines:
            page = f"pencegahan/{article.slug}"
            number = sheet_number(contacts, page, place)
            sheet = frame(page, lines) | {"bentuk": "kelas", "judul": _heading(activity), "bagian": article.name, "dalam": activity[1:], "pesan": TEACHER}
            yield f"kelas/kelas-{number:02}.pdf", sheet
            yield f"besar/besar-kelas-{number:02}.pdf", sheet | {"bentuk": "besar", "kertas": "a4", "dalam_dulu": True}


def _heading(part: list[Block]) -> str:
    return "".join(run["t"] for run in part[0]["isi"]) if part and part[0]["jenis"] == "judul" else ""
