"""The national lines: an index by usefulness, and one page each with all its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import Channel, Hotline, Page, Service
from .contacts import KIND_NAMES, Contacts
from .home import danger_box, trace_warning, urgent_hotlines
from .order import AUDIENCE_NAMES, hotlines_in_order
from .prose import Prose
from .rivals import rivals_section
from .text import body, folded, html, in_sentence, joined, link, link_list

TRAIL = (("Beranda", ""), ("Hotline", "hotline/"))


def hotline_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, then one page each."""
    yield _index(contacts)
    for hotline in contacts.site.hotlines:
        yield _hotline_page(contacts, hotline)


def _index(contacts: Contacts) -> Page:
    here = "hotline/index.md"
    prose = Prose(contacts, here)
    reachable = [hotline for hotline in hotlines_in_order(contacts.ledger) if contacts.shown(hotline)]
    silent = [hotline for hotline in hotlines_in_order(contacts.ledger) if not contacts.shown(hotline)]
    rows = "\n".join(f"<li>{link(here, contacts.path(item), item.name)} <span>{escape(contacts.plain(item.summary))}</span></li>" for item in silent)
    cards, urgent = [prose.card(hotline) for hotline in reachable], urgent_hotlines(contacts)[:3]
    return Page(
        path=here,
        title="Semua hotline",
        kind="indeks",
        description="Hotline nasional yang bisa dihubungi dari mana saja.",
        trail=TRAIL[:1],
        body=body(danger_box(contacts, here, urgent, "Dalam bahaya sekarang?"), trace_warning(), *cards, body("## Belum dapat dipastikan", "Layanan ini ada, tetapi nomornya belum dapat kami pastikan. Halamannya menunjukkan ke mana Anda bisa menghubungi dulu.",
                                                html('<ul class="daftar">', rows, "</ul>")) if rows else ""),
        shows=prose.shows(),
    )


def _hotline_page(contacts: Contacts, hotline: Hotline) -> Page:
    here = f"hotline/{hotline.id}.md"
    prose = Prose(contacts, here)
    prose.carded[hotline.id] = hotline
    instead, expired = first_instead(contacts, prose, hotline), contacts.ledger.is_expired(hotline)
    other_names = f"Dikenal juga sebagai {joined(list(hotline.other_names), 'atau')}." if hotline.other_names else ""
    return Page(
        path=here,
        title=hotline.name,
        kind="hotline",
        description=contacts.plain(hotline.summary),
        source=hotline.path,
        trail=TRAIL,
        body=body(
            prose.one_line(hotline.summary),
            instead if expired else "",
            html(contacts.card(hotline, here, with_name=False)),
            "" if expired else instead,
            body("## Perlu diketahui", prose.one_line(hotline.caution)) if hotline.caution else "",
            body("## Yang terjadi setelah Anda menghubungi", *(f"- {prose.one_line(line)}" for line in hotline.expect)) if hotline.expect else "",
            trace_warning() if contacts.shown(hotline) else "",
            body("## Tentang layanan ini", f"- Pengelola: {hotline.operator}\n- Cakupan: {hotline.coverage}\n- Untuk: {joined([in_sentence(AUDIENCE_NAMES[name]) for name in hotline.audiences])}"
                 + (f"\n- Bahasa: {joined(list(hotline.languages))}" if hotline.languages else ""), other_names),
            topic_links(contacts, here, hotline.topics),
            evidence(contacts, contacts.shown(hotline), "Bukti dan sumber"),
            rivals_section(contacts.ledger, hotline),
            _about_sources(contacts, hotline),
        ),
        shows=prose.shows(),
    )


def first_instead(contacts: Contacts, prose: Prose, owner: Hotline | Service) -> str:
    """Whom to call first when an owner has nothing to show or only what has expired: a national line that can be reached.

    What has expired still stands on the page, so the line stands openly before it; where nothing stands, the owner's card holds the number."""
    expired = contacts.ledger.is_expired(owner)
    if contacts.shown(owner) and not expired:
        return ""
    others = contacts.substitutes(owner)
    if expired:
        national = [hotline for hotline in hotlines_in_order(contacts.ledger) if hotline.emergency and contacts.button(hotline)]
        others = [other for other in (others or national[:2]) if other is not owner and not contacts.ledger.is_expired(other)]
    cards = [card for other in others if (card := prose.card(other))]
    if cards and not expired:
        # The number itself stands large in the owner's own card.
        return folded("Jam, biaya, dan bukti nomor pengganti", *cards)
    return body("## Hubungi dulu", *cards) if cards else ""


def topic_links(contacts: Contacts, here: str, slugs: tuple[str, ...]) -> str:
    """Needs this record helps with."""
    known = [contacts.site.topic[slug] for slug in slugs if slug in contacts.site.topic]
    if not known:
        return ""
    return body("## Membantu dalam hal", link_list(here, ((f"topik/{item.slug}.md", item.name) for item in known)))


def evidence(contacts: Contacts, channels: tuple[Channel, ...], title: str) -> str:
    """For each shown channel: state, every source with the day it was read."""
    blocks = [
        html(f'<div class="bukti">\n<p><strong>{KIND_NAMES[channel.kind]} {escape(channel.number or channel.address or "")}</strong>: {contacts.state(channel)}.</p>\n<ul class="sumber-daftar">',
             contacts.sources(channel.sources), "</ul>\n</div>")
        for channel in channels
    ]
    return body(f"## {title}", *blocks) if blocks else ""


def _about_sources(contacts: Contacts, hotline: Hotline) -> str:
    if not hotline.sources:
        return ""
    return body("## Sumber tentang layanan ini" if contacts.shown(hotline) else "## Sumber", html('<ul class="sumber-daftar">', contacts.sources(hotline.sources), "</ul>"))
