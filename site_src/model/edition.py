"""The site as one edition's readers may know it: names without the numbers that this edition leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from .base import Record
from .contact import international
from .hotlines import Hotline
from .ledger import Edition, Ledger
from .references import Term
from .services import Service
from .site import Site

Named = TypeVar("Named", Hotline, Service, Term)


def for_readers(ledger: Ledger) -> Site:
    """The ledger's site; in a release, «SAPA 129» is called «SAPA» while 129 has not been tested."""
    if ledger.edition is Edition.PREVIEW or not ledger.withheld_digits:
        return ledger.site
    site, hidden = ledger.site, ledger.withheld_digits
    return replace(site, hotlines=tuple(_renamed(item, hidden) for item in site.hotlines), services=tuple(_renamed(item, hidden) for item in site.services),
                   terms=tuple(_renamed(item, hidden) for item in site.terms))


def without_numbers(text: str, hidden: frozenset[str]) -> str:
    """A name without the words that are hidden numbers: ``Hotline LPSK 148`` -> ``Hotline LPSK``."""
    kept = [word for word in text.split() if international(re.sub(r"[^\d+]", "", word)) not in hidden or re.search(r"[A-Za-z]", word)]
    return " ".join(kept).strip(" ,;:–-")


def _renamed(record: Named, hidden: frozenset[str]) -> Named:
    changes: dict[str, object] = {"name": without_numbers(record.name, hidden) or record.name}
    for field in ("other_names", "phrases"):
        if hasattr(record, field):
            kept = (without_numbers(text, hidden) for text in getattr(record, field))
            changes[field] = tuple(dict.fromkeys(text for text in kept if text))
    copy: Record = record.model_copy(update=changes)
    return copy  # type: ignore[return-value]
