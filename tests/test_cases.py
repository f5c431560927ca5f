"""Each file in tests/cases/ is one thing a colleague typed, and all that is said about it."""

import re
from pathlib import Path

import pytest
from case import CITY, Said, lay_out, read_case

from site_src.cli import main

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.glob("*/*") if path.suffix in (".md", ".yaml", ".txt"))
HEAD = re.compile(r"(?P<place>(?P<path>content(?:/[^:]*)?|hotlines\.yaml)(?::(?P<line>\d+)(?::(?P<column>\d+))?)?): (?:galat|peringatan) (?P<code>[a-z0-9-]+): (?P<message>\S.*)")
ENGLISH = re.compile(
    r"\b(input|should|expected|found|mapping|sequence|scalar|field|required|valid|invalid|value|error|string|list|dict|tuple|int|float|"
    r"None|True|False|while|token|scanning|parsing|traceback|permission|denied|directory|character|at least|date|url|body|slug)\b|\['|\{'",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”")


def blocks(report):
    """The text report as ``{place, code, message, excerpt, remedy, all}``; anything that is not a report fails here."""
    for block in report.split("\n\n"):
        lines = block.split("\n")
        head = HEAD.fullmatch(lines[0])
        assert head, f"bukan laporan: {lines[0]!r}"
        excerpt = [line for line in lines[1:] if re.match(r" *\d* \| ", line)]
        rest = [line for line in lines[1:] if line not in excerpt]
        assert all(line.startswith(("    Perbaikan: ", "    Contoh:    ", "    Aturan:    ", " " * 15)) for line in rest), f"baris asing: {block}"
        yield {**head.groupdict(), "excerpt": excerpt, "remedy": [line for line in rest if line.startswith("    Perbaikan: ")], "all": block}


def show(said):
    return "\n".join(f"# harus: {one}" for one in said)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_typed_is_answered(path, tmp_path, capsys):
    case = read_case(path)
    if case.only == "posix" and not hasattr(__import__("os"), "mkfifo"):
        pytest.skip("nama atau jenis berkas ini tidak ada di Windows")
    lay_out(case, tmp_path)

    code = main(["check", "--root", str(tmp_path), "--tanggal", "2026-11-23", "--format", "text"])

    out, err = capsys.readouterr()
    assert err == ""
    report, _, summary = re.sub(r"\AIsi bersih: \d+ berkas\.\n\Z", "", out).rpartition("\nIsi: ")
    found = list(blocks(report.rstrip("\n"))) if report else []
    said = [Said(block["place"], block["code"]) for block in found]
    assert show(said) == show(Said(one.place, one.code) for one in case.expected), f"{case.title}\n{out}"
    assert code == (1 if any(": galat " in block["all"] for block in found) else 0)
    assert bool(summary) == bool(found)
    for block, one in zip(found, case.expected):
        assert "    Contoh:    " in block["all"] or not block["code"].startswith("yaml-"), "YAML yang rusak tanpa contoh yang benar"
        assert [word for word in one.words if word not in block["all"]] == [], block["all"]
        check_block(block, tmp_path)


def check_block(block, root):
    """A problem has a remedy, no word of English, and the caret under the right column of the right line."""
    assert len(block["remedy"]) == 1, f"tanpa perbaikan: {block['all']}"
    assert len(block["remedy"][0]) > len("    Perbaikan: ") + 8, block["all"]
    spoken = QUOTED.sub("“”", block["message"] + " " + block["remedy"][0])
    assert not ENGLISH.search(spoken), f"bahasa Inggris: {spoken}"
    assert "Traceback" not in block["all"]
    if not block["excerpt"]:
        return
    shown, caret = block["excerpt"]
    column, start = int(block["column"]), max(0, int(block["column"]) - 60)
    assert caret.index("^") - len("12345 | ") + start + 1 == column, block["all"]
    assert caret.strip(" |") == "^"
    text = (root / block["path"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    line = text.split("\n")[int(block["line"]) - 1]
    assert shown == f"{block['line']:>5} | {line[start : start + 100]}".replace("\t", " ")


def test_a_line_that_can_be_read_is_shown(tmp_path, capsys):
    (tmp_path / "content").mkdir()
    (tmp_path / "hotlines.yaml").write_text("hotline:\n  - id: Sapa 129\n", encoding="utf-8")
    main(["check", "--root", str(tmp_path), "--tanggal", "2026-11-23", "--format", "text"])
    assert "hotlines.yaml:2:9: galat slug-salah: “Sapa 129” bukan pengenal yang sah.\n    2 |   - id: Sapa 129\n      |         ^\n    Perbaikan: " in capsys.readouterr().out


def test_the_tiny_city_has_no_problem(capsys):
    assert main(["check", "--root", str(CITY), "--tanggal", "2026-11-23", "--format", "text"]) == 0
    assert capsys.readouterr() == ("Isi bersih: 16 berkas.\n", "")


def test_no_two_cases_say_the_same_thing_about_themselves():
    titles = [read_case(path).title for path in FILES]
    assert sorted(titles) == sorted(set(titles))


def test_there_are_more_than_two_hundred_cases():
    assert len(FILES) > 200
