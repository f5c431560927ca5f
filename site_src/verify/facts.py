"""What a built site may and must show, taken from the ledger alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..leaks import Secrets, secrets_of
from ..model import Ledger
from ..model.settings import Budget

CONTACT = ("tel:", "sms:", "mailto:", "https://wa.me/")
DIALS = re.compile(r"\s*(?:(?:tel|sms|smsto|callto|whatsapp|mailto):|https?://(?:www\.)?(?:wa\.me|(?:(?:api|web|chat)\.)?whatsapp\.com)(?![\w.-]))", re.IGNORECASE)
"""Every link that a phone would dial or write to, however it is spelled."""
SHARE = ("sms:?body=", "https://wa.me/?text=")
"""Links that hand a text on and call nobody: the reader chooses to whom."""


@dataclass(frozen=True)
class Facts:
    """What the site may and must show: ``allowed`` contact links, digits that are ``held``, the ``exit_url``.

    ``withheld`` digits stand in no text of this edition, but may be part of an address or of a name that is one word; ``secrets`` are withheld words and places;
    ``budgets`` say what a page may cost the reader (none: nothing is weighed).
    """

    allowed: frozenset[str]
    held: frozenset[str]
    exit_url: str
    withheld: frozenset[str] = frozenset()
    secrets: Secrets = Secrets()
    budgets: tuple[Budget, ...] = ()

    @cached_property
    def hidden(self) -> re.Pattern[str]:
        """What a row of digits must hold somewhere, a country code aside, before any reading of it can be a hidden number: nearly no row does."""
        bare = sorted({number.removeprefix("62") for number in self.held | self.withheld})
        return re.compile("|".join(map(re.escape, bare)) if bare else r"(?!)")


def facts_of(ledger: Ledger) -> Facts:
    """The facts to verify against, from the ledger alone."""
    return Facts(
        allowed=frozenset(channel.href for _, channel in ledger.shown_contacts() if channel.href and channel.href.startswith(CONTACT)),
        held=ledger.held_digits,
        exit_url=ledger.site.policy.exit_url,
        withheld=ledger.withheld_digits,
        secrets=secrets_of(ledger),
        budgets=ledger.site.policy.budgets,
    )
