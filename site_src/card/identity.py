"""Which record of the old tree is which record of the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..model import Record
from .words import same

KEYS = ("id", "slug", "number", "year", "name")


def name_of(record: Record) -> str:
    """What identifies a record between two versions: its id, its file, its number, or its name."""
    return str(getattr(record, _key(record), ""))


def called(record: Record) -> str:
    """What a reader calls a record: its name, else what identifies it."""
    return str(getattr(record, "name", "") or name_of(record))


def in_one_file(records: Sequence[Record]) -> bool:
    """True when the records stand below one another in a file, so that their order was written by somebody."""
    return not any(hasattr(record, "slug") for record in records)


def address(record: Record) -> str:
    """Where a record's own file puts its page: ``content/panduan/visum.md`` stands at ``/panduan/visum/``."""
    return f"/{record.path.removeprefix('content/').rpartition('.')[0]}/"


def with_name(record: Record, name: str) -> Record:
    """The same record under another id or file name."""
    return record.model_copy(update={_key(record): name})


def moved(was: Mapping[str, Record], now: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """``(old, new)`` names of records that got another id or file: alike in all else, then with the same name, then with the same text."""
    gone, come = [name for name in was if name not in now], [name for name in now if name not in was]
    tests: list[Callable[[Record, Record], bool]] = [
        lambda old, new: same(with_name(old, name_of(new)), new),
        lambda old, new: bool(getattr(old, "name", "")) and called(old) == called(new),
        lambda old, new: bool(getattr(old, "body", "")) and same(getattr(old, "body", ""), getattr(new, "body", "")),
    ]
    for alike in tests:
        for left in list(gone):
            partner = next((right for right in come if _key(was[left]) in ("id", "slug") and alike(was[left], now[right])), None)
            if partner is not None:
                gone.remove(left)
                come.remove(partner)
                yield left, partner


def _key(record: Record) -> str:
    return next((key for key in KEYS if getattr(record, key, None)), "name")
