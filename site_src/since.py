"""A second pair of eyes: what changed against the base branch, and whether somebody looked again after the change."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from .problems import Loc, Place, Positions, Problem
from .source import decode, parse_yaml, split_front_matter

PRINTED = "content/alamat-pendek.yaml"
WATCHED = ("hotlines.yaml", "content/layanan", PRINTED)
RIGHT = 'uji:\n  - {{tanggal: {day}, operator: Telkomsel, hasil: tersambung, oleh: petugas dinas}}'
DayOf = Callable[[Place], date]
"""The day a line was last changed."""


@dataclass(frozen=True)
class Record:
    """One hotline or service as typed, and where its values stand."""

    name: str
    data: dict[str, Any]
    positions: Positions


def changes_since(root: Path, base: str, today: date) -> tuple[list[Problem], str]:
    """Problems of what changed since ``base``, and a sentence when nothing could be compared."""
    start = _git(root, "merge-base", base, "HEAD")
    if start is None:
        return [], _why_not(root, base)
    # A file that nobody has added to git yet may be the new name of one that is gone.
    fresh = (_git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *WATCHED) or "").split("\0")
    found: list[Problem] = []
    for path, was in sorted(_changed(root, start.strip(), [name for name in fresh if name]).items()):
        before = _git(root, "show", f"{start.strip()}:./{was}")
        if before is not None and path == PRINTED:
            found += reused(before.encode(), (root / path).read_bytes())
        elif before is not None:
            old, new = list(records_in(was, before.encode())), list(records_in(path, (root / path).read_bytes()))
            found += [problem for earlier, record in same_records(old, new) for problem in unproven(earlier.data, record, lambda place: _day_of_line(root, place, today))]
    return sorted(found, key=lambda problem: problem.order), ""


def _changed(root: Path, start: str, fresh: list[str]) -> dict[str, str]:
    """Watched files of now that differ from ``start``, each with its path then: a service under another file name is the same service."""
    told = (_git(root, "diff", "--relative", "--name-status", "-M40%", "-z", start, "--", *WATCHED) or "").split("\0")
    found: dict[str, str] = {}
    gone: list[str] = []
    while told and told[0]:
        state, was = told.pop(0), told.pop(0)
        path = told.pop(0) if state[0] in "RC" else was
        if state == "D":
            gone.append(was)
        elif (root / path).is_file():
            found[path] = was
    names = {was: record.data.get("nama") for was in gone for record in records_in(was, (_git(root, "show", f"{start}:./{was}") or "").encode())}
    for path in fresh:
        said = next((record.data.get("nama") for record in records_in(path, (root / path).read_bytes())), None)
        found |= {path: was for was, name in names.items() if said and name == said}
    return found


def same_records(old: list[Record], new: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Each record of now with what it was: by its id, and where that is new, by its name or by a number it kept. One file of a service is one record."""
    by_name = {record.name: record for record in old}
    left = [record for record in old if record.name not in {now.name for now in new}]
    for record in new:
        was = by_name.get(record.name) or next((was for was in left if record.name.endswith(".md") or was.data.get("nama") == record.data.get("nama") or _numbers(was) & _numbers(record)), None)
        if was is not None:
            yield was, record


def _numbers(record: Record) -> set[str]:
    return {str(row["nomor"]) for row in _list(record.data.get("kanal")) if isinstance(row, dict) and row.get("nomor")}


def records_in(path: str, raw: bytes) -> Iterator[Record]:
    """The hotlines or the service of one file, as typed. A file that cannot be read holds none; the checks say why."""
    text, _ = decode(path, raw)
    if text is None:
        return
    if path.endswith(".md"):
        head, _, _, problems = split_front_matter(path, text)
        data, positions, _ = parse_yaml(path, head, 2) if not problems else (None, Positions(path), [])
        if isinstance(data, dict):
            yield Record(path, data, positions)
        return
    data, positions, _ = parse_yaml(path, text)
    for index, row in enumerate(_list(data.get("hotline")) if isinstance(data, dict) else ()):
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield Record(row["id"], row, positions.under("hotline", index))


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
    rows = _list(data.get("alamat_pendek")) if isinstance(data, dict) else []
    return {str(row.get("angka")): (index, str(row.get("untuk"))) for index, row in enumerate(rows) if isinstance(row, dict)}, positions


