"""Changes somebody really makes: the card names each changed fact and nothing else."""

from __future__ import annotations

import pytest
import yaml
from test_card import KLINIK, LINES, RUMAH, SAHABAT, city, edit, rows  # noqa: F401

KDRT, PANDUAN, TETANGGA = "content/topik/kdrt.md", "content/panduan/menyimpan-bukti.md", "content/pencegahan/tetangga.md"
CLINIC, TERANG = "Layanan “Klinik Contoh”", "Hotline “Terang”"

NEW_FILE = "Alamat halaman (berkas diganti namanya)"


def whats(city):  # noqa: F811
    return [row[:2] for row in rows(city)]


def moved(root):
    (root / TETANGGA).rename(root / "content/pencegahan/rukun-warga.md")


def moved_past_others_and_edited(root):
    (root / KLINIK).rename(root / "content/layanan/zona-klinik.md")
    edit(root, "content/layanan/zona-klinik.md", 'buka: "Mo-Fr 08:00-16:00; PH off"', 'buka: "Mo-Fr 07:30-15:00; PH off"')


def moved_past_others(root):
    (root / KLINIK).rename(root / "content/layanan/zona-klinik.md")


def moved_under_another_title(root):
    (root / TETANGGA).rename(root / "content/pencegahan/rukun-warga.md")
    edit(root, "content/pencegahan/rukun-warga.md", "judul: Menjadi tetangga yang peduli", "judul: Rukun warga")


def new_id_and_name_kept_number_changed(root):
    edit(root, LINES, "id: terang", "id: terang-malam")
    edit(root, LINES, 'nomor: "117"', 'nomor: "118"')


def removed(root):
    (root / "content/layanan/polsek-contoh.md").unlink()


def hours(root):
    edit(root, KLINIK, 'buka: "Mo-Fr 08:00-16:00; PH off"', 'buka: "Mo-Fr 07:30-15:00; PH off"')


def hold(root):
    edit(root, LINES, '      - jenis: whatsapp\n', '      - jenis: whatsapp\n        tahan: Sedang diperiksa.\n')


def free(root):
    edit(root, LINES, "        tahan: Belum ada sumber bahwa nomor ini dijawab di Kota Contoh.\n", "")


def prose_only(root):
    edit(root, PANDUAN, (root / PANDUAN).read_text(encoding="utf-8").rstrip().rpartition(" ")[2], "selesai.")


def spaces_only(root):
    for path in [root / LINES, *root.joinpath("content").rglob("*.md")]:
        path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    edit(root, KDRT, "Memukul pasangan adalah kekerasan.", "Memukul  pasangan\nadalah kekerasan.")


