"""The page ``/kelola/keadaan/``: the state in tables and small charts. A gap is left for what is measured after the build."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from ..model import SLOTS, Page, relative
from ..model.content_policy import EDITOR
from ..pages.order import AUDIENCE_NAMES
from ..pages.text import body, html, link, long_date
from .charts import bars
from .state import SOON, Due, Reach, State
from .tables import figure, table

PATH = f"{EDITOR}/keadaan.md"
DATA = f"{EDITOR}/keadaan/data.json"
STYLE = f"{EDITOR}/keadaan/keadaan.css"
MEASURED = re.compile(r'<div class="terukur">.*?</div>', re.DOTALL)
HEAVIEST = 15
HARDEST = 15


def state_page(state: State) -> Page:
    """The page of one state."""
    late = sum(row.state == "lewat" for row in state.reviews)
    near = sum(row.state == "segera" for row in state.reviews)
    return Page(
        path=PATH, title="Keadaan situs", kind="kelola", trail=(("Beranda", ""),), meta={"noindex": True, "gaya_tambahan": STYLE}, description="Umur data, cakupan, tinjauan, dan bobot halaman, untuk petugas.",
        body=body(
            f"Halaman untuk petugas, per {long_date(state.today)}. Tidak ada nomor yang ditahan di sini. "
            f"[Data yang sama sebagai JSON](data.json).",
            _jump(),
            "## Cakupan {#cakupan}",
            f"Berapa dari {SLOTS} jam (168 jam seminggu dan 24 jam hari libur) ada nomor teruji. Bila kecamatan berbeda, ditulis yang paling sedikit dan paling banyak. Nol: belum ada nomor teruji. Titik: kebutuhan itu tidak ditulis untuk kelompok itu. Jam gelapnya ada di halaman "
            + link(PATH, f"{EDITOR}/cakupan.md", "Cakupan bantuan") + ".",
            _coverage(state.reach),
            "## Umur bukti {#umur}",
            html('<div class="grafik-baris">', bars("Keadaan nomor", state.statuses), bars("Umur uji telepon terakhir yang tersambung", state.test_ages), bars("Umur sumber sejak dibaca", state.source_ages), "</div>"),
            "## Yang menunggu kepastian {#kepastian}",
            table("Yang menunggu kepastian", ("Apa", "Jumlah"), [(escape(name[:1].upper() + name[1:]), figure(count)) for name, count in state.open], numbers=1),
            "## Tinjauan {#tinjauan}",
            f"{figure(late)} halaman lewat masa, {figure(near)} halaman habis masanya dalam {SOON} hari, {figure(len(state.reviews) - late - near)} masih berlaku.",
            _reviews(state.reviews),
            "## Keterbacaan {#keterbacaan}",
            f"{figure(len(state.prose))} tulisan. Yang paling berat dibaca lebih dulu: kata per kalimat sebaiknya 12 atau kurang; kata berat punya enam suku kata atau lebih.",
            _reading(state),
            "## Tautan dan bobot {#bobot}",
            html('<div class="terukur">', "<p>Tautan dan bobot diukur saat situs dibangun utuh; di pratinjau langsung bagian ini kosong.</p>", "</div>"),
        ),
    )


def _jump() -> str:
    names = (("cakupan", "Cakupan"), ("umur", "Umur bukti"), ("kepastian", "Kepastian"), ("tinjauan", "Tinjauan"), ("keterbacaan", "Keterbacaan"), ("bobot", "Tautan dan bobot"))
    return html('<ul class="loncat">', *(f'<li><a href="#{anchor}">{name}</a></li>' for anchor, name in names), "</ul>")


def _coverage(reach: tuple[Reach, ...]) -> str:
    """Needs by groups of readers; a cell is empty when the need is not written for that group."""
    audiences = [name for name in AUDIENCE_NAMES if any(row.audience == name for row in reach)]
    cells = {(row.topic, row.audience): figure(row.least) if row.least == row.most else f"{figure(row.least)}–{figure(row.most)}" for row in reach}
    names = dict((row.topic, row.name) for row in reach)
    rows = [(escape(name), *(cells.get((topic, audience), '<span role="img" aria-label="bukan untuk kelompok ini">·</span>') for audience in audiences)) for topic, name in names.items()]
    return table(f"Jam dengan nomor teruji, dari {SLOTS}", ("Kebutuhan", *(AUDIENCE_NAMES[name] for name in audiences)), rows, numbers=len(audiences))


def _reviews(found: tuple[Due, ...]) -> str:
    """Those that are late or near; when there is none, the next ten. The day of the review is in the JSON: on a phone the day it ends must be in sight."""
    wanted = [row for row in found if row.state != "masih berlaku"] or list(found[:10])
    rows = [(f'<a href="{escape(relative(f"{EDITOR}/keadaan/", row.url))}">{escape(row.name)}</a>', long_date(date.fromisoformat(row.until)), row.state) for row in wanted]
    return table("Halaman menurut habisnya tinjauan", ("Halaman", "Berlaku sampai", "Keadaan"), rows)


def _reading(state: State) -> str:
    hardest = sorted(state.prose, key=lambda row: (-row.per_sentence, row.path))[:HARDEST]
    place = {row.file: relative(f"{EDITOR}/keadaan/", row.url) for row in state.reviews}
    rows = [(f'<a href="{escape(place[row.path])}">{escape(row.name)}</a>' if row.path in place else escape(row.name), figure(row.words), figure(row.per_sentence, 1), figure(100 * row.heavy, 1, "%"), figure(row.sources), figure(row.single)) for row in hardest]
    return table(f"{HARDEST} tulisan dengan kalimat terpanjang", ("Halaman", "Kata", "Kata per kalimat", "Kata berat", "Sumber", "Baru satu sumber"), rows, numbers=5)
