"""Contact cards that a phone imports, with names that give nobody away.

Version 3.0 (RFC 2426), not 4.0 (RFC 6350): Android's importer tries 2.1 and 3.0 and refuses the rest on many phones that are still in use, and
iOS writes 3.0 itself. Only what means the same in both is used: ``FN``, ``N``, ``TEL`` with the types voice, cell, text (4.0) and msg (3.0),
``NOTE``, ``UID``, ``REV``. ``TEL`` holds the digits to dial as text, because a ``tel:`` address is stored letter by letter by readers of 3.0.
There is no type for WhatsApp: the number is a mobile number with its country code, which is how WhatsApp finds it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator

from ..model import NUMBERED, Channel, ChannelKind, Hotline, Ledger, for_readers, international
from ..pages.contacts import KIND_NAMES
from ..pages.order import hotlines_in_order
from ..pages.standing import standing_sentence

TYPES = {ChannelKind.PHONE: "VOICE", ChannelKind.WHATSAPP: "CELL,VOICE", ChannelKind.SMS: "MSG,TEXT"}
OCTETS = 75
"""The longest line, without its end (RFC 2426 2.6, RFC 6350 3.2)."""

Sentence = Callable[[Ledger, list[Channel]], str]


def cards(ledger: Ledger, sentence: Sentence) -> dict[str, bytes]:
    """``info-129.vcf`` for each hotline with a number to show, and ``info-semua.vcf``. ``sentence`` says how long a copy may be trusted."""
    named = dict(_named(ledger))
    single = {_file(name): _card(ledger, name, hotline, sentence) for name, hotline in named.items()}
    return {**single, "info-semua.vcf": b"".join(single.values())} if single else {}


def _named(ledger: Ledger) -> Iterator[tuple[str, Hotline]]:
    """Neutral names: the short code people know, else the last four digits; never what the line is for."""
    taken: set[str] = set()
    readers = for_readers(ledger)
    for hotline in hotlines_in_order(Ledger(readers, ledger.today, ledger.edition)):
        numbers = _numbers(ledger, hotline)
        if not numbers:
            continue
        code = next((channel.digits for channel in numbers if channel.is_short_code), numbers[0].digits[-4:])
        name = next(name for name in (f"Info {code}", *(f"Info {code} {letter}" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ")) if name not in taken)
        taken.add(name)
        yield name, hotline


def _card(ledger: Ledger, name: str, hotline: Hotline, sentence: Sentence) -> bytes:
    numbers = _numbers(ledger, hotline)
    said = [f"{dialled(channel)}: {KIND_NAMES[channel.kind]}{f', lalu tekan {channel.extension}' if channel.extension else ''}. {standing_sentence(ledger, channel)}." for channel in numbers]
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(name)}",
        f"N:{_escaped(name)};;;;",
        *dict.fromkeys(f"TEL;TYPE={TYPES[channel.kind]}:{dialled(channel)}" for channel in numbers),
        f"NOTE:{_escaped(' '.join([*said, sentence(ledger, numbers)]))}",
        f"UID:urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hotline.id)}",
        f"REV:{ledger.today.isoformat()}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def dialled(channel: Channel) -> str:
    """The digits to dial: as typed for calls and SMS, with the country code for WhatsApp."""
    return f"+{international(channel.digits)}" if channel.kind is ChannelKind.WHATSAPP else channel.digits


def _numbers(ledger: Ledger, hotline: Hotline) -> list[Channel]:
    return [channel for channel in ledger.shown(hotline) if channel.kind in NUMBERED]


def _file(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()) + ".vcf"


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; what follows begins with a space. No letter is cut in two."""
    out, width = [], 0
    for letter in line:
        size = len(letter.encode())
        if width + size > OCTETS:
            out.append("\r\n ")
            width = 1
        out.append(letter)
        width += size
    return "".join(out)
