"""A release holds only what was tested, and does not exist while somebody would find nobody."""

from __future__ import annotations

import json

import pytest
from kota import DAY_0, HOTLINES, SERVICE, TESTED, hotlines, with_engine, write_city

from site_src import cli, pipeline
from site_src.model import Edition

DAY = DAY_0.isoformat()


def release(root, *options):
    return cli.main(["build", "--release", "--root", str(root), "--tanggal", DAY, *options])


@pytest.fixture
def project(tmp_path):
    return with_engine(write_city(tmp_path))


def page(root, path):
    return (root / "site" / path / "index.html").read_text(encoding="utf-8")


def test_a_covered_city_is_released_without_banner_and_open_to_search_engines(project, capsys):
    assert release(project) == 0
    home = page(project, "hotline/polisi")
    assert 'href="tel:110"' in home
    assert "noindex" not in home
    assert pipeline.BANNER not in home
    assert 'content="noindex"' in page(project, "kelola/cakupan")
    assert "LEMBAR PANGGILAN" in capsys.readouterr().out


def test_a_preview_wears_its_banner_and_hides_from_search_engines(project):
    assert cli.main(["build", "--root", str(project), "--tanggal", DAY]) == 0
    home = page(project, "hotline/polisi")
    assert 'content="noindex"' in home
    assert pipeline.BANNER in home


def test_a_dark_hour_refuses_the_release_and_leaves_the_old_site_whole(project, capsys):
    assert release(project) == 0
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    write_city(project, hotlines=HOTLINES.replace(f"        uji: {TESTED}\n", "", 1))
    capsys.readouterr()
    assert release(project) == 1
    said = capsys.readouterr()
    assert "content/topik/bahaya.md:9:10: galat tanpa-jalan-teruji: “Bahaya” untuk umum di semua kecamatan tidak punya nomor teruji pada: setiap saat." in said.out
    assert said.out.index("tanpa-jalan-teruji") < said.out.index("  1. [ ] Polisi: Telepon 110")
    assert "site/ yang lama tidak berubah." in said.err
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before


def test_a_number_that_is_sourced_but_not_tested_is_nowhere_in_a_release(project):
    write_city(project, hotlines=hotlines("[]"), service=SERVICE.replace(f"    uji: {TESTED}\n", ""))
    assert release(project) == 0
    for file in (project / "site").rglob("*"):
        if file.suffix in (".html", ".json", ".xml", ".txt"):
            text = file.read_text(encoding="utf-8")
            assert "tel:129" not in text, file
            assert "SAPA 129" not in text.replace("\u00a0", " "), file
            assert "5550123" not in text.replace("-", ""), file
    assert "<h1" in page(project, "hotline/sapa") and ">SAPA<" in page(project, "hotline/sapa")


def test_a_name_loses_only_the_number_that_is_withheld(tmp_path):
    checked = pipeline.check(write_city(tmp_path, hotlines=hotlines("[]")), DAY_0)
    names = {edition: pipeline.Prepared(checked.loaded, [], DAY_0, edition).ledger.site.hotline["sapa"] for edition in Edition}
    assert (names[Edition.PREVIEW].name, names[Edition.RELEASE].name) == ("SAPA 129", "SAPA")
    assert names[Edition.RELEASE].phrases == ("sapa",)


def test_preview_and_release_of_one_day_are_two_sites(project):
    assert cli.main(["build", "--root", str(project), "--tanggal", DAY]) == 0
    assert release(project) == 0
    assert json.loads((project / "site/data/kontak.json").read_text(encoding="utf-8"))["edisi"] == "rilis"


def test_the_staff_page_is_in_no_list(project):
    assert release(project) == 0
    linked = [file for file in (project / "site").rglob("*.html") if "kelola/" in file.read_text(encoding="utf-8") and "kelola" not in file.parts]
    assert linked == []
