"""Forms and templates that GitHub reads: whole, warned, and naming only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from building import CITY

from site_src.issue_form import FILE, OTHER, is_stale, names, with_names
from site_src.load import load_site

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
    assert needed == {"catatan": True, "catatan-lain": False, "kanal": True, "salahnya": True, "dicoba": True, "nilai-benar": False, "sumber": True, "pelapor": True, "tanpa-kasus": None}
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


def test_the_form_lists_records_by_name_and_a_way_out():
    # Whoever adds a service through the editor cannot write this list: that it is behind is said in the week's issue, not by a red test.
    record = next(one for one in form("nomor-tidak-menjawab")["body"] if one.get("id") == "catatan")
    assert record["type"] == "dropdown" and record["attributes"]["options"][-1] == OTHER and "SAPA 129" in record["attributes"]["options"]
    site = load_site(HOME).site
    assert names(site)[:1] == [site.hotlines[0].name] and {one.name for one in (*site.hotlines, *site.services)} | {OTHER} == set(names(site))


def test_a_form_that_lacks_a_record_is_stale_and_is_written_anew(tmp_path):
    site, file = load_site(CITY).site, tmp_path / FILE
    assert not is_stale(tmp_path, site)
    file.parent.mkdir(parents=True)
    file.write_text((HOME / FILE).read_text(encoding="utf-8"), encoding="utf-8")
    assert is_stale(tmp_path, site)
    file.write_text(with_names(file.read_text(encoding="utf-8"), site), encoding="utf-8")
    assert not is_stale(tmp_path, site)
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert next(one for one in written["body"] if one.get("id") == "catatan")["attributes"]["options"][-1] == OTHER
    with pytest.raises(ValueError, match="comment"):
        with_names("name: lain\n", site)
