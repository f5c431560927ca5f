"""Text that tells where something is: streets, plus codes, map links, coordinates, landmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leak:
    """Something found: a stable Indonesian ``code`` and the text that gives it away."""

    code: str
    text: str


NAME = r"[A-Z0-9][\w'’.-]*(?:\s+[A-Z0-9][\w'’.-]*){0,5}"
NUMBER = r"(?:,?\s*(?:No|Nomor|Nmr|RT|RW|Blok|Kav|Km|KM)\b\.?\s*[\w/-]+|\s+\d+[A-Za-z]?\b)"
STREET = re.compile(
    rf"\b(?:Jl|Jln|JL|JLN|jl|jln|Gg|GG|gg|Lrg|lrg)\b\.?\s*{NAME}{NUMBER}?"
    rf"|\b(?:Jalan|Gang|Lorong|Perum|Perumahan|Komplek|Kompleks|Blok|Dusun|Kampung|Kp\.)\s+{NAME}?{NUMBER}"
    rf"|\b(?:jalan|gang|lorong|perumahan|komplek|kompleks)\s+[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?,?\s+(?:no|nomor|rt|rw|blok)\b\.?\s*[\w/]*\d"
    r"|\b(?:RT|Rt|rt)\.?\s*0*\d{1,3}\s*[/,.-]?\s*(?:RW|Rw|rw)\.?\s*0*\d{1,3}\b"
    r"|\b[Kk]ode\s?[Pp]os\s*:?\s*\d{5}\b"
    r"|\bKel(?:urahan|\.)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?,?\s+Kec(?:amatan|\.)\s+[A-Z]\w+,?\s+\d{5}\b"
)
PLUS_CODE = re.compile(r"(?<![\w+])(?:[23456789CFGHJMPQRVWX]{8}|[23456789CFGHJMPQRVWX]{4})\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])"
                       r"|(?<![\w+])[23456789cfghjmpqrvwx]{8}\+[23456789cfghjmpqrvwx]{2,3}(?![\w+])|plus\.codes/", re.ASCII)
MAP_LINK = re.compile(
    r"\b(?:google\.[a-z.]{2,6}/maps|maps\.google\.|goo\.gl/maps|maps\.app\.goo\.gl|g\.page/|g\.co/kgs|openstreetmap\.org/(?:#|\?|node|way|relation|export|search|directions)|osm\.org/go"
    r"|waze\.com/|bing\.com/maps|maps\.apple\.com|what3words\.com/|w3w\.co/|here\.com/|wego\.here|yandex\.[a-z]+/maps|mapcarta\.com|wikimapia\.org|petalmaps|maps\.me)"
    r"|\bgeo:-?\d|(?<![/\w:])///[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b", re.IGNORECASE)
COORDINATE = re.compile(
    r"(?<![\d.,])[-−–]?\s?\d{1,2}[.,]\d{3,}\s*°?\s*(?:LS|LU|S|N)?\s*[,;/|&\s]{1,3}\s*(?:lon|lng|bujur|BT)?\s*[:=]?\s*(?:9[4-9]|1[0-4]\d)[.,]\d{3,}"
    r"|(?<![\d.,])(?:9[4-9]|1[0-4]\d)\.\d{3,}\s*[,;]\s*[-−–]?\s?\d{1,2}\.\d{3,}"
    r"|\d{1,2}\s*°\s*\d{1,2}\s*['′’]\s*(?:\d{1,2}(?:[.,]\d+)?\s*(?:\"|″|”|'')?)?\s*(?:LS|LU|BT|[NSEW])\b"
    r"|\"?\b(?:lintang|bujur|latitude|longitude|lat|lng|lon)\b\"?\s*[:=]\s*\"?[-−]?\d{1,3}[.,]\d{2,}", re.IGNORECASE)
LANDMARK = re.compile(
    r"\b(?:belakang|depan|samping|sebelah|seberang|dekat|sekitar|di balik|(?:±\s*)?\d+\s*(?:m|meter|langkah|rumah)\s+(?:dari|setelah|sebelum))\s+(?:\w+\s+)?"
    r"(?:masjid|mushol+a|langgar|gereja|vihara|pasar|sekolah|sd|sdn|smp|smpn|sma|sman|smk|kampus|kantor|balai|rumah sakit|rsud|puskesmas|posyandu|terminal|stasiun|spbu|pom bensin|"
    r"alun-alun|taman|lapangan|jembatan|simpang|perempatan|pertigaan|bundaran|polsek|polres|koramil|bank|toko|warung|hotel|indomaret|alfamart|kuburan|makam|sungai|rel)\b", re.IGNORECASE)
VILLAGE = re.compile(r"\b(?:Kelurahan|Kel\.|Desa|Ds\.|Kecamatan|Kec\.)\s+[A-Z][\w]+")

HINTS: dict[str, re.Pattern[str] | tuple[str, ...]] = {
    "bocor-kode-plus": ("+", "plus.codes"),
    "bocor-tautan-peta": ("map", "osm.org", "waze", "what3words", "w3w.co", "geo:", "here.com", "wego.here", "///", "g.co/", "g.page"),
    "bocor-koordinat": re.compile(r"\d[.,]\d{3}|°|(?:lintang|bujur|latitude|longitude|lat|lng|lon)\W{1,5}\d", re.IGNORECASE),
}
"""What a text must hold before the slow pattern is worth trying: most pages hold none of it."""

EVERYWHERE = (("bocor-alamat", STREET), ("bocor-kode-plus", PLUS_CODE), ("bocor-tautan-peta", MAP_LINK), ("bocor-koordinat", COORDINATE))
CONFIDENTIAL = (*EVERYWHERE, ("bocor-patokan", LANDMARK), ("bocor-wilayah", VILLAGE))


def places_in(text: str) -> Iterator[Leak]:
    """Every way of telling a place that no page may hold, unless the place is public."""
    yield from _found(text, EVERYWHERE)


def strict_places_in(text: str) -> Iterator[Leak]:
    """The same for a confidential record: there a landmark or the name of a village is too much, too."""
    yield from _found(text, CONFIDENTIAL)


def _found(text: str, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Leak]:
    folded = text.casefold()
    for code, pattern in rules:
        hint = HINTS.get(code)
        if isinstance(hint, tuple) and not any(part in folded for part in hint) or isinstance(hint, re.Pattern) and not hint.search(text):
            continue
        for match in pattern.finditer(text):
            yield Leak(code, " ".join(match[0].split()))
