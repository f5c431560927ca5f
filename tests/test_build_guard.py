"""Data that vanish are told; work that has been done is not done again."""

from __future__ import annotations

import os
import re

import pytest

SKIPPED = "Tidak ada yang berubah; site/ sudah mutakhir."


def without_service(project):
    """Take the clinic away, and every mention of it."""
    (project.root / "content/layanan/klinik.md").unlink()
    project.edit("content/layanan/dinas-contoh.md", " Lihat juga [klinik](klinik.md).", "")
    for path in (project.root / "content").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\n +layanan: klinik\b|\nlayanan: \[klinik\]|, klinik(?=\])|(?<=\[)klinik, ", "", text), encoding="utf-8")


def test_a_service_that_vanishes_is_named(project):
    without_service(project)
    done = project.build()
    assert done.returncode == 1, done.stdout
    assert "data-berkurang: 1 layanan hilang sejak pembangunan terakhir (boleh 0): klinik." in done.stdout
    assert "--izinkan-berkurang" in done.stdout
    assert (project.site / "layanan/klinik/index.html").is_file()


def test_a_service_that_was_meant_to_go_goes_and_is_forgotten(project):
    without_service(project)
    assert project.build("--izinkan-berkurang").returncode == 0
    assert not (project.site / "layanan/klinik").exists()
    project.add("content/panduan/menyimpan-bukti.md", "\nSimpan juga tanggalnya.\n")
    done = project.build()
    assert done.returncode == 0, done.stdout


def test_a_hotline_that_vanishes_is_named(project):
    text = (project.root / "hotlines.yaml").read_text(encoding="utf-8")
    start = text.index("  - id: terang")
    (project.root / "hotlines.yaml").write_text(text[:start], encoding="utf-8")
    done = project.build()
    assert done.returncode == 1
    assert "data-berkurang: 1 hotline hilang" in done.stdout and "terang" in done.stdout


def test_many_pages_that_vanish_are_named(project):
    for path in ("pencegahan/tetangga", "panduan/menyimpan-bukti"):
        (project.root / f"content/{path}.md").unlink()
    (project.root / "content/alur/lapor.yaml").unlink()
    for path in (project.root / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8").replace("alur: [lapor]\n", "").replace(" Baca [cara menyimpan bukti](../panduan/menyimpan-bukti.md).", "")
        path.write_text(text, encoding="utf-8")
    done = project.build()
    assert done.returncode == 1, done.stdout
    assert "data-berkurang: 4 halaman hilang" in done.stdout
    assert all(name in done.stdout for name in ("pencegahan/tetangga", "panduan/menyimpan-bukti", "alur/lapor"))


def test_fewer_pages_than_the_policy_allows_are_no_problem(project):
    (project.root / "content/pencegahan/tetangga.md").unlink()
    done = project.build()
    assert done.returncode == 0, done.stdout


def test_a_second_build_is_skipped(project):
    done = project.build()
    assert done.returncode == 0 and SKIPPED in done.stderr


def test_a_second_build_is_skipped_when_the_day_is_the_citys_own(project):
    """Without --tanggal the day is the city's, and for nine hours of every day another than this machine's."""
    project.edit("content/wilayah.yaml", "zona_waktu: Asia/Jakarta", "zona_waktu: Asia/Jayapura")
    first = project.run("site_src.cli", "build")
    assert first.returncode == 0, first.stdout
    assert SKIPPED in project.run("site_src.cli", "build").stderr


def test_a_copied_project_and_touched_files_are_still_up_to_date(project):
    for path in project.root.rglob("*"):
        os.utime(path)
    assert SKIPPED in project.build().stderr


def tamper(project):
    page = project.site / "hotline/sahabat-129/index.html"
    stat = page.stat()
    page.write_bytes(page.read_bytes().replace(b"tel:129", b"tel:128"))
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES = {
    "a page is gone": lambda project: (project.site / "a-z/index.html").unlink(),
    "a digit is changed and its time put back": tamper,
    "a file is added": lambda project: (project.site / "lain.html").write_text("lain"),
    "an empty file is added": lambda project: (project.site / "kosong").touch(),
    "a page is renamed": lambda project: (project.site / "a-z").rename(project.site / "a-y"),
    "the memory is broken": lambda project: (project.root / "build/terakhir.json").write_text("{"),
    "the memory is gone": lambda project: (project.root / "build/terakhir.json").unlink(),
    "the memory is of another kind": lambda project: (project.root / "build/terakhir.json").write_text('{"nama": [], "cap": 1, "zona": {}}'),
    "the theme is changed": lambda project: project.add("site_src/theme/main.html", "\n"),
    "a content file is added and ignored": lambda project: (project.root / "content/panduan/.catatan").write_text("x"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_anything_that_changed_is_built_again(name, project, built_once):
    CHANGES[name](project)
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert SKIPPED not in done.stderr
    assert sorted(path.name for path in project.site.rglob("*.html")) == sorted(path.name for path in built_once[0].site.rglob("*.html"))
    assert SKIPPED in project.build().stderr


def test_another_day_or_another_engine_is_built_again(project):
    done = project.run("site_src.cli", "build", "--tanggal", "2026-11-24")
    assert done.returncode == 0 and SKIPPED not in done.stderr
    done = project.run("site_src.cli", "build", "--tanggal", "2026-11-24", "--mesin", "properdocs")
    assert done.returncode == 0 and SKIPPED not in done.stderr
