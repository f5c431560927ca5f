"""A confidential service stays where nobody can find it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from ..leaks import leak_problem, strict_places_in
from ..model import SafeHouse, Site
from ..problems import Loc, Place, Problem


def check_confidential(site: Site, today: date) -> Iterator[Problem]:
    """Berkas layanan dengan “rahasia: ya” tidak memuat alamat, patokan, wilayah, koordinat, kode plus, atau tautan peta, di isian mana pun."""
    for service in site.services:
        if isinstance(service, SafeHouse):
            for loc, text in _texts(service, ()):
                yield from (leak_problem(service.at(*loc), leak) for leak in strict_places_in(text))
            for number, line in enumerate(service.body.split("\n")):
                yield from (leak_problem(Place(service.path, service.body_line + number), leak) for leak in strict_places_in(line))


def _texts(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, str]]:
    for key, info in type(model).model_fields.items():
        if key in ("body", "body_line"):
            continue
        value = getattr(model, key)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            where = (*loc, info.alias or key) if index is None else (*loc, info.alias or key, index)
            if isinstance(item, BaseModel):
                yield from _texts(item, where)
            elif isinstance(item, str):
                yield where, item
