"""Opening hours as a few bytes that a phone can judge: the weeks of up to three years, asked of ``opening-hours-py`` at build.

``2026-01-01 730 0c540b960c/0c 0000011 0:1 92:1`` reads: from that day, for that many days; patterns of a day (from minute 0 closed, from 540 open, from
960 closed; and closed all day); the pattern of each weekday from Monday; then days whose pattern differs, each counted from the one before. ``b`` is
open, ``c`` closed, ``u`` unknown. Clock and days are those of the city (WIB).

The library knows eight Indonesian holidays of a year and no Lebaran, so it is never asked for holidays: those come from the decrees in
``content/libur.yaml``. Where a day may be a holiday or not, where a rule says nothing about holidays, and where nobody knows the school
holidays, every possibility is asked, and what they do not agree on is unknown. Days of a year without a decree are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from opening_hours import OpeningHours, ParserError, State

from ..model import Calendar, HolidayKind
from ..model.opening import EVENTS, for_machine, is_unknown, named, never_closes, opens_at_midnight, with_days

LETTERS = {State.OPEN: "b", State.CLOSED: "c", State.UNKNOWN: "u"}
YEARS = 3
"""This year and the two after it, as far as holidays are decreed: the data change once a year, and a page looks ahead as far as it can."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def compact(spec: str, today: date, calendar: Calendar) -> str | None:
    """The hours from 1 January of this year, for as many years as are known; ``None`` where nobody knows them or no machine can judge them."""
    if is_unknown(spec):
        return None
    known = {year: calendar[year] for year in range(today.year, today.year + YEARS) if all(before in calendar for before in range(today.year, year + 1))}
    length = YEARS if never_closes(spec) else len(known)
    days = tuple(sorted((day, kind is HolidayKind.NATIONAL) for year in known.values() for day, kind in year.items()))
    return _compact(spec, today.year, length, days) if length else None


@lru_cache(maxsize=1024)
def _compact(spec: str, year: int, years: int, special: tuple[tuple[date, bool], ...]) -> str | None:
    first = date(year, 1, 1)
    length = (date(year + years, 1, 1) - first).days
    try:
        days = _days(spec, first, length, {} if never_closes(spec) else dict(special))
    except ParserError:
        return None
    weekday = [(first.weekday() + number) % 7 for number in range(length)]
    usual = [Counter(day for day, name in zip(days, weekday) if name == wanted).most_common(1)[0][0] for wanted in range(7)]
    patterns = list(dict.fromkeys([*usual, *days]))
    if len(patterns) > len(DIGITS):
        return None
    number_of = {pattern: DIGITS[number] for number, pattern in enumerate(patterns)}
    odd = [(number, number_of[day]) for number, (day, name) in enumerate(zip(days, weekday)) if day != usual[name]]
    told = [f"{number - before}:{pattern}" for (before, _), (number, pattern) in pairwise([(0, ""), *odd])]
    return " ".join([first.isoformat(), str(length), "/".join(patterns), "".join(number_of[day] for day in usual), *told])


def _days(spec: str, first: date, length: int, special: Mapping[date, bool]) -> list[str]:
    """The pattern of every day; ``special`` says of a day whether it is surely a holiday (``True``) or may be one (``False``)."""
    told = bool(named("PH").search(spec))
    asked = spec if told else f"{spec}; PH off"
    schools = ("", "Mo-Su") if named("SH").search(spec) else ("",)
    minutes, rules = _minutes(spec), {}
    out: list[str] = []
    for number in range(length):
        day = first + timedelta(number)
        worlds: list[frozenset[str]] = [frozenset()]
        # A night belongs to the day before, too; two days in a row are two weekdays.
        for near in (day - timedelta(1), day):
            if near in special:
                name = WEEKDAYS[near.weekday()]
                sure = special[near] and told
                worlds = [world | {name} for world in worlds] + ([] if sure else worlds)
        said = []
        for world in dict.fromkeys(worlds):
            for school in schools:
                if (world, school) not in rules:
                    rules[world, school] = OpeningHours(_in_world(asked if world or told else spec, world, school))
                said.append(_day(rules[world, school], day, minutes, opens_at_midnight(spec)))
        # Where the worlds differ, nobody can say from here.
        out.append(_pattern(minutes, ["".join(sorted(set(letters))) for letters in zip(*said)]))
    return out


def _pattern(minutes: Sequence[int], letters: Sequence[str]) -> str:
    """``0c540b960c``: where a letter begins; more than one letter at once is ``u``."""
    text, last = "", ""
    for minute, letter in zip(minutes, (letter if len(letter) == 1 else "u" for letter in letters)):
        text += f"{minute}{letter}" if letter != last else ""
        last = letter
    return text


def _in_world(spec: str, holidays: frozenset[str], school: str) -> str:
    """``spec`` as it reads when those weekdays are holidays; without any, the library, which is told no country, takes no day for one."""
    spec = with_days(spec, "PH", ",".join(sorted(holidays, key=WEEKDAYS.index))) if holidays else spec
    return for_machine(with_days(spec, "SH", school) if school else spec)


def _minutes(spec: str) -> list[int]:
    """Minutes of a day (0 to 1439) at which the state can change."""
    clocks = {(int(hour) * 60 + int(minute)) % 1440 for hour, minute in re.findall(r"(\d{1,2}):(\d\d)", spec)}
    # The sun's hours are the library's own; it sets them on whole quarters when it knows no place.
    return sorted({0} | clocks | (set(range(0, 1440, 15)) if any(event in spec for event in EVENTS) else set()))


def _day(hours: OpeningHours, day: date, minutes: list[int], may_open_at_midnight: bool) -> tuple[str, ...]:
    """The letter at each of ``minutes``."""
    midnight = datetime(day.year, day.month, day.day)
    letters = [_letter(hours, midnight + timedelta(minutes=minute)) for minute in minutes]
    if letters[0] == "b" and not may_open_at_midnight and _letter(hours, midnight - timedelta(minutes=1)) != "b":
        # The library lets a night run on that never began, because its evening was closed by another rule.
        until = next((place for place, letter in enumerate(letters) if letter != "b"), len(letters))
        letters[:until] = "c" * until
    return tuple(letters)


def _letter(hours: OpeningHours, moment: datetime) -> str:
    found = hours.state(moment)
    return LETTERS[found[0] if isinstance(found, tuple) else found]
