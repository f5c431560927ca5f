"""What can be found: every record of the core as one document, with what a hit must carry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import NUMBERED, ChannelKind, Existence, Hotline, Ledger, Record, Service, Site, shortcodes
from .data import entity_of

TOPICS, ENTITIES, WORDS_PER_SECTION = 3, 5, 80
EMERGENCY = "darurat/"
NETWORK_NAMES = ("siapa melakukan apa", "tugas tiap lembaga", "jejaring lintas sektor", "jaringan layanan kota")


@dataclass(frozen=True)
class Document:
    """One page or glossary entry. ``weight``, in tenths, lowers those that should not stand above a page that helps."""

    url: str
    title: str
    kind: str
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    summary: str = ""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    id: str = ""
    weight: int = 10


def documents(ledger: Ledger) -> Iterator[Document]:
    """All core documents, in the order of the site map."""
    site = ledger.site
    yield _emergency(ledger)
    for topic in site.topics:
        yield Document(f"topik/{topic.slug}/", topic.name, "topik", (topic.saying,), topic.phrases, _sentences(site, f"{topic.summary}\n{topic.body}"), _first(site, topic.summary),
                       (topic.slug,), topic.entities[:ENTITIES], _values(topic.audiences), weight=9 if topic.slug == "darurat" else 12)
    for hotline in site.hotlines:
        yield Document(f"hotline/{hotline.id}/", hotline.name, "hotline", hotline.other_names, hotline.phrases, _sentences(site, hotline.summary), _first(site, hotline.summary),
                       hotline.topics[:TOPICS], hotline.entities[:ENTITIES], _values(hotline.audiences), contacts=contacts(ledger, hotline), id=hotline.id, weight=10 if ledger.shown(hotline) else 8)
    for service in site.services:
        names = (*service.other_names, *([service.short_name] if service.short_name else []))
        address = service.shown_address
        place = (address.district,) if address and address.district else ()
        yield Document(f"layanan/{service.slug}/", service.name, "layanan", names, service.phrases, _sentences(site, service.summary), _first(site, service.summary),
                       service.topics[:TOPICS], service.entities[:ENTITIES], _values(service.audiences), tuple(dict.fromkeys((*place, *getattr(service, "serves", ())))), contacts(ledger, service),
                       f"layanan-{service.slug}", {Existence.KNOWN: 9, Existence.UNCONFIRMED: 8, Existence.CLOSED: 5}[service.existence])
    for kind, articles in (("pencegahan", site.prevention), ("panduan", site.guides)):
        for article in articles:
            yield Document(f"{kind}/{article.slug}/", article.name, kind, (), article.phrases, _sentences(site, f"{article.summary}\n{article.body}"), _first(site, article.summary),
                           article.topics[:TOPICS], article.entities[:ENTITIES], _values(article.audiences))
    for pathway in site.pathways:
        text = "\n".join([pathway.summary, *(step.what for step in pathway.steps)])
        yield Document(f"alur/{pathway.slug}/", pathway.name, "alur", (), pathway.phrases, _sentences(site, text), _first(site, pathway.summary), pathway.topics[:TOPICS], (), _values(pathway.audiences), weight=9)
    if site.pathways:
        yield Document("jejaring/", "Jejaring kota: siapa melakukan apa", "alur", NETWORK_NAMES, summary="Tugas tiap sektor dan lembaga setelah ada laporan.", weight=7)
    for term in site.terms:
        entities = entity_of(site.lexicon, term.name, *term.other_names)
        yield Document(f"istilah/#{_anchor(term.name)}", term.name, "istilah", term.other_names, (), _sentences(site, term.meaning)[:1], "", term.topics[:TOPICS], tuple(entities[:ENTITIES]), weight=8)
    for district in site.area.districts if site.area else ():
        yield Document(f"kecamatan/{district.slug}/", f"Kecamatan {district.name}", "kecamatan", (*district.other_names, *(village.name for village in district.villages)), districts=(district.name,), weight=6)


def news_documents(site: Site) -> Iterator[Document]:
    """The archive: one document for every piece of news, the newest first."""
    for item in sorted(site.news, key=lambda item: (item.day, item.slug), reverse=True):
        text = "\n".join([item.summary, *item.agreed, item.body])
        yield Document(f"kabar/{item.slug}/", item.name, "kabar", (), item.phrases, _sentences(site, text), _first(site, item.summary), item.topics[:TOPICS])


def contacts(ledger: Ledger, owner: Hotline | Service) -> tuple[tuple[str, str], ...]:
    """``(what is read, what a tap opens)`` of channels a reader may see: numbers first, at most three."""
    kinds = {ChannelKind.WHATSAPP: "WhatsApp ", ChannelKind.SMS: "SMS "}
    rows = []
    for channel in sorted(ledger.shown(owner), key=lambda channel: channel.kind not in NUMBERED):
        if channel.href and channel.kind in (*NUMBERED, ChannelKind.WEB):
            then = f" lalu tekan {channel.extension}" if channel.extension else ""
            rows.append((f"{kinds.get(channel.kind, '')}{channel.number or channel.address}{then}", channel.href))
    return tuple(rows[:3])


def _emergency(ledger: Ledger) -> Document:
    urgent = [hotline for hotline in sorted(ledger.site.hotlines, key=lambda hotline: hotline.rank) if hotline.emergency and ledger.shown(hotline)]
    entities = tuple(dict.fromkeys(name for hotline in urgent for name in hotline.entities))
    return Document(EMERGENCY, "Darurat: hubungi sekarang", "darurat", ("nomor darurat",), ("bahaya sekarang", "tolong saya sekarang", "butuh bantuan segera"), (),
                    "Nomor yang bisa dihubungi sekarang juga, dan apa yang dikatakan.", ("darurat",), entities[:ENTITIES], ("umum",),
                    contacts=tuple(row for hotline in urgent for row in contacts(ledger, hotline)[:1])[:3])


def _values(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(name) for name in names)


def _first(site: Site, text: str) -> str:
    """The first sentence: what a row of the results says below its title."""
    return re.split(r"(?<=[.!?])\s", _plain(site, text), maxsplit=1)[0]


def _plain(site: Site, text: str) -> str:
    out, last = [], 0
    for code in shortcodes(text):
        owner: Record | None = site.hotline.get(code.name) or site.service.get(code.name)
        out += [text[last : code.start], getattr(owner, "name", "") if code.kind != "sumber" else ""]
        last = code.end
    return " ".join("".join([*out, text[last:]]).split())


def _sentences(site: Site, text: str) -> tuple[str, ...]:
    """The first words of every section, split where a run of words must not cross."""
    sections = re.split(r"^#+ ", text, flags=re.MULTILINE)
    out = []
    for section in sections:
        words = _plain(site, re.sub(r"\]\([^)]*\)", "]", section)).split()
        out += re.split(r"[.!?;:|]+", " ".join(words[:WORDS_PER_SECTION]))
    return tuple(sentence.strip() for sentence in out if sentence.strip())


def _anchor(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "istilah-" + "-".join("".join(letter for letter in plain if letter.isalnum() or letter == " ").split())


