"""Every fact that differs between two Sites, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from enum import StrEnum

from pydantic import BaseModel

from ..model import Asked, CallTest, Channel, Policy, Record, Reference, Review, Rival, Site, Source, Step
from .identity import address, called, in_one_file, moved, name_of, with_name
from .words import NONE, NOT_SHOWN, in_words, is_held, prose, same, title_of


class Audience(StrEnum):
    """Who notices a change."""

    READER = "warga"
    EVIDENCE = "bukti"
    STAFF = "petugas"


@dataclass(frozen=True, slots=True)
class Change:
    """One changed fact. ``what`` is its Indonesian title, ``path`` the file it is written in."""

    record: str
    path: str
    what: str
    before: str
    after: str
    audience: Audience = Audience.READER


LISTS = {
    "hotlines": "Hotline", "services": "Layanan", "topics": "Kebutuhan", "prevention": "Halaman pencegahan", "guides": "Panduan", "pathways": "Alur",
    "news": "Kabar", "languages": "Bahasa", "indicators": "Indikator Kota Layak Anak", "holidays": "Hari libur", "short_addresses": "Alamat pendek",
    "terms": "Istilah", "references": "Sumber", "laws": "Hukum", "word_rules": "Aturan kata", "word_roles": "Peran kata",
}
ONE_OF_A_KIND = {"area": "Wilayah", "organisation": "Pengelola situs", "policy": "Kebijakan"}
_NEW_FILE, _NEW_ID = "Alamat halaman (berkas diganti namanya)", "Pengenal diganti"
EVIDENCE = (Source, CallTest, Rival, Review, Asked)
MET = frozenset({"exit_url"})
"""What readers meet of a policy: where the exit of every page leads."""


def changes(before: Site, after: Site, unread: frozenset[str] = frozenset()) -> Iterator[Change]:
    """Every changed fact in the order of the site. Records that ``after`` could not read (``unread``) are not called removed."""
    for name, title in LISTS.items():
        yield from _records(title, getattr(before, name, ()), getattr(after, name, ()), unread, _words_of_site(name))
    for name, title in ONE_OF_A_KIND.items():
        old, new = getattr(before, name), getattr(after, name)
        if old is not None and new is not None:
            yield from _told(title, new.path, _fields(old, new, Audience.STAFF if name == "policy" else Audience.READER))
    for field in dataclass_fields(before.lexicon):
        old, new = getattr(before.lexicon, field.name), getattr(after.lexicon, field.name)
        yield from _told("Kata pencarian", new.path or old.path, _fields(old, new, Audience.STAFF))


def _records(title: str, old: Sequence[Record], new: Sequence[Record], unread: frozenset[str], audience: Audience) -> Iterator[Change]:
    was, now = {name_of(record): record for record in old}, {name_of(record): record for record in new}
    for gone, come in list(moved(was, now)):
        if gone in unread or was[gone].path in unread:
            continue
        what, before, after = (_NEW_FILE, address(was[gone]), address(now[come])) if hasattr(now[come], "slug") else (_NEW_ID, gone, come)
        yield Change(f"{title} “{called(now[come])}”", now[come].path, what, before, after, audience)
        was = {come if name == gone else name: with_name(record, come) if name == gone else record for name, record in was.items()}
    for name, record in was.items():
        if name not in now and name not in unread and record.path not in unread:
            yield Change(f"{title} “{called(record)}”", record.path, "Catatan dihapus", in_words(record), NONE, audience)
    for name, record in now.items():
        subject = f"{title} “{called(record)}”"
        if name not in was:
            yield Change(subject, record.path, "Catatan baru", NONE, in_words(record), audience)
            for channel in getattr(record, "channels", ()):
                if is_held(channel):
                    yield Change(subject, record.path, "Kanal: baru", NONE, in_words(channel), Audience.STAFF)
        else:
            yield from _told(subject, record.path, _fields(was[name], record, audience))
    order = [name for name in was if name in now]
    if in_one_file(new) and order != [name for name in now if name in was]:
        yield Change(title, new[0].path, "Urutan catatan di berkas", ", ".join(order), ", ".join(name for name in now if name in was), audience)


def _words_of_site(name: str) -> Audience:
    return Audience.STAFF if name in ("laws", "word_rules", "word_roles") else Audience.EVIDENCE if name == "references" else Audience.READER


def _told(subject: str, path: str, found: Iterator[Change]) -> Iterator[Change]:
    return (replace(change, record=subject, path=path) for change in found)


def _fields(old: BaseModel, new: BaseModel, audience: Audience, trail: str = "") -> Iterator[Change]:
    for key, field in type(new).model_fields.items():
        was, now = getattr(old, key), getattr(new, key)
        if key == "body_line" or same(was, now):
            continue
        who, what = _audience(new, key, audience), trail + title_of(key, field)
        if key == "body":
            counts, left, right = prose(was, now)
            yield Change("", "", f"Isi halaman ({counts})", left or NONE, right or NONE, who)
        elif isinstance(was, dict) and isinstance(now, dict):
            for name in sorted({*was, *now}):
                if not same(was.get(name), now.get(name)):
                    yield Change("", "", f"{what} → {name}", in_words(was.get(name)), in_words(now.get(name)), who)
        elif isinstance(was, BaseModel) and isinstance(now, BaseModel):
            yield from _fields(was, now, who, f"{what} → ")
        elif isinstance(now, tuple) and isinstance(was, tuple) and any(isinstance(item, BaseModel) for item in (*was, *now)):
            yield from _lists(was, now, who, what)
        elif isinstance(now, tuple) and isinstance(was, tuple):
            yield _plain_list(was, now, who, what)
        else:
            yield Change("", "", what, in_words(was), in_words(now), who)


def _audience(owner: BaseModel, key: str, audience: Audience) -> Audience:
    """Whoever cannot see the whole cannot see a part; a held channel is seen by staff alone."""
    if isinstance(owner, Policy):
        return Audience.READER if key in MET else Audience.STAFF
    hidden = key in NOT_SHOWN or (key == "note" and isinstance(owner, CallTest | Reference))
    if audience is Audience.STAFF or hidden:
        return Audience.STAFF
    value = getattr(owner, key)
    values = value if isinstance(value, tuple) else (value,)
    evidence = key in ("sources", "tests", "rivals", "reviewed", "references") or any(isinstance(item, EVIDENCE) for item in values)
    return Audience.EVIDENCE if evidence else audience


def _plain_list(was: tuple[object, ...], now: tuple[object, ...], who: Audience, what: str) -> Change:
    gone, come = [item for item in was if item not in now], [item for item in now if item not in was]
    if not gone and not come:
        return Change("", "", f"{what} (urutan)", in_words(was), in_words(now), who)
    return Change("", "", what, in_words(tuple(gone)), in_words(tuple(come)), who)


def _lists(was: tuple[BaseModel, ...], now: tuple[BaseModel, ...], who: Audience, what: str) -> Iterator[Change]:
    pairs, gone, come = _aligned(was, now)
    for old in gone:
        yield Change("", "", f"{what}: dihapus", in_words(old), NONE, _seen(old, who))
    for old, new in pairs:
        if not same(old, new):
            yield from _fields(old, new, Audience.STAFF if is_held(old) and is_held(new) else who, f"{what} {_label(new)} → ")
    for new in come:
        yield Change("", "", f"{what}: baru", NONE, in_words(new), _seen(new, who))
    if not gone and not come and [id(new) for _, new in pairs] != [id(new) for new in now]:
        yield Change("", "", f"{what} (urutan)", ", ".join(map(_label, was)), ", ".join(map(_label, now)), who)


def _aligned(was: Sequence[BaseModel], now: Sequence[BaseModel]) -> tuple[list[tuple[BaseModel, BaseModel]], list[BaseModel], list[BaseModel]]:
    """Pairs in the old order, then what is gone, then what is new: equal first, then by what they point at, then by kind."""
    left, right, found = list(enumerate(was)), list(now), []
    tests: list[Callable[[BaseModel, BaseModel], bool]] = [same, lambda old, new: _target(old) == _target(new), lambda old, new: _kind(old) is not None and _kind(old) == _kind(new)]
    for alike in tests:
        for index, old in list(left):
            partner = next((new for new in right if alike(old, new)), None)
            if partner is not None:
                found.append((index, old, partner))
                left.remove((index, old))
                right = [new for new in right if new is not partner]
    return [(old, new) for _, old, new in sorted(found, key=lambda row: row[0])], [old for _, old in left], right


def _target(item: BaseModel) -> object:
    if isinstance(item, Channel):
        return (item.kind, item.digits or item.address)
    if isinstance(item, CallTest):
        return (item.day, item.operator.casefold())
    if isinstance(item, Source):
        return item.url
    return next((getattr(item, key) for key in ("id", "slug", "code", "sector", "value", "number", "original", "name") if hasattr(item, key)), None)


def _kind(item: BaseModel) -> object:
    """A channel stays the same channel when its number changes; nothing else does."""
    return item.kind if isinstance(item, Channel) else None


def _seen(item: BaseModel, who: Audience) -> Audience:
    return Audience.STAFF if is_held(item) else who


def _label(item: BaseModel) -> str:
    if isinstance(item, Channel):
        return f"{item.kind} {item.number or item.address}"
    if isinstance(item, Step):
        return f"“{item.id}”"
    return f"“{in_words(_target(item))}”" if not isinstance(item, CallTest) else f"{item.day}, {item.operator}"
