"""Numbers typed into prose: everything that reads like a number to dial, however it is disguised."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..model import ANY_BRACES
from .as_read import as_read
from .number_words import digits_of_words, may_be_spoken, spoken_numbers

GAP = r"[\s().*_~·•\[\]-]"
ANY = r"[^0-9A-Za-z\x00]{0,4}"
"""What stands within a number that is written oddly; never a part that has been masked."""
LONG_NUMBER = re.compile(rf"(?:(?<![\w-])(?<!\d[/.])(?<!//)(?<!\w/)|(?<=\d{{4}}/)|(?<=[A-Za-z])(?=08\d{{8}})|(?<=_)(?=[0+(]))"
                         rf"(?:\+[1-9]|62(?={GAP}?8)|0|\(0){GAP}*(?:\d{GAP}*){{4,}}\d(?!\d)")
ODD_MOBILE = re.compile(rf"[+60](?<![0-9A-Za-z].)(?:(?<=\+)62{ANY}8|(?<=6)2{ANY}8|(?<=0)8(?!\d+/(?:\d+/)*(?:19|20)\d\d(?!\d)))\d(?:{ANY}\d){{7,10}}(?![0-9])", re.DOTALL)
ODD_LANDLINE = re.compile(r"[(0](?<![\w/.,+-].)(?:(?<=\()0|(?<=0))[2-79]\d{1,2}\)?(?:\s?[/:;=,]|(?<=0\d{3})\s?\|)\s?\d{3}[ .-]?\d{3,5}(?![\w/])", re.DOTALL)
LOCAL_NUMBER = re.compile(r"\b(?:tele?pon|telp|tlp|tel|hp|wa|whatsapp|hubungi|faks|fax|(?<!rekening )nomor(?:nya)?(?!\s\d{3} (?:19|20)\d\d\b))\b[.:]?\s+(?:(?:ke|di|nomor|no)\b\.?\s+)?"
                          r"(?P<number>[2-9]\d{2}[ .-]?\d{3,5}|8[1-9]\d[ .-]?\d{3,4}[ .-]?\d{3,5})(?![\w%-]|[.,]\d)", re.IGNORECASE)
"""A number without its area code or its first 0, where the word before it says that it is one."""
CODE = re.compile(r"1(?:\d{2,4}|(?P<gap>[ .-])\d(?P=gap)\d)(?![\w-]|[.,:/]\d)(?=\W*$|\W*\n|[^\w\s]|\s+(?:sekarang|segera|saja|untuk|bila|jika|kalau|atau|dan|lalu|dari|pada|saat|ketika|gratis|setiap|agar"
                  r"|supaya|karena|tanpa|dengan|yang|di|ke|selama)\b)", re.IGNORECASE)
"""A code that need not be one of ours, when the words behind it count nothing …"""
CALLED = re.compile(r"\b(?:tele?pon|telp|tlp|hubungi|panggil|sms|call ?center)[.:]?\s*(?:(?:ke|di|nomor|no)\b\.?\s*)?[^\w\s]{0,3}$", re.IGNORECASE)
"""… and the word before it says that it is dialled."""
AREA_AND_CODE = re.compile(r"(?<![\w/.-])(?P<number>\(?0\d{2,3}\)?[ .-]?(?P<code>1\d{2}))(?![\w-]|[.,:/]\d)")
"""``021-129``: an area code before a number that takes none."""
CODES_IN_A_ROW = re.compile(r"(?<![\w.,+/-])(?:1500\d{3}|14\d{3}|1\d{2}|1708)(?: ?[,/–-] ?(?:1500\d{3}|14\d{3}|1\d{2}|1708))+(?![\w-]|[.,:/]\d)")
SPACED_CODE = re.compile(r"(?<![\w.,+/-])(?<!\d )1(?P<gap>[ -])\d(?P=gap)\d(?![\w-]|[ .,:/]\d)")
MONEY = re.compile(r"(?<![\d.+])\b(?:Rp\.?\s*)?[1-9]\d{0,2}(?:\.\d{3})+(?![\d.-]\d)")
CLOCK = re.compile(r"(?<![\d.])(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d|[.-]\d{3}| [1-9]\d{2})")
DATE = re.compile(r"(?<![\d.-])\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d{2}(?![\d.-])")
LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
ADDRESS = re.compile(r"https?://[^\s<>)]+")
SHORT_NUMBER = re.compile(r"(?<![\w.,+-])(?<!\d:)(?<!\w/)(?:1500[- ]?\d{3}|14\d{3}|1\d{2}|1708)(?![\w-]|[.,:]\d)")
AFTER_STOP = re.compile(r"(?<=[A-Za-z][.,])(?:1500[- ]?\d{3}|14\d{3}|1\d{2}|1708)(?![\w-]|[.,:]\d)")
CHAT_ADDRESS = re.compile(r"(?<![(</\w.])(?:https?://)?(?:(?:www\.)?wa\.me/|(?:(?:api|web|chat|www)\.)?whatsapp\.com/send/?\?(?:[^\s&]*&)*phone=|t\.me/(?=\+))(\+?\d{8,})", re.IGNORECASE)
LAW = re.compile(
    r"\b(?:pasal|pasal-pasal|ayat|angka|huruf|halaman|hal\.|hlm\.?|bab|uu|pp|perda|perpres|rp\.?"
    r"|(?:uu|undang-undang|pp|perda|perpres|permen\w*|peraturan|keputusan|surat|putusan|qanun)(?: [\w/]+){0,5} (?:nomor|no\.?)"
    r"|(?:jl|jln|jalan|gang|gg|lorong|lrg|komplek\w*|perumahan)\b[^\n;|]{0,50}\b(?:nomor|no)\b\.?|km|blok|lantai|kamar|ruang|rute|cetakan ke|(?:nomor )?(?:urut|antrean|antrian|kamar|rumah|induk|surat))"
    r"\s*(?:\d+[a-z]?\s*(?:[,–/-]|,? ?dan|,? ?atau|s\.?d\.?|sampai|jo\.?|juncto)\s*)*$",
    re.IGNORECASE,
)
"""What stands before a number that is no phone number: ``Pasal 110 dan``, ``UU Nomor``, ``Rp``, ``Jl. Melati No.``."""
UNIT = re.compile(
    r"^\s*(?:kata|halaman|lembar|butir|menit|detik|jam|hari|minggu|bulan|tahun|orang|anak|perempuan|siswa|guru|warga|korban|keluarga|desa|kelurahan|laporan|kasus"
    r"|kali|cm|mm|kg|gram|meter|km|liter|persen|%|rb|ribu|juta|miliar|triliun|volt|watt|kilometer|posyandu|sekolah|kader|peserta|pasien|penduduk|jiwa|kk|buah|unit|titik|kecamatan|kabupaten|provinsi|huruf|karakter|langkah)\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"[\d①-⓿]")
MASK = "\x00"
FEWEST_DIGITS = 3
"""Digits of the shortest number there is."""
FEWEST_IN_LONG = 7
"""Digits of the shortest number that somebody dials with an area code."""


def typed_numbers(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """``(offset, text)`` of everything that reads like a phone number; clock times, dates, prices and law articles do not."""
    counted, spoken = len(DIGIT.findall(text)) >= FEWEST_DIGITS, may_be_spoken(text)
    if not (counted or spoken):
        return
    plain, offsets = as_read(text)

    def typed(start: int, end: int) -> tuple[int, str]:
        return offsets[start], " ".join(text[offsets[start] : offsets[end - 1] + 1].split())

    for start, end in spoken_numbers(plain, known) if spoken else ():
        if not _counts(plain, start, end):
            yield typed(start, end)
    if not counted:
        return
    yield from (typed(*match.span(1)) for match in CHAT_ADDRESS.finditer(plain))
    for sign, pattern in (("{", ANY_BRACES), ("/", CHAT_ADDRESS), ("](", LINK_TARGET), ("://", ADDRESS), ("", DATE), ("", CLOCK), ("", MONEY)):
        if sign in plain:
            plain = pattern.sub(lambda match: MASK * len(match[0]), plain)
    yield from (typed(start, end) for start, end in _long_numbers(plain))
    yield from (typed(*match.span("number")) for match in LOCAL_NUMBER.finditer(plain))
    yield from (typed(start, end) for start, end in _short_numbers(plain, known))


def digits_of(typed: str) -> str:
    """The digits, and a leading ``+``, of a number as ``typed_numbers`` found it."""
    plain, _ = as_read(typed)
    return digits_of_words(plain) or re.sub(r"[^\d+]", "", plain)


def _long_numbers(plain: str) -> Iterator[tuple[int, int]]:
    """Numbers with an area code, a mobile's 08 or a country code; each place once."""
    found = (match.span() for pattern in (LONG_NUMBER, ODD_MOBILE, ODD_LANDLINE) for match in pattern.finditer(plain))
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last and len(re.sub(r"\D", "", plain[start:end])) >= FEWEST_IN_LONG:
            last = end
            yield start, end


