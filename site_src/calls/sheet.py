"""The call sheet as text for a terminal, as Markdown for an issue, and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import NUMBERED, Hotline, Ledger, unanswered
from .order import Call, calls, owners_without_number

EMERGENCY = "Nomor darurat: beri tahu kantornya dulu, telepon di luar jam sibuk, sebut “uji nomor, bukan keadaan darurat”, selesai dalam satu menit."
AFTER = "Salah sambung? Minta maaf, tutup, dan catat “salah alamat”. Jangan sebut nama korban atau kasus apa pun."


def greeting(ledger: Ledger) -> str:
    """The first sentence to read aloud."""
    organisation = ledger.site.organisation
    return f"Selamat pagi. Saya petugas {organisation.owner}. Kami memastikan nomor ini sebelum ditulis di {organisation.site_name}."


def questions(call: Call) -> list[str]:
    """What to ask, in order: who answers, until when, what is missing on the card for readers, then what staff still want to know."""
    first = [f"Apakah benar ini {call.owner.name}?"]
    if call.channel.kind in NUMBERED and not (call.channel.hours or call.owner.hours):
        first.append("Hari dan jam berapa nomor ini dijawab? Bagaimana malam hari dan hari libur?")
    missing = unanswered(call.owner, call.channel)
    if missing:
        first.append(f"Untuk kartu “Sebelum menghubungi”: {' '.join(missing)}")
    return [*first, *call.owner.to_confirm]


def asked(due: Sequence[Call]) -> list[list[str]]:
    """The questions of each call; those about the owner stand only with its first call."""
    seen: set[str] = set()
    out = []
    for call in due:
        first = call.owner.path + call.name not in seen
        seen.add(call.owner.path + call.name)
        out.append([line for line in questions(call) if first or line not in call.owner.to_confirm])
    return out


def why(call: Call) -> str:
    """Status and the reason behind it: ``bersumber: Sumber dibaca …``."""
    return f"{call.standing.status}: {call.standing.reason}"


def command(call: Call) -> str:
    """What to type after the call."""
    return f'python3 scripts/uji.py {call.name} --kanal {call.index + 1} --operator "…" --hasil "…" --oleh "…"'


def as_text(ledger: Ledger) -> str:
    """The whole sheet for a terminal."""
    site, due = ledger.site, calls(ledger)
    out = [f"LEMBAR PANGGILAN {site.area.name}, {ledger.today}", f"{len(due)} kanal, yang paling mendesak lebih dulu.", "",
           f"Bacakan: “{greeting(ledger)}”", EMERGENCY, AFTER, ""]
    for number, (call, lines) in enumerate(zip(due, asked(due)), 1):
        out += [f"{number:3}. [ ] {call.owner.name}: {call.action}", f"       {why(call)}", f"       Kebutuhan: {needs(call)}"]
        out += [f"       - {question}" for question in lines]
        out += [f"       Catat: {command(call)}", ""]
    missing = owners_without_number(ledger)
    if missing:
        out += ["BELUM PUNYA NOMOR: cari dulu, lalu tanyakan", ""]
        for owner in missing:
            out += [f"     [ ] {owner.name} ({owner.path})", *(f"       - {question}" for question in owner.to_confirm), ""]
    return "\n".join(out).rstrip() + "\n"


def as_issue(ledger: Ledger) -> str:
    """The whole sheet as the Markdown body of an issue, with a box to tick for each call."""
    due = calls(ledger)
    out = [f"Lembar panggilan {ledger.site.area.name}, {ledger.today}: {len(due)} kanal, yang paling mendesak lebih dulu.", "",
           "> Berisi nomor yang ditahan. Jangan salin ke halaman umum.", "", "## Dibacakan", "", f"“{greeting(ledger)}”", "", f"- {EMERGENCY}", f"- {AFTER}", "", "## Panggilan", ""]
    for call, lines in zip(due, asked(due)):
        out += [f"- [ ] **{_plain(call.owner.name)}**: {_plain(call.action)}", f"  - {_plain(why(call))}", f"  - Kebutuhan: {needs(call)}"]
        out += [f"  - Tanyakan: {_plain(question)}" for question in lines]
        out += [f"  - `{command(call)}`"]
    missing = owners_without_number(ledger)
    if missing:
        out += ["", "## Belum punya nomor", ""]
        for owner in missing:
            out += [f"- [ ] **{_plain(owner.name)}** (`{owner.path}`)", *(f"  - Tanyakan: {_plain(question)}" for question in owner.to_confirm)]
    return "\n".join(out) + "\n"


def as_data(ledger: Ledger) -> dict[str, Any]:
    """The whole sheet as plain data with Indonesian keys."""
    rows: Sequence[Call] = calls(ledger)
    return {
        "dibuat_untuk": ledger.today.isoformat(),
        "kota": ledger.site.area.name,
        "dibacakan": greeting(ledger),
        "panggilan": [{
            "jenis": "hotline" if isinstance(call.owner, Hotline) else "layanan", "catatan": call.name, "nama": call.owner.name, "kanal": call.index + 1,
            "jenis_kanal": str(call.channel.kind), "tujuan": call.target, "status": str(call.standing.status), "alasan": call.standing.reason,
            "berlaku_sampai": call.standing.until.isoformat() if call.standing.until else None,
            "kebutuhan": list(call.needs), "tanyakan": questions(call), "perintah": command(call),
        } for call in rows],
        "belum_punya_nomor": [{"nama": owner.name, "berkas": owner.path, "tanyakan": list(owner.to_confirm)} for owner in owners_without_number(ledger)],
    }


def needs(call: Call) -> str:
    """The needs a call serves, neediest first, shortened."""
    shown = ", ".join(call.needs[:4]) + (f", dan {len(call.needs) - 4} lagi" if len(call.needs) > 4 else "")
    return f"{shown} (sudah teruji: {call.tested} nomor)" if call.needs else "tidak terikat satu kebutuhan"


def _plain(text: str) -> str:
    """Text that Markdown does not turn into marks or mentions of people."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text).replace("@", "@\u200b")
