"""A printed page: black on white, no way around the site, the code of itself, its numbers, its date and who answers for it."""

from __future__ import annotations

import re

import pypdfium2
import pytest
import zxingcpp
from building import new_project

ADDRESS = "https://informasi.kota-contoh.go.id/"
REGISTER = """\
alamat_pendek:
  - {angka: 1, untuk: beranda}
  - {angka: 2, untuk: topik/darurat}
  - {angka: 3, untuk: topik/kdrt}
  - {angka: 4, untuk: panduan/menyimpan-bukti}
  - {angka: 5, untuk: pencegahan/tetangga}
"""
PRINTED = {"": "i/1/", "topik/kdrt/": "i/3/", "layanan/klinik/": "layanan/klinik/", "hotline/": "hotline/", "sematkan/isi/": "sematkan/isi/", "simpan/isi/": "simpan/isi/"}

PLACE = re.compile(r"go\.id/(?:i/\d|[a-z])")
"""How the address on paper begins."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The tiny city with an address, built within the budgets of its pages."""
    project = new_project(tmp_path_factory.mktemp("halaman") / "proyek")
    (project.root / "content" / "alamat-pendek.yaml").write_text(REGISTER, encoding="utf-8")
    project.edit("mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site


@pytest.fixture(scope="module")
def papers(site, browser):
    """Each page as the browser's own PDF, printed with a dark screen and without JavaScript."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    made = {}
    for url in PRINTED:
        page.goto((site / url / "index.html").as_uri())
        made[url] = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True, prefer_css_page_size=True))
    assert page.evaluate("getComputedStyle(document.querySelector('.cetak')).display") == "none"
    context.close()
    return made


def test_the_code_on_paper_opens_the_page(papers):
    for url, held in PRINTED.items():
        found = [code.text for paper in papers[url] for code in zxingcpp.read_barcodes(paper.render(scale=3).to_pil().convert("L"))]
        assert found == [ADDRESS + held], url


def test_paper_holds_numbers_date_and_owner_and_no_way_around_the_site(papers):
    for url, paper in papers.items():
        said = " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())
        assert "Data per " in said and "Dikelola " in said and (ADDRESS + PRINTED[url]).removeprefix("https://").rstrip("/") in said, url
        assert not re.findall(r"\bMenu\b|Keluar cepat|Laporkan kesalahan|Tentang situs ini|Bagikan", said), url
    said = " ".join(page.get_textpage().get_text_range() for page in papers["topik/kdrt/"])
    assert "110" in said and "129" in said


def test_paper_is_black_on_white(papers):
    for url, paper in papers.items():
        for page in paper:
            picture = page.render(scale=1).to_pil().convert("RGB")
            colours = {colour: count for count, colour in picture.getcolors(1 << 22)}
            total = picture.width * picture.height
            assert colours[(255, 255, 255)] / total > 0.75, url
            grey = sum(count for colour, count in colours.items() if max(colour) - min(colour) < 12)
            assert grey / total > 0.995, url


@pytest.fixture
def printed(site, browser):
    """The text of each sheet of a page, with ``filler`` lines put before its end."""
    def told(url, filler=0):
        page = browser.new_page()
        page.goto((site / url / "index.html").as_uri())
        page.evaluate("many => document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Baris isi.</p>'.repeat(many))", filler)
        document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
        page.close()
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]

    return told


@pytest.mark.parametrize(("url", "lines"), [("tentang/privasi/", range(28, 38)), ("pencegahan/tetangga/", range(86, 96))])
def test_the_footer_is_never_torn_and_never_alone(printed, url, lines):
    """At every height who answers for the page, its date and its address stand on one sheet, with words of the page above them; on a second sheet, and on a fourth."""
    sheets = [printed(url, filler) for filler in lines]
    assert len({len(told) for told in sheets}) == 2, "a sheet more within these heights"
    lasts = [told[-1].replace(" ", "") for told in sheets]
    assert all("Dikelola" in last and "Barisisi." in last and PLACE.search(last) for last in lasts)


def test_a_frame_says_what_to_print_instead(printed):
    assert [sheet.replace(",", ", ").replace("  ", " ") for sheet in printed("b/")] == ["Bingkai ini tidak dapat dicetak utuh. Hapus “b/” dari alamat di atas layar, buka halaman yang Anda perlukan, lalu cetak halaman itu."]


def test_a_site_without_an_address_carries_no_code(built_once):
    assert 'class="cetak"' not in (built_once[0].site / "index.html").read_text(encoding="utf-8")



def test_ways_to_other_languages_stay_off_the_paper(site, browser):
    """The tiny city has one language; a city with more lists them above the title."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<ul class=\"bahasa-lain\"><li><a href=\"en/\">English</a></li></ul>')")
    display = "getComputedStyle(document.querySelector('.bahasa-lain')).display"
    assert page.evaluate(display) == "flex"
    page.emulate_media(media="print")
    assert page.evaluate(display) == "none"
    page.close()
