"""One number as a sheet shows it: the same channel object that the page shows, with its evidence and the day to look again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..model import NUMBERED, Channel, ChannelKind, Edition, Hotline, Ledger, Service, for_readers
from ..pages.contacts import KIND_NAMES, Contacts
from ..pages.order import hotlines_in_order
from ..pages.standing import standing_sentence
from ..pages.text import hours_sentence, long_date

Row = dict[str, str]
Again = Callable[[Ledger, list[Channel]], date]
"""The first day on which a copy of these channels should not be trusted any more."""
PREVIEW = "CONTOH. Nomor belum semuanya diuji telepon. Jangan ditempel atau dibagikan."
WARNING = {Edition.PREVIEW: PREVIEW, Edition.RELEASE: ""}

NO_NUMBER = "Nomornya belum dapat kami pastikan."


def readers(ledger: Ledger) -> Contacts:
    """Contacts under the names this edition's readers may know."""
    return Contacts(for_readers(ledger), ledger.today, ledger.edition)


def emergencies(contacts: Contacts) -> list[Hotline]:
    """Lines for immediate danger that can be called, in the site's order."""
    return [hotline for hotline in hotlines_in_order(contacts.ledger) if hotline.emergency and _channel(contacts, hotline)]


def callable_lines(contacts: Contacts, names: Iterable[str]) -> list[Hotline]:
    """The named hotlines that have a number to show, expired ones last."""
    known = [contacts.site.hotline[name] for name in names if name in contacts.site.hotline]
    return sorted((hotline for hotline in known if _channel(contacts, hotline)), key=contacts.ledger.is_expired)


def channels(contacts: Contacts, owners: Iterable[Hotline | Service]) -> list[Channel]:
    """The channel each of these hotlines and services is printed with."""
    return [channel for owner in owners if (channel := _channel(contacts, owner))]


def row(contacts: Contacts, hotline: Hotline | Service, again: Again) -> Row:
    """The hotline's or service's first number: name, digits as typed, what to press then, hours, cost, evidence."""
    channel = _channel(contacts, hotline)
    if channel is None:
        raise ValueError(f"{hotline.name} has no number to print")
    hours, cost = channel.hours or hotline.hours, channel.cost or hotline.cost
    facts = [f"{hours_sentence(hours.spec)}" if hours else "", cost.value if cost else ""]
    return {
        "nama": hotline.name,
        "guna": contacts.plain(hotline.summary),
        "jenis": KIND_NAMES[channel.kind],
        "jam": hours_sentence(hours.spec) if hours else "",
        "angka": channel.number or "",
        "lalu": f"lalu tekan {channel.extension}" if channel.extension else "",
        "fakta": " · ".join(fact for fact in facts if fact),
        "bukti": f"{standing_sentence(contacts.ledger, channel)}; diperiksa lagi sebelum {long_date(again(contacts.ledger, [channel]))}.",
    }


def contact_row(contacts: Contacts, owner: Hotline | Service, again: Again) -> Row:
    """A contact that may have no number to show: its name, its place as far as it may be told, then its number with the evidence, or that it has none."""
    place = owner.shown_address if isinstance(owner, Service) else None
    where = [place.street, place.village and f"Kelurahan {place.village}", place.district and f"Kecamatan {place.district}"] if place else []
    shown = row(contacts, owner, again) if channels(contacts, [owner]) else {"angka": "", "lalu": "", "bukti": NO_NUMBER}
    return {"nama": owner.name, "tempat": ", ".join(part for part in where if part), "angka": shown["angka"], "lalu": shown["lalu"], "bukti": shown["bukti"]}


def sheet_number(contacts: Contacts, page: str, place: int) -> int:
    """What a file is numbered with: the page's number for ever, from the register of short addresses; its ``place`` in a city without a register."""
    register = contacts.site.short_number
    return register.get(page) or max(register.values(), default=0) + place


def _channel(contacts: Contacts, hotline: Hotline | Service) -> Channel | None:
    """A phone call needs no internet: it is printed before a chat number."""
    shown = [channel for channel in contacts.shown(hotline) if channel.kind in NUMBERED]
    return min(shown, key=lambda channel: channel.kind is not ChannelKind.PHONE, default=None)
