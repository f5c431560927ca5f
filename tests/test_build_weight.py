"""A page past the budget of its kind stops the build, and the largest parts are named."""

from __future__ import annotations

import gzip
import random
import shutil
import zlib

import pytest
from building import HOME, TODAY
from jinja2 import Environment

from site_src import pipeline
from site_src.pages import pages
from site_src.prints.page_code import with_codes
from site_src.verify.weight import arrives_at, packed

PAGE = "topik/kdrt/index.html"


@pytest.fixture(scope="module")
def prepared(built_once):
    return pipeline.prepare(built_once[0].root, TODAY)


@pytest.fixture
def site(built_once, tmp_path):
    return shutil.copytree(built_once[0].site, tmp_path / "site")


def noise(count: int) -> str:
    """Text of ``count`` letters that gzip cannot make much smaller."""
    return "".join(random.Random(4).choices("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=count))


def put(site, old, new, page=PAGE):
    text = (site / page).read_text(encoding="utf-8")
    assert old in text
    (site / page).write_text(text.replace(old, new, 1), encoding="utf-8")


def told(prepared, site):
    return [(problem.place.path, problem.code, problem.message) for problem in pipeline.finish_and_verify(prepared, site, "/")]


def test_a_heavy_page_is_named_with_its_largest_parts(prepared, site):
    put(site, "</main>", f"<p>{noise(9_000)}</p></main>")
    (path, code, said), *more = told(prepared, site)
    assert (path, code, more) == (f"site/{PAGE}", "halaman-terlalu-berat", [])
    assert said.startswith("Untuk halaman berikutnya: 1") and "paling banyak 10000. Yang terbesar: halaman ini 1" in said


def test_a_heavy_style_sheet_is_told_once_for_each_page_that_asks_for_it(prepared, site):
    sheet = next((site / "aset").glob("gaya-*.css"))
    sheet.write_text(sheet.read_text(encoding="utf-8") + f"/*{noise(30_000)}*/", encoding="utf-8")
    found = told(prepared, site)
    assert {code for _, code, _ in found} == {"halaman-terlalu-berat"}
    said = next(said for path, _, said in found if path == f"site/{PAGE}")
    assert said.startswith("Untuk kunjungan pertama: ") and f"Yang terbesar: {sheet.name} 2" in said


def test_scripts_of_a_page_are_added_up(prepared, site):
    script = site / "aset" / "satu.js"
    put(site, '<link rel="icon"', '<script src="../../aset/satu.js" defer></script><link rel="x-icon"')
    script.write_text(f"/*{noise(200)}*/", encoding="utf-8")
    assert told(prepared, site) == []
    script.write_text(f"/*{noise(8_000)}*/", encoding="utf-8")
    assert [(path, code, said[:12]) for path, code, said in told(prepared, site)] == [(f"site/{PAGE}", "halaman-terlalu-berat", "Untuk skrip:")]


def test_one_request_too_many(prepared, site):
    put(site, "</main>", "".join(f'<img src="../../aset/{name}.png" alt="">' for name in "abc") + "</main>")
    assert [said for _, _, said in told(prepared, site) if said.startswith("Untuk permintaan: 7 berkas, paling banyak 4.")]


def test_a_picture_below_the_first_screen_costs_nothing_at_first(prepared, site):
    put(site, "</main>", "".join(f'<img src="../../aset/{name}.png" alt="" loading="lazy">' for name in "abc") + "</main>")
    for name in "abc":
        (site / "aset" / f"{name}.png").write_bytes(b"gambar")
    assert told(prepared, site) == []


def test_a_number_far_down_is_told_by_where_it_arrives(prepared, site):
    put(site, "<main", f"<p>{noise(20_000)}</p><main")
    assert "nomor-terlalu-jauh" in {code for _, code, _ in told(prepared, site)}


def test_where_a_number_arrives_is_where_a_browser_could_read_it():
    page = (noise(9_000) + '<a href="tel:129">129</a>' + noise(9_000)).encode()
    end = page.index(b"</a>") + 4
    position = arrives_at(page, end)
    packed = zlib.compress(page, 9, 31)
    assert len(zlib.decompressobj(31).decompress(packed[:position])) >= end
    assert len(zlib.decompressobj(31).decompress(packed[: position - 64])) < end
    assert len(packed) == len(gzip.compress(page, 9, mtime=0))


def test_the_real_site_has_a_budget_for_every_kind_of_first_page():
    kinds = {kind for budget in pipeline.check(HOME, TODAY).loaded.site.policy.budgets for kind in budget.kinds}
    assert {"beranda", "darurat", "topik", "hotline", "layanan", "lainnya"} <= kinds


def test_the_real_city_has_room_for_the_code_that_its_pages_carry_once_it_has_an_address(real_built):
    """Without an address nobody would notice, and the office could not build on the day it gets one."""
    address = "https://dp3apm-lubuk-linggau.github.io/situs-perlindungan/"
    site = pipeline.check(HOME, TODAY).loaded.site
    budgets = {kind: budget for budget in site.policy.budgets for kind in budget.kinds}
    footer = Environment().from_string((HOME / "site_src" / "theme" / "partials" / "asal.html").read_text(encoding="utf-8"))
    heavy = {}
    for page in with_codes(pages(site, TODAY), site, address):
        if page.kind in budgets and page.kind != "tidak-ada":
            text = (real_built.site / page.url / "index.html").read_text(encoding="utf-8")
            assert "stroke-dasharray" in footer.render(page=page)
            size = packed(text.replace("</footer>", f"{footer.render(page=page)}</footer>").encode())
            if size > budgets[page.kind].next_page:
                heavy[page.url] = size
    assert heavy == {}
