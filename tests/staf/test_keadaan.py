"""The staff's dashboard: true to the content and to the built site, silent about held numbers, readable by everybody."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from building import CITY, TODAY

from site_src.face import policy
from site_src.keadaan import measure, state_of, state_page
from site_src.keadaan.charts import bars
from site_src.load import load_site
from site_src.model import Ledger
from site_src.model.content_policy import CONTENT_POLICY

WHERE = "kelola/keadaan/"


@pytest.fixture(scope="module")
def built(built_once):
    return built_once[0].site


@pytest.fixture(scope="module")
def said(built):
    return json.loads((built / WHERE / "data.json").read_text(encoding="utf-8"))


def city(day=TODAY):
    return state_of(Ledger(load_site(CITY).site, day))


def test_ages_fall_into_the_span_they_belong_to():
    site = load_site(CITY).site
    newest = [max(days) for _, _, channel in site.contacts() if (days := [test.day for test in channel.tests if test.result == "tersambung"])]
    last = max(newest)
    for days, span, least, most in ((30, "0–30 hari", 0, 30), (31, "31–90 hari", 31, 90), (90, "31–90 hari", 31, 90), (181, "lebih dari 180 hari", 181, 10**6)):
        found = [day for day in newest if least <= (last - day).days + days <= most]
        assert dict(city(last + timedelta(days=days)).test_ages)[span] == len(found) > 0
    total = sum(channel.kind in ("telepon", "whatsapp", "sms") for _, _, channel in site.contacts())
    assert sum(dict(city().test_ages).values()) == sum(dict(city().statuses).values()) == total


def test_a_review_is_near_and_then_late():
    reviewed = date.fromisoformat(city().reviews[0].reviewed)
    states = [city(reviewed + timedelta(days=days)).reviews[0].state for days in (0, 365 - 60, 365, 366)]
    assert states == ["masih berlaku", "segera", "segera", "lewat"]


def test_what_waits_is_counted_in_the_content_itself():
    site = load_site(CITY).site
    counts = dict(city().open)
    text = "".join(path.read_text(encoding="utf-8") for path in [CITY / "hotlines.yaml", *(CITY / "content/layanan").iterdir()])
    assert counts["nomor yang ditahan"] == len(re.findall(r"^\s+tahan:", text, re.MULTILINE)) == dict(city().statuses)["ditahan"]
    assert counts["pertanyaan yang menunggu jawaban kantor"] == sum(len(owner.to_confirm) for owner in (*site.hotlines, *site.services)) > 0


def test_weights_are_those_of_the_files_that_are_sent(built, said):
    row = next(row for row in said["bobot"] if row["alamat"] == "topik/kdrt/")
    page = (built / "topik/kdrt/index.html").read_bytes()
    assert row["bita_halaman"] == len(zlib.compress(page, 9, 31))
    asked = {name for name in re.findall(r'(?:href|src)="(?:\.\./)+(aset/[\w.-]+\.(?:css|js|svg))"', page.decode())}
    assert row["bita_kunjungan_pertama"] == row["bita_halaman"] + sum((built / f"{name}.gz").stat().st_size if (built / f"{name}.gz").exists() else (built / name).stat().st_size for name in asked)
    assert {row["alamat"] for row in said["bobot"]} == {path.relative_to(built).as_posix().removesuffix("index.html") for path in built.rglob("*.html") if "kelola" not in path.parts}


def test_a_page_that_only_the_index_names_is_an_orphan(project):
    before = {row.url for row in measure(project.site) if row.orphan}
    for page in project.site.rglob("*.html"):
        if page.parent != project.site / "a-z":
            text = page.read_text(encoding="utf-8")
            page.write_text(re.sub(r'href="[^"]*panduan/menyimpan-bukti/[^"]*"', 'href="#isi"', text).replace('href="menyimpan-bukti/"', 'href="#isi"'), encoding="utf-8")
    assert {row.url for row in measure(project.site) if row.orphan} - before == {"panduan/menyimpan-bukti/"}


def test_the_page_says_what_the_json_says(built, said):
    page = (built / WHERE / "index.html").read_text(encoding="utf-8")
    assert "diukur saat situs dibangun" not in page
    heaviest = max(row["bita_kunjungan_pertama"] for row in said["bobot"])
    assert f'<data value="{heaviest}">' in page
    for title, counts in (("Keadaan nomor", said["status_nomor"]), ("Umur sumber sejak dibaca", said["umur_sumber"])):
        chart = re.search(rf"<caption>{title}</caption>.*?</table>", page, re.DOTALL)[0]
        assert [int(count) for count in re.findall(r'<data value="(\d+)"', chart)] == list(counts.values())
    # The packed copies are of the page as it was completed.
    assert zlib.decompress((built / WHERE / "index.html.gz").read_bytes(), 31).decode() == page


def test_a_bar_is_as_long_as_its_share_and_nothing_has_none():
    drawn = bars("Contoh", [("a", 20), ("b", 5), ("c", 0)])
    assert re.findall(r'<rect width="([\d.]+)"', drawn) == ["100.0", "25.0", "0.0"]
    assert 'width="0.0"' in bars("Kosong", [("a", 0)])


def test_no_held_number_stands_in_it(built):
    site = load_site(CITY).site
    ledger = Ledger(site, TODAY)
    held = [digits.removeprefix("62") for digits in ledger.held_digits if len(digits) > 5]
    assert held
    for name in ("index.html", "data.json"):
        digits = re.sub(r"[^\d]", "", re.sub(r"<data[^>]*>.*?</data>", "", (built / WHERE / name).read_text(encoding="utf-8")))
        assert [number for number in held if number in digits] == []


def test_a_count_that_reads_like_a_held_number_stops_no_build_but_the_same_number_in_prose_does(project):
    from site_src.verify.page import read_all
    from site_src.verify import facts_of

    facts = facts_of(Ledger(load_site(CITY).site, TODAY))
    facts = replace(facts, held=facts.held | {"112"})
    page = project.site / WHERE / "index.html"
    text = page.read_text(encoding="utf-8")

    def problems(more):
        page.write_text(text.replace("</article>", f"{more}</article>"), encoding="utf-8")
        return {problem.code for one in read_all(project.site, [f"{WHERE}index.html"], facts) for problem in one.problems}

    assert problems('<p><data value="112">112</data></p>') == set()
    assert problems("<p>112</p>") == {"nomor-ditahan-tampil"}
    page.write_text(text.replace('data-jenis="kelola"', 'data-jenis="topik"').replace("</article>", "<data>112</data></article>"), encoding="utf-8")
    assert "nomor-ditahan-tampil" in {problem.code for one in read_all(project.site, [f"{WHERE}index.html"], facts) for problem in one.problems}


def test_readers_never_meet_it(built):
    assert "noindex" in (built / WHERE / "index.html").read_text(encoding="utf-8")
    assert "kelola" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    outside = [path for path in built.rglob("*.html") if "kelola" not in path.parts and "kelola/" in path.read_text(encoding="utf-8")]
    assert outside == []
    assert [path for path in (built / "aset").glob("*.js*") if b"kelola/keadaan" in path.read_bytes()] == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, built, width):
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto((built / WHERE / "index.html").as_uri())
        found = Axe().run(page)
        assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        context.close()


def test_it_stands_under_the_policy_of_the_site(built):
    assert f'content="{policy(CONTENT_POLICY, "kelola")}"' in (built / WHERE / "index.html").read_text(encoding="utf-8")
    assert "style=" not in state_page(city()).body
