"""Guides, prevention pages and pathways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from ..model import Article, Audience, Page, Pathway, Sector, Step
from .contacts import Contacts
from .hotlines import topic_links
from .order import AUDIENCE_NAMES, articles_in_order
from .pathway_picture import pathway_picture
from .pictures import picture
from .prose import Prose
from .text import body, file_link, html, in_sentence, joined, link
from .topics import reviewed, summary


BLANK = re.compile(r"\.{12,}|…{3,}")
"""Dots that a reader writes over on paper."""


def prevention_pages(contacts: Contacts) -> Iterator[Page]:
    """The index by reader, then one page each."""
    here = "pencegahan/index.md"
    articles = articles_in_order(contacts.site.prevention)
    groups = []
    for audience, name in AUDIENCE_NAMES.items():
        own = [article for article in articles if audience in article.audiences]
        if own:
            groups.append(body(f"## {name}", _article_list(contacts, here, own)))
    yield Page(path=here, title="Pencegahan", kind="indeks", trail=(("Beranda", ""),),
               description="Untuk orang tua, guru, remaja, anak, tetangga, tokoh, dan pemberi kerja.",
               body=body("Pilih menurut siapa Anda. Setiap halaman punya kegiatan atau daftar periksa.", *groups))
    for article in contacts.site.prevention:
        yield _article_page(contacts, article, "pencegahan", "Pencegahan")


def guide_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, then one page each."""
    here = "panduan/index.md"
    yield Page(path=here, title="Panduan", kind="indeks", trail=(("Beranda", ""),),
               description="Langkah demi langkah: menjelajah aman, menyimpan bukti, melapor, dan seterusnya.",
               body=body("Langkah demi langkah, untuk dibaca pelan-pelan.", _article_list(contacts, here, articles_in_order(contacts.site.guides))))
    for article in contacts.site.guides:
        yield _article_page(contacts, article, "panduan", "Panduan")


def pathway_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, then one page each: the steps as a numbered list that needs no picture."""
    here = "alur/index.md"
    pathways = sorted(contacts.site.pathways, key=lambda pathway: pathway.name.casefold())
    rows = "\n".join(f"<li>{link(here, f'alur/{item.slug}.md', item.name)} <span>{escape(contacts.plain(item.summary))}</span></li>" for item in pathways)
    yield Page(path=here, title="Alur penanganan", kind="indeks", trail=(("Beranda", ""),),
               description="Siapa melakukan apa, dan paling lambat kapan, setelah ada laporan.",
               body=body("Siapa melakukan apa, dan paling lambat kapan, setelah ada laporan.", html('<ul class="daftar">', rows, "</ul>")))
    for pathway in contacts.site.pathways:
        yield _pathway_page(contacts, pathway)


def _article_list(contacts: Contacts, here: str, articles: list[Article]) -> str:
    rows = [f"<li>{link(here, article.path.removeprefix('content/'), article.name)} <span>{escape(contacts.plain(article.summary))}</span></li>" for article in articles]
    return html('<ul class="daftar">', *rows, "</ul>")


def _article_page(contacts: Contacts, article: Article, folder: str, folder_name: str) -> Page:
    here = f"{folder}/{article.slug}.md"
    prose = Prose(contacts, here)
    text = with_lines(prose.open(contacts.glossary.linked(here, article.body)))
    named = [contacts.site.hotline[name] for name in article.hotlines if name in contacts.site.hotline]
    cards = [card for owner in (*named, *prose.loose_mentions()) if (card := prose.card(owner))]
    return Page(
        path=here,
        title=article.name,
        kind=folder,
        description=contacts.plain(article.summary),
        source=article.path,
        trail=(("Beranda", ""), (folder_name, f"{folder}/")),
        meta={"ringkas": contacts.plain(article.summary)},
        body=body(
            summary(contacts.opened(article.summary, here)),
            picture(article.picture),
            html(f'<p class="untuk">Untuk: {", ".join(in_sentence(AUDIENCE_NAMES[name]) for name in article.audiences if name is not Audience.ANYONE) or "semua orang"}.</p>'),
            text,
            body("## Yang bisa dihubungi", *cards) if cards else "",
            topic_links(contacts, here, article.topics).replace("Membantu dalam hal", "Kebutuhan yang berkaitan"),
            prose.source_list(article.references),
            reviewed(article.reviewed.day, article.reviewed.by),
        ),
        shows=prose.shows(),
    )


def _pathway_page(contacts: Contacts, pathway: Pathway) -> Page:
    here = f"alur/{pathway.slug}.md"
    prose = Prose(contacts, here)
    names = {role.sector: role.name for role in contacts.site.organisation.sectors}
    numbers = {step.id: number for number, step in enumerate(pathway.steps, 1)}
    steps = [_step(step, numbers, names, prose) for step in pathway.steps]
    references = [name for step in pathway.steps for name in step.references]
    cards = [card for owner in prose.loose_mentions() if (card := prose.card(owner))]
    return Page(
        path=here,
        title=pathway.name,
        kind="alur",
        description=contacts.plain(pathway.summary),
        source=pathway.path,
        trail=(("Beranda", ""), ("Alur", "alur/")),
        meta={"ringkas": contacts.plain(pathway.summary)},
        body=body(summary(contacts.opened(pathway.summary, here)), *steps,
                  body("## Alur ini dalam gambar", pathway_picture(pathway, {step.id: short_title(step) for step in pathway.steps}, names)), body("## Yang bisa dihubungi", *cards) if cards else "", topic_links(contacts, here, pathway.topics).replace("Membantu dalam hal", "Kebutuhan yang berkaitan"),
                  prose.source_list(references), reviewed(pathway.reviewed.day, pathway.reviewed.by)),
        shows=prose.shows(),
    )


def with_lines(text: str) -> str:
    """The text with each blank marked, so that paper can give it the height of handwriting."""
    return BLANK.sub(r'<span class="isian">\g<0></span>', text)


def _step(step: Step, numbers: dict[str, int], sectors: dict[Sector, str], prose: Prose) -> str:
    number = numbers[step.id]
    service = prose.contacts.site.service.get(step.service or "")
    who = f"[{service.name}]({file_link(prose.here, f'layanan/{service.slug}.md')})" if service else f"Sektor {sectors.get(step.who, step.who).lower()}"
    facts = [f"**Siapa:** {who}"]
    if step.deadline:
        facts.append(f"**Paling lambat:** {step.deadline}")
    if step.basis:
        facts.append(f"**Dasar:** {step.basis}{prose.open(''.join(f'{{{{ sumber: {name} }}}}' for name in step.references))}")
    if step.confirm:
        facts.append("**Belum dipastikan:** siapa yang melakukannya di kota ini masih perlu dipastikan kantor")
    others = [numbers[name] for name in step.next if name in numbers]
    if others and others != [number + 1]:
        facts.append(f"**Sesudah ini:** langkah {joined([str(other) for other in others], 'atau')}")
    return body(f"## {number}. {short_title(step)} {{ #langkah-{step.id} }}", prose.one_line(step.what), "\n".join(f"- {fact}" for fact in facts))


def short_title(step: Step) -> str:
    """What a step is called: the words of its id."""
    return step.id.replace("-", " ").capitalize()
