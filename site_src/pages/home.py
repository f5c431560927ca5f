"""The first screen: danger now, then what happened and to whom, then search, then services nearby."""

from __future__ import annotations

from html import escape

from ..model import ChannelKind, Hotline, Page, Topic
from .contacts import Contacts
from .order import GROUP_NAMES, WHOM_NAMES, hotlines_in_order, topics_in_order
from .prose import Prose
from .text import body, file_link, html, in_header, joined, link, link_list

WATCHED = html(
    '<details class="diawasi">', "<summary>Ponsel Anda diawasi? Baca ini</summary>",
    "<p>“Keluar cepat” mengganti halaman di layar. Yang tetap terlihat: riwayat peramban, nama situs di alat wifi, akun yang tersambung ke ponsel lain, "
    "aplikasi waktu layar, daftar panggilan dan tagihan telepon, SMS, dan obrolan. Riwayat yang mendadak kosong juga bisa dicurigai.</p>",
    '<p><a href="tentang/privasi/">Yang bisa dan tidak bisa disembunyikan, dan mode senyap</a></p>', "</details>")
"""The honest words beside the first exit: what it does not hide."""
SEARCH_HERE = '<div id="cari" class="cari-di-sini"></div>'
"""Where the frame puts the search box on the home page; every other page ends with it. Its anchor stands here, too: an engine looks for it before the frame has come."""


def home_page(contacts: Contacts) -> Page:
    """Numbers first; then needs in plain words, for me, for a child, for somebody else; then search; then services nearby."""
    here, organisation, area = "index.md", contacts.site.organisation, contacts.site.area
    first = urgent_hotlines(contacts)[:3]
    return Page(
        path=here,
        title=organisation.site_name,
        heading=in_header(organisation.site_name),
        kind="beranda",
        description=organisation.site_summary,
        shows=frozenset(target for hotline in first for target in button_target(contacts, hotline)),
        body=body(
            danger_box(contacts, here, first, "Dalam bahaya sekarang?"),
            WATCHED,
            f"{organisation.site_summary}",
            "## Apa yang terjadi?",
            "Pilih siapa yang mengalaminya, lalu yang paling dekat. Anda tidak harus yakin dulu.",
            needs_by_person(contacts, here),
            SEARCH_HERE,
            "## Layanan di dekat Anda",
            f"Pilih kecamatan di {area.name}. Situs ini tidak meminta lokasi ponsel Anda.",
            html('<nav class="huruf" aria-label="Kecamatan">', *(link(here, f"kecamatan/{district.slug}.md", district.name) for district in area.districts), "</nav>"),
            link_list(here, [("layanan/index.md", "Semua layanan, menurut kebutuhan, sektor, dan lainnya"), ("hotline/index.md", "Semua hotline nasional")]),
            "## Mencegah dan menolong",
            link_list(here, [
                ("pencegahan/index.md", "Pencegahan: untuk orang tua, guru, remaja, tetangga"),
                ("panduan/index.md", "Panduan: menjelajah aman, menyimpan bukti, melapor"),
                ("alur/index.md", "Alur: siapa melakukan apa setelah Anda melapor"),
                ("a-z.md", "Indeks A–Z: semua halaman"),
                *([("kota-layak-anak.md", "Kota Layak Anak: yang sudah ada dan yang belum")] if contacts.site.indicators else []),
                *([("kabar/index.md", "Kabar: yang terjadi di jaringan kota ini")] if contacts.site.news else []),
            ]),
        ),
    )


def emergency_page(contacts: Contacts) -> Page:
    """All lines for danger now, with what to say."""
    here = "darurat.md"
    prose = Prose(contacts, here)
    urgent = urgent_hotlines(contacts)
    cards = [prose.card(hotline, whole=True) for hotline in urgent]
    return Page(
        path=here,
        title="Darurat: hubungi sekarang",
        kind="darurat",
        description="Nomor yang bisa dihubungi sekarang juga, dan apa yang dikatakan.",
        trail=(("Beranda", ""),),
        body=body(
            danger_box(contacts, here, urgent[:3], "Telepon sekarang"),
            "## Kalau Anda bisa bicara\n\nKatakan tiga hal, singkat saja:\n\n"
            "1. Di mana Anda: nama jalan, kelurahan, atau patokan.\n2. Apa yang terjadi sekarang.\n3. Apakah ada yang terluka, dan apakah ada anak.",
            "## Kalau Anda tidak bisa bicara\n\n- Pergi ke tempat yang ada orang lain: tetangga, warung, masjid, pos ronda.\n"
            "- Minta orang lain menelepon untuk Anda.\n" + _writing(contacts, here) + "- Jauhi dapur, kamar mandi, dan ruang tanpa pintu keluar.",
            "## Setelah Anda aman\n\n"
            + link_list(here, [("topik/cara-melapor.md", "Cara melapor"), ("panduan/menyimpan-bukti.md", "Menyimpan bukti"), ("topik/rumah-aman.md", "Tempat berlindung")])
            if {"cara-melapor", "rumah-aman"} <= contacts.site.topic.keys() and any(guide.slug == "menyimpan-bukti" for guide in contacts.site.guides)
            else "",
            "## Tentang semua nomor ini",
            trace_warning(),
            *cards,
        ),
        shows=prose.shows(),
    )


def _writing(contacts: Contacts, here: str) -> str:
    """The way that needs no voice: hotlines for danger that take a written message, each with the number to write to."""
    known = [f"[{hotline.name}]({file_link(here, f'hotline/{hotline.id}.md')}) ([{channel.number}]({channel.href}))" for hotline in urgent_hotlines(contacts)
             for channel in contacts.shown(hotline) if channel.kind is ChannelKind.WHATSAPP]
    return f"- Bila lebih aman menulis, kirim pesan WhatsApp ke {joined(known, 'atau')}.\n" if known else ""


