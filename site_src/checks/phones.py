"""A wrong number can hurt somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

import phonenumbers

from ..model import ANY_BRACES, NUMBERED, Channel, ChannelKind, Hotline, KnownWrong, Service, Site, international
from ..problems import Problem
from .walk import Passage, passages

SERVICE_CODE = re.compile(r"1\d{2}|1708|1500\d{3}|14\d{3}|0800\d{4,7}")
"""Three-digit codes, SMS 1708, 1500-xxx, 14xxx and toll-free 0800: not in the ordinary numbering plan."""
GAP = r"[\s().‐‑‒–—−-]"
LONG_NUMBER = re.compile(rf"(?<![\w-])(?<!\d[/.])(?<!//)(?<!\w/)(?:\+62|62(?={GAP}?8)|0|\(0){GAP}*(?:\d{GAP}*){{4,}}\d(?!\w)")
MONEY = re.compile(r"(?<![\d.+])\b(?:Rp\.?\s*)?[1-9]\d{0,2}(?:\.\d{3})+(?![\d.-]\d)")
CLOCK = re.compile(r"(?<![\d.])(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d|[.-]\d{3}| [1-9]\d{2})")
DATE = re.compile(r"(?<![\d.-])\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d{2}(?![\d.-])")
LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
ADDRESS = re.compile(r"https?://[^\s<>)]+")
SHORT_NUMBER = re.compile(r"(?<![\w.,+-])(?<!\d:)(?<!\w/)(?:1500[- ]?\d{3}|14\d{3}|1\d{2}|1708)(?![\w-]|[.,:]\d)")
FEWEST_DIGITS = 3
"""Digits of the shortest number there is."""
CHAT_ADDRESS = re.compile(r"(?<![(</\w])(?:https?://)?(?:www\.)?wa\.me/(\+?\d{8,})", re.IGNORECASE)
AFTER_STOP = re.compile(r"(?<=[A-Za-z][.,])(?:1500[- ]?\d{3}|14\d{3}|1\d{2}|1708)(?![\w-]|[.,:]\d)")
LAW = re.compile(
    r"\b(?:pasal|pasal-pasal|ayat|angka|huruf|halaman|hal\.|hlm\.?|bab|uu|pp|perda|perpres|rp\.?"
    r"|(?:uu|undang-undang|pp|perda|perpres|permen\w*|peraturan|keputusan|surat|putusan|qanun)(?: [\w/]+){0,5} (?:nomor|no\.?))"
    r"\s*(?:\d+[a-z]?\s*(?:[,–/-]|,? ?dan|,? ?atau|s\.?d\.?|sampai|jo\.?|juncto)\s*)*$",
    re.IGNORECASE,
)
"""What stands before a number that is no phone number: ``Pasal 110 dan``, ``UU Nomor``, ``Rp``."""
UNIT = re.compile(
    r"^\s*(?:kata|halaman|lembar|butir|menit|detik|jam|hari|minggu|bulan|tahun|orang|anak|perempuan|siswa|guru|warga|korban|keluarga|desa|kelurahan|laporan|kasus"
    r"|kali|cm|mm|kg|gram|meter|km|liter|persen|%|rb|ribu|juta|miliar|triliun)\b",
    re.IGNORECASE,
)


def check_phone_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor harus lengkap dan sah menurut penomoran Indonesia; nomor pendek punya jenisnya sendiri."""
    for owner, index, channel in site.contacts():
        if channel.kind not in NUMBERED:
            continue
        place = owner.at("kanal", index, "nomor")
        if not re.fullmatch(r"\+?[0-9](?:[0-9 ().\-]*[0-9])?|\([0-9]+\)[0-9 .\-]*[0-9]", channel.number or ""):
            yield Problem(place, "telepon-huruf", f"“{channel.number}” memuat selain angka, spasi, titik, kurung, dan tanda hubung.",
                          "Tulis nomornya saja; keterangan masuk “catatan”.", 'nomor: "0733-451604"')
        elif not SERVICE_CODE.fullmatch(channel.digits):
            yield from _ordinary_number(channel, place)
        elif channel.kind is ChannelKind.WHATSAPP:
            yield Problem(place, "whatsapp-nomor-pendek", f"“{channel.number}” nomor pendek; WhatsApp memakai nomor lengkap.",
                          "Tulis nomor selulernya.", 'nomor: "08111-129-129"')


