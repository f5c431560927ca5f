"""A call test is added to a file that people wrote by hand, and nothing else in it moves."""

from __future__ import annotations

import random
import textwrap
from datetime import date

import pytest
import yaml
from kota import HOTLINES, SERVICE, SOURCES, TESTED, hotlines, write_city

from site_src import cli
from site_src.calls.insert import insert_test
from site_src.calls.record import Refused, record_test
from site_src.load import load_site

TODAY = date(2026, 2, 1)
TEST = {"tanggal": "2026-02-01", "operator": "XL Axiata", "hasil": "tersambung", "oleh": "petugas UPTD PPA"}


def record(root, name="polisi", pick=None, **changed):
    return record_test(root, name, pick, TEST | changed, TODAY)


def added_lines(before, after):
    """Lines that are only in ``after``; fails when a line of ``before`` changed or moved."""
    old, new, out = before.splitlines(), after.splitlines(), []
    while new:
        if old and new[0] == old[0]:
            old.pop(0)
            new.pop(0)
        else:
            out.append(new.pop(0))
    assert old == []
    return out


def test_a_test_joins_the_list_that_is_there(tmp_path):
    root = write_city(tmp_path, hotlines=hotlines("\n          # minggu lalu\n          - {tanggal: 2026-01-01, operator: Telkomsel, hasil: tersambung, oleh: piket}   # lancar"))
    before = (root / "hotlines.yaml").read_text()
    record(root, "sapa", "129", catatan='bilang "tunggu": 3 menit')
    assert added_lines(before, (root / "hotlines.yaml").read_text()) == [
        '          - {tanggal: 2026-02-01, operator: XL Axiata, hasil: tersambung, oleh: petugas UPTD PPA, catatan: "bilang \\"tunggu\\": 3 menit"}'
    ]


def test_a_first_test_opens_the_list_below_the_sources(tmp_path):
    root = write_city(tmp_path, hotlines=HOTLINES.replace(f"        uji: {TESTED}\n", "", 1))
    before = (root / "hotlines.yaml").read_text()
    done = record(root)
    assert added_lines(before, (root / "hotlines.yaml").read_text()) == [
        "        uji:", "          - {tanggal: 2026-02-01, operator: XL Axiata, hasil: tersambung, oleh: petugas UPTD PPA}"]
    assert (done.path, done.owner, done.target) == ("hotlines.yaml", "Polisi", "110")
    assert (root / "hotlines.yaml").read_text().split("\n")[done.line - 1] == "        uji:"


def test_front_matter_keeps_its_comment_and_its_body(tmp_path):
    root = write_city(tmp_path, service=SERVICE.replace(f"    uji: {TESTED}\n", ""))
    path = root / "content/layanan/uptd.md"
    before = path.read_text()
    record(root, "uptd", "whatsapp")
    assert added_lines(before, path.read_text()) == ["    uji:", "      - {tanggal: 2026-02-01, operator: XL Axiata, hasil: tersambung, oleh: petugas UPTD PPA}"]
    assert load_site(root).site.service["uptd"].channels[0].tests[0].operator == "XL Axiata"


