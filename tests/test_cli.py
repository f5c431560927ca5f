"""The command line answers in Indonesian, with the promised exit codes."""

from __future__ import annotations

import json

import pytest

from site_src import cli


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    return ended.value.code, capsys.readouterr()


def test_an_unknown_option_is_answered_in_indonesian_with_code_two(capsys):
    code, said = run(capsys, "check", "--foo")
    assert code == 2
    assert "situs: tidak dapat berjalan: tidak dikenal: --foo" in said.err
    assert "error" not in said.err


def test_an_unknown_choice_names_the_choices(capsys):
    code, said = run(capsys, "check", "--format", "xml")
    assert code == 2
    assert "--format: 'xml' bukan pilihan" in said.err


def test_help_is_there_for_every_subcommand(capsys):
    for command in ("check", "build", "serve", "skema"):
        code, said = run(capsys, command, "--help")
        assert code == 0
        assert said.out.startswith(f"Pemakaian: situs {command}")


def test_a_date_that_is_none_shows_how_one_looks(capsys):
    code, said = run(capsys, "check", "--tanggal", "kemarin")
    assert code == 2
    assert "“kemarin” bukan tanggal; tulis seperti 2026-11-23" in said.err


def test_a_folder_without_content_is_all_problems_and_code_one(capsys, tmp_path):
    assert cli.main(["check", "--root", str(tmp_path), "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["kode"] for row in rows} == {"berkas-hilang", "folder-hilang"}
    assert {row["berkas"] for row in rows} >= {"hotlines.yaml", "content/wilayah.yaml", "content/topik"}


def test_github_actions_get_annotations_without_being_asked(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cli.main(["check", "--root", str(tmp_path)]) == 1
    assert "::error file=hotlines.yaml,title=berkas-hilang::" in capsys.readouterr().out
