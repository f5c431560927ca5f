"""What an answer means. Only a plain “not here” is called dead; a refusal, a slow host or a fault is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from urllib.parse import urlsplit


class Verdict(StrEnum):
    """What became of an address."""

    ALIVE = "hidup"
    MOVED = "pindah"
    DEAD = "mati"
    REFUSED = "ditolak"
    CERTIFICATE = "sertifikat"
    HIJACKED = "dibajak"
    FORBIDDEN = "tidak ditanya"


GRAVE = (Verdict.DEAD, Verdict.CERTIFICATE, Verdict.HIJACKED)
"""Verdicts somebody has to act on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said: a status with the first bytes of the page, or the ``fault`` that came instead.

    ``fault`` is one of: waktu (timeout), dns, sambungan, sertifikat, kedaluwarsa, robots, putaran (too many redirects), skema.
    """

    url: str
    status: int = 0
    final: str = ""
    permanent: bool = False
    page: str = ""
    fault: str = ""


GAMBLING = re.compile(r"\b(?:slot\s?(?:gacor|\d{2,4}|online|maxwin|dana|thailand|deposit|demo|pulsa|qris|resmi)|toto\s?(?:togel|macau|slot|4d)|gacor|maxwin|togel|sbobet|rtp\s?(?:live|slot)|judi\s?(?:online|bola|slot)|bandar\s?(?:judi|togel|bola|slot)|"
                      r"pragmatic\s?play|scatter\s?hitam|situs\s?slot|agen\s?(?:judi|slot)|casino|taruhan\s?bola|link\s?alternatif|mahjong\s?ways|gates\s?of\s?olympus|deposit\s?(?:pulsa|dana|qris)|bonus\s?new\s?member|poker\s?online|dewa\s?slot)\b", re.IGNORECASE)
PARKING = re.compile(r"domain (?:name )?(?:is|may be|ini|sedang) (?:for sale|dijual|diparkir)|buy this domain|beli domain ini|domain (?:has )?expired|domain ini telah kedaluwarsa|"
                     r"parked (?:free|domain|by)|this domain is parked|sedoparking|hugedomains|dan\.com/buy-domain|account suspended|akun ditangguhkan", re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
TAGS = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]+>", re.IGNORECASE | re.DOTALL)
GONE = re.compile(r"^\W*(?:(?:error\s*)?404\b|(?:halaman|laman|artikel|berita|page)\s+(?:ini\s+|yang anda cari\s+)?(?:tidak|belum) (?:di)?temukan|(?:page|file) not found|not found\b)", re.IGNORECASE)
"""Titles of pages that say by words, and not by their status, that nothing is there."""
LEADS_AWAY = re.compile(r"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?refresh\b[^>]*\burl\s*=\s*[\"']?([^\"'>\s]+)|\blocation(?:\.href|\.replace\(|\.assign\()?\s*=?\s*[\"'](https?://[^\"']+)[\"']", re.IGNORECASE)
SHORT_PAGE = 300
"""Letters: a page that shows fewer and leads elsewhere by script is a signpost."""
PROMOTED = 8
"""So often one page repeats what only the trade itself says."""
MANY_WORDS = 3
"""So many different gambling words make a gambling page; a page that warns of online gambling holds one or two."""


def judge(answer: Answer) -> tuple[Verdict, str]:
    """``(verdict, reason in Indonesian)``."""
    if answer.fault:
        return _of_fault(answer.fault)
    if answer.status in (404, 410):
        return Verdict.DEAD, f"server menjawab {answer.status}: halaman ini tidak ada"
    if answer.status in (401, 403, 405, 406, 407, 408, 418, 425, 429, 451, 503, 999):
        return Verdict.REFUSED, f"server menolak pemeriksa ({answer.status}); buka dengan peramban"
    if answer.status >= 400:
        return Verdict.REFUSED, f"server sedang terganggu ({answer.status}); coba lagi nanti"
    taken = taken_over(answer.page)
    if taken:
        return Verdict.HIJACKED, taken
    away = _leads_away(answer.page)
    if away and family(away) not in ("", family(answer.final or answer.url)):
        return Verdict.HIJACKED, f"halamannya membawa pembaca ke host lain: {urlsplit(away).hostname}; baca dulu siapa pemiliknya"
    if answer.final and family(answer.final) != family(answer.url):
        return Verdict.HIJACKED, f"berpindah ke host lain: {urlsplit(answer.final).hostname}; baca dulu siapa pemiliknya"
    if GONE.search(_title(answer.page)):
        return Verdict.DEAD, f"halamannya sendiri berkata tidak ada: “{_title(answer.page)[:60]}”"
    if answer.final and urlsplit(answer.final).path in ("", "/") and urlsplit(answer.url).path not in ("", "/"):
        return Verdict.MOVED, "dialihkan ke halaman depan; halaman yang dulu dibaca mungkin sudah hilang"
    if answer.final and answer.permanent and answer.final != answer.url:
        return Verdict.MOVED, f"pindah tetap ke {answer.final}"
    return Verdict.ALIVE, "menjawab"


def offline(answers: Sequence[Answer]) -> bool:
    """True when something was asked and no host answered at all: then it is this computer that is cut off, and no link may be called dead."""
    asked = [answer for answer in answers if answer.fault != "robots"]
    return bool(asked) and all(answer.fault in ("dns", "sambungan", "waktu") for answer in asked)


def taken_over(page: str) -> str:
    """Why a page looks like somebody else's: gambling or parking words in its title or its text. Empty when it does not."""
    title = _title(page)
    text = unescape(TAGS.sub(" ", page))
    words = {" ".join(word.casefold().split()) for word in GAMBLING.findall(text)}
    in_title = GAMBLING.findall(title)
    trade = [word for word in GAMBLING.findall(text) if not re.match(r"judi|bandar|casino|agen|situs", word, re.IGNORECASE)]
    if len(words) >= MANY_WORDS or (in_title and len(words) > 1) or len(trade) >= PROMOTED:
        return f"halaman judi: {', '.join(sorted(words)[:4])}"
    parked = PARKING.search(title) or PARKING.search(text[:5000])
    return f"domain dijual atau diparkir: “{' '.join(parked[0].split())}”" if parked else ""


