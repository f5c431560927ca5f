"""Every letter on every sheet stands out from what is behind it, measured in the pixels of the page; the list says which sheet is which."""

from __future__ import annotations

import ctypes
import re
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from site_src.bundle import pack
from site_src.bundle.freshness import again, sentence
from site_src.bundle.print_list import print_list
from site_src.prints import sheets

AA, AAA = 4.5, 7.0
"""WCAG 2.2, 1.4.3 and 1.4.6: most sheets are read by many eyes in poor light, so the stricter one holds."""
SCALE = 1.0


@pytest.fixture(scope="module")
def drawn(real_city):
    return real_city, dict(sheets(real_city, again))


def luminance(colour):
    parts = [value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink(text):
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    assert pdfium.FPDFPageObj_GetFillColor(text.raw, red, green, blue, alpha) and alpha.value == 255
    return red.value, green.value, blue.value


def contrasts(pdf):
    """The contrast of each run of text with the colour that fills most of the box around it."""
    for page in pypdfium2.PdfDocument(pdf):
        picture, height = page.render(scale=SCALE).to_pil().convert("RGB"), page.get_height()
        for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = text.get_bounds()
            box = (int(left * SCALE) - 3, int((height - top) * SCALE) - 3, int(right * SCALE) + 3, int((height - bottom) * SCALE) + 3)
            behind, _ = Counter(dict((colour, count) for count, colour in picture.crop(box).getcolors(1 << 20))).most_common(1)[0]
            yield ratio(ink(text), behind)


def test_text_stands_out_on_every_kind_of_sheet(drawn, pressed):
    _, made = drawn
    kinds = {}
    for path in made:
        kinds.setdefault(re.sub(r"-\d+", "", path), path)
    assert len(kinds) >= 11
    for path in kinds.values():
        found = list(contrasts(pressed(made[path])))
        assert len(found) > 5 and min(found) >= AAA, (path, min(found))


def test_a_pale_ink_would_be_seen():
    assert ratio((0x77, 0x77, 0x77), (255, 255, 255)) < AA and ratio((255, 255, 255), (0, 0x59, 0x4F)) > AAA


def test_the_list_names_every_sheet_once_with_its_title_and_its_age(drawn):
    ledger, made = drawn
    page = print_list(ledger, made.items()).decode()
    assert sorted(re.findall(r'href="([^"]+\.pdf)"', page)) == sorted(made)
    assert "<title>Informasi warga</title>" in page and sentence(ledger) in page and "Jangan ditempel" in page
    number = ledger.site.short_number["topik/kdrt"]
    assert f'{number:02} · {ledger.site.topic["kdrt"].saying}<br><a href="poster/poster-{number:02}-a4-warna.pdf">' in page
    assert not re.search(r"<script|src=|https?:", page)


def test_files_are_numbered_with_the_number_their_page_keeps_for_ever(drawn):
    ledger, made = drawn
    register = ledger.site.short_number
    numbers = {int(found[1]) for path in made if (found := re.search(r"(?:poster|lipat|kelas|besar)-(\d+)", path))}
    assert numbers - {0} <= set(register.values()) and len(numbers) > 40
    assert made[f"lipat/lipat-{register['pencegahan/untuk-anak']}.pdf"]["judul"].startswith("Untuk anak")


def test_the_list_goes_along_with_the_sheets(packed, built):
    assert (packed / "dist" / "cetak" / "daftar.html").read_bytes() == pack.make(built, ("print",))["cetak/daftar.html"]
