"""What is written by hand: for whom, by whom it was last read, and the file it stands in."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import IsoDate, Record, Role, Slug


class Audience(StrEnum):
    """Who a record is for (``untuk``)."""

    ANYONE = "umum"
    SURVIVOR = "korban"
    CHILD = "anak"
    TEENAGER = "remaja"
    PARENT = "orang-tua"
    NEIGHBOUR = "tetangga"
    TEACHER = "guru"
    WORKER = "petugas"
    DISABLED = "disabilitas"
    LEADER = "tokoh"
    EMPLOYER = "pemberi-kerja"
    CADRE = "kader"


class Review(Record):
    """Who last read a page for truth, and when."""

    day: IsoDate = Field(alias="tanggal", title="Tanggal ditinjau", examples=["2026-11-23"])
    by: Role = Field(alias="oleh", title="Peran peninjau", description="Yang membaca isinya untuk memastikan benar. Belum dibaca orang lain? Tulis penyusun.", examples=["penyusun"])


class MarkdownRecord(Record):
    """A file with front matter and a body; ``slug`` is the file's name, ``body_line`` the line the body starts on."""

    slug: Slug
    body: str = ""
    body_line: int = 1
