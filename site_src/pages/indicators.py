"""The child-friendly city: each indicator with the pages and services that belong to it, and with what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..model import Indicator, Page
from .contacts import Contacts
from .prose import Prose
from .text import body, link_list

PATH = "kota-layak-anak.md"
NOTHING = "Situs ini belum punya halaman atau layanan untuk indikator ini."


def indicator_pages(contacts: Contacts) -> Iterator[Page]:
    """One page with all indicators; none in a city that lists none."""
    indicators = sorted(contacts.site.indicators, key=lambda indicator: indicator.number)
    if not indicators:
        return
    prose = Prose(contacts, PATH)
    open_ones = [indicator for indicator in indicators if indicator.confirm]
    bare = [indicator for indicator in indicators if not links(contacts, indicator)]
    said = (f"Penilaian Kota Layak Anak memakai {len(indicators)} indikator{prose.open('{{ sumber: ' + indicators[0].references[0] + ' }}')}. "
            "Halaman ini menunjukkan apa yang sudah ada di situs ini untuk tiap indikator, dan apa yang belum.")
    counted = f"{len(bare)} indikator belum punya halaman atau layanan di sini. Teks {len(open_ones)} indikator masih perlu dicocokkan kantor dengan naskah resminya."
    parts = [body(f"## {part}", *(_indicator(contacts, prose, indicator) for indicator in group)) for part, group in groupby(indicators, key=lambda indicator: indicator.part)]
    yield Page(path=PATH, title="Kota Layak Anak", kind="kla", source="content/kla.yaml", trail=(("Beranda", ""),),
               description="Indikator Kota Layak Anak: halaman, layanan, dan celah untuk masing-masing.",
               body=body(said, counted, *parts, prose.source_list(())), shows=prose.shows())


def links(contacts: Contacts, indicator: Indicator) -> list[tuple[str, str]]:
    """``(file of the staged tree, text)`` of everything that belongs to an indicator: needs, pages, pathways, services."""
    site = contacts.site
    found = [(f"topik/{slug}.md", site.topic[slug].name) for slug in indicator.topics if slug in site.topic]
    found += [(f"{name}.md", site.originals[name].name) for name in indicator.articles if name in site.originals]  # type: ignore[attr-defined]
    found += [(f"alur/{slug}.md", site.pathway[slug].name) for slug in indicator.pathways if slug in site.pathway]
    return found + [(f"layanan/{slug}.md", site.service[slug].name) for slug in indicator.services if slug in site.service]


def _indicator(contacts: Contacts, prose: Prose, indicator: Indicator) -> str:
    marks = "".join(prose.open(f"{{{{ sumber: {name} }}}}") for name in indicator.references)
    rows = links(contacts, indicator)
    return body(
        f"### {indicator.number}. {indicator.name}",
        f"**Belum dipastikan:** teks indikator ini perlu dicocokkan kantor dengan naskah resmi.{marks}" if indicator.confirm else f"Teks indikator ini menurut sumber yang kami baca.{marks}",
        link_list(PATH, rows) if rows else NOTHING,
        f"**Celah:** {prose.one_line(indicator.gap)}" if indicator.gap else "",
    )