@pytest.mark.parametrize(
    ("name", "pick", "changed", "says"),
    [
        ("polis", None, {}, "Tidak ada hotline atau layanan “polis”. Maksud Anda “polisi”?"),
        ("sapa", None, {}, "Sebut kanalnya. Pilihannya: 1 = telepon 129; 2 = whatsapp 08111-129-129; 3 = telepon (021) 5550199."),
        ("sapa", "telepon", {}, "Kanal “telepon” lebih dari satu."),
        ("sapa", "4", {}, "Kanal “4” tidak ada."),
        ("polisi", None, {"hasil": "diangkat"}, "“diangkat” bukan pilihan untuk “hasil”."),
        ("polisi", None, {"tanggal": "1 Februari"}, "tanggal ditulis tahun-bulan-hari"),
        ("polisi", None, {"tanggal": "2026-02-30"}, "tanggal ini tidak ada di kalender"),
        ("polisi", None, {"tanggal": "2026-02-02"}, "Tanggal 2026-02-02 belum terjadi"),
        ("polisi", None, {"oleh": "Bu Rina"}, "tampak seperti nama orang"),
        ("polisi", None, {"oleh": "Rina Astuti"}, "tampak seperti nama orang"),
        ("polisi", None, {"hasil": "tdk diangkat"}, "Maksud Anda “tidak dijawab”?"),
        ("sahabat", None, {}, "Namanya ada di hotlines.yaml"),
        ("polisi", None, {"oleh": " "}, "Isian “oleh” belum ada."),
        ("polisi", None, {"operator": "x" * 301}, "lebih panjang dari 300 huruf"),
    ],
)
def test_a_wrong_argument_changes_nothing(tmp_path, name, pick, changed, says):
    root = write_city(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(Refused, match=".*") as refused:
        record(root, name, pick, **changed)
    assert says in str(refused.value)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("name", "owner"), [("SAPA 129", "SAPA 129"), ("sapa129", "SAPA 129"), ("POLISI", "Polisi"), ("uptd.md", "UPTD PPA Kota Contoh")])
def test_a_record_is_found_by_its_name_as_people_write_it(tmp_path, name, owner):
    assert record(write_city(tmp_path), name, "1").owner == owner


@pytest.mark.parametrize("pick", ["WA", "whatsapp", "Whatsapp"])
def test_a_channel_is_found_by_what_people_call_its_kind(tmp_path, pick):
    assert record(write_city(tmp_path), "sapa", pick).target == "08111-129-129"


def test_a_role_with_capitals_is_no_person(tmp_path):
    record(write_city(tmp_path), oleh="Petugas Piket")


def test_the_same_call_is_not_written_twice(tmp_path):
    root = write_city(tmp_path)
    record(root)
    before = (root / "hotlines.yaml").read_bytes()
    with pytest.raises(Refused, match="tidak ditulis dua kali"):
        record(root)
    assert (root / "hotlines.yaml").read_bytes() == before


def test_a_record_with_an_error_of_its_own_is_named_as_such(tmp_path):
    root = write_city(tmp_path, hotlines=HOTLINES.replace(f"        uji: {TESTED}\n", "        uji:\n", 1))
    before = (root / "hotlines.yaml").read_bytes()
    with pytest.raises(Refused, match="“polisi” ada, tetapi isinya punya galat"):
        record(root)
    assert (root / "hotlines.yaml").read_bytes() == before


@pytest.mark.parametrize("value", ['a"b', "a\\b", "a: b", "#1", "a, b", "{x}", "- ya", "é“ß”", "'x'", "@wa", "null", "2026-01-01", "baris\nkedua", "tab\there"])
def test_whatever_is_typed_comes_back_as_typed(tmp_path, value):
    root = write_city(tmp_path)
    record(root, operator=value)
    assert load_site(root).site.hotline["polisi"].channels[0].tests[-1].operator == " ".join(value.split())


def test_a_file_with_an_error_elsewhere_can_still_get_its_test(tmp_path):
    root = write_city(tmp_path, service=SERVICE.replace("sektor: pemerintah", "sektor: kelurahan"))
    record(root)
    assert len(load_site(root).site.hotline["polisi"].channels[0].tests) == 2


def test_the_command_answers_with_the_line_it_wrote(tmp_path, capsys):
    root = write_city(tmp_path)
    code = cli.main(["uji", "polisi", "--root", str(root), "--tanggal", "2026-02-01", "--operator", "Indosat", "--hasil", "tidak-dijawab", "--oleh", "petugas piket"])
    said = capsys.readouterr()
    assert (code, said.out) == (0, "Dicatat di hotlines.yaml:18: Polisi, 110: tidak dijawab (2026-02-01, Indosat).\n")


def test_the_command_says_what_is_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", open("/dev/null"))
    assert cli.main(["uji", "polisi", "--root", str(write_city(tmp_path))]) == 2
    assert capsys.readouterr().err == "Tidak dicatat: masih kurang --operator.\n"


class Answers:
    """A terminal at which somebody types."""

    def __init__(self, *lines):
        self.lines = list(lines)

    def isatty(self):
        return True

    def readline(self):
        return self.lines.pop(0) + "\n" if self.lines else ""