def _ordinary_number(channel: Channel, place: object) -> Iterator[Problem]:
    try:
        # Longer than any number in the world is not parsed at all; what is told apart below is too long for Indonesia.
        parsed = phonenumbers.parse(channel.digits[:15], "ID")
    except phonenumbers.NumberParseException:
        yield Problem(place, "telepon-salah", f"“{channel.number}” bukan nomor telepon.", "Periksa ke sumbernya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
        return
    if parsed.country_code == 62 and len(_national(channel.digits)) < (10 if _national(channel.digits).startswith("08") else 9):
        yield Problem(place, "telepon-tidak-lengkap", f"“{channel.number}” terlalu pendek.", "Tulis dengan kode area.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif parsed.country_code == 62 and len(_national(channel.digits)) > 13:
        yield Problem(place, "telepon-terlalu-panjang", f"“{channel.number}” kelebihan angka.", "Periksa ke sumbernya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif not phonenumbers.is_valid_number(parsed):
        yield Problem(place, "telepon-salah", f"“{channel.number}” tidak ada dalam penomoran Indonesia.", "Periksa kode area dan jumlah angkanya.", 'nomor: "0733-451604"')  # type: ignore[arg-type]
    elif channel.kind is ChannelKind.WHATSAPP and phonenumbers.number_type(parsed) is not phonenumbers.PhoneNumberType.MOBILE:
        yield Problem(place, "whatsapp-bukan-seluler", f"“{channel.number}” bukan nomor seluler.", "WhatsApp memakai nomor 08…; periksa ke sumbernya.", 'nomor: "08111-129-129"')  # type: ignore[arg-type]


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


def check_typed_numbers(site: Site, today: date) -> Iterator[Problem]:
    """Nomor telepon tidak diketik di dalam tulisan: tulis kode singkat, agar nomornya hanya ada di satu tempat."""
    owners: dict[str, tuple[Hotline | Service, Channel]] = {}
    for owner, _, channel in site.contacts():
        if channel.kind in NUMBERED:
            owners.setdefault(international(channel.digits), (owner, channel))
    shown = {international(channel.digits) for _, _, channel in site.contacts() if channel.kind in NUMBERED and not channel.held}
    wrong = _known_wrong(site)
    for passage in passages(site):
        for start, typed in typed_numbers(passage.text, owners.keys()):
            digits = international(re.sub(r"[^\d+]", "", typed))
            if passage.is_name and digits in shown:
                continue
            if digits in wrong:
                yield Problem(passage.place(start), "nomor-keliru", f"“{typed}” diketahui keliru: {wrong[digits].reason}", "Hapus nomornya dari tulisan.")
            else:
                yield _typed_problem(passage, start, typed, owners.get(digits))


def typed_numbers(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """``(offset, text)`` of everything that reads like a phone number; clock times, dates, prices and law articles do not."""
    if len(re.findall(r"\d", text)) < FEWEST_DIGITS:
        return
    plain = text
    for sign, pattern in (("{", ANY_BRACES), ("](", LINK_TARGET), ("://", ADDRESS), ("", DATE), ("", CLOCK), ("", MONEY)):
        if sign in plain:
            plain = pattern.sub(lambda match: "·" * len(match[0]), plain)
    for match in LONG_NUMBER.finditer(plain):
        if len(re.sub(r"\D", "", match[0])) >= 7:
            yield match.start(), " ".join(match[0].split())
    for match in CHAT_ADDRESS.finditer(text):
        yield match.start(1), match[1]
    for pattern in (SHORT_NUMBER, AFTER_STOP):
        for match in pattern.finditer(plain):
            digits = re.sub(r"\D", "", match[0])
            before, after = plain[max(0, match.start() - 80) : match.start()], plain[match.end() : match.end() + 20]
            if (digits in known or digits.startswith("1500")) and not LAW.search(before) and not UNIT.match(after):
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


def _national(digits: str) -> str:
    """Digits as dialled inside the country: ``+62811…`` and ``62811…`` -> ``0811…``."""
    return re.sub(r"^(?:\+62|62(?=\d{8}))0?", "0", digits)


def _known_wrong(site: Site) -> dict[str, KnownWrong]:
    return {international(re.sub(r"[^\d+]", "", entry.number)): entry for entry in (site.policy.known_wrong if site.policy else ())}


def _name(owner: Hotline | Service) -> str:
    return owner.id if isinstance(owner, Hotline) else owner.slug
