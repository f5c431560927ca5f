"""Every outside address of the content, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from pydantic import BaseModel

from ..model import ChannelKind, Record, Reference, Site, Source
from ..problems import Loc, Place


def addresses(site: Site) -> dict[str, list[Place]]:
    """``{address: places}`` of sources, references and web channels. Only http and https; what follows ``#`` is nobody's to answer."""
    found: dict[str, list[Place]] = {}
    for place, url in _typed(site):
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname:
            found.setdefault(urldefrag(url)[0], []).append(place)
    return dict(sorted(found.items()))


def _typed(site: Site) -> Iterator[tuple[Place, str]]:
    everything = (*site.hotlines, *site.services, *site.references, *site.holidays, *(record for record in (site.area,) if record))
    for record in everything:
        yield from _nested(record, record, ())
    for owner, index, channel in site.contacts():
        if channel.kind is ChannelKind.WEB and channel.address:
            yield owner.at("kanal", index, "alamat"), channel.address if "://" in channel.address else f"https://{channel.address}"


def _nested(record: Record, model: BaseModel, loc: Loc) -> Iterator[tuple[Place, str]]:
    if isinstance(model, Source):
        yield record.at(*loc, "url"), model.url
    if isinstance(model, Reference):
        for index, url in enumerate(model.urls):
            yield record.at("url", index), url
    for key, info in type(model).model_fields.items():
        value = getattr(model, key)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if isinstance(item, BaseModel):
                yield from _nested(record, item, (*loc, info.alias or key) if index is None else (*loc, info.alias or key, index))
