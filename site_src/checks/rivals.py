"""What a record calls wrong it does not show itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import NUMBERED, Site, international
from ..problems import Place, Problem

NUMBER = re.compile(r"[\d\s().+-]{3,}")


def check_rivals(site: Site, today: date) -> Iterator[Problem]:
    """Nomor yang disebut keliru (pertentangan) tidak tampil sebagai kanal catatan itu sendiri."""
    # A rival may well be the right number of somebody else: it was only printed under the wrong name.
    for owner in (*site.hotlines, *site.services):
        rivals: dict[str, Place] = {}
        for index, channel in enumerate(owner.channels):
            for position, rival in enumerate(channel.rivals):
                if NUMBER.fullmatch(rival.value):
                    rivals.setdefault(_digits(rival.value), owner.at("kanal", index, "pertentangan", position, "nilai"))
        for index, channel in enumerate(owner.channels):
            rival_at = rivals.get(_digits(channel.digits)) if channel.kind in NUMBERED and not channel.held else None
            if rival_at:
                yield Problem(owner.at("kanal", index, "nomor"), "nomor-dipertentangkan", f"“{channel.number}” tampil di sini, padahal catatan ini juga menyebutnya sebagai nilai yang tidak dipakai ({rival_at}).",
                              "Tentukan mana yang benar: hapus dari “pertentangan”, atau tahan kanal ini dengan alasannya.", 'tahan: "Disebut keliru di pertentangan; telepon dan pastikan siapa yang menjawab."')


def _digits(value: str) -> str:
    return international(re.sub(r"[^\d+]", "", value))
