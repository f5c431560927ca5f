"""Every claim has a source that somebody read on a day that has been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from pydantic import BaseModel

from ..model import Asked, CallTest, News, Record, Reference, Review, Site, Source
from ..problems import Loc, Problem
from .walk import records, remembered

HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")


def check_sources(site: Site, today: date) -> Iterator[Problem]:
    """Alamat sumber bisa dibuka, dan yang ditandai “resmi” berasal dari host resmi menurut kebijakan.yaml."""
    hosts = tuple(site.policy.official_hosts) if site.policy else ()
    for record, loc, item in nested_records(site):
        if not isinstance(item, Source):
            continue
        host = host_of(item.url)
        if not host:
            yield Problem(record.at(*loc, "url"), "alamat-web-salah", f"“{item.url[:60]}” bukan alamat web yang lengkap.", "Salin alamatnya dari peramban.", 'url: "https://contoh.go.id/layanan"')
        elif item.official and hosts and not any(host == name.lstrip(".") or host.endswith("." + name.lstrip(".")) for name in hosts):
            yield Problem(record.at(*loc, "resmi"), "sumber-bukan-resmi", f"“{host}” tidak ada di “host_resmi”.",
                          "Tulis resmi: tidak, atau tambahkan host itu di content/kebijakan.yaml.", "resmi: tidak")
    for reference in site.references:
        for index, url in enumerate(reference.urls):
            if not host_of(url):
                yield Problem(reference.at("url", index), "alamat-web-salah", f"“{url[:60]}” bukan alamat web yang lengkap.", "Salin alamatnya dari peramban.", '- "https://contoh.go.id/layanan"')


@lru_cache(maxsize=20_000)
def host_of(url: str) -> str:
    """The host an address names, or an empty string when no browser could open it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port
    except ValueError:
        return ""
    return host if HOST.fullmatch(host) else ""


def check_dates(site: Site, today: date) -> Iterator[Problem]:
    """Tanggal dibaca, diuji, ditinjau, dan tanggal kabar tidak di masa depan."""
    keys = {Source: ("read", "dibaca"), CallTest: ("day", "tanggal"), Asked: ("day", "tanggal"), Review: ("day", "tanggal"), News: ("day", "tanggal"), Reference: ("read", "dibaca")}
    for record, loc, item in nested_records(site):
        field, alias = keys.get(type(item), ("", ""))
        if field and getattr(item, field) > today:
            yield Problem(record.at(*loc, alias), "tanggal-masa-depan", f"{getattr(item, field)} belum terjadi; hari ini {today}.",
                          "Tulis tanggal sebenarnya.", f"{alias}: {today}")


def nested_records(site: Site) -> tuple[tuple[Record, Loc, BaseModel], ...]:
    """Every record and everything within it that is a record of its own, walked once for a site."""
    return remembered(site, "nested", lambda: tuple((record, loc, item) for record in records(site) for loc, item in _nested(record, ())))


@lru_cache(maxsize=None)
def fields_of(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """``(name in code, key in a file)`` of every field of a model."""
    return tuple((key, info.alias or key) for key, info in kind.model_fields.items())


def _nested(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, BaseModel]]:
    yield loc, model
    values = model.__dict__
    for key, name in fields_of(type(model)):
        value = values[key]
        if isinstance(value, tuple):
            # A list holds records or texts, never both.
            if value and isinstance(value[0], BaseModel):
                for index, item in enumerate(value):
                    yield from _nested(item, (*loc, name, index))
        elif isinstance(value, BaseModel):
            yield from _nested(value, (*loc, name))
