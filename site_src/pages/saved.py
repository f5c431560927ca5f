"""A copy on the phone, only for who asks: one page that says what stays there and who may see it, and one that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import NUMBERED, Channel, ChannelKind, Hotline, Page, Topic
from .contacts import KIND_NAMES, Contacts
from .freshness import again, sentence
from .order import hotlines_in_order, topics_in_order
from .standing import standing_sentence
from .text import body, html

ASK, KEPT = "simpan/index.md", "simpan/isi/index.md"


def saved_pages(contacts: Contacts) -> list[Page]:
    """The page that asks, and the page that is kept; a worker may be installed by the first alone, and serves the second alone."""
    return [_ask(contacts), _kept(contacts)]


def _ask(contacts: Contacts) -> Page:
    return Page(
        path=ASK, title="Simpan di ponsel", kind="simpan", trail=(("Beranda", ""), ("Tentang", "tentang/")),
        description="Halaman yang bisa dibuka tanpa sinyal, hanya bila Anda memintanya.",
        body=body(
            "Anda bisa menyimpan satu halaman bernama “Catatan” di peramban ini. Isinya nomor-nomor dan apa yang dilakukan lebih dulu. Halaman itu terbuka tanpa sinyal.",
            "## Baca dulu\n\n"
            "- **Yang tersimpan:** halaman “Catatan” dan tampilannya. Pencarian dan halaman yang Anda baca tidak ikut tersimpan.\n"
            "- **Yang bisa melihatnya:** siapa pun yang membuka peramban di ponsel ini. Nama situs ini juga tampak di setelan peramban, di bagian data situs.\n"
            "- **Yang tidak ikut:** ponsel lain, kecuali cadangan atau akun peramban menyalinnya.\n"
            "- Bila ponsel Anda diperiksa orang, jangan simpan. Hafalkan satu nomor saja.",
            f"Sekarang salinannya berbunyi: {sentence(contacts.ledger)} Setiap kali dibuka dengan sinyal, salinan itu diperbarui. Sesudah tanggal itu, halamannya sendiri mengatakan bahwa ia sudah lewat masa.",
            html('<p id="simpan" class="simpan" data-pekerja="isi/kerja.js" data-lingkup="isi/">Tombol untuk menyimpan perlu JavaScript. Tanpa itu tidak ada yang tersimpan.</p>'),
            "[Lihat dulu halaman “Catatan”](isi/index.md){ .baris }",
            "## Menghapusnya\n\nTekan “Hapus dari ponsel” di sini atau di halaman “Catatan”: sekali tekan, semuanya hilang. Riwayat peramban tidak ikut terhapus.",
        ),
    )


def _kept(contacts: Contacts) -> Page:
    ledger = contacts.ledger
    lines = [hotline for hotline in hotlines_in_order(ledger) if _numbers(contacts, hotline)]
    return Page(
        path=KEPT, title="Catatan", kind="simpanan", meta={"noindex": True}, description="Catatan.",
        body=body(
            html(f'<p class="salinan" data-sampai="{again(ledger).isoformat()}">{sentence(ledger)}</p>'),
            *(_line(contacts, hotline) for hotline in lines),
            *_needs(contacts),
            html('<p id="simpan" class="simpan" data-pekerja="kerja.js" data-lingkup="./"></p>'),
        ),
        shows=frozenset(channel.href for hotline in lines for channel in _numbers(contacts, hotline) if channel.href),
    )


def _numbers(contacts: Contacts, hotline: Hotline) -> list[Channel]:
    return [channel for channel in contacts.shown(hotline) if channel.kind in NUMBERED and channel.href]


def _line(contacts: Contacts, hotline: Hotline) -> str:
    """A line with all its numbers; each with its evidence and the age of the copy."""
    rows = []
    for number, channel in enumerate(_numbers(contacts, hotline)):
        then = f", lalu tekan {escape(channel.extension)}" if channel.extension else ""
        tap = contacts.button(hotline) if channel.kind is ChannelKind.PHONE and not number else f'<a href="{escape(channel.href or "")}" rel="nofollow noreferrer">{escape(hotline.name)}: {KIND_NAMES[channel.kind]} <b>{escape(channel.number or "")}</b>{then}</a>'
        rows.append(f"{tap} <small>{escape(standing_sentence(contacts.ledger, channel))}. {sentence(contacts.ledger, [channel])}</small>")
    return html('<div class="sisipan-nomor">', *(f"<p>{row}</p>" for row in rows), "</div>")


def _needs(contacts: Contacts) -> Iterator[str]:
    for topic in topics_in_order(contacts.site.topics):
        yield html(f"<details><summary>{escape(topic.saying)}</summary>", f"<p>{contacts.opened(topic.urgent, KEPT, alone=True)}</p>", "</details>")