def test_the_command_asks_in_indonesian_for_what_was_left_out(tmp_path, capsys, monkeypatch):
    root = write_city(tmp_path)
    monkeypatch.setattr("sys.stdin", Answers("sapa", "2", "Telkomsel", "tersambung", "petugas piket"))
    assert cli.main(["uji", "--root", str(root), "--tanggal", "2026-02-01"]) == 0
    said = capsys.readouterr()
    assert "  2. whatsapp 08111-129-129" in said.err
    assert "Operator seluler yang dipakai, misalnya Telkomsel (untuk situs: peramban): " in said.err
    assert "SAPA 129, 08111-129-129: tersambung" in said.out


def test_a_wrong_answer_is_asked_again_and_an_end_of_answers_writes_nothing(tmp_path, capsys, monkeypatch):
    root = write_city(tmp_path)
    before = (root / "hotlines.yaml").read_bytes()
    typed = ("sapa-130", "sapa", "7", "2", "", "Telkomsel", "diangkat", "tidak-dijawab", "Bu Rina")
    monkeypatch.setattr("sys.stdin", Answers(*typed))
    assert cli.main(["uji", "--root", str(root), "--tanggal", "2026-02-01"]) == 2
    assert "masukan berakhir" in capsys.readouterr().err and (root / "hotlines.yaml").read_bytes() == before
    monkeypatch.setattr("sys.stdin", Answers(*typed, "petugas piket"))
    assert cli.main(["uji", "--root", str(root), "--tanggal", "2026-02-01"]) == 0
    said = capsys.readouterr()
    assert [part in said.err for part in ("Tidak ada hotline", "Kanal “7” tidak ada", "“diangkat”", "tampak seperti nama orang")] == [True] * 4
    assert "SAPA 129, 08111-129-129: tidak dijawab" in said.out


def test_the_command_asks_for_the_day_and_takes_what_it_proposed(tmp_path, capsys, monkeypatch):
    root = write_city(tmp_path)
    monkeypatch.setattr("site_src.calls.commands.today_in", lambda _: TODAY)
    monkeypatch.setattr("sys.stdin", Answers("", "polis", "ya", "besok", "2/2/2026", "31 Januari 2026", "", "XL", "nyambung", "iya", "Rina", "petugas piket"))
    assert cli.main(["uji", "--root", str(root)]) == 0
    said = capsys.readouterr()
    assert [part in said.err for part in ("Belum ada jawaban.", "Maksud Anda “polisi”? Bila benar, jawab ya.", "Polisi, telepon 110:", "“besok” bukan tanggal", "Tanggal 2026-02-02 belum terjadi",
                                          "Maksud Anda “tersambung”?", "“Rina”: ini tampak seperti nama orang", "check.py --since main")] == [True] * 8
    assert "Polisi, 110: tersambung (2026-01-31, XL)." in said.out


