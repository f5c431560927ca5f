"""Short addresses that are printed: ``/i/7/``. What has been printed once leads somewhere for ever."""

from __future__ import annotations

from pydantic import Field

from .base import Line, Record, YesNo

HOME = "beranda"
"""How the register names the home page."""


class ShortAddress(Record):
    """One row of ``content/alamat-pendek.yaml``. ``target`` is what was printed and never changes; ``now`` is where it leads since that page is gone."""

    number: int = Field(ge=1, le=9999, alias="angka", title="Angka di alamat pendek", examples=["7"])
    target: Line = Field(alias="untuk", title="Halaman yang dicetak dengan angka ini, sebagai jenis/nama (beranda untuk halaman depan)", examples=["topik/kdrt"])
    now: Line | None = Field(default=None, alias="sekarang", title="Halaman penggantinya, bila halaman itu sudah tidak ada", examples=["topik/kdrt"])
    ended: YesNo = Field(default=False, alias="berhenti", title="Apakah halaman itu sudah tidak ada?", examples=["ya"])

    @property
    def leads_to(self) -> str | None:
        """The page it opens today, as in the register; ``None`` when there is none any more."""
        return self.now or (None if self.ended else self.target)


def short_path(number: int) -> str:
    """``i/7/``: the address below the site's root."""
    return f"i/{number}/"
