"""The site's contents as files for machines: a ledger in, bytes out, copied by any engine."""

from __future__ import annotations

from ..model import Ledger
from .contacts import contacts_json
from .feed import news_feed


def exports(ledger: Ledger) -> dict[str, bytes]:
    """Every file beside the pages, by its path below the site's root."""
    return {"data/kontak.json": contacts_json(ledger), **news_feed(ledger)}
