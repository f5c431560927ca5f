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
TITLE = r"(?:Jend|Letjen|Letkol|Kol|Mayjen|Mayor|Kapten|Kapt|KH|Hj?|Dr|Prof|Ir|Pangeran|Depati|Sultan)"
NOBODY = r"(?!Anda\b|Kamu\b|Kita\b|Kami\b|Yang\b)"
"""Words with a capital letter that are no name."""
STREET = re.compile(
    rf"\b(?:[Jj][Ll][Nn]?|[Gg]g|GG|[Ll]rg|LRG|Lr)\b\.?\s*(?:{NAME}{NUMBER}?|[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?,?\s+(?:no|nomor|rt|rw|blok)\b\.?\s*[\w/]*\d)"
    rf"|\b[Jj][Ll][Nn]?\.\s*[\w'’-]{{3,}}"
    rf"|\b(?:Gang|Lorong)\s+{NOBODY}[A-Z][\w'’-]+|\b(?:Jalan|JALAN)\s+(?:{TITLE}\.?\s+{NAME}|{NOBODY}[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)+)"
    rf"|\b{TITLE}\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}?,?\s+(?:No|Nomor|no|nomor)\b\.?\s*\d"
    rf"|\b(?:Jalan|Gang|Lorong|Perum|Perumahan|Komplek|Kompleks|Blok|Dusun|Kampung|Kp\.|Kavling|Kav\.|Ruko|Rusun|Cluster|Griya|Vila|Villa|Kos|Kost|BTN)\s+{NAME}?{NUMBER}"
    rf"|\b(?:jalan|gang|lorong|perumahan|komplek|kompleks)\s+[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?,?\s+(?:no|nomor|rt|rw|blok)\b\.?\s*[\w/]*\d"
    r"|\b(?:BTN|Perum|Perumahan|Griya|Komplek|Kompleks)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?,?\s+[Bb]lok\s+[A-Z]{1,2}[\s-]?\d"
    r"|\b[Aa]lamat(?:nya)?\s*:?\s*(?:di\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}\s+(?:[Nn]o\.?\s*)?\d{1,4}[A-Za-z]?\b(?!\s*(?:orang|hari|jam|tahun|kali|lembar))"
    r"|\b(?:RT|Rt|rt)\W{0,2}\s?0*\d{1,3}\s*[/,.-]?\s*(?:RW|Rw|rw)\W{0,2}\s?0*\d{1,3}\b|\bR[TW]\.?\s?0*\d{1,3}\b"
    r"|\b[Kk]ode\s?[Pp]os\s*:?\s*\d{5}\b"
    r"|\bKel(?:urahan|\.)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?,?\s+Kec(?:amatan|\.)\s+[A-Z]\w+,?\s+\d{5}\b"
)
PLUS_CODE = re.compile(r"(?<![\w+])(?:[23456789CFGHJMPQRVWX]{8}|[23456789CFGHJMPQRVWX]{4})\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])"
                       r"|(?<![\w+])[23456789cfghjmpqrvwx]{8}\+[23456789cfghjmpqrvwx]{2,3}(?![\w+])|plus\.codes/", re.ASCII)
MAP_LINK = re.compile(
    r"\b(?:google\.[a-z.]{2,6}/maps|maps\.google\.|goo\.gl/maps|maps\.app\.goo\.gl|g\.page/|g\.co/kgs|openstreetmap\.org/(?:#|\?|node|way|relation|export|search|directions)|osm\.org/(?:go|#|\?|node|way|relation)"
    r"|waze\.com/|bing\.com/maps|maps\.apple\.com|what3words\.com/|w3w\.co/|here\.com/|wego\.here|yandex\.[a-z]+/maps|mapcarta\.com|wikimapia\.org|petalmaps|maps\.me|mapy\.(?:cz|com)/|earth\.google\.|grab\.onelink\.me|r\.grab\.com|gojek\.link|[?&]ludocid=)"
    r"|\b(?:w3w|what3words)\b\W{1,3}[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b|!3d-?\d+\.\d+!4d-?\d"
    r"|\bgeo:-?\d|(?<![/\w:])///[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b", re.IGNORECASE)
