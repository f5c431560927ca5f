"""Opening hours that a machine can judge and a person can hear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from opening_hours import OpeningHours, ParserError

from ..model import Hotline, Hours, Record, Service, Site
from ..model.opening import DAY_LIST, is_unknown, read_aloud
from ..problems import Loc, Problem, Severity
from .hours_meant import meant

SPAN = re.compile(r"(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)")
DAYS = re.compile(r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*(?= \d)")
LONGEST_NIGHT = 12 * 60
"""Minutes: a duty over midnight that is longer is most often opening and closing turned round."""
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
        near = meant(hours.spec)
        yield Problem(place, "jam-tidak-terbaca", f"“{hours.spec}” bukan jam buka bentuk OpenStreetMap.",
                      f"{f'Maksud Anda “{near}”? ' if near else ''}Hari: Mo Tu We Th Fr Sa Su; libur: PH off; sepanjang waktu: 24/7.", f'buka: "{near}"' if near else RIGHT)
        return
    if read_aloud(hours.spec) is None:
        yield Problem(place, "jam-tanpa-kalimat", f"“{hours.spec}” tidak dapat dibacakan sebagai kalimat Indonesia.", "Pakai hari, jam, tanggal, dan PH saja; selebihnya tulis di “catatan”.", RIGHT)
        return
    for said, right in _odd(hours.spec):
        yield Problem(place, "jam-janggal", said, "Bila memang begitu, biarkan; bila tidak, perbaiki.", f'buka: "{right}"', Severity.WARNING)


def _odd(spec: str) -> Iterator[tuple[str, str]]:
    """``(sentence, what was likely meant)`` of hours that a machine takes and no office keeps."""
    if re.fullmatch(DAY_LIST, spec.strip()):
        yield f"“{spec}” tanpa jam berarti buka siang malam pada hari-hari itu.", f"{spec.strip()} 08:00-16:00"
    if re.fullmatch(r"(?:off|closed|PH(?: [\d:, -]+)?)", spec.strip(), re.IGNORECASE):
        yield f"“{spec}” berarti tidak pernah buka pada hari biasa.", "Mo-Fr 08:00-16:00; PH off"
    yield from _twice(spec)
    for span in SPAN.finditer(spec):
        start, end = (int(span[hour]) * 60 + int(span[hour + 1]) for hour in (1, 3))
        if end > 24 * 60:
            yield f"“{span[0]}” berarti buka sampai pukul {end // 60 - 24:02}.{end % 60:02} besok pagi.", f"{spec[: span.start()]}{span[1]}:{span[2]}-{end // 60 - 24:02}:{end % 60:02}{spec[span.end() :]}"
        elif end == start:
            yield f"“{span[0]}” mulai dan berakhir pada jam yang sama.", "24/7" if start == 0 else f"{spec[: span.start()]}{span[1]}:{span[2]}-16:00{spec[span.end() :]}"
        if end < start and end + 24 * 60 - start > LONGEST_NIGHT:
            turned = f"{span[3]}:{span[4]}-{span[1]}:{span[2]}"
            yield f"“{span[0]}” berarti buka sepanjang malam sampai besok pagi. Mungkin terbalik.", spec[: span.start()] + turned + spec[span.end() :]


def _twice(spec: str) -> Iterator[tuple[str, str]]:
    """Times that overlap within one rule, and days of which two rules speak: the later one wins without a word."""
    days: dict[str, str] = {}
    for rule in (rule.strip() for rule in spec.split(";")):
        spans = sorted((int(span[1]) * 60 + int(span[2]), int(span[3]) * 60 + int(span[4])) for span in SPAN.finditer(rule))
        if any(later[0] < earlier[1] for earlier, later in zip(spans, spans[1:])):
            yield f"Jam di “{rule}” tumpang tindih.", "Mo-Fr 08:00-12:00,13:00-16:00"
        named = DAYS.match(rule)
        if named and spans and days.setdefault(named[0], rule) != rule:
            yield f"“{named[0]}” disebut dua kali; yang berlaku hanya “{rule}”.", rule
