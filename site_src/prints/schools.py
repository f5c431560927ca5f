"""Sheets that carry a school's own name: a poster with its contact and the services near it, and a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Ledger, OpenService, Service
from ..pages.contacts import Contacts
from ..pages.order import services_in_order
from .lessons import IN_CLASS
from .rows import Again, channels, contact_row, readers

NEAR = 3
"""Services on a poster."""
LINES = 3
OWN = "Nomor ini ditulis oleh sekolah; kantor belum mengujinya."
ASK = "Tanyakan juga Pokja Budaya Sekolah Aman dan Nyaman kepada dinas pendidikan (Permendikdasmen 6/2026)."


@dataclass(frozen=True)
class School:
    """One row of a school list: its name, its kecamatan, who answers there (a post, not a person), and that number as typed."""

    name: str
    district: str
    contact: str
    number: str
    href: str


def school_sheets(ledger: Ledger, again: Again, common: Mapping[str, dict[str, Any]], school: School) -> Iterator[tuple[str, dict[str, Any]]]:
    """``(path, data)`` of a school's own sheets, made from the ``common`` ones of ``sheets``."""
    poster, card = common["poster/poster-00-a4-hitam-putih.pdf"], common["kartu/kartu-1.pdf"]
    contacts = readers(ledger)
    own = {"angka": school.number, "nama": school.contact, "lalu": "", "bukti": OWN}
    yield "sekolah/poster-sekolah.pdf", poster | {
        "bentuk": "sekolah", "sekolah": school.name, "sendiri": own, "nomor": poster["nomor"][:LINES], "kecamatan": school.district,
        "dekat": [contact_row(contacts, service, again) for service in near(contacts, school.district)], "tanya": ASK}
    yield "sekolah/kartu-sekolah.pdf", card | {"judul": school.name, "nomor": [*card["nomor"][:LINES], own]}


def near(contacts: Contacts, district: str) -> list[Service]:
    """Up to three services for a school in ``district``: those in it, then those that serve it, then those of the whole city; only such as help with what pages for children and teachers are about, most of it first."""
    young = {topic for article in contacts.site.prevention if IN_CLASS & set(article.audiences) for topic in article.topics}

    def rank(service: Service) -> tuple[int, int]:
        inside = bool(service.shown_address and service.shown_address.district == district)
        serving = isinstance(service, OpenService) and district in service.serves
        return (0 if inside else 1 if serving else 2), -len(young & set(service.topics))

    useful = [service for service in services_in_order(contacts.site.services)
              if service.serves_district(district) and young & set(service.topics) and (channels(contacts, [service]) or service.shown_address)]
    return sorted(useful, key=rank)[:NEAR]
