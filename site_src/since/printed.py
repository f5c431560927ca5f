"""Short addresses stand on paper: a number keeps its page."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Place, Positions, Problem
from ..source import decode, parse_yaml
from .typed import rows

PRINTED = "content/alamat-pendek.yaml"


def reused(old: bytes, new: bytes) -> Iterator[Problem]:
    """Angka di alamat pendek yang pernah tercatat tetap untuk halaman yang sama: ia sudah dicetak."""
    before, (now, positions) = _printed(old)[0], _printed(new)
    for number, page in before.items():
        index, said = now.get(number, (None, None))
        if said != page[1]:
            place = Place(PRINTED) if index is None else positions.value("alamat_pendek", index, "untuk")
            yield Problem(place, "alamat-pendek-berubah", f"Angka {number} sudah dipakai untuk “{page[1]}”" + (" dan tidak boleh dihapus." if said is None else f", bukan “{said}”."),
                          "Kembalikan barisnya. Bila halamannya sudah tidak ada, tambahkan “berhenti: ya” dan “sekarang:”.", f"  - {{angka: {number}, untuk: {page[1]}, berhenti: ya}}")


def _printed(raw: bytes) -> tuple[dict[str, tuple[int, str]], Positions]:
    """``(number to (index, page), positions)`` of a register as typed."""
    text, _ = decode(PRINTED, raw)
    data, positions, _ = parse_yaml(PRINTED, text or "")
    register = rows(data.get("alamat_pendek")) if isinstance(data, dict) else []
    return {str(row.get("angka")): (index, str(row.get("untuk"))) for index, row in enumerate(register) if isinstance(row, dict)}, positions
