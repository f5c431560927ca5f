"""The coverage matrix in words: which hours are dark, for whom, where, as few rows as say it exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .coverage import ALL, HOLIDAY, SLOTS, Cell, Coverage
from .site import Site

DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min", "libur")


@dataclass(frozen=True, slots=True)
class Row:
    """Audiences and districts of one need that share the same hours. ``covered`` counts open hours of ``SLOTS``."""

    topic: str
    audiences: tuple[str, ...]
    districts: tuple[str, ...]
    covered: int
    dark: str


def rows(found: Coverage, site: Site) -> list[Row]:
    """The matrix with equal columns joined; districts are empty when a row holds for all of them."""
    every = tuple(district.name for district in site.area.districts)
    out = []
    for topic in site.topics:
        patterns: dict[tuple[int, ...], list[str]] = {}
        for audience in topic.audiences:
            patterns.setdefault(tuple(found[topic.slug, audience, name] for name in every), []).append(audience)
        for masks, audiences in patterns.items():
            for mask in dict.fromkeys(masks):
                where = tuple(name for name, own in zip(every, masks) if own == mask)
                out.append(Row(topic.slug, tuple(audiences), () if where == every else where, mask.bit_count(), hours_in_words(ALL & ~mask)))
    return out


def hours_in_words(mask: int) -> str:
    """``Sen–Jum 00–08, 16–24; Sab–Min, libur 00–24``; empty when no hour is set."""
    days = [mask >> day * 24 & 0xFFFFFF for day in range(8)]
    parts: dict[int, list[int]] = {}
    for day, hours in enumerate(days):
        if hours:
            parts.setdefault(hours, []).append(day)
    if mask == ALL:
        return "setiap saat"
    return "; ".join(f"{_day_names(names)} {_spans(hours)}" for hours, names in parts.items())


def as_table(found: Coverage, site: Site) -> str:
    """A compact text table, one row per need and group of readers."""
    lines = [("Kebutuhan", "Untuk", "Kecamatan", f"Jam/{SLOTS}", "Gelap")]
    for row in rows(found, site):
        lines.append((row.topic, ", ".join(row.audiences), ", ".join(row.districts) or "semua", str(row.covered), row.dark or "–"))
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join("  ".join([*(text.ljust(width) for text, width in zip(line, widths)), line[4]]) for line in lines)


def cells_in_words(cells: Iterable[Cell]) -> list[str]:
    """Cells joined by hours: ``kdrt · anak · Utara: Sab–Min 00–24``."""
    masks: dict[tuple[str, str, str], int] = {}
    for cell in cells:
        key = (cell.topic, cell.audience, cell.district)
        masks[key] = masks.get(key, 0) | 1 << cell.hour
    return [f"{' · '.join(key)}: {hours_in_words(mask)}" for key, mask in masks.items()]


def _day_names(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1 and day != HOLIDAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}–{DAYS[run[-1]]}" for run in runs)


def _spans(hours: int) -> str:
    spans, start = [], None
    for hour in range(25):
        is_set = hour < 24 and hours >> hour & 1
        if is_set and start is None:
            start = hour
        elif not is_set and start is not None:
            spans.append(f"{start:02d}–{hour:02d}")
            start = None
    return ", ".join(spans)
