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
    ranked = _ranked(contacts)
    for page in found:
        numbers = _numbers(page, ranked) if page.kind in KINDS and "bahasa" not in page.meta else []
        if not numbers:
            yield page
            continue
        short = contacts.site.short_number.get(page.path.removesuffix(".md"))
        shared = {"teks": f"Info warga: {', '.join(numbers)}", "nomor": numbers, "alamat": short_path(short) if short else ""}
        yield replace(page, meta={**page.meta, "bagikan": shared})


Ranked = dict[str, list[tuple[int, str]]]
"""By link: how useful each number that it dials is (0 most), and how it is told."""


def _ranked(contacts: Contacts) -> Ranked:
    """Numbers to call, the most useful first; one with an extension says it."""
    found: Ranked = {}
    owners = (*hotlines_in_order(contacts.ledger), *contacts.site.services)
    phones = (channel for owner in owners for channel in contacts.shown(owner) if channel.kind is ChannelKind.PHONE)
    for rank, channel in enumerate(phones):
        told = f"{channel.number}{f' lalu tekan {channel.extension}' if channel.extension else ''}"
        found.setdefault(channel.href or "", []).append((rank, told))
    return found


def _numbers(page: Page, ranked: Ranked) -> list[str]:
    """Those that stand on the page."""
    found = sorted(number for href in page.shows for number in ranked.get(href, ()))
    return list(dict.fromkeys(told for _, told in found))[:MANY]
