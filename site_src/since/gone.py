"""A record that is no more: what must stand somewhere else before it may go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ..problems import Place, Problem
from .git import Days
from .proof import untraced
from .typed import Typed, fresh, rows

CLOSED = "keberadaan: tutup"
MERGED = "nama_lain: [Klinik Lama]"


def kept_values(records: Iterable[Typed]) -> Iterator[object]:
    """Every number and address that is still written down: of channels, held ones too, and of their rivals."""
    for record in records:
        for channel in record.channels:
            yield channel.get("nomor")
            yield channel.get("alamat")
            yield from (row.get("nilai") for row in rows(channel.get("pertentangan")) if isinstance(row, dict))


def removed(was: Typed, everything: Collection[Typed], kept: Collection[str], days: Days, then: Callable[[str], list[Typed]]) -> Iterator[Problem]:
    """Hotline atau layanan tidak dihapus begitu saja: ia ditandai tutup atau ditahan, atau namanya pindah ke “nama_lain” catatan penggantinya, dengan sumber atau uji baru."""
    # ``then`` gives the records of a file on the base branch: what an heir said then already is no new proof.
    name = was.title.casefold()
    heirs = [record for record in everything if name in {str(said).casefold() for said in (record.data.get("nama"), *rows(record.data.get("nama_lain")))}]
    day = days.of_removal(was.at("nama"))
    if not any(proof >= day.isoformat() for heir in heirs for proof in _proofs([was, *then(heir.positions.path)], heir)):
        is_service = was.positions.path.endswith(".md")
        how = "Kembalikan berkasnya lalu tulis “keberadaan: tutup” dan alasannya di “tahan” setiap kanal." if is_service else "Kembalikan catatannya lalu tulis alasannya di “tahan” setiap kanal, dan isi “pengganti”."
        yield Problem(Place(was.positions.path), "hapus-tanpa-jejak", f"{'Layanan' if is_service else 'Hotline'} “{was.title}” dihapus tanpa jejak sejak {day}.",
                      f"{how} Bila digabung: tulis namanya di “nama_lain” catatan penggantinya, dengan sumber atau uji sejak hari itu.", CLOSED if is_service else MERGED)
        return
    for channel in was.channels:
        yield from untraced(channel, Place(was.positions.path), was.title, kept)


def _proofs(known: list[Typed], heir: Typed) -> list[str]:
    """Days of what the heir brings, in the record and in its channels, and none of the ``known`` records had."""
    parts = [part for record in known for part in (record.data, *record.channels)]
    said = {key: [row for part in parts for row in rows(part.get(key))] for key in ("sumber", "uji")}
    return [day for part in (heir.data, *heir.channels) for day in fresh(said, part)]
