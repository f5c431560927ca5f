"""``build --dist``: the copies stand beside the site, are made again when something changed, and an unchanged build leaves them alone."""

from __future__ import annotations

import shutil

import pytest

from site_src import cli
from site_src.bundle import beside, manifest, zim

DAY = "2026-11-23"


@pytest.fixture
def fresh(built_once, tmp_path):
    """A built project without copies."""
    return shutil.copytree(built_once[0].root, tmp_path / "proyek")


def build(root, day=DAY):
    return cli.main(["build", "--dist", "--root", str(root), "--tanggal", day])


def times(root):
    return {path: path.stat().st_mtime_ns for path in (root / "dist").rglob("*") if path.is_file()}


def test_a_build_makes_the_copies_once_and_again_when_one_is_gone_or_the_site_changes(fresh, capsys, monkeypatch):
    assert build(fresh) == 0
    said = capsys.readouterr().err
    assert said.count(" detik)") == 4 + zim.available() and manifest.verify_folder(fresh / "dist") == []
    before = times(fresh)
    monkeypatch.setattr(beside, "pack", lambda *_: pytest.fail("Tidak ada yang berubah."))
    assert build(fresh) == 0 and times(fresh) == before
    monkeypatch.undo()
    (fresh / "dist" / "manifest.json").unlink()
    assert build(fresh) == 0 and manifest.verify_folder(fresh / "dist") == []
    text = (fresh / "hotlines.yaml").read_text(encoding="utf-8")
    (fresh / "hotlines.yaml").write_text(text.replace("Mendengarkan Anda", "Mendengar Anda"), encoding="utf-8")
    assert build(fresh) == 0
    assert "Mendengar Anda" in (fresh / "dist" / "info-warga.html").read_text(encoding="utf-8")


def test_a_build_that_fails_leaves_the_copies(own):
    before = times(own)
    (own / "hotlines.yaml").write_text("hotline: [", encoding="utf-8")
    assert build(own) == 1 and times(own) == before


def test_without_the_option_nothing_is_packed(fresh):
    assert cli.main(["build", "--root", str(fresh), "--tanggal", DAY]) == 0
    assert not (fresh / "dist").exists()
