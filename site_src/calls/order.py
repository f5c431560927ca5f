"""Which channels must be tried next, most urgent first. Held ones are in: only a call can free them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import NUMBERED, Channel, ChannelKind, Existence, Hotline, Ledger, Service, Standing, Status, Topic

URGENCY = (Status.OVERDUE, Status.DUE, Status.SOURCED, Status.HELD)
ACTIONS = {
    ChannelKind.PHONE: "Telepon",
    ChannelKind.WHATSAPP: "Kirim WhatsApp ke",
    ChannelKind.SMS: "Kirim SMS ke",
    ChannelKind.WEB: "Buka situs",
    ChannelKind.EMAIL: "Kirim surel ke",
    ChannelKind.APP: "Buka aplikasi",
    ChannelKind.VISIT: "Datangi",
}


@dataclass(frozen=True)
class Call:
    """One channel to try. ``tested`` is how many numbers already work for its neediest need, ``needs`` their names, neediest first."""

    owner: Hotline | Service
    index: int
    channel: Channel
    standing: Standing
    needs: tuple[str, ...]
    tested: int

    @property
    def name(self) -> str:
        """The owner's id or file name, as ``uji.py`` wants it."""
        return self.owner.id if isinstance(self.owner, Hotline) else self.owner.slug

    @property
    def target(self) -> str:
        """What is dialled or opened, with the extension to press."""
        then = f", lalu tekan {self.channel.extension}" if self.channel.extension else ""
        return f"{self.channel.number or self.channel.address}{then}"

    @property
    def action(self) -> str:
        """``Telepon 129``, ``Buka situs www.lpsk.go.id``."""
        return f"{ACTIONS[self.channel.kind]} {self.target}"


def calls(ledger: Ledger) -> list[Call]:
    """Every channel whose evidence is not fresh: needs with the fewest tested numbers first, then expired, due, untested, held."""
    tested = {topic.slug: tested_numbers(ledger, topic) for topic in ledger.site.topics}
    wanted = [_call(ledger, owner, index, channel, tested) for owner, index, channel in ledger.site.contacts()
              if ledger.standing(channel).status is not Status.TESTED and not _is_closed(owner)]
    return sorted(wanted, key=_order)


def owners_without_number(ledger: Ledger) -> list[Hotline | Service]:
    """Owners for whom nobody has written a number yet and somebody has questions: the number must be found first."""
    return [owner for owner in (*ledger.site.hotlines, *ledger.site.services)
            if owner.to_confirm and not _is_closed(owner) and not any(channel.kind in NUMBERED for channel in owner.channels)]


def tested_numbers(ledger: Ledger, topic: Topic) -> int:
    """How many numbers of one need somebody has called within policy."""
    owners: Iterable[Hotline | Service] = [*(ledger.site.hotline[name] for name in topic.hotlines if name in ledger.site.hotline),
                                           *(ledger.site.service[name] for name in topic.services if name in ledger.site.service)]
    return sum(channel.kind in NUMBERED and ledger.standing(channel).tested for owner in owners for channel in owner.channels)


def _call(ledger: Ledger, owner: Hotline | Service, index: int, channel: Channel, tested: dict[str, int]) -> Call:
    named = owner.id if isinstance(owner, Hotline) else owner.slug
    needs = [topic for topic in ledger.site.topics if topic.slug in owner.topics or named in (topic.hotlines if isinstance(owner, Hotline) else topic.services)]
    needs.sort(key=lambda topic: (tested[topic.slug], topic.rank))
    return Call(owner, index, channel, ledger.standing(channel), tuple(topic.name for topic in needs), tested[needs[0].slug] if needs else 10**6)


def _order(call: Call) -> tuple[object, ...]:
    emergency = isinstance(call.owner, Hotline) and call.owner.emergency
    rank = call.owner.rank if isinstance(call.owner, Hotline) else 500
    return (call.tested, URGENCY.index(call.standing.status), call.channel.kind not in NUMBERED, not emergency, -len(call.needs), rank, call.name, call.index)


def _is_closed(owner: Hotline | Service) -> bool:
    return isinstance(owner, Service) and owner.existence is Existence.CLOSED