def unproven(old: dict[str, Any], record: Record, day_of: DayOf) -> Iterator[Problem]:
    """Nomor, jam, atau tanda rahasia yang berubah punya sumber atau uji telepon baru, bertanggal sejak perubahan itu."""
    new = record.data
    if _flag(old) != _flag(new):
        # A flag that is gone has no line of its own: then the whole file changed.
        place = record.positions.value("rahasia") if "rahasia" in new else Place(record.positions.path)
        yield from _ask(place, f"Tanda rahasia berubah dari “{_flag(old)}” menjadi “{_flag(new)}”", _fresh(old, new), day_of)
    yield from _hours(old, new, record, (), [], day_of)
    for index, (before, after) in _pairs(_list(old.get("kanal")), _list(new.get("kanal"))):
        where: Loc = ("kanal", index)
        proofs = _fresh(before, after)
        for key in ("nomor", "ekstensi"):
            if before.get(key) != after.get(key) and after.get(key) is not None:
                yield from _ask(record.positions.value(*where, key), f"“{key}” berubah dari “{before.get(key) or 'kosong'}” menjadi “{after[key]}”", proofs, day_of)
        yield from _hours(before, after, record, where, proofs, day_of)


def _hours(old: dict[str, Any], new: dict[str, Any], record: Record, where: Loc, proofs: list[str], day_of: DayOf) -> Iterator[Problem]:
    before, after = _group(old.get("jam")), _group(new.get("jam"))
    if after.get("buka") is not None and before.get("buka") != after.get("buka"):
        yield from _ask(record.positions.value(*where, "jam", "buka"), f"Jam berubah dari “{before.get('buka') or 'belum diketahui'}” menjadi “{after['buka']}”", [*proofs, *_fresh(before, after)], day_of)


def _ask(place: Place, what: str, proofs: list[str], day_of: DayOf) -> Iterator[Problem]:
    day = day_of(place)
    if not any(proof >= day.isoformat() for proof in proofs):
        yield Problem(place, "perubahan-tanpa-bukti", f"{what}, tanpa sumber atau uji telepon baru sejak {day}.",
                      "Baca sumbernya lagi dan tulis tanggalnya di “sumber”, atau minta orang kedua menelepon dan catat di “uji”.", RIGHT.format(day=day))


def _fresh(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Days of the sources and call tests that the old record did not have."""
    return [row[key] for name, key in (("sumber", "dibaca"), ("uji", "tanggal")) for row in _list(new.get(name))
            if isinstance(row, dict) and isinstance(row.get(key), str) and row not in _list(old.get(name))]


def _pairs(old: list[Any], new: list[Any]) -> Iterator[tuple[int, tuple[dict[str, Any], dict[str, Any]]]]:
    """Channels of now with what they were: the same number first, then the same kind in the same order. A wholly new channel has no pair."""
    left = [row for row in old if isinstance(row, dict)]
    waiting: list[tuple[int, dict[str, Any]]] = []
    for index, row in enumerate(row if isinstance(row, dict) else {} for row in new):
        same = next((was for was in left if (was.get("jenis"), was.get("nomor"), was.get("alamat")) == (row.get("jenis"), row.get("nomor"), row.get("alamat"))), None)
        if same is None:
            waiting.append((index, row))
        else:
            left.remove(same)
            yield index, (same, row)
    for index, row in waiting:
        # A number that took the place of another is a changed number, also when its kind changed with it.
        was = next((was for was in left if was.get("jenis") == row.get("jenis")), None) or next((was for was in left if was.get("nomor") and row.get("nomor")), None)
        if was is not None:
            left.remove(was)
            yield index, (was, row)


def _flag(data: dict[str, Any]) -> str:
    return str(data.get("rahasia", "tidak"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _group(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _day_of_line(root: Path, place: Place, today: date) -> date:
    """The author's day of the line, or of the whole file for line 0; what is not committed yet changed today."""
    if not place.line:
        dirty = _git(root, "status", "--porcelain", "--", place.path)
        told = _git(root, "log", "-1", "--format=%as", "--", place.path)
        return date.fromisoformat(told.strip()) if told and told.strip() and not dirty else today
    told = _git(root, "blame", "-p", "-L", f"{place.line},{place.line}", "--", place.path)
    facts = dict(line.partition(" ")[::2] for line in (told or "").split("\n"))
    if not told or told.startswith("0" * 40) or "author-time" not in facts:
        return today
    zone = facts.get("author-tz", "+0000")
    offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    return datetime.fromtimestamp(int(facts["author-time"]), timezone(offset)).date()


def _why_not(root: Path, base: str) -> str:
    if _git(root, "--version") is None:
        return "Git tidak ada; perubahan tidak dibandingkan dengan cabang dasar."
    if _git(root, "rev-parse", "--git-dir") is None:
        return "Folder ini bukan repositori git; perubahan tidak dibandingkan dengan cabang dasar."
    return f"“{base}” tidak ditemukan atau tidak berhubungan dengan cabang ini; perubahan tidak dibandingkan. Ambil dulu: git fetch origin."


def _git(root: Path, *words: str) -> str | None:
    try:
        asked = subprocess.run(["git", "-c", "core.quotepath=off", *words], cwd=root, capture_output=True, check=False)
    except OSError:
        return None
    return asked.stdout.decode("utf-8", "replace") if asked.returncode == 0 else None
