"""Every built page is valid HTML."""

from __future__ import annotations

from html_checker import faults, needs_checker

pytestmark = needs_checker


def test_every_page_of_the_tiny_city_is_valid(built_once):
    assert faults(built_once[0].site) == []


def test_every_page_of_the_real_city_is_valid(real_built):
    assert len(list(real_built.site.rglob("*.html"))) > 200
    assert faults(real_built.site) == []


def test_a_page_that_is_not_valid_is_named_with_its_place(tmp_path):
    start = '<!doctype html>\n<html lang="id"><title>a</title>\n'
    broken = {"kosong.html": "<p>tanpa judul", "ganda.html": f'{start}<p id="a"><p id="a">', "dalam.html": f"{start}<ul><p>a</p></ul>"}
    for name, text in broken.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "baik.html").write_text(f"{start}<p>a", encoding="utf-8")
    found = faults(tmp_path)
    assert {one.split(":")[0] for one in found} == broken.keys(), found
    assert any(one.startswith("ganda.html:3:") and "Duplicate ID" in one for one in found), found
