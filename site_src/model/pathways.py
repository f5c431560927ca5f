"""How a case moves between sectors."""

from __future__ import annotations

from pydantic import Field

from .base import REFERENCES_SAID, Line, Record, Slug, Text, YesNo
from .services import Sector
from .written import Audience, Review


class Step(Record):
    """One step of a pathway."""

    id: Slug = Field(title="Pengenal langkah", examples=["lapor"])
    who: Sector = Field(alias="siapa", title="Sektor yang bertindak", examples=["kepolisian"])
    service: Slug | None = Field(default=None, alias="layanan", title="Layanan yang bertindak, bila sudah pasti")
    what: Text = Field(alias="apa", title="Apa yang dilakukan")
    deadline: Line | None = Field(default=None, alias="tenggat", title="Paling lambat", examples=["1 x 24 jam"])
    basis: Line | None = Field(default=None, alias="dasar", title="Dasar hukum", examples=["Pasal 16 UU 23/2004"])
    references: tuple[Slug, ...] = Field(default=(), alias="sumber", title="Sumber", description=REFERENCES_SAID)
    next: tuple[Slug, ...] = Field(default=(), alias="lalu", title="Langkah berikutnya")
    end: YesNo = Field(default=False, alias="akhir", title="Alur selesai di langkah ini?", examples=["ya"])
    confirm: YesNo = Field(default=False, alias="perlu_dipastikan", title="Masih perlu dipastikan kantor?")


class Pathway(Record):
    """How a case moves between sectors, step by step."""

    slug: Slug
    name: Line = Field(alias="judul", title="Judul")
    summary: Text = Field(alias="ringkas", title="Ringkas")
    topics: tuple[Slug, ...] = Field(min_length=1, alias="topik", title="Kebutuhan")
    audiences: tuple[Audience, ...] = Field(default=(Audience.ANYONE,), alias="untuk", title="Untuk siapa")
    phrases: tuple[Line, ...] = Field(default=(), alias="cari", title="Kata yang diketik orang")
    steps: tuple[Step, ...] = Field(min_length=2, alias="langkah", title="Langkah")
    reviewed: Review = Field(alias="ditinjau", title="Isi terakhir ditinjau")
