"""What people take along is valid HTML too: the folder on a stick, and the single file, which leaves out every end tag it may."""

from __future__ import annotations

import shutil

from html_checker import faults, needs_checker

pytestmark = needs_checker


def test_every_page_of_the_folder_is_valid(stick):
    assert len(list(stick.rglob("*.html"))) > 20
    assert faults(stick) == []


def test_the_single_file_is_valid(packed, tmp_path):
    files = sorted((packed / "dist").glob("*.html"))
    assert files
    for file in files:
        shutil.copy(file, tmp_path)
    assert faults(tmp_path) == []
