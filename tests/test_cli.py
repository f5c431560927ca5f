"""The command line answers in Indonesian, with the promised exit codes."""

from __future__ import annotations

import json
import shutil
import socket
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_src import cli
from site_src.address import cannot_listen

HOME = Path(__file__).resolve().parent.parent
CITY = HOME / "tests" / "city"
COMMANDS = ("check", "build", "serve", "skema", "uji", "lembar", "due", "cakupan", "pack", "new", "card", "cari", "links", "mingguan")


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    return ended.value.code, capsys.readouterr()


def test_an_unknown_option_is_answered_in_indonesian_with_code_two(capsys):
    code, said = run(capsys, "check", "--foo")
    assert code == 2
    assert "situs check: tidak dapat berjalan: tidak dikenal: --foo" in said.err
    assert "error" not in said.err


def test_an_unknown_choice_names_the_choices(capsys):
    code, said = run(capsys, "check", "--format", "xml")
    assert code == 2
    assert "--format: 'xml' bukan pilihan" in said.err


def test_help_is_there_for_every_subcommand(capsys):
    for command in COMMANDS:
        code, said = run(capsys, command, "--help")
        assert code == 0
        assert said.out.startswith(f"Pemakaian: situs {command}")


def test_a_date_that_is_none_shows_how_one_looks(capsys):
    code, said = run(capsys, "check", "--tanggal", "kemarin")
    assert code == 2
    assert "“kemarin” bukan tanggal; tulis seperti 2026-11-23" in said.err


@pytest.mark.parametrize("words", [("check",), ("build",), ("serve",), ("due",), ("lembar",), ("cakupan",), ("pack", "zip"), ("pack", "kit", "--sekolah", "x.csv")])
def test_every_command_that_judges_ages_takes_the_day(capsys, words):
    assert run(capsys, *words, "--tanggal", "2026-11-23", "--foo")[1].err.endswith("tidak dikenal: --foo\n")


def test_a_folder_without_content_is_all_problems_and_code_one(capsys, tmp_path):
    assert cli.main(["check", "--root", str(tmp_path), "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["kode"] for row in rows} == {"berkas-hilang", "folder-hilang"}
    assert {row["berkas"] for row in rows} >= {"hotlines.yaml", "content/wilayah.yaml", "content/topik"}


def test_github_actions_get_annotations_without_being_asked(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cli.main(["check", "--root", str(tmp_path)]) == 1
    assert "::error file=hotlines.yaml,title=berkas-hilang::" in capsys.readouterr().out


def test_the_help_names_every_subcommand(capsys):
    said = run(capsys, "--help")[1].out
    assert [command for command in (*COMMANDS, "test") if f"\n    {command} " not in said and f"({command})" not in said] == []


@pytest.mark.parametrize("words", [("check",), ("build",), ("serve",), ("skema",), ("uji", "polisi-110"), ("due",), ("cakupan",), ("pack", "zip"), ("new", "layanan"), ("cari", "kdrt"), ("links",)])
def test_a_root_that_is_not_there_could_not_run(capsys, tmp_path, words):
    code, said = run(capsys, *words, "--root", str(tmp_path / "tidak-ada"))
    assert code == 2
    assert "--root: folder “" in said.err and "tidak ada" in said.err
    assert not (tmp_path / "tidak-ada").exists()


def test_a_copy_that_is_not_there_could_not_be_verified(capsys, tmp_path):
    assert cli.main(["pack", "verify", str(tmp_path / "stik")]) == 2
    assert "stik” tidak ada." in capsys.readouterr().err


def test_a_call_test_without_a_name_could_not_run(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", open("/dev/null") if sys.platform != "win32" else open("NUL"))
    assert cli.main(["uji", "--root", str(CITY)]) == 2
    assert capsys.readouterr().err == "Tidak dicatat: masih kurang nama.\n"


def test_clean_content_is_told_with_its_number_of_files(capsys, tmp_path):
    shutil.copytree(CITY, tmp_path, dirs_exist_ok=True)
    assert cli.main(["check", "--root", str(tmp_path), "--tanggal", "2026-11-23", "--format", "text"]) == 0
    files = sum(path.is_file() for path in tmp_path.rglob("*") if path.suffix in (".md", ".yaml"))
    assert capsys.readouterr().out == f"Isi bersih: {files} berkas.\n"


def test_a_comparison_that_could_not_be_made_is_no_good_one(capsys, tmp_path):
    shutil.copytree(CITY, tmp_path, dirs_exist_ok=True)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert cli.main(["check", "--root", str(tmp_path), "--tanggal", "2026-11-23", "--since", "badref"]) == 2
    assert "“badref” tidak ditemukan" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:pintu", "127.0.0.1:0", "127.0.0.1:70000", "300.1.1.1:8000", "beranda:8000", ":8000"])
def test_an_address_that_is_none_is_answered_with_one(capsys, address):
    assert cli.main(["serve", "--root", str(CITY), "--alamat", address]) == 2
    assert "Tidak dapat berjalan: “" in (said := capsys.readouterr().err) and "127.0.0.1:8000" in said


def test_a_taken_port_is_told_before_anything_starts(capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert cli.main(["serve", "--root", str(CITY), "--alamat", f"127.0.0.1:{port}"]) == 2
    assert f"Pintu {port} di 127.0.0.1 sedang dipakai" in capsys.readouterr().err
    assert cannot_listen(f"127.0.0.1:{port}") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no broken pipes there")
def test_whoever_stops_reading_gets_no_traceback(tmp_path):
    running = subprocess.Popen([sys.executable, "-m", "site_src.cli", "check", "--root", str(tmp_path)], cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()
    said = running.stderr.read()
    assert (running.wait(), said) == (2, b"")


def test_settings_of_the_engine_in_another_encoding_are_a_problem_with_its_place(capsys, tmp_path):
    shutil.copytree(CITY, tmp_path / "kota")
    (tmp_path / "kota" / "mkdocs.yml").write_bytes(b"site_name: caf\xe9\n")
    assert cli.main(["check", "--root", str(tmp_path / "kota"), "--tanggal", "2026-11-23", "--format", "text"]) == 1
    assert "mkdocs.yml:1:15: galat pengodean: Berkas ini bukan UTF-8 (byte 0xe9)." in capsys.readouterr().out


def test_what_the_system_refuses_is_told_in_indonesian(capsys, tmp_path):
    shutil.copytree(CITY, tmp_path / "kota")
    (tmp_path / "kota" / "build").write_text("bukan folder", encoding="utf-8")
    assert cli.main(["build", "--root", str(tmp_path / "kota"), "--tanggal", "2026-11-23"]) == 2
    assert "Tidak dapat berjalan: sudah ada berkas dengan nama folder ini; pindahkan atau hapus (" in capsys.readouterr().err


SCRIPTS = sorted(path.name for path in (HOME / "scripts").glob("[!_]*.py"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_tells_in_indonesian_how_it_is_used_and_ignores_nothing_that_was_typed(script, tmp_path):
    def said(word):
        return subprocess.run([sys.executable, str(HOME / "scripts" / script), word], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8")

    help_ = said("--help")
    assert help_.returncode == 0
    # Who typed the name of a file is not told another.
    assert re.match(rf"Pemakaian: python3 scripts/{script}(?! [a-z])(\s|$)", help_.stdout), help_.stdout[:80]
    assert said("--tidak-ada").returncode == 2