def _title(page: str) -> str:
    return " ".join(unescape(match[1] if (match := TITLE.search(page)) else "").split())


def _leads_away(page: str) -> str:
    """Where a page sends its reader by itself: by refresh, or by script when it shows next to nothing."""
    match = LEADS_AWAY.search(page)
    if match is None:
        return ""
    if match[1]:
        return unescape(match[1])
    return match[2] if len(" ".join(TAGS.sub(" ", page).split())) < SHORT_PAGE else ""


def family(url: str) -> str:
    """The part of a host that its owner registered: ``www.dp3a.sumselprov.go.id`` -> ``sumselprov.go.id``."""
    host = (urlsplit(url).hostname or "").lower().removeprefix("www.").rstrip(".")
    if re.fullmatch(r"[\d.]+|\[?[\da-f:]+\]?", host):
        return host
    parts = host.split(".")
    deep = len(parts) > 2 and parts[-2] in ("co", "go", "or", "ac", "sch", "web", "my", "desa", "net", "com", "org", "biz", "mil", "gov", "edu")
    return ".".join(parts[-3:] if deep else parts[-2:])


def _of_fault(fault: str) -> tuple[Verdict, str]:
    return {
        "waktu": (Verdict.REFUSED, "server tidak menjawab pada waktunya"),
        "sambungan": (Verdict.REFUSED, "sambungan ditolak atau putus; coba lagi nanti"),
        "dns": (Verdict.DEAD, "nama host ini tidak ada lagi"),
        "kedaluwarsa": (Verdict.CERTIFICATE, "sertifikatnya kedaluwarsa; peramban memberi peringatan kepada pembaca"),
        "sertifikat": (Verdict.CERTIFICATE, "sertifikatnya tidak dapat dipercaya; peramban memberi peringatan kepada pembaca"),
        "robots": (Verdict.FORBIDDEN, "robots.txt meminta pemeriksa tidak membuka halaman ini"),
        "putaran": (Verdict.REFUSED, "terlalu banyak pengalihan"),
        "skema": (Verdict.HIJACKED, "dialihkan ke alamat yang bukan http atau https"),
    }[fault]
