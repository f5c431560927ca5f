"""Hotlines and services as typed, before any type is asked of them, and which of now is which of then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..problems import Place, Positions
from ..source import decode, parse_yaml, split_front_matter


@dataclass(frozen=True)
class Typed:
    """One hotline or service as typed, and where its values stand."""

    name: str
    data: dict[str, Any]
    positions: Positions

    @property
    def title(self) -> str:
        """The name that readers see."""
        return str(self.data.get("nama") or self.name)

    @property
    def channels(self) -> list[dict[str, Any]]:
        """Its channels; what is no channel at all counts as an empty one."""
        return [group(row) for row in rows(self.data.get("kanal"))]

    def at(self, *loc: str | int) -> Place:
        """Where a value stands."""
        return self.positions.value(*loc)


def typed_in(path: str, raw: bytes) -> list[Typed] | None:
    """The hotlines or the service of one file. ``None`` when it cannot be read in full; the checks say why."""
    text, _ = decode(path, raw)
    if text is None:
        return None
    if path.endswith(".md"):
        head, _, _, problems = split_front_matter(path, text)
        data, positions, _ = parse_yaml(path, head, 2) if not problems else (None, Positions(path), [])
        return [Typed(path, data, positions)] if isinstance(data, dict) else None
    data, positions, problems = parse_yaml(path, text)
    if problems or not isinstance(data, dict) or not isinstance(data.get("hotline"), list):
        return None
    return [Typed(row["id"], row, positions.under("hotline", index)) for index, row in enumerate(data["hotline"]) if isinstance(row, dict) and isinstance(row.get("id"), str)]


def same_records(old: list[Typed], new: list[Typed]) -> Iterator[tuple[Typed, Typed]]:
    """``(then, now)`` of each record: by its id, and where that is new, by its name or by a number it kept. One file of a service is one record."""
    by_name = {record.name: record for record in old}
    left = [record for record in old if record.name not in {now.name for now in new}]
    for record in new:
        was = by_name.get(record.name) or next((was for was in left if record.name.endswith(".md") or was.data.get("nama") == record.data.get("nama") or _numbers(was) & _numbers(record)), None)
        if was is not None:
            yield was, record


def paired(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> tuple[list[tuple[int, int]], list[int]]:
    """``([(then, now)], [gone])``, all as places in the lists: the same number first, then the same kind in the same order. A wholly new channel has no pair."""
    left = list(range(len(old)))
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for now, row in enumerate(new):
        same = next((was for was in left if all(old[was].get(key) == row.get(key) for key in ("jenis", "nomor", "alamat"))), None)
        if same is None:
            waiting.append(now)
        else:
            left.remove(same)
            pairs.append((same, now))
    for now in waiting:
        # A number that took the place of another is a changed number, also when its kind changed with it.
        row = new[now]
        was = next((was for was in left if old[was].get("jenis") == row.get("jenis")), None)
        was = next((was for was in left if old[was].get("nomor") and row.get("nomor")), None) if was is None else was
        if was is not None:
            left.remove(was)
            pairs.append((was, now))
    return pairs, left


def fresh(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Days of the sources and call tests that the old group did not have."""
    return [row[key] for name, key in (("sumber", "dibaca"), ("uji", "tanggal")) for row in rows(new.get(name))
            if isinstance(row, dict) and isinstance(row.get(key), str) and row not in rows(old.get(name))]


def digits(value: Any) -> str:
    """A value as it is compared: the digits of a number, else the words in small letters."""
    said = str(value or "").strip().casefold()
    return re.sub(r"\D", "", said) if re.fullmatch(r"[\d\s().+-]+", said) else said


def rows(value: Any) -> list[Any]:
    """A list, or none."""
    return value if isinstance(value, list) else []


def group(value: Any) -> dict[str, Any]:
    """A group of keys, or an empty one."""
    return value if isinstance(value, dict) else {}


def _numbers(record: Typed) -> set[str]:
    return {str(row["nomor"]) for row in record.channels if row.get("nomor")}


