"""Where the exit leads: a page that loads everywhere and shows the same to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ..model import Site
from ..problems import Problem, Severity
from .sources import host_of

RIGHT = 'Contoh: alamat_keluar: "https://id.wikipedia.org/wiki/Halaman_Utama".'


def check_exit(site: Site, today: date) -> Iterator[Problem]:
    """Alamat keluar memakai https, dan tanpa nama pengguna, pertanyaan (?), atau tanda pagar: halamannya sama bagi semua orang."""
    if site.policy is None:
        return
    if not host_of(site.policy.exit_url):
        yield Problem(site.policy.at("alamat_keluar"), "alamat-web-salah", f"“{site.policy.exit_url}” tidak dapat dibuka peramban: tombol keluar tidak akan membawa ke mana pun.", RIGHT)
        return
    address = urlsplit(site.policy.exit_url)
    reasons = {
        "alamatnya tidak memakai https, jadi pemilik jaringan dapat membacanya atau menggantinya": address.scheme != "https",
        "sesudah “?” atau “#” bisa ada pencarian atau halaman milik seseorang": bool(address.query or address.fragment),
        "alamatnya memuat nama pengguna": "@" in address.netloc,
    }
    for reason in (reason for reason, wrong in reasons.items() if wrong):
        yield Problem(site.policy.at("alamat_keluar"), "alamat-keluar-kurang-tepat", f"Tombol keluar sebaiknya tidak ke sini: {reason}.", RIGHT, severity=Severity.WARNING)
