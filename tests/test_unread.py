"""A file that cannot be read is one problem: what refers into it is not told as missing."""

from datetime import date

import pytest
from case import CITY

from site_src.checks import run_checks
from site_src.cli import ROOT, main
from site_src.load import load_site
from site_src.report import not_checked

TODAY = date(2026, 11, 23)
LISTS = ["hotlines.yaml", "content/sumber.yaml", "content/hukum.yaml", "content/istilah.yaml", "content/wilayah.yaml", "content/lembaga.yaml",
         "content/kata/akar.yaml", "content/kata/imbuhan.yaml", "content/kata/pengecualian.yaml", "content/kata/konsep.yaml", "content/kata/entitas.yaml"]
PAGES = ["content/panduan/visum.md", "content/layanan/dp3apm.md", "content/topik/kdrt.md", "content/alur/kdrt.yaml"]


def said(root, path, text):
    """``{(path, code)}`` of everything that is said about ``root`` when ``path`` reads ``text``."""
    loaded = load_site(root, {path: text if isinstance(text, bytes) else text.encode()})
    return {(problem.place.path, problem.code) for problem in [*loaded.problems, *run_checks(loaded.site, TODAY)]}


def broken(path, text):
    """The slips of one afternoon: a quote left open, another encoding, a key that nobody knows, nothing at all."""
    if path.endswith(".yaml"):
        yield "yaml-kutip", text + '\n  - id: "x\n'
        yield "kunci-tidak-dikenal", "asing_sekali: x\n" + text
    else:
        yield "yaml-kutip", text.replace("---\n", '---\nrusak: "x\n', 1)
        yield "kunci-tidak-dikenal", text.replace("---\n", "---\nasing_sekali: x\n", 1)
    yield "pengodean", text.encode() + b"\n# caf\xe9 \x81\xfe\n"
    yield "berkas-kosong", ""


@pytest.mark.parametrize("path", sorted(str(file.relative_to(CITY).as_posix()) for file in CITY.rglob("*") if file.suffix in (".yaml", ".md")))
def test_only_the_broken_file_of_the_tiny_city_is_told(path):
    for _, text in broken(path, (CITY / path).read_text(encoding="utf-8")):
        assert {place for place, _ in said(CITY, path, text)} == {path}


@pytest.mark.parametrize("path", [*LISTS, *PAGES])
def test_only_the_open_quote_in_a_file_of_the_real_content_is_told(path):
    code, text = next(broken(path, (ROOT / path).read_text(encoding="utf-8")))
    assert said(ROOT, path, text) == {(path, code)}


@pytest.mark.parametrize(("wrong", "codes"), [
    ("  - id: Polisi 110\n", {"slug-salah"}),
    ("  - iid: polisi-110\n", {"wajib-diisi", "kunci-tidak-dikenal"}),
    ("  - id: polisi-110\n    urutan: sepuluh sekali\n", {"angka-salah", "kunci-ganda"}),
    ("  - id: lain\n    id: polisi-110\n", {"kunci-ganda"}),
])
def test_a_record_with_a_wrong_value_is_told_once_however_many_refer_to_it(wrong, codes):
    text = (ROOT / "hotlines.yaml").read_text(encoding="utf-8").replace("  - id: polisi-110\n", wrong, 1)
    assert said(ROOT, "hotlines.yaml", text) == {("hotlines.yaml", code) for code in codes}


def test_a_list_that_stands_twice_is_told_once():
    text = (CITY / "hotlines.yaml").read_text(encoding="utf-8")
    assert said(CITY, "hotlines.yaml", "hotline: []\n" + text) == {("hotlines.yaml", "kunci-ganda")}


def test_a_slip_in_a_name_is_still_told_while_another_file_is_whole():
    path = next(CITY.glob("content/topik/*.md")).relative_to(CITY).as_posix()
    text = (CITY / path).read_text(encoding="utf-8")
    assert (path, "rujukan-tidak-ada") in said(CITY, path, text + "\nBaca {{ sumber: yang-tidak-ada }}.\n")


def test_the_report_says_what_was_not_followed(tmp_path, capsys):
    (tmp_path / "content").mkdir()
    (tmp_path / "hotlines.yaml").write_text("hotline:\n  - id: \"x\n", encoding="utf-8")
    main(["check", "--root", str(tmp_path), "--tanggal", "2026-11-23", "--format", "text"])
    assert capsys.readouterr().out.rstrip().split("\n")[-1].startswith("Belum diperiksa sebelum itu terbaca: rujukan ke content/")


def test_files_are_named_before_records_and_no_more_than_five():
    assert not_checked({"b", "hotlines.yaml", "a"}) == "Belum diperiksa sebelum itu terbaca: rujukan ke hotlines.yaml, a, b."
    assert not_checked({*"abcdefg"}) == "Belum diperiksa sebelum itu terbaca: rujukan ke a, b, c, d, e, dan 2 lagi."
    assert not_checked(set()) == ""
