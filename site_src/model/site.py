"""Everything the content says, as one frozen value, and what is derived from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .base import Record
from .contact import Channel
from .holidays import Calendar, HolidayYear, calendar
from .hotlines import Hotline
from .indicator import Indicator
from .language import Language
from .lexicon import Lexicon
from .needs import Article, Topic
from .news import News
from .pathways import Pathway
from .references import Reference, Term
from .roles import WordRole, with_roles
from .rules import Law, WordRule
from .services import Service
from .settings import Area, Organisation, Policy
from .short import ShortAddress


@dataclass(frozen=True)
class Site:
    """All records, in the order readers meet them. Settings are ``None`` only while their file has errors."""

    hotlines: tuple[Hotline, ...] = ()
    services: tuple[Service, ...] = ()
    topics: tuple[Topic, ...] = ()
    prevention: tuple[Article, ...] = ()
    guides: tuple[Article, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    news: tuple[News, ...] = ()
    languages: tuple[Language, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    terms: tuple[Term, ...] = ()
    short_addresses: tuple[ShortAddress, ...] = ()
    references: tuple[Reference, ...] = ()
    laws: tuple[Law, ...] = ()
    word_rules: tuple[WordRule, ...] = ()
    word_roles: tuple[WordRole, ...] = ()
    holidays: tuple[HolidayYear, ...] = ()
    area: Area = field(default=None)  # type: ignore[assignment]
    organisation: Organisation = field(default=None)  # type: ignore[assignment]
    policy: Policy = field(default=None)  # type: ignore[assignment]
    lexicon: Lexicon = field(default_factory=Lexicon)
    unread: frozenset[str] = frozenset()
    """Slugs, ids, lists and folders that exist but could not be read: a reference into one is not a second problem."""

    def is_unread(self, place: str, name: str) -> bool:
        """True when the record ``name`` (or ``kind/name``), or the whole list or folder ``place`` it belongs to, could not be read."""
        kind, _, last = name.rpartition("/")
        folder = {"": place, "hotline": "hotlines.yaml"}.get(kind, f"content/{kind}")
        return not self.unread.isdisjoint({name, last, place, folder})

    @cached_property
    def hotline(self) -> dict[str, Hotline]:
        """Hotlines by id."""
        return {record.id: record for record in self.hotlines}

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by slug."""
        return {record.slug: record for record in self.services}

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Topics by slug."""
        return {record.slug: record for record in self.topics}

    @cached_property
    def pathway(self) -> dict[str, Pathway]:
        """Pathways by slug."""
        return {record.slug: record for record in self.pathways}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """References by id."""
        return {record.id: record for record in self.references}

    @cached_property
    def law(self) -> dict[str, Law]:
        """Laws by id."""
        return {record.id: record for record in self.laws}

    @cached_property
    def spoken_rules(self) -> tuple[WordRule, ...]:
        """The rules of words with every part they name spelled out."""
        roles = {role.id: role.pattern for role in self.word_roles}
        return tuple(with_roles(rule, roles) for rule in self.word_rules)

    @cached_property
    def calendar(self) -> Calendar:
        """Decreed holidays by year; a year that is not there is not known."""
        return calendar(self.holidays)

    @cached_property
    def short_number(self) -> dict[str, int]:
        """Numbers of the short addresses by the page they open today: ``topik/kdrt`` to 7; the oldest number wins."""
        return {entry.leads_to: entry.number for entry in reversed(self.short_addresses) if entry.leads_to}

    @cached_property
    def originals(self) -> dict[str, Record]:
        """What can be translated, by kind and name: ``topik/kdrt``, ``hotline/sapa-129``, ``panduan/visum``."""
        found: dict[str, Record] = {f"hotline/{record.id}": record for record in self.hotlines}
        for kind, records in (("topik", self.topics), ("pencegahan", self.prevention), ("panduan", self.guides)):
            found |= {f"{kind}/{record.slug}": record for record in records}
        return found

    def contacts(self) -> Iterator[tuple[Hotline | Service, int, Channel]]:
        """Every channel with its owner and its place in the owner's list, held ones included."""
        for owner in (*self.hotlines, *self.services):
            for index, channel in enumerate(owner.channels):
                yield owner, index, channel


def newest_date(site: Site) -> date:
    """The last day anything in the content was read, tested or reviewed: what «data per» means on a page."""
    days = [source.read for _, _, channel in site.contacts() for source in channel.sources]
    days += [test.day for _, _, channel in site.contacts() for test in channel.tests]
    days += [page.reviewed.day for page in (*site.topics, *site.prevention, *site.guides, *site.pathways, *site.news)]
    days += [reference.read for reference in site.references]
    return max(days, default=date(1970, 1, 1))
