"""The tiny city, built once for each worker."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

import pytest
from building import TODAY, Project, new_project, real_project  # noqa: F401
from engines import ENGINES
from playwright.sync_api import sync_playwright

from site_src import swap


def pytest_configure() -> None:
    """A shell starts what runs behind it (`&`) deaf to Ctrl+C, and children would stay so: a server that a test ends would not hear."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--peramban", choices=sorted(ENGINES), default="chromium", help="the browser that reads the pages in the tests")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, float]:
    """The tiny city, built, and the seconds it took. Read it; to change something take ``project``."""
    project = new_project(tmp_path_factory.mktemp("kota") / "proyek")
    started = time.monotonic()
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project, time.monotonic() - started


@pytest.fixture(scope="session")
def real_built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real city, built once for all workers. Read it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with swap.only_one(shared / "asli", lambda: None):
        project = Project(shared / "asli" / "proyek")
        if not project.site.is_dir():
            shutil.rmtree(project.root, ignore_errors=True)
            done = real_project(project.root).build()
            assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.fixture
def project(built_once: tuple[Project, float], tmp_path: Path) -> Project:
    """A copy of the built tiny city that a test may spoil."""
    shutil.copytree(built_once[0].root, tmp_path / "proyek")
    return Project(tmp_path / "proyek")


@pytest.fixture(scope="session")
def launch(pytestconfig: pytest.Config):
    """Starts the browser of ``--peramban``: Playwright cannot be started twice in one process."""
    with sync_playwright() as play:
        yield ENGINES[pytestconfig.getoption("--peramban")](play)


@pytest.fixture(scope="session")
def browser(launch):
    """One browser for each worker."""
    running = launch()
    yield running
    running.close()
