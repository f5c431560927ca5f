"""Ways to narrow the list of services: by need, kecamatan, sector, reader, and by what is known of hours and access. Each value has a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from ..model import Access, Audience, OpenService, Service
from .contacts import Contacts
from .open_now import compact
from .order import AUDIENCE_NAMES, services_in_order, topics_in_order
from .text import html, link

OPEN, STEP_FREE, FEMALE = "buka", "kursi-roda", "petugas-perempuan"
KNOWN = {OPEN: "Sedang buka", STEP_FREE: "Bisa dengan kursi roda", FEMALE: "Ada petugas perempuan"}
"""Facets that are true, false or unknown; only what is known to be true counts."""


@dataclass(frozen=True)
class Value:
    """One choice: its ``slug`` in addresses and rows, its page, and the services it leaves, in the order readers see them."""

    slug: str
    name: str
    path: str
    services: tuple[Service, ...]


@dataclass(frozen=True)
class Facet:
    """One way to narrow, by the ``key`` that rows and the script know."""

    key: str
    name: str
    values: tuple[Value, ...]


def facets(contacts: Contacts) -> tuple[Facet, ...]:
    """Every facet with all its values; a need or reader that no service is for is left out."""
    site, listed = contacts.site, services_in_order(contacts.site.services)

    def of(prefix: str, names: Iterable[tuple[str, str]], told: Callable[[Service], Iterable[str]]) -> tuple[Value, ...]:
        said = {service.slug: frozenset(told(service)) for service in listed}
        return tuple(Value(slug, name, f"{prefix}/{slug}.md", tuple(service for service in listed if slug in said[service.slug])) for slug, name in names)

    needs = of("saring/kebutuhan", ((topic.slug, topic.name) for topic in topics_in_order(site.topics)), lambda service: needs_of(contacts, service))
    named = {reader for service in listed for reader in service.audiences} - {Audience.ANYONE}
    return (
        Facet("kebutuhan", "Kebutuhan", tuple(value for value in needs if value.services)),
        Facet("kecamatan", "Kecamatan", of("kecamatan", ((district.slug, district.name) for district in site.area.districts), lambda service: districts_of(contacts, service))),
        Facet("sektor", "Sektor", of("sektor", ((role.sector, role.name) for role in site.organisation.sectors), lambda service: [service.sector])),
        Facet("untuk", "Untuk siapa", of("saring/untuk", ((reader, name) for reader, name in AUDIENCE_NAMES.items() if reader in named),
                                         lambda service: named if Audience.ANYONE in service.audiences else service.audiences)),
        Facet("ya", "Yang diketahui", of("saring", KNOWN.items(), lambda service: known_of(contacts, service))),
    )


def needs_of(contacts: Contacts, service: Service) -> list[str]:
    """Needs a service names, and needs that name it."""
    return list(dict.fromkeys([*service.topics, *(topic.slug for topic in contacts.site.topics if service.slug in topic.services)]))


def districts_of(contacts: Contacts, service: Service) -> list[str]:
    """Kecamatan a service stands in or names as its own. What serves the whole city names none."""
    address = service.shown_address
    named = {*(service.serves if isinstance(service, OpenService) else ()), *([address.district] if address else [])}
    return [district.slug for district in contacts.site.area.districts if district.name in named]


def access_of(service: Service, key: str) -> bool | None:
    """What is known of one kind of access; ``None`` while nobody has checked."""
    access = service.access or Access()
    return access.wheelchair if key == STEP_FREE else access.female_officer


def hours_of(contacts: Contacts, service: Service) -> list[str]:
    """The hours of the place and of every channel shown, each once."""
    return list(dict.fromkeys(hours.spec for hours in (service.hours, *(channel.hours for channel in contacts.shown(service))) if hours))


def filter_bar(found: Iterable[Facet], here: str, count: int) -> str:
    """Links to the page of each value, which a script turns into a form; and how many services stand on this page."""
    groups = []
    for facet in found:
        links = [f"<li>{link(here, value.path, value.name, **{'data-v': value.slug}).replace('</a>', _count(value))}</li>" for value in facet.values]
        groups.append(html(f'<p>{facet.name}</p>\n<ul data-saring="{facet.key}">', *links, "</ul>"))
    return html('<details class="saring"><summary>Saring daftar layanan</summary>', '<nav class="saring-isi" aria-label="Saring layanan">', *groups, "</nav>", "</details>",
                f'<p class="saring-hasil" role="status">{count} layanan.</p>')


def row_data(contacts: Contacts, service: Service) -> str:
    """What a script needs to judge a row, as attributes; what is unknown is not there."""
    known = {key: access_of(service, key) for key in (STEP_FREE, FEMALE)}
    found = {
        "kebutuhan": needs_of(contacts, service), "kecamatan": districts_of(contacts, service), "sektor": [service.sector], "untuk": service.audiences,
        "ya": [key for key, value in known.items() if value is True], "tidak": [key for key, value in known.items() if value is False],
    }
    hours = "|".join(filter(None, (compact(spec, contacts.today, contacts.site.calendar) for spec in hours_of(contacts, service))))
    return "".join(f' data-{key}="{escape(" ".join(values))}"' for key, values in found.items() if values) + (f' data-jam="{hours}"' if hours else "")


def known_of(contacts: Contacts, service: Service) -> list[str]:
    """What is known to be true of a service; of its hours only that somebody knows them."""
    return [*([OPEN] if hours_of(contacts, service) else []), *(key for key in (STEP_FREE, FEMALE) if access_of(service, key))]


def _count(value: Value) -> str:
    return "</a>" if value.slug == OPEN else f" <span>({len(value.services)})</span></a>"
