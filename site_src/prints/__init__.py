"""Sheets to print: posters, tear-off strips, pocket cards, leaflets. A ledger in, PDFs out."""

from __future__ import annotations

from ..model import Ledger
from .rows import Again
from .schools import School, school_sheets
from .sheets import sheets
from .typeset import typeset

__all__ = ["School", "prints", "school_sheets", "sheets", "typeset"]


def prints(ledger: Ledger, again: Again, address: str = "") -> dict[str, bytes]:
    """Every sheet as a PDF by its path below ``cetak/``; ``address`` is the site's (with a trailing slash), empty while it has none."""
    return {path: typeset(sheet) for path, sheet in sheets(ledger, again, address)}
