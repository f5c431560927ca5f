"""The city's network: every sector and organisation, with what each one does in the pathways, and what nobody is known to do yet."""

from __future__ import annotations

from collections.abc import Iterator
from ..model import Page, Pathway, SectorRole, Service, Site, Step
from .articles import short_title
from .contacts import Contacts
from .order import services_in_order
from .service_lists import service_list
from .text import body, file_link, in_sentence

PATH = "jejaring.md"
NOBODY = "Kantor harus memastikan siapa yang melakukannya di kota ini."
HOW = "Kantor harus memastikan caranya di kota ini."


def network_pages(contacts: Contacts) -> Iterator[Page]:
    """One page with every sector; none in a city that has no pathway to divide."""
    if not contacts.site.pathways:
        return
    roles = contacts.site.organisation.sectors
    open_steps = sum(step.confirm for pathway in contacts.site.pathways for step in pathway.steps)
    yield Page(
        path=PATH, title="Jejaring kota: siapa melakukan apa", kind="jejaring", trail=(("Beranda", ""), ("Layanan", "layanan/")), source=contacts.site.organisation.path,
        description=f"Tugas tiap sektor dan lembaga di {contacts.site.area.name} setelah ada laporan, langkah demi langkah.",
        body=body(
            "Tidak ada kantor yang menolong sendirian. Di sini Anda melihat tugas tiap sektor dan lembaga. Anda cukup datang ke satu pintu, lalu minta disambungkan.",
            f"{open_steps} langkah belum punya pelaksana yang pasti di kota ini, atau caranya masih perlu dipastikan kantor." if open_steps else "",
            *(_sector(contacts, role) for role in roles),
        ),
    )


def _sector(contacts: Contacts, role: SectorRole) -> str:
    site = contacts.site
    services = services_in_order(service for service in site.services if service.sector is role.sector)
    acting = [service for service in services if steps_of(site, service)]
    rest = [service for service in services if service not in acting]
    unnamed = [(pathway, step) for pathway, step in _steps(site) if step.who is role.sector and not site.service.get(step.service or "")]
    return body(
        f"## {role.name} {{ #{role.sector} }}", role.role,
        *(_acting(contacts, service) for service in acting),
        body(f"### Langkah lain di sektor {role.name.lower()}", _rows(contacts, unnamed)) if unnamed else "",
        body(f"### Lembaga lain di sektor {role.name.lower()}", service_list(contacts, PATH, rest)) if rest else "",
    )


def steps_of(site: Site, service: Service) -> list[tuple[Pathway, Step]]:
    """What a service does, in the order of the pathways."""
    return [(pathway, step) for pathway, step in _steps(site) if step.service == service.slug]


def _acting(contacts: Contacts, service: Service) -> str:
    named = f"[{service.name}]({file_link(PATH, f'layanan/{service.slug}.md')}). {contacts.plain(service.summary)}"
    return body(f"### {getattr(service, 'short_name', None) or service.name}", named, _rows(contacts, steps_of(contacts.site, service)))


def _rows(contacts: Contacts, steps: list[tuple[Pathway, Step]]) -> str:
    """One row for each kind of step: what is done, and in which needs, by when."""
    kinds: dict[tuple[str, bool, bool], list[tuple[Pathway, Step]]] = {}
    for pathway, step in steps:
        kinds.setdefault((short_title(step), step.confirm, bool(step.service)), []).append((pathway, step))
    return "\n".join(_row(contacts, kind, group) for kind, group in kinds.items())


def _row(contacts: Contacts, kind: tuple[str, bool, bool], group: list[tuple[Pathway, Step]]) -> str:
    title, unsure, named = kind
    mark = f' <em class="tanda">{HOW if named else NOBODY}</em>' if unsure else ""
    return f"- **{title}:** {'; '.join(_where(contacts, pathway, step) for pathway, step in group)}.{mark}"


def _where(contacts: Contacts, pathway: Pathway, step: Step) -> str:
    need = contacts.site.topic.get(pathway.topics[0])
    due = f" (paling lambat {step.deadline})" if step.deadline else ""
    return f"[{in_sentence(need.name if need else pathway.name)}]({file_link(PATH, f'alur/{pathway.slug}.md')}#langkah-{step.id}){due}"


def _steps(site: Site) -> Iterator[tuple[Pathway, Step]]:
    for pathway in sorted(site.pathways, key=lambda pathway: pathway.name.casefold()):
        yield from ((pathway, step) for step in pathway.steps)

