"""The names of our own drawings, as staff write them."""

from __future__ import annotations

from enum import StrEnum


class Picture(StrEnum):
    """Which drawing stands on top of a page (``gambar``)."""

    TOGETHER = "bersama"
    LISTENING = "mendengar"
    HOME = "rumah"
    PHONE = "telepon"
    PAPER = "kertas"
    SCHOOL = "sekolah"
    NEIGHBOUR = "tetangga"
