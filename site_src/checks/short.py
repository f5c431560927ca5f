"""Short addresses on paper: never reused, never dropped, and there for every page that sheets name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import HOME, Hotline, Site
from ..problems import Problem, Severity, maybe_you_meant

PATH = "content/alamat-pendek.yaml"


def check_short_addresses(site: Site, today: date) -> Iterator[Problem]:
    """Angka di content/alamat-pendek.yaml urut dari 1 tanpa lubang, satu angka untuk satu halaman, dan halamannya ada atau ditandai berhenti."""
    seen: set[str] = set()
    for expected, entry in enumerate(site.short_addresses, 1):
        if entry.number != expected:
            yield Problem(entry.at("angka"), "alamat-pendek", f"Di sini seharusnya angka {expected}, bukan {entry.number}.",
                          "Baris baru selalu di akhir dengan angka berikutnya. Baris lama tidak dihapus: angkanya sudah dicetak.")
            return
        if entry.target in seen:
            yield Problem(entry.at("untuk"), "alamat-pendek", f"“{entry.target}” sudah punya angka.", "Hapus baris baru ini bila belum pernah dicetak.")
        seen.add(entry.target)
        key, page = ("sekarang", entry.now) if entry.now else ("untuk", entry.target)
        if entry.leads_to and page not in _pages(site) and not site.is_unread("", page):
            hint = maybe_you_meant(page, _pages(site)) or "Bila halaman itu sudah dihapus: tambahkan “berhenti: ya”, atau “sekarang:” dengan halaman penggantinya."
            yield Problem(entry.at(key), "alamat-pendek", f"“{page}” tidak ada.", hint)


def check_pages_have_short_addresses(site: Site, today: date) -> Iterator[Problem]:
    """Halaman depan, kebutuhan, halaman pencegahan, dan panduan punya alamat pendek, bila kota memakainya."""
    if not site.short_addresses:
        return
    known = {entry.target for entry in site.short_addresses}
    missing = [page for page in sorted(_pages(site)) if page not in known]
    for number, page in enumerate(missing, len(site.short_addresses) + 1):
        yield Problem(site.short_addresses[-1].at(), "alamat-pendek-kurang", f"“{page}” belum punya alamat pendek; lembar cetaknya memuat kode nomor telepon saja.",
                      f"Tambahkan di akhir {PATH}.", f"  - {{angka: {number}, untuk: {page}}}", Severity.WARNING)


def _pages(site: Site) -> set[str]:
    return {HOME, *(name for name, record in site.originals.items() if not isinstance(record, Hotline))}
