"""The activity of a prevention page as a sheet for a class: what to do, step by step, room to write, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Audience
from ..pages.contacts import Contacts
from ..pages.order import articles_in_order
from .blocks import Block, sections
from .leaflets import Frame, mentioned
from .rows import callable_lines

ACTIVITY = "Kegiatan"
"""How the heading of an activity begins."""
IN_CLASS = {Audience.CHILD, Audience.TEENAGER, Audience.TEACHER}
MOST = 3
TEACHER = "Tidak ada yang harus bercerita tentang dirinya. Bila ada yang bercerita, dengarkan di tempat yang tenang, lalu hubungi nomor di bawah."


def lessons(contacts: Contacts, frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """``(path, data)`` of a sheet for each prevention page for children, teenagers or teachers that has an activity and a number to give."""
    number = 0
    for article in articles_in_order(contacts.site.prevention):
        if not IN_CLASS & set(article.audiences):
            continue
        activity = next((part for part in sections(contacts, article.body) if _heading(part).startswith(ACTIVITY)), None)
        lines = callable_lines(contacts, mentioned(article))[:MOST]
        if activity and lines:
            number += 1
            yield f"kelas/kelas-{number:02}.pdf", frame(f"pencegahan/{article.slug}", lines) | {
                "bentuk": "kelas", "judul": _heading(activity), "bagian": article.name, "dalam": activity[1:], "pesan": TEACHER}


def _heading(part: list[Block]) -> str:
    return "".join(run["t"] for run in part[0]["isi"]) if part and part[0]["jenis"] == "judul" else ""
