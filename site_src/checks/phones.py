"""A wrong number can hurt somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers

from ..model import NUMBERED, Channel, ChannelKind, Hotline, Service, Site, international
from ..problems import Problem
from .walk import Passage, passages

SERVICE_CODE = re.compile(r"1\d{2}|1708|1500\d{3}|14\d{3}|0800\d{4,7}")
"""Three-digit codes, SMS 1708, 1500-xxx, 14xxx and toll-free 0800: not in the ordinary numbering plan."""
LONG_NUMBER = re.compile(r"(?<![\w/.-])(?:\+?62|0|\(0)[\d\s().\-]{5,}\d(?![\w/])")
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:[-–—]|sampai|s\.?d\.?)\s*\d{1,2}[.:]\d{2}")
DATE = re.compile(r"0?\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$")
SHORT_NUMBER = re.compile(r"(?<![\w/.,:+-])(?:1500[- ]?\d{3}|1\d{2}|1708)(?![\w/-]|[.,:]\d)")
LAW = re.compile(r"(?:pasal|ayat|nomor|no\.|uu|pp|angka|huruf|halaman|hlm\.?|pasal \d+[–-])\s*$", re.IGNORECASE)
UNIT = re.compile(r"^\s*(?:kata|halaman|menit|jam|hari|bulan|tahun|orang|anak|cm|kg|meter|km|persen|%|rb|ribu|kasus|kelurahan)", re.IGNORECASE)


def check_phone_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor harus lengkap dan sah menurut penomoran Indonesia; nomor pendek punya jenisnya sendiri."""
    for owner, index, channel in site.contacts():
        if channel.kind not in NUMBERED:
            continue
        place = owner.at("kanal", index, "nomor")
        if not re.fullmatch(r"[+\d][\d\s().\-]*\d|\(\d+\)[\d\s.\-]*\d", channel.number or ""):
            yield Problem(place, "telepon-huruf", f"“{channel.number}” memuat selain angka, spasi, titik, kurung, dan tanda hubung.",
                          "Tulis nomornya saja; keterangan masuk “catatan”.", 'nomor: "0733-451604"')
        elif not SERVICE_CODE.fullmatch(channel.digits):
            yield from _ordinary_number(channel, place)
        elif channel.kind is ChannelKind.WHATSAPP:
            yield Problem(place, "whatsapp-nomor-pendek", f"“{channel.number}” nomor pendek; WhatsApp memakai nomor lengkap.",
                          "Tulis nomor selulernya.", 'nomor: "08111-129-129"')


def _ordinary_number(channel: Channel, place: object) -> Iterator[Problem]:
    try:
        parsed = phonenumbers.parse(channel.digits, "ID")
    except phonenumbers.NumberParseException:
        yield Problem(place, "telepon-salah", f"“{channel.number}” bukan nomor telepon.", "Periksa ke sumbernya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
        return
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason == phonenumbers.ValidationResult.TOO_SHORT:
        yield Problem(place, "telepon-tidak-lengkap", f"“{channel.number}” terlalu pendek.", "Tulis dengan kode area.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif reason == phonenumbers.ValidationResult.TOO_LONG:
        yield Problem(place, "telepon-terlalu-panjang", f"“{channel.number}” kelebihan angka.", "Periksa ke sumbernya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif not phonenumbers.is_valid_number(parsed):
        yield Problem(place, "telepon-salah", f"“{channel.number}” tidak ada dalam penomoran Indonesia.", "Periksa kode area dan jumlah angkanya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif channel.kind is ChannelKind.WHATSAPP and phonenumbers.number_type(parsed) is not phonenumbers.PhoneNumberType.MOBILE:
        yield Problem(place, "whatsapp-bukan-seluler", f"“{channel.number}” bukan nomor seluler.", "WhatsApp memakai nomor 08…; periksa ke sumbernya.", 'nomor: "08111-129-129"')  # type: ignore[arg-type]


def check_known_wrong_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor yang diketahui keliru (kebijakan.yaml) tidak boleh menjadi kanal, dan satu nomor hanya milik satu catatan."""
    wrong = {international(re.sub(r"[^\d+]", "", entry.number)): entry for entry in (site.policy.known_wrong if site.policy else ())}
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


def check_typed_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor telepon tidak diketik di dalam tulisan: tulis kode singkat, agar nomornya hanya ada di satu tempat."""
    owners: dict[str, tuple[Hotline | Service, Channel]] = {}
    for owner, _, channel in site.contacts():
        if channel.kind in NUMBERED:
            owners.setdefault(international(channel.digits), (owner, channel))
    shown = {international(channel.digits) for _, _, channel in site.contacts() if channel.kind in NUMBERED and not channel.held}
    for passage in passages(site):
        for start, typed in typed_numbers(passage.text, owners.keys()):
            digits = international(re.sub(r"[^\d+]", "", typed))
            if passage.is_name and digits in shown:
                continue
            yield _typed_problem(passage, start, typed, owners.get(digits))


def typed_numbers(text: str, known: object = ()) -> Iterator[tuple[int, str]]:
    """``(offset, text)`` of everything that reads like a phone number; clock times, dates and law articles do not."""
    for match in LONG_NUMBER.finditer(text):
        typed = match[0].strip()
        if len(re.sub(r"\D", "", typed)) >= 7 and not CLOCK.match(text, match.start()) and not DATE.match(typed):
            yield match.start(), typed
    for match in SHORT_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if (digits in known or digits.startswith("1500")) and not LAW.search(text[: match.start()]) and not UNIT.match(text[match.end() :]):  # type: ignore[operator]
            yield match.start(), match[0]


def _typed_problem(passage: Passage, start: int, typed: str, found: tuple[Hotline | Service, Channel] | None) -> Problem:
    place = passage.place(start)
    if found is None:
        return Problem(place, "nomor-diketik", f"Nomor “{typed}” diketik langsung di tulisan.",
                       "Masukkan ke hotlines.yaml atau content/layanan/ beserta sumbernya, lalu tulis kode singkatnya.", "{{ hotline: sapa-129 }}")
    owner, channel = found
    kind = "hotline" if isinstance(owner, Hotline) else "layanan"
    if channel.held:
        return Problem(place, "nomor-ditahan", f"Nomor “{typed}” milik “{owner.name}” sedang ditahan dan tidak boleh tampil.", "Hapus nomornya dari tulisan.")
    return Problem(place, "nomor-diketik", f"Nomor “{typed}” diketik langsung; nomor ini milik “{owner.name}”.",
                   "Ganti dengan kode singkatnya.", f"{{{{ {kind}: {_name(owner)} }}}}")


def _name(owner: Hotline | Service) -> str:
    return owner.id if isinstance(owner, Hotline) else owner.slug
