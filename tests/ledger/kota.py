"""A tiny invented city: two lines for the nation, a local office, two needs, two districts."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from site_src.load import load_site
from site_src.model import Channel, Ledger, Policy, Site
from site_src.problems import has_errors

PROJECT = Path(__file__).resolve().parents[2]
DAY_0 = date(2026, 1, 1)

SOURCES = '[{url: "https://kabar.example.com/a", dibaca: 2026-01-01}, {url: "https://warta.example.net/b", dibaca: 2026-01-01}]'
TESTED = "[{tanggal: 2026-01-01, operator: Telkomsel, hasil: tersambung, oleh: petugas piket}]"


def hotlines(sapa: str = TESTED, sapa_sources: str = SOURCES) -> str:
    """The city's hotlines.yaml; ``sapa`` and ``sapa_sources`` replace the tests and sources of 129."""
    return f"""\
hotline:

  # Yang pertama selalu polisi.
  - id: polisi
    nama: Polisi
    pengelola: Polri
    cakupan: seluruh Indonesia
    ringkas: Menghubungkan Anda dengan polisi.
    untuk: [umum]
    topik: [bahaya, kdrt]
    darurat: ya
    urutan: 10
    jam: {{buka: "24/7", sumber: {SOURCES}}}
    kanal:
      - jenis: telepon
        nomor: "110"
        sumber: {SOURCES}
        uji: {TESTED}

  - id: sapa
    nama: SAPA 129
    pengelola: Kementerian
    cakupan: seluruh Indonesia
    ringkas: Menerima laporan kekerasan.
    untuk: [korban, anak]
    topik: [kdrt]
    cari: ["sapa", "129", "sapa 129"]
    urutan: 20
    jam: {{buka: "Mo-Fr 08:00-16:00; PH off", sumber: {SOURCES}}}
    kanal:
      - jenis: telepon
        nomor: "129"
        sumber: {sapa_sources}
        uji: {sapa}
        pertentangan:
          - nilai: "021-129"
            terlihat: ["https://salinan.example.org/x"]
            alasan: "Standar layanan menulis nomor pendek tanpa awalan."
          - nilai: "0811-129-129"
            alasan: "Kurang satu angka."
      - jenis: whatsapp
        nomor: "08111-129-129"
        sumber: {SOURCES}
        uji: {TESTED}
      - jenis: telepon
        nomor: "(021) 5550199"
        sumber: {SOURCES}
        tahan: "Petugas belum mengangkat; tanya kementerian."
    perlu_dipastikan:
      - "Apakah malam hari dijawab?"
"""


HOTLINES = hotlines()

SERVICE = f"""\
---
nama: UPTD PPA Kota Contoh
sektor: pemerintah
ringkas: Mendampingi korban.
untuk: [umum]
topik: [kdrt]
alamat:
  jalan: Jl. Kenanga Nomor 9
  kecamatan: Utara
  sumber: {SOURCES}
melayani: [Utara]
jam:
  buka: "Mo-Su 07:00-21:00; PH off"
  sumber: {SOURCES}
kanal:
  - jenis: whatsapp
    nomor: "0812-5550-0123"   # milik piket
    sumber: {SOURCES}
    uji: {TESTED}
pengganti: [polisi]
sumber: {SOURCES}
perlu_dipastikan:
  - "Siapa yang piket malam?"
---

Datang atau kirim pesan dulu.
"""

TOPIC = """\
---
nama: {name}
ucapan: {saying}
kelompok: di-rumah
istilah: [satu, dua, tiga, empat, lima]
ringkas: Anda tidak sendiri.
mendesak: Hubungi polisi.
untuk: [{audiences}]
hotline: [{hotlines}]
layanan: [{services}]
sumber: [uu]
ditinjau: {{tanggal: 2026-01-01, oleh: penyusun}}
---

Hubungi {{{{ hotline: polisi }}}}.
"""

AREA = f"""\
nama: Kota Contoh
nama_pendek: Contoh
provinsi: Provinsi Contoh
kode: "99.01"
zona_waktu: Asia/Jakarta
sumber: {SOURCES}
kecamatan:
  - {{id: utara, nama: Utara, kode: "99.01.01", kelurahan: [{{nama: Mawar, kode: "99.01.01.1001"}}]}}
  - {{id: selatan, nama: Selatan, kode: "99.01.02", kelurahan: [{{nama: Melati, kode: "99.01.02.1001"}}]}}
"""

