"""Who can reach tested help at which hour: need × audience × hour of the week × district."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError

from .contact import NUMBERED, Channel
from .hotlines import Hotline
from .ledger import Ledger
from .opening import for_machine, named, opens_at_midnight, with_days
from .services import Service
from .site import Site
from .written import Audience

HOLIDAY = 7
"""The eighth «day»: any public holiday."""
SLOTS = 8 * 24
"""Hours that are told apart: Monday 00 is 0, Sunday 23 is 167, a holiday's 23 is 191."""
ALL = (1 << SLOTS) - 1
WEEK = (1 << 168) - 1
DAY = (1 << 24) - 1
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WORLDS = (*WEEKDAYS, "Mo-Su")
"""Which days are public holidays: one weekday, each in turn, and then every day, as when holidays follow one another."""
HORIZON = 400
"""Days looked ahead: every weekday in every season at least once."""

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

    Ministers set most holidays anew each year, so no list of them is complete: any day may be one, and an hour counts only when it is open
    whichever weekday is the holiday, and when all are. A rule that does not mention holidays says nothing about them, unless it never
    closes: then they count as closed. The same doubt closes whatever depends on school holidays.
    """
    worlds = [(feast, _closed(with_days(with_days(spec, "PH", feast), "SH", school), today)) for feast in WORLDS for school in ("SH", "Mo-Su")[: 1 + ("SH" in spec)]]
    mask = ALL
    for feast, closed in worlds:
        for day in range(7):
            hours = closed >> day * 24 & DAY
            mask &= ~(hours << (HOLIDAY if feast in (WEEKDAYS[day], "Mo-Su") else day) * 24)
    if not named("PH").search(spec) and mask & WEEK != WEEK:
        mask &= WEEK
    return mask


def _closed(spec: str, today: date) -> int:
    """Bits of a week's hours that ``spec`` leaves closed, even in part, on some day of the coming year; it may name no holiday."""
    try:
        # What stands behind “||” is for other times, which nobody counts on; the library would lose whole days over it.
        rule = OpeningHours(for_machine(spec).partition("||")[0])
    except ParserError:
        return WEEK
    start = datetime.combine(today, time())
    end = start + timedelta(days=HORIZON)
    mask, was = 0, "open"
    for begin, until, state, *_ in rule.intervals(start, end):
        # The library lets a night run on that never began, because its evening was closed by another rule.
        ghost = was != "open" and begin.time() == time() and not opens_at_midnight(spec)
        was = str(state)
        if was != "open" or ghost:
            mask |= _slots(max(begin, start), min(until or end, end))
    return mask


def _slots(begin: datetime, until: datetime) -> int:
    """Bits of every hour of the week that the time from ``begin`` to ``until`` touches."""
    first = begin.replace(minute=0, second=0, microsecond=0)
    hours = -((first - until) // timedelta(hours=1))
    if hours >= 168:
        return WEEK
    touched = ((1 << hours) - 1) << (first.weekday() * 24 + first.hour)
    return touched & WEEK | touched >> 168
