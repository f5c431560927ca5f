"""Opening hours that a machine can judge and a person can hear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opening_hours import OpeningHours, ParserError

from ..model import Hotline, Hours, Record, Service, Site
from ..model.opening import is_unknown, read_aloud
from ..problems import Loc, Problem

RIGHT = 'buka: "Mo-Fr 08:00-16:00; PH off"'


def check_opening_hours(site: Site, today: date) -> Iterator[Problem]:
    """Jam buka ditulis dalam bentuk OpenStreetMap: hari dua huruf Inggris dan jam 24 jam. Yang belum diketahui boleh ditulis “tidak diketahui”."""
    for owner in (*site.hotlines, *site.services):
        if owner.hours:
            yield from _judge(owner, ("jam", "buka"), owner.hours)
        for index, channel in enumerate(owner.channels):
            if channel.hours:
                yield from _judge(owner, ("kanal", index, "jam", "buka"), channel.hours)


def unknown_hours(site: Site) -> tuple[list[Hotline | Service], int]:
    """Owners with a shown channel whose hours nobody knows, and how many owners have a shown channel at all."""
    reachable = [(owner, [channel for channel in owner.channels if not channel.held]) for owner in (*site.hotlines, *site.services)]
    reachable = [(owner, channels) for owner, channels in reachable if channels]
    unknown = [owner for owner, channels in reachable if not any(_is_known(hours) for hours in (owner.hours, *(channel.hours for channel in channels)))]
    return unknown, len(reachable)


def _is_known(hours: Hours | None) -> bool:
    return hours is not None and not is_unknown(hours.spec)


def _judge(record: Record, loc: Loc, hours: Hours) -> Iterator[Problem]:
    if is_unknown(hours.spec):
        return
    place = record.at(*loc)
    try:
        OpeningHours(hours.spec, country="ID")
    except ParserError:
        yield Problem(place, "jam-tidak-terbaca", f"“{hours.spec}” bukan jam buka bentuk OpenStreetMap.", "Hari: Mo Tu We Th Fr Sa Su; libur: PH off; sepanjang waktu: 24/7.", RIGHT)
        return
    if read_aloud(hours.spec) is None:
        yield Problem(place, "jam-tanpa-kalimat", f"“{hours.spec}” tidak dapat dibacakan sebagai kalimat Indonesia.", "Pakai hari, jam, tanggal, dan PH saja; selebihnya tulis di “catatan”.", RIGHT)
