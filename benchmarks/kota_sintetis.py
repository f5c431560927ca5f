"""A city that does not exist, of any size: valid content whose every word, number and name is made up.

    python benchmarks/kota_sintetis.py 1000 build/kota

writes a project of 1,000 pages (content, hotlines, settings, the generator itself) that passes every check.
The same size is always the same city.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tulisan_sintetis import NOUNS, in_colours, name_of, prose, sentence_of

HERE = Path(__file__).resolve().parent.parent
CODE = ("site_src", "mkdocs.yml")
READ = "2026-11-01"
SHARES = {"layanan": 0.50, "topik": 0.10, "panduan": 0.20, "pencegahan": 0.20}
"""How the pages that are not indexes spread over the folders."""
FIXED_PAGES = 29
"""Beranda, darurat, indexes, sectors, districts, hotlines, about pages and so on: counted once, checked by the benchmark."""

STREETS = "Kenanga Melati Cempaka Mawar Anggrek Dahlia Teratai Flamboyan Bougenvil Seroja".split()
SECTORS = ("pemerintah", "kepolisian", "kesehatan", "hukum", "pendidikan", "masyarakat")
GROUPS = ("di-rumah", "tubuh", "anak", "daring", "pulih", "langkah")
READERS = ("umum", "korban", "anak", "remaja", "orang-tua", "tetangga", "guru", "petugas", "tokoh", "pemberi-kerja", "kader")
DISTRICTS = ("Hulu", "Hilir", "Tengah", "Seberang")


def write_city(pages: int, out: Path) -> None:
    """Write a project of about ``pages`` pages below ``out``, which is emptied first."""
    shutil.rmtree(out, ignore_errors=True)
    for name in CODE:
        source = HERE / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        out.mkdir(parents=True, exist_ok=True)
        copy(source, out / name, **({"ignore": shutil.ignore_patterns("__pycache__")} if source.is_dir() else {}))
    (out / "build" / "docs").mkdir(parents=True)
    (out / "build" / "docs" / ".gitignore").write_text("*\n!.gitignore\n")
    for path, text in files(pages):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text, encoding="utf-8")


def files(pages: int) -> Iterator[tuple[str, str]]:
    """``(path, text)`` of every file of the content."""
    chance = random.Random(f"kota {pages}")
    counts = _counts(pages)
    topics = [f"kebutuhan-{number}" for number in range(counts["topik"])]
    services = [f"kantor-{number}" for number in range(counts["layanan"])]
    yield "hotlines.yaml", _hotlines(topics)
    yield from _settings()
    for number, slug in enumerate(topics):
        yield f"content/topik/{slug}.md", _topic(chance, number, slug, topics, services)
    for number, slug in enumerate(services):
        yield f"content/layanan/{slug}.md", service(chance, number, topics)
    for folder in ("panduan", "pencegahan"):
        for number in range(counts[folder]):
            yield f"content/{folder}/{folder}-{number}.md", _article(chance, folder, number, topics)
    yield "content/alur/alur-satu.yaml", _pathway(topics)


def _counts(pages: int) -> dict[str, int]:
    room = max(pages - FIXED_PAGES, 10)
    counts = {folder: max(1, int(room * share)) for folder, share in SHARES.items()}
    counts["layanan"] += room - sum(counts.values())
    return counts


def _topic(chance: random.Random, number: int, slug: str, topics: list[str], services: list[str]) -> str:
    near = sorted(set(chance.sample(topics, min(3, len(topics)))) - {slug})
    phrases = "\n".join(f"  - {' '.join(chance.sample(NOUNS, 3))} {in_colours(number)}" for _ in range(6))
    return f"""---
nama: Kebutuhan {name_of(chance)} {in_colours(number)}
ucapan: Saya perlu {name_of(chance).lower()} {in_colours(number)}
kelompok: {GROUPS[number % len(GROUPS)]}
istilah:
{phrases}
ringkas: "{sentence_of(chance)} {sentence_of(chance)}"
mendesak: "{sentence_of(chance)} Telepon {{{{ hotline: darurat-kota }}}}."
untuk: [umum, korban]
hotline: [darurat-kota, dengar-kota]
layanan: [{', '.join(chance.sample(services, min(4, len(services))))}]
alur: [alur-satu]
terkait: [{', '.join(near)}]
sumber: [sumber-satu, sumber-dua]
ditinjau: {{tanggal: {READ}, oleh: penyusun}}
---

{prose(chance, [f'../topik/{name}.md' for name in near])}"""


def service(chance: random.Random, number: int, topics: list[str]) -> str:
    own = chance.sample(topics, min(3, len(topics)))
    district = DISTRICTS[number % len(DISTRICTS)]
    return f"""---
nama: Kantor {name_of(chance)} {in_colours(number)}
sektor: {SECTORS[number % len(SECTORS)]}
ringkas: "{sentence_of(chance)} {sentence_of(chance)}"
untuk: [umum, korban]
topik: [{', '.join(own)}]
cari:
  - "kantor {in_colours(number)}"
  - "{' '.join(chance.sample(NOUNS, 2))}"
alamat:
  jalan: "Jl. {chance.choice(STREETS)}"
  kecamatan: Rekaan {district}
  sumber:
    - {{url: "https://contoh.id/alamat/{number}", dibaca: {READ}}}
jam:
  buka: "Mo-Fr 08:00-16:00"
  sumber:
    - {{url: "https://contoh.id/jam/{number}", dibaca: {READ}}}
syarat:
  - "{sentence_of(chance)}"
langkah:
  - "{sentence_of(chance)}"
  - "{sentence_of(chance)}"