def test_a_day_to_come_is_refused_before_any_question(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("site_src.calls.commands.today_in", lambda _: TODAY)
    monkeypatch.setattr("sys.stdin", Answers("sapa", "2", "XL", "tersambung", "petugas piket"))
    assert cli.main(["uji", "--root", str(write_city(tmp_path)), "--tanggal", "2 Februari 2026"]) == 1
    assert capsys.readouterr().err == "Tidak dicatat: Tanggal 2026-02-02 belum terjadi; hari ini 2026-02-01.\n"


COMMENTS = ["# nomor ini: penting", "# {bukan} [yaml]", "#", "# “kutip” - uji: ya"]


def generated(seed):
    """A hotlines file as different hands would write it, and the channel to test."""
    chance = random.Random(seed)

    def comment(indent=0):
        return f"{' ' * indent}{chance.choice(COMMENTS)}\n" * chance.choice([0, 0, 1]) + "\n" * chance.choice([0, 0, 1])

    def tail():
        return f"   {chance.choice(COMMENTS)}" if chance.random() < 0.4 else ""

    def tests():
        item = "{tanggal: 2026-01-01, operator: Telkomsel, hasil: tersambung, oleh: piket}"
        block = f"uji:{tail()}\n" + comment(2) + f"  - {item}{tail()}\n" + comment(2) + "  - tanggal: 2026-01-02\n    hasil: lainnya\n    operator: 'XL'\n    oleh: piket" + tail()
        note = "uji:\n- tanggal: 2026-01-01\n  operator: XL\n  hasil: lainnya\n  oleh: piket\n  catatan: |\n    baris satu\n\n    baris dua"
        return chance.choice(["", "", f"uji: [{item}]{tail()}", "uji: []", f"uji: [ {item},\n  {item} ]{tail()}", block, note, f"uji:\n- {item}"])

    def channel(number):
        if chance.random() < 0.25:
            end = chance.choice(["}", " }", ",}", " # akhir\n  }"])
            return f'{{jenis: telepon, nomor: "{number}", sumber: {SOURCES}{end}'
        sources = chance.choice([f"sumber: {SOURCES}{tail()}", "sumber:\n  - url: https://kabar.example.com/a\n    dibaca: 2026-01-01" + tail() + '\n\n  # kedua\n  - {url: "https://warta.example.net/b", dibaca: 2026-01-01}' + tail(),
                                 "sumber:\n- url: https://kabar.example.com/a\n  dibaca: 2026-01-01\n  kutipan: >-\n    satu\n    dua\n- {url: 'https://warta.example.net/b', dibaca: 2026-01-01}"])
        parts = [f"jenis: telepon{tail()}", f'nomor: "{number}"{tail()}', sources, tests(), chance.choice(["", "catatan: pakai kode area"]), chance.choice(["", "tahan: >\n  belum\n  pasti"])]
        parts = [part for part in parts if part]
        head, rest = parts[:1], parts[1:]
        chance.shuffle(rest)
        return "\n".join(part + "\n" + comment() for part in [*head, *rest]).replace("\n\n\n", "\n\n").rstrip()

    numbers = ["110", "129", "0733-451604"]
    items = []
    for number in numbers:
        block = textwrap.indent(channel(number), " " * 8)
        items.append(comment(6) + "      - " + block.lstrip())
    head = HOTLINES[: HOTLINES.index("  - id: sapa")]
    head = head[: head.index("    kanal:")]
    text = head + f"    kanal:{tail()}\n" + "\n".join(items) + "\n" + comment(4) + f'    perlu_dipastikan: ["Siapa?"]{tail()}' + chance.choice(["\n", "", "\n\n# akhir\n"])
    if chance.random() < 0.15:
        text = text.replace("\n", "\r\n")
    return text, chance.randrange(3)


@pytest.mark.parametrize("seed", range(100))
def test_round_trip_changes_only_the_inserted_lines(seed):
    text, index = generated(seed)
    loc = ["hotline", 0, "kanal", index]
    after = insert_test(text, loc, TEST, front_matter=False)
    size = len(after) - len(text)
    start = next((at for at in range(len(text)) if text[at] != after[at]), len(text))
    # One stretch was added; everything before and behind it is as it was.
    assert any(after[:at] + after[at + size :] == text for at in range(max(0, start - size), start + 1))
    before_data, data = (yaml.load(part, Loader=yaml.BaseLoader) for part in (text, after))
    channel = data["hotline"][0]["kanal"][index]
    assert channel["uji"].pop() == TEST
    if "uji" not in before_data["hotline"][0]["kanal"][index]:
        assert channel.pop("uji") == []
    assert data == before_data
    for line in COMMENTS:
        assert after.count(line) == text.count(line)


@pytest.mark.parametrize("seed", range(0, 100, 7))
def test_a_generated_file_is_replaced_whole_and_keeps_its_mode(tmp_path, seed):
    text, index = generated(seed)
    root = write_city(tmp_path)
    path = root / "hotlines.yaml"
    path.write_bytes(text.encode())
    path.chmod(0o640)
    record(root, "polisi", str(index + 1))
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in root.iterdir() if entry.name.startswith(".")] == []
    assert load_site(root).site.hotline["polisi"].channels[index].tests[-1].operator == "XL Axiata"
