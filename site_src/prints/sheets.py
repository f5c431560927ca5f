"""What each sheet says, as data for the template. The texts are the city's; what stands here is the frame around them, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import HOME, Article, Hotline, Ledger, Topic
from ..pages.contacts import Contacts
from ..pages.order import topics_in_order
from ..pages.text import long_date
from .blocks import Lead, without_the_screen
from .codes import code, lead
from .leaflets import CALL, Frame, leaflets
from .lessons import lessons
from .rows import WARNING, Again, callable_lines, channels, emergencies, readers, row, sheet_number

Sheet = dict[str, Any]
FILE_TITLE = "Informasi warga"
"""The title in every PDF: a name that gives nobody away."""
PAPERS = ("a4", "a3")
INKS = {"warna": True, "hitam-putih": False}
MOST = 4
"""Numbers on a poster: more would be read by nobody."""
STRIPS = 9
GENERAL = "Ada yang menyakiti Anda? Anda tidak sendirian."
PLAIN = "Anda boleh bertanya dulu. Anda tidak harus menyebut nama."
TELL = "Katakan di mana Anda, apa yang terjadi, dan apakah ada yang terluka. Hapus catatan panggilan bila ponsel Anda diperiksa orang."
CARD, ORDINARY = "Nomor bantuan", "Nomor penting"
ORDINARY_LINE = "Info, {jam}"
"""What stands beside a number on a card like any other: when somebody answers, not what for."""


def sheets(ledger: Ledger, again: Again, address: str = "") -> Iterator[tuple[str, Sheet]]:
    """``(path, data)`` of every sheet of this edition; paths say nothing about what a sheet is for. Without a number there is no sheet."""
    contacts = readers(ledger)
    urgent = emergencies(contacts)
    if not urgent:
        return

    def frame(page: str, lines: list[Hotline]) -> Sheet:
        return _frame(contacts, lines, again) | code(contacts, page, lines, address)

    def leading(article: Article) -> Lead:
        return lambda page: lead(contacts, page, address, article.audiences)

    topics = [(topic, lines) for topic in topics_in_order(contacts.site.topics) if (lines := callable_lines(contacts, topic.hotlines)[:MOST])]
    posters = {0: _general(frame(HOME, urgent[:MOST]))}
    for place, (topic, lines) in enumerate(topics, 1):
        page = f"topik/{topic.slug}"
        posters[sheet_number(contacts, page, place)] = _poster(contacts, topic, frame(page, lines))
    for paper in PAPERS:
        for ink, coloured in INKS.items():
            for number, poster in posters.items():
                yield f"poster/poster-{number:02}-{paper}-{ink}.pdf", poster | {"kertas": paper, "warna": coloured}
    for number, poster in posters.items():
        yield f"besar/besar-{number:02}.pdf", poster | {"bentuk": "besar", "kertas": "a3", "warna": False}
    yield "sobek/sobek-a4.pdf", _strips(contacts, urgent[:MOST], frame)
    card = frame(HOME, urgent[:MOST]) | {"bentuk": "kartu"}
    yield "kartu/kartu-1.pdf", card | {"judul": CARD}
    yield "kartu/kartu-2.pdf", card | {"judul": ORDINARY, "nomor": [line | {"nama": ORDINARY_LINE.format(jam=line["jam"]).rstrip(", ")} for line in card["nomor"]]}
    yield from leaflets(contacts, frame, again, leading)
    yield from lessons(contacts, frame, again, leading)


def _frame(contacts: Contacts, lines: list[Hotline], again: Again) -> Sheet:
    """What every sheet carries: its numbers, its age and who answers for it."""
    day, until = contacts.today, again(contacts.ledger, channels(contacts, lines))
    return {
        "judul_berkas": FILE_TITLE,
        "contoh": WARNING[contacts.edition],
        "nomor": [row(contacts, line, again) for line in lines],
        "umur": f"Dicetak dari data per {long_date(day)}; diperiksa lagi sebelum {long_date(until)}.",
        "umur_pendek": f"Diperiksa lagi sebelum {long_date(until)}",
        "pengelola": contacts.site.organisation.owner,
    }


def _poster(contacts: Contacts, topic: Topic, frame: Sheet) -> Sheet:
    return frame | {"bentuk": "poster", "judul": topic.saying, "ringkas": without_the_screen(contacts.plain(topic.summary)), "ajakan": CALL, "pesan": TELL}


def _general(frame: Sheet) -> Sheet:
    return frame | {"bentuk": "poster", "judul": GENERAL, "ringkas": PLAIN, "ajakan": CALL, "pesan": TELL}


def _strips(contacts: Contacts, lines: list[Hotline], frame: Frame) -> Sheet:
    """Each strip carries a number, its code, and nothing else that would need explaining when it is found in a pocket."""
    own = [frame(HOME, [line]) for line in lines]
    strips = [own[place % len(own)]["nomor"][0] | {key: own[place % len(own)][key] for key in ("qr", "isi_qr")} for place in range(STRIPS)]
    return frame(HOME, lines) | {"bentuk": "sobek", "kertas": "a4", "judul": GENERAL, "ringkas": PLAIN, "pesan": "Sobek satu. Sisanya untuk yang lain.", "potong": strips}
