"""The words and numbers of withheld fields, and where a text repeats them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from ..model import NUMBERED, Hotline, Ledger, OpenService, SafeHouse, Service, Source, Status
from .patterns import Leak, places_in

WORD = re.compile(r"[^\W_]+")
BETWEEN = r"[\s().\-‐-―−_/·•,*]"
"""What people put between the digits of a number."""
DIGITS = re.compile(rf"\+?\(?\d(?:\d|{BETWEEN}){{4,}}\d")
INVISIBLE = dict.fromkeys((0x00AD, 0x034F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202C, 0x202D, 0x2060, 0xFE0F, 0xFEFF, 0x20E3))
"""Signs that nobody sees between two digits: soft hyphens, joiners, marks of direction, the frame of a keycap."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
LONG = 6
"""Words from which a sentence is its author's own: shorter ones anybody might write."""


@dataclass(frozen=True)
class Secrets:
    """What a scan looks for: ``phrases`` as tuples of words keyed by their first two, exact ``strings``, held ``digits``; ``public`` addresses and map links are allowed."""

    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    strings: tuple[str, ...] = ()
    digits: re.Pattern[str] | None = None
    short: frozenset[str] = frozenset()
    public: tuple[str, ...] = ()
    maps: re.Pattern[str] | None = None


def secrets_of(ledger: Ledger) -> Secrets:
    """Everything the records withhold from this edition's readers."""
    site = ledger.site
    phrases: list[tuple[str, ...]] = []
    strings: list[str] = []
    public = ""
    open_pages = {source.url for owner in (*site.hotlines, *site.services) if not isinstance(owner, SafeHouse) for source in _sources(owner)}
    open_pages |= {source.url for source in site.area.sources} | {url for reference in site.references for url in reference.urls}
    for owner in (*site.hotlines, *site.services):
        for text in _staff_texts(owner):
            phrases += [words for sentence in SENTENCE.split(text) if len(words := _words(sentence)) >= LONG]
        if isinstance(owner, OpenService) and owner.address:
            parts = [part for part in (owner.address.street, owner.address.landmark) if part]
            if owner.address.held:
                phrases += [words for part in parts if len(words := _words(part)) > 1]
            else:
                public += " | " + " ".join(part for line in parts for part in _words(line))
        if isinstance(owner, SafeHouse):
            strings += [source.url for source in _sources(owner) if source.url not in open_pages]
        for channel in owner.channels:
            if channel.kind not in NUMBERED and ledger.standing(channel).status is Status.HELD and "@" in (channel.address or ""):
                strings.append((channel.address or "").casefold())
    keyed: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {}
    for words in dict.fromkeys(phrases):
        keyed[words[:2]] = (*keyed.get(words[:2], ()), words)  # type: ignore[index]
    hidden = ledger.held_digits | ledger.withheld_digits
    return Secrets(keyed, tuple(dict.fromkeys(strings)), _number_pattern(hidden), frozenset(number for number in ledger.held_digits if len(number) < 6), (public,), _map_pattern(site.services))


def scan_text(text: str, secrets: Secrets) -> Iterator[Leak]:
    """Every leak in one text, each once."""
    yield from dict.fromkeys(_scan(text, secrets))


def _scan(text: str, secrets: Secrets) -> Iterator[Leak]:
    for leak in places_in(secrets.maps.sub("", text) if secrets.maps else text):
        if leak.code != "bocor-alamat" or not _is_public(leak.text, secrets):
            yield leak
    folded = text.casefold()
    yield from (Leak("bocor-isian", secret) for secret in secrets.strings if secret.casefold() in folded)
    if secrets.digits is not None:
        for run in DIGITS.finditer(_plain_digits(text)):
            yield from (Leak("bocor-nomor", match[0]) for match in secrets.digits.finditer(run[0]))
    yield from _repeated(folded, secrets)


def _plain_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9, and nothing invisible between them."""
    if all(map(_stays, set(text))):
        return text
    plain = unicodedata.normalize("NFKC", text.translate(INVISIBLE))
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign for sign in plain) if re.search(r"[^\x00-\x7F]", "".join(re.findall(r"\d", plain))) else plain


@cache
def _stays(sign: str) -> bool:
    """True for a sign that stands for no digit, is seen, and is written in one way only; most texts hold no other."""
    return sign.isascii() or not (sign.isdigit() or ord(sign) in INVISIBLE or unicodedata.normalize("NFKC", sign) != sign)


def _repeated(folded: str, secrets: Secrets) -> Iterator[Leak]:
    if not secrets.phrases:
        return
    words = WORD.findall(folded)
    for index in range(len(words) - 1):
        for phrase in secrets.phrases.get((words[index], words[index + 1]), ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                yield Leak("bocor-isian", " ".join(phrase))


def _is_public(address: str, secrets: Secrets) -> bool:
    """An open service's own street is no secret, with or without what follows it."""
    said = " ".join(_words(address))
    return any(said in text or any(part and said.startswith(part) for part in text.split(" | ")) for text in secrets.public)


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _staff_texts(owner: Hotline | Service) -> Iterator[str]:
    """Fields that are for staff: questions, reasons to hold, notes on calls, quotes."""
    yield from owner.to_confirm
    for channel in owner.channels:
        if channel.held:
            yield channel.held
        yield from (test.note for test in channel.tests if test.note)
    yield from (source.quote for source in _sources(owner) if source.quote)


def _sources(owner: Hotline | Service) -> Iterator[Source]:
    """Every source an owner names, of itself, its channels, hours and fees."""
    yield from owner.sources
    for part in (owner, *owner.channels):
        for fact in (part.hours, part.cost):
            yield from fact.sources if fact else ()
    for channel in owner.channels:
        yield from channel.sources


def _map_pattern(services: Iterable[Service]) -> re.Pattern[str] | None:
    """The map links of open services, exactly: one figure more is another place."""
    links = [re.escape(service.shown_point.geo) for service in services if isinstance(service, OpenService) and service.shown_point]
    return re.compile(rf"(?:{'|'.join(links)})(?![\d.,])") if links else None


def _number_pattern(hidden: Iterable[str]) -> re.Pattern[str] | None:
    """Any spelling of the hidden long numbers: with 0, 62, 0062, both or nothing before, with any separators inside."""
    bare = sorted({number.removeprefix("62") for number in hidden if len(number) >= 6})
    if not bare:
        return None
    spelled = "|".join(rf"{BETWEEN}*".join(number.lstrip("0")) for number in bare)
    return re.compile(rf"(?<!\d)(?:(?:\+|00)?{BETWEEN}*62{BETWEEN}*)?(?:\(?0{BETWEEN}*)?(?:{spelled})(?!\d)")
