"""The child-friendly city: 24 indicators, each with what belongs to it, honest about what is not known."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from site_src.checks import run_checks
from site_src.load import load_site
from site_src.pages import pages

HOME = Path(__file__).resolve().parent.parent
CITY = HOME / "tests" / "city"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def site():
    return load_site(HOME).site


@pytest.fixture(scope="module")
def page(site):
    return next(page for page in pages(site, TODAY) if page.path == "kota-layak-anak.md")


def test_all_24_indicators_stand_in_order(site, page):
    assert [indicator.number for indicator in site.indicators] == list(range(1, 25))
    assert [int(number) for number in re.findall(r"^### (\d+)\.", page.body, re.MULTILINE)] == list(range(1, 25))
    assert len(re.findall(r"^## Klaster|^## Kelembagaan", page.body, re.MULTILINE)) == 6


def test_what_rests_on_memory_is_marked_for_the_office(site, page):
    assert [indicator.number for indicator in site.indicators if not indicator.confirm] == [1, 2, 3, 4, 5, 6]
    assert page.body.count("perlu dicocokkan kantor dengan naskah resmi.") == 18
    assert "Teks\u00a018 indikator" in page.body


def test_each_need_and_service_it_names_is_a_link(page):
    assert 'href="../topik/perkawinan-anak/"' in page.body and 'href="../layanan/puspaga/"' in page.body and 'href="../pencegahan/patbm-kader/"' in page.body


def test_an_indicator_without_anything_says_so(site, page):
    bare = [item for item in site.indicators if not (item.topics or item.services or item.articles or item.pathways)]
    assert page.body.count("Situs ini belum punya halaman atau layanan untuk indikator ini.") == len(bare) > 0
    assert [item.number for item in bare if not item.gap] == []


def test_a_misspelt_page_is_told(tmp_path):
    shutil.copytree(CITY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content" / "kla.yaml").write_text(
        "kla:\n  - nomor_indikator: 1\n    bagian: Kelembagaan\n    nama: Kebijakan\n    tulisan: [panduan/menyimpan-bukt]\n    sumber: [aturan-contoh]\n", encoding="utf-8")
    loaded = load_site(tmp_path)
    assert [(problem.code, str(problem.place)) for problem in [*loaded.problems, *run_checks(loaded.site, TODAY)]] == [("rujukan-tidak-ada", "content/kla.yaml:5:15")]


def test_a_city_without_the_list_has_no_such_page():
    assert [page.path for page in pages(load_site(CITY).site, TODAY) if "layak-anak" in page.path or "kota-layak-anak" in page.body] == []
