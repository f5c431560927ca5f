"""QR codes: what a phone's camera opens from a sheet, as a matrix for the template and as words beside it."""

from __future__ import annotations

from typing import Any

import segno

from ..model import Hotline, short_path
from ..pages.contacts import Contacts
from .rows import channels

QUIET = 4
"""White modules around a code (ISO/IEC 18004)."""


def code(contacts: Contacts, page: str, lines: list[Hotline], address: str) -> dict[str, Any]:
    """``qr`` (rows of ``#`` and ``.``), ``isi_qr`` (what it holds) and ``kata_qr`` (what stands beside it).

    It opens the short address of ``page`` when the site has an ``address`` and the page has a number there; else it calls the first of ``lines``.
    """
    number = contacts.site.short_number.get(page)
    if address and number:
        held = f"{address}{short_path(number)}"
        return {"qr": matrix(held), "isi_qr": held, "kata_qr": held.removeprefix("https://").rstrip("/")}
    channel = channels(contacts, lines)[0]
    return {"qr": matrix(channel.href or ""), "isi_qr": channel.href or "", "kata_qr": f"Pindai: {channel.number}"}


def matrix(held: str) -> list[str]:
    """The modules of the code for ``held``, with its quiet zone; a seventh of it may be dirty (level M)."""
    return ["".join("#" if module else "." for module in row) for row in segno.make(held, error="m", micro=False, boost_error=False).matrix_iter(border=QUIET)]
