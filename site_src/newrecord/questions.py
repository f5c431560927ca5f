"""What is asked for each kind of record, and which answers are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..explain import slugify
from ..model import Audience, ChannelKind, Group, Sector, Site
from ..model.base import SLUG, seems_a_person
from ..model.written_day import written_day
from ..problems import maybe_you_meant

KINDS = {"layanan": "kantor, rumah sakit, polisi, lembaga", "topik": "halaman kebutuhan", "pencegahan": "halaman pencegahan", "panduan": "panduan langkah demi langkah",
         "alur": "alur antarlembaga", "hotline": "nomor yang bisa dihubungi dari mana saja"}

DAY = r"\d{4}-\d\d-\d\d"
MANY = 60
"""Choices above which a refusal does not name them all: the city has hundreds of sources."""


@dataclass(frozen=True)
class Question:
    """One question. ``choices`` closes the answers, ``titles`` are what people call them; ``many`` takes several, separated by ``apart``; a ``role`` is nobody's name."""

    key: str
    text: str
    needed: bool = True
    many: bool = False
    fewest: int = 1
    choices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    pattern: str = ""
    right: str = ""
    default: str = ""
    apart: str = ","
    role: bool = False

    def settled(self, answer: str) -> str:
        """The answer as it is written down: ``Kesehatan`` -> ``kesehatan``, a title -> its name, ``27 November 2026`` -> ``2026-11-27``."""
        if self.choices:
            return f"{self.apart} ".join(self._chosen(part) for part in self.split(answer))
        return str(written_day(answer) or answer) if self.pattern == DAY else answer

    def _chosen(self, typed: str) -> str:
        called = [choice for choice, title in zip(self.choices, self.titles or self.choices) if slugify(typed) in (choice, slugify(title))]
        return called[0] if typed not in self.choices and len(called) == 1 else typed

    def hint(self) -> str:
        """What helps somebody who answered nothing."""
        if not self.choices:
            return f"Contoh: {self.right}" if self.right else ""
        return self.offered("") if len(self.choices) <= MANY else f"Ketik sebagian judulnya, misalnya {min(self.titles, key=len)}." if self.titles else ""

    def judge(self, answer: str) -> str:
        """Why an answer is not taken, as a sentence; empty when it is."""
        parts = self.split(answer)
        if not parts:
            return f"“{self.key}” wajib diisi." if self.needed else ""
        if self.many and len(parts) < self.fewest:
            return f"“{self.key}” perlu paling sedikit {self.fewest}, dipisah “{self.apart}”."
        for part in parts:
            if self.choices and part not in self.choices:
                near = maybe_you_meant(part, self.choices)
                return f"“{part}” tidak dikenal untuk “{self.key}”. {near or self.offered(part)}"
            if self.role and seems_a_person(part):
                return f"“{part}” tampak seperti nama orang. Tulis perannya, misalnya {self.default}."
            if self.pattern and not re.fullmatch(self.pattern, part):
                return f"“{part}” belum benar untuk “{self.key}”. Contoh: {self.right}"
        return ""

    def offered(self, typed: str) -> str:
        """The answers that are taken; of very many those that hold what was typed, or how to see them all."""
        if len(self.choices) <= MANY:
            return f"Pilihannya: {', '.join(self.choices)}."
        words = set(re.findall(r"\w+", typed.casefold()))
        holding = [choice for choice, title in zip(self.choices, self.titles or self.choices)
                   if len(typed) > 2 and (slugify(typed) in choice or words <= set(re.findall(r"\w+", title.casefold())))]
        if holding:
            return f"Yang memuatnya: {', '.join(holding[:MANY])}."
        return f"Pilihannya {len(self.choices)}, misalnya {', '.join(self.choices[:3])}; semuanya ada di berkas yang disebut di pertanyaannya."

    def split(self, answer: str) -> list[str]:
        """The parts of an answer without empty ones; one part when only one is asked."""
        parts = answer.split(self.apart) if self.many else [answer]
        return [" ".join(part.split()) for part in parts if part.strip()]


def questions(kind: str, site: Site, today: str) -> tuple[Question, ...]:
    """The questions of one kind, in the order they are asked; known names come from the site."""
    every: dict[str, Question] = {question.key: question for question in _all(site, today)}
    order = {
        "layanan": "nama nama_berkas sektor ringkas isi cari topik nomor jenis jam url dibaca resmi pengganti",
        "hotline": "nama nama_berkas pengelola cakupan ringkas cari untuk topik nomor! jenis jam url dibaca resmi pengganti",
        "topik": "nama nama_berkas ucapan kelompok istilah ringkas mendesak untuk hotline sumber oleh isi",
        "pencegahan": "judul nama_berkas ringkas cari untuk topik hotline? sumber oleh isi",
        "panduan": "judul nama_berkas ringkas cari untuk topik hotline? sumber oleh isi",
        "alur": "judul nama_berkas ringkas cari topik untuk langkah oleh",
    }[kind].split()
    return tuple(_with_need(every[word.rstrip("!?")], word) for word in order)


