"""Pages for staff: reachable by address only, not indexed, and holding nothing that readers may not see."""

from __future__ import annotations

from html import escape

from ..model import SLOTS, Page, coverage, rows
from .contacts import Contacts
from .order import AUDIENCE_NAMES
from .text import body, html, in_sentence, long_date

PATH = "kelola/cakupan.md"


def coverage_page(contacts: Contacts) -> Page:
    """Who reaches tested help at which hour; what a release refuses to do without."""
    ledger, site = contacts.ledger, contacts.site
    tested, sourced = coverage(ledger), coverage(ledger, ledger.may_show)
    dark = sum(mask.bit_count() != SLOTS for mask in tested.values())
    said = "Setiap jam tercakup." if not dark else f"{dark} dari {len(tested)} gabungan kebutuhan, pembaca, dan kecamatan punya jam tanpa nomor teruji."
    return Page(
        path=PATH, title="Cakupan bantuan", kind="kelola", trail=(("Beranda", ""),), meta={"noindex": True},
        description="Kebutuhan, pembaca, jam, dan kecamatan yang belum punya nomor teruji.",
        body=body(
            f"Halaman untuk petugas, per {long_date(ledger.today)}. {said}",
            f"Jam dihitung dari {SLOTS}: 168 jam seminggu dan 24 jam hari libur. Tanggal libur nasional dan cuti bersama berganti tiap tahun, jadi hari apa pun dihitung mungkin libur: layanan yang tutup di hari libur, atau tidak menyebutnya, dihitung tutup sepanjang hari libur. Jam buka yang belum diketahui dihitung tutup. Rilis ditolak selama masih ada jam gelap.",
            "## Dengan nomor yang teruji", _table(contacts, tested, "Jam dengan nomor yang teruji"),
            "## Bila nomor yang baru bersumber ikut dihitung", _table(contacts, sourced, "Jam dengan nomor teruji atau bersumber"),
        ),
    )


def _table(contacts: Contacts, found: dict, name: str) -> str:
    lines = []
    for row in rows(found, contacts.site):
        audiences = ", ".join(in_sentence(AUDIENCE_NAMES[name]) for name in row.audiences)  # type: ignore[index]
        where = ", ".join(row.districts) or "semua"
        lines.append(f"<tr><th scope=\"row\">{escape(contacts.site.topic[row.topic].name)}</th><td>{escape(audiences)}</td><td>{escape(where)}</td>"
                     f"<td>{row.covered}</td><td>{escape(row.dark or 'tidak ada')}</td></tr>")
    head = "".join(f'<th scope="col">{title}</th>' for title in ("Kebutuhan", "Untuk", "Kecamatan", "Jam tercakup", "Jam gelap"))
    return html(f'<div class="tabel" role="region" aria-label="{name}" tabindex="0">\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>', *lines, "</tbody>\n</table>\n</div>")