COORDINATE = re.compile(
    # Without a sign and with three figures behind the point it may be a count of people: 3.000, 102.000.
    r"(?<![\d.,])(?:[-−–]\s?\d{1,2}[.,]\d{3,}|\d{1,2}[.,]\d{4,}|\d{1,2}[.,]\d{3,}\s*°?\s*(?:LS|LU|S|N)\b)\s*°?\s*(?:LS|LU|S|N)?\s*[,;/|&\s]{1,3}\s*(?:lon|lng|bujur|BT)?\s*[:=]?\s*(?:9[4-9]|1[0-4]\d)[.,]\d{3,}"
    r"|\b[NS]\s?\d{1,2}[.,]\d{3,}\s*°?\W{1,4}[EW]\s?\d{2,3}[.,]\d{3,}|\b(?:[NSEW]|LS|LU|BT)\s*\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?"
    r"|\b\d{1,3}\s*derajat\s*\d{1,2}\s*menit\b|\bUTM\b\W*(?:zona\s*)?\d{1,2}\s?[A-Z]?\W+\d{6}"
    r"|(?<![\d.,])(?:9[4-9]|1[0-4]\d)\.\d{3,}\s*[,;]\s*[-−–]?\s?\d{1,2}\.\d{3,}"
    r"|\d{1,2}\s*°\s*\d{1,2}\s*['′’]\s*(?:\d{1,2}(?:[.,]\d+)?\s*(?:\"|″|”|'')?)?\s*(?:LS|LU|BT|[NSEW])\b"
    r"|\"?\b(?:lintang|bujur|latitude|longitude|lat|lng|lon)\b\"?\s*[:=]\s*\"?[-−]?\d{1,3}[.,]\d{2,}", re.IGNORECASE)
THING = (r"(?:masjid|mesjid|mushol+a|langgar|surau|gereja|vihara|pura|pasar|sekolah|sd|sdn|smp|smpn|sma|sman|smk|kampus|pesantren|kantor|balai|rumah sakit|rsud|puskesmas|posyandu|terminal|stasiun|bandara|spbu|pom bensin|"
         r"alun-alun|taman|lapangan|jembatan|simpang|perempatan|pertigaan|bundaran|polsek|polres|koramil|bank|toko|warung|ruko|pabrik|gudang|kebun|sawah|hotel|indomaret|alfamart|kuburan|makam|sungai|rel|rumah (?:pak|bu|ibu|bapak|ketua|kepala|lurah))")
LANDMARK = re.compile(
    rf"\b(?:(?:belakang|depan|samping|sebelah|seberang|dekat|sekitar|arah|balik|tetangga|blkg|blkng|sblh|smpg|(?:tak|tidak) jauh dari|(?:±\s*)?(?:\d+|satu|dua|tiga|empat|lima|beberapa)\s*(?:m|meter|langkah|rumah)\s+(?:dari|setelah|sebelum))\s+(?:\w+\s+)?{THING}"
    r"|(?:di )?ujung (?:gang|jalan|lorong|kampung|desa)|masuk (?:gang|lorong)|(?:gang|lorong|rumah|pintu) (?:ke)?(?:satu|dua|tiga|empat|pertama|kedua|ketiga|terakhir)\b"
    r"|(?:rumah|pagar|pintu|atap|gerbang|dinding) (?:ber)?(?:cat|warna|pagar|tingkat|lantai)|(?:cat|pagar|atap|pintu|gerbang)(?:nya)? (?:ber)?(?:warna )?(?:hijau|putih|biru|kuning|merah|hitam|abu-abu|cokelat|coklat|krem|oranye|ungu)"
    r"|lantai (?:dasar|\d|satu|dua|tiga|empat)|(?:komplek|kompleks) (?:perumahan|asrama|kampus|ruko)|perumahan [a-z]\w+)\b", re.IGNORECASE)
VILLAGE = re.compile(r"\b(?:[Kk]elurahan|[Kk]el\.|[Dd]esa|[Dd]s\.|[Kk]ecamatan|[Kk]ec\.)\s+(?!(?:ini|itu|setempat|mana|tempat|asal|dan|atau|yang|anda|kita|ramah|tersebut|lain|masing|di|untuk|terdekat|juga|tidak|akan|mana)\b)\w{3,}")

HINTS: dict[str, tuple[re.Pattern[str] | str, ...]] = {
    "bocor-kode-plus": (re.compile(r"[2-9cfghjmpqrvwx]\+[2-9cfghjmpqrvwx]{2}"), "plus.codes/"),
    "bocor-tautan-peta": ("map", "osm.org", "waze", "what3words", "w3w", "geo:", "here.com", "wego.here", "///", "g.co/", "g.page", "!3d", "grab", "gojek", "ludocid", "earth.google"),
    "bocor-koordinat": (re.compile(r"\d\d[.,]\d{3}"), "°", "derajat", "utm", re.compile(r"(?:lat|lng|lon|lintang|bujur|itude)\W+\d")),
}
"""What a text in small letters must hold, one of them, before the slow pattern is worth trying: most pages hold none of it."""

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
        hints = HINTS.get(code)
        if hints and not any(hint in folded if isinstance(hint, str) else hint.search(folded) for hint in hints):
            continue
        for match in pattern.finditer(text):
            yield Leak(code, " ".join(match[0].split()))
