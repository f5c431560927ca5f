"""The whole site map: a Site in, every page out, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Edition, Ledger, Page, Site, for_readers
from .about import about_pages
from .articles import guide_pages, pathway_pages, prevention_pages
from .contacts import Contacts
from .desk import coverage_page
from .fault import fault_page
from .embed import embed_pages
from .home import emergency_page, home_page, not_found_page
from .hotlines import hotline_pages
from .indexes import index_of_everything, term_page
from .indicators import indicator_pages
from .languages import language_pages, with_other_languages
from .letters import lettered
from .network import network_pages
from .news import news_pages
from .saved import saved_pages
from .services import service_pages
from .shell import shell_page
from .sharing import with_sharing
from .short import short_pages
from .sources import sources_page
from .tables import with_named_tables
from .topics import topic_pages


def pages(site: Site, today: date, edition: Edition = Edition.PREVIEW) -> Iterator[Page]:
    """Every page of the site. ``today`` decides what is still fresh, ``edition`` what may be seen; nothing is read or written."""
    contacts = Contacts(for_readers(Ledger(site, today, edition)), today, edition)
    yield from lettered(with_named_tables(with_sharing(with_other_languages(_all(contacts), site), contacts)))


def _all(contacts: Contacts) -> Iterator[Page]:
    yield home_page(contacts)
    yield emergency_page(contacts)
    yield from topic_pages(contacts)
    yield from hotline_pages(contacts)
    yield from service_pages(contacts)
    yield from prevention_pages(contacts)
    yield from guide_pages(contacts)
    yield from pathway_pages(contacts)
    yield from network_pages(contacts)
    yield from news_pages(contacts)
    yield from indicator_pages(contacts)
    yield from language_pages(contacts)
    yield term_page(contacts)
    yield index_of_everything(contacts)
    yield from about_pages(contacts)
    yield sources_page(contacts)
    yield fault_page(contacts)
    yield coverage_page(contacts)
    yield from embed_pages(contacts)
    yield from saved_pages(contacts)
    yield shell_page(contacts)
    yield from short_pages(contacts)
    yield not_found_page(contacts)
