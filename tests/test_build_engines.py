"""Three engines, run plainly or by us: the same checks, the same facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import NOON, TODAY, manifest
from selectolax.lexbor import LexborHTMLParser

from site_src import pipeline

PLAIN = ("build", "-f", "mkdocs.yml", "--strict")
CONTACT = ("tel:", "sms:", "mailto:", "https://wa.me/")


def facts(site: Path) -> dict[str, list[tuple[str, str]]]:
    """Every contact on every page: where it leads and what it says."""
    return {
        path.relative_to(site).as_posix(): sorted((link.attributes["href"] or "", " ".join(link.text().split())) for link in LexborHTMLParser(path.read_bytes()).css("a[href]") if (link.attributes["href"] or "").startswith(CONTACT))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_plain_command_builds_the_same_site(engine, project):
    ours = manifest(project.site)
    (project.site / "index.html").write_text("rusak")
    done = project.run(engine, *PLAIN, env={"SOURCE_DATE_EPOCH": NOON})
    assert done.returncode == 0, done.stderr
    plain = manifest(project.site)
    assert {name for name in ours.keys() | plain.keys() if ours.get(name) != plain.get(name)} <= {"sitemap.xml.gz", "sitemap.xml"}, "hanya hari di peta situs"
    assert not (project.root / ".site.baru").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_plain_command_stops_at_a_content_error(engine, project):
    project.add("content/panduan/menyimpan-bukti.md", "\nHubungi 0812-3456-7890 sekarang.\n")
    before = manifest(project.root)
    done = project.run(engine, *PLAIN, env={"SOURCE_DATE_EPOCH": NOON})
    assert done.returncode == 1
    assert "nomor-diketik" in done.stderr and "Perbaikan:" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    after = manifest(project.root)
    assert after == before | {"build/.kunci": after["build/.kunci"]}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_plain_command_reads_the_result_back(engine, project):
    project.edit("site_src/theme/partials/tulisan.html", "= page.content |", '= page.content | replace("tel:129", "tel:120") |')
    before = manifest(project.site)
    done = project.run(engine, *PLAIN, env={"SOURCE_DATE_EPOCH": NOON})
    assert done.returncode == 1
    assert "nomor-hilang" in done.stderr
    assert "Traceback" not in done.stderr
    assert manifest(project.site) == before


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_another_engine_holds_the_same_facts(engine, project):
    ours = facts(project.site)
    done = project.build("--mesin", engine)
    assert done.returncode == 0, done.stdout + done.stderr
    assert facts(project.site) == ours
    assert sum(map(len, ours.values())) > 20


def test_plain_zensical_renders_the_staged_tree_with_every_number(project, built_once):
    """The engine of 2028 runs no hook of ours: the staged tree must be enough."""
    done = project.run("zensical", "build", "--clean", "-f", "mkdocs.yml", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    prepared = pipeline.prepare(built_once[0].root, TODAY)
    assert [str(problem.place) + problem.code for problem in pipeline.finish_and_verify(prepared, project.site, "/")] == []


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_the_edit_link_of_every_engine_leads_to_a_file(engine, project):
    assert project.build("--mesin", engine).returncode == 0
    repository = re.search(r"^repo_url: (\S+)$", (project.root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)[1]
    edited = 0
    for path in project.site.rglob("*.html"):
        for link in LexborHTMLParser(path.read_bytes()).css(f'a[href^="{repository}/edit/"]'):
            edited += 1
            name = link.attributes["href"].removeprefix(f"{repository}/edit/main/")
            assert (project.root / name).is_file(), f"{path}: {name}"
    assert edited > 10
