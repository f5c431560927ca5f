"""Every code on every sheet, decoded from the pixels of the page, holds what the ledger says, and every strip and card has its own."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp

from site_src.bundle.freshness import again
from site_src.model import Ledger
from site_src.prints import sheets

ADDRESS = "https://informasi.kota-contoh.go.id/warga/"


def pixels(pdf, dots=200):
    return [page.render(scale=dots / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


def codes(pdf, dots=200):
    """What a camera reads on all pages, sorted; ``dots`` for an inch."""
    return sorted(found.text for page in pixels(pdf, dots) for found in zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode))


def held_by(path, sheet):
    if path.startswith("sobek"):
        return sorted(strip["isi_qr"] for strip in sheet["potong"])
    return [sheet["isi_qr"]] * (10 if path.startswith("kartu") else 1)


@pytest.mark.parametrize("address", [ADDRESS, ""], ids=["alamat", "tanpa-alamat"])
def test_every_code_reads_back(real_city, pressed, address):
    wanted = list(sheets(real_city, again, address))
    assert len(wanted) > 180
    for path, sheet in wanted:
        assert codes(pressed(sheet), 110 if "-a3-" in path else 140) == held_by(path, sheet), path


def test_a_code_holds_the_short_address_of_its_page(real_city):
    drawn = dict(sheets(real_city, again, ADDRESS))
    number = real_city.site.short_number
    assert drawn["poster/poster-00-a4-warna.pdf"]["isi_qr"] == drawn["kartu/kartu-2.pdf"]["isi_qr"] == f"{ADDRESS}i/{number['beranda']}/"
    held = {sheet["isi_qr"] for sheet in drawn.values()}
    assert held == {f"{ADDRESS}i/{number[page]}/" for page in number if page.startswith(("topik/", "pencegahan/")) or page == "beranda"} & held and len(held) > 30
    assert drawn["poster/poster-00-a4-warna.pdf"]["kata_qr"] == f"informasi.kota-contoh.go.id/warga/i/{number['beranda']}"


def test_the_end_of_a_short_address_stays_on_one_line(real_city, pressed):
    """“/i/” on one line and “1” on the next is an address nobody types right."""
    for address in (ADDRESS, "https://perlindungan.lubuklinggaukota.go.id/", "https://a.id/"):
        sheet = dict(sheets(real_city, again, address))["poster/poster-21-a4-warna.pdf"]
        assert "/i/21" in pypdfium2.PdfDocument(pressed(sheet))[0].get_textpage().get_text_range(), address


def test_without_an_address_a_code_calls_the_first_number(real_city):
    drawn = dict(sheets(real_city, again))
    for path, sheet in drawn.items():
        assert sheet["isi_qr"] in {channel.href for _, channel in real_city.shown_contacts()}, path
        assert sheet["nomor"][0]["angka"] in sheet["kata_qr"] and sheet["kata_qr"].endswith(sheet["nomor"][0]["lalu"]), path
    strips = drawn["sobek/sobek-a4.pdf"]["potong"]
    assert [strip["isi_qr"] for strip in strips] == [f"tel:{strip['angka']}" for strip in strips]


def test_a_page_without_a_number_in_the_register_gets_the_number_to_call(built):
    assert {sheet["isi_qr"] for _, sheet in sheets(Ledger(built.ledger.site, built.ledger.today), again, ADDRESS)} <= {"tel:110", "tel:129"}


def test_a_smudged_code_still_reads(real_city, pressed):
    """A fold or a stain over a twentieth of the code: level M forgives it."""
    sheet = dict(sheets(real_city, again, ADDRESS))["poster/poster-00-a4-hitam-putih.pdf"]
    [page] = pixels(pressed(sheet))
    [code] = zxingcpp.read_barcodes(page)
    left, top = code.position.top_left.x, code.position.top_left.y
    side = code.position.bottom_right.x - left
    page.paste(255, (left + int(side * 0.5), top + int(side * 0.5), left + int(side * 0.7), top + int(side * 0.7)))
    assert [found.text for found in zxingcpp.read_barcodes(page)] == [sheet["isi_qr"]]
