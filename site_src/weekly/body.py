"""The text of the week's issue, within what GitHub takes: each part is cut at a whole line and says how much is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..calls.order import Call, calls, owners_without_number
from ..calls.sheet import AFTER, EMERGENCY, asked, command, greeting, needs
from ..github import LONGEST
from ..keadaan import State, state_of
from ..leaks import secrets_of
from ..links.judge import Verdict
from ..links.report import TITLES, WHAT_TO_DO, Finding
from ..model import Ledger, Status, coverage, rows
from ..redact import is_safe_address, without_held

LABEL, TITLE = "mingguan", "Tugas minggu ini: telepon, tinjauan, tautan, cakupan"
MARK = "<!-- tugas-mingguan -->"
SHARES = (("panggilan", 0.55), ("tinjauan", 0.12), ("tautan", 0.15), ("cakupan", 0.14))
"""How much of the longest text each part may take; what one leaves over is not given to another, so that the same week always reads the same."""

FORM = ("## Formulir laporan", "", "- [ ] Daftar hotline dan layanan di formulir “Nomor ini tidak menjawab” tidak sama dengan isi. Pengelola situs: jalankan `python3 scripts/docs.py`.")
"""Said only when it is so: who adds a service through the editor cannot write that list."""


def body_of(ledger: Ledger, findings: Sequence[Finding] | None = None, stale_form: bool = False) -> str:
    """The whole issue. ``findings`` are the answers of outside links; ``None`` when nobody was asked. ``stale_form``: the issue form lacks a record."""
    state, room = state_of(ledger), {name: int(LONGEST * share) for name, share in SHARES}
    parts = [
        MARK, f"Per {ledger.today}. Issue ini diperbarui sendiri setiap minggu; yang sudah beres hilang dari daftar. Nomor yang ditahan tidak ditulis di sini: bukalah berkasnya, "
        "atau jalankan `python3 scripts/due.py` di komputer Anda. Jangan menulis tentang kasus di sini.",
        "", *_fitted(_calls(ledger), room["panggilan"], "python3 scripts/due.py"),
        "", *_fitted(_reviews(state), room["tinjauan"], "/kelola/keadaan/"),
        "", *_fitted(_links(findings, ledger), room["tautan"], "python3 scripts/links.py"),
        "", *_fitted(_gaps(ledger), room["cakupan"], "python3 scripts/due.py --cakupan"),
        *(("", *FORM) if stale_form else ()),
    ]
    return "\n".join(parts) + "\n"


def _fitted(lines: Iterable[str], room: int, whole: str) -> Iterator[str]:
    """Whole lines up to ``room`` letters; a list item and its indented lines stay together."""
    blocks: list[str] = []
    for line in lines:
        if line.startswith("  ") and blocks:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    used = 0
    for place, block in enumerate(blocks):
        used += len(block) + 1
        if used > room:
            yield f"\n… dan {len(blocks) - place} lagi. Selengkapnya: `{whole}`"
            return
        yield block


def _calls(ledger: Ledger) -> Iterator[str]:
    due = calls(ledger)
    missing = owners_without_number(ledger)
    yield f"## Telepon ({len(due)})"
    yield ""
    if not due:
        yield "Semua nomor teruji dan belum jatuh tempo."
    else:
        yield f"Bacakan: “{greeting(ledger)}” {EMERGENCY} {AFTER}"
        yield ""
    for call, lines in zip(due, asked(due)):
        yield f"- [ ] **{_said(call.owner.name, ledger)}**: {_said(_action(call), ledger)} ({call.standing.status})"
        yield f"  - Kebutuhan: {_said(needs(call), ledger)}"
        yield from (f"  - Tanyakan: {_said(line, ledger)}" for line in lines)
        yield f"  - `{command(call)}`"
    if missing:
        yield ""
        yield f"## Belum punya nomor ({len(missing)})"
        yield ""
        yield from (f"- [ ] **{_said(owner.name, ledger)}**: cari nomornya (`{owner.path}`)" for owner in missing)


def _action(call: Call) -> str:
    """``Telepon 129``; of a held channel only its kind and its place in the file."""
    if call.standing.status is not Status.HELD:
        return call.action
    return f"{call.action.removesuffix(call.target).strip()} kanal ke-{call.index + 1} di berkasnya"


def _reviews(state: State) -> Iterator[str]:
    due = [row for row in state.reviews if row.state != "masih berlaku"]
    yield f"## Tinjauan ({len(due)})"
    yield ""
    if not due:
        yield f"Tidak ada yang habis dalam waktu dekat. Yang berikutnya: {state.reviews[0].until}." if state.reviews else "Belum ada halaman."
    for row in due:
        yield f"- [ ] {_plain(row.name)}: {'lewat sejak' if row.state == 'lewat' else 'berlaku sampai'} {row.until} (`{row.file}`)"


def _links(findings: Sequence[Finding] | None, ledger: Ledger) -> Iterator[str]:
    broken = [row for row in findings or () if row.verdict in WHAT_TO_DO and row.verdict is not Verdict.REFUSED]
    secrets = secrets_of(ledger)
    yield f"## Tautan keluar ({len(broken)})" if findings is not None else "## Tautan keluar"
    yield ""
    if findings is None:
        yield "Belum ditanyai minggu ini."
    elif not broken:
        yield f"Semua {len(findings)} tautan menjawab, atau menolak pemeriksa."
    for verdict in WHAT_TO_DO:
        for row in (row for row in broken if row.verdict is verdict):
            address = f"`{row.url.replace('`', '')}`" if is_safe_address(row.url, ledger, secrets) else "(alamat di berkas)"
            yield f"- [ ] {TITLES[verdict]}: {address} ({', '.join(f'`{place}`' for place in row.places)}). {WHAT_TO_DO[verdict]}"


def _gaps(ledger: Ledger) -> Iterator[str]:
    """The needs with dark hours, fewest covered hours first."""
    found = sorted((row for row in rows(coverage(ledger), ledger.site) if row.dark), key=lambda row: (row.covered, row.topic))
    yield f"## Jam gelap ({len(found)})"
    yield ""
    if not found:
        yield "Setiap kebutuhan punya nomor teruji di setiap jam."
    for row in found:
        where = f" di {', '.join(row.districts)}" if row.districts else ""
        yield f"- {_plain(ledger.site.topic[row.topic].name)} untuk {', '.join(row.audiences)}{where}: {row.dark}"


def _said(text: str, ledger: Ledger) -> str:
    return _plain(without_held(text, ledger))


def _plain(text: str) -> str:
    """Text that Markdown does not turn into marks or mentions of people."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in " ".join(text.split())).replace("@", "@\u200b")
