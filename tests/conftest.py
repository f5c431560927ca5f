"""The tiny city, built once for each worker."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from building import TODAY, Project, new_project  # noqa: F401


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, float]:
    """The tiny city, built, and the seconds it took. Read it; to change something take ``project``."""
    project = new_project(tmp_path_factory.mktemp("kota") / "proyek")
    started = time.monotonic()
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project, time.monotonic() - started


@pytest.fixture
def project(built_once: tuple[Project, float], tmp_path: Path) -> Project:
    """A copy of the built tiny city that a test may spoil."""
    shutil.copytree(built_once[0].root, tmp_path / "proyek")
    return Project(tmp_path / "proyek")
