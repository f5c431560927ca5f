"""Everything somebody needs first, in one HTML file that travels through WhatsApp and Bluetooth: whole without a script, no request, a neutral name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from markdown import markdown

from ..model import NUMBERED, Channel, Existence, Hotline, Ledger, Service, Topic, for_readers, shortcodes
from ..pages.contacts import KIND_NAMES, Contacts
from ..pages.order import GROUP_NAMES, LEVEL_NAMES, hotlines_in_order, services_in_order, topics_in_order
from ..pages.standing import MARKS, standing_sentence
from ..pages.text import hours_sentence, long_date
from .freshness import sentence
from .single_frame import framed
from .single_search import PocketSearch, pocket_searches

NAME = "info-warga.html"
TITLE = "Informasi warga"
LIMIT = 150_000
"""Bytes: what goes through a slow Bluetooth in a few seconds."""
ACTION = re.compile(r"^## Yang bisa Anda lakukan[^\n]*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE)
"""The part of a need that says what to do now."""
ANCHOR = re.compile(r'<(?:details|article) id="([thl])-([^"]+)"')
"""The place of a need, a hotline, a service in this file."""
END_TAG = re.compile(r"</(?:li|p)>(?=\n<(?:li|p|ul|ol|h[2-5])\b)|</li>(?=\n</[uo]l>)|</p>(?=\n</(?:section|article|details|li)>)")
"""End tags that HTML lets one leave out (HTML Standard, 13.1.2.4): the room goes to the search."""
PAGE_LINK = re.compile(r"\[([^\]]+)\]\((?!tel:|sms:|https://wa\.me/|#)[^)]*\)")


def single_file(ledger: Ledger) -> bytes:
    """The whole file, with the largest search that fits in it. It is made from the ledger alone, so that it shows what the site shows."""
    content = _content(ledger)
    for search in searches(ledger, content):
        whole = _framed(ledger, content, search)
        if len(whole) <= LIMIT:
            return whole
    return _framed(ledger, content, None)


def searches(ledger: Ledger, content: str) -> Iterator[PocketSearch]:
    """Every size of the search over what has a place in ``content``."""
    kinds = {"t": "topik", "h": "hotline", "l": "layanan"}
    return pocket_searches(ledger, [f"{kinds[kind]}/{name}/" for kind, name in ANCHOR.findall(content)])


def _framed(ledger: Ledger, content: str, search: PocketSearch | None) -> bytes:
    parts = (search.html, search.digests) if search else ()
    return framed(TITLE, ledger.site.policy.exit_url, content, *parts).encode()


def _content(ledger: Ledger) -> str:
    """All that stands between the exit and the scripts."""
    readers = for_readers(ledger)
    contacts = Contacts(readers, ledger.today, ledger.edition)
    hotlines = [hotline for hotline in hotlines_in_order(contacts.ledger) if contacts.shown(hotline)]
    urgent = [hotline for hotline in hotlines if hotline.emergency and contacts.button(hotline)]
    parts = [
        f'<p class="salinan">{sentence(ledger)} Berkas ini tersimpan di ponsel Anda: hapus dari unduhan dan percakapan bila ponsel Anda diperiksa orang.</p>',
        '<nav><a href="#sekarang">Sekarang</a> <a href="#hotline">Nomor</a> <a href="#kebutuhan">Apa yang terjadi?</a> <a href="#layanan">Layanan</a></nav>',
        '<section id="sekarang" class="bahaya">\n<h2>Dalam bahaya sekarang?</h2>',
        *(f"{contacts.button(hotline)} {_proof(contacts, _first(contacts, hotline))}" for hotline in urgent),
        "<p>Katakan di mana Anda, apa yang terjadi, dan apakah ada yang terluka.</p>\n</section>",
        '<div id="cari"></div>',
        '<section id="hotline">\n<h2>Nomor yang bisa dihubungi</h2>',
        *(_hotline(contacts, hotline) for hotline in hotlines),
        '</section>\n<section id="kebutuhan">\n<h2>Apa yang terjadi?</h2>',
        *_topics(contacts),
        '</section>\n<section id="layanan">\n<h2>Layanan</h2>',
        *_services(contacts),
        "</section>",
        f'<p class="salinan">{sentence(ledger)} Isi: {escape(readers.organisation.owner_short)}, {escape(readers.organisation.licence)}.</p>',
    ]
    return END_TAG.sub("", "\n".join(parts))


def _first(contacts: Contacts, owner: Hotline) -> Channel:
    return next(channel for channel in contacts.shown(owner) if channel.kind == "telepon")


def _hotline(contacts: Contacts, hotline: Hotline) -> str:
    caution = f"<p>{_inline(contacts, hotline.caution)}</p>" if hotline.caution else ""
    return (f'<article id="{_anchor(hotline)}">\n<h3>{escape(hotline.name)}</h3>\n<p>{_inline(contacts, hotline.summary)}</p>{_facts(hotline)}\n'
            f"{_channels(contacts, hotline)}{caution}\n</article>")


def _topics(contacts: Contacts) -> Iterator[str]:
    for group, name in GROUP_NAMES.items():
        topics = [topic for topic in topics_in_order(contacts.site.topics) if topic.group is group]
        if topics:
            yield f"<h3>{escape(name)}</h3>"
            yield from (_topic(contacts, topic) for topic in topics)


def _topic(contacts: Contacts, topic: Topic) -> str:
    """What to do now: the urgent sentence, then the steps. The copy's age stands in every block that holds a number."""
    found = ACTION.search(topic.body)
    steps = _block(contacts, found[1]) if found else ""
    lines = ", ".join(_named(contacts, hotline) for hotline in _reachable(contacts, topic))
    return (f'<details id="t-{topic.slug}">\n<summary>{escape(topic.saying)} <small>{escape(topic.name)}</small></summary>\n<p>{escape(contacts.plain(topic.summary))}</p>\n'
            f'<p class="kini"><b>Jika ini terjadi sekarang:</b> {_inline(contacts, topic.urgent)}</p>\n{steps}\n'
            f"<p><b>Hubungi:</b> {lines}. <small>{sentence(contacts.ledger)}</small></p>\n</details>")


