"""A translation says what its original says today, of a page that exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Site, fingerprint
from ..problems import Problem, Severity, maybe_you_meant


def check_translations(site: Site, today: date) -> Iterator[Problem]:
    """Terjemahan menyebut asal yang ada, satu kali, dan sidiknya sama dengan sidik asal itu hari ini."""
    originals = site.originals
    for language in site.languages:
        seen: set[str] = set()
        for index, page in enumerate(language.pages):
            original = originals.get(page.original)
            if original is None:
                if not site.is_unread("", page.original):
                    hint = maybe_you_meant(page.original, originals) or "Tulis jenis dan namanya, misalnya topik/kdrt."
                    yield Problem(language.at("halaman", index, "asal"), "rujukan-tidak-ada", f"“{page.original}” tidak ada di situs ini.", hint)
                continue
            if page.original in seen:
                yield Problem(language.at("halaman", index, "asal"), "terjemahan-ganda", f"“{page.original}” sudah diterjemahkan di berkas ini.", "Gabungkan keduanya.")
            seen.add(page.original)
            now = fingerprint(original, page.body is not None)
            if page.seen != now:
                yield Problem(language.at("halaman", index, "sidik"), "terjemahan-lama", f"Asli dari “{page.name}” ({page.original}) sudah berubah sejak diterjemahkan.",
                              f"Baca lagi aslinya, perbaiki terjemahannya, lalu tulis sidik: {now}", f"sidik: {now}", severity=Severity.WARNING)
