"""Opening hours that a machine can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opening_hours import OpeningHours, ParserError

from ..model import Hours, Record, Site
from ..problems import Loc, Problem


def check_opening_hours(site: Site, today: date) -> Iterator[Problem]:
    """Jam buka ditulis dalam bentuk OpenStreetMap: hari dua huruf Inggris dan jam 24 jam."""
    for owner in (*site.hotlines, *site.services):
        if owner.hours:
            yield from _parse(owner, ("jam", "buka"), owner.hours)
        for index, channel in enumerate(owner.channels):
            if channel.hours:
                yield from _parse(owner, ("kanal", index, "jam", "buka"), channel.hours)


def _parse(record: Record, loc: Loc, hours: Hours) -> Iterator[Problem]:
    try:
        OpeningHours(hours.spec)
    except ParserError:
        yield Problem(record.at(*loc), "jam-tidak-terbaca", f"“{hours.spec}” bukan jam buka bentuk OpenStreetMap.",
                      "Hari: Mo Tu We Th Fr Sa Su; libur: PH off; sepanjang waktu: 24/7.", 'buka: "Mo-Fr 08:00-16:00; PH off"')
