"""Forms and templates that GitHub reads: whole, warned, and naming only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

HOME = Path(__file__).resolve().parents[2]
GITHUB = HOME / ".github"
FORMS = ("nomor-tidak-menjawab", "halaman-keliru")
TEMPLATES = ("nomor", "layanan", "halaman")
LABELLED = {"input", "textarea", "dropdown", "checkboxes"}
"""GitHub's form schema: every element but ``markdown`` has an ``id`` and a label."""


def form(name):
    return yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_what_github_requires(name):
    found = form(name)
    assert {"name", "description", "body"} <= found.keys()
    elements = [one for one in found["body"] if one["type"] != "markdown"]
    assert {one["type"] for one in elements} <= LABELLED and elements
    ids = [one["id"] for one in elements]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    labels = [one["attributes"]["label"] for one in elements]
    assert len(labels) == len(set(labels)) and all(labels)
    for one in elements:
        assert all(type(value) is bool for value in one.get("validations", {}).values())
        options = one["attributes"].get("options", [])
        assert (len(options) >= 1) == (one["type"] in ("dropdown", "checkboxes"))
        # GitHub refuses options that YAML reads as something else than text, and ones that are the same.
        texts = [option["label"] if isinstance(option, dict) else option for option in options]
        assert all(isinstance(text, str) for text in texts) and len(texts) == len(set(texts))


@pytest.mark.parametrize("name", FORMS)
def test_the_first_thing_a_form_says_is_not_to_write_about_a_case(name):
    first = form(name)["body"][0]
    assert first["type"] == "markdown"
    assert "Jangan menulis tentang kasus di sini" in first["attributes"]["value"]
    promise = form(name)["body"][-1]
    assert promise["type"] == "checkboxes" and promise["attributes"]["options"][0]["required"] is True


def test_a_silent_number_is_told_with_record_fault_value_and_source():
    needed = {one["id"]: one.get("validations", {}).get("required") for one in form("nomor-tidak-menjawab")["body"] if "id" in one}
    assert needed == {"catatan": True, "kanal": True, "salahnya": True, "dicoba": True, "nilai-benar": False, "sumber": True, "pelapor": True, "tanpa-kasus": None}
    assert yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text())["blank_issues_enabled"] is False


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_asks_for_the_check_and_names_files_that_exist(name):
    text = (GITHUB / "PULL_REQUEST_TEMPLATE" / f"{name}.md").read_text(encoding="utf-8")
    assert "`python3 scripts/check.py`" in text
    named = re.findall(r"(?:scripts|docs|content)/[\w./-]*\w", text)
    assert [path for path in named if not (HOME / path).exists()] == []


def test_each_folder_of_content_has_readers_and_each_team_is_explained():
    rules = [line.split() for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    owned = [path for path, *_ in rules]
    assert owned[0] == "*"
    assert [path for path in owned[1:] if not (HOME / path.lstrip("/")).exists()] == []
    content = {f"/content/{path.name}{'/' if path.is_dir() else ''}" for path in (HOME / "content").iterdir() if not path.name.startswith(".")}
    assert content - set(owned) == set()
    teams = {team for _, *names in rules for team in names}
    policy = (HOME / "docs/kebijakan-isi.md").read_text(encoding="utf-8")
    assert {team for team in teams if f"| `{team.removeprefix('@organisasi/')}` |" not in policy} == set()
