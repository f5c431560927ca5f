"""The frame for other sites: light, narrow, without a script; the one page that another site may frame."""

from __future__ import annotations

import gzip
import re
import shutil

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_src.hosting import FRAMED_SENT, HEADERS, apache, netlify, nginx
from site_src.own_server import caddy

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
FRAME = "sematkan/isi/"


@pytest.fixture(scope="module")
def site(built_once):
    return built_once[0].site


def test_it_weighs_less_than_fourteen_kilobytes_with_its_style_and_runs_no_script(site):
    page = (site / FRAME / "index.html").read_bytes()
    tree = LexborHTMLParser(page)
    parts = [site / FRAME / link.attributes["href"] for link in tree.css("link[rel=stylesheet], link[rel=icon]")]
    assert sum(len(gzip.compress(raw)) for raw in (page, *(part.read_bytes() for part in parts))) < 14_000
    assert not tree.css("script, form, iframe") and tree.css_first('a[href="tel:110"]') and tree.css_first("a.keluar").attributes["target"] == "_top"
    assert tree.css_first("title").text().startswith("Informasi warga")


def test_the_snippet_says_the_sites_address_or_that_there_is_none(project):
    said = LexborHTMLParser((project.site / "sematkan/index.html").read_text(encoding="utf-8")).css_first("pre").text()
    assert said.startswith('<iframe src="https://ALAMAT-SITUS-INI/sematkan/isi/"') and "<script" not in said
    project.edit("mkdocs.yml", "docs_dir:", "site_url: https://info.contoh.go.id/warga/\ndocs_dir:")
    assert project.build().returncode == 0
    page = (project.site / "sematkan/index.html").read_text(encoding="utf-8")
    assert "https://info.contoh.go.id/warga/sematkan/isi/" in page and "ALAMAT-SITUS-INI" not in page


def test_every_host_lets_only_that_page_be_framed():
    assert FRAMED_SENT.endswith("; frame-ancestors *") and HEADERS["Content-Security-Policy"].endswith("; frame-ancestors 'self'")
    assert f"/sematkan/isi/*\n  ! X-Frame-Options\n  ! Content-Security-Policy\n  Content-Security-Policy: {FRAMED_SENT}\n" in netlify()
    assert 'Header always unset X-Frame-Options "expr=%{REQUEST_URI} =~ m#/sematkan/isi/#"' in apache()
    assert all(text.count(FRAMED_SENT) == 1 for text in (netlify(), apache(), nginx(), caddy()))


@pytest.mark.skipif(NGINX is None, reason="nginx tidak terpasang (apt-get install nginx)")
def test_another_site_frames_that_page_and_no_other_under_a_real_nginx(browser, served_by_nginx, serve, tmp_path):
    """The other site is another origin, in the width of a narrow column."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Sekolah</title>" + "".join(
        f'<iframe id="{name}" src="{served_by_nginx}{path}" width="280" height="480"></iframe>' for name, path in (("isi", FRAME), ("rumah", ""), ("topik", "topik/kdrt/"), ("b", "b/"))))
    school = serve(tmp_path)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(school)
    inside = page.frame_locator("#isi")
    inside.locator('a[href="tel:110"]').wait_for()
    frames = {re.sub(r"^http://[^/]+/", "", frame.url): frame for frame in page.frames[1:]}
    assert frames[FRAME].evaluate("document.documentElement.scrollWidth") <= 280
    frames[FRAME].evaluate("document.querySelector('.telepon-angka').textContent = '(021) 3903-9633 lalu tekan 12'; document.querySelector('.telepon-nama').textContent = 'Ambulans dan gawat darurat medis'")
    assert frames[FRAME].evaluate("document.documentElement.scrollWidth") <= 280, "nomor dan nama terpanjang"
    box = inside.locator("a.keluar").bounding_box()
    assert box and box["height"] >= 44
    assert len([frame for frame in page.frames[1:] if frame.url.startswith("chrome-error:")]) == 3
    page.goto(f"{served_by_nginx}b/")
    page.frame_locator("iframe").locator("main").wait_for()
    context.route(re.compile("^https:"), lambda route: route.fulfill(body="lain"))
    page.goto(school)
    page.frame_locator("#isi").locator("a.keluar").click()
    page.wait_for_url("https://id.wikipedia.org/**")
    context.close()
