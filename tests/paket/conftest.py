"""The tiny city packed once for each worker, in a project that a test may read but not spoil."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date

import pytest

from site_src import cli
from site_src.bundle.commands import read_built

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def packed(built_once, tmp_path_factory):
    """A copy of the built tiny city with a whole ``dist/``."""
    root = tmp_path_factory.mktemp("paket") / "proyek"
    shutil.copytree(built_once[0].root, root)
    assert cli.main(["pack", "semua", "--root", str(root), "--tanggal", str(TODAY)]) == 0
    return root


@pytest.fixture(scope="session")
def built(packed):
    """The site that was packed, with its ledger."""
    return read_built(packed, TODAY)


@pytest.fixture
def own(packed, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(packed, tmp_path / "milik")


@pytest.fixture(scope="session")
def stick(packed, tmp_path_factory):
    """The zip as somebody unpacks it, in a folder with a space in its name."""
    place = tmp_path_factory.mktemp("stik") / "USB Sekolah"
    with zipfile.ZipFile(packed / "dist" / "info-warga.zip") as archive:
        archive.extractall(place)
    return place / "info-warga"
