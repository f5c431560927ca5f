"""Which day it is, and the one time that a build writes down."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date, datetime, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .model import Site, newest_date


def today_in(site: Site) -> date:
    """Today where the city is; UTC while the city's settings cannot be read."""
    return datetime.now(zone_named(site.area.timezone if site.area else "")).date()


def zone_named(name: str) -> tzinfo:
    """A time zone by its name; UTC for a name nobody knows."""
    try:
        return ZoneInfo(name) if name else timezone.utc
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return timezone.utc


def env_day(environ: Mapping[str, str]) -> date | None:
    """The day that ``SOURCE_DATE_EPOCH`` names, or ``None`` (https://reproducible-builds.org/specs/source-date-epoch/)."""
    value = environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(value), timezone.utc).date() if value.isdigit() else None


def noon(day: date | None) -> int | None:
    """Seconds at noon UTC of a day that somebody named; ``None`` when nobody did."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=timezone.utc).timestamp()) if day else None


def epoch(root: Path, site: Site, environ: Mapping[str, str]) -> int:
    """Seconds for the times an engine must write down: the environment's, else the commit's, else the newest date in the content."""
    found = commit_time(root, environ)
    if found is not None:
        return found
    newest = newest_date(site)
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=timezone.utc).timestamp())


def commit_time(root: Path, environ: Mapping[str, str]) -> int | None:
    """Seconds from ``SOURCE_DATE_EPOCH``, else from the commit; ``None`` outside git."""
    if environ.get("SOURCE_DATE_EPOCH", "").isdigit():
        return int(environ["SOURCE_DATE_EPOCH"])
    try:
        asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=True)
        return int(asked.stdout.strip())
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
