"""Every text a reader may see, with its place: what the prose checks walk over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model import MarkdownRecord, Record, Site
from ..problems import Loc, Place

Found = TypeVar("Found")
NOT_PROSE = frozenset({"asal", "sidik", "gambar", "nomor", "url", "terlihat", "kode", "pertentangan", "perlu_dipastikan", "buka", "tahan", "nomor_keliru", "kutipan", "terbit", "keputusan"})
"""Keys whose text is data or for staff: never shown as a sentence."""
NAMES = frozenset({"nama", "nama_lain", "singkatan", "cari", "istilah", "pengelola", "id", "slug"})
"""Keys that hold a name or a search phrase: a short code may be part of it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of one record. ``is_name`` marks names and search phrases; ``is_body`` Markdown bodies."""

    record: Record
    loc: Loc
    text: str
    is_name: bool = False
    is_body: bool = False

    def place(self, offset: int = 0) -> Place:
        """Place of a character; in front matter values, of the value."""
        if not self.is_body:
            return self.record.at(*self.loc)
        before = self.text[:offset]
        assert isinstance(self.record, MarkdownRecord)
        return Place(self.record.path, self.record.body_line + before.count("\n"), offset - before.rfind("\n"))


def records(site: Site) -> Iterator[Record]:
    """All records that came from a file, settings included."""
    yield from (*site.hotlines, *site.services, *site.topics, *site.prevention, *site.guides, *site.pathways, *site.news, *site.languages, *site.indicators, *site.holidays, *site.terms, *site.references)
    yield from (record for record in (site.area, site.organisation, site.policy) if record is not None)


def passages(site: Site) -> tuple[Passage, ...]:
    """Every readable text of every record, bodies last. Walked once for a site: every rule of prose reads them all."""
    return remembered(site, "passages", lambda: tuple(_passages(site)))


def remembered(site: Site, name: str, find: Callable[[], Found]) -> Found:
    """What ``find`` says about a site, found once and kept beside the cached properties of the site, which nothing can change."""
    known: dict[str, Any] = site.__dict__.setdefault("_remembered", {})
    if name not in known:
        known[name] = find()
    return known[name]


def _passages(site: Site) -> Iterator[Passage]:
    for record in records(site):
        yield from _texts(record, record, ())
        if isinstance(record, MarkdownRecord):
            yield Passage(record, (), record.body, is_body=True)


def bodies(site: Site) -> Iterator[Passage]:
    """Only the Markdown bodies."""
    return (passage for passage in passages(site) if passage.is_body)


def _texts(record: Record, model: BaseModel, loc: Loc) -> Iterator[Passage]:
    values = model.__dict__
    for key, name in _prose_fields(type(model)):
        value = values[key]
        if value is None:
            continue
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            where = (*loc, name) if index is None else (*loc, name, index)
            if isinstance(item, BaseModel):
                yield from _texts(record, item, where)
            elif isinstance(item, str):
                yield Passage(record, where, item, is_name=name in NAMES)


@lru_cache(maxsize=None)
def _prose_fields(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    named = ((key, info.alias or key) for key, info in kind.model_fields.items() if key not in ("body", "body_line"))
    return tuple((key, name) for key, name in named if name not in NOT_PROSE)
