"""Values of the model in the words a reader knows, and prose compared word by word."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from enum import Enum

from pydantic import BaseModel
from pydantic.fields import FieldInfo

NONE = "(kosong)"
EXCERPTS = 3
NOT_SHOWN = frozenset({"to_confirm", "quote", "held", "entities", "phrases", "confirm", "slug"})
"""Fields that no page prints."""


def title_of(key: str, field: FieldInfo) -> str:
    """The Indonesian title of a field without what only editors need to know; its key when it has none."""
    return "Isi halaman" if key == "body" else re.sub(r" \((?:tidak|kecil|kosong|pengenal|bentuk|huruf)[^)]*\)$|: paling banyak.*", "", field.title or field.alias or key)


def in_words(value: object) -> str:
    """One value on one line: ``ya``, ``2026-11-23``, ``telepon 129; sumber: …``; ``(kosong)`` for nothing."""
    if value is None or value == () or value == "":
        return NONE
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(in_words(item) for item in value) or NONE
    if isinstance(value, dict):
        return ", ".join(f"{key}: {in_words(item)}" for key, item in value.items())
    if isinstance(value, BaseModel):
        return _record_in_words(value)
    return " ".join(str(value).split())


def is_held(item: object) -> bool:
    """True for a channel that stands nowhere on the site."""
    return bool(getattr(item, "held", None))


def same(old: object, new: object) -> bool:
    """True when a reader sees no difference: spaces and line breaks inside a text say nothing."""
    if isinstance(old, str) and isinstance(new, str):
        return old.split() == new.split()
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, BaseModel) and type(old) is type(new):
        return all(same(getattr(old, key), getattr(new, key)) for key in type(old).model_fields if key != "body_line")
    return old == new


def prose(old: str, new: str) -> tuple[str, str, str]:
    """``(counts, old words, new words)`` of a changed text: ``12 kata ditambah, 3 kata dihapus`` and the first places."""
    before, after = old.split(), new.split()
    added = removed = 0
    left: list[str] = []
    right: list[str] = []
    for tag, start, stop, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        removed, added = removed + stop - start, added + end - begin
        left.append(_around(before, start, stop))
        right.append(_around(after, begin, end))
    more = f" … dan {len(left) - EXCERPTS} tempat lain" if len(left) > EXCERPTS else ""
    return f"{added} kata ditambah, {removed} kata dihapus", " / ".join(left[:EXCERPTS]) + more, " / ".join(right[:EXCERPTS]) + more


def _around(words: list[str], start: int, stop: int) -> str:
    """The changed words with two words on either side, so that their place can be found."""
    shown = words[start:stop] if stop - start <= 20 else [*words[start : start + 20], "…"]
    before, after = words[max(0, start - 2) : start], words[stop : stop + 2]
    return " ".join(["…"] * (start > 2) + before + shown + after + ["…"] * (stop + 2 < len(words)))


def _record_in_words(record: BaseModel) -> str:
    parts = []
    for key, field in sorted(type(record).model_fields.items(), key=lambda row: row[0] == "body"):
        value = getattr(record, key)
        if key == "channels":
            value = tuple(channel for channel in value if not is_held(channel))
        if key in NOT_SHOWN - {"held"} or key == "body_line" or value in (None, (), "") or value == field.default:
            continue
        said = f"{len(value.split())} kata" if key == "body" else in_words(value)
        parts.append(said if not parts else f"{title_of(key, field)}: {said}")
    return "; ".join(parts)
