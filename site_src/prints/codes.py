"""QR codes: what a phone's camera opens from a sheet, as a matrix for the template and as words beside it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import segno

from ..model import Audience, Hotline, short_path
from ..pages.contacts import Contacts
from .rows import channels

QUIET = 4
"""White modules around a code (ISO/IEC 18004)."""
PUPILS = {Audience.CHILD, Audience.TEENAGER}
ASK, ASK_AT_SCHOOL = "minta kepada petugas kota", "minta kepada petugas atau guru"
"""How paper leads to a page that has no address to type; only who goes to school can ask a teacher."""


def code(contacts: Contacts, page: str, lines: list[Hotline], address: str) -> dict[str, Any]:
    """``qr`` (rows of ``#`` and ``.``), ``isi_qr`` (what it holds) and ``kata_qr`` (what stands beside it).

    It opens the short address of ``page`` when the site has an ``address`` and the page has a number there; else it calls the first of ``lines``.
    """
    if held := _short(contacts, page, address):
        return {"qr": matrix(held), "isi_qr": held, "kata_qr": _written(held)}
    channel = channels(contacts, lines)[0]
    then = f", lalu tekan {channel.extension}" if channel.extension else ""
    return {"qr": matrix(channel.href or ""), "isi_qr": channel.href or "", "kata_qr": f"Pindai: {channel.number}{then}"}


def lead(contacts: Contacts, page: str, address: str, audiences: Collection[Audience] = ()) -> str:
    """What leads from paper for ``audiences`` to ``page``: the short address to type, or else whom to ask for it."""
    held = _short(contacts, page, address)
    return _written(held) if held else ASK_AT_SCHOOL if PUPILS & set(audiences) else ASK


def _short(contacts: Contacts, page: str, address: str) -> str:
    number = contacts.site.short_number.get(page)
    return f"{address}{short_path(number)}" if address and number else ""


def _written(held: str) -> str:
    return held.removeprefix("https://").rstrip("/")


def matrix(held: str, error: str = "m", border: int = QUIET) -> list[str]:
    """The modules of the code for ``held``, ``border`` white ones around it; a seventh of it may be dirty (``error`` m), or a fourteenth (l)."""
    return ["".join("#" if module else "." for module in row) for row in segno.make(held, error=error, micro=False, boost_error=False).matrix_iter(border=border)]
