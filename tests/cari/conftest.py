"""The search files of the real content, written once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import alat_cari  # noqa: E402


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A site's ``aset`` folder with the search files of the real content."""
    return alat_cari.write(tmp_path_factory.mktemp("cari"), alat_cari.real_files())
