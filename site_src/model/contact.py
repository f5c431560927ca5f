"""A way to reach help, and the evidence for it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from .base import ROLE_SAID, IsoDate, Line, Record, Role, Text, Url
from .card import Card
from .evidence import Source


class ChannelKind(StrEnum):
    """How somebody reaches help (``jenis``)."""

    PHONE = "telepon"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    WEB = "web"
    EMAIL = "surel"
    APP = "aplikasi"
    VISIT = "datang"


NUMBERED = frozenset({ChannelKind.PHONE, ChannelKind.WHATSAPP, ChannelKind.SMS})


class CostValue(StrEnum):
    """What the reader pays (``biaya.nilai``)."""

    FREE = "gratis"
    CALL_RATE = "pulsa biasa"
    PAID = "berbayar"
    DEPENDS = "bergantung"


class TestResult(StrEnum):
    """What happened when somebody called (``uji.hasil``)."""

    ANSWERED = "tersambung"
    NO_ANSWER = "tidak dijawab"
    DEAD = "nomor mati"
    WRONG_PARTY = "salah alamat"
    OTHER = "lainnya"


class Status(StrEnum):
    """Derived from evidence and policy, never typed."""

    TESTED = "teruji"
    SOURCED = "bersumber"
    DUE = "jatuh tempo"
    OVERDUE = "lewat"
    HELD = "ditahan"


class CallTest(Record):
    """One attempt to reach a number. ``by`` is a role, never a person's name."""

    day: IsoDate = Field(alias="tanggal", title="Tanggal menelepon", examples=["2026-11-23"])
    operator: Line = Field(alias="operator", title="Operator seluler", examples=["Telkomsel"])
    result: TestResult = Field(alias="hasil", title="Hasil", examples=["tersambung"])
    by: Role = Field(alias="oleh", title="Peran penelepon", description=ROLE_SAID, examples=["petugas UPTD PPA"])
    note: Text | None = Field(default=None, alias="catatan", title="Catatan", description="Untuk petugas; tidak tampil di situs.")


class Rival(Record):
    """Another value seen somewhere, and why it was not chosen."""

    value: Line = Field(alias="nilai", title="Nilai lain", examples=["021-129"])
    seen: tuple[Url, ...] = Field(default=(), alias="terlihat", title="Terlihat di")
    reason: Text = Field(alias="alasan", title="Mengapa bukan ini")


class Hours(Record):
    """Opening hours in OpenStreetMap ``opening_hours`` syntax, with their source."""

    spec: Line = Field(alias="buka", title="Jam buka (bentuk OpenStreetMap)", examples=["Mo-Fr 09:00-16:00", "24/7"])
    note: Line | None = Field(default=None, alias="catatan", title="Catatan jam")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber")


class Cost(Record):
    """What it costs, with its source: ``gratis`` is a promise, and needs one."""

    value: CostValue = Field(alias="nilai", title="Biaya", examples=["gratis"])
    note: Line | None = Field(default=None, alias="catatan", title="Penjelasan biaya")
    sources: tuple[Source, ...] = Field(default=(), alias="sumber", title="Sumber")

    @model_validator(mode="after")
    def _free_needs_a_source(self) -> Cost:
        if self.value is CostValue.FREE and not self.sources:
            raise ValueError("“gratis” adalah janji: tulis sumbernya")
        return self


class Channel(Record):
    """One way of contact. A number lives here and nowhere else."""

    kind: ChannelKind = Field(alias="jenis", title="Jenis kanal", examples=["telepon"])
    number: Line | None = Field(default=None, alias="nomor", title="Nomor", examples=["0733-000066"])
    extension: Line | None = Field(default=None, alias="ekstensi", title="Tekan setelah tersambung", examples=["8"])
    address: Line | None = Field(default=None, alias="alamat", title="Alamat web, surel, aplikasi, atau tempat")
    note: Line | None = Field(default=None, alias="catatan", title="Catatan untuk pembaca")
    hours: Hours | None = Field(default=None, alias="jam", title="Jam kanal ini, bila berbeda")
    cost: Cost | None = Field(default=None, alias="biaya", title="Biaya kanal ini, bila berbeda")
    card: Card | None = Field(default=None, alias="kartu", title="Yang ingin diketahui sebelum menghubungi, bila berbeda")
    sources: tuple[Source, ...] = Field(min_length=1, alias="sumber", title="Sumber")
    tests: tuple[CallTest, ...] = Field(default=(), alias="uji", title="Catatan uji telepon")
    held: Text | None = Field(default=None, alias="tahan", title="Alasan menahan (tidak ditampilkan selama ada)")
    rivals: tuple[Rival, ...] = Field(default=(), alias="pertentangan", title="Nilai lain yang beredar")

    @model_validator(mode="after")
    def _number_or_address(self) -> Channel:
        if self.kind in NUMBERED and not self.number:
            raise ValueError(f"kanal {self.kind} perlu “nomor”")
        if self.kind not in NUMBERED and not self.address:
            raise ValueError(f"kanal {self.kind} perlu “alamat”")
        if self.kind not in NUMBERED and self.number:
            raise ValueError(f"kanal {self.kind} memakai “alamat”, bukan “nomor”")
        return self

    @property
    def digits(self) -> str:
        """The number as dialled: digits, with a leading ``+`` if one was typed. Empty for web, email, visit."""
        return re.sub(r"[^\d+]", "", self.number or "")

    @property
    def is_short_code(self) -> bool:
        """A national service code such as 129, 110 or 1708: never takes a country code."""
        return bool(re.fullmatch(r"1\d{2,4}", self.digits))

    @property
    def href(self) -> str | None:
        """What a tap opens: ``tel:``, ``sms:``, ``https://wa.me/``, ``mailto:`` or a web address; ``None`` for a visit or app.

        Dialled digits equal the typed digits (RFC 3966 local form); WhatsApp alone needs 62 in place of the first 0.
        """
        match self.kind:
            case ChannelKind.PHONE:
                return f"tel:{self.digits}"
            case ChannelKind.SMS:
                return f"sms:{self.digits}"
            case ChannelKind.WHATSAPP:
                return f"https://wa.me/{international(self.digits)}"
            case ChannelKind.EMAIL:
                return f"mailto:{self.address}"
            case ChannelKind.WEB:
                return self.address if "://" in (self.address or "") else f"https://{self.address}"
        return None

    def last_test(self) -> CallTest | None:
        """The newest call test, or ``None``."""
        return max(self.tests, key=lambda test: test.day, default=None)

    def newest_source(self) -> date:
        """The last day somebody read a source of this channel."""
        return max(source.read for source in self.sources)


def international(digits: str) -> str:
    """Indonesian digits as WhatsApp wants them: country code, no plus. ``08111129129`` -> ``628111129129``."""
    bare = digits.lstrip("+")
    # «00» is what other countries dial before a country code, and the 0 after 62 is what nobody dials: both are typed.
    bare = bare.removeprefix("00") if bare.startswith("0062") else bare
    if bare.startswith("620") and len(bare) > 9:
        return "62" + bare[3:]
    return "62" + bare[1:] if bare.startswith("0") else bare
