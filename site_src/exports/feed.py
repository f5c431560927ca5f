"""``kabar.xml``: the news as an Atom feed (RFC 4287) that works at any address and from a folder on a stick."""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..model import FEED, Ledger, News
from ..pages.contacts import Contacts

ATOM = "http://www.w3.org/2005/Atom"


def news_feed(ledger: Ledger) -> dict[str, bytes]:
    """The feed by its path, newest first; empty while there is no news. Addresses are relative, ids depend on the site's name and the entry's file."""
    site = ledger.site
    news = sorted(site.news, key=lambda item: (item.day, item.slug), reverse=True)
    if not news:
        return {}
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    _text(feed, "title", f"Kabar: {site.organisation.site_name}")
    _text(feed, "id", _id(site.organisation.site_name, ""))
    _text(feed, "updated", _moment(max(item.reviewed.day for item in news)))
    SubElement(feed, "link", {"rel": "self", "href": FEED, "type": "application/atom+xml"})
    SubElement(feed, "link", {"rel": "alternate", "href": "kabar/", "type": "text/html"})
    _text(SubElement(feed, "author"), "name", site.organisation.owner)
    _text(feed, "rights", site.organisation.licence)
    for item in news:
        _entry(feed, item, ledger)
    indent(feed)
    return {FEED: tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"}


def _entry(feed: Element, item: News, ledger: Ledger) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "title", item.name)
    _text(entry, "id", _id(ledger.site.organisation.site_name, item.slug))
    _text(entry, "updated", _moment(item.reviewed.day))
    SubElement(entry, "link", {"rel": "alternate", "href": f"kabar/{item.slug}/", "type": "text/html"})
    _text(entry, "summary", Contacts(ledger.site, ledger.today, ledger.edition).plain(item.summary))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _id(site_name: str, slug: str) -> str:
    return uuid5(NAMESPACE_URL, f"{site_name}/kabar/{slug}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
