"""The contact ledger: what evidence, policy and the day allow a reader to rely on. Status is derived here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from .contact import NUMBERED, CallTest, Channel, ChannelKind, Status, TestResult, international
from .hosts import is_official, registrable_host
from .hotlines import Hotline
from .services import Service
from .settings import Policy
from .site import Site

MOBILE = re.compile(r"(?:\+62|0)8[1-9]")
"""Mobile numbers; 0800 is toll-free and stays with its owner as a land line does."""
FRESHEST_FIRST = (Status.TESTED, Status.DUE, Status.SOURCED, Status.OVERDUE, Status.HELD)


class Edition(StrEnum):
    """For whom a site is built: ``pratinjau`` shows sourced contacts, ``rilis`` only tested ones."""

    PREVIEW = "pratinjau"
    RELEASE = "rilis"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one channel can be trusted on one day.

    ``tested``: somebody called, was answered, and that call has not expired. ``until``: the last day this evidence counts.
    ``reason``: an Indonesian sentence for staff. ``silent``: the newest call of every operator from which nobody is reached.
    """

    status: Status
    tested: bool
    reason: str
    until: date | None = None
    answered: CallTest | None = None
    silent: tuple[CallTest, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """The one place that says which channels may be seen, in which edition, on which day."""

    site: Site
    today: date
    edition: Edition = Edition.PREVIEW
    _known: dict[int, Standing] = field(default_factory=dict, repr=False, compare=False)

    def standing(self, channel: Channel) -> Standing:
        """The channel's standing today."""
        found = self._known.get(id(channel))
        if found is None:
            found = self._known[id(channel)] = standing(channel, self.site.policy, self.today)
        return found

    def may_show(self, channel: Channel) -> bool:
        """Held is never shown; a release shows only what was tested within policy."""
        found = self.standing(channel)
        return found.status is not Status.HELD and (found.tested or self.edition is Edition.PREVIEW)

    def shown(self, owner: Hotline | Service) -> tuple[Channel, ...]:
        """The owner's channels that a reader may see, freshest first, otherwise in the order staff wrote."""
        seen = (channel for channel in owner.channels if self.may_show(channel))
        return tuple(sorted(seen, key=lambda channel: FRESHEST_FIRST.index(self.standing(channel).status)))

    def is_expired(self, owner: Hotline | Service) -> bool:
        """True when all that could be shown of an owner has expired: a national line goes first."""
        shown = self.shown(owner)
        return bool(shown) and all(self.standing(channel).status is Status.OVERDUE for channel in shown)

    def shown_contacts(self) -> Iterator[tuple[Hotline | Service, Channel]]:
        """Every channel a reader may see, with its owner."""
        for owner in (*self.site.hotlines, *self.site.services):
            yield from ((owner, channel) for channel in self.shown(owner))

    @cached_property
    def shown_digits(self) -> frozenset[str]:
        """Digits (with country code) that a reader may see."""
        return frozenset(international(channel.digits) for _, channel in self.shown_contacts() if channel.kind in NUMBERED)

    @cached_property
    def held_digits(self) -> frozenset[str]:
        """Digits (with country code) that stand nowhere in any edition: held channels and numbers known to be wrong."""
        held = {international(channel.digits) for _, _, channel in self.site.contacts()
                if channel.kind in NUMBERED and self.standing(channel).status is Status.HELD}
        wrong = {international(re.sub(r"[^\d+]", "", entry.number)) for entry in (self.site.policy.known_wrong if self.site.policy else ())}
        return frozenset((held | wrong) - self.shown_digits)

    @cached_property
    def withheld_digits(self) -> frozenset[str]:
        """Digits (with country code) that only this edition leaves out: sourced, but not tested within policy."""
        numbered = {international(channel.digits) for _, _, channel in self.site.contacts() if channel.kind in NUMBERED}
        return frozenset(numbered - self.shown_digits - self.held_digits)


def standing(channel: Channel, policy: Policy | None, today: date) -> Standing:
    """What one channel's evidence is worth on one day. Tests dated after ``today`` do not count yet."""
    if channel.held:
        return Standing(Status.HELD, False, channel.held)
    if policy is None:
        return Standing(Status.SOURCED, False, "Kebijakan belum terbaca.")
    tests = sorted((test for test in channel.tests if test.day <= today), key=lambda test: test.day)
    days = timedelta(days=age_limit(channel, policy))
    if fault := _failure(tests, today - days):
        return Standing(Status.HELD, False, fault)
    answered = _last_answered(tests)
    if answered is None:
        lacking = _too_few_sources(channel, policy)
        return Standing(Status.HELD, False, lacking) if lacking else _by_source(channel, policy, today, None)
    until = answered.day + days
    if today > until:
        # A page read after that call is newer evidence than the call; without one, the call was the last word.
        return _by_source(channel, policy, today, answered) if channel.newest_source() > answered.day else Standing(
            Status.OVERDUE, False, f"Uji terakhir {answered.day} habis masa pada {until}.", until, answered)
    unanswered = tests[-1].day > answered.day and tests[-1].result is not TestResult.DEAD
    due = unanswered or (until - today).days < policy.ages.due
    reason = f"Panggilan terakhir {tests[-1].day}: {tests[-1].result}." if unanswered else f"Teruji {answered.day}, berlaku sampai {until}."
    silent = tuple(test for test in _newest_by_operator(tests).values() if test.result is TestResult.DEAD)
    return Standing(Status.DUE if due else Status.TESTED, True, reason, until, answered, silent)


def age_limit(channel: Channel, policy: Policy) -> int:
    """How many days a call test of this channel counts: mobile numbers change hands sooner."""
    mobile = channel.kind is ChannelKind.WHATSAPP or bool(MOBILE.match(channel.digits))
    return policy.ages.mobile_test if mobile else policy.ages.landline_test


def independent_hosts(channel: Channel) -> frozenset[str]:
    """The owners who publish this channel; many pages of one owner are one."""
    return frozenset(registrable_host(source.url) for source in channel.sources)


def _by_source(channel: Channel, policy: Policy, today: date, answered: CallTest | None) -> Standing:
    read = channel.newest_source()
    until = read + timedelta(days=policy.ages.source)
    if today > until:
        return Standing(Status.OVERDUE, False, f"Sumber terakhir dibaca {read}, habis masa pada {until}.", until, answered)
    status = Status.DUE if (until - today).days < policy.ages.due else Status.SOURCED
    return Standing(status, False, f"Sumber dibaca {read}, berlaku sampai {until}; belum diuji.", until, answered)


def _last_answered(tests: list[CallTest]) -> CallTest | None:
    """The newest answer from an operator that has not lost the number since."""
    newest = [test for test in _newest_by_operator(tests).values() if test.result is TestResult.ANSWERED]
    return max(newest, key=lambda test: test.day, default=None)


def _failure(tests: list[CallTest], oldest: date) -> str:
    """Why the newest calls forbid showing: it rang at somebody else's, or it is dead from every operator with a call that still counts.

    An answer from before ``oldest`` proves nothing against a later dead line.
    """
    answered = max((test.day for test in tests if test.result is TestResult.ANSWERED), default=date.min)
    wrong = [test for test in tests if test.result is TestResult.WRONG_PARTY and test.day >= answered]
    if wrong:
        return f"Uji {wrong[-1].day}: salah alamat."
    newest = [test for test in _newest_by_operator(tests).values() if test.result is TestResult.DEAD or test.day >= oldest]
    if newest and all(test.result is TestResult.DEAD for test in newest):
        return f"Uji {newest[-1].day}: nomor mati."
    return ""


def _newest_by_operator(tests: list[CallTest]) -> dict[str, CallTest]:
    """The last conclusive call from each operator: a short code may work from one and be dead from another."""
    conclusive = (TestResult.ANSWERED, TestResult.DEAD)
    return {test.operator.casefold(): test for test in tests if test.result in conclusive}


def _too_few_sources(channel: Channel, policy: Policy) -> str:
    """Why an untested channel may not be shown yet; empty when one official or enough independent owners publish it."""
    if any(source.official for source in channel.sources):
        return ""
    if channel.kind is ChannelKind.WEB and is_official(channel.address or "", policy.official_hosts):
        return ""
    count = len(independent_hosts(channel))
    if count >= policy.independent_sources:
        return ""
    return f"Belum diuji, dan baru {count} sumber mandiri; perlu {policy.independent_sources}, atau satu sumber resmi."
