"""What a page hands on: a few numbers and its short address, in words that give nobody away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import ChannelKind, Page, short_path
from .contacts import Contacts
from .order import hotlines_in_order

KINDS = frozenset({"hotline", "topik", "layanan", "pencegahan", "panduan"})
MANY = 3
"""Numbers in one message: more nobody reads."""


def with_sharing(found: Iterable[Page], contacts: Contacts) -> Iterator[Page]:
    """The same pages; those somebody may want to hand on carry ``bagikan``: the ``teks`` to send, its ``nomor``, and the short ``alamat`` below the root."""
    for page in found:
        numbers = _numbers(page, contacts) if page.kind in KINDS and "bahasa" not in page.meta else []
        if not numbers:
            yield page
            continue
        short = contacts.site.short_number.get(page.path.removesuffix(".md"))
        shared = {"teks": f"Info warga: {', '.join(numbers)}", "nomor": numbers, "alamat": short_path(short) if short else ""}
        yield replace(page, meta={**page.meta, "bagikan": shared})


def _numbers(page: Page, contacts: Contacts) -> list[str]:
    """Numbers to call that stand on the page, the most useful first; one with an extension says it."""
    found = []
    for owner in (*hotlines_in_order(contacts.ledger), *contacts.site.services):
        for channel in contacts.shown(owner):
            if channel.kind is ChannelKind.PHONE and channel.href in page.shows:
                found.append(f"{channel.number}{f' lalu tekan {channel.extension}' if channel.extension else ''}")
    return list(dict.fromkeys(found))[:MANY]
