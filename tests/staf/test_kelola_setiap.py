"""Every record of the city through the editor's own reading and writing: a save changes what somebody typed, and not a line more."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import HOME
from test_kelola import Desk, changed, config, content, served, site  # noqa: F401

from site_src.load import FOLDERS, LISTS, SETTINGS

EVERY_WAY = (Path(__file__).parent / "setiap.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(browser, served):  # noqa: F811
    context = browser.new_context()
    found = context.new_page()
    found.goto(f"{served}/kelola/LICENSE.yaml.txt")
    yield found
    context.close()


def in_a_form(path: str) -> bool:
    return path in {*LISTS, *SETTINGS} or path.split("/")[1] in FOLDERS


@pytest.mark.parametrize("kind", ["hotlines.yaml", *sorted(FOLDERS), *(path for path in (*LISTS, *SETTINGS) if path != "hotlines.yaml")])
def test_a_save_of_any_record_changes_the_lines_of_one_answer(page, content, kind):  # noqa: F811
    paths = [path for path in content if path == kind or path.startswith(f"content/{kind}/")]
    assert paths
    for path in paths:
        tried, found = page.evaluate(EVERY_WAY, [path, content[path]])
        assert found == [] and tried > 10, "\n".join(found)


def test_no_file_of_the_content_is_left_out(content):  # noqa: F811
    assert sorted(path for path in content if not in_a_form(path) and not path.startswith("content/kata/")) == []
