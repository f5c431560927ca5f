"""Where a reader says that the site is wrong: an office to call or visit, no form and no mail, so that nothing of the reader is left behind."""

from __future__ import annotations

from ..model import ChannelKind, Page
from .contacts import Contacts
from .text import body, file_link, html

PATH = "tentang/kesalahan.md"
WAYS = (ChannelKind.PHONE, ChannelKind.VISIT)
"""Without a written message: mail and chat stay on both telephones."""


def fault_page(contacts: Contacts) -> Page:
    """The page that the foot of every page leads to. Which office it names, and by which number, comes from the records."""
    site = contacts.site
    owner = site.service[site.organisation.owner_service]
    urgent = next((hotline for hotline in site.hotlines if hotline.emergency and contacts.shown(hotline)), None)
    office = owner.model_copy(update={"channels": tuple(channel for channel in owner.channels if channel.kind in WAYS)})
    shown = contacts.shown(office)
    return Page(
        path=PATH, title="Laporkan kesalahan", kind="tentang", trail=(("Beranda", ""), ("Tentang", "tentang/")), source=site.organisation.path,
        description="Nomor, alamat, atau kalimat di situs ini salah? Begini cara memberi tahu kami.",
        body=body(
            "Nomor mati? Alamat atau jam salah? Ada kalimat yang keliru atau menyakiti? Beri tahu kantor yang mengelola situs ini.",
            html('<p class="perhatian"><strong>Halaman ini bukan untuk melaporkan kekerasan.</strong> Jangan ceritakan kasus di sini: jangan sebut nama, alamat, sekolah, atau nomor siapa pun.</p>'),
            (f"Bila Anda atau orang lain dalam bahaya, hubungi {contacts.mention(urgent, PATH)}. " if urgent else "")
            + f"Untuk bercerita atau melapor, pilih [hotline]({file_link(PATH, 'hotline/index.md')}).",
            f"## Kantor yang memperbaiki\n\n{_how(contacts, any(channel.kind is ChannelKind.PHONE for channel in shown))}",
            contacts.card(office, PATH) if shown else "",
            "## Yang perlu Anda katakan\n\n- Halaman mana: bacakan judulnya.\n- Apa yang keliru.\n- Apa yang benar, bila Anda tahu, dan dari mana.\n\n"
            "Anda tidak perlu menyebut nama atau alasan. Anda tidak perlu mengirim pesan tertulis.",
            "## Yang tersisa setelah menelepon\n\nTelepon tercatat di ponsel, dan kadang di tagihan. Bila ada yang memeriksa ponsel Anda, pakai telepon orang lain, atau datang.",
            "## Untuk petugas dan mitra\n\nPakai tautan “Formulir petugas” di bawah halaman yang salah. Formulir itu ada di GitHub, perlu akun, dan terbuka untuk umum: jangan menulis tentang kasus.",
        ),
        shows=frozenset(channel.href for channel in shown if channel.href),
    )


def _how(contacts: Contacts, has_number: bool) -> str:
    """What to do with the card below: call, come, or both; or that neither is known yet."""
    service = contacts.site.service[contacts.site.organisation.owner_service]
    address = service.shown_address
    page = f"[Halaman kantor ini]({file_link(PATH, contacts.path(service))})"
    name = contacts.site.organisation.owner_short
    if has_number:
        return f"Telepon {name} di jam kerja{', atau datang' if address else ''}. {page} menyebut apa yang kami ketahui tentang alamat dan jamnya."
    if address:
        return f"Datang ke {name} di jam kerja. {page} menyebut alamatnya. Nomornya belum kami ketahui."
    return (f"Kantornya: {name}. Nomor dan alamatnya belum dapat kami pastikan. {page} memuatnya begitu sudah pasti. "
            f"Sementara itu, titipkan lewat petugas [layanan lain]({file_link(PATH, 'layanan/index.md')}) yang Anda temui. Jangan memakai nomor darurat untuk ini.")