def name_from(answers: dict[str, str]) -> str:
    """The file name or id a record gets when nobody chose one: ``Puskesmas Megang`` -> ``puskesmas-megang``."""
    return answers.get("nama_berkas") or slugify(answers.get("nama") or answers.get("judul") or "")


def _with_need(question: Question, word: str) -> Question:
    if word[-1] not in "!?":
        return question
    return Question(**{**question.__dict__, "needed": word[-1] == "!"})


def _all(site: Site, today: str) -> Iterable[Question]:
    sectors = _values(Sector)
    first = next((hotline.id for hotline in sorted(site.hotlines, key=lambda one: (not one.emergency, one.rank))), "")
    yield Question("nama", "Nama yang dibaca orang")
    yield Question("judul", "Judul halaman")
    yield Question("nama_berkas", "Nama berkas atau pengenal (kosong = dari namanya)", needed=False, pattern=SLUG, right="puskesmas-megang")
    yield Question("sektor", "Sektor", choices=sectors)
    yield Question("pengelola", "Siapa yang mengelola nomor ini")
    yield Question("cakupan", "Cakupan", default="seluruh Indonesia")
    yield Question("ucapan", "Kalimat yang diucapkan orang, misalnya: Saya dipukul di rumah")
    yield Question("kelompok", "Kelompok di Beranda", choices=_values(Group))
    yield Question("istilah", "Kata yang diketik orang, paling sedikit lima, dipisah koma", many=True, fewest=5)
    yield Question("ringkas", "Apa yang dilakukan atau dibahas, satu atau dua kalimat pendek")
    yield Question("cari", "Kata yang diketik orang untuk menemukannya, 5–15, dipisah koma (kosong = belum)", needed=False, many=True)
    yield Question("mendesak", "Bila ini terjadi sekarang, apa yang dilakukan (satu kalimat)")
    yield Question("untuk", "Untuk siapa, dipisah koma", many=True, choices=_values(Audience))
    yield Question("topik", "Kebutuhan (nama berkas di content/topik/), dipisah koma", many=True, choices=tuple(site.topic), titles=tuple(topic.name for topic in site.topic.values()))
    yield Question("hotline", "Hotline, yang utama lebih dulu, dipisah koma", many=True, choices=tuple(site.hotline), titles=tuple(one.name for one in site.hotline.values()), default=first)
    yield Question("nomor", "Nomor telepon seperti di sumbernya (kosong = belum tahu)", needed=False, pattern=r"[\d+() .-]{3,20}", right="0733-000066")
    yield Question("jenis", "Jenis nomor itu", choices=(ChannelKind.PHONE.value, ChannelKind.WHATSAPP.value, ChannelKind.SMS.value), default="telepon")
    yield Question("jam", "Jam buka, misalnya Mo-Fr 08:00-16:00 (kosong = belum tahu)", needed=False)
    yield Question("url", "Alamat halaman yang Anda baca", pattern=r"https?://[^\s<>\"']+", right="https://contoh.go.id/kontak")
    yield Question("dibaca", "Tanggal membacanya", pattern=DAY, right=today, default=today)
    yield Question("resmi", "Apakah halaman itu milik instansi pengelolanya", choices=("ya", "tidak"), default="tidak")
    yield Question("pengganti", "Hotline yang dipakai bila nomor ini belum tampil, dipisah koma", many=True, choices=tuple(site.hotline), titles=tuple(one.name for one in site.hotline.values()), default=first)
    yield Question("sumber", "Sumber (pengenal di content/sumber.yaml, atau sebagian judulnya untuk mencarinya), dipisah koma", many=True, choices=tuple(site.reference), titles=tuple(law.name for law in site.reference.values()))
    yield Question("oleh", "Peran peninjau, bukan nama orang", default="penyusun", role=True)
    yield Question("isi", "Alinea pertama halaman, kalimat pendek")
    yield Question("langkah", "Langkah berurutan “sektor: apa yang dilakukan”, dipisah “|”", many=True, fewest=2, apart="|",
                   pattern=rf"(?:{'|'.join(sectors)})\s*:\s*\S.*", right="kepolisian: Polisi mencatat laporan Anda. | kesehatan: Dokter merawat luka Anda.")


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)
