"""The record every other type is made from, and the small value types with Indonesian messages."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, StringConstraints, WithJsonSchema

from ..problems import Place, Positions
from .written_day import written_day

NOWHERE = Positions("")
"""Where a record stands that was read from no file."""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

PERSON = re.compile(r"\b(?i:bu|ibu|pak|bapak|bpk|sdr|sdri|mbak|mas|kak|hj)\b\.?\s+(?!(?:Dan|Hamil|Anak|Menyusui)\b)[A-Z]|^(?i:bu|ibu|pak|bapak|mbak|mas|kak)\b\.?\s+\w+$|@|\d{6}")
"""What makes a role a person: a form of address with a name, an account, a number."""
NAME = re.compile(r"(?:[A-Z][a-z]+\.?\s*)+")
ROLE = re.compile(r"petugas|piket|staf|kader|operator|admin|pendamping|penyusun|peninjau|relawan|kepala|dinas|sekretar|psikolog|pekerja|konselor|perawat|bidan|guru|pengelola|magang|penyuluh|lurah|"
                  r"ketua|tim|advokat|jaksa|hakim|polisi|dokter|ahli", re.IGNORECASE)
"""Words of a role: capitals alone do not make «Petugas Piket» a person."""


class Record(BaseModel):
    """Frozen and closed: an unknown key is an error. Knows where each of its values was typed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1)
    # A factory, because a default is copied in depth for every record.
    _positions: Positions = PrivateAttr(default_factory=lambda: NOWHERE)

    @classmethod
    def variant(cls, data: Any) -> type[Record]:
        """The type a file's data ask for; most records have only one."""
        return cls

    def locate(self, positions: Positions) -> None:
        """Remember where this record was read; nested records are reached through ``at`` with a longer path."""
        self._positions = positions

    def at(self, *loc: str | int) -> Place:
        """Place of a value by the keys staff type, e.g. ``at("kanal", 0, "nomor")``."""
        return self._positions.value(*loc)

    @property
    def path(self) -> str:
        """File this record was read from, relative to the project."""
        return self._positions.path


def _iso_date(value: Any) -> Any:
    if isinstance(value, str):
        match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value.strip())
        if not match:
            meant = written_day(value)
            raise ValueError(f"tanggal ditulis tahun-bulan-hari{f', di sini {meant}' if meant else ''}")
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise ValueError("tanggal ini tidak ada di kalender") from None
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        if value.strip() not in ("ya", "tidak"):
            raise ValueError("isi dengan ya atau tidak")
        return value.strip() == "ya"
    return value


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("isian ini hanya satu baris")
    return value


def seems_a_person(role: str) -> bool:
    """True when what should be a role looks like somebody's name, account or number."""
    return bool(PERSON.search(role) or NAME.fullmatch(role) and not ROLE.search(role))


def _no_person(value: str) -> str:
    if seems_a_person(value):
        raise ValueError("ini tampak seperti nama orang; siapa pun bisa membacanya. Tulis perannya")
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ya", "tidak"]})]
REFERENCES_SAID = "Ketik sebagian judulnya, misalnya UU 23/2004. Belum ada di daftar? Tambah dulu di berkas Sumber, dan terbitkan."
"""Beside a field that names references by ``id``."""
ENTITIES_SAID = "Hanya untuk lembaga yang dikenal dengan nama ini di mana pun. Lainnya: kosongkan."
"""Beside a field that names ``ENTITIES``."""
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_one_line)]
Role = Annotated[Line, AfterValidator(_no_person)]
ROLE_SAID = "Peran, bukan nama orang."
"""Beside a field that says who did something."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=600)]