def order_of_keys(root):
    data = yaml.load((root / LINES).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    turned = {"hotline": [dict(reversed(one.items())) for one in data["hotline"]]}
    (root / LINES).write_text(yaml.dump(turned, allow_unicode=True, sort_keys=False, default_style='"'), encoding="utf-8")


def style_of_yaml(root):
    data = yaml.load((root / LINES).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    (root / LINES).write_text("# ditulis ulang\n" + yaml.dump(data, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10_000, default_style='"'), encoding="utf-8")


def new_source(root):
    edit(root, LINES, '          - {url: "https://sahabat.contoh.go.id/", dibaca: 2026-11-20, resmi: ya}\n',
         '          - {url: "https://sahabat.contoh.go.id/", dibaca: 2026-11-20, resmi: ya}\n          - {url: "https://kedua.contoh.id/", dibaca: 2026-11-22}\n')


def renamed(root):
    edit(root, LINES, "nama: Terang", "nama: Terang Malam")


def new_id(root):
    edit(root, LINES, "id: terang", "id: terang-malam")


def channel_gone(root):
    text = (root / LINES).read_text(encoding="utf-8")
    start = text.index("      - jenis: whatsapp")
    (root / LINES).write_text(text[:start] + text[text.index("      - jenis: sms"):], encoding="utf-8")


def two_facts(root):
    edit(root, KLINIK, "petugas_perempuan: tidak", "petugas_perempuan: ya")
    edit(root, KDRT, "terkait: [darurat]\n", "")


def lines_in_another_order(root):
    data = yaml.load((root / LINES).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    (root / LINES).write_text(yaml.dump({"hotline": data["hotline"][::-1]}, allow_unicode=True, sort_keys=False), encoding="utf-8")


def exit_elsewhere(root):
    edit(root, "content/kebijakan.yaml", "wiki/Halaman_Utama", "wiki/Cuaca")


def channels(root, change):
    """The channels of the second hotline, changed by ``change`` in place."""
    data = yaml.load((root / LINES).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    change(data["hotline"][1]["kanal"])
    (root / LINES).write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def channels_in_another_order(root):
    channels(root, lambda found: found.insert(0, found.pop(1)))


def first_channel_gone_second_changed(root):
    channels(root, lambda found: (found.pop(0), found[0].update(nomor="0812-0000-0128")))


def held_channel_gone(root):
    channels(root, lambda found: found.pop(2))


def channel_to_a_service(root):
    taken = []
    channels(root, lambda found: taken.append(found.pop(1)))
    _, head, body = (root / KLINIK).read_text(encoding="utf-8").split("---\n", 2)
    data = yaml.load(head, Loader=yaml.BaseLoader)
    data["kanal"] += taken
    (root / KLINIK).write_text(f"---\n{yaml.dump(data, allow_unicode=True, sort_keys=False)}---\n{body}", encoding="utf-8")


def moved_and_written_anew(root):
    moved(root)
    edit(root, "content/pencegahan/rukun-warga.md", "Sapa tetangga Anda setiap hari.", "Jenguk yang sakit. Tanyakan kabar.")


def another_number_in_prose(root):
    edit(root, KLINIK, "{{ hotline: polisi-110 }}", "{{ hotline: sahabat-129 }}")


def a_link_in_prose(root):
    edit(root, KDRT, "pasangan adalah kekerasan.", "pasangan adalah [kekerasan](../panduan/menyimpan-bukti.md).")


FRESH = {
    "berkas dipindah": (moved, [("Halaman pencegahan “Menjadi tetangga yang peduli”", "Alamat halaman (berkas diganti namanya)")]),
    "berkas dipindah melewati yang lain": (moved_past_others, [(CLINIC, NEW_FILE)]),
    "berkas dipindah dan disunting": (moved_past_others_and_edited, [(CLINIC, NEW_FILE), (CLINIC, "Jam → Jam buka")]),
    "berkas dan judul diganti": (moved_under_another_title, [("Halaman pencegahan “Rukun warga”", NEW_FILE), ("Halaman pencegahan “Rukun warga”", "Judul")]),
    "pengenal dan nomor diganti": (new_id_and_name_kept_number_changed, [(TERANG, "Pengenal diganti"), (TERANG, "Kanal telepon 118 → Nomor")]),
    "layanan dihapus": (removed, [("Layanan “Polsek Contoh”", "Catatan dihapus")]),
    "jam": (hours, [(CLINIC, "Jam → Jam buka")]),
    "ditahan": (hold, [(SAHABAT, "Kanal whatsapp 0812-0000-0129 → Alasan menahan"), (SAHABAT, "Status whatsapp 0812-0000-0129")]),
    "tahan dilepas, sumber masih kurang": (free, [(TERANG, "Kanal telepon 117 → Alasan menahan")]),
    "hanya tulisan": (prose_only, [("Panduan “Menyimpan bukti”", "Isi halaman (1 kata ditambah, 1 kata dihapus)")]),
    "hanya spasi": (spaces_only, []),
    "hanya urutan kunci": (order_of_keys, []),
    "hanya gaya YAML": (style_of_yaml, []),
    "sumber baru": (new_source, [(SAHABAT, "Kanal telepon 129 → Sumber: baru")]),
    "nama diganti": (renamed, [("Hotline “Terang Malam”", "Nama")]),
    "pengenal diganti": (new_id, [(TERANG, "Pengenal diganti")]),
    "kanal dihapus": (channel_gone, [(SAHABAT, "Kanal: dihapus")]),
    "dua fakta di dua berkas": (two_facts, [(CLINIC, "Kemudahan akses → Ada petugas perempuan?"), (RUMAH, "Kebutuhan lain yang dekat")]),
    "halaman keluar": (exit_elsewhere, [("Kebijakan", "Halaman netral untuk tombol keluar")]),
    "urutan kanal": (channels_in_another_order, [(SAHABAT, "Kanal (urutan)")]),
    "kanal pertama dihapus, kedua berganti nomor": (first_channel_gone_second_changed, [(SAHABAT, "Kanal: dihapus"), (SAHABAT, "Kanal whatsapp 0812-0000-0128 → Nomor")]),
    "kanal ditahan dihapus": (held_channel_gone, [(SAHABAT, "Kanal: dihapus")]),
    "kanal pindah ke layanan": (channel_to_a_service, [(SAHABAT, "Kanal: dihapus"), (CLINIC, "Kanal: baru")]),
    "berkas dipindah dan ditulis ulang": (moved_and_written_anew, [("Halaman pencegahan “Menjadi tetangga yang peduli”", NEW_FILE), ("Halaman pencegahan “Menjadi tetangga yang peduli”", "Isi halaman (5 kata ditambah, 5 kata dihapus)")]),
    "nomor lain di tulisan": (another_number_in_prose, [(CLINIC, "Isi halaman (1 kata ditambah, 1 kata dihapus)")]),
    "tautan di tulisan": (a_link_in_prose, [(RUMAH, "Isi halaman (1 kata ditambah, 1 kata dihapus)")]),
    "urutan catatan": (lines_in_another_order, [("Hotline", "Urutan catatan di berkas")]),
}


@pytest.mark.parametrize("kind", FRESH)
def test_the_card_lists_every_changed_fact_and_nothing_else(city, kind):  # noqa: F811
    change, expected = FRESH[kind]
    change(city / "kini")
    assert sorted(whats(city)) == sorted(expected)


def test_a_held_channel_that_goes_is_no_news_for_citizens(city):  # noqa: F811
    held_channel_gone(city / "kini")
    assert [row[4] for row in rows(city)] == ["petugas"]


def test_where_the_exit_leads_is_seen_by_citizens(city):  # noqa: F811
    exit_elsewhere(city / "kini")
    assert [row[4] for row in rows(city)] == ["warga"]


def test_a_moved_page_is_told_by_the_address_citizens_knew(city):  # noqa: F811
    moved(city / "kini")
    assert [row[2:4] for row in rows(city)] == [("/pencegahan/tetangga/", "/pencegahan/rukun-warga/")]


def test_news_languages_and_indicators_are_facts_too(city):  # noqa: F811
    for name, text in {"content/kabar/rapat.md": "---\njudul: Rapat\ntanggal: 2026-11-01\nringkas: Kantor bertemu.\nsiapa: [Dinas Contoh]\nsumber: [aturan-contoh]\nditinjau: {tanggal: 2026-11-20, oleh: penyusun}\n---\n\nIsi.\n",
                       "content/kla.yaml": "kla:\n  - {nomor_indikator: 1, bagian: Kelembagaan, nama: Perda, sumber: [aturan-contoh]}\n"}.items():
        for root in ("dulu", "kini"):
            (city / root / name).parent.mkdir(exist_ok=True)
            (city / root / name).write_text(text, encoding="utf-8")
    assert whats(city) == []
    edit(city / "kini", "content/kabar/rapat.md", "Kantor bertemu.", "Kantor bertemu lagi.")
    edit(city / "kini", "content/kla.yaml", "nama: Perda", "nama: Aturan kota")
    assert whats(city) == [("Kabar “Rapat”", "Ringkas"), ("Indikator Kota Layak Anak “Aturan kota”", "Nama indikator")]


def test_each_year_of_holidays_is_a_record_of_its_own(city):  # noqa: F811
    year = '  - tahun: {0}\n    keputusan: SKB {0}\n    hari:\n      - {{tanggal: {0}-12-24, nama: Natal, jenis: cuti bersama}}\n    sumber: [{{url: "https://contoh.go.id/libur", dibaca: 2026-11-01, resmi: ya}}]\n'
    for root in ("dulu", "kini"):
        (city / root / "content/libur.yaml").write_text("libur:\n" + year.format(2026) + year.format(2027), encoding="utf-8")
    assert whats(city) == []
    edit(city / "kini", "content/libur.yaml", "2026-12-24, nama: Natal, jenis: cuti bersama", "2026-12-24, nama: Natal")
    assert whats(city) == [("Hari libur “2026”", "Hari libur dan cuti bersama “Natal” → Jenis")]


def test_every_list_of_the_site_has_its_title():
    from dataclasses import fields

    from site_src.card.changes import LISTS, ONE_OF_A_KIND
    from site_src.model import Site

    assert {one.name for one in fields(Site)} - {"lexicon", "unread"} <= {*LISTS, *ONE_OF_A_KIND}
