"""Pages at the short addresses that are printed: each leads on without a script; one whose page is gone says so."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import HOME, Page, ShortAddress, page_url, relative, short_path
from .contacts import Contacts

TITLE = "Informasi warga"
"""The same for every one: a line in the browser's history that gives nobody away."""
GONE = "Halaman ini sudah tidak ada. Informasi yang sekarang berlaku ada di {}."


def short_pages(contacts: Contacts) -> Iterator[Page]:
    """One page for each row of the register, for ever."""
    for entry in contacts.site.short_addresses:
        yield _page(entry)


def _page(entry: ShortAddress) -> Page:
    path = f"{short_path(entry.number)}index.md"
    target = entry.leads_to
    file = "index.md" if target in (None, HOME) else f"{target}.md"
    link = relative(path, file)
    meta = {"noindex": True} if target is None else {"noindex": True, "pindah": page_url(file) or "."}
    return Page(path=path, title=TITLE, kind="pendek", meta=meta, body=GONE.format(f"[halaman depan]({link})") if target is None else f"[Lanjut]({link})")
