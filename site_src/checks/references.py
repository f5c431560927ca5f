"""Names that point to other records must lead somewhere, and be given once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..model import ENTITIES, OpenService, Record, Site
from ..problems import Problem, maybe_you_meant
from .sources import fields_of, nested_records
from .walk import records


def check_unique_names(site: Site, today: date) -> Iterator[Problem]:
    """Pengenal dan nama hanya dipakai sekali dalam satu jenis; sebutan lain sebuah istilah tidak milik istilah lain."""
    for group in (site.hotlines, site.services, site.topics, site.prevention, site.guides, site.pathways, site.news, site.indicators, site.terms, site.references):
        for key, code in (("id", "pengenal-ganda"), ("name", "nama-ganda")):
            first: dict[str, Record] = {}
            for record in group:
                value = str(getattr(record, key, "") or "").casefold()
                if value and value in first:
                    alias = "id" if key == "id" else type(record).model_fields["name"].alias or "nama"
                    other = first[value].at(alias)
                    yield Problem(record.at(alias), code, f"“{getattr(record, key)}” sudah dipakai di {other}.", "Beri nama lain, atau gabungkan kedua catatan.")
                elif value:
                    first[value] = record
    spoken: dict[str, Record] = {}
    for term in site.terms:
        for index, name in enumerate((term.name, *term.other_names)):
            other = spoken.setdefault(name.casefold(), term)
            # Two terms of the very same name are told above.
            if other is not term and not (index == 0 and other.name.casefold() == name.casefold()):
                yield Problem(term.at("nama_lain", index - 1) if index else term.at("istilah"), "nama-ganda", f"“{name}” sudah menjelaskan istilah “{other.name}” ({other.at('istilah')}): tautannya tidak tahu ke mana.", "Hapus di salah satu.")


def check_references(site: Site, today: date) -> Iterator[Problem]:
    """Setiap rujukan ke kebutuhan, hotline, layanan, alur, sumber, dan entitas harus ada."""
    kinds: dict[str, tuple[str, Iterable[str]]] = {
        "topics": ("content/topik", site.topic),
        "related": ("content/topik", site.topic),
        "hotlines": ("hotlines.yaml", site.hotline),
        "instead": ("hotlines.yaml", site.hotline),
        "services": ("content/layanan", site.service),
        "pathways": ("content/alur", site.pathway),
        "references": ("content/sumber.yaml", site.reference),
        "articles": ("content/panduan dan content/pencegahan", site.originals),
        "entities": ("daftar entitas", ENTITIES),
    }
    for record in records(site):
        for field, (place, known) in kinds.items():
            for index, name in enumerate(getattr(record, field, ()) or ()):
                alias = type(record).model_fields[field].alias or field
                yield from _unknown(record, (alias, index), name, place, known, site)
                if field == "related" and name == getattr(record, "slug", ""):
                    yield Problem(record.at(alias, index), "rujukan-ganda", f"“{name}” menunjuk halaman ini sendiri.", "Hapus, atau sebut halaman lain.")
    for pathway in site.pathways:
        for index, step in enumerate(pathway.steps):
            for position, name in enumerate(step.references):
                yield from _unknown(pathway, ("langkah", index, "sumber", position), name, "content/sumber.yaml", site.reference, site)
            if step.service:
                yield from _unknown(pathway, ("langkah", index, "layanan"), step.service, "content/layanan", site.service, site)


NAMING = ("topik", "untuk", "hotline", "layanan", "alur", "lalu", "terkait", "entitas", "pengganti", "melayani", "sumber", "cari", "istilah", "nama_lain")
"""Lists in which a name stands once; capitals make no other name."""


def check_doubles(site: Site, today: date) -> Iterator[Problem]:
    """Di satu daftar, satu nama disebut sekali."""
    for record, loc, item in nested_records(site):
        for field, alias in fields_of(type(item)):
            values = getattr(item, field)
            if alias not in NAMING or not isinstance(values, tuple):
                continue
            seen: set[str] = set()
            for index, value in enumerate(values):
                name = " ".join(value.casefold().split()) if isinstance(value, str) else ""
                if name and name in seen:
                    yield Problem(record.at(*loc, alias, index), "rujukan-ganda", f"“{value}” sudah disebut di “{alias}” ini.", "Hapus salah satu.")
                seen.add(name)


ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")
"""Indonesia's time zones in the IANA database."""


def check_time_zone(site: Site, today: date) -> Iterator[Problem]:
    """Zona waktu kota adalah salah satu zona waktu Indonesia."""
    if site.area and site.area.timezone not in ZONES:
        hint = maybe_you_meant(site.area.timezone, ZONES) or f"Pilihannya: {', '.join(ZONES)}."
        yield Problem(site.area.at("zona_waktu"), "zona-waktu", f"“{site.area.timezone}” bukan zona waktu Indonesia.", hint, "zona_waktu: Asia/Jakarta")


def check_places(site: Site, today: date) -> Iterator[Problem]:
    """Kecamatan dan kelurahan ditulis seperti di content/wilayah.yaml."""
    if site.area is None:
        return
    homes: dict[str, list[str]] = {}
    for district in site.area.districts:
        for village in district.villages:
            homes.setdefault(village.name, []).append(district.name)
    districts = {district.name for district in site.area.districts}
    for service in (service for service in site.services if isinstance(service, OpenService)):
        address = service.address
        for index, name in enumerate(service.serves):
            if name not in districts:
                yield _place_problem(service, ("melayani", index), name, "kecamatan", districts)
        if address and address.district and address.district not in districts:
            yield _place_problem(service, ("alamat", "kecamatan"), address.district, "kecamatan", districts)
        if address and address.village and address.village not in homes:
            yield _place_problem(service, ("alamat", "kelurahan"), address.village, "kelurahan", homes)
        elif address and address.village and address.district in districts and address.district not in homes[address.village]:
            right = homes[address.village]
            yield Problem(service.at("alamat", "kecamatan"), "kecamatan-tidak-cocok", f"Kelurahan {address.village} ada di {' dan '.join(right)}, bukan {address.district}.",
                          "Samakan dengan content/wilayah.yaml.", f"kecamatan: {right[0]}")


def _unknown(record: Record, loc: tuple[str | int, ...], name: str, place: str, known: Iterable[str], site: Site) -> Iterator[Problem]:
    if name not in known and not site.is_unread(place, name):
        hint = maybe_you_meant(name, known) or "Periksa ejaannya, atau buat catatannya lebih dulu."
        yield Problem(record.at(*loc), "rujukan-tidak-ada", f"“{name}” tidak ada di {place}.", hint)


def _place_problem(record: Record, loc: tuple[str | int, ...], name: str, kind: str, known: Iterable[str]) -> Problem:
    hint = maybe_you_meant(name, known) or "Lihat content/wilayah.yaml."
    return Problem(record.at(*loc), f"{kind}-tidak-dikenal", f"“{name}” bukan {kind} di kota ini.", hint)
