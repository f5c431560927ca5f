"""Problems as people and machines read them."""

import json

import pytest

from site_src.problems import Place, Positions, Problem, Severity, has_errors, maybe_you_meant
from site_src.report import as_github, as_json, as_text, summary

SHORT = Problem(Place("content/layanan/klinik.md", 7, 12), "telepon-tidak-lengkap", "“0000 123” terlalu pendek.", "Tulis dengan kode area.", 'nomor: "0733-451604"')
WARNING = Problem(Place("content/istilah.yaml"), "berkas-hilang", "Berkas tidak ada.", "Kembalikan.", severity=Severity.WARNING)


def text(problem, line):
    return list(as_text([problem], lambda place: line))


def test_text_shows_place_line_caret_remedy_and_example():
    assert text(SHORT, '    nomor: "0000 123"') == [
        "content/layanan/klinik.md:7:12: galat telepon-tidak-lengkap: “0000 123” terlalu pendek.",
        '    7 |     nomor: "0000 123"',
        "      |            ^",
        "    Perbaikan: Tulis dengan kode area.",
        '    Contoh:    nomor: "0733-451604"',
        "    Aturan:    docs/masalah/telepon-tidak-lengkap.md",
        "",
    ]


def test_a_whole_file_has_no_line_and_no_caret():
    assert text(WARNING, None) == ["content/istilah.yaml: peringatan berkas-hilang: Berkas tidak ada.", "    Perbaikan: Kembalikan.", "    Aturan:    docs/masalah/berkas-hilang.md", ""]


def test_an_example_of_several_lines_keeps_its_indentation():
    problem = Problem(Place("a.md", 1, 1), "tanpa-kepala", "Tanpa kepala.", "Mulai.", "---\nnama: …\n---")
    assert text(problem, "x")[4:7] == ["    Contoh:    ---", "               nama: …", "               ---"]


def test_a_long_line_is_cut_around_the_column_and_the_caret_stays_under_it():
    line = "".join(f"{number:<10}" for number in range(0, 1000, 10))
    shown, caret = text(Problem(Place("a.md", 3, 501), "x", "X.", "Y."), line)[1:3]
    assert shown == f"    3 | {line[441:541]}"
    assert shown[caret.index("^") :].startswith("500 ")


def test_a_tab_before_the_column_does_not_move_the_caret():
    shown, caret = text(Problem(Place("a.md", 1, 3), "x", "X.", "Y."), "\ta<b>")[1:3]
    assert shown == "    1 |  a<b>"
    assert shown[caret.index("^")] == "<"


def test_a_column_behind_the_end_of_the_line_is_shown():
    assert text(Problem(Place("a.md", 1, 4), "x", "X.", "Y."), "abc")[1:3] == ["    1 | abc", "      |    ^"]


def test_github_gets_a_command_with_everything_escaped():
    problem = Problem(Place("content/a,b:c%.md", 2, 5), "x,y", "100% salah:\nbaris, dua", "Ganti\r\n50%.", "nomor: 1")
    assert list(as_github([problem])) == [
        "::error file=content/a%2Cb%3Ac%25.md,line=2,col=5,title=x%2Cy::100%25 salah:%0Abaris, dua Ganti%0D%0A50%25. Contoh: nomor: 1"
    ]


def test_github_leaves_out_a_line_that_is_not_known():
    assert list(as_github([WARNING])) == ["::warning file=content/istilah.yaml,title=berkas-hilang::Berkas tidak ada. Kembalikan."]


def test_json_has_indonesian_keys_in_a_stable_order_and_keeps_letters():
    assert as_json([SHORT, WARNING]).endswith("]\n")
    assert "“0000 123”" in as_json([SHORT])
    assert [list(row.items()) for row in json.loads(as_json([SHORT]))] == [[
        ("berkas", "content/layanan/klinik.md"), ("baris", 7), ("kolom", 12), ("tingkat", "galat"), ("kode", "telepon-tidak-lengkap"),
        ("pesan", "“0000 123” terlalu pendek."), ("perbaikan", "Tulis dengan kode area."), ("contoh", 'nomor: "0733-451604"'),
        ("aturan", "docs/masalah/telepon-tidak-lengkap.md"),
    ]]


def test_json_of_nothing_is_an_empty_list():
    assert json.loads(as_json([])) == []


def test_the_summary_counts_errors_before_warnings():
    assert summary([WARNING, SHORT, SHORT]) == "2 galat, 1 peringatan"
    assert summary([WARNING]) == "1 peringatan"
    assert summary([]) == "tanpa masalah"


def test_only_an_error_stops_a_build():
    assert has_errors([WARNING]) is False
    assert has_errors([WARNING, SHORT]) is True


def test_places_sort_by_file_then_by_number_and_not_by_letter():
    places = [Place("b.md", 1, 1), Place("a.md", 10, 1), Place("a.md", 9, 20), Place("a.md", 9, 3), Place("a.md")]
    assert [str(place) for place in sorted(places)] == ["a.md", "a.md:9:3", "a.md:9:20", "a.md:10:1", "b.md:1:1"]


def test_a_value_without_a_place_stands_where_its_parent_does():
    positions = Positions("a.yaml", {(): (1, 1), ("kanal",): (4, 3), ("kanal", 0): (5, 5)}, {("kanal",): (3, 1)})
    assert positions.value("kanal", 0, "nomor") == Place("a.yaml", 5, 5)
    assert positions.value("kanal", 1) == Place("a.yaml", 4, 3)
    assert positions.key("kanal") == Place("a.yaml", 3, 1)
    assert positions.under("kanal", 0).value("nomor") == Place("a.yaml", 5, 5)
    assert Positions("a.yaml").value("nama") == Place("a.yaml", 1, 1)


@pytest.mark.parametrize(("typed", "hint"), [("nomer", "Maksud Anda “nomor”?"), ("namaa", "Maksud Anda “nama”?"), ("polis", "Maksud Anda “polisi-110”?"), ("warna", ""), ("telepon", ""), ("no", "")])
def test_only_a_near_word_is_suggested(typed, hint):
    assert maybe_you_meant(typed, ["nama", "nomor", "kanal", "polisi-110", "catatan"]) == hint
