"""Where a fact comes from: a page somebody read, or an answer somebody was given."""

from __future__ import annotations

from pydantic import Field

from .base import ROLE_SAID, IsoDate, Line, Record, Role, Url, YesNo


class Source(Record):
    """A page somebody read, and the day they read it."""

    url: Url = Field(title="Alamat halaman", examples=["https://contoh.go.id/layanan"])
    read: IsoDate = Field(alias="dibaca", title="Tanggal dibaca", examples=["2026-11-23"])
    official: YesNo = Field(default=False, alias="resmi", title="Milik instansi pengelola?", examples=["ya"])
    published: Line | None = Field(default=None, alias="terbit", title="Tanggal halaman itu", examples=["2025-08-07"])
    quote: Line | None = Field(default=None, alias="kutipan", title="Kutipan pendek (tidak ditampilkan)")


class Asked(Record):
    """An answer given by the service itself. ``by`` is the role of whoever asked, never a person's name."""

    day: IsoDate = Field(alias="tanggal", title="Tanggal bertanya", examples=["2026-11-23"])
    by: Role = Field(alias="oleh", title="Peran yang bertanya", description=ROLE_SAID, examples=["petugas UPTD PPA"])
