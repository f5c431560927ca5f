"""What a visit costs and when somebody answers are promises: each has its source beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Cost, CostValue, Hotline, Record, Service, Site
from ..problems import Loc, Problem
from .assertions import Assertion, compiled, unsourced
from .laws import has_sources
from .sentences import Block

FEE = compiled(
    r"\b(?:gratis|cuma-?\s?cuma|nol rupiah)\b",
    r"\b(?:tanpa|bebas) (?:biaya|pulsa|bayar\w*|ongkos|tarif)\b",
    r"\b(?:tidak|tak) (?:di)?(?:pungut|kenai|kenakan) (?:biaya|bayaran|ongkos|tarif)\b",
    r"\b(?:tidak|tak) (?:perlu |usah |harus )?(?:mem|ber)?bayar\b",
    r"\b(?:tidak|tak) ada (?:biaya|pungutan|tarif)\b",
    r"\bdibebaskan dari biaya\b|\bbiaya\w* dibebaskan\b",
    r"\bbiaya\w*\b[^.,;]{0,30}\bditanggung (?:oleh )?(?:negara|pemerintah|dinas|kota|kantor|BPJS|LPSK|APBD)\b",
    r"\b(?:ditanggung|dibayar|dibayarkan) (?:oleh )?(?:negara|pemerintah|dinas|BPJS)\b",
    r"\b(?:Rp\.?|IDR)\s?\d[\d.,]*\d|\b(?:Rp\.?|IDR)\s?\d",
    r"\b\d[\d.,]*\s?(?:ribu|rb|juta|jt)?\s?rupiah\b|\b(?:\w+ (?:puluh|ratus) )?(?:puluh|ratus|ribu|seribu|juta) rupiah\b",
    r"\b(?:biaya|tarif|ongkos|bayar|harga)\w*\b[^.,;]{0,20}\b(?:\d[\d.,]*\s?(?:ribu|rb|juta|jt|k)|\d{1,3}(?:\.\d{3})+|\d{4,}|(?:\w+ )?(?:puluh|ratus|belas) (?:ribu|juta)|(?:se|dua |tiga |empat |lima |enam |tujuh |delapan |sembilan )(?:ribu|juta))\b",
)
HOURS = compiled(
    r"(?<!\d[×x] )(?<!\d[×x])(?<!\d [×x] )(?<!dalam )(?<!selama )(?<!setelah )(?<!sesudah )(?<!sebelum )(?<!dari )(?:\b24|\bdua puluh empat)\s?jam\b(?! (?:pertama|sejak|setelah|sesudah|terakhir|sebelum|kemudian|lagi)\b)",
    r"\b24\s?/\s?7\b",
    r"\bsiang (?:dan |maupun )?malam\b",
    r"\b(?:pukul|pkl\.?|jam) \d{1,2}(?:[.:]\d\d)?\b",
    r"\b(?:pukul|jam) (?:(?:enam|tujuh|delapan|sembilan|sepuluh) (?:pagi|malam)|(?:empat|lima) (?:pagi|sore)|(?:satu|dua) siang)\b",
    r"\b(?:pukul|jam) (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\b[^.,;]{0,12}\b(?:sampai|hingga|s\.?d\.?|s/d) ",
    r"\bjam (?:kerja|buka|layanan|kantor|operasional|praktik)\w*\b[^.;]{0,15}\b\d{1,2}\b",
    r"\bnon-?stop\b",
    r"(?<!\d)\d{1,2}(?:\.|:)\d\d\s*(?:[-–—]|sampai|s\.?d\.?|hingga)\s*\d{1,2}[.:]\d\d\b",
    r"\bsetiap hari kerja\b",
    r"\b(?:buka|siaga|bersiaga|melayani|dilayani|dihubungi|menjawab)\b[^.,;]{0,20}\b(?:kapan saja|setiap saat|sepanjang hari)\b",
    r"\b(?:buka|tutup|libur|melayani|menerima \w+)\b[^.,;]{0,20}\b(?:(?:se)?tiap hari|hari (?:kerja|Minggu|Sabtu|Senin|Jumat|libur)|Senin|Sabtu|Minggu)\b",
    r"\bSenin\s*(?:[-–—]|sampai|hingga)\s*(?:Kamis|Jum'?at|Sabtu|Minggu)\b",
)
OPEN = re.compile(r"\btanya|\bpastikan\b|\bbelum\b|\bapakah\b|\bbila\b|\bmungkin\b|\bjangan\b|\bkalau\b|\bmisalnya\b|\bberita\b", re.IGNORECASE)
"""Words of a question, a condition or a doubt, also of what is known from the news only: what stands behind them promises nothing."""
MARK = re.compile(r"\{\{\s*(?:sumber|hotline|layanan)\s*:")


def check_fees(site: Site, today: date) -> Iterator[Problem]:
    """Biaya yang disebut punya sumber; hanya “bergantung” boleh tanpa sumber."""
    for owner in (*site.hotlines, *site.services):
        for loc, cost in _costs(owner):
            if cost.value is not CostValue.DEPENDS and not cost.sources:
                yield Problem(owner.at(*loc, "nilai"), "biaya-tanpa-sumber", f"Biaya “{cost.value}” belum punya sumber.",
                              "Tulis halaman yang mengatakannya, atau hapus biayanya selama belum diketahui.", 'sumber:\n  - {url: "https://contoh.go.id/layanan", dibaca: 2026-11-23}')


def check_claims(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan yang menjanjikan biaya atau jam punya tanda sumber, atau kode singkat kontaknya, di paragraf yang sama atau di kalimat pembuka daftarnya."""
    for what, kind in (("biaya", PRICE), ("jam", TIMES)):
        for block, offset, words in unsourced(site, kind):
            if isinstance(block.record, Hotline | Service) and block.loc:
                yield Problem(block.place(offset), "janji-tanpa-sumber", f"“{words}” menjanjikan {what}, tetapi isian “{what}” catatan ini tidak mengatakannya.",
                              f"Isi “{what}” beserta sumbernya, atau hapus kata itu.", "ringkas: Menghubungkan Anda dengan polisi terdekat.")
            else:
                yield Problem(block.place(offset), "janji-tanpa-sumber", f"“{words}” menjanjikan {what} tanpa sumber di paragraf ini.",
                              "Tambahkan tanda sumber atau kode singkat kontaknya, atau tulis sebagai hal yang perlu ditanyakan.", "Polisi menerima panggilan 24 jam {{ sumber: layanan-polisi-110 }}.")


def _has_price(block: Block) -> bool:
    """A contact that speaks of money says so in its record, where the source stands; other records have sources of their own."""
    return any(cost.sources for _, cost in _costs(block.record)) if isinstance(block.record, Hotline | Service) else has_sources(block)


def _has_times(block: Block) -> bool:
    """The same of hours."""
    owner = block.record
    return bool(owner.hours or any(channel.hours for channel in owner.channels)) if isinstance(owner, Hotline | Service) else has_sources(block)


PRICE = Assertion(FEE, MARK, OPEN, _has_price)
TIMES = Assertion(HOURS, MARK, OPEN, _has_times)


def _costs(owner: Record) -> Iterator[tuple[Loc, Cost]]:
    assert isinstance(owner, Hotline | Service)
    if owner.cost:
        yield ("biaya",), owner.cost
    for index, channel in enumerate(owner.channels):
        if channel.cost:
            yield ("kanal", index, "biaya"), channel.cost
