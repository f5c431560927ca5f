"""Opening hours in OpenStreetMap syntax, read aloud in Indonesian.

``opening-hours-py`` judges whether a machine understands the hours. This module reads aloud what a person needs to hear; where it cannot,
it says so (``None``) and never guesses. With ``country="ID"`` the library knows the holidays of fixed date and the Christian ones (eight a
year); Idulfitri, Iduladha, Nyepi, Waisak, Imlek and the others are set each year by ministers and unknown to it. So it is not asked: holidays
come from the decrees in ``content/libur.yaml``.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from opening_hours import OpeningHours, ParserError, State

UNKNOWN = ("tidak diketahui", "unknown")
DAYS = {"Mo": "Senin", "Tu": "Selasa", "We": "Rabu", "Th": "Kamis", "Fr": "Jumat", "Sa": "Sabtu", "Su": "Minggu", "PH": "hari libur nasional", "SH": "libur sekolah"}
MONTHS = {"Jan": "Januari", "Feb": "Februari", "Mar": "Maret", "Apr": "April", "May": "Mei", "Jun": "Juni", "Jul": "Juli", "Aug": "Agustus", "Sep": "September",
          "Oct": "Oktober", "Nov": "November", "Dec": "Desember"}
ORDER = {"1": "pertama", "2": "kedua", "3": "ketiga", "4": "keempat", "5": "kelima", "-1": "terakhir"}
EVENTS = {"sunrise": "matahari terbit", "sunset": "matahari terbenam", "dawn": "fajar", "dusk": "senja"}
STATES = {"off": "tutup", "closed": "tutup", "open": "buka", "unknown": "belum pasti"}
DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?:\[-?\d\])?"
DAY_LIST = rf"{DAY}(?:-{DAY})?(?:\s*,\s*{DAY}(?:-{DAY})?)*"
MONTH = rf"(?:{'|'.join(MONTHS)})"
DATE_LIST = rf"{MONTH}(?:\s+\d{{1,2}})?(?:\s*-\s*(?:{MONTH}(?:\s+\d{{1,2}})?|\d{{1,2}}))?(?:\s*,\s*{MONTH}(?:\s+\d{{1,2}})?)*"
CLOCK = rf"(?:\d{{1,2}}:\d\d|{'|'.join(EVENTS)})"
SPAN = rf"{CLOCK}(?:\s*-\s*{CLOCK}\+?|\+)"
SPAN_LIST = rf"{SPAN}(?:\s*,\s*{SPAN})*"
RULE = re.compile(rf"(?:(?P<dates>{DATE_LIST}):?\s*)?(?P<days>{DAY_LIST})?:?\s*(?P<times>{SPAN_LIST}|24/7)?\s*(?P<state>off|closed|open|unknown)?\s*(?:\"(?P<note>[^\"]*)\")?")


def hours_sentence(spec: str) -> str:
    """``Mo-Fr 09:00-16:00; PH off`` -> ``Senin–Jumat 09.00–16.00 WIB; hari libur nasional tutup``. Hours nobody can read aloud are not shown.

    A rule that says nothing about holidays, and closes at times, leaves its reader before a closed door at Lebaran: that is said.
    """
    said = read_aloud(spec)
    silent = said and not (is_unknown(spec) or named("PH").search(spec) or never_closes(spec))
    return f"{said}; hari libur nasional tidak diketahui" if silent else said or "tanyakan lebih dulu"


def is_unknown(spec: str) -> bool:
    """True when staff wrote that nobody knows the hours."""
    return spec.strip().casefold() in UNKNOWN


def for_machine(spec: str) -> str:
    """``Sa "dengan janji"`` -> ``Sa unknown "dengan janji"``: a remark without hours promises nothing, but the library takes it for open day and night."""
    parts = re.split(r'(;|\|\|)(?=(?:[^"]*"[^"]*")*[^"]*$)', spec)
    for place, part in enumerate(parts):
        rule = RULE.fullmatch(part.strip())
        if rule and rule["note"] is not None and not rule["times"] and not rule["state"]:
            parts[place] = re.sub(r'\s*"', ' unknown "', part, count=1)
    return "".join(parts)


@lru_cache(maxsize=2)
def named(name: str) -> re.Pattern[str]:
    """PH or SH in a rule; what stands between quotation marks is a remark."""
    return re.compile(rf'\b{name}\b(?=(?:[^"]*"[^"]*")*[^"]*$)')


def with_days(spec: str, name: str, days: str) -> str:
    """``spec`` with ``days`` in place of PH or SH."""
    return named(name).sub(days, spec)


@lru_cache(maxsize=1024)
def never_closes(spec: str) -> bool:
    """True for hours that are open at every moment of four years and speak of no holiday: such a line answers on holidays, too."""
    if is_unknown(spec) or named("PH").search(spec) or named("SH").search(spec):
        return False
    try:
        return all(state == State.OPEN for _, _, state, *_ in OpeningHours(for_machine(spec)).intervals(datetime(2024, 1, 1), datetime(2028, 1, 1)))
    except ParserError:
        return False


def opens_at_midnight(spec: str) -> bool:
    """True when some rule may begin at midnight itself, not as the rest of a night before."""
    return bool(re.search(r"24/7|\b0?0:00\s*[-+]", spec)) or not re.search(r"\d:\d\d|[a-z]{4}", spec)


def read_aloud(spec: str, zone: str = "WIB") -> str | None:
    """The hours as an Indonesian sentence without a full stop, or ``None`` when some part of them has no words here."""
    if is_unknown(spec):
        return "jam belum diketahui"
    parts = [part.strip() for part in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", spec)]
    said = [_fallback(part, zone) for part in parts if part]
    return "; ".join(said) if said and all(said) else None  # type: ignore[arg-type]


def _fallback(part: str, zone: str) -> str | None:
    said = [_rule(piece.strip(), zone) for piece in part.split("||")]
    return ", di luar itu ".join(said) if all(said) else None  # type: ignore[arg-type]


def _rule(rule: str, zone: str) -> str | None:
    match = RULE.fullmatch(rule)
    if match is None or not rule:
        return None
    dates, days, times, state, note = (match[name] for name in ("dates", "days", "times", "state", "note"))
    if times == "24/7":
        when = "24 jam setiap hari"
        return f"{when}{f' ({note})' if note else ''}" if not (dates or days) else None
    if not any((dates, days, times, state, note)):
        return None
    said = [_dates(dates) if dates else "", _days(days, bool(times)) if days else ("setiap hari" if times and not dates else "")]
    said += [_times(times, zone) if times else "", STATES[state] if state and not (times and state == "open") else ""]
    if days and not times and not state and not note:
        said.append("buka")
    text = " ".join(word for word in said if word)
    return f"{text} ({note})".strip() if note and text else note or text


def _days(text: str, with_times: bool) -> str:
    if re.sub(r"\s", "", text) == "Mo-Su":
        return "setiap hari"
    if re.sub(r"\s", "", text) in ("Mo-Su,PH", "PH,Mo-Su"):
        return "setiap hari, juga hari libur nasional,"
    names = [_day_range(part.strip()) for part in text.split(",")]
    return _joined(names) if len(names) < 3 or not with_times else ", ".join(names[:-1]) + f", dan {names[-1]}"


def _day_range(text: str) -> str:
    first, _, last = text.partition("-") if not re.search(r"\[-", text) else (text, "", "")
    return f"{_day(first)}–{_day(last)}" if last else _day(first)


def _day(text: str) -> str:
    match = re.fullmatch(r"(\w\w)(?:\[(-?\d)\])?", text.strip())
    assert match is not None
    return f"{DAYS[match[1]]} {ORDER.get(match[2], f'ke-{match[2]}')}" if match[2] else DAYS[match[1]]


def _times(text: str, zone: str) -> str:
    spans = [_span(part.strip()) for part in text.split(",")]
    clock = f" {zone}" if re.search(r"\d", text) else ""
    return _joined(spans) + clock


def _span(text: str) -> str:
    open_end = text.endswith("+")
    first, _, last = text.removesuffix("+").partition("-")
    start, end = _clock(first.strip()), _clock(last.strip()) if last else ""
    if not end:
        return f"mulai {start}"
    if (first.strip(), last.strip()) in (("00:00", "24:00"), ("0:00", "24:00")):
        return "24 jam"
    after_midnight = re.match(r"\d", first.strip()) and re.match(r"\d", last.strip()) and _minutes(last) <= _minutes(first) or re.match(r"\d", last.strip()) and _minutes(last) > 24 * 60
    said = f"{start}–{end}" if re.match(r"\d", start) and re.match(r"\d", end) else f"{start} sampai {end}"
    return said + (" esok harinya" if after_midnight else "") + (" atau lebih" if open_end else "")


def _clock(text: str) -> str:
    if text in EVENTS:
        return EVENTS[text]
    hour, _, minute = text.partition(":")
    return f"{int(hour) % 24 if int(hour) > 24 else int(hour):02d}.{minute}"


def _minutes(text: str) -> int:
    hour, _, minute = text.strip().partition(":")
    return int(hour) * 60 + int(minute)


def _dates(text: str) -> str:
    return _joined([_date_range(part.strip()) for part in text.split(",")])


def _date_range(text: str) -> str:
    first, _, last = (part.strip() for part in text.partition("-"))
    if last.isdigit():
        return f"{first.split()[1]}–{last} {MONTHS[first.split()[0]]}"
    return f"{_date(first)}–{_date(last)}" if last else _date(first)


def _date(text: str) -> str:
    month, _, day = text.partition(" ")
    return f"{day.strip()} {MONTHS[month]}".strip()


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"