POLICY = """\
umur_hari:
  uji_telepon_tetap: 180
  uji_seluler: 90
  sumber: 365
  tinjauan: 365
  jatuh_tempo: 14
host_resmi: [.go.id, contoh.go.id, example.com, example.net, example.org, example]
sumber_mandiri: 2
alamat_keluar: "https://id.wikipedia.org/wiki/Halaman_Utama"
boleh_berkurang: {hotline: 0, layanan: 0, halaman: 2}
nomor_keliru:
  - {nomor: "0811-129-129", milik: "Bukan siapa pun: terpotong satu angka."}
"""

ORGANISATION = """\
nama_situs: Bantuan Kota Contoh
ringkas_situs: Menunjukkan siapa yang menolong.
pengelola: Dinas Contoh
pengelola_pendek: Dinas
layanan_pengelola: uptd
lisensi_isi: CC BY 4.0
sektor:
  - {sektor: pemerintah, nama: Pemerintah, peran: Melayani warga.}
"""

REFERENCES = 'sumber:\n  - {id: uu, judul: Pedoman layanan, url: ["https://pedoman.go.id/layanan"], dibaca: 2026-01-01, kekuatan: kuat}\n'
TERMS = "istilah:\n  - {istilah: Visum, arti: Hasil pemeriksaan dokter., sumber: [uu]}\n"


def write_city(root: Path, **changed: str) -> Path:
    """The city's files below ``root``; ``changed`` replaces a file's text: ``hotlines=…``, ``service=…``, ``policy=…``."""
    files = {
        "hotlines.yaml": changed.get("hotlines", HOTLINES),
        "content/layanan/uptd.md": changed.get("service", SERVICE),
        "content/topik/bahaya.md": TOPIC.format(name="Bahaya", saying="Tolong", audiences="umum", hotlines="polisi", services=""),
        "content/topik/kdrt.md": TOPIC.format(name="KDRT", saying="Saya dipukul", audiences="umum, anak", hotlines="sapa, polisi", services="uptd"),
        "content/wilayah.yaml": AREA,
        "content/kebijakan.yaml": changed.get("policy", POLICY),
        "content/lembaga.yaml": ORGANISATION,
        "content/sumber.yaml": REFERENCES,
        "content/istilah.yaml": TERMS,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for folder in ("alur", "panduan", "pencegahan"):
        (root / "content" / folder).mkdir(parents=True, exist_ok=True)
    return root


def with_engine(root: Path) -> Path:
    """What an engine needs beside the content."""
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "site_src").symlink_to(PROJECT / "site_src")
    (root / "build" / "docs").mkdir(parents=True)
    return root


def load_city(root: Path, **changed: str) -> Site:
    """The city as a Site; fails with the problems when a file cannot be read."""
    loaded = load_site(write_city(root, **changed))
    assert not has_errors(loaded.problems), loaded.problems
    return loaded.site


def ledger(site: Site, days: int = 0) -> Ledger:
    """The preview's ledger so many days after the first of January."""
    return Ledger(site, DAY_0 + timedelta(days=days))


def channel(**given: object) -> Channel:
    """A land line with two independent sources read on the first day, unless told otherwise."""
    base = {"jenis": "telepon", "nomor": "0733-451604", "sumber": [source("https://a.example.com/1"), source("https://b.example.net/2")]}
    return Channel.model_validate(base | given)


def source(url: str, read: str = "2026-01-01", official: str = "tidak") -> dict[str, str]:
    """A source as staff write it."""
    return {"url": url, "dibaca": read, "resmi": official}


def call(result: str = "tersambung", day: str = "2026-01-01", operator: str = "Telkomsel") -> dict[str, str]:
    """A call test as staff write it."""
    return {"tanggal": day, "operator": operator, "hasil": result, "oleh": "petugas piket"}


def policy() -> Policy:
    """The city's policy."""
    import yaml

    return Policy.model_validate(yaml.load(POLICY, Loader=yaml.BaseLoader))
