"""Lists of services: all of them, and one page for each way to narrow them that works without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..model import District, Existence, Page, SectorRole, Service
from .contacts import Contacts
from .facets import KNOWN, OPEN, Facet, Value, access_of, facets, filter_bar, hours_of, row_data
from .home import danger_line, danger_line_targets
from .open_now import compact
from .order import LEVEL_NAMES, services_in_order
from .text import body, file_link, hours_sentence, html, in_sentence, link

TRAIL = (("Beranda", ""), ("Layanan", "layanan/"))
ASK_FIRST = "Tanyakan dulu lewat [hotline nasional](../hotline/index.md), atau lewat nomor di halaman layanannya."


def list_pages(contacts: Contacts) -> Iterator[Page]:
    """The index of services, then one page for each value of each facet."""
    found = facets(contacts)
    roles = {role.sector: role for role in contacts.site.organisation.sectors}
    districts = {district.slug: district for district in contacts.site.area.districts}
    yield _index(contacts, found)
    for facet in found:
        for value in facet.values:
            if facet.key == "sektor":
                yield _sector_page(contacts, found, value, roles[value.slug])  # type: ignore[index]
            elif facet.key == "kecamatan":
                yield _district_page(contacts, found, value, districts[value.slug])
            elif facet.key == "kebutuhan":
                yield _need_page(contacts, found, value)
            elif facet.key == "untuk":
                yield _reader_page(contacts, found, value)
            else:
                yield _open_page(contacts, found, value) if value.slug == OPEN else _access_page(contacts, found, value)


def _index(contacts: Contacts, found: tuple[Facet, ...]) -> Page:
    here, site = "layanan/index.md", contacts.site
    sectors = "\n".join(f"<li>{link(here, f'sektor/{role.sector}.md', role.name)} <span>{escape(role.role)}</span></li>" for role in site.organisation.sectors)
    services = services_in_order(site.services)
    return Page(
        path=here, title=f"Layanan di {site.area.name}", kind="indeks", trail=TRAIL[:1],
        description=f"Kantor, rumah sakit, polisi, dan lembaga yang menolong di {site.area.name}.",
        shows=danger_line_targets(contacts),
        body=body(
            danger_line(contacts),
            "Sebagian nomor dan alamat belum dapat kami pastikan. Halaman tiap layanan mengatakan apa yang diketahui, dan siapa yang bisa dihubungi dulu.",
            filter_bar(found, here, len(services)),
            _by_level(contacts, here, services),
            "## Menurut sektor { #sektor }", html('<ul class="daftar">', sectors, "</ul>"),
            "[Jejaring kota: siapa melakukan apa setelah ada laporan](../jejaring.md){ .baris }" if site.pathways else "",
        ),
    )


def _sector_page(contacts: Contacts, found: tuple[Facet, ...], value: Value, role: SectorRole) -> Page:
    acts = any(step.who is role.sector for pathway in contacts.site.pathways for step in pathway.steps)
    return _list_page(contacts, found, value, f"Layanan {role.name.lower()}", role.role, contacts.site.organisation.path,
                      f"[Tugas sektor ini dalam jejaring kota](../jejaring.md#{role.sector})" if acts else "")


def _need_page(contacts: Contacts, found: tuple[Facet, ...], value: Value) -> Page:
    return _list_page(contacts, found, value, f"Layanan: {value.name}", f"Layanan yang menolong dalam hal {in_sentence(value.name)}.",
                      more=f"[Yang bisa Anda lakukan lebih dulu]({file_link(value.path, f'topik/{value.slug}.md')})")


def _reader_page(contacts: Contacts, found: tuple[Facet, ...], value: Value) -> Page:
    return _list_page(contacts, found, value, f"Layanan untuk {in_sentence(value.name)}", f"Layanan untuk {in_sentence(value.name)}, termasuk yang untuk semua orang.")


def _list_page(contacts: Contacts, found: tuple[Facet, ...], value: Value, title: str, about: str, source: str | None = None, more: str = "") -> Page:
    here = value.path
    return Page(
        path=here, title=title, kind="daftar", description=about, trail=TRAIL, source=source,
        shows=danger_line_targets(contacts),
        body=body(danger_line(contacts), about, more, filter_bar(found, here, len(value.services)), _by_level(contacts, here, value.services) or "Belum ada layanan yang tercatat di sini."),
    )


def _district_page(contacts: Contacts, found: tuple[Facet, ...], value: Value, district: District) -> Page:
    here, site = value.path, contacts.site
    inside = [service for service in value.services if service.shown_address and service.shown_address.district == district.name]
    there = {service.slug for service in inside}
    serving = [service for service in value.services if service.slug not in there]
    villages = ", ".join(village.name for village in district.villages)
    return Page(
        path=here, title=f"Kecamatan {district.name}", kind="daftar", trail=TRAIL, source=site.area.path,
        description=f"Layanan di dan untuk Kecamatan {district.name}.",
        shows=danger_line_targets(contacts),
        body=body(
            danger_line(contacts),
            filter_bar(found, here, len(value.services)),
            body("## Di kecamatan ini", service_list(contacts, here, inside)) if inside else "Belum ada alamat layanan di kecamatan ini yang dapat kami pastikan.",
            body("## Melayani kecamatan ini", service_list(contacts, here, serving)) if serving else "",
            f"## Untuk seluruh kota\n\n[Semua layanan](../layanan/index.md) dan [hotline nasional](../hotline/index.md) juga melayani warga Kecamatan {district.name}.",
            f"## Kelurahan\n\n{len(district.villages)} kelurahan: {villages}.",
        ),
    )


def _open_page(contacts: Contacts, found: tuple[Facet, ...], value: Value) -> Page:
    """Hours to compare with one's own watch; a script says beside each whether it is open now."""
    unknown = len(services_in_order(contacts.site.services)) - len(value.services)
    return Page(
        path=value.path, title="Layanan yang sedang buka", kind="daftar", trail=TRAIL, description="Layanan menurut jam bukanya, dalam waktu Indonesia barat (WIB).",
        shows=danger_line_targets(contacts),
        body=body(
            danger_line(contacts),
            "Jam di bawah menurut waktu Indonesia barat (WIB). Tanpa JavaScript halaman ini tidak tahu jam berapa sekarang: cocokkan dengan jam Anda.",
            filter_bar(found, value.path, len(value.services)),
            body("## Jam yang diketahui", service_list(contacts, value.path, value.services, with_hours=True)) if value.services else "Belum ada layanan kota yang jamnya dapat kami pastikan.",
            f"## Jam belum diketahui\n\n{unknown} layanan{' lain' if value.services else ''} belum kami ketahui jamnya. {ASK_FIRST}" if unknown else "",
        ),
    )


