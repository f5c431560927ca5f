"""``data/kontak.json``: every contact a reader may see, with its status and the days behind it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from ..model import NUMBERED, Channel, Cost, Hotline, Hours, Ledger, SafeHouse, Service, before_contact, newest_date

VERSION = 1


def contacts_json(ledger: Ledger) -> bytes:
    """UTF-8 JSON with stable Indonesian keys. Owners without a channel to show are in, with an empty list and whom to call instead."""
    site = ledger.site
    data = {
        "versi": VERSION,
        "edisi": str(ledger.edition),
        "per": ledger.today.isoformat(),
        "data_terbaru": newest_date(site).isoformat(),
        "kota": site.area.name,
        "lisensi": site.organisation.licence,
        "kontak": [_owner(ledger, owner) for owner in (*site.hotlines, *site.services)],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _owner(ledger: Ledger, owner: Hotline | Service) -> dict[str, Any]:
    is_hotline = isinstance(owner, Hotline)
    name = owner.id if isinstance(owner, Hotline) else owner.slug
    return {
        "jenis": "hotline" if is_hotline else "layanan",
        "id": name,
        "nama": owner.name,
        "halaman": f"{'hotline' if is_hotline else 'layanan'}/{name}/",
        "untuk": [str(audience) for audience in owner.audiences],
        "topik": list(owner.topics),
        "kanal": [_channel(ledger, owner, channel) for channel in ledger.shown(owner)],
        "pengganti": [other for other in owner.instead if other in ledger.site.hotline and ledger.shown(ledger.site.hotline[other])],
    }


def _channel(ledger: Ledger, owner: Hotline | Service, channel: Channel) -> dict[str, Any]:
    found = ledger.standing(channel)
    return {
        "jenis": str(channel.kind),
        "nomor" if channel.kind in NUMBERED else "alamat": channel.number or channel.address,
        "ekstensi": channel.extension,
        "tautan": channel.href,
        "status": str(found.status),
        "teruji": _day(found.answered.day if found.answered else None),
        "berlaku_sampai": _day(found.until),
        "jam": _hours(channel.hours or owner.hours),
        "biaya": _cost(channel.cost or owner.cost),
        "sebelum_menghubungi": [{"tanya": str(told.question), "jawab": told.answer} for told in before_contact(owner, channel)],
        "sumber": [{"url": source.url, "dibaca": _day(source.read), "resmi": source.official} for source in channel.sources
                   if not isinstance(owner, SafeHouse) and not _spells_hidden(ledger, source.url)],
    }


def _spells_hidden(ledger: Ledger, url: str) -> bool:
    """An address may spell a number that is shown nowhere."""
    return not (ledger.held_digits | ledger.withheld_digits).isdisjoint(re.split(r"\D+", url))


def _hours(hours: Hours | None) -> str | None:
    return hours.spec if hours else None


def _cost(cost: Cost | None) -> str | None:
    return str(cost.value) if cost else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
