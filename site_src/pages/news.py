"""News of the network: the newest first, one page each, and a feed beside them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import FEED, News, Page
from .contacts import Contacts
from .hotlines import topic_links
from .prose import Prose
from .text import body, html, link, long_date
from .topics import reviewed, summary

UNKNOWN = "Isi kesepakatannya tidak ada di sumber yang kami baca. Kantor perlu melengkapinya."


def news_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, then one page each; nothing at all while there is no news."""
    news = sorted(contacts.site.news, key=lambda item: (item.day, item.slug), reverse=True)
    if not news:
        return
    here = "kabar/index.md"
    rows = [f"<li>{link(here, f'kabar/{item.slug}.md', item.name)} <span>{long_date(item.day)}. {escape(contacts.plain(item.summary))}</span></li>" for item in news]
    feed = html(f'<p><a class="baris" href="../{FEED}" type="application/atom+xml">Ikuti kabar ini dengan aplikasi pembaca berita</a></p>')
    yield Page(path=here, title="Kabar", kind="indeks", trail=(("Beranda", ""),), description="Kabar dari jaringan perlindungan di kota ini, yang terbaru lebih dulu.",
               meta={"umpan": FEED}, body=body("Kabar dari jaringan perlindungan di kota ini, yang terbaru lebih dulu.", html('<ul class="daftar">', *rows, "</ul>"), feed))
    for item in news:
        yield _news_page(contacts, item)


def _news_page(contacts: Contacts, item: News) -> Page:
    here = f"kabar/{item.slug}.md"
    prose = Prose(contacts, here)
    text = prose.open(item.body)
    facts = [f"**Kapan:** {long_date(item.day)}", *([f"**Di mana:** {item.place}"] if item.place else [])]
    agreed = "\n".join(f"- {prose.one_line(line)}" for line in item.agreed) or UNKNOWN
    cards = [card for owner in prose.loose_mentions() if (card := prose.card(owner))]
    return Page(
        path=here, title=item.name, kind="kabar", description=contacts.plain(item.summary), source=item.path,
        trail=(("Beranda", ""), ("Kabar", "kabar/")), meta={"ringkas": contacts.plain(item.summary), "umpan": FEED},
        body=body(
            summary(contacts.opened(item.summary, here)),
            "\n".join(f"- {fact}" for fact in facts),
            body("## Siapa yang ikut", "\n".join(f"- {name}" for name in item.who)),
            body("## Yang disepakati", agreed),
            text,
            body("## Yang bisa dihubungi", *cards) if cards else "",
            topic_links(contacts, here, item.topics).replace("Membantu dalam hal", "Kebutuhan yang berkaitan"),
            prose.source_list(item.references),
            reviewed(item.reviewed.day, item.reviewed.by),
        ),
        shows=prose.shows(),
    )
