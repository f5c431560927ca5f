"""In which order things stand, and what groups are called."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Article, Audience, Existence, Group, Hotline, Ledger, Level, Service, Topic, Whom

GROUP_NAMES = {
    Group.NOW: "Sekarang juga",
    Group.HOME: "Di rumah",
    Group.BODY: "Tubuh dan kekerasan seksual",
    Group.CHILD: "Anak dan sekolah",
    Group.ONLINE: "Internet dan ponsel",
    Group.FEELING: "Perasaan, kesehatan, dan kebutuhan hidup",
    Group.STEPS: "Melapor, visum, hukum",
}
WHOM_NAMES = {Whom.ME: "Saya", Whom.CHILD: "Seorang anak", Whom.OTHER: "Orang lain"}
AUDIENCE_NAMES = {
    Audience.ANYONE: "Semua orang",
    Audience.SURVIVOR: "Yang mengalami kekerasan",
    Audience.CHILD: "Anak",
    Audience.TEENAGER: "Remaja",
    Audience.PARENT: "Orang tua dan pengasuh",
    Audience.NEIGHBOUR: "Tetangga, keluarga, RT/RW",
    Audience.TEACHER: "Guru dan sekolah",
    Audience.WORKER: "Petugas dan pendamping",
    Audience.DISABLED: "Penyandang disabilitas",
    Audience.LEADER: "Tokoh agama dan adat",
    Audience.EMPLOYER: "Pemberi kerja",
    Audience.CADRE: "Kader PATBM dan PKK",
}
LEVEL_NAMES = {Level.CITY: "Di kota ini", Level.NEIGHBOUR: "Kabupaten tetangga", Level.PROVINCE: "Tingkat provinsi", Level.NATION: "Tingkat nasional"}


def hotlines_in_order(ledger: Ledger) -> list[Hotline]:
    """Those that can be reached first, expired ones behind fresh ones, each by rank, then by name."""
    return sorted(ledger.site.hotlines, key=lambda hotline: (not ledger.shown(hotline), ledger.is_expired(hotline), hotline.rank, hotline.name.casefold()))


def topics_in_order(topics: Iterable[Topic]) -> list[Topic]:
    """By group as on the home page, then rank, then name."""
    groups = list(Group)
    return sorted(topics, key=lambda topic: (groups.index(topic.group), topic.rank, topic.name.casefold()))


def services_in_order(services: Iterable[Service]) -> list[Service]:
    """City first; known before unconfirmed; closed ones are left out: nobody should be sent there."""
    levels, states = list(Level), list(Existence)
    open_ones = (service for service in services if service.existence is not Existence.CLOSED)
    return sorted(open_ones, key=lambda service: (levels.index(service.level), states.index(service.existence), service.name.casefold()))


def articles_in_order(articles: Iterable[Article]) -> list[Article]:
    """By rank, then by title."""
    return sorted(articles, key=lambda article: (article.rank, article.name.casefold()))