def _reachable(contacts: Contacts, topic: Topic) -> list[Hotline]:
    return [contacts.site.hotline[name] for name in topic.hotlines if name in contacts.site.hotline and contacts.shown(contacts.site.hotline[name])]


def _services(contacts: Contacts) -> Iterator[str]:
    services = services_in_order(contacts.site.services)
    for level, name in LEVEL_NAMES.items():
        group = [service for service in services if service.level is level]
        if group:
            yield f"<h3>{escape(name)}</h3>"
            yield from (_service(contacts, service) for service in group)


def _service(contacts: Contacts, service: Service) -> str:
    unsure = " <em>(belum dipastikan)</em>" if service.existence is Existence.UNCONFIRMED else ""
    address = service.shown_address
    parts = [address.street, address.village and f"Kelurahan {address.village}", address.district and f"Kecamatan {address.district}"] if address else []
    place = f"<p>Alamat: {escape(', '.join(part for part in parts if part))}</p>" if any(parts) else ""
    ways = _channels(contacts, service)
    if not ways:
        others = " atau ".join(_named(contacts, hotline) for hotline in contacts.substitutes(service)[:2])
        ways = f"<p>Nomornya belum dapat kami pastikan.{f' Hubungi dulu {others}. <small>{sentence(contacts.ledger)}</small>' if others else ''}</p>"
    return (f'<article id="{_anchor(service)}">\n<h4>{escape(service.name)}{unsure}</h4>\n<p>{escape(contacts.plain(service.summary))}</p>'
            f"{_facts(service)}{place}\n{ways}\n</article>")


def _channels(contacts: Contacts, owner: Hotline | Service) -> str:
    rows = "\n".join(f"<li>{_tap(channel)} {_proof(contacts, channel)}</li>" for channel in contacts.shown(owner))
    return f"<ul>\n{rows}\n</ul>" if rows else ""


def _tap(channel: Channel) -> str:
    text = f"{KIND_NAMES[channel.kind]} <b>{escape((channel.number if channel.kind in NUMBERED else channel.address) or '')}</b>"
    then = f" lalu tekan {escape(channel.extension)}" if channel.extension else ""
    note = f" ({escape(channel.note)})" if channel.note else ""
    hours = f" Jam: {escape(hours_sentence(channel.hours.spec))}." if channel.hours else ""
    return (f'<a href="{escape(channel.href)}">{text}</a>' if channel.href else text) + then + note + hours


def _proof(contacts: Contacts, channel: Channel) -> str:
    """How far one number can be trusted, how old the copy is, and when to look again: beside the number."""
    found = contacts.ledger.standing(channel).status
    mark = f"<b>{MARKS[found]}.</b> " if found in MARKS else ""
    return f"<small>{mark}{escape(standing_sentence(contacts.ledger, channel))}; sumber dibaca {long_date(channel.newest_source())}. {sentence(contacts.ledger, [channel])}</small>"


def _facts(owner: Hotline | Service) -> str:
    said = [f"Jam: {hours_sentence(owner.hours.spec)}{f' ({owner.hours.note})' if owner.hours.note else ''}"] if owner.hours else []
    said += [f"Biaya: {owner.cost.value}{f' ({owner.cost.note})' if owner.cost.note else ''}"] if owner.cost else []
    return f"<p>{escape('. '.join(said))}.</p>" if said else ""


def _anchor(owner: Hotline | Service) -> str:
    return f"h-{owner.id}" if isinstance(owner, Hotline) else f"l-{owner.slug}"


def _named(contacts: Contacts, owner: Hotline | Service) -> str:
    """A contact in a sentence: its name leads to its place in this file, its number is to tap."""
    channel = next((channel for channel in contacts.shown(owner) if channel.kind in NUMBERED), None)
    there = isinstance(owner, Service) and owner.existence is not Existence.CLOSED or bool(contacts.shown(owner))
    name = f'<a href="#{_anchor(owner)}">{escape(owner.name)}</a>' if there else escape(owner.name)
    if channel is None:
        return name
    then = f", lalu tekan {escape(channel.extension)}" if channel.extension else ""
    return f'{name} (<a href="{channel.href}">{escape(channel.number or "")}</a>{then})'


def _opened(contacts: Contacts, text: str) -> str:
    """Markdown with its shortcodes opened into contacts; marks of sources and links to other pages leave their words only."""
    out, last = [], 0
    for code in shortcodes(text):
        owner = contacts.site.hotline.get(code.name) if code.kind == "hotline" else contacts.site.service.get(code.name) if code.kind == "layanan" else None
        before = text[last : code.start]
        out += [before.rstrip(" ") if owner is None else before, _named(contacts, owner) if owner else ""]
        last = code.end
    return PAGE_LINK.sub(r"\1", "".join([*out, text[last:]]))


def _inline(contacts: Contacts, text: str) -> str:
    return markdown(" ".join(_opened(contacts, text).split())).removeprefix("<p>").removesuffix("</p>")


def _block(contacts: Contacts, text: str) -> str:
    return re.sub(r"(</?h)[1-4]>", r"\g<1>5>", markdown(_opened(contacts, text), extensions=["sane_lists", "tables"]))
