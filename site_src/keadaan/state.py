"""What the content says about its own age and evidence, as one value. It names records and days, never a number to dial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..model import NUMBERED, SLOTS, Ledger, Service, Site, Status, Strength, TestResult, coverage, page_url, tally
from ..survey import Row, rows

TEST_AGES, SOURCE_AGES = (30, 90, 180), (30, 90, 180, 365)
SOON = 60
"""Days in which a review is called near."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One need for one group of readers: the fewest and the most of ``SLOTS`` hours that a district has tested help in."""

    topic: str
    name: str
    audience: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Due:
    """A page and the last day its review counts."""

    name: str
    url: str
    file: str
    reviewed: str
    until: str
    state: str


@dataclass(frozen=True)
class State:
    """Everything the content alone can tell. ``statuses``, ``test_ages`` and ``source_ages`` are ``(name, count)`` in the order they are drawn."""

    today: date
    reach: tuple[Reach, ...]
    statuses: tuple[tuple[str, int], ...]
    test_ages: tuple[tuple[str, int], ...]
    source_ages: tuple[tuple[str, int], ...]
    reviews: tuple[Due, ...]
    prose: tuple[Row, ...]
    open: tuple[tuple[str, int], ...]

    def as_data(self) -> dict[str, Any]:
        """The same as plain data with Indonesian keys."""
        return {
            "hari": self.today.isoformat(),
            "jam_per_minggu_dan_libur": SLOTS,
            "cakupan": [{"kebutuhan": row.topic, "untuk": row.audience, "jam_paling_sedikit": row.least, "jam_paling_banyak": row.most} for row in self.reach],
            "status_nomor": dict(self.statuses),
            "umur_uji": dict(self.test_ages),
            "umur_sumber": dict(self.source_ages),
            "tinjauan": [{"halaman": row.name, "alamat": row.url, "berkas": row.file, "ditinjau": row.reviewed, "berlaku_sampai": row.until, "keadaan": row.state} for row in self.reviews],
            "keterbacaan": [{"halaman": row.name, "berkas": row.path, "kata": row.words, "kata_per_kalimat": round(row.per_sentence, 2), "bagian_kata_berat": round(row.heavy, 4),
                             "sumber": row.sources, "satu_sumber": row.single} for row in self.prose],
            "menunggu_kepastian": dict(self.open),
        }


def state_of(ledger: Ledger) -> State:
    """The state of a whole site on the ledger's day."""
    numbered = [channel for _, _, channel in ledger.site.contacts() if channel.kind in NUMBERED]
    standings = [ledger.standing(channel).status for channel in numbered]
    tests = [max((test.day for test in channel.tests if test.result is TestResult.ANSWERED and test.day <= ledger.today), default=None) for channel in numbered]
    read = [channel.newest_source() for _, _, channel in ledger.site.contacts() if channel.sources]
    read += [reference.read for reference in ledger.site.references]
    return State(
        ledger.today, tuple(_reach(ledger)), tuple((str(status), standings.count(status)) for status in Status),
        (("belum pernah", sum(day is None for day in tests)), *_ages((day for day in tests if day), TEST_AGES, ledger.today)),
        tuple(_ages(read, SOURCE_AGES, ledger.today)), tuple(_reviews(ledger)), tuple(rows(ledger.site, ledger.today)), tuple(open_questions(ledger)))


def _reach(ledger: Ledger) -> Iterator[Reach]:
    found = coverage(ledger)
    for topic in ledger.site.topics:
        for audience in topic.audiences:
            hours = [found[topic.slug, audience, district.name].bit_count() for district in ledger.site.area.districts]
            yield Reach(topic.slug, topic.name, str(audience), min(hours), max(hours))


def _ages(days: Iterable[date], limits: tuple[int, ...], today: date) -> Iterator[tuple[str, int]]:
    """How many days lie in each span up to a limit, and behind the last one. Days to come count as today."""
    ages = [max((today - day).days, 0) for day in days]
    for least, most in zip((0, *(limit + 1 for limit in limits)), limits):
        yield f"{least}–{most} hari", sum(least <= age <= most for age in ages)
    yield f"lebih dari {limits[-1]} hari", sum(age > limits[-1] for age in ages)


def _reviews(ledger: Ledger) -> Iterator[Due]:
    """Every reviewed page, the most overdue first."""
    site: Site = ledger.site
    found = []
    for record in (*site.topics, *site.prevention, *site.guides, *site.pathways, *site.news):
        until = record.reviewed.day + timedelta(days=site.policy.ages.review)
        left = (until - ledger.today).days
        state = "lewat" if left < 0 else "segera" if left <= SOON else "masih berlaku"
        url = page_url(record.path.removeprefix("content/").rpartition(".")[0] + ".md")
        found.append(Due(record.name, url, record.path, record.reviewed.day.isoformat(), until.isoformat(), state))
    return iter(sorted(found, key=lambda row: (row.until, row.file)))


def open_questions(ledger: Ledger) -> Iterator[tuple[str, int]]:
    """What rests on one source, and what an office has still to say: counts only."""
    site = ledger.site
    owners = (*site.hotlines, *site.services)
    yield "sumber tulisan yang baru satu", sum(reference.strength is Strength.SINGLE for reference in site.references)
    yield "saran penyusun yang belum ditinjau petugas, sebagai sumber", sum(reference.strength is Strength.EDITORIAL for reference in site.references)
    yield "nomor yang ditahan", sum(ledger.standing(channel).status is Status.HELD for _, _, channel in site.contacts() if channel.kind in NUMBERED)
    yield "hotline dan layanan tanpa kontak yang boleh tampil", sum(not ledger.shown(owner) for owner in owners)
    yield "jawaban kartu “Sebelum menghubungi” yang belum diketahui", sum(all_ - known for known, all_ in tally(ledger.shown_contacts()).values())
    yield "pertanyaan yang menunggu jawaban kantor", sum(len(owner.to_confirm) for owner in owners)
    yield "langkah alur yang menunggu kepastian kantor", sum(step.confirm for pathway in site.pathways for step in pathway.steps)
    yield "aturan hukum yang keadaannya belum dipastikan", sum(law.confirm for law in site.laws)
    yield "indikator Kota Layak Anak yang teksnya belum dicocokkan", sum(indicator.confirm for indicator in site.indicators)
    yield "layanan yang keberadaannya belum dipastikan", sum(isinstance(owner, Service) and owner.existence == "belum dipastikan" for owner in owners)
