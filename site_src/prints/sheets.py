"""What each sheet says, as data for the template. The texts are the city's; what stands here is the frame around them, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Hotline, Ledger, Topic
from ..pages.contacts import Contacts
from ..pages.order import topics_in_order
from ..pages.text import long_date
from .leaflets import leaflets
from .rows import WARNING, Again, callable_lines, channels, emergencies, readers, row

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
CALL = "Hubungi"
TELL = "Katakan di mana Anda, apa yang terjadi, dan siapa yang terluka. Hapus catatan panggilan bila ponsel Anda diperiksa orang."
CARD, ORDINARY = "Nomor bantuan", "Nomor penting"


def sheets(ledger: Ledger, again: Again) -> Iterator[tuple[str, Sheet]]:
    """``(path, data)`` of every sheet of this edition; paths say nothing about what a sheet is for. Without a number there is no sheet."""
    contacts = readers(ledger)
    urgent = emergencies(contacts)
    if not urgent:
        return
    topics = [(topic, lines) for topic in topics_in_order(contacts.site.topics) if (lines := callable_lines(contacts, topic.hotlines)[:MOST])]
    for paper in PAPERS:
        for ink, coloured in INKS.items():
            common = {"kertas": paper, "warna": coloured}
            yield f"poster/poster-00-{paper}-{ink}.pdf", _general(contacts, urgent, again) | common
            for number, (topic, lines) in enumerate(topics, 1):
                yield f"poster/poster-{number:02}-{paper}-{ink}.pdf", _poster(contacts, topic, lines, again) | common
    yield "sobek/sobek-a4.pdf", _strips(contacts, urgent, again)
    yield "kartu/kartu-1.pdf", _card(contacts, urgent, again) | {"judul": CARD}
    plain = _card(contacts, urgent, again)
    yield "kartu/kartu-2.pdf", plain | {"judul": ORDINARY, "nomor": [line | {"nama": "Info"} for line in plain["nomor"]]}
    yield from leaflets(contacts, lambda lines: _frame(contacts, lines, again))


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


def _poster(contacts: Contacts, topic: Topic, lines: list[Hotline], again: Again) -> Sheet:
    return _frame(contacts, lines, again) | {
        "bentuk": "poster", "judul": topic.saying, "ringkas": contacts.plain(topic.summary), "ajakan": CALL, "pesan": TELL}


def _general(contacts: Contacts, lines: list[Hotline], again: Again) -> Sheet:
    return _frame(contacts, lines[:MOST], again) | {"bentuk": "poster", "judul": GENERAL, "ringkas": PLAIN, "ajakan": CALL, "pesan": TELL}


def _strips(contacts: Contacts, lines: list[Hotline], again: Again) -> Sheet:
    """Each strip carries a number and nothing else that would need explaining when it is found in a pocket."""
    frame = _frame(contacts, lines[:MOST], again)
    strips = [frame["nomor"][place % len(frame["nomor"])] for place in range(STRIPS)]
    return frame | {"bentuk": "sobek", "kertas": "a4", "judul": GENERAL, "ringkas": PLAIN, "pesan": "Sobek satu. Sisanya untuk yang lain.", "potong": strips}


def _card(contacts: Contacts, lines: list[Hotline], again: Again) -> Sheet:
    return _frame(contacts, lines[:MOST], again) | {"bentuk": "kartu"}
