"""Editors complete and check from the very model the build uses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from site_src.schemas import editor_files, schemas

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("path", sorted(editor_files()))
def test_the_committed_editor_file_is_what_the_model_says(path):
    assert (ROOT / path).read_text(encoding="utf-8") == editor_files()[path]


def test_a_schema_closes_its_records_and_offers_the_allowed_values():
    hotline = schemas()["hotlines.schema.json"]
    assert hotline["properties"]["hotline"]["items"]["additionalProperties"] is False
    assert hotline["$defs"]["ChannelKind"]["enum"] == ["telepon", "whatsapp", "sms", "web", "surel", "aplikasi", "datang"]
    assert "slug" not in schemas()["layanan.schema.json"]["properties"]


@pytest.mark.parametrize("path", sorted([*ROOT.glob("content/*.yaml"), *ROOT.glob("content/alur/*.yaml"), ROOT / "hotlines.yaml"]), ids=lambda path: path.name)
def test_the_modeline_of_a_yaml_file_leads_to_a_schema(path):
    first = path.read_text(encoding="utf-8").split("\n")[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, first
    schema = json.loads((path.parent / match[1]).read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_editor_task_understands_the_lines_of_the_report():
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    line = "content/layanan/x.md:7:12: galat telepon-tidak-lengkap: “0000 123” terlalu pendek."
    match = re.match(task["problemMatcher"]["pattern"]["regexp"], line)
    assert match and match.groups() == ("content/layanan/x.md", "7", "12", "telepon-tidak-lengkap", "“0000 123” terlalu pendek.")


def test_every_snippet_has_every_required_key_of_its_schema():
    snippets = json.loads(editor_files()[".vscode/isi.code-snippets"])
    for folder in ("topik", "layanan", "pencegahan", "panduan", "alur"):
        body = "\n".join(snippets[f"Kepala {folder}"]["body"])
        keys = re.findall(r"^(\w+):", body, re.MULTILINE)
        assert sorted(keys) == sorted(schemas()[f"{folder}.schema.json"]["required"])
