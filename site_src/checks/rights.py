"""What the law grants, orders or forbids, and how often something happens, is said with its source beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Hotline, Service, Site
from ..problems import Problem
from .assertions import Assertion, compiled, unsourced
from .laws import MARK, has_sources
from .sentences import Block

PEOPLE = r"(?:orang|perempuan|wanita|ibu|istri|anak|balita|remaja|siswa|siswi|murid|pelajar|mahasiswi?|laki-laki|korban|pelaku|penyintas|keluarga|rumah tangga|warga|pekerja|pengguna|kasus|laporan|pengaduan|perkara|kekerasan)"
COUNT = r"(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|seratus|seribu)"
RIGHT = (
    r"(?<!tidak )(?<!tak )(?<!bukan )\bberhak\b(?! (?:ber|di)?(?:tanya|marah|menangis|merasa|takut|sedih|bahagia|hidup|hormat\w*|dengar\w*|percaya|istirahat|memilih|menolak|bilang|kata|ubah|pulih)\b)",
    r"\b(?:punya|memiliki|mempunyai) hak\b",
    r"\bhak (?:atas|untuk)\b",
    r"\b(?:merupakan|adalah) hak\b",
    r"\b(?:dijamin|dilindungi|diatur|dilarang|diwajibkan|diharuskan|ditetapkan|diancam|dihukum|diakui)\b[^.,;]{0,15}\b(?:undang|hukum|negara|peraturan|konstitusi|pidana|hukuman|penjara)",
    r"\b(?:menurut|secara|berdasarkan|sesuai) (?:ketentuan )?(?:hukum|undang|peraturan|aturan\b(?! (?:rumah|kelas|sekolah|keluarga|main)))",
    r"\b(?:hukum|negara|aturan|pemerintah) (?:\w+ )?(?:melindungi|menjamin|mewajibkan|melarang|mengatur|mengancam|menghukum|mengakui)\b",
    r"\b(?:polisi|penyidik|hakim|jaksa|pengadilan|negara|pemerintah) (?:\w+ )?harus\b",
    r"\b(?:melanggar|melawan|bertentangan dengan) (?:hukum|undang|peraturan|kitab)",
    r"\b(?:adalah|merupakan|termasuk|jadi) (?:sebuah |suatu )?(?:perbuatan |tindakan )?(?:tindak pidana|pidana|kejahatan|delik|pelanggaran hukum)\b|\b(?:ini|itu|tersebut) (?:tindak pidana|kejahatan|delik)\b",
    r"\bdipidana\b|\bterancam (?:hukuman|pidana|penjara)\b|\b(?:dapat|bisa|akan|harus) (?:dihukum|dipenjara|dituntut|dijerat|masuk penjara)\b|\bdelik (?:aduan|biasa)\b",
    r"(?<!tidak )(?<!tak )(?<!bukan )\b(?:wajib|diwajibkan|berkewajiban)\b(?! (?:belajar|pajak)\b)",
    r"\b(?:polisi|penyidik|jaksa|hakim|sekolah|guru|dokter|siapa pun|setiap orang|media|wartawan|perusahaan|majikan|pemberi kerja) (?:juga )?dilarang\b",
)
FREQUENCY = (
    r"(?<!\d)(?!100\s?[%p])\d+(?:[.,]\d+)?\s?(?:%|persen\b)",
    rf"(?<!salah )\b{COUNT} (?:dari|di antara) (?:setiap |tiap )?{COUNT} (?:\w+ ){{0,1}}{PEOPLE}\b",
    rf"\b(?:belasan|puluhan|ratusan|ribuan|jutaan)\b (?:ribu |juta )?(?:\w+ ){{0,1}}{PEOPLE}\b",
    rf"\b(?:\d+(?:\.\d+)*|\w+ puluh|\w+ ratus)(?: ribu| juta)? (?:kasus|korban|laporan|pengaduan|perkara)\b|\b(?:\d{{3,}}|\d+(?:\.\d{{3}})+|\d+ ribu|\d+ juta) {PEOPLE}\b",
    rf"\bsetiap (?:{COUNT} )?(?:detik|menit|jam|hari)\b[^.]{{0,30}}\b(?:seorang|{COUNT} {PEOPLE})\b",
    rf"\b(?:sebagian besar|kebanyakan|mayoritas|separuh|setengah|sepertiga|seperempat|hampir semua|rata-rata) (?:dari )?{PEOPLE}\b",
    r"\b(?:angka|jumlah|kasus|laporan)\b[^.]{0,30}\b(?:naik|meningkat|bertambah|melonjak|turun|menurun)\b[^.]{0,30}(?:\d|\b(?:tahun|kali|lipat)\b)",
    r"\b(?:survei|penelitian|riset|studi|data|statistik)\b[^.,]{0,30}\b(?:menunjukkan|menyebut|menemukan|mencatat|mengungkap)\w*",
)
DOUBT = re.compile(r"\b(?:tidak|tak) (?:ada|seorang|satu)\b|\bapakah\b|\btanya|\bpastikan\b|\bbelum (?:tahu|pasti|jelas|dipastikan|kami|memuat)\b", re.IGNORECASE)
"""Words of a question, of an open point or of “nobody”: what stands behind them asserts nothing."""


def check_rights(site: Site, today: date) -> Iterator[Problem]:
    """Hak, kewajiban, larangan, dan hukuman yang disebut tulisan punya tanda {{ sumber: … }} di paragraf yang sama, atau di kalimat pembuka daftarnya."""
    for block, offset, words in unsourced(site, LAW):
        yield Problem(block.place(offset), "hak-tanpa-sumber", f"“{words}”: kalimat ini mengatakan apa yang dijamin, diwajibkan, atau dilarang hukum, tetapi paragrafnya tanpa sumber.",
                      "Tambahkan tanda sumber di akhir kalimatnya. Bila itu saran dan bukan hukum, tulis “boleh” atau “sebaiknya”.", "Anda berhak atas restitusi {{ sumber: restitusi-dana-bantuan-korban }}.")


def check_statistics(site: Site, today: date) -> Iterator[Problem]:
    """Hitungan dan perbandingan tentang orang dan kejadian punya tanda {{ sumber: … }} di paragraf yang sama, atau di kalimat pembuka daftarnya."""
    for block, offset, words in unsourced(site, OFTEN):
        yield Problem(block.place(offset), "angka-tanpa-sumber", f"“{words}”: kalimat ini mengatakan seberapa banyak atau seberapa sering, tetapi paragrafnya tanpa sumber.",
                      "Tambahkan tanda sumber di akhir kalimatnya, atau hapus hitungannya.", "Kekerasan dapat dialami siapa saja.")


def _is_sourced_field(block: Block) -> bool:
    """What a contact says of itself stands on the sources of its channels; any other field on those of its record or step."""
    return isinstance(block.record, Hotline | Service) or has_sources(block)


LAW = Assertion(compiled(*RIGHT), MARK, DOUBT, _is_sourced_field)
OFTEN = Assertion(compiled(*FREQUENCY), MARK, DOUBT, _is_sourced_field)
