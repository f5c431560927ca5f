"""One page for each need: what to do now, whom to reach, what happens next."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from markdown import markdown

from ..model import Page, Topic
from .contacts import Contacts
from .home import button_target, danger_box, danger_line, danger_line_targets, needs, trace_warning
from .order import services_in_order
from .prose import Prose
from .text import body, html, link, link_list, long_date

TRAIL = (("Beranda", ""), ("Kebutuhan", "topik/"))


def topic_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, then one page each."""
    yield Page(
        path="topik/index.md",
        title="Apa yang terjadi?",
        kind="indeks",
        description="Semua kebutuhan, dalam kata-kata orang yang mengalaminya.",
        trail=TRAIL[:1],
        shows=danger_line_targets(contacts),
        body=body(danger_line(contacts), "Pilih yang paling dekat dengan keadaan Anda. Anda tidak harus yakin dulu.", needs(contacts, "topik/index.md")),
    )
    for topic in contacts.site.topics:
        yield _topic_page(contacts, topic)


def _topic_page(contacts: Contacts, topic: Topic) -> Page:
    here = f"topik/{topic.slug}.md"
    site = contacts.site
    prose = Prose(contacts, here)
    hotlines = sorted((site.hotline[name] for name in topic.hotlines if name in site.hotline), key=contacts.ledger.is_expired)
    urgent = [hotline for hotline in hotlines if contacts.button(hotline)][:2]
    text = prose.open(contacts.glossary.linked(here, topic.body))
    cards = [prose.card(hotline) for hotline in hotlines]
    return Page(
        path=here,
        title=topic.name,
        kind="topik",
        description=contacts.plain(topic.summary),
        source=topic.path,
        trail=TRAIL,
        meta={"ringkas": contacts.plain(topic.summary)},
        body=body(
            danger_box(contacts, here, urgent, "Jika ini terjadi sekarang", inline_html(contacts.opened(topic.urgent, here, beside=urgent)), aside=True),
            summary(contacts.opened(topic.summary, here)),
            text,
            "## Hubungi",
            trace_warning(),
            *cards,
            local_services(contacts, here, topic.services),
            pathway_links(contacts, here, topic),
            _related(contacts, here, topic),
            prose.source_list(topic.references),
            reviewed(topic.reviewed.day, topic.reviewed.by),
        ),
        shows=prose.shows() | frozenset(target for hotline in urgent for target in button_target(contacts, hotline)),
    )


def summary(text: str) -> str:
    """The easy-read summary, HTML, that stands on top of a page."""
    return html(f'<p class="ringkas">{text}</p>')


def inline_html(text: str) -> str:
    """One paragraph of Markdown as inline HTML."""
    return markdown(" ".join(text.split())).removeprefix("<p>").removesuffix("</p>")


def local_services(contacts: Contacts, here: str, slugs: tuple[str, ...]) -> str:
    """Named local services as a list of links with what they do."""
    services = services_in_order(contacts.site.service[slug] for slug in slugs if slug in contacts.site.service)
    services.sort(key=lambda service: slugs.index(service.slug))
    if not services:
        return ""
    rows = "\n".join(f"<li>{link(here, f'layanan/{service.slug}.md', service.name)} <span>{escape(contacts.plain(service.summary))}</span></li>" for service in services)
    return body("## Layanan setempat", html('<ul class="daftar">', rows, "</ul>"))


def pathway_links(contacts: Contacts, here: str, topic: Topic) -> str:
    """Pathways this need leads into; what the text itself has linked is not said twice."""
    known = [contacts.site.pathway[slug] for slug in topic.pathways if slug in contacts.site.pathway and f"/{slug}.yaml)" not in topic.body]
    if not known:
        return ""
    return body("## Alur penanganan", link_list(here, ((f"alur/{item.slug}.md", item.name) for item in known)))


def reviewed(day: object, by: str) -> str:
    """Who read the page for truth, and when."""
    return html(f'<p class="ditinjau">Ditinjau {long_date(day)} oleh {by}.</p>')  # type: ignore[arg-type]


def _related(contacts: Contacts, here: str, topic: Topic) -> str:
    known = [contacts.site.topic[slug] for slug in topic.related if slug in contacts.site.topic and f"]({slug}.md)" not in topic.body]
    if not known:
        return ""
    return body("## Kebutuhan yang dekat", link_list(here, ((f"topik/{item.slug}.md", item.name) for item in known)))
