"""Local services: one page each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import Address, Existence, OpenService, Page, Point, SafeHouse, Service
from .contacts import Contacts
from .home import trace_warning
from .hotlines import evidence, first_instead, topic_links
from .prose import Prose
from .rivals import rivals_section
from .service_lists import TRAIL, list_pages
from .text import body, folded, html, joined, long_date

UNKNOWN_PLACE = "Tempatnya dirahasiakan, supaya yang berlindung di sana aman. Hubungi dulu; petugas yang memberi tahu jalannya. Jangan menyebutkannya kepada siapa pun."


def service_pages(contacts: Contacts) -> Iterator[Page]:
    """The lists, then one page for each service."""
    yield from list_pages(contacts)
    for service in contacts.site.services:
        yield _service_page(contacts, service)


def _service_page(contacts: Contacts, service: Service) -> Page:
    here = f"layanan/{service.slug}.md"
    prose = Prose(contacts, here)
    prose.carded[contacts.key(service)] = service
    text = prose.open(service.body)
    instead, expired = first_instead(contacts, prose, service), contacts.ledger.is_expired(service)
    # Whom to call instead must not wait below the first screen of a phone.
    silent = not contacts.shown(service)
    closed, secret = service.existence is Existence.CLOSED, isinstance(service, SafeHouse)
    card = "" if closed else html(contacts.card(service, here, with_name=False))
    return Page(
        path=here,
        title=service.name,
        kind="layanan",
        description=contacts.plain(service.summary),
        source=service.path,
        trail=TRAIL,
        body=body(
            _existence_note(service),
            _danger_first(contacts, service),
            card if silent else "",
            prose.one_line(service.summary),
            instead if expired else "",
            "" if silent else card,
            "" if expired else instead,
            text,
            "" if closed else body("## Datang ke sini" if service.shown_address else "## Sebelum datang", UNKNOWN_PLACE if secret else _visit(contacts, service)),
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


def _existence_note(service: Service) -> str:
    notes = {
        Existence.CLOSED: "Tempat ini sudah tutup. Jangan datang ke sini.",
        Existence.UNCONFIRMED: "Keberadaan layanan ini belum dapat kami pastikan.",
    }
    note = notes.get(service.existence)
    return html(f'<p class="perhatian">{note}</p>') if note else ""


def _danger_first(contacts: Contacts, service: Service) -> str:
    """The number for danger, before the number of an office that may not answer at night; whom to call instead of a place that is closed."""
    if service.existence is Existence.CLOSED:
        others = [hotline for hotline in contacts.substitutes(service) if contacts.button(hotline)][:2]
        return html("<p>Hubungi dulu:</p>", contacts.buttons(others)) if others else ""
    if not contacts.shown(service) or contacts.ledger.is_expired(service):
        return ""
    urgent = [hotline for hotline in contacts.substitutes(service) if hotline.emergency and contacts.button(hotline)][:1]
    return html("<p>Bila keadaannya gawat sekarang, telepon ini dulu:</p>", contacts.buttons(urgent)) if urgent else ""


def _visit(contacts: Contacts, service: Service) -> str:
    address = service.shown_address
    rows, open_ = [("Alamat", _address(contacts, address))] if address else [], []
    if isinstance(service, OpenService) and service.shown_point:
        rows.append(("Peta", _map(service.shown_point)))
    access = service.access
    for label, known in (("Kursi roda", access and access.wheelchair), ("Juru bahasa isyarat", access and access.sign_language),
                         ("Petugas perempuan", access and access.female_officer), ("Ruang ramah anak", access and access.child_friendly)):
        if known is None:
            open_.append(label)
        else:
            rows.append((label, "ada" if known else "tidak ada"))
    return body(
        "" if address else "Alamatnya belum kami ketahui. Tanyakan dulu lewat nomor di halaman ini, lalu berangkat.",
        html('<dl class="datang">', *(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows), "</dl>") if rows else "",
        folded(f"Yang belum kami ketahui ({len(open_)})", "<ul>", *(f"<li>{label}</li>" for label in open_), "</ul>") if open_ else "",
    )


def _map(point: Point) -> str:
    """A link that the phone's own map opens. This site asks no map service for anything."""
    return f'<a href="{point.geo}" target="_top">Buka di aplikasi peta ponsel</a><br><small class="kanal-bukti">Aplikasi peta dapat mencatat tempat yang Anda buka.</small>'


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
