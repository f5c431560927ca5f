"""Whoever lands on a page must find somebody to reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import ChannelKind, Hotline, Ledger, Site
from ..problems import Problem

DIALABLE = (ChannelKind.PHONE, ChannelKind.WHATSAPP, ChannelKind.SMS)


def check_way_to_reach_help(site: Site, today: date) -> Iterator[Problem]:
    """Setiap kebutuhan punya hotline yang bisa dihubungi; catatan tanpa kanal menyebut penggantinya."""
    ledger = Ledger(site, today)
    usable = {hotline.id for hotline in site.hotlines if ledger.shown(hotline)}
    for topic in site.topics:
        named = [site.hotline[name] for name in topic.hotlines if name in site.hotline]
        if named and not any(channel.kind in DIALABLE for hotline in named for channel in ledger.shown(hotline)):
            yield Problem(topic.at("hotline"), "tanpa-jalan-bantuan", "Tidak satu pun hotline di sini bisa dihubungi lewat telepon atau pesan.",
                          "Tambahkan hotline yang kanalnya tampil.", "hotline: [sapa-129]")
    for owner in (*site.hotlines, *site.services):
        if not ledger.shown(owner) and not any(name in usable or site.is_unread("hotlines.yaml", name) for name in owner.instead):
            kind = "Hotline" if isinstance(owner, Hotline) else "Layanan"
            yield Problem(owner.at("pengganti"), "tanpa-pengganti", f"{kind} ini tidak punya kanal yang tampil, dan tidak menyebut pengganti yang bisa dihubungi.",
                          "Isi “pengganti” dengan hotline yang kanalnya tampil.", "pengganti: [sapa-129]")


def check_owner(site: Site, today: date) -> Iterator[Problem]:
    """Pengelola situs punya berkas layanan sendiri."""
    organisation = site.organisation
    if organisation and organisation.owner_service not in site.service and not site.is_unread("content/layanan", organisation.owner_service):
        yield Problem(organisation.at("layanan_pengelola"), "rujukan-tidak-ada", f"“{organisation.owner_service}” tidak ada di content/layanan.",
                      "Buat berkasnya, atau tulis nama berkas yang benar.")
