"""The contact card: who answers, the number to tap, and how far it can be trusted."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from types import MappingProxyType

from ..model import NUMBERED, Channel, ChannelKind, Cost, Edition, Hotline, Hours, Ledger, Service, Site, Source, shortcodes
from .before import ANCHOR, cited_in, contact_card
from .glossary import Glossary
from .open_now import compact
from .standing import MARKS, standing_sentence
from .text import file_link, host, html, hours_sentence, link, long_date, outside, source_day

KIND_NAMES = {
    ChannelKind.PHONE: "Telepon",
    ChannelKind.WHATSAPP: "WhatsApp",
    ChannelKind.SMS: "SMS",
    ChannelKind.WEB: "Situs",
    ChannelKind.EMAIL: "Surel",
    ChannelKind.APP: "Aplikasi",
    ChannelKind.VISIT: "Datang",
}

ANSWERING = (ChannelKind.PHONE, ChannelKind.WHATSAPP)
"""Ways on which somebody answers soon."""
RANGE, UNBROKEN = re.compile(r"\d\d\.\d\d–\d\d\.\d\d"), r'<span class="utuh">\g<0></span>'
WHOLE = 15
"""Letters of an address that fit on one line of the narrowest card at the size of numbers."""


@dataclass(frozen=True)
class Contacts:
    """Draws contacts for one edition of one site as seen on one day."""

    site: Site
    today: date
    edition: Edition = Edition.PREVIEW

    @cached_property
    def ledger(self) -> Ledger:
        """What may be seen, and how far it can be trusted."""
        return Ledger(self.site, self.today, self.edition)

    @cached_property
    def glossary(self) -> Glossary:
        """The words of the officers, to be linked in prose."""
        return Glossary(self.site.terms)

    def shown(self, owner: Hotline | Service) -> tuple[Channel, ...]:
        """The owner's channels that a reader may see, freshest first."""
        return self.ledger.shown(owner)

    def card(self, owner: Hotline | Service, here: str, with_name: bool = True, whole: bool = False) -> str:
        """A contact as one HTML block: name, what it does, every shown channel with its evidence.

        ``whole`` (always on the owner's own page, where there is no name) adds what one wants to know before contacting; elsewhere a link leads there.
        """
        whole = whole or not with_name
        name = link(here, self.path(owner), owner.name, class_="kontak-nama") if with_name else ""
        shown = self.shown(owner)
        rows = "\n".join(self._row(owner, channel, self._before(owner, channel, not (with_name or number)) if whole else "") for number, channel in enumerate(shown))
        if not rows:
            rows = f'<li class="kanal kanal-kosong">{self._unknown(owner, here, large=not with_name)}</li>'
        about = f'<p class="kontak-ringkas">{escape(self.plain(owner.summary))}</p>' if with_name else ""
        facts, ways = self._facts(owner), f'<ul class="kanal-daftar">\n{rows}\n</ul>'
        more = "" if whole or not shown else f'<p class="kanal-bukti">{link(here, f"{self.path(owner)}#{ANCHOR}", "Sebelum menghubungi: tagihan, jejak, KTP, dan lainnya")}</p>\n'
        # On its own page the summary has been said, and the number comes before its hours.
        order = [name, about, facts, ways] if with_name else [ways, facts]
        return html(f'<div class="kontak{"" if with_name else " sisi"}" id="kontak-{self.key(owner)}">', *order, more, "</div>")

    def phone(self, owner: Hotline | Service) -> Channel | None:
        """The first number to dial that may be seen."""
        return next((channel for channel in self.shown(owner) if channel.kind is ChannelKind.PHONE), None)

    def dialled(self, owner: Hotline) -> str:
        """A small link to dial, as HTML: the number, then whom it is for; empty when the hotline has no number to dial."""
        channel = self.phone(owner)
        return f'<a class="bahaya-tautan" href="{channel.href}"><b>{escape(channel.number or "")}{escape(_then(channel))}</b> {escape(owner.on_button or owner.name)}</a>' if channel else ""

    def button(self, owner: Hotline, said: str | None = None, press: str = "lalu tekan") -> str:
        """The one number to tap now, large; empty when the hotline has no number to dial.

        ``said`` is HTML of another language, in place of the word on the button and the name; ``press`` its words before an extension.
        """
        channel = self.phone(owner)
        if channel is None:
            return ""
        then = f"<small>, {escape(press)} {escape(channel.extension)}</small>" if channel.extension else ""
        return (f'<a class="telepon-besar" href="{channel.href}"><span class="telepon-angka">{escape(channel.number or "")}{then}</span> '
                f'<span class="telepon-nama">{said or self.on_button(owner)}</span></a>')

    def on_button(self, owner: Hotline) -> str:
        """What a button says beside its number, as HTML: first whom it is for, since not everybody has heard the name."""
        return f"{escape(owner.on_button)} <small>{escape(owner.name)}</small>" if owner.on_button else escape(owner.name)

    def buttons(self, hotlines: Iterable[Hotline]) -> str:
        """Large numbers below each other, or side by side where there is room."""
        return html('<div class="bahaya-nomor">', *map(self.button, hotlines), "</div>")

    def mention(self, owner: Hotline | Service, here: str) -> str:
        """A contact inside a sentence, as Markdown: its name leads to its page, its first number dials."""
        name = f"[{owner.name}]({file_link(here, self.path(owner))})"
        channel = next((channel for channel in self.shown(owner) if channel.kind in NUMBERED), None)
        if channel is None:
            return name
        return f"{name} ({_way(channel)}[{channel.number}]({channel.href}){_then(channel)})"

    def targets(self, owner: Hotline | Service) -> frozenset[str]:
        """Link targets a card of this owner must show."""
        return frozenset(channel.href for channel in self.shown(owner) if channel.href)

    def plain(self, text: str) -> str:
        """Text without shortcodes: names in place of contacts, no source marks. For places that hold no links."""
        out, last = [], 0
        for code in shortcodes(text):
            owner = self.site.hotline.get(code.name) or self.site.service.get(code.name)
            out += [text[last : code.start].rstrip() if code.kind == "sumber" else text[last : code.start], owner.name if owner and code.kind != "sumber" else ""]
            last = code.end
        return " ".join("".join([*out, text[last:]]).split())

    def opened(self, text: str, here: str, names: Mapping[str, str] = MappingProxyType({}), beside: Container[Hotline | Service] = (), alone: bool = False) -> str:
        """Text of a field as HTML: contacts as in a sentence, called as ``names`` (by shortcode) call them; no source marks.

        Those ``beside`` the text, with a button of their own, are named only. On a page that stands ``alone`` names lead nowhere.
        """
        out, last = [], 0
        for code in shortcodes(text):
            owner = self.site.hotline.get(code.name) or self.site.service.get(code.name)
            called = names.get(code.name) or (owner.name if owner else "")
            out.append(escape(text[last : code.start]))
            if owner and code.kind != "sumber":
                out.append(escape(called) if owner in beside else self._inline(owner, here, called, alone))
            last = code.end
        return "".join([*out, escape(text[last:])])

    def path(self, owner: Hotline | Service) -> str:
        """The owner's own page, as a file of the staged tree."""
        return f"hotline/{owner.id}.md" if isinstance(owner, Hotline) else f"layanan/{owner.slug}.md"

    def key(self, owner: Hotline | Service) -> str:
        """Name of the owner that is unique on a page."""
        return owner.id if isinstance(owner, Hotline) else f"layanan-{owner.slug}"

    def substitutes(self, owner: Hotline | Service) -> list[Hotline]:
        """Whom to call instead: the named hotlines that can be reached, those with fresh evidence first.

        Where somebody there answers a call or a message, those that only take an SMS or a form are left out: they are for complaints, not for help.
        """
        named = [self.site.hotline[name] for name in owner.instead if name in self.site.hotline and self.shown(self.site.hotline[name])]
        answering = [hotline for hotline in named if any(channel.kind in ANSWERING for channel in self.shown(hotline))]
        return sorted(answering or named, key=self.ledger.is_expired)

    def state(self, channel: Channel) -> str:
        """What a reader may rely on, in a few words with the day behind it."""
        return standing_sentence(self.ledger, channel)

    def sources(self, sources: tuple[Source, ...]) -> str:
        """Every source with the day it was read, as HTML list items."""
        return "\n".join(f"<li>{self._source(source)}</li>" for source in sources)

    def source_link(self, url: str) -> str:
        """A source by its host; not a link when its address spells a number that is held, which must appear nowhere."""
        return escape(host(url)) if self._held & set(re.split(r"\D+", url)) else outside(url, host(url))

    @cached_property
    def _held(self) -> set[str]:
        return {channel.digits for _, _, channel in self.site.contacts() if channel.kind in NUMBERED} - {
            channel.digits for _, channel in self.ledger.shown_contacts()}

    def _source(self, source: Source) -> str:
        dated = f", halaman {escape(source_day(source.published))}" if source.published else ""
        official = " (resmi)" if source.official else ""
        return f"{self.source_link(source.url)}{official}{dated}; dibaca {long_date(source.read)}"

    def _before(self, owner: Hotline | Service, channel: Channel, first: bool) -> str:
        return contact_card(owner, channel, {source: self._source(source) for source in cited_in(owner, channel)}, first)

    def _row(self, owner: Hotline | Service, channel: Channel, before: str) -> str:
        label = KIND_NAMES[channel.kind]
        shown = escape(channel.number or "") if channel.kind in NUMBERED else _breakable(channel.address or "")
        then = f"<small>{escape(_then(channel))}</small>" if channel.extension else ""
        text = f'<span class="kanal-jenis">{label}</span> <span class="kanal-angka">{shown}{then}</span>'
        rel = ' rel="nofollow noreferrer"' if channel.kind in (ChannelKind.WHATSAPP, ChannelKind.WEB) else ""
        tap = f'<a class="kanal-tautan" href="{escape(channel.href)}"{rel}>{text}</a>' if channel.href else text
        own = " ".join(part for part in (self._hours(channel.hours), self._cost(channel.cost)) if part)
        note = f'<span class="kanal-catatan">{escape(channel.note)}</span>' if channel.note else ""
        first = max(channel.sources, key=lambda source: (source.official, source.read))
        found = self.ledger.standing(channel).status
        slug = found.replace(" ", "-")
        mark = f'<strong class="kanal-status">{MARKS[found]}.</strong> ' if found in MARKS else ""
        proof = f"{mark}{self.state(channel)} · sumber: {escape(host(first.url))}, dibaca {long_date(first.read)}"
        return f'<li class="kanal kanal-{channel.kind} status-{slug}">{tap} {own} {note} <small class="kanal-bukti">{proof}</small>{before}</li>'

    def _facts(self, owner: Hotline | Service) -> str:
        # A channel that says its own hours or cost is not contradicted above it.
        shown = self.shown(owner)
        hours = self._hours(owner.hours) or ('<span class="fakta">Jam: tidak diketahui</span>' if shown and not any(channel.hours for channel in shown) else "")
        cost = self._cost(owner.cost) or ('<span class="fakta">Biaya: tidak diketahui</span>' if shown and not any(channel.cost for channel in shown) else "")
        return f'<p class="kontak-fakta">{hours} {cost}</p>' if hours or cost else ""

    def _hours(self, hours: Hours | None) -> str:
        if hours is None:
            return ""
        note = f" ({escape(hours.note)})" if hours.note else ""
        data = compact(hours.spec, self.today, self.site.calendar)
        now = f' <span class="buka" data-buka="{data}">Jam menurut WIB</span>' if data else ""
        return f'<span class="fakta">Jam: {RANGE.sub(UNBROKEN, escape(hours_sentence(hours.spec)))}{note}{now}</span>'

    def _cost(self, cost: Cost | None) -> str:
        if cost is None:
            return ""
        note = f" ({escape(cost.note)})" if cost.note else ""
        return f'<span class="fakta">Biaya: {escape(cost.value)}{note}</span>'

    def _unknown(self, owner: Hotline | Service, here: str, large: bool) -> str:
        others = self.substitutes(owner)[:2]
        said = "Nomor dan alamat daring layanan ini belum dapat kami pastikan, jadi tidak kami tampilkan."
        dialled = [other for other in others if large and self.button(other)]
        links = " atau ".join(self._inline(other, here, other.name) for other in others if other not in dialled)
        if dialled:
            return f"Hubungi dulu:\n{self.buttons(dialled)}{f'Atau {links}. ' if links else ''}{said}"
        return f"{said} Hubungi dulu {links}." if links else said

    def _inline(self, owner: Hotline | Service, here: str, called: str, alone: bool = False) -> str:
        channel = next((channel for channel in self.shown(owner) if channel.kind in NUMBERED), None)
        name = escape(called) if alone else link(here, self.path(owner), called)
        return f'{name} ({_way(channel)}<a href="{channel.href}">{escape(channel.number or "")}</a>{escape(_then(channel))})' if channel else name


def _way(channel: Channel) -> str:
    """What stands before a number in a sentence that is not for speaking: nobody shall dial a number that only takes messages."""
    return "" if channel.kind is ChannelKind.PHONE else f"{KIND_NAMES[channel.kind]} "


def _then(channel: Channel) -> str:
    """What stands behind a number with an extension."""
    return f", lalu tekan {channel.extension}" if channel.extension else ""


def _breakable(address: str) -> str:
    """An address as HTML; a long one breaks after its ``@`` and ``/``, and is drawn smaller (``kontak.css``)."""
    shown = escape(address)
    return shown if len(address) <= WHOLE or " " in address else shown.replace("@", "@<wbr>").replace("/", "/<wbr>") + "<wbr>"
