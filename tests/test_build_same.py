"""The same commit gives the same bytes: wherever, whenever, in whatever language the machine speaks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from building import HOME, TODAY, Project, manifest, new_project

from site_src import second_core
from site_src.load import load_site
from site_src.model import Ledger
from site_src.second_core import MANY, Ahead, share
from site_src.verify import facts_of, page

HERE = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "0", "COLUMNS": "80"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "id_ID.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4321", "COLUMNS": "200"}
GIT = {"GIT_AUTHOR_DATE": "2026-11-22T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-22T10:00:00Z", "GIT_CONFIG_GLOBAL": os.devnull}


def committed(root: Path) -> Project:
    """The tiny city as a git commit that is the same everywhere."""
    project = new_project(root)
    who = ["-c", "user.name=uji", "-c", "user.email=uji@contoh.id"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "kota"]):
        subprocess.run(["git", *command], cwd=root, env={**os.environ, **GIT}, check=True)
    return project


def test_two_machines_build_the_same_site_from_one_commit(tmp_path):
    one, other = committed(tmp_path / "satu"), committed(tmp_path / "folder lain, é" / "yang dalam")
    mask = os.umask(0o022)
    try:
        first = one.build(env=HERE)
        os.umask(0o077)
        second = other.build(env=THERE)
    finally:
        os.umask(mask)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert manifest(one.site) == manifest(other.site)


def test_a_build_over_an_old_one_equals_a_build_from_nothing(project, tmp_path):
    project.edit("content/panduan/menyimpan-bukti.md", "Jangan hapus pesan itu.", "Simpan pesan itu.")
    (project.root / "build" / "docs" / "sisa.md").write_text("# sisa\n")
    assert project.build().returncode == 0
    fresh = new_project(tmp_path / "baru")
    shutil.rmtree(fresh.root / "content")
    shutil.copytree(project.root / "content", fresh.root / "content")
    assert fresh.build().returncode == 0
    assert manifest(project.site) == manifest(fresh.site)


@pytest.fixture(scope="module")
def larger_city(tmp_path_factory):
    """Built, and large enough that a second core is used."""
    root = tmp_path_factory.mktemp("besar") / "kota"
    subprocess.run([sys.executable, str(HOME / "benchmarks" / "kota_sintetis.py"), str(MANY + 20), str(root)], check=True)
    city = Project(root)
    done = city.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return city


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="only Linux can take a core away")
def test_one_core_and_two_build_the_same_site(larger_city):
    cores = os.sched_getaffinity(0)
    whole = manifest(larger_city.site)
    shutil.rmtree(larger_city.site)
    try:
        os.sched_setaffinity(0, {min(cores)})
        alone = larger_city.build()
    finally:
        os.sched_setaffinity(0, cores)
    assert alone.returncode == 0, alone.stdout + alone.stderr
    assert manifest(larger_city.site) == whole


def test_a_warning_on_the_second_core_is_counted(larger_city):
    """Pages are rendered in turn by two processes: a fault in either must stop the build."""
    docs = larger_city.root / "build" / "docs"
    pages = sorted(docs.glob("panduan/panduan-*/index.md"))[:2]
    texts = [page.read_text(encoding="utf-8") for page in pages]
    said = []
    for page, text in zip(pages, texts):
        page.write_text(text + "\n[hilang](tidak-ada.md)\n", encoding="utf-8")
        done = larger_city.run("mkdocs", "build", "-f", "mkdocs.yml", "--strict", "-d", "../coba", env={"SITUS_STAGED": "1"})
        page.write_text(text, encoding="utf-8")
        said.append((done.returncode, f"{page.relative_to(docs).as_posix()}' contains a link 'tidak-ada.md'" in done.stderr))
    assert said == [(1, True), (1, True)]


def test_work_given_to_a_second_core_comes_back_in_order_or_is_done_here(monkeypatch):
    here = os.getpid()
    ours, dies, fails = lambda: ("a", os.getpid()), lambda: here if os.getpid() == here else os._exit(9), lambda: 1 / 0  # noqa: E731
    assert Ahead(ours, size=0).result(ours) == ("a", here)
    if sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
        monkeypatch.setattr(second_core.threading, "active_count", lambda: 1)
        ahead = Ahead(ours, dies, ours, size=MANY)
        letter, process = ahead.result(ours)
        assert letter == "a" and process != here
        assert [ahead.result(dies), ahead.result(ours)] == [here, ("a", here)], "what a fork that died left undone"
        with pytest.raises(ZeroDivisionError):
            Ahead(fails, size=MANY).result(fails)


def test_pieces_shared_by_two_cores_come_back_whole_and_in_order(monkeypatch):
    """Also when the fork dies over one: what it had drawn is done here."""
    here, pieces = os.getpid(), list(range(40))

    def work(piece):
        time.sleep(0.002)
        if piece == 30 and os.getpid() != here:
            os._exit(9)
        return piece * 2, os.getpid() == here

    monkeypatch.setattr(second_core.threading, "active_count", lambda: 1)
    for size, works in ((0, {True}), (MANY, {True, False} if sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 else {True})):
        found, _ = share(lambda piece: work(min(piece, 29)), pieces, size=size)
        assert [number for number, _ in found] == [min(piece, 29) * 2 for piece in pieces]
        assert {is_here for _, is_here in found} == works
    for piece in pieces[::8]:
        found, _ = share(lambda asked, fatal=piece: work(30 if asked == fatal else 0), pieces, size=MANY)
        assert [number for number, _ in found] == [60 if asked == piece else 0 for asked in pieces]


def test_a_large_site_is_read_the_same_with_and_without_a_fork(built_once, monkeypatch):
    """Where nothing may fork, as on macOS and Windows, no process is started at all: a fresh one would run the command's own script again."""
    site = built_once[0].site
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")) * 20
    facts = facts_of(Ledger(load_site(built_once[0].root).site, TODAY))
    assert len(names) >= page.MANY
    found = []
    for may in (True, False):
        monkeypatch.setattr(second_core, "can_help", lambda _, may=may: may and sys.platform == "linux")
        monkeypatch.setattr(page.multiprocessing, "get_context", lambda kind, may=may, real=page.multiprocessing.get_context: real(kind) if may else pytest.fail("a process was started"))
        found.append(list(page.read_all(site, names, facts)))
    assert found[0] == found[1] and len(found[0]) == len(names)
