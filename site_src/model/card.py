"""What somebody wants to know before contacting. Each answer is optional; what is not written is shown as unknown, and asked on the call sheet."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from .base import Line, Record
from .evidence import Asked, Source


class Answer(StrEnum):
    """A plain answer; ``bergantung`` is explained in the card's note."""

    YES = "ya"
    NO = "tidak"
    DEPENDS = "bergantung"


class Card(Record):
    """Answers about one way of contact, or about all of an owner's (``kartu``), with where they come from."""

    on_bill: Answer | None = Field(default=None, alias="tagihan", title="Tampil di tagihan telepon?", examples=["tidak"])
    calls_back: Answer | None = Field(default=None, alias="menelepon_balik", title="Apakah mereka menelepon balik?", examples=["tidak"])
    asks_id: Answer | None = Field(default=None, alias="minta_ktp", title="Apakah diminta KTP atau NIK?", examples=["tidak"])
    who_answers: Line | None = Field(default=None, alias="penjawab", title="Siapa yang menjawab", examples=["Petugas kantor itu sendiri"])
    first_words: Line | None = Field(default=None, alias="kata_pertama", title="Yang pertama dikatakan", examples=["Menu suara; tekan 1 untuk pengaduan"])
    may_end: Answer | None = Field(default=None, alias="boleh_berhenti", title="Bolehkah penelepon menutup kapan saja?", examples=["ya"])
    note: Line | None = Field(default=None, alias="catatan", title="Penjelasan untuk pembaca")
    sources: tuple[Source, ...] = Field(default=(), alias="sumber", title="Sumber")
    asked: Asked | None = Field(default=None, alias="ditanyakan", title="Ditanyakan langsung ke layanan itu")

    @model_validator(mode="after")
    def _answers_have_evidence(self) -> Card:
        if not self.sources and self.asked is None:
            raise ValueError("jawaban di “kartu” perlu “sumber”, atau “ditanyakan” dengan tanggal dan peran yang bertanya")
        return self
