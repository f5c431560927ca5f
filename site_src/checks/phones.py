"""A wrong number can hurt somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import phonenumbers

from ..model import NUMBERED, Channel, ChannelKind, Hotline, KnownWrong, Ledger, Service, Site, international
from ..problems import Place, Problem
from .typed import FEWEST_IN_LONG, digits_of, typed_numbers
from .walk import Passage, passages

SERVICE_CODE = re.compile(r"1\d{2}|1708|1500\d{3}|14\d{3}|0800\d{4,7}")
"""Three-digit codes, SMS 1708, 1500-xxx, 14xxx and toll-free 0800: not in the ordinary numbering plan."""


def check_phone_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor harus lengkap dan sah menurut penomoran Indonesia; nomor pendek punya jenisnya sendiri."""
    for owner, index, channel in site.contacts():
        if channel.kind not in NUMBERED:
            continue
        place = owner.at("kanal", index, "nomor")
        if not re.fullmatch(r"\+?[0-9](?:[0-9 ().\-]*[0-9])?|\([0-9]+\)[0-9 .\-]*[0-9]", channel.number or ""):
            yield Problem(place, "telepon-huruf", f"“{channel.number}” memuat selain angka, spasi, titik, kurung, dan tanda hubung.",
                          "Tulis nomornya saja; keterangan masuk “catatan”.", 'nomor: "0733-000066"')
        elif not SERVICE_CODE.fullmatch(channel.digits):
            yield from _ordinary_number(channel, place)
        elif channel.kind is ChannelKind.WHATSAPP:
            yield Problem(place, "whatsapp-nomor-pendek", f"“{channel.number}” nomor pendek; WhatsApp memakai nomor lengkap.",
                          "Tulis nomor selulernya.", 'nomor: "08111-129-129"')


def _ordinary_number(channel: Channel, place: object) -> Iterator[Problem]:
    undialled = _not_as_dialled(channel.digits)
    if undialled:
        yield Problem(place, "telepon-salah", f"“{channel.number}” {undialled}.", "Tulis seperti ditekan dari ponsel di Indonesia, atau +62 tanpa 0.", f'nomor: "{_right(channel.digits)}"')  # type: ignore[arg-type]
        return
    try:
        # Longer than any number in the world is not parsed at all; what is told apart below is too long for Indonesia.
        number = parsed(channel.digits[:15])
    except phonenumbers.NumberParseException:
        yield Problem(place, "telepon-salah", f"“{channel.number}” bukan nomor telepon.", "Periksa ke sumbernya.", 'nomor: "0733-000066"')  # type: ignore[arg-type]
        return
    if number.country_code == 62 and len(_national(channel.digits)) < (10 if _national(channel.digits).startswith("08") else 9):
        mobile = _national(channel.digits).startswith("08")
        remedy, right = ("Nomor ponsel 10 sampai 13 angka; periksa ke sumbernya.", "08111-129-129") if mobile else ("Tulis dengan kode area.", "0733-000066")
        yield Problem(place, "telepon-tidak-lengkap", f"“{channel.number}” terlalu pendek.", remedy, f'nomor: "{right}"')  # type: ignore[arg-type]
    elif number.country_code == 62 and len(_national(channel.digits)) > 13:
        yield Problem(place, "telepon-terlalu-panjang", f"“{channel.number}” kelebihan angka.", "Periksa ke sumbernya.", 'nomor: "0733-000066"')  # type: ignore[arg-type]
    elif not phonenumbers.is_valid_number(number):
        yield Problem(place, "telepon-salah", f"“{channel.number}” tidak ada dalam penomoran Indonesia.", "Periksa kode area dan jumlah angkanya.", 'nomor: "0733-000066"')  # type: ignore[arg-type]
    elif channel.kind is ChannelKind.WHATSAPP and phonenumbers.number_type(number) is not phonenumbers.PhoneNumberType.MOBILE:
        yield Problem(place, "whatsapp-bukan-seluler", f"“{channel.number}” bukan nomor seluler.", "WhatsApp memakai nomor 08…; periksa ke sumbernya.", 'nomor: "08111-129-129"')  # type: ignore[arg-type]


@lru_cache(maxsize=20_000)
def parsed(digits: str) -> phonenumbers.PhoneNumber:
    """The number as the world's plan reads it, dialled in Indonesia; ``NumberParseException`` for no number."""
    return phonenumbers.parse(digits, "ID")


def _not_as_dialled(digits: str) -> str:
    """Why the link would not reach anybody although the number exists: the digits on the screen are the digits that are dialled."""
    if re.match(r"(?:\+|00)620", digits):
        return "menulis 0 sesudah kode negara; dari ponsel tidak tersambung"
    if digits.startswith("0062"):
        return "diawali 00; dari ponsel tidak tersambung"
    if re.fullmatch(r"62\d{8,}", digits):
        return "diawali 62 tanpa tanda tambah; dari ponsel tidak tersambung"
    return "tidak diawali 0; dari ponsel tidak tersambung" if re.fullmatch(r"[2-9]\d{7,}", digits) else ""


def _right(digits: str) -> str:
    """``6281200001234`` -> ``0812-0000-1234``."""
    bare = "0" + international(digits).removeprefix("62")
    return "-".join(part for part in (bare[:4], bare[4:8] if len(bare) > 10 else bare[4:], bare[8:] if len(bare) > 10 else "") if part)


