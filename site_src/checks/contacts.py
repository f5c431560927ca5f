"""Whoever lands on a page must find somebody to reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import ChannelKind, Hotline, Ledger, Site
from ..problems import Problem
from .sources import host_of

DIALABLE = (ChannelKind.PHONE, ChannelKind.WHATSAPP, ChannelKind.SMS)


def check_way_to_reach_help(site: Site, today: date) -> Iterator[Problem]:
    """Setiap kebutuhan punya hotline yang bisa dihubungi; catatan tanpa kanal menyebut penggantinya."""
    ledger = Ledger(site, today)
    usable = {hotline.id for hotline in site.hotlines if ledger.shown(hotline)}
    for topic in site.topics:
        named = [site.hotline[name] for name in topic.hotlines if name in site.hotline]
        if named and not any(site.is_unread("hotlines.yaml", name) for name in topic.hotlines) and not any(channel.kind in DIALABLE for hotline in named for channel in ledger.shown(hotline)):
            yield Problem(topic.at("hotline"), "tanpa-jalan-bantuan", "Tidak satu pun hotline di sini bisa dihubungi lewat telepon atau pesan.",
                          "Tambahkan hotline yang kanalnya tampil.", "hotline: [sapa-129]")
    for owner in (*site.hotlines, *site.services):
        if not ledger.shown(owner) and not any(name in usable or site.is_unread("hotlines.yaml", name) for name in owner.instead):
            kind = "Hotline" if isinstance(owner, Hotline) else "Layanan"
            yield Problem(owner.at("pengganti"), "tanpa-pengganti", f"{kind} ini tidak punya kanal yang tampil, dan tidak menyebut pengganti yang bisa dihubungi.",
                          "Isi “pengganti” dengan hotline yang kanalnya tampil.", "pengganti: [sapa-129]")


def check_addresses(site: Site, today: date) -> Iterator[Problem]:
    """Alamat web lengkap dan bisa dibuka, alamat surel berbentuk nama@host."""
    for owner, index, channel in site.contacts():
        address = channel.address or ""
        place = owner.at("kanal", index, "alamat")
        if channel.kind is ChannelKind.WEB and not host_of(address if re.match(r"https?://", address) else f"https://{address}" if "://" not in address else ""):
            yield Problem(place, "alamat-web-salah", f"“{address[:60]}” bukan alamat web yang lengkap.", "Salin alamatnya dari peramban.", 'alamat: "https://contoh.go.id/lapor"')
        elif channel.kind is ChannelKind.EMAIL and not re.fullmatch(r"[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}", address):
            yield Problem(place, "alamat-surel-salah", f"“{address[:60]}” bukan alamat surel.", "Tulis satu alamat tanpa spasi; keterangan masuk “catatan”.", "alamat: lapor@contoh.go.id")


def check_owner(site: Site, today: date) -> Iterator[Problem]:
    """Pengelola situs punya berkas layanan sendiri."""
    organisation = site.organisation
    if organisation and organisation.owner_service not in site.service and not site.is_unread("content/layanan", organisation.owner_service):
        yield Problem(organisation.at("layanan_pengelola"), "rujukan-tidak-ada", f"“{organisation.owner_service}” tidak ada di content/layanan.",
                      "Buat berkasnya, atau tulis nama berkas yang benar.")
