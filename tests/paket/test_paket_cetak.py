"""The printed sheets, read back: text, digits, pages, edges, the same bytes, and names that give nobody away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from site_src.bundle import pack
from site_src.bundle.freshness import again
from site_src.model import Edition, Ledger
from site_src.prints import prints, sheets, typeset

ALARMING = re.compile(r"keras|korban|kdrt|lapor|pukul|lindung|perempuan|anak|polisi", re.IGNORECASE)
POINTS = {"a4": (595, 842), "a3": (842, 1191)}
AGAIN = "diperiksa lagi sebelum 21 Februari 2027."


def text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def numbers(said):
    return set(re.findall(r"(?<![\w-])(?:110|129|119|117|0812[\d-]+)(?![\w-])", said))


@pytest.fixture(scope="module")
def made(built):
    return prints(built.ledger, again)


def test_the_city_gets_posters_strips_and_cards(made, packed):
    posters = [f"poster/poster-{number:02}-{paper}-{ink}.pdf" for paper in POINTS for ink in ("warna", "hitam-putih") for number in range(3)]
    large = [f"besar/besar-{number:02}.pdf" for number in range(3)]
    assert list(made) == [*posters, *large, "sobek/sobek-a4.pdf", "kartu/kartu-1.pdf", "kartu/kartu-2.pdf"]
    assert {path.relative_to(packed / "dist" / "cetak").as_posix(): path.read_bytes() for path in (packed / "dist" / "cetak").rglob("*.pdf")} == made


def test_a_poster_holds_the_digits_of_its_topic_with_the_day_to_look_again_beside_each(made):
    said = text(made["poster/poster-02-a4-hitam-putih.pdf"])
    assert "Saya dipukul di rumah" in said and "Rumah seharusnya aman. Kekerasan bukan salah Anda." in said
    assert numbers(said) == {"110", "129"}
    assert said.count(AGAIN) == 3 and "Teruji telepon 21 November 2026; " + AGAIN in said and "Belum diuji telepon; " + AGAIN in said


def test_a_preview_says_that_it_is_not_to_be_hung_and_a_release_shows_the_tested_number_only(built, made):
    assert "Jangan ditempel" in text(made["poster/poster-00-a4-warna.pdf"]) and "Jangan ditempel" in text(made["kartu/kartu-2.pdf"])
    release = prints(Ledger(built.ledger.site, built.ledger.today, Edition.RELEASE), again)
    said = [text(pdf) for pdf in release.values()]
    assert {number for sheet in said for number in numbers(sheet)} == {"110"} and not [sheet for sheet in said if "CONTOH" in sheet]


def test_strips_and_the_ordinary_card_say_nothing_but_a_number(built, made):
    drawn = dict(sheets(built.ledger, again))
    assert [strip["angka"] for strip in drawn["sobek/sobek-a4.pdf"]["potong"]] == ["110"] * 9
    below = text(made["sobek/sobek-a4.pdf"]).split("Dinas", 1)[-1]
    assert below.count("110") == 9 and not ALARMING.search(below.split("110", 1)[1])
    card = text(made["kartu/kartu-2.pdf"])
    assert card.count("Nomor penting") == 10 and card.count("110 Info, 24 jam setiap hari") == 10 and not ALARMING.search(card)


def test_names_and_titles_give_nobody_away(made):
    for path, pdf in made.items():
        meta = pypdfium2.PdfDocument(pdf).get_metadata_dict()
        assert not ALARMING.search(path) and meta["Title"] == "Informasi warga"
        assert {key for key, value in meta.items() if value} <= {"Title", "Creator", "Producer"}, path


def test_every_sheet_is_one_page_of_its_paper_with_a_white_edge(made):
    for path, pdf in made.items():
        [page] = pypdfium2.PdfDocument(pdf)
        assert tuple(round(side) for side in page.get_size()) == POINTS["a3" if "-a3-" in path or path.startswith("besar") else "a4"], path
        picture = page.render(scale=0.5).to_pil().convert("L")
        width, height = picture.size
        # 5 mm that no printer reaches; tear-off strips are cut at the lower edge.
        edge = 7
        sides = [(0, 0, width, edge), (0, 0, edge, height), (width - edge, 0, width, height)] + ([] if "sobek" in path else [(0, height - edge, width, height)])
        assert all(picture.crop(side).getextrema() == (255, 255) for side in sides), path


def test_black_and_white_is_black_on_white(made):
    picture = pypdfium2.PdfDocument(made["poster/poster-01-a4-hitam-putih.pdf"])[0].render(scale=1).to_pil().convert("RGB")
    assert all(max(colour) - min(colour) < 8 for _, colour in picture.getcolors(1 << 20))


def longest(site):
    """Every hotline with the longest name, sentence and number that one may have."""
    def long(hotline):
        channels = tuple(channel.model_copy(update={"extension": "8"}) if channel.held is None else channel for channel in hotline.channels)
        return hotline.model_copy(update={"name": "Layanan Sahabat Perempuan dan Anak Kabupaten Musi Rawas Utara", "emergency": True, "channels": channels,
                                          "summary": "Menghubungkan Anda dengan petugas terdekat di kota Anda. " * 2})

    topics = tuple(topic.model_copy(update={"saying": "Saya penyandang disabilitas dan ada orang di rumah yang menyakiti saya setiap hari",
                                            "summary": "Tidak ada seorang pun yang pantas disakiti oleh keluarganya sendiri. " * 3}) for topic in site.topics)
    return replace(site, hotlines=tuple(long(hotline) for hotline in site.hotlines), topics=topics)


def test_the_longest_names_still_fit_one_page(built):
    found = prints(Ledger(longest(built.ledger.site), built.ledger.today), again)
    assert {path: len(pypdfium2.PdfDocument(pdf)) for path, pdf in found.items() if len(pypdfium2.PdfDocument(pdf)) != 1} == {}


def test_four_long_rows_fit_one_page(built):
    for path, sheet in sheets(Ledger(longest(built.ledger.site), built.ledger.today), again):
        assert len(pypdfium2.PdfDocument(typeset({**sheet, "nomor": (sheet["nomor"] * 4)[:4]}))) == 1, path


def test_the_same_day_gives_the_same_bytes(built, made):
    assert prints(built.ledger, again) == made


def test_another_day_is_another_sheet(built):
    assert text(prints(Ledger(built.ledger.site, date(2026, 12, 1)), again)["kartu/kartu-1.pdf"]).count("data per 1 Desember 2026") == 10


def test_a_held_number_on_a_sheet_is_refused(built, monkeypatch):
    for number in ("117", "0812-0000-0130"):
        sheet = dict(sheets(built.ledger, again))["kartu/kartu-1.pdf"]
        spoiled = {**sheet, "nomor": [{**sheet["nomor"][0], "angka": number}]}
        monkeypatch.setattr(pack, "sheets", lambda ledger, until, address: [("kartu/kartu-1.pdf", spoiled)])
        problems = pack.faults(built, {"cetak/kartu/kartu-1.pdf": typeset(spoiled)})
        assert {problem.place.path for problem in problems} == {"dist/cetak/kartu/kartu-1.pdf"}, number
    monkeypatch.undo()
    assert [problem.code for problem in pack.faults(built, {"cetak/kartu/kartu-1.pdf": typeset(spoiled)})] == ["bocor-nomor"]