def check_known_wrong_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor yang diketahui keliru (kebijakan.yaml) tidak boleh menjadi kanal, dan satu nomor hanya milik satu catatan."""
    wrong = _known_wrong(site)
    first: dict[tuple[str, str], tuple[str, object]] = {}
    for owner, index, channel in site.contacts():
        if channel.kind not in NUMBERED:
            continue
        place = owner.at("kanal", index, "nomor")
        digits = international(channel.digits)
        if digits in wrong and not channel.held:
            yield Problem(place, "nomor-keliru", f"“{channel.number}” diketahui keliru: {wrong[digits].reason}", "Cari nomor yang benar, atau hapus kanal ini.")
        key = (digits + (channel.extension or ""), channel.kind)
        if key in first and not channel.held:
            yield Problem(place, "nomor-ganda", f"“{channel.number}” sudah ditulis di {first[key][1]}.", f"Rujuk catatan “{first[key][0]}” dengan “pengganti” atau kode singkat.")
        elif not channel.held:
            first[key] = (_name(owner), place)


SEARCHED = ("cari", "istilah")
"""Keys of what people type into the search."""


def check_typed_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor telepon tidak diketik di dalam tulisan: tulis kode singkat, agar nomornya hanya ada di satu tempat."""
    owners: dict[str, tuple[Hotline | Service, Channel]] = {}
    for owner, _, channel in site.contacts():
        if channel.kind in NUMBERED:
            owners.setdefault(international(channel.digits), (owner, channel))
    ledger, known = Ledger(site, today), frozenset(owners)
    wrong = _known_wrong(site)
    for passage in passages(site):
        for start, typed in _typed_in(passage.text, known):
            digits = international(digits_of(typed))
            # A short code may be part of a name, and people type whole numbers into the search.
            if passage.is_name and digits in ledger.shown_digits and (len(digits) < FEWEST_IN_LONG or passage.loc[0] in SEARCHED):
                continue
            if digits in wrong:
                yield Problem(passage.place(start), "nomor-keliru", f"“{typed}” diketahui keliru: {wrong[digits].reason}", "Hapus nomornya dari tulisan.")
            else:
                yield _typed_problem(passage, start, typed, owners.get(digits), digits in ledger.held_digits)


@lru_cache(maxsize=1 << 16)
def _typed_in(text: str, known: frozenset[str]) -> tuple[tuple[int, str], ...]:
    # A live preview asks again about every text at every save.
    return tuple(typed_numbers(text, known))


def check_held_numbers_in_addresses(site: Site, today: date) -> Iterator[Problem]:
    """Nomor yang ditahan tidak dieja oleh pengenal atau nama berkas, karena keduanya menjadi alamat halaman."""
    held = Ledger(site, today).held_digits
    for record in (*site.hotlines, *site.services, *site.topics, *site.guides, *site.prevention, *site.pathways):
        name = record.id if isinstance(record, Hotline) else record.slug
        spelled = next((digits for digits in (*re.findall(r"\d+", name), re.sub(r"\D", "", name)) if digits and international(digits) in held), None)
        if spelled:
            place = record.at("id") if isinstance(record, Hotline) else Place(record.path, 1, 1)
            yield Problem(place, "nomor-ditahan", f"Alamat halaman “{name}” mengeja nomor {spelled}, yang sedang ditahan dan tidak boleh tampil.",
                          f"Beri nama tanpa angka itu, di sini dan di semua berkas yang menyebut “{name}”.")


def _typed_problem(passage: Passage, start: int, typed: str, found: tuple[Hotline | Service, Channel] | None, held: bool) -> Problem:
    place = passage.place(start)
    if found is None:
        return Problem(place, "nomor-diketik", f"Nomor “{typed}” diketik langsung di tulisan.",
                       "Masukkan ke hotlines.yaml atau content/layanan/ beserta sumbernya, lalu tulis kode singkatnya.", "{{ hotline: sapa-129 }}")
    owner, _ = found
    kind = "hotline" if isinstance(owner, Hotline) else "layanan"
    if held:
        return Problem(place, "nomor-ditahan", f"Nomor “{typed}” milik “{owner.name}” sedang ditahan dan tidak boleh tampil.", "Hapus nomornya dari tulisan.")
    if passage.is_name:
        return Problem(place, "nomor-diketik", f"Nomor “{typed}” diketik di nama; nomor ini sudah ada di kanalnya.", "Hapus nomornya dari nama.", "nama: Klinik Mawar")
    return Problem(place, "nomor-diketik", f"Nomor “{typed}” diketik langsung; nomor ini milik “{owner.name}”.",
                   "Ganti dengan kode singkatnya.", f"{{{{ {kind}: {_name(owner)} }}}}")


def _national(digits: str) -> str:
    """Digits as dialled inside the country: ``+62811…`` and ``62811…`` -> ``0811…``."""
    return re.sub(r"^(?:\+62|62(?=\d{8}))0?", "0", digits)


def _known_wrong(site: Site) -> dict[str, KnownWrong]:
    return {international(re.sub(r"[^\d+]", "", entry.number)): entry for entry in (site.policy.known_wrong if site.policy else ())}


def _name(owner: Hotline | Service) -> str:
    return owner.id if isinstance(owner, Hotline) else owner.slug
