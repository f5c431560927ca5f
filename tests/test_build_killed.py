"""A build that is killed, at whatever moment, leaves a whole site and does not trouble the next build."""

from __future__ import annotations

import os
import random
import signal
import sys
import time

import pytest
from building import TODAY, manifest

from site_src import swap

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
CHANGE = "\nTempat yang aman bisa rumah tetangga.\n"
PAGE = "content/panduan/menyimpan-bukti.md"
BUILD = [sys.executable, "-m", "site_src.cli", "build", "--tanggal", str(TODAY)]
WITHOUT_EXCHANGE = """
import os, signal, sys
from pathlib import Path
from site_src import cli, swap

swap._exchange = lambda first, second: False
left, rename = int(sys.argv.pop(1)), Path.rename

def rename_then_die(path, target):
    global left
    done = rename(path, target)
    left -= 1
    if left == 0:
        os.killpg(0, signal.SIGKILL)
    return done

Path.rename = rename_then_die
raise SystemExit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("number", range(12))
def test_a_build_killed_at_a_random_moment_leaves_a_whole_site(number, project, built_once):
    old = manifest(project.site)
    project.add(PAGE, CHANGE)
    moment = random.Random(number).uniform(0, built_once[1] * 1.1)
    build = project.start(BUILD)
    time.sleep(moment)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    left = manifest(project.site)
    done = project.build()
    assert done.returncode == 0, done.stderr
    assert "Tempat yang aman" in (project.site / "panduan" / "menyimpan-bukti" / "index.html").read_text(encoding="utf-8")
    assert left in (old, manifest(project.site)), f"dibunuh setelah {moment:.3f} detik"
    assert leftovers(project) == []


@pytest.mark.parametrize("renames", [1, 2])
def test_a_build_killed_between_two_renames_gets_its_site_back(renames, project):
    old = manifest(project.site)
    project.add(PAGE, CHANGE)
    killed = project.start([sys.executable, "-c", WITHOUT_EXCHANGE, str(renames), *BUILD[3:]])
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert project.site.exists() is (renames == 2)
    project.add("hotlines.yaml", "salah: ya\n")
    assert project.build().returncode == 1
    assert project.site.exists()
    assert (manifest(project.site) == old) is (renames == 1)
    assert leftovers(project) == []


def test_without_an_exchange_two_renames_bring_the_new_site(project):
    project.add(PAGE, CHANGE)
    done = project.start([sys.executable, "-c", WITHOUT_EXCHANGE, "99", *BUILD[3:]])
    said, _ = done.communicate()
    assert done.returncode == 0, said
    assert "Tempat yang aman" in (project.site / "panduan" / "menyimpan-bukti" / "index.html").read_text(encoding="utf-8")
    assert leftovers(project) == []


def test_a_second_rename_that_fails_puts_the_old_site_back(tmp_path, monkeypatch):
    site = tmp_path / "site"
    for folder, text in ((site, "lama"), (swap.beside(site), "baru")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)
    rename = type(site).rename

    def refused(path, target):
        if path == swap.beside(site):
            raise PermissionError(13, "sedang dipakai", str(path))
        return rename(path, target)

    monkeypatch.setattr(type(site), "rename", refused)
    with pytest.raises(PermissionError):
        swap.swap_in(site)
    assert (site / "index.html").read_text() == "lama"


def test_a_second_build_waits_for_the_first(project):
    project.add(PAGE, CHANGE)
    builds = [project.start(BUILD) for _ in range(2)]
    said = [build.communicate()[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert sum("Menunggu pembangunan lain" in text for text in said) == 1, said
    assert sum("sudah mutakhir" in text for text in said) == 1, said


def leftovers(project):
    """What a build must not leave beside the site."""
    return [path.name for path in project.root.iterdir() if path.name.startswith((".site", ".mkdocs"))]
