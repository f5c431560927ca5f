"""Other languages: data alone make an edition, a translation knows when it is old, and no number is lost on the way."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from site_src.checks import run_checks
from site_src.load import load_site
from site_src.model import Ledger, fingerprint
from site_src.pages import pages

HOME = Path(__file__).resolve().parent.parent
CITY = HOME / "tests" / "city"
TODAY = date(2026, 11, 23)
FRAME = dict.fromkeys("nama_situs sambutan lompat keluar catatan_keluar menu beranda bahaya kebutuhan hotline hubungi telepon lalu_tekan teruji belum_diuji jejak selengkapnya sumber".split(), "x")


def one(original, seen, **more):
    return {"asal": original, "sidik": seen, "judul": "At home", "ringkas": "Home should be safe.", **more}


@pytest.fixture
def speaking(tmp_path):
    """``speaking(rows)``: the tiny city with an English file of these rows, loaded."""
    shutil.copytree(CITY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content" / "bahasa").mkdir()

    def load(rows, **more):
        text = yaml.safe_dump({"nama": "English", "bingkai": FRAME, "halaman": rows, **more}, sort_keys=False)
        (tmp_path / "content" / "bahasa" / "en.yaml").write_text(text, encoding="utf-8")
        return load_site(tmp_path)

    return load


@pytest.fixture(scope="module")
def site():
    return load_site(HOME).site


@pytest.fixture(scope="module")
def built(site):
    return {page.path: page for page in pages(site, TODAY)}


def codes(loaded):
    return [problem.code for problem in [*loaded.problems, *run_checks(loaded.site, TODAY)]]


def seen(name="topik/kdrt"):
    return fingerprint(load_site(CITY).site.originals[name], False)


def test_a_translation_of_today_is_fine(speaking):
    assert codes(speaking([one("topik/kdrt", seen())])) == []


def test_a_translation_of_yesterdays_words_is_told_with_the_new_fingerprint(speaking):
    loaded = speaking([one("topik/kdrt", "000000000000")])
    [problem] = run_checks(loaded.site, TODAY)
    assert (problem.code, str(problem.place)) == ("terjemahan-lama", "content/bahasa/en.yaml:23:10")
    assert f"sidik: {seen()}" in problem.remedy


def test_a_line_wrapped_anew_makes_nothing_old_and_a_new_word_does():
    topic = load_site(CITY).site.topic["kdrt"]
    assert fingerprint(topic.model_copy(update={"summary": topic.summary.replace(" ", "\n")}), False) == fingerprint(topic, False)
    assert fingerprint(topic.model_copy(update={"summary": topic.summary + " Baru."}), False) != fingerprint(topic, False)
    assert fingerprint(topic.model_copy(update={"body": "Baru."}), False) == fingerprint(topic, False)
    assert fingerprint(topic.model_copy(update={"body": "Baru."}), True) != fingerprint(topic, True)


def test_an_unknown_original_and_a_second_translation_are_told(speaking):
    assert codes(speaking([one("topik/kdrtt", "x")])) == ["rujukan-tidak-ada"]
    assert codes(speaking([one("topik/kdrt", seen()), one("topik/kdrt", seen())])) == ["terjemahan-ganda"]


def test_a_number_typed_into_a_translation_is_refused(speaking):
    assert codes(speaking([one("topik/kdrt", seen(), mendesak="Call 110 now.")])) == ["nomor-diketik"]


def test_a_language_under_review_is_kept_from_search_engines(speaking):
    loaded = speaking([one("topik/kdrt", seen())], boleh_dicari="tidak")
    assert codes(loaded) == []
    assert all(page.meta.get("noindex") for page in pages(loaded.site, TODAY) if page.path.startswith("en/"))


def test_a_city_that_speaks_one_language_has_no_trace_of_others():
    assert [page.path for page in pages(load_site(CITY).site, TODAY) if page.kind == "bahasa" or "lain" in page.meta] == []


def test_english_has_every_need_the_hotlines_and_the_safety_page(site, built):
    assert [slug for slug in site.topic if f"en/topik/{slug}.md" not in built] == []
    assert {"en/index.md", "en/hotline.md", "en/panduan/menjelajah-aman.md"} <= built.keys()


def test_english_loses_no_number_of_the_original(site, built):
    ledger = Ledger(site, TODAY)
    lost = [(path, channel.href) for slug, topic in site.topic.items() for path in [f"en/topik/{slug}.md"]
            for name in topic.hotlines for channel in ledger.shown(site.hotline[name]) if channel.href and channel.href.startswith("tel:") and channel.href not in built[path].shows]
    assert lost == []
    shown = {channel.href for hotline in site.hotlines for channel in ledger.shown(hotline) if channel.href and channel.href.startswith("tel:")}
    assert shown <= built["en/hotline.md"].shows


def test_each_english_summary_is_easy_to_read(site):
    english = next(language for language in site.languages if language.slug == "en")
    summaries = [re.split(r"(?<=[.!?])\s", page.summary) for page in english.pages if page.original.startswith("topik/")]
    assert [sentences for sentences in summaries if len(sentences) > 3] == []
    assert [sentence for sentences in summaries for sentence in sentences if len(sentence.split()) > 12] == []


def test_english_says_what_must_be_known_before_contacting(site, built):
    english = next(language for language in site.languages if language.slug == "en")
    said = {page.original: page.caution for page in english.pages if page.original.startswith("hotline/")}
    assert [hotline.id for hotline in site.hotlines if hotline.caution and f"hotline/{hotline.id}" in said and not said[f"hotline/{hotline.id}"]] == []
    # A report of sexual violence goes to the police: it must stand on the page, and beside the number of the need.
    for path in ("en/hotline.md", "en/topik/kekerasan-seksual.md"):
        assert "must pass a report of sexual violence to the police within 3×24 hours" in built[path].body


def test_a_caution_without_a_translation_stands_in_indonesian_and_is_marked_so(speaking):
    site = speaking([one("hotline/" + next(hotline.id for hotline in load_site(CITY).site.hotlines), "x"), one("topik/kdrt", seen())]).site
    first = site.hotlines[0].model_copy(update={"caution": "Bukan untuk keadaan darurat."})
    site = replace(site, hotlines=(first, *site.hotlines[1:]))
    body = next(page.body for page in pages(site, TODAY) if page.path == "en/hotline.md")
    assert '<p class="perhatian" lang="id">Bukan untuk keadaan darurat.</p>' in body


def test_a_changed_caution_makes_a_translation_old():
    hotline = load_site(CITY).site.hotlines[0]
    before = fingerprint(hotline.model_copy(update={"caution": "Satu."}), False)
    assert fingerprint(hotline.model_copy(update={"caution": "Dua."}), False) != before != fingerprint(hotline.model_copy(update={"caution": None}), False)


def test_english_names_the_channels_the_hours_and_what_is_free_in_english(built):
    body = built["en/hotline.md"].body
    assert re.findall(r"<li>(?:Situs|Surel|Aplikasi|Telepon):", body) == []
    assert "Hours (Western Indonesia time, UTC+7): 24/7. According to the organisation that runs it, the call is free" in body
    assert "Hours (Western Indonesia time, UTC+7): Mo-Fr 09:00-16:00" in body
    assert "whether the people who answer speak English" in body and "whether the people who answer speak English" in built["en/index.md"].body


def test_pages_in_several_languages_name_each_other(built):
    codes = [[row["kode"] for row in built[path].meta["lain"]] for path in ("topik/kdrt.md", "en/topik/kdrt.md", "mui/topik/kdrt.md", "index.md")]
    assert codes == [["id", "en", "mui"]] * 4
    assert [row["alamat"] for row in built["topik/kdrt.md"].meta["lain"]] == ["topik/kdrt/", "en/topik/kdrt/", "mui/topik/kdrt/"]


def test_the_third_language_is_data_alone_and_waits_for_native_speakers(site, built):
    third = next(language for language in site.languages if language.slug == "mui")
    assert len(third.pages) == 5 and not third.searchable and "Penutur asli" in (third.frame.review or "")
    source = "".join(path.read_text(encoding="utf-8") for path in (HOME / "site_src").rglob("*") if path.suffix in (".py", ".html"))
    assert "mui/" not in source and "Musi" not in source
    assert all("menunggu_tinjauan" in page.meta["kata"] for path, page in built.items() if path.startswith("mui/"))


def test_a_hotline_is_called_in_the_language_and_by_the_name_it_answers_with(built):
    assert '<span class="telepon-nama">The police <small lang="id">Polisi</small></span>' in built["en/index.md"].body
    assert 'The police (<span lang="id">Polisi</span>)' in built["en/hotline.md"].body
    assert "Call the police." in built["en/topik/kdrt.md"].body
