"""Short addresses: pages that lead on without a script in every engine's output, neutral, and never given to another page."""

from __future__ import annotations

import re
from datetime import date

import pytest
from building import HOME, new_project

from site_src import pipeline
from site_src.since.printed import reused

REGISTER = """\
alamat_pendek:
  - {angka: 1, untuk: beranda}
  - {angka: 2, untuk: topik/darurat}
  - {angka: 3, untuk: topik/lama, berhenti: ya, sekarang: topik/kdrt}
  - {angka: 4, untuk: panduan/lama, berhenti: ya}
  - {angka: 5, untuk: topik/kdrt}
  - {angka: 6, untuk: panduan/menyimpan-bukti}
  - {angka: 7, untuk: pencegahan/tetangga}
"""
ENGINES = ("mkdocs", "properdocs", "zensical")


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    """The tiny city with a register and an address, rendered by each engine."""
    project = new_project(tmp_path_factory.mktemp("alamat") / "proyek")
    (project.root / "content" / "alamat-pendek.yaml").write_text(REGISTER, encoding="utf-8")
    project.edit("mkdocs.yml", "docs_dir:", "site_url: https://contoh.go.id/warga/\ndocs_dir:")
    done = project.build("--mesin", request.param)
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site


def test_every_number_leads_on_without_a_script_and_says_nothing(site):
    for number, target in ((1, "../../"), (2, "../../topik/darurat/"), (3, "../../topik/kdrt/"), (5, "../../topik/kdrt/")):
        page = (site / "i" / str(number) / "index.html").read_text(encoding="utf-8")
        [onward] = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', page)
        assert onward.rstrip("./") == target.rstrip("./") and (site / "i" / str(number) / onward / "index.html").is_file(), number
        address = "https://contoh.go.id/warga/" + target.replace("../", "")
        assert f'<link rel="canonical" href="{address}">' in page and '<meta name="robots" content="noindex">' in page
        assert "<title>Informasi warga</title>" in page and "<script" not in page and "Perempuan" not in page and "Keluar" in page


def test_a_page_that_is_gone_says_so(site):
    page = (site / "i" / "4" / "index.html").read_text(encoding="utf-8")
    assert "Halaman ini sudah tidak ada." in page and 'http-equiv="refresh"' not in page and '<a href="../../">' in page.replace("./../../", "../../").replace('"../.."', '"../../"')


def test_short_addresses_are_in_no_site_map(site):
    assert "/i/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_number_that_was_printed_is_never_given_to_another_page():
    def said(old, new):
        return [(problem.code, str(problem.place)) for problem in reused(old.encode(), new.encode())]

    assert said(REGISTER, REGISTER) == []
    assert said(REGISTER, REGISTER + "  - {angka: 8, untuk: topik/baru}\n") == []
    assert said(REGISTER, REGISTER.replace("untuk: topik/darurat", "untuk: topik/darurat, berhenti: ya")) == []
    assert said(REGISTER, REGISTER.replace("untuk: topik/darurat", "untuk: topik/lain")) == [("alamat-pendek-berubah", "content/alamat-pendek.yaml:3:23")]
    assert said(REGISTER, REGISTER.replace("  - {angka: 7, untuk: pencegahan/tetangga}\n", "")) == [("alamat-pendek-berubah", "content/alamat-pendek.yaml")]


def test_the_real_register_is_whole():
    checked = pipeline.check(HOME, date(2026, 11, 23))
    site = checked.loaded.site
    assert [problem for problem in checked.problems if problem.code.startswith("alamat-pendek")] == []
    assert len(site.short_number) == len(site.short_addresses) == 1 + len(site.topics) + len(site.prevention) + len(site.guides)
