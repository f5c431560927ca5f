"""What a visit costs and when somebody answers are promises: each has its source beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Cost, CostValue, Hotline, Record, Service, Site
from ..problems import Loc, Problem
from .sentences import blocks

FEE = re.compile(r"\bgratis\b|\bcuma-cuma\b|\b(?:tanpa|bebas) (?:biaya|pulsa|bayar)\b|\btidak (?:di)?pungut (?:biaya|bayaran)\b|\btidak (?:perlu )?(?:mem)?bayar\b|\bbiaya\w*\b[^.,;]{0,30}\bditanggung (?:oleh )?(?:negara|pemerintah|dinas|kota|kantor|BPJS|LPSK|APBD)\b|\bditanggung (?:oleh )?(?:negara|pemerintah|BPJS)\b|\bRp\s?\d", re.IGNORECASE)
HOURS = re.compile(r"(?<![×x] )(?<![×x])\b24 jam\b|\b(?:pukul|jam) \d{1,2}(?:[.:]\d\d)?\b|\b\d{1,2}[.:]\d\d\s*(?:[-–—]|sampai)\s*\d{1,2}[.:]\d\d\b|\bsetiap hari kerja\b", re.IGNORECASE)
HINTS = ("gratis", "ditanggung", "biaya", "bayar", "pulsa", "cuma-cuma", "pungut", "rp", "24 jam", "pukul", "hari kerja")
NEAR_A_NUMBER = re.compile(r"\d[.:]\d|\bjam \d", re.IGNORECASE)
"""A text without any of these promises nothing; only then the patterns are tried."""
OPEN = re.compile(r"\btanya|\bpastikan\b|\bbelum\b|\bapakah\b|\bbila\b|\bmungkin\b|\?|\bjangan\b|\bkalau\b|\bmisalnya\b", re.IGNORECASE)
"""Words of a question, a condition or a doubt: such a sentence promises nothing."""
MARK = re.compile(r"\{\{\s*(?:sumber|hotline|layanan)\s*:")
LINK = re.compile(r"!?\[[^\[\]]{0,300}\]\([^)]*\)")


def check_fees(site: Site, today: date) -> Iterator[Problem]:
    """Biaya yang disebut punya sumber; hanya “bergantung” boleh tanpa sumber."""
    for owner in (*site.hotlines, *site.services):
        for loc, cost in _costs(owner):
            if cost.value is not CostValue.DEPENDS and not cost.sources:
                yield Problem(owner.at(*loc, "nilai"), "biaya-tanpa-sumber", f"Biaya “{cost.value}” belum punya sumber.",
                              "Tulis halaman yang mengatakannya, atau hapus biayanya selama belum diketahui.", 'sumber:\n  - {url: "https://contoh.go.id/layanan", dibaca: 2026-11-23}')


def check_claims(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan yang menjanjikan biaya atau jam punya tanda sumber, atau kode singkat kontaknya, di paragraf yang sama."""
    for block in blocks(site):
        if block.loc or block.kind == "judul" or MARK.search(block.text) or not _may_promise(block.text):
            continue
        for offset, sentence in block.sentences():
            if not _may_promise(sentence):
                continue
            said = LINK.sub(lambda match: " " * len(match[0]), sentence)
            for what, pattern in (("biaya", FEE), ("jam", HOURS)):
                match = pattern.search(said)
                if match and not OPEN.search(said):
                    yield Problem(block.place(offset + match.start()), "janji-tanpa-sumber", f"“{match[0]}” menjanjikan {what} tanpa sumber di paragraf ini.",
                                  "Tambahkan tanda sumber atau kode singkat kontaknya, atau tulis sebagai hal yang perlu ditanyakan.", "Polisi menerima panggilan 24 jam {{ sumber: layanan-polisi-110 }}.")


def _may_promise(text: str) -> bool:
    folded = text.casefold()
    return any(hint in folded for hint in HINTS) or bool(NEAR_A_NUMBER.search(text))


def _costs(owner: Record) -> Iterator[tuple[Loc, Cost]]:
    assert isinstance(owner, Hotline | Service)
    if owner.cost:
        yield ("biaya",), owner.cost
    for index, channel in enumerate(owner.channels):
        if channel.cost:
            yield ("kanal", index, "biaya"), channel.cost