def _short_numbers(plain: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Codes that are dialled or that somebody of ours answers: alone, behind an area code, letter by letter, or several in a row."""
    called = {match.start(): match.end() for match in CODE.finditer(plain) if CALLED.search(plain[max(0, match.start() - 40) : match.start()])}
    yield from called.items()
    for start, end, digits in _like_codes(plain, known):
        if start not in called and (digits in known or digits.startswith("1500")) and not _counts(plain, start, end):
            yield start, end


def _counts(plain: str, start: int, end: int) -> bool:
    """True when the number names a law or counts something."""
    return bool(LAW.search(plain[max(0, start - 80) : start]) or UNIT.match(plain[end : end + 20]))


def _like_codes(plain: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    for pattern in (SHORT_NUMBER, AFTER_STOP, SPACED_CODE):
        yield from ((*match.span(), re.sub(r"\D", "", match[0])) for match in pattern.finditer(plain))
    yield from ((*match.span("number"), match["code"]) for match in AREA_AND_CODE.finditer(plain))
    for row in CODES_IN_A_ROW.finditer(plain):
        codes = list(re.finditer(r"\d+", row[0]))
        if all(code[0] in known for code in codes):
            # The first of a row with strokes already stands alone.
            yield from ((row.start() + code.start(), row.start() + code.end(), code[0]) for code in codes if not SHORT_NUMBER.match(plain, row.start() + code.start()))
