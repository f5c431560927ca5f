"""Who must still confirm what, in the records a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Hotline, Law, Ledger, Pathway, Record, Service, Status
from .changes import LISTS, Change
from .identity import called


def to_confirm(ledger: Ledger, changed: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """``(record, what is still open)`` for every record that a change names, in the order of the site."""
    touched = {change.record for change in changed}
    for field, title in LISTS.items():
        for record in getattr(ledger.site, field, ()):
            subject = f"{title} “{called(record)}”"
            if subject in touched:
                yield from ((subject, said) for said in _open(record, ledger))


def _open(record: Record, ledger: Ledger) -> Iterator[str]:
    if isinstance(record, Hotline | Service):
        for channel in record.channels:
            found = ledger.standing(channel)
            target = f"{channel.kind} {channel.number or channel.address}"
            if found.status is Status.HELD:
                yield f"Petugas yang menelepon: {target} tidak tampil. {found.reason}"
            elif not found.tested:
                yield f"Petugas yang menelepon: {target} belum teruji. {found.reason}"
        yield from (f"Petugas yang menelepon: {question}" for question in record.to_confirm)
    elif isinstance(record, Pathway):
        yield from (f"Kantor yang bertindak ({step.who}): langkah “{step.id}” masih perlu dipastikan." for step in record.steps if step.confirm)
    elif isinstance(record, Law) and record.confirm:
        yield "Bagian hukum: keadaan aturan ini masih perlu dipastikan."
