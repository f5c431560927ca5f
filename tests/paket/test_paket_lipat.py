"""Leaflets read back: every word inside its panel, numbers once with their evidence, folds where a third of the paper is."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from site_src.bundle.freshness import again
from site_src.model import Audience, Ledger
from site_src.pages.contacts import Contacts
from site_src.prints import sheets, typeset
from site_src.prints.blocks import sections, without_the_screen

BODY = """\
Sapa **lebih dulu** {{ sumber: prinsip-contoh }}. Baca [cara menyimpan bukti](../panduan/menyimpan-bukti.md).

## Menyapa

- Sapa tetangga Anda.
- Tanya kabarnya.

1. Dengarkan.
2. Hubungi {{ hotline: polisi-110 }}.

| Siapa | Apa |
|---|---|
| RT | mendengar |

{{ hotline: sahabat-129 }}

## Kegiatan

Minum teh <b>bersama</b>.
"""


@pytest.fixture
def city(built):
    """The city with one page worth printing, for whom is ``audiences``."""
    def told(body, *audiences):
        who = {"audiences": audiences} if audiences else {}
        pages = tuple(article.model_copy(update={"printable": True, "body": body, **who}) for article in built.ledger.site.prevention)
        return Ledger(replace(built.ledger.site, prevention=pages), built.ledger.today)
    return told


def shown(page):
    """The text inside the white edge of 5 mm, as it would come out of a printer."""
    width, height = page.get_size()
    edge = 5 / 25.4 * 72
    return " ".join(page.get_textpage().get_text_bounded(edge, edge, width - edge, height - edge).split())


def shown_at(text, words):
    """Where ``words`` begin in the text of a page."""
    return text.get_text_range().index(words)


def words(blocks):
    return " ".join("".join(run["t"] for run in block["isi"]) for block in blocks)


def test_a_body_becomes_blocks_without_marks_links_and_numbers(built):
    first, second, third = sections(Contacts(built.ledger.site, built.ledger.today), BODY, again, str)
    assert [block["isi"] for block in first] == [[{"t": "Sapa ", "b": False}, {"t": "lebih dulu", "b": True}, {"t": ". Baca “cara menyimpan bukti” (panduan/menyimpan-bukti).", "b": False}]]
    assert [(block["jenis"], block.get("no"), words([block])) for block in second] == [
        ("judul", None, "Menyapa"), ("butir", None, "Sapa tetangga Anda."), ("butir", None, "Tanya kabarnya."), ("angka", 1, "Dengarkan."),
        ("angka", 2, "Hubungi Polisi Contoh."), ("tabel", None, "Siapa; Apa. RT; mendengar. "), ("kontak", None, "Sahabat 129")]
    assert second[-2]["baris"] == [["Siapa", "Apa"], ["RT", "mendengar"]]
    card = second[-1]
    assert (card["angka"], card["tempat"]) == ("129", "") and card["bukti"] == "Belum diuji telepon; diperiksa lagi sebelum 21 Februari 2027."
    assert words(third) == "Kegiatan Minum teh bersama."


@pytest.mark.parametrize(("written", "printed"), [
    ("Baca [foto dan ancaman](foto-dan-ancaman.md).", "Baca “foto dan ancaman” (pencegahan/foto-dan-ancaman)."),
    ("Langkahnya ada di [panduan visum](../panduan/visum.md#biaya).", "Langkahnya ada di “panduan visum” (panduan/visum)."),
    ("Lihat [keterangan Puspaga](../layanan/puspaga.md).", "Lihat keterangan Puspaga (layanan/puspaga)."),
    ("Tanyakan kepada [Pengadilan Negeri](../layanan/pn.md).", "Tanyakan kepada Pengadilan Negeri."),
    ("Baca dulu. Hubungi [Pokja](../layanan/pokja.md).", "Baca dulu. Hubungi Pokja."),
])
def test_a_sentence_that_sends_to_a_page_says_what_leads_there(built, written, printed):
    assert [words([block]) for block in sections(Contacts(built.ledger.site, built.ledger.today), written, again, str)[0]] == [printed]


def test_paper_leads_to_a_page_by_its_short_address_or_by_somebody_to_ask(real_city):
    """Without an address of the site nobody can open a page from paper."""
    def said(address):
        drawn = dict(sheets(real_city, again, address))
        return {path: words([*drawn[path]["dalam"], *drawn[path]["sisi"]]) for path in ("lipat/lipat-29.pdf", "besar/besar-lipat-29.pdf")}.values()
    assert all("Baca “cara menyimpan bukti” (minta kepada petugas kota)." in one for one in said(""))
    for one in said("https://kota.example/"):
        assert "Baca “cara menyimpan bukti” (kota.example/i/49)." in one and "Lihat keterangan Puspaga (minta kepada petugas kota)." in one


@pytest.mark.parametrize(("audience", "asked"), [(Audience.CHILD, "petugas atau guru"), (Audience.TEENAGER, "petugas atau guru"), (Audience.TEACHER, "petugas kota"), (Audience.CADRE, "petugas kota")])
def test_only_who_goes_to_school_is_sent_to_a_teacher(city, audience, asked):
    drawn = dict(sheets(city(BODY, audience), again))
    assert f"Baca “cara menyimpan bukti” (minta kepada {asked})." in words(drawn["lipat/lipat-01.pdf"]["dalam"])


def test_what_a_check_list_holds_is_there_to_tick(built):
    body = "## Daftar periksa hari pertama\n\nJawab dulu.\n\n- Sudah disapa.\n\n1. Lalu pulang.\n\n## Menyapa\n\n- Sapa tetangga.\n"
    parts = sections(Contacts(built.ledger.site, built.ledger.today), body, again, str)
    assert [words([block]) for part in parts for block in part if block.get("centang")] == ["Sudah disapa."]


def test_each_thing_to_fill_in_has_a_line_of_its_own(built):
    body = "Langkah kami: ……… Tanggal: ……………\n\n- Lapor ke: ……….\n"
    assert [words([block]) for block in sections(Contacts(built.ledger.site, built.ledger.today), body, again, str)[0]] == ["Langkah kami: ………\nTanggal: ……………", "Lapor ke: ………."]


@pytest.mark.parametrize("held", ["3×24 jam", "3 × 24 jam", "15 menit", "UU 23/2004", "SAPA 129", "sungguh-sungguh", "bertahun-tahun", "Permendikdasmen 6/2026", "kata-kata", "satu-satunya", "SP4N-LAPOR"])
def test_a_measure_a_law_and_a_word_said_twice_never_break_over_two_lines(city, held):
    body = "Kata.\n\n" + "".join(f"Sapa {'a' * filler} {held} lagi, lalu tanya kabar tetangga.\n\n" for filler in range(1, 30)) + "Hubungi {{ hotline: polisi-110 }}.\n\n## Sisi\n\nKata.\n"
    text = pypdfium2.PdfDocument(typeset(dict(sheets(city(body), again))["lipat/lipat-01.pdf"]))[1].get_textpage().get_text_range()
    assert len(re.findall(re.escape(held), text)) == 29


def test_words_about_the_button_of_the_screen_stay_off_posters():
    assert without_the_screen("Tombol keluar tidak menghapus jejak. Ponsel tetap mencatat.") == "Ponsel tetap mencatat."


def test_large_print_counts_its_sheets(city):
    drawn = dict(sheets(city(BODY + "\nSapa.\n" * 60), again))
    document = pypdfium2.PdfDocument(typeset(drawn["besar/besar-lipat-01.pdf"]))
    assert len(document) > 2 and all(f"Lembar {number} dari {len(document)} · diperiksa lagi sebelum" in shown(page) for number, page in enumerate(document, 1))
    assert all("CONTOH" in shown(page) and drawn["besar/besar-lipat-01.pdf"]["judul"] in shown(page) for page in document)


@pytest.mark.parametrize("filler", range(50, 62))
def test_the_date_and_the_code_stay_with_the_last_words(city, filler):
    *_, last = pypdfium2.PdfDocument(typeset(dict(sheets(city(BODY + "\nSapa.\n" * filler), again))["besar/besar-lipat-01.pdf"]))
    assert "Sapa." in shown(last) and "Pindai" in shown(last)


@pytest.mark.parametrize("filler", range(20, 32))
def test_a_turned_sheet_tears_neither_the_last_part_nor_one_line_from_its_list(city, filler):
    body = "Kata.\n\n" + "Sapa.\n\n" * filler + "## Menyapa\n\nBegini caranya.\n\n" + "- Butir.\n" * 4 + "\nHubungi dulu.\n\n{{ hotline: sahabat-129 }}\n\n## Kegiatan\n\nAmbil kertas.\n\n" + "1. Langkah.\n" * 8
    said = [shown(page) for page in pypdfium2.PdfDocument(typeset(dict(sheets(city(body), again))["besar/besar-lipat-01.pdf"]))]
    assert all(page.count("Butir.") != 1 and ("Butir." in page or "Begini caranya." not in page) for page in said)
    assert [page.count("• Sahabat 129") or page.count("Sahabat 129 129") for page in said if "Hubungi dulu." in page] == [1]
    assert [page.count("Langkah.") for page in said if {"Kegiatan", "Langkah.", "Pindai"} & set(re.findall(r"\w+\.?", page))] == [8]


def test_four_numbers_stand_on_the_first_sheet_of_large_print(real_city, pressed):
    drawn = dict(sheets(real_city, again))
    four = [path for path, sheet in drawn.items() if path.startswith("besar/besar-lipat") and len(sheet["nomor"]) == 4]
    assert len(four) > 3 and all(shown(pypdfium2.PdfDocument(pressed(drawn[path]))[0]).count("diperiksa lagi sebelum") == 5 for path in four)


def test_a_page_worth_printing_becomes_a_leaflet_of_two_sides(city):
    pdf = dict((path, typeset(sheet)) for path, sheet in sheets(city(BODY), again))["lipat/lipat-01.pdf"]
    document = pypdfium2.PdfDocument(pdf)
    assert [tuple(round(side) for side in document.get_page_size(number)) for number in range(len(document))] == [(842, 595)] * 2
    outside, inside = shown(document[0]), shown(document[1])
    assert "Menjadi tetangga yang peduli" in outside and "Minum teh bersama." in outside and "Dengarkan." in inside
    assert re.findall(r"\b1[12][0-9]\b", outside.replace("Sahabat 129", "")) == ["110", "129", "110"]
    assert outside.count("diperiksa lagi sebelum 21 Februari 2027.") == 3


def test_a_table_stays_a_table_and_words_before_a_list_stay_with_it(city):
    """Two columns that say the opposite of each other must never read as one sentence."""
    body = "Kata.\n\n## Menyapa\n\n| Ini setuju | Ini bukan |\n|---|---|\n| Bilang mau | Diam saja |\n\nHubungi {{ hotline: polisi-110 }}.\n\n## Sisi\n\nKata.\n"
    document = pypdfium2.PdfDocument(typeset(dict(sheets(city(body), again))["lipat/lipat-01.pdf"]))
    text = document[1].get_textpage()
    boxes = [text.get_charbox(shown_at(text, word)) for word in ("Bilang mau", "Diam saja", "Ini setuju", "Ini bukan")]
    (yes, no, head_yes, head_no) = [(round(box[0]), round(box[1])) for box in boxes]
    assert abs(yes[0] - head_yes[0]) <= 2 and abs(no[0] - head_no[0]) <= 2 and no[0] - yes[0] > 30 and abs(yes[1] - no[1]) < 6 < head_yes[1] - yes[1]


def test_a_row_of_a_wide_table_names_its_columns(built):
    table = "| Hal | Dulu | Sekarang |\n|---|---|---|\n| Aturan | Lama | Baru |\n"
    assert [words([block]) for block in sections(Contacts(built.ledger.site, built.ledger.today), table, again, str)[0]] == ["Aturan. Dulu: Lama; Sekarang: Baru."]


@pytest.mark.parametrize("filler", range(1, 30, 4))
def test_words_that_announce_a_list_never_stand_alone_at_the_foot_of_a_column(city, filler):
    body = "Kata.\n\n" + "Sapa tetangga, tanya kabarnya, lalu dengarkan sampai selesai.\n\n" * filler + "Kepada teman:\n\n- Apa kabar.\n- Mari.\n\n" * 12 + "Hubungi {{ hotline: polisi-110 }}.\n"
    text = pypdfium2.PdfDocument(typeset(dict(sheets(city(body), again))["lipat/lipat-01.pdf"]))[1].get_textpage()
    said = text.get_text_range()
    for found in re.finditer("Kepada teman:", said):
        after = said.index("Apa kabar", found.start())
        assert abs(text.get_charbox(found.start())[0] - text.get_charbox(after)[0]) < 30, filler


def test_a_contact_on_its_own_line_keeps_its_number_and_one_without_says_so(city):
    sheet = dict(sheets(city(BODY + "\n{{ layanan: polsek-contoh }}\n\nSampai jumpa.\n"), again))["lipat/lipat-01.pdf"]
    inside, back = sheet["dalam"], sheet["sisi"]
    assert [(block["nama"], block["angka"]) for block in inside if block["jenis"] == "kontak"] == [("Sahabat 129", "129")]
    assert [(block["nama"], block["angka"], block["bukti"]) for block in back if block["jenis"] == "kontak"] == [("Polsek Contoh", "", "Nomornya belum dapat kami pastikan.")]
    said = shown(pypdfium2.PdfDocument(typeset(sheet))[1])
    assert "Sahabat 129 129 Belum diuji telepon; diperiksa lagi sebelum 21 Februari 2027." in said


def test_words_about_the_screen_stay_off_the_paper_and_dots_become_room_to_write(city):
    pdf = typeset(dict(sheets(city("Ada yang mengintip? Tekan “Keluar cepat”.\n\nNama: ………\n\n## Menyapa\n\nHubungi {{ hotline: polisi-110 }}.\n"), again))["lipat/lipat-01.pdf"])
    document = pypdfium2.PdfDocument(pdf)
    said = " ".join(shown(page) for page in document)
    assert "Keluar cepat" not in said and "mengintip" not in said
    text = document[1].get_textpage()
    left, bottom, *_ = text.get_charbox(shown_at(text, "Nama:"))
    lines = [drawn.get_bounds() for drawn in document[1].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    wide = [line for line in lines if line[3] - line[1] < 3 and abs(line[1] - bottom) < 12 and line[0] > left]
    assert max(line[2] for line in wide) - min(line[0] for line in wide) > 55 * 72 / 25.4


def test_a_class_sheet_comes_in_large_print_with_the_numbers_after_the_words_to_the_teacher(city):
    drawn = dict(sheets(city("Halo.\n\n## Kegiatan 15 menit: menyapa\n\n1. Sapa.\n\nHubungi {{ hotline: polisi-110 }}.\n", Audience.TEACHER), again))
    assert [path for path in drawn if "kelas" in path] == ["kelas/kelas-01.pdf", "besar/besar-kelas-01.pdf"]
    for path in ("kelas/kelas-01.pdf", "besar/besar-kelas-01.pdf"):
        said = " ".join(shown(page) for page in pypdfium2.PdfDocument(typeset(drawn[path])))
        assert said.index("Kegiatan 15 menit") < said.index("Sapa.") < said.index("nomor di bawah") < said.index("110"), path


@pytest.mark.parametrize("steps", [12, 15, 18])
def test_the_numbers_below_stand_on_the_sheet_that_says_below(city, steps):
    drawn = dict(sheets(city("Halo.\n\n## Kegiatan 15 menit: menyapa\n\n" + "1. Sapa.\n" * steps + "\nHubungi {{ hotline: polisi-110 }} atau {{ hotline: sahabat-129 }}.\n", Audience.TEACHER), again))
    said = [shown(page) for page in pypdfium2.PdfDocument(typeset(drawn["besar/besar-kelas-01.pdf"]))]
    assert len(said) == 2 and [all(words in page for words in ("nomor di bawah", "110", "Pindai")) for page in said] == [False, True]


def test_a_page_not_meant_for_paper_or_without_a_number_gives_no_leaflet(built, city):
    assert not [path for path, _ in sheets(built.ledger, again) if path.startswith("lipat")]
    assert not [path for path, _ in sheets(city("## Menyapa\n\nSapa tetangga."), again) if path.startswith("lipat")]


def test_every_sheet_of_the_real_city_keeps_every_word_inside_its_paper(real_city, pressed):
    """The longest names and pages there are: nothing runs over an edge or onto another page, and no type is smaller than 7 points."""
    drawn = dict(sheets(real_city, again))
    assert sum(path.startswith("lipat") for path in drawn) > 10
    for path, sheet in drawn.items():
        document = pypdfium2.PdfDocument(pressed(sheet))
        assert len(document) == (2 if path.startswith("lipat") else 1) or path.startswith(("besar/besar-lipat", "besar/besar-kelas")), path
        said = " ".join(shown(document[number]) for number in range(len(document)))
        # What each sheet repeats stands between the words of a block that goes over.
        plain = re.sub(r"\W", "", re.sub(rf"Lembar \d+ dari \d+ · {sheet['umur_pendek']}", "", said, flags=re.IGNORECASE).replace(f"CONTOH · {sheet.get('judul')}", ""))
        for part in (sheet.get("dalam", []), sheet.get("sisi", [])):
            for block in part:
                # The lines of two cells side by side come back mixed.
                parts = words([block]).split() if block["jenis"] == "tabel" else [words([block])]
                assert all(re.sub(r"\W", "", part) in plain for part in parts), (path, block)
        assert all(re.sub(r"\W", "", row["angka"]) in plain for row in sheet["nomor"]), path
        sizes = [text.get_font_size() for number in range(len(document)) for text in document[number].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert min(sizes) >= (18 if path.startswith("besar") else 7), path
