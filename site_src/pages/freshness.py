"""How old a copy is, in words that stand beside the numbers: a copy on a stick cannot be corrected, so it says when to look again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ..model import Channel, Ledger
from .text import long_date

A_DAY = timedelta(days=1)


def longest_stay(ledger: Ledger) -> date:
    """The first day on which no copy made today is to be trusted: the shortest age the policy gives to any evidence."""
    ages = ledger.site.policy.ages
    return ledger.today + timedelta(days=min(ages.landline_test, ages.mobile_test, ages.source, ages.review))


def again(ledger: Ledger, channels: Iterable[Channel] | None = None) -> date:
    """The first day on which the evidence of one of ``channels`` (all shown ones) no longer counts, or the policy's limit.

    Evidence that has expired already does not count: its number wears a mark of its own.
    """
    shown = [channel for _, channel in ledger.shown_contacts()] if channels is None else channels
    ends = (ledger.standing(channel).until for channel in shown)
    return min([longest_stay(ledger), *(end + A_DAY for end in ends if end and end >= ledger.today)])


def sentence(ledger: Ledger, channels: Iterable[Channel] | None = None) -> str:
    """``Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027.``"""
    return f"Salinan per {long_date(ledger.today)}; periksa ulang sebelum {long_date(again(ledger, channels))}."
