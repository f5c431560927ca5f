"""What a guide shows as an example is nobody's page and nobody's text: pasted, it must not be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ..model import Channel, Reference, Site, Source
from ..problems import Loc, Problem
from .sources import nested_records
from .walk import passages

HOSTS = ("contoh.go.id", "example.com", "example.net", "example.org", "example", "test", "invalid")
"""Names of our guides and forms, and those that no one can own (RFC 2606, RFC 6761)."""
ADDRESS = re.compile(r"https?://[^\s)>\"'\]]+")
UNFINISHED = re.compile(r"(?<![….])(?:…|\.\.\.)\s*\Z")
"""One sign of what is to follow; a row of them is a line to write on by hand."""
REMEDY = "Buka halaman yang sebenarnya di peramban, salin alamatnya; atau hapus baris ini."


def check_samples(site: Site, today: date) -> Iterator[Problem]:
    """Alamat contoh dari panduan (contoh.go.id, example…) dan tulisan yang masih berakhir dengan “…” tidak terbit."""
    if not site.policy:
        return
    # An invented city, such as that of our tests, names the host it is made of.
    hosts = tuple(host for host in HOSTS if host not in {name.lstrip(".") for name in site.policy.official_hosts})
    for record, loc, item in nested_records(site):
        for more, text in _addresses(item):
            if host := _sample_host(text, hosts):
                yield Problem(record.at(*loc, *more), "alamat-contoh", f"“{host}” alamat contoh, bukan halaman yang dibaca seseorang.", REMEDY, 'url: "https://lubuklinggaukota.go.id/…"')
    for passage in passages(site):
        if not passage.is_body:
            continue
        for match in ADDRESS.finditer(passage.text):
            if host := _sample_host(match[0], hosts):
                yield Problem(passage.place(match.start()), "alamat-contoh", f"“{host}” alamat contoh, bukan halaman yang dibaca seseorang.", REMEDY, "[visum](../panduan/visum.md)")
        if match := UNFINISHED.search(passage.text):
            yield Problem(passage.place(match.start()), "tulisan-belum-selesai", "Tulisan ini berakhir dengan “…”, seperti contoh di panduan.",
                          "Tulis lanjutannya, atau hapus kalimat itu.", "Klinik ini merawat warga di sekitarnya.")


def _addresses(item: object) -> Iterator[tuple[Loc, str]]:
    if isinstance(item, Source):
        yield ("url",), item.url
    elif isinstance(item, Channel) and item.address:
        yield ("alamat",), item.address
    elif isinstance(item, Reference):
        yield from ((("url", place), url) for place, url in enumerate(item.urls))


def _sample_host(text: str, hosts: tuple[str, ...]) -> str:
    """The placeholder host that a web or mail address names, or an empty string."""
    try:
        host = (urlsplit(text).hostname or text.rpartition("@")[2]).casefold()
    except ValueError:
        return ""
    return host if host.endswith(tuple(f".{name}" for name in hosts)) or host in hosts else ""
