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

from ..explain import problems_of
from ..load import Loaded, load_site
from ..model import CallTest, Channel, Hotline, Service, Site
from ..problems import Positions, maybe_you_meant
from .insert import insert_test

PERSON = re.compile(r"\b(?:bu|ibu|pak|bapak|bpk|sdr|sdri|mbak|mas|kak|hj)\b\.?\s+[A-Z]|@|\d{6}", re.IGNORECASE)
"""What makes «peran» a person: a form of address with a name, an account, a number."""


class Refused(Exception):
    """A call test that cannot be recorded; the message is a sentence for staff. Nothing was written."""


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
    judge(values, today)
    path = root / owner.path
    raw = path.read_bytes()
    loc = _loc(before.site, owner, index)
    try:
        text = insert_test(raw.decode("utf-8"), loc, values, front_matter=isinstance(owner, Service))
    except (LookupError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Refused(f"{owner.path} tidak dapat ditambah: {error}. Jalankan scripts/check.py.") from None
    fresh = text.encode("utf-8")
    _compare(before, load_site(root, {owner.path: fresh}), owner.path + name, index, CallTest.model_validate(values))
    _replace(path, raw, fresh)
    same = next((at for at, (old, new) in enumerate(zip(raw, fresh)) if old != new), len(raw))
    channel = owner.channels[index]
    return Recorded(owner.path, fresh[:same].count(b"\n") + 1, owner.name, channel.number or channel.address or "")


def find_owner(site: Site, name: str) -> Hotline | Service:
    """The hotline or service of that id, or a refusal with the nearest names."""
    owner = site.hotline.get(name) or site.service.get(name)
    if owner is None:
        if name in site.unread:
            raise Refused(f"“{name}” ada, tetapi isinya punya galat. Jalankan scripts/check.py, perbaiki, lalu catat lagi.")
        hint = maybe_you_meant(name, [*site.hotline, *site.service])
        raise Refused(f"Tidak ada hotline atau layanan “{name}”. {hint or 'Jalankan scripts/check.py bila berkasnya baru disunting.'}")
    return owner


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
    found = [index for index, channel in enumerate(channels) if pick and (pick == channel.kind or pick == channel.address or (digits and digits == channel.digits))]
    if len(found) != 1:
        said = "Sebut kanalnya" if pick is None else f"Kanal “{pick}” {'tidak ada' if not found else 'lebih dari satu'}"
        raise Refused(f"{said}. Pilihannya: {'; '.join(f'{number} = {describe(channel)}' for number, channel in enumerate(channels, 1))}.")
    return found[0]


def describe(channel: Channel) -> str:
    """``telepon 129``."""
    return f"{channel.kind} {channel.number or channel.address}"


def judge(values: Mapping[str, str], today: date) -> None:
    """Raises ``Refused`` for a call test (keys as staff type them) that cannot be one."""
    try:
        test = CallTest.model_validate(values)
    except ValidationError as error:
        found = list(problems_of(error, CallTest, Positions("pilihan")))
        raise Refused(" ".join(f"{problem.message} {problem.remedy}" for problem in found)) from None
    if test.day > today:
        raise Refused(f"Tanggal {test.day} belum terjadi; hari ini {today}.")
    if PERSON.search(test.by):
        raise Refused(f"“{test.by}” tampak seperti orang. Tulis perannya, misalnya “petugas UPTD PPA”.")


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
