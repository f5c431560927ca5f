"""Shared files tell nothing by their names, titles and properties: the scanner finds what is planted, and nothing in all of dist/."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest

from site_src.bundle.discreet import _words, alarming
from site_src.bundle.freshness import again
from site_src.bundle.pack import read
from site_src.prints import sheets, typeset


def said(files):
    return [(problem.place.path, problem.code) for problem in alarming(files)]


def test_nothing_in_dist_tells_what_it_is_for(packed):
    files = read(packed / "dist")
    assert {name.rsplit(".", 1)[-1] for name in files} >= {"pdf", "html", "zip", "vcf", "json"}
    assert list(alarming(files)) == []


def test_no_sheet_of_the_real_city_tells_it_either(real_city, pressed):
    """Titles as a reader of PDFs shows them, not as the scanner finds them."""
    made = {f"cetak/{path}": pressed(sheet) for path, sheet in sheets(real_city, again) if "-a3-" not in path}
    assert len(made) > 100 and list(alarming(made)) == []
    for path, pdf in made.items():
        shown = " ".join(pypdfium2.PdfDocument(pdf).get_metadata_dict().values())
        assert "Informasi warga" in shown and not _words().search(shown.casefold()), path


@pytest.mark.parametrize("title", ["Stop kekerasan", "Untuk Korban – rahasia", "Kekerasan (anak)"])
def test_a_title_in_a_pdf_is_found(title):
    pdf = typeset({"judul_berkas": title, "bentuk": "kartu", "judul": "x", "nomor": [], "qr": ["#"], "umur": "", "contoh": ""})
    assert set(said({"kartu.pdf": pdf})) == {("dist/kartu.pdf", "kata-mencolok")}
    assert said({"kartu.pdf": re.sub(rb"(?s)<dc:title>.*?</dc:title>", b"", pdf)}) != []


def test_names_titles_cards_and_folders_are_read():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("bantuan-korban/index.html", "")
    planted = {
        "poster-KDRT.pdf": b"", "a.html": b"<title>Lapor!</title>", "b.html": b'<meta property="og:title" content="Untuk korban">', "c.vcf": b"BEGIN:VCARD\r\nFN:Polisi 110\r\n",
        "d.zip": archive.getvalue()}
    assert said(planted) == [(f"dist/{name}", "kata-mencolok") for name in planted]
    assert len(said({"catatan-cerai.pdf": b"", "Bahaya.vcf": b"FN:Konseling\r\n"})) == 3
    assert said({"info-warga.html": b"<title>Informasi warga</title>", "kontak/info-129.vcf": b"FN:Info 129\r\n"}) == []