kanal:
  - jenis: telepon
    nomor: "0711-{_number(number)}"
    sumber:
      - {{url: "https://contoh.id/telepon/{number}", dibaca: {READ}}}
      - {{url: "https://contoh.or.id/telepon/{number}", dibaca: {READ}}}
sumber:
  - {{url: "https://contoh.id/kantor/{number}", dibaca: {READ}}}
---

{prose(chance, [f'../topik/{name}.md' for name in own], mark="")}"""


def _article(chance: random.Random, folder: str, number: int, topics: list[str]) -> str:
    own = chance.sample(topics, min(2, len(topics)))
    return f"""---
judul: {folder.capitalize()} {name_of(chance)} {in_colours(number)}
ringkas: "{sentence_of(chance)}"
untuk: [{READERS[number % len(READERS)]}]
topik: [{', '.join(own)}]
hotline: [dengar-kota]
cari:
  - "{' '.join(chance.sample(NOUNS, 3))}"
sumber: [sumber-satu, sumber-dua]
ditinjau: {{tanggal: {READ}, oleh: penyusun}}
---

{prose(chance, [f'../topik/{name}.md' for name in own])}"""


def _hotlines(topics: list[str]) -> str:
    rows = [("darurat-kota", "Darurat Kota", "112", "ya"), ("dengar-kota", "Dengar Kota", "129", "ya"), ("sehat-kota", "Sehat Kota", "119", "tidak")]
    return "hotline:\n" + "".join(f"""
  - id: {slug}
    nama: {name}
    pengelola: Pemerintah Kota Rekaan
    cakupan: Kota Rekaan
    ringkas: "Petugas mendengar cerita Anda. Petugas menyambungkan Anda dengan layanan."
    untuk: [umum, korban]
    topik: [{', '.join(topics[:3])}]
    darurat: {urgent}
    kanal:
      - jenis: telepon
        nomor: "{number}"
        sumber:
          - {{url: "https://contoh.id/{slug}", dibaca: {READ}}}
          - {{url: "https://contoh.or.id/{slug}", dibaca: {READ}}}
""" for slug, name, number, urgent in rows)


def _settings() -> Iterator[tuple[str, str]]:
    districts = "".join(f"""
  - id: rekaan-{name.lower()}
    nama: Rekaan {name}
    kode: "99.01.0{index}"
    kelurahan:
      - {{nama: Kampung {name}, kode: "99.01.0{index}.1001"}}""" for index, name in enumerate(DISTRICTS, 1))
    yield "content/wilayah.yaml", f"""nama: Kota Rekaan
nama_pendek: Rekaan
provinsi: Provinsi Rekaan
kode: "99.01"
zona_waktu: Asia/Jakarta
sumber:
  - {{url: "https://contoh.id/wilayah", dibaca: {READ}}}
kecamatan:{districts}
"""
    sectors = "".join(f'\n  - {{sektor: {name}, nama: {name.capitalize()}, peran: "Petugas {name} menolong Anda."}}' for name in SECTORS)
    yield "content/lembaga.yaml", f"""nama_situs: Bantuan Kota Rekaan
ringkas_situs: Di sini Anda menemukan siapa yang dapat menolong.
pengelola: Dinas Perlindungan Kota Rekaan
pengelola_pendek: Dinas Rekaan
layanan_pengelola: kantor-0
lisensi_isi: CC BY 4.0
sektor:{sectors}
"""
    yield "content/kebijakan.yaml", """umur_hari: {uji_telepon_tetap: 180, uji_seluler: 90, sumber: 3650, tinjauan: 3650}
host_resmi: [.go.id]
sumber_mandiri: 2
alamat_keluar: "https://id.wikipedia.org/wiki/Halaman_Utama"
boleh_berkurang: {hotline: 0, layanan: 0, halaman: 2}
nomor_keliru:
  - nomor: "0711-999999"
    milik: "Bukan siapa pun."
"""
    yield "content/istilah.yaml", """istilah:
  - istilah: Pendamping
    arti: Orang yang menemani Anda.
    sumber: [sumber-satu]
"""
    # The rules of words and laws of the real city are part of the work; they need its sources.
    for name in ("hormat", "peran", "hukum"):
        yield f"content/{name}.yaml", (HERE / "content" / f"{name}.yaml").read_text(encoding="utf-8")
    yield "content/sumber.yaml", (HERE / "content" / "sumber.yaml").read_text(encoding="utf-8") + "".join(f"""
  - id: sumber-{name}
    judul: "Sumber {name} kota rekaan"
    url: ["https://contoh.id/sumber-{name}"]
    dibaca: {READ}
    kekuatan: satu""" for name in ("satu", "dua")) + "\n"


def _pathway(topics: list[str]) -> str:
    return f"""judul: Setelah melapor di kota rekaan
ringkas: Urutan langkah sesudah melapor.
topik: [{topics[0]}]
langkah:
  - {{id: lapor, siapa: kepolisian, apa: Petugas mencatat laporan., sumber: [sumber-satu], lalu: [pulih]}}
  - {{id: pulih, siapa: masyarakat, apa: Pendamping menemani pemulihan., sumber: [sumber-dua]}}
ditinjau: {{tanggal: {READ}, oleh: penyusun}}
"""


def _number(number: int) -> str:
    """Six digits; two numbers differ in at least two, as if nobody had mistyped one."""
    digits = f"5{number:04d}"
    return digits + str(sum(weight * int(digit) for weight, digit in zip((1, 3, 7, 9, 1), digits)) % 10)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        raise SystemExit(__doc__)
    write_city(int(sys.argv[1]), Path(sys.argv[2]))
