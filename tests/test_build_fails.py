"""A build that fails says why, ends with the promised code, and leaves what stood."""

from __future__ import annotations

import re
import shutil

import pytest
from building import manifest

BANNERS = re.compile(r"end of life|successor|MkDocs 2|_MKDOCS_|squidfunk|recommend", re.IGNORECASE)
PAGE = "content/panduan/menyimpan-bukti.md"
SAME_AS_BEFORE = "site/ yang lama tidak berubah."


def test_a_content_error_writes_nothing_and_ends_with_one(project):
    project.add(PAGE, "\nHubungi 0812-3456-7890 sekarang.\n")
    before = manifest(project.root)
    done = project.build()
    assert done.returncode == 1
    assert f"{PAGE}:" in done.stdout and "nomor-diketik" in done.stdout
    assert SAME_AS_BEFORE in done.stderr
    assert manifest(project.root) == before


def test_a_content_error_in_a_new_project_makes_no_site(project):
    shutil.rmtree(project.site)
    project.add("hotlines.yaml", "salah: ya\n")
    done = project.build()
    assert done.returncode == 1
    assert "site/ belum dibuat." in done.stderr
    assert not project.site.exists()


def test_a_broken_template_ends_with_two_and_shows_what_the_engine_said(project):
    project.add("site_src/theme/main.html", "{% block lain %}{% endfor %}")
    before = manifest(project.site)
    done = project.build()
    assert done.returncode == 2
    assert "mesin-gagal" in done.stdout
    assert "TemplateSyntaxError" in done.stderr or "endfor" in done.stderr
    assert SAME_AS_BEFORE in done.stderr
    assert manifest(project.site) == before
    assert not (project.root / ".site.baru").exists()


def test_a_theme_that_loses_a_number_ends_with_one(project):
    project.edit("site_src/theme/partials/tulisan.html", "= page.content |", '= page.content | replace("tel:129", "tel:120") |')
    before = manifest(project.site)
    done = project.build()
    assert done.returncode == 1
    assert {"nomor-hilang", "nomor-asing", "nomor-berbeda"} <= set(re.findall(r"galat ([a-z-]+):", done.stdout))
    assert SAME_AS_BEFORE in done.stderr
    assert manifest(project.site) == before
    assert not (project.root / ".site.baru").exists()


def test_after_a_failure_the_mended_project_builds(project):
    project.add(PAGE, "\n<b>tebal</b>\n")
    assert project.build().returncode == 1
    project.edit(PAGE, "\n<b>tebal</b>\n", "\nKata **tebal**.\n")
    done = project.build()
    assert done.returncode == 0, done.stdout
    assert "<strong>tebal</strong>" in (project.site / "panduan/menyimpan-bukti/index.html").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_read_ends_with_two_and_no_traceback(project):
    (project.root / "build").rename(project.root / "lain")
    (project.root / "build").write_text("bukan folder")
    done = project.build()
    assert done.returncode == 2
    assert "Tidak dapat berjalan" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_clean_build_says_only_its_own_lines(project):
    project.add(PAGE, "\nSimpan juga tanggalnya.\n")
    done = project.build()
    assert done.returncode == 0
    assert not BANNERS.search(done.stdout + done.stderr)
    assert [line.split()[0] for line in done.stderr.splitlines()] == ["Memeriksa", "Membangun", "Memeriksa", "Selesai:", "Buka:"]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_warning_about_our_pages_is_shown_and_stops_the_build(engine, project):
    """The content checks do not know the words a short code puts into a heading; the engine does."""
    project.edit("content/layanan/klinik.md", "## Yang terjadi", "## Bersama {{ layanan: dinas-contoh }}\n\nKami bekerja bersama.\n\n## Yang terjadi")
    project.edit("content/layanan/dinas-contoh.md", "[klinik](klinik.md)", "[klinik](klinik.md#bagian-yang-tidak-ada)")
    before = manifest(project.site)
    done = project.build("--mesin", engine)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "bagian-yang-tidak-ada" in done.stderr or "anchor does not exist" in done.stderr
    assert "dinas-contoh" in done.stderr
    assert not BANNERS.search(done.stdout + done.stderr)
    assert manifest(project.site) == before
