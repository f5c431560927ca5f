"""A card as people and machines read it: Markdown for a comment, plain data for JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Ledger, Status
from ..problems import Problem, Severity
from .changes import Audience, Change, changes
from .confirm import to_confirm

HEADINGS = {
    Audience.READER: "Warga akan melihat",
    Audience.EVIDENCE: "Bukti yang berubah (sumber, uji telepon, tinjauan)",
    Audience.STAFF: "Tidak tampil di situs",
}
LONGEST_CELL = 600
MOST_PROBLEMS = 20


@dataclass(frozen=True)
class Card:
    """What changed, what is still open, and what the check says about the new tree."""

    changes: tuple[Change, ...]
    open: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """No fact differs."""
        return not self.changes


def make_card(before: Ledger, after: Ledger, problems: Iterable[Problem] = ()) -> Card:
    """The card of two trees judged on the same day; ``problems`` are the check's words about the new one."""
    found = (*changes(before.site, after.site, after.site.unread), *_standings(before, after))
    return Card(found, tuple(to_confirm(after, found)) if after.site.policy else (), tuple(problems))


def _standings(before: Ledger, after: Ledger) -> Iterable[Change]:
    """What evidence does to a channel that kept its number: it appears, disappears, or loses «belum diuji»."""
    if before.site.policy is None or after.site.policy is None:
        return
    was = {_key(owner, channel): before.standing(channel).status for owner, _, channel in before.site.contacts()}
    for owner, _, channel in after.site.contacts():
        old, new = was.get(_key(owner, channel)), after.standing(channel).status
        if old is not None and old is not new:
            title = "Hotline" if hasattr(owner, "id") else "Layanan"
            yield Change(f"{title} “{owner.name}”", owner.path, f"Status {channel.kind} {channel.number or channel.address}", _status(old), _status(new))


def _key(owner: Any, channel: Any) -> tuple[str, str, str]:
    return (owner.path + str(getattr(owner, "id", "")), channel.kind, channel.digits or channel.address or "")


def _status(status: Status) -> str:
    return "tidak tampil (ditahan)" if status is Status.HELD else f"tampil, {status}"


def as_markdown(card: Card) -> str:
    """The card as GitHub shows it. Text from the tree is escaped: it cannot mention people, link or draw."""
    out = ["## Kartu perubahan", ""]
    if card.empty:
        broken = any(problem.severity is Severity.ERROR for problem in card.problems)
        # A record that cannot be read is in no list: nobody knows yet what it changes.
        out += ["Belum dapat dikatakan apa yang berubah: perbaiki dulu galat di bawah." if broken else "Tidak ada fakta yang berubah: warga melihat situs yang sama.", ""]
    for audience, heading in HEADINGS.items():
        rows = [change for change in card.changes if change.audience is audience]
        if rows:
            out += [f"### {heading}: sebelum → sesudah", "", "| Catatan | Isian | Sebelum | Sesudah |", "|---|---|---|---|"]
            out += [f"| {plain(row.record)} | {plain(row.what)} | {plain(row.before)} | {plain(row.after)} |" for row in rows] + [""]
    if card.open:
        out += ["### Masih harus dipastikan", "", *(f"- {plain(record)}: {plain(said)}" for record, said in card.open), ""]
    return "\n".join([*out, *_checked(card.problems)]).rstrip() + "\n"


def _checked(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return ["### Pemeriksaan", "", "Isi bersih: tidak ada galat dan tidak ada peringatan."]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    out = ["### Pemeriksaan", "", f"{errors} galat, {len(problems) - errors} peringatan." + (" Catatan yang belum terbaca tidak ada di kartu ini." if errors else ""), ""]
    out += [f"- {plain(str(problem.place))}: {plain(problem.message)} {plain(problem.remedy)}".rstrip() for problem in problems[:MOST_PROBLEMS]]
    return out + ([f"- … dan {len(problems) - MOST_PROBLEMS} lagi."] if len(problems) > MOST_PROBLEMS else [])


def as_data(card: Card) -> dict[str, Any]:
    """The same as plain data with Indonesian keys."""
    return {
        "perubahan": [{"catatan": row.record, "berkas": row.path, "isian": row.what, "sebelum": row.before, "sesudah": row.after, "untuk": str(row.audience)} for row in card.changes],
        "dipastikan": [{"catatan": record, "apa": said} for record, said in card.open],
        "masalah": [{"tempat": str(row.place), "kode": row.code, "tingkat": str(row.severity), "pesan": row.message} for row in card.problems],
    }


def plain(text: str) -> str:
    """Text that stays text in a Markdown table, shortened when nobody would read it there."""
    text = text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL].rstrip() + " …"
    text = re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", " ".join(text.split()))
    # A zero-width space keeps GitHub from turning names into mentions and addresses into links.
    return text.replace("@", "@\u200b").replace("://", ":\u200b//").replace("www.", "www\u200b.")
