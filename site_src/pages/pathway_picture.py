"""A pathway drawn from the same steps as its list: boxes from top to bottom, a line for each way on. No script, no style of its own."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ..model import Pathway, Sector
from .text import html

WIDTH, ROW, BOX = 360, 92, 64
"""Units of the drawing: its width, from box to box, and the height of a box."""
RIGHT, LANE = 282, 12
"""Where boxes end, and how far apart the lines stand that pass boxes by."""
LONGEST = 32
"""Letters that fit in the small line of a box."""
WIDEST = 400
"""Font size times letters that fit in the bold line of a box."""


def pathway_picture(pathway: Pathway, titles: Mapping[str, str], sectors: Mapping[Sector, str]) -> str:
    """The drawing as inline SVG; whoever cannot see it is told that the list above says the same."""
    place = {step.id: number for number, step in enumerate(pathway.steps)}
    ways = [(place[step.id], place[name]) for step in pathway.steps for name in step.next if name in place]
    boxes = [_box(number, titles[step.id], sectors.get(step.who, str(step.who)), step.deadline) for number, step in enumerate(pathway.steps)]
    said = f"Gambar alur: {len(pathway.steps)} langkah. Isinya sama dengan langkah bernomor di atas."
    return html(f'<div class="gambar"><svg viewBox="0 0 {WIDTH} {ROW * len(boxes) - ROW + BOX + 4}" role="img" aria-label="{said}" fill="none" stroke="currentColor">', *boxes, *_lines(ways), "</svg></div>")


def lanes(ways: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """For each way that passes boxes by, the lane it runs in, counted from the boxes: two that overlap never share one, short ones run inside."""
    found: dict[tuple[int, int], int] = {}
    for way in sorted((way for way in ways if way[1] - way[0] != 1), key=lambda way: (abs(way[1] - way[0]), way)):
        taken = {lane for other, lane in found.items() if min(way) < max(other) and min(other) < max(way)}
        found[way] = next(lane for lane in range(len(ways)) if lane not in taken)
    return found


def _box(number: int, title: str, who: str, deadline: str | None) -> str:
    top = number * ROW + 2
    late = "" if not deadline else deadline if len(deadline) <= LONGEST else "ada batas waktu"
    small = f'<text x="44" y="{top + 57}" font-size="14">{escape(late)}</text>' if late else ""
    # Two lines stand in the middle of their box as three do.
    first = top + (22 if late else 29)
    return (f'<rect x="2" y="{top}" width="{RIGHT - 2}" height="{BOX}" rx="10"/><g fill="currentColor" stroke="none"><text x="22" y="{top + 38}" font-size="20" font-weight="700" text-anchor="middle">{number + 1}</text>'
            f'<text x="44" y="{first}" font-size="{min(16, round(WIDEST / len(title), 1)):g}" font-weight="700">{escape(title)}</text><text x="44" y="{first + 18}" font-size="14">{escape(who)}</text>{small}</g>')


def _lines(ways: list[tuple[int, int]]) -> list[str]:
    beside = lanes(ways)
    out = []
    for start, end in ways:
        top = end * ROW + 2
        if (start, end) in beside:
            x, y = RIGHT + LANE * (beside[start, end] + 1) + 4, start * ROW + 2 + BOX * 2 // 3
            drawn = f"M{RIGHT} {y}H{x}V{top + BOX // 3}H{RIGHT + 1}m7-5l-7 5 7 5"
        else:
            drawn = f"M140 {top - ROW + BOX}V{top - 1}m-5-7l5 7 5-7"
        out.append(f'<path d="{drawn}" stroke-width="2" data-langkah="{start + 1} {end + 1}"/>')
    return out
