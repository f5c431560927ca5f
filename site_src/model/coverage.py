"""Who can reach tested help at which hour: need × audience × hour of the week × district."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError

from .contact import NUMBERED, Channel
from .ledger import Ledger
from .records import Audience, Hotline, Service
from .site import Site

HOLIDAY = 7
"""The eighth «day»: any public holiday."""
SLOTS = 8 * 24
"""Hours that are told apart: Monday 00 is 0, Sunday 23 is 167, a holiday's 23 is 191."""
ALL = (1 << SLOTS) - 1
HORIZON = 400
"""Days looked ahead: every weekday in every season and each public holiday at least once."""

Key = tuple[str, Audience, str]
"""Need, audience, district."""
Coverage = Mapping[Key, int]
"""For each key a bit for every hour in which somebody can be reached."""


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """One hour in which one audience with one need in one district reaches, or does not reach, help."""

    topic: str
    audience: str
    district: str
    hour: int


def coverage(ledger: Ledger, counts: Callable[[Channel], bool] | None = None) -> dict[Key, int]:
    """The whole matrix. ``counts`` says which channels are a way to reach help; without it, those tested within policy."""
    way = counts or (lambda channel: ledger.standing(channel).tested)
    site = ledger.site
    found: dict[Key, int] = {}
    for topic in site.topics:
        owners = [site.hotline[name] for name in topic.hotlines if name in site.hotline]
        owners += [site.service[name] for name in topic.services if name in site.service]
        reached = [(owner, hours) for owner in owners if (hours := _hours_of(owner, way, ledger.today))]
        for audience in topic.audiences:
            heard = [(owner, hours) for owner, hours in reached if {audience, Audience.ANYONE} & set(owner.audiences)]
            for district in site.area.districts:
                mask = 0
                for owner, hours in heard:
                    mask |= hours if _serves(owner, district.name) else 0
                found[topic.slug, audience, district.name] = mask
    return found


def dark_cells(found: Coverage) -> Iterator[Cell]:
    """Every hour in which nobody can be reached."""
    for (topic, audience, district), mask in found.items():
        dark = ALL & ~mask
        yield from (Cell(topic, audience, district, hour) for hour in range(SLOTS) if dark >> hour & 1)


def without(site: Site, name: str) -> Site:
    """The same site after one hotline or service has gone, to see what depends on it."""
    return Site(**{**{key: getattr(site, key) for key in site.__dataclass_fields__},
                   "hotlines": tuple(item for item in site.hotlines if item.id != name),
                   "services": tuple(item for item in site.services if item.slug != name)})


def _hours_of(owner: Hotline | Service, way: Callable[[Channel], bool], today: date) -> int:
    """Hours in which the owner answers; hours nobody knows are hours nobody can count on."""
    mask = 0
    for channel in owner.channels:
        hours = channel.hours or owner.hours
        if hours and channel.kind in NUMBERED and way(channel):
            mask |= open_slots(hours.spec, today)
    return mask


def _serves(owner: Hotline | Service, district: str) -> bool:
    return isinstance(owner, Hotline) or owner.serves_district(district)


@lru_cache(maxsize=512)
def open_slots(spec: str, today: date) -> int:
    """Bits of the hours that are open in full on every such day of the coming year. An unreadable ``spec`` opens nothing.

    A rule that does not mention holidays says nothing about them, unless it never closes: then they count as closed.
    """
    try:
        rule, holidays = OpeningHours(spec, country="ID"), OpeningHours("PH 00:00-24:00", country="ID")
    except ParserError:
        return 0
    start = datetime.combine(today, time())
    end = start + timedelta(days=HORIZON)
    feast = {begin.date() for begin, _, state, *_ in holidays.intervals(start, end) if str(state) == "open"}
    mask = ALL
    for begin, until, state, *_ in rule.intervals(start, end):
        if str(state) != "open":
            mask &= ~_slots(max(begin, start), min(until or end, end), feast)
    week = (1 << 168) - 1
    if "PH" not in spec and mask & week != week:
        mask &= week
    return mask


def _slots(begin: datetime, until: datetime, feast: set[date]) -> int:
    """Bits of every hour that the closed time from ``begin`` to ``until`` touches."""
    mask = 0
    moment = begin.replace(minute=0, second=0, microsecond=0)
    while moment < until and mask != ALL:
        day = HOLIDAY if moment.date() in feast else moment.weekday()
        mask |= 1 << (day * 24 + moment.hour)
        moment += timedelta(hours=1)
    return mask