def _access_page(contacts: Contacts, found: tuple[Facet, ...], value: Value) -> Page:
    """Only what somebody has checked; what is unknown is counted and never listed as a yes."""
    answers = [access_of(service, value.slug) for service in services_in_order(contacts.site.services)]
    name, no, unknown = in_sentence(KNOWN[value.slug]), answers.count(False), answers.count(None)
    return Page(
        path=value.path, title=f"Layanan: {name}", kind="daftar", trail=TRAIL, description=f"Layanan yang sudah diperiksa: {name}.",
        shows=danger_line_targets(contacts),
        body=body(
            danger_line(contacts),
            f"Hanya layanan yang sudah diperiksa: {name}.",
            filter_bar(found, value.path, len(value.services)),
            body("## Sudah diperiksa", service_list(contacts, value.path, value.services)) if value.services else "Belum ada layanan yang kami ketahui begitu.",
            body("## Yang lain", f"- Belum diketahui: {unknown} layanan.\n- Tidak: {no} layanan.", ASK_FIRST),
        ),
    )


def service_list(contacts: Contacts, here: str, services: Iterable[Service], with_hours: bool = False) -> str:
    """Links with what each service does, whether it is sure to exist, and what a script needs to narrow the list."""
    rows = []
    for service in services:
        unsure = ' <em class="tanda">belum dipastikan</em>' if service.existence is Existence.UNCONFIRMED else ""
        hours = "".join(_hours(contacts, spec) for spec in hours_of(contacts, service)) if with_hours else ""
        rows.append(f"<li{row_data(contacts, service)}>{link(here, f'layanan/{service.slug}.md', service.name)}{unsure} <span>{escape(contacts.plain(service.summary))}</span>{hours}</li>")
    return html('<ul class="daftar saringan">', *rows, "</ul>")


def _hours(contacts: Contacts, spec: str) -> str:
    data = compact(spec, contacts.today, contacts.site.calendar)
    now = f' <span class="buka" data-buka="{data}"></span>' if data else ""
    return f" <span>Jam: {escape(hours_sentence(spec))}{now}</span>"


def _by_level(contacts: Contacts, here: str, services: Iterable[Service]) -> str:
    parts = []
    for level, name in LEVEL_NAMES.items():
        group = [service for service in services if service.level is level]
        if group:
            parts += [f"## {name}", service_list(contacts, here, group)]
    return body(*parts)
