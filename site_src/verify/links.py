"""Every page that should be there, with its numbers, and every link that should lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from ..problems import Place, Problem
from .address import target_of
from .page import Read


def missing_pages(read: Mapping[str, Read], expected: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Pages of ``expected`` (address to contact links) that were not built, or lost a link."""
    for url, contacts in expected.items():
        name = f"{url}index.html" if url != "404.html" else url
        page = read.get(name)
        if page is None:
            yield Problem(Place(f"site/{name}"), "halaman-hilang", "Halaman ini tidak dibangun.", "Periksa keluaran mesin di atas.")
            continue
        for href in sorted(contacts - page.contacts - set(page.links)):
            yield Problem(Place(f"site/{name}"), "nomor-hilang", f"Tautan “{href}” seharusnya ada di halaman ini.", "Periksa tema dan mesin: kontak tidak boleh hilang.")


def broken_links(read: Mapping[str, Read], files: set[str], base: str) -> Iterator[Problem]:
    """Links within the site to a page or a part of a page that is not there, files that a page asks for in vain, and addresses that are none."""
    for page in read.values():
        for href in dict.fromkeys((*page.links, *page.asked)):
            try:
                parts = urlsplit(href)
            except ValueError:
                yield Problem(Place(f"site/{page.path}"), "tautan-putus", f"“{href[:60]}” bukan alamat.", "Perbaiki tautannya.")
                continue
            if parts.scheme or parts.netloc:
                continue
            target = target_of(page.path, parts.path, base)
            if target not in files:
                yield Problem(Place(f"site/{page.path}"), "tautan-putus", f"Tautan “{href}” menuju halaman atau berkas yang tidak ada.", "Perbaiki tautannya.")
            elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].ids:
                yield Problem(Place(f"site/{page.path}"), "jangkar-putus", f"Tautan “{href}” menuju bagian yang tidak ada.", "Perbaiki nama bagiannya.")