def not_found_page(contacts: Contacts) -> Page:
    """A dead end that still offers help. Built as ``404/`` and moved to ``404.html`` after the engine has run."""
    here = "404.md"
    first = urgent_hotlines(contacts)[:3]
    return Page(
        path=here,
        title="Halaman ini tidak ada",
        kind="tidak-ada",
        description="Alamat ini tidak ada. Bantuan tetap ada.",
        body=body(
            "Mungkin alamatnya salah ketik atau halamannya sudah pindah. Bantuan tetap ada.",
            danger_box(contacts, here, first, "Perlu bantuan sekarang?"),
            link_list(here, [("index.md", "Beranda"), ("hotline/index.md", "Semua hotline"), ("a-z.md", "Indeks A–Z: semua halaman")]),
        ),
        shows=frozenset(target for hotline in first for target in button_target(contacts, hotline)),
    )


def urgent_hotlines(contacts: Contacts) -> list[Hotline]:
    """Hotlines for danger now that have a number to tap, most urgent first."""
    return [hotline for hotline in hotlines_in_order(contacts.ledger) if hotline.emergency and contacts.button(hotline)]


def danger_box(contacts: Contacts, here: str, hotlines: list[Hotline], question: str, text: str = "", aside: bool = False) -> str:
    """The box that stands first: a question, the numbers, then what to do; the numbers large enough to hit with a shaking thumb.

    ``aside``: above a long text it stays in sight beside it, where the screen is wide.
    """
    said = f'<p class="bahaya-teks">{text}</p>' if text else ""
    tested = all(contacts.ledger.standing(channel).tested for hotline in hotlines for channel in contacts.shown(hotline)[:1])
    called = any(channel.tests for hotline in hotlines for channel in contacts.shown(hotline))
    untested = "Sebagian nomor ini perlu diuji telepon; lihat keterangan di tiap hotline." if called else "Nomor ini dari sumber tertulis dan belum kami coba telepon."
    proof = "Nomor ini sudah diuji telepon." if tested else untested
    more = "" if here == "darurat.md" else f'<p class="bahaya-lagi">{link(here, "darurat.md", "Semua nomor darurat dan apa yang dikatakan")}</p>'
    return html(f'<div class="bahaya{" sisi" if aside else ""}" role="region" aria-label="{escape(question)}">', f'<p class="bahaya-judul">{escape(question)}</p>',
                contacts.buttons(hotlines), said, f'<p class="bahaya-uji">{proof}</p>', more, "</div>")


def danger_line(contacts: Contacts) -> str:
    """The short form of the box, for pages that list and hold no number of their own; empty while no hotline for danger has a number."""
    links = [contacts.dialled(hotline) for hotline in urgent_hotlines(contacts)[:2]]
    return html(f'<p class="bahaya bahaya-lagi"><b>Dalam bahaya sekarang?</b> {" ".join(links)}</p>') if links else ""


def danger_line_targets(contacts: Contacts) -> frozenset[str]:
    """The links that the short line holds."""
    return frozenset(target for hotline in urgent_hotlines(contacts)[:2] for target in button_target(contacts, hotline))


def button_target(contacts: Contacts, hotline: Hotline) -> list[str]:
    """The link the large button of a hotline holds."""
    return [channel.href for channel in contacts.shown(hotline) if channel.kind == "telepon" and channel.href][:1]


def trace_warning() -> str:
    """What a call or a message leaves behind; stands wherever numbers stand together."""
    return html('<p class="jejak">Menelepon dan mengirim pesan meninggalkan jejak di ponsel, dan kadang di tagihan. '
                "Bila ponsel Anda diperiksa orang, pakai ponsel orang yang Anda percaya.</p>")


def needs_by_person(contacts: Contacts, here: str) -> str:
    """Needs in plain words under the person it happens to; a need stands under each for whom it has words."""
    jump, blocks = [], []
    for whom, name in WHOM_NAMES.items():
        said = [(topic, topic.sayings[whom]) for topic in topics_in_order(contacts.site.topics) if whom in topic.sayings]
        if said:
            rows = "\n".join(f"<li>{link(here, f'topik/{topic.slug}.md', words)}</li>" for topic, words in said)
            jump.append(f'<a href="#untuk-{whom}">{name}</a>')
            blocks.append(f'<div class="kebutuhan">\n<h3 id="untuk-{whom}">{name}</h3>\n<ul class="daftar">\n{rows}\n</ul>\n</div>')
    return html('<nav class="huruf" aria-label="Siapa yang mengalaminya">', *jump, '<a href="#cari">Cari dengan kata sendiri</a>', "</nav>", '<div class="kebutuhan-semua">', *blocks, "</div>")


def needs(contacts: Contacts, here: str) -> str:
    """Every need in the words of the person who has it, under its group."""
    blocks = []
    for group, name in GROUP_NAMES.items():
        topics = [topic for topic in topics_in_order(contacts.site.topics) if topic.group is group]
        if topics:
            rows = "\n".join(_need(topic, here) for topic in topics)
            blocks.append(f'<div class="kebutuhan">\n<h2 id="{group}">{name}</h2>\n<ul class="daftar">\n{rows}\n</ul>\n</div>')
    return html('<div class="kebutuhan-semua">', *blocks, "</div>")


def _need(topic: Topic, here: str) -> str:
    return f'<li>{link(here, f"topik/{topic.slug}.md", topic.saying)} <span>{escape(topic.name)}</span></li>'
