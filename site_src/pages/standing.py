"""A channel's standing in the words a reader understands, with the day behind it."""

from __future__ import annotations

from ..model import NUMBERED, Channel, ChannelKind, Ledger, Status, TestResult
from .text import joined, long_date

UNTESTED = "Belum diuji"
"""Of a number for messages, which nobody calls."""
UNCALLED = "Belum diuji telepon"
UNCHECKED = "Belum kami buka dan uji"
MARKS = {Status.DUE: "Jatuh tempo", Status.OVERDUE: "Lewat masa"}
"""What stands before a number that should have been checked again; fresh ones need no mark."""


def standing_sentence(ledger: Ledger, channel: Channel) -> str:
    """What a reader may rely on: ``Teruji telepon 23 November 2026``."""
    found = ledger.standing(channel)
    called = channel.kind is ChannelKind.PHONE
    untested = UNCALLED if called else UNTESTED if channel.kind in NUMBERED else UNCHECKED
    test = next((test for test in sorted(channel.tests, key=lambda test: test.day, reverse=True) if test.day <= ledger.today), None)
    if found.tested and found.answered:
        said = f"{'Teruji telepon' if called else 'Teruji'} {long_date(found.answered.day)}"
        if test and test.result is TestResult.NO_ANSWER:
            said += f"; tidak dijawab pada {long_date(test.day)}"
        elif found.status is Status.DUE:
            said += "; sudah waktunya diuji lagi"
        if found.silent:
            said += f"; tidak tersambung dari {joined([test.operator for test in found.silent])}"
        return said
    if found.answered:
        return f"Uji terakhir {long_date(found.answered.day)}, sudah terlalu lama"
    if test:
        return f"Uji terakhir {long_date(test.day)}: {test.result}"
    return {Status.DUE: f"{untested}; sumbernya perlu dibaca lagi", Status.OVERDUE: f"{untested}; sumbernya sudah lama"}.get(found.status, untested)
