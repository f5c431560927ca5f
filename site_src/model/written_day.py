"""Days as people in an office write them: ``27 November 2026``, ``27/11/2026``, ``kemarin``."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
"""How an Indonesian month begins; no two begin alike."""
SPOKEN = {"hari ini": 0, "kemarin": 1, "kemarin dulu": 2}
"""Days before today."""
ISO = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})")
LOCAL = re.compile(r"(?:\w+,\s*)?(?P<day>\d{1,2})[-/. ]+(?P<month>\d{1,2}|[a-z]{3,9})[-/. ]+(?P<year>\d{4})")


def written_day(text: str, today: date | None = None) -> date | None:
    """The day meant, or ``None`` when no one day is: a day without its year may be of any. Words such as ``kemarin`` need ``today``."""
    said = " ".join(text.casefold().split())
    if today is not None and said in SPOKEN:
        return today - timedelta(SPOKEN[said])
    match = ISO.fullmatch(said) or LOCAL.fullmatch(said)
    if match is None:
        return None
    month = match["month"]
    place = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else 0
    try:
        return date(int(match["year"]), place, int(match["day"]))
    except ValueError:
        return None
