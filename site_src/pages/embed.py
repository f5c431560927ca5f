"""The numbers as a frame for the sites of schools and offices: one page to show, one that says how."""

from __future__ import annotations

from ..model import Hotline, Page
from .contacts import Contacts
from .home import button_target, urgent_hotlines
from .order import hotlines_in_order
from .standing import standing_sentence
from .text import body, html, link_list

HOW, FRAME = "sematkan/index.md", "sematkan/isi/index.md"
MANY = 8
"""Lines in the frame: what fits on two screens of a phone."""


def embed_pages(contacts: Contacts) -> list[Page]:
    """The page with the snippet, and the page it shows. Only the second may stand in a frame of another site; servers say so by its address."""
    return [_how(), _frame(contacts)]


def _how() -> Page:
    return Page(
        path=HOW, title="Sematkan nomor di situs Anda", kind="sematkan", trail=(("Beranda", ""), ("Tentang", "tentang/")),
        description="Potongan kode untuk situs sekolah dan kantor: nomor yang bisa dihubungi, dengan tombol keluar.",
        body=body(
            "Sekolah, kantor, dan komunitas boleh menampilkan nomor-nomor ini di situsnya. Salin potongan di bawah ke halaman Anda. Nomornya ikut diperbarui sendiri.",
            "Isinya kurang dari 14 kB, bekerja tanpa JavaScript, muat di lebar 280 piksel, dan tidak memasang kuki. Tombol “Keluar cepat” di dalamnya mengganti seluruh halaman Anda.",
            link_list(HOW, [(FRAME, "Lihat isinya dulu")]),
        ),
    )


def _frame(contacts: Contacts) -> Page:
    urgent = urgent_hotlines(contacts)
    others = [hotline for hotline in hotlines_in_order(contacts.ledger) if contacts.button(hotline) and hotline not in urgent]
    lines = [*urgent, *others][:MANY]
    return Page(
        path=FRAME, title="Informasi warga", kind="sisipan", meta={"noindex": True},
        description="Nomor yang bisa dihubungi.",
        body=body("Menelepon meninggalkan jejak di ponsel, dan kadang di tagihan.", *(_line(contacts, hotline) for hotline in lines)),
        shows=frozenset(target for hotline in lines for target in button_target(contacts, hotline)),
    )


def _line(contacts: Contacts, hotline: Hotline) -> str:
    channel = next(channel for channel in contacts.shown(hotline) if channel.href in button_target(contacts, hotline))
    return html(f'<p class="sisipan-nomor">{contacts.button(hotline)} <small>{standing_sentence(contacts.ledger, channel)}.</small></p>')
