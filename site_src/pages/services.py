"""Local services: by sector, by kecamatan, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import Address, District, Existence, OpenService, Page, SafeHouse, SectorRole, Service
from .contacts import Contacts
from .home import trace_warning
from .hotlines import evidence, first_instead, topic_links
from .order import LEVEL_NAMES, services_in_order
from .prose import Prose
from .rivals import rivals_section
from .text import body, html, joined, link, long_date

TRAIL = (("Beranda", ""), ("Layanan", "layanan/"))
UNKNOWN = "tidak diketahui"
UNKNOWN_PLACE = "Tempatnya dirahasiakan, supaya yang berlindung di sana aman. Hubungi dulu; petugas yang memberi tahu jalannya. Jangan menyebutkannya kepada siapa pun."


def service_pages(contacts: Contacts) -> Iterator[Page]:
    """The index, one page per sector, one per kecamatan, one per service."""
    yield _index(contacts)
    for sector in contacts.site.organisation.sectors:
        yield _sector_page(contacts, sector)
    for district in contacts.site.area.districts:
        yield _district_page(contacts, district)
    for service in contacts.site.services:
        yield _service_page(contacts, service)


def _index(contacts: Contacts) -> Page:
    here = "layanan/index.md"
    site = contacts.site
    sectors = "\n".join(f"<li>{link(here, f'sektor/{role.sector}.md', role.name)} <span>{escape(role.role)}</span></li>" for role in site.organisation.sectors)
    districts = "\n".join(f"<li>{link(here, f'kecamatan/{district.slug}.md', district.name)}</li>" for district in site.area.districts)
    city = [service for service in services_in_order(site.services) if service.sector]
    return Page(
        path=here,
        title=f"Layanan di {site.area.name}",
        kind="indeks",
        description=f"Kantor, rumah sakit, polisi, dan lembaga yang menolong di {site.area.name}.",
        trail=TRAIL[:1],
        body=body(
            "Sebagian nomor dan alamat belum dapat kami pastikan. Halaman tiap layanan mengatakan apa yang diketahui, dan siapa yang bisa dihubungi dulu.",
            "## Menurut sektor { #sektor }", html('<ul class="daftar">', sectors, "</ul>"),
            "[Jejaring kota: siapa melakukan apa setelah ada laporan](../jejaring.md)" if site.pathways else "",
            "## Menurut kecamatan { #kecamatan }", html('<ul class="daftar">', districts, "</ul>"),
            "## Semua layanan", _by_level(contacts, here, city),
        ),
    )


def _sector_page(contacts: Contacts, role: SectorRole) -> Page:
    here = f"sektor/{role.sector}.md"
    services = services_in_order(service for service in contacts.site.services if service.sector is role.sector)
    return Page(
        path=here, title=f"Layanan {role.name.lower()}", kind="daftar", description=role.role, trail=TRAIL, source=contacts.site.organisation.path,
        body=body(role.role, f"[Tugas sektor ini dalam jejaring kota](../jejaring.md#{role.sector})" if any(step.who is role.sector for pathway in contacts.site.pathways for step in pathway.steps) else "",
                  _by_level(contacts, here, services) or "Belum ada layanan yang tercatat di sektor ini."),
    )


def _district_page(contacts: Contacts, district: District) -> Page:
    here = f"kecamatan/{district.slug}.md"
    site = contacts.site
    open_ones = services_in_order(site.services)
    inside = [service for service in open_ones if service.shown_address and service.shown_address.district == district.name]
    there = {service.slug for service in inside}
    serving = [service for service in open_ones if service.slug not in there and isinstance(service, OpenService) and district.name in service.serves]
    villages = ", ".join(village.name for village in district.villages)
    return Page(
        path=here, title=f"Kecamatan {district.name}", kind="daftar", trail=TRAIL, source=site.area.path,
        description=f"Layanan di dan untuk Kecamatan {district.name}.",
        body=body(
            body("## Di kecamatan ini", service_list(contacts, here, inside)) if inside else "Belum ada alamat layanan di kecamatan ini yang dapat kami pastikan.",
            body("## Melayani kecamatan ini", service_list(contacts, here, serving)) if serving else "",
            f"## Untuk seluruh kota\n\n[Semua layanan](../layanan/index.md) dan [hotline nasional](../hotline/index.md) juga melayani warga Kecamatan {district.name}.",
            f"## Kelurahan\n\n{len(district.villages)} kelurahan: {villages}.",
        ),
    )


def _service_page(contacts: Contacts, service: Service) -> Page:
    here = f"layanan/{service.slug}.md"
    prose = Prose(contacts, here)
    prose.carded[contacts.key(service)] = service
    text = prose.open(service.body)
    instead, expired = first_instead(contacts, prose, service), contacts.ledger.is_expired(service)
    closed, secret = service.existence is Existence.CLOSED, isinstance(service, SafeHouse)
    return Page(
        path=here,
        title=service.name,
        kind="layanan",
        description=contacts.plain(service.summary),
        source=service.path,
        trail=TRAIL,
        body=body(
            _existence_note(service),
            prose.one_line(service.summary),
            instead if expired else "",
            "" if closed else html(contacts.card(service, here, with_name=False)),
            "" if expired else instead,
            text,
            "" if closed else body("## Datang ke sini", UNKNOWN_PLACE if secret else _visit(contacts, service)),
            _list("Syarat", service.requirements, prose),
            _list("Yang dibawa", service.bring, prose),
            _numbered("Yang terjadi ketika Anda datang", service.steps, prose),
            trace_warning() if contacts.shown(service) else "",
            topic_links(contacts, here, service.topics),
            "" if secret else evidence(contacts, contacts.shown(service), "Bukti kontak"),
            rivals_section(contacts.ledger, service),
            _loose(prose),
            prose.source_list((), title="Dasar aturan"),
            # A page about a safe house may say where it is.
            "" if secret else body("## Sumber", html('<ul class="sumber-daftar">', contacts.sources(service.sources), "</ul>")),
        ),
        shows=prose.shows(),
    )


def service_list(contacts: Contacts, here: str, services: list[Service]) -> str:
    """Links with what each service does, and whether it is sure to exist."""
    rows = []
    for service in services:
        unsure = ' <em class="tanda">belum dipastikan</em>' if service.existence is Existence.UNCONFIRMED else ""
        rows.append(f"<li>{link(here, f'layanan/{service.slug}.md', service.name)}{unsure} <span>{escape(contacts.plain(service.summary))}</span></li>")
    return html('<ul class="daftar">', *rows, "</ul>")


def _by_level(contacts: Contacts, here: str, services: list[Service]) -> str:
    parts = []
    for level, name in LEVEL_NAMES.items():
        group = [service for service in services if service.level is level]
        if group:
            parts += [f"### {name}" if here == "layanan/index.md" else f"## {name}", service_list(contacts, here, group)]
    return body(*parts)


def _existence_note(service: Service) -> str:
    notes = {
        Existence.CLOSED: "Tempat ini sudah tutup. Jangan datang ke sini.",
        Existence.UNCONFIRMED: "Keberadaan layanan ini belum dapat kami pastikan.",
    }
    note = notes.get(service.existence)
    return html(f'<p class="perhatian">{note}</p>') if note else ""


def _visit(contacts: Contacts, service: Service) -> str:
    address = service.shown_address
    rows = [("Alamat", _address(contacts, address) if address else f"{UNKNOWN}; tanyakan lebih dulu lewat telepon")]
    access = service.access
    for label, known in (("Kursi roda", access and access.wheelchair), ("Juru bahasa isyarat", access and access.sign_language),
                         ("Petugas perempuan", access and access.female_officer), ("Ruang ramah anak", access and access.child_friendly)):
        rows.append((label, UNKNOWN if known is None else ("ada" if known else "tidak ada")))
    return html('<dl class="datang">', *(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows), "</dl>")


def _address(contacts: Contacts, address: Address) -> str:
    place = joined([part for part in (address.street, address.village and f"Kelurahan {address.village}", address.district and f"Kecamatan {address.district}") if part], ",")
    place = place.replace(" , ", ", ").replace(",, ", ", ")
    landmark = f" (dekat {escape(address.landmark)})" if address.landmark else ""
    proof = f"Didatangi petugas {long_date(address.visited)}." if address.visited else "Belum didatangi petugas."
    items = contacts.sources(address.sources).replace("<li>", "").replace("</li>", "").replace("\n", "; ")
    return f'{escape(place)}{landmark}<br><small class="kanal-bukti">{proof} Sumber: {items}</small>'


def _list(title: str, items: tuple[str, ...], prose: Prose) -> str:
    return body(f"## {title}", "\n".join(f"- {prose.one_line(item)}" for item in items)) if items else ""


def _numbered(title: str, items: tuple[str, ...], prose: Prose) -> str:
    return body(f"## {title}", "\n".join(f"{number}. {prose.one_line(item)}" for number, item in enumerate(items, 1))) if items else ""


def _loose(prose: Prose) -> str:
    cards = [prose.card(owner) for owner in prose.loose_mentions()]
    return body("## Nomor di halaman ini", *cards) if cards else ""
