"""Records that nothing leads to, names that are nearly the same, and numbers one slip of the finger apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import phonenumbers

from ..model import NUMBERED, Channel, Hotline, Record, Service, Site, international, shortcodes
from ..problems import Place, Problem, Severity
from .phones import SERVICE_CODE, parsed
from .walk import passages

FEWEST_DIGITS = 7
"""Shorter numbers are service codes: 110, 112 and 119 differ by one digit, and are right."""


def check_unused(site: Site, today: date) -> Iterator[Problem]:
    """Setiap sumber dipakai oleh sebuah tulisan; setiap layanan dan alur dapat dicapai dari sebuah kebutuhan."""
    if site.unread:
        return
    named = {(code.kind, code.name) for passage in passages(site) if "{{" in passage.text for code in shortcodes(passage.text)}
    cited = {name for kind, name in named if kind == "sumber"}
    for record in (*site.topics, *site.prevention, *site.guides, *site.news, *site.indicators, *site.terms, *site.laws, *site.word_rules):
        cited.update(record.references)
    cited.update(name for pathway in site.pathways for step in pathway.steps for name in step.references)
    for reference in site.references:
        if reference.id not in cited and cited <= site.reference.keys():
            yield _warning(reference.at("id"), "sumber-tidak-dipakai", f"Sumber “{reference.id}” tidak dipakai di mana pun.", "Sebut di tulisan yang berdasar padanya, atau hapus.")
    led = {name for topic in site.topics for name in (*topic.services, *topic.pathways)} | {step.service for pathway in site.pathways for step in pathway.steps}
    led |= {name for kind, name in named if kind == "layanan"}
    # A misspelt name is told by itself; the record it meant is not a second problem.
    astray = any(name not in site.pathway for topic in site.topics for name in topic.pathways), any(name and name not in site.service and name not in site.pathway for name in led)
    owner = site.organisation.owner_service if site.organisation else ""
    for record in (*site.services, *site.pathways):
        lonely = not record.topics if isinstance(record, Service) else True
        if lonely and record.slug not in led and record.slug != owner and not any(astray):
            kind = "Layanan" if isinstance(record, Service) else "Alur"
            yield _warning(Place(record.path, 1, 1), "catatan-yatim", f"{kind} “{record.name}” tidak disebut oleh kebutuhan mana pun.", "Isi “topik”, atau sebut di salah satu berkas content/topik/.")


def check_similar_names(site: Site, today: date) -> Iterator[Problem]:
    """Dua hotline atau layanan tidak bernama hampir sama, dan dua halaman tidak berjudul sama."""
    told: set[tuple[str, str]] = set()
    for group, own in ((site.hotlines, True), (site.services, True), ((*site.hotlines, *site.services), False)):
        first: dict[str, tuple[Hotline | Service, str]] = {}
        for owner in group:
            for name in _names(owner) if own else (owner.name,):
                key = _plain(name, site)
                other, earlier = first.setdefault(key, (owner, name))
                pair = (str(other.at("nama")), str(owner.at("nama")))
                # The very same name within one kind is an error of its own (nama-ganda).
                is_double = own and name.casefold() == earlier.casefold() and (name, earlier) == (owner.name, other.name)
                if key and other is not owner and pair not in told and not is_double and (own or type(other) is not type(owner)):
                    told.add(pair)
                    yield _warning(owner.at("nama"), "nama-mirip", f"“{name}” sama atau hampir sama dengan “{earlier}” di {other.at('nama')}.",
                                   "Bila lembaganya sama, gabungkan; bila berbeda, beri nama yang membedakannya.")
    titles: dict[str, Record] = {}
    for page in (*site.topics, *site.prevention, *site.guides, *site.pathways, *site.services, *site.hotlines):
        key = " ".join(page.name.casefold().split())
        other = titles.setdefault(key, page)
        if type(other) is not type(page) or (other is not page and other.path.rpartition("/")[0] != page.path.rpartition("/")[0]):
            alias = type(page).model_fields["name"].alias or "nama"
            yield Problem(page.at(alias), "judul-halaman-ganda", f"Judul “{page.name}” sudah dipakai di {other.path}.", "Beri judul yang membedakan kedua halaman.")


def check_near_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Dua nomor yang tampil tidak berbeda satu angka, tertukar dua angka, atau kurang satu angka, kecuali keduanya sudah diuji telepon."""
    shown = [(owner, index, channel) for owner, index, channel in site.contacts() if channel.kind in NUMBERED and not channel.held and len(channel.digits) >= FEWEST_DIGITS and _is_possible(channel)]
    swapped: dict[str, list[int]] = {}
    whole: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for number, (_, _, channel) in enumerate(shown):
        digits = international(channel.digits)
        if digits in whole:
            continue
        whole[digits] = number
        for place in range(len(digits)):
            swapped.setdefault(f"{digits[:place]}?{digits[place + 1 :]}", []).append(number)
    for mates in swapped.values():
        for later in mates[1:]:
            yield from _near(shown[mates[0]], shown[later], seen, "berbeda satu angka", Severity.WARNING)
    for digits, number in whole.items():
        for crossed in (digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :] for place in range(len(digits) - 1) if digits[place] != digits[place + 1]):
            if whole.get(crossed, -1) > number:
                yield from _near(shown[number], shown[whole[crossed]], seen, "tertukar dua angka", Severity.WARNING)
        for shorter in dict.fromkeys(digits[:place] + digits[place + 1 :] for place in range(len(digits))):
            if shorter in whole:
                yield from _near(shown[number], shown[whole[shorter]], seen, "kurang satu angka", Severity.ERROR)


def _near(one: tuple[Hotline | Service, int, Channel], two: tuple[Hotline | Service, int, Channel], seen: set[tuple[str, str]], how: str, severity: Severity) -> Iterator[Problem]:
    pair = (one[2].digits, two[2].digits)
    if pair in seen or (one[2].last_test() and two[2].last_test()):
        return
    seen.add(pair)
    (other, at, first), (owner, index, second) = one, two
    yield Problem(owner.at("kanal", index, "nomor"), "nomor-mirip", f"“{second.number}” ({owner.name}) {how} dari “{first.number}” ({other.name}, {other.at('kanal', at, 'nomor')}).",
                  "Baca lagi sumber keduanya. Bila keduanya benar, catat uji telepon untuk keduanya.", severity=severity)


def _is_possible(channel: Channel) -> bool:
    """False for a number that has a problem of its own: too short, too long, with letters."""
    try:
        return bool(SERVICE_CODE.fullmatch(channel.digits)) or phonenumbers.is_valid_number(parsed(channel.digits))
    except phonenumbers.NumberParseException:
        return False


def _names(owner: Hotline | Service) -> tuple[str, ...]:
    short = (owner.short_name,) if isinstance(owner, Service) and owner.short_name else ()
    return tuple(dict.fromkeys((owner.name, *owner.other_names, *short)))


def _plain(name: str, site: Site) -> str:
    said = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    for word in (site.area.name, site.area.short_name) if site.area else ():
        said = said.replace(word.casefold(), " ")
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\b(?:kota|kabupaten|dinas|kantor|dan|di)\b", " ", said))


def _warning(place: Place, code: str, message: str, remedy: str) -> Problem:
    return Problem(place, code, message, remedy, severity=Severity.WARNING)
