"""Record one call test: read, insert, read again, and only then replace the file."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import ValidationError

from ..explain import problems_of, slugify
from ..load import Loaded, load_site
from ..model import CallTest, Channel, Hotline, Service, Site
from ..problems import Positions, maybe_you_meant, nearest
from .insert import insert_test
from .meant import KINDS, holding, owners, owners_named, result_meant

MOST = 8
"""Records that a refusal names."""


class Refused(Exception):
    """A call test that cannot be recorded; the message is a sentence for staff, ``meant`` the one answer that may have been meant. Nothing was written."""

    def __init__(self, said: str, meant: str = ""):
        super().__init__(said)
        self.meant = meant


@dataclass(frozen=True)
class Recorded:
    """What was written: the file, the line of the first added character, and the owner's name."""

    path: str
    line: int
    owner: str
    target: str


def record_test(root: Path, name: str, pick: str | None, test: Mapping[str, str], today: date) -> Recorded:
    """Add ``test`` (keys as staff type them) to one channel. Raises ``Refused`` and leaves every file as it was."""
    before = load_site(root)
    owner = find_owner(before.site, name)
    index = find_channel(owner, pick)
    values = {key: " ".join(value.split()) for key, value in test.items() if value.strip()}
    if judge(values, today) in owner.channels[index].tests:
        raise Refused(f"Uji ini sudah ada di {owner.path}; tidak ditulis dua kali.")
    path = root / owner.path
    raw = path.read_bytes()
    loc = _loc(before.site, owner, index)
    try:
        text = insert_test(raw.decode("utf-8"), loc, values, front_matter=isinstance(owner, Service))
    except (LookupError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Refused(f"{owner.path} tidak dapat ditambah: {error}. Jalankan scripts/check.py.") from None
    fresh = text.encode("utf-8")
    _compare(before, load_site(root, {owner.path: fresh}), owner.path + id_of(owner), index, CallTest.model_validate(values))
    _replace(path, raw, fresh)
    same = next((at for at, (old, new) in enumerate(zip(raw, fresh)) if old != new), len(raw))
    channel = owner.channels[index]
    return Recorded(owner.path, fresh[:same].count(b"\n") + 1, owner.name, channel.number or channel.address or "")


def find_owner(site: Site, name: str) -> Hotline | Service:
    """The hotline or service with that id or name, or a refusal with the nearest."""
    found = list(owners_named(site, name).values())
    if len(found) == 1:
        return found[0]
    if name in site.unread:
        raise Refused(f"“{name}” ada, tetapi isinya punya galat. Jalankan scripts/check.py, perbaiki, lalu catat lagi.")
    near = nearest(name, owners(site)) or nearest(slugify(name), owners(site))
    listed = holding(site, name)
    others = f"Yang namanya memuat itu: {', '.join(listed[:MOST])}." if listed else "Namanya ada di hotlines.yaml (“id”), atau nama berkasnya di content/layanan/."
    raise Refused(f"Tidak ada hotline atau layanan “{name}”. {maybe_you_meant(near[0], near) if near else others}", near[0] if len(near) == 1 else "")


def id_of(owner: Hotline | Service) -> str:
    """The name by which staff call a record."""
    return owner.id if isinstance(owner, Hotline) else owner.slug


def find_channel(owner: Hotline | Service, pick: str | None) -> int:
    """Index of the channel meant by its place in the list (1, 2, …), its number, or its kind when there is only one of it."""
    channels = owner.channels
    if not channels:
        raise Refused(f"“{owner.name}” belum punya kanal di {owner.path}. Tulis nomornya dulu beserta sumbernya.")
    if pick is None and len(channels) == 1:
        return 0
    digits = re.sub(r"[^\d+]", "", pick or "")
    if pick and pick.isdigit() and len(pick) < 3 and 1 <= int(pick) <= len(channels):
        return int(pick) - 1
    kind = KINDS.get((pick or "").casefold(), (pick or "").casefold())
    found = [index for index, channel in enumerate(channels) if pick and (kind == channel.kind or pick == channel.address or (digits and digits == channel.digits))]
    if len(found) != 1:
        said = "Sebut kanalnya" if pick is None else f"Kanal “{pick}” {'tidak ada' if not found else 'lebih dari satu'}"
        raise Refused(f"{said}. Pilihannya: {'; '.join(f'{number} = {describe(channel)}' for number, channel in enumerate(channels, 1))}.")
    return found[0]


def describe(channel: Channel) -> str:
    """``telepon 129``."""
    return f"{channel.kind} {channel.number or channel.address}"


def judge(values: Mapping[str, str], today: date) -> CallTest:
    """The call test that these values (keys as staff type them) are. Raises ``Refused`` when they are none."""
    try:
        test = CallTest.model_validate(values)
    except ValidationError as error:
        found = list(problems_of(error, CallTest, Positions("pilihan")))
        meant = result_meant(values.get("hasil", "")) if any(problem.code == "pilihan-tidak-dikenal" for problem in found) else ""
        said = " ".join(f"{problem.message} {problem.remedy}" for problem in found)
        raise Refused(said if not meant or "Maksud Anda" in said else f"{said} Maksud Anda “{meant}”?", meant) from None
    if test.day > today:
        raise Refused(f"Tanggal {test.day} belum terjadi; hari ini {today}.")
    return test


def _loc(site: Site, owner: Hotline | Service, index: int) -> list[str | int]:
    if isinstance(owner, Service):
        return ["kanal", index]
    prefix = owner._positions.prefix
    return [*prefix, "kanal", index]


def _compare(before: Loaded, after: Loaded, name: str, index: int, test: CallTest) -> None:
    """The file must say what it said, and the test, and nothing else."""
    said = [{(problem.code, problem.message) for problem in loaded.problems} for loaded in (before, after)]
    expected, found = _dump(before.site), _dump(after.site)
    channel = expected[name]["channels"][index]  # type: ignore[index]
    channel["tests"] = (*channel["tests"], test.model_dump())
    if expected != found or not said[1] <= said[0]:
        raise Refused("Hasilnya tidak terbaca seperti seharusnya, jadi tidak ada yang ditulis. Tambahkan uji ini dengan tangan.")


def _dump(site: Site) -> dict[str, dict[str, object]]:
    rows = {owner.path + (owner.id if isinstance(owner, Hotline) else owner.slug): owner.model_dump(exclude={"body_line"}) for owner in (*site.hotlines, *site.services)}
    return {name: {**row, "channels": [dict(channel) for channel in row["channels"]]} for name, row in rows.items()}


def _replace(path: Path, raw: bytes, fresh: bytes) -> None:
    """One step: a reader of the folder sees the old file or the new one."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(fresh)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, path.stat().st_mode & 0o777)
        if path.read_bytes() != raw:
            raise Refused(f"{path.name} berubah selagi diisi. Ulangi.")
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
