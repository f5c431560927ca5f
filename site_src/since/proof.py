"""A record that stays: what changed in it, what it lost, and the proof that somebody looked again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from ..problems import Loc, Place, Problem
from .git import Days
from .typed import Typed, digits, fresh, group, paired, rows

RIGHT = "uji:\n  - {{tanggal: {day}, operator: Telkomsel, hasil: tersambung, oleh: petugas dinas}}"
HELD = 'tahan: "Nomor tidak aktif lagi menurut petugas yang menelepon."'


def unproven(was: Typed, now: Typed, kept: Collection[str], days: Days) -> Iterator[Problem]:
    """Nomor, jam, alasan menahan, atau tanda rahasia yang berubah atau dihapus punya sumber atau uji telepon baru, bertanggal sejak perubahan itu.

    ``kept`` are the numbers and addresses that still stand somewhere (``digits``): as a channel, or as a rival of one.
    """
    old, new = was.data, now.data
    if _flag(old) != _flag(new):
        # A flag that is gone has no line of its own.
        place, day = (now.at("rahasia"), days.of(now.at("rahasia"))) if "rahasia" in new else (Place(now.positions.path), days.of_removal(was.at("rahasia")))
        yield from _ask(place, f"Tanda rahasia berubah dari “{_flag(old)}” menjadi “{_flag(new)}”", fresh(old, new), day)
    yield from _hours(was, now, (), (), [], days)
    yield from _released(was, now, ("alamat",), ("alamat",), [*fresh(old, new), *_visit(old, new)], days)
    channels, left = paired(was.channels, now.channels)
    for then, index in channels:
        before, after = was.channels[then], now.channels[index]
        here, there = ("kanal", index), ("kanal", then)
        proofs = fresh(before, after)
        for key in ("nomor", "ekstensi"):
            if before.get(key) != after.get(key) and after.get(key) is not None:
                place = now.at(*here, key)
                yield from _ask(place, f"“{key}” berubah dari “{before.get(key) or 'kosong'}” menjadi “{after[key]}”", proofs, days.of(place))
        if before.get("ekstensi") and not after.get("ekstensi"):
            yield from _ask(now.at(*here), f"“ekstensi” “{before['ekstensi']}” dihapus", proofs, days.of_removal(was.at(*there, "ekstensi")))
        if before.get("nomor") and not after.get("nomor"):
            left.append(then)
        yield from _hours(was, now, there, here, proofs, days)
        yield from _released(was, now, there, here, proofs, days)
    for then in sorted(left):
        yield from untraced(was.channels[then], now.at("nama"), now.title, kept)


def untraced(channel: dict[str, Any], place: Place, title: str, kept: Collection[str]) -> Iterator[Problem]:
    """Nomor, kanal berjam, atau kanal yang ditahan tidak dihapus begitu saja: ia tetap tercatat, dengan alasannya."""
    value = channel.get("nomor") or channel.get("alamat")
    if value and (channel.get("nomor") or channel.get("tahan") or channel.get("jam")) and digits(value) not in kept:
        what = "Kanal yang ditahan" if channel.get("tahan") else "Nomor" if channel.get("nomor") else "Kanal berjam"
        # A held number is not to be read anywhere, and reports are.
        said = "" if channel.get("tahan") else f" “{value}”"
        yield Problem(place, "hapus-tanpa-jejak", f"{what}{said} di “{title}” dihapus tanpa jejak: orang berikutnya bisa memasangnya lagi.",
                      "Kembalikan kanalnya dan tulis alasannya di “tahan”, atau catat di “pertentangan” kanal penggantinya, dengan “alasan”.", HELD)


def _hours(was: Typed, now: Typed, there: Loc, here: Loc, proofs: list[str], days: Days) -> Iterator[Problem]:
    old, new = _inside(was.data, there), _inside(now.data, here)
    before, after = group(old.get("jam")), group(new.get("jam"))
    if before.get("buka") == after.get("buka"):
        return
    if after.get("buka") is not None:
        place = now.at(*here, "jam", "buka")
        yield from _ask(place, f"Jam berubah dari “{before.get('buka') or 'belum diketahui'}” menjadi “{after['buka']}”", [*proofs, *fresh(before, after)], days.of(place))
    else:
        yield from _ask(now.at(*here) if here else now.at("nama"), f"Jam “{before['buka']}” dihapus", [*proofs, *fresh(old, new)], days.of_removal(was.at(*there, "jam", "buka")))


def _released(was: Typed, now: Typed, there: Loc, here: Loc, proofs: list[str], days: Days) -> Iterator[Problem]:
    if (before := _inside(was.data, there)).get("tahan") and not (after := _inside(now.data, here)).get("tahan"):
        place = now.at(*here) if after else now.at("nama")
        yield from _ask(place, "Alasan menahan (“tahan”) dihapus", [*proofs, *fresh(before, after)], days.of_removal(was.at(*there, "tahan")))


def _ask(place: Place, what: str, proofs: list[str], day: date) -> Iterator[Problem]:
    if not any(proof >= day.isoformat() for proof in proofs):
        yield Problem(place, "perubahan-tanpa-bukti", f"{what}, tanpa sumber atau uji telepon baru sejak hari perubahannya, {day}.",
                      "Baca sumbernya lagi dan tulis tanggalnya di “sumber”, atau minta orang kedua menelepon dan catat di “uji”.", RIGHT.format(day=day))


def _visit(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """The day an officer went there, when it is new: a visit is a test of an address."""
    before, after = (group(data.get("alamat")).get("didatangi") for data in (old, new))
    return [after] if isinstance(after, str) and after != before else []


def _inside(data: dict[str, Any], loc: Loc) -> dict[str, Any]:
    found: Any = data
    for key in loc:
        found = rows(found)[key] if isinstance(key, int) else group(found).get(key)
    return group(found)


def _flag(data: dict[str, Any]) -> str:
    return str(data.get("rahasia", "tidak"))
