"""The city's network: every sector and organisation, what each does in the chain, and what the office must confirm."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_src.load import load_site
from site_src.model import Existence
from site_src.pages import pages

HOME = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def site():
    return load_site(HOME).site


@pytest.fixture(scope="module")
def page(site):
    return next(page for page in pages(site, TODAY) if page.path == "jejaring.md")


def test_every_sector_has_its_part_with_its_role(site, page):
    for role in site.organisation.sectors:
        assert f"## {role.name} {{ #{role.sector} }}\n\n{role.role}" in page.body


def test_every_organisation_that_is_open_stands_there_once(site, page):
    named = re.findall(r'(?:href="\.\./|\()layanan/([a-z0-9-]+)(?:/"|\.md\))', page.body)
    assert sorted(named) == sorted(service.slug for service in site.services if service.existence is not Existence.CLOSED and service.sector)


def test_every_step_of_every_pathway_stands_under_whoever_takes_it(site, page):
    steps = [f"alur/{pathway.slug}.md#langkah-{step.id}" for pathway in site.pathways for step in pathway.steps]
    assert sorted(re.findall(r"\((alur/[^)]+)\)", page.body)) == sorted(steps)
    police = page.body.partition("### Polres Lubuk Linggau")[2].partition("### ")[0]
    assert "- **Perlindungan sementara:** [kekerasan dalam rumah tangga](alur/kdrt.md#langkah-perlindungan-sementara) (paling lambat 1×24\u00a0jam sejak laporan diterima)." in police


def test_a_step_nobody_is_known_to_take_asks_the_office(site, page):
    row = next(line for line in page.body.splitlines() if "kdrt.md#langkah-visum" in line)
    assert row.endswith('<em class="tanda">Kantor harus memastikan siapa yang melakukannya di kota ini.</em>')
    sure = next(line for line in page.body.splitlines() if "kdrt.md#langkah-lapor-polisi" in line)
    assert "harus memastikan" not in sure
    unsure = sum(step.confirm for pathway in site.pathways for step in pathway.steps)
    assert f"{unsure} langkah belum punya pelaksana yang pasti" in page.body


def test_a_step_links_to_a_place_that_is_there(site):
    alur = next(page for page in pages(site, TODAY) if page.path == "alur/kdrt.md")
    assert "{ #langkah-visum }" in alur.body


def test_the_services_and_their_sectors_lead_to_it(site):
    found = {page.path for page in pages(site, TODAY) if "../jejaring.md" in page.body}
    assert {"layanan/index.md", "sektor/kepolisian.md", "sektor/pendidikan.md"} <= found


def test_a_city_without_pathways_has_no_such_page_and_no_link_to_it(site):
    bare = replace(site, pathways=())
    assert [page.path for page in pages(bare, TODAY) if "jejaring" in page.path or "jejaring.md" in page.body] == []
