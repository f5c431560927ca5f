"""Opening hours as a few bytes that a phone can judge: the weeks of three years, asked of ``opening-hours-py`` at build.

``2026-01-01 1096 0c540b960c/0c 0000011 0:1 92:1`` reads: from that day, for that many days; patterns of a day (from minute 0 closed, from 540 open, from
960 closed; and closed all day); the pattern of each weekday from Monday; then days, counted from the first, whose pattern differs. ``b`` is
open, ``c`` closed, ``u`` unknown. Clock and days are those of the city (WIB).
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError, State

from ..model.opening import EVENTS, is_unknown

LETTERS = {State.OPEN: "b", State.CLOSED: "c", State.UNKNOWN: "u"}
YEARS = 3
"""This year and the two after it: the data change once a year, and a page always looks ahead by two years or more."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def compact(spec: str, today: date) -> str | None:
    """The hours from 1 January of this year, for three years; ``None`` where nobody knows them or no machine can judge them."""
    return None if is_unknown(spec) else _compact(spec, today.year)


@lru_cache(maxsize=1024)
def _compact(spec: str, year: int) -> str | None:
    try:
        hours = OpeningHours(spec, country="ID")
    except ParserError:
        return None
    first = date(year, 1, 1)
    length = (date(year + YEARS, 1, 1) - first).days
    minutes = _minutes(spec)
    days = [_day(hours, datetime(year, 1, 1) + timedelta(number), minutes) for number in range(length)]
    weekday = [(first.weekday() + number) % 7 for number in range(length)]
    usual = [Counter(day for day, name in zip(days, weekday) if name == wanted).most_common(1)[0][0] for wanted in range(7)]
    patterns = list(dict.fromkeys([*usual, *days]))
    if len(patterns) > len(DIGITS):
        return None
    number_of = {pattern: DIGITS[number] for number, pattern in enumerate(patterns)}
    odd = [f"{number}:{number_of[day]}" for number, (day, name) in enumerate(zip(days, weekday)) if day != usual[name]]
    return " ".join([first.isoformat(), str(length), "/".join(patterns), "".join(number_of[day] for day in usual), *odd])


def _minutes(spec: str) -> list[int]:
    """Minutes of a day (0 to 1439) at which the state can change."""
    named = {(int(hour) * 60 + int(minute)) % 1440 for hour, minute in re.findall(r"(\d{1,2}):(\d\d)", spec)}
    # The sun's hours are the library's own; it sets them on whole quarters when it knows no place.
    return sorted({0} | named | (set(range(0, 1440, 15)) if any(event in spec for event in EVENTS) else set()))


def _day(hours: OpeningHours, midnight: datetime, minutes: list[int]) -> str:
    text, last = "", ""
    for minute in minutes:
        found = hours.state(midnight + timedelta(minutes=minute))
        letter = LETTERS[found[0] if isinstance(found, tuple) else found]
        if letter != last:
            text += f"{minute}{letter}"
        last = letter
    return text
