"""The real content: what every release must hold, whatever staff change."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_src.checks import run_checks
from site_src.checks.completeness import check_whole_needs
from site_src.checks.sentences import words
from site_src.checks.typed import typed_numbers
from site_src.checks.walk import passages
from site_src.load import load_site
from site_src.model import NUMBERED, Ledger, international
from site_src.pages import pages
from site_src.problems import Severity

HOME = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
NEEDS = """
kdrt kekerasan-seksual kekerasan-anak kekerasan-seksual-anak perundungan kekerasan-daring perkawinan-anak perdagangan-orang kesehatan-jiwa
bantuan-hukum anak-hilang anak-berhadapan-hukum napza pengasuhan darurat visum rumah-aman disabilitas kehamilan pekerja-anak bantuan-sosial
adminduk cara-melapor jejak-digital
""".split()
DISTRICTS = {
    "Lubuk Linggau Timur I": 8, "Lubuk Linggau Timur II": 9, "Lubuk Linggau Barat I": 11, "Lubuk Linggau Barat II": 8,
    "Lubuk Linggau Selatan I": 7, "Lubuk Linggau Selatan II": 9, "Lubuk Linggau Utara I": 10, "Lubuk Linggau Utara II": 10,
}


@pytest.fixture(scope="module")
def loaded():
    return load_site(HOME)


@pytest.fixture(scope="module")
def site(loaded):
    return loaded.site


def test_the_content_has_no_error(loaded):
    found = [*loaded.problems, *run_checks(loaded.site, TODAY)]
    assert [f"{problem.place} {problem.code}" for problem in found if problem.severity is Severity.ERROR] == []


def test_the_twenty_four_needs_are_there(site):
    assert len(NEEDS) == 24
    assert sorted(site.topic) == sorted(NEEDS)


def test_all_districts_and_villages_are_there(site):
    assert {district.name: len(district.villages) for district in site.area.districts} == DISTRICTS
    codes = [village.code for district in site.area.districts for village in district.villages]
    assert len(codes) == len(set(codes)) == 72


def test_a_village_code_lies_in_its_district_and_the_district_in_the_city(site):
    strays = [village.code for district in site.area.districts for village in district.villages if not village.code.startswith(f"{district.code}.")]
    assert strays == []
    assert [district.code for district in site.area.districts if not district.code.startswith(f"{site.area.code}.")] == []


@pytest.mark.parametrize("slug", NEEDS)
def test_each_need_has_a_hotline_that_can_be_dialled_today(site, slug):
    ledger = Ledger(site, TODAY)
    shown = [channel.href for name in site.topic[slug].hotlines for channel in ledger.shown(site.hotline[name]) if channel.kind in NUMBERED]
    assert [href for href in shown if re.fullmatch(r"(?:tel|sms):\+?\d{3,13}|https://wa\.me/62\d{8,12}", href)] == shown != []


def test_every_record_without_a_channel_leads_to_one_that_can_be_reached(site):
    ledger = Ledger(site, TODAY)
    lost = [owner.name for owner in (*site.hotlines, *site.services)
            if not ledger.shown(owner) and not any(ledger.shown(site.hotline[name]) for name in owner.instead)]
    assert lost == []


def held_numbers(site):
    """Digits (with country code) of held channels of hotlines.yaml that no shown channel has."""
    shown = {international(channel.digits) for _, _, channel in site.contacts() if channel.kind in NUMBERED and not channel.held}
    held = {international(channel.digits) for hotline in site.hotlines for channel in hotline.channels if channel.kind in NUMBERED and channel.held}
    return held - shown


def test_there_are_held_numbers_to_guard(site):
    assert {"112", "113", "622129681560"} <= held_numbers(site)


def test_no_held_number_stands_in_any_prose(site):
    held = held_numbers(site)
    short = {digits for digits in held if len(digits) < 7}
    # Without the country code, and for landlines also without the area code.
    long = {form for digits in held - short for form in (digits.removeprefix("62"), digits.removeprefix("6221")) if len(form) >= 7}
    found = []
    for passage in passages(site):
        digits = re.sub(r"(?<=\d)[\s().–-]+(?=\d)", "", passage.text)
        found += [(str(passage.place()), number) for number in long if number in digits]
        found += [(str(passage.place(start)), typed) for start, typed in typed_numbers(passage.text, short) if typed in short]
    assert found == []


def test_a_need_is_told_in_500_to_1200_words(site):
    counts = {topic.slug: len(words(topic.body)) for topic in site.topics}
    assert {slug: count for slug, count in counts.items() if not 500 <= count <= 1200} == {}


WHO = {"child": "anak|kamu", "teenager": "remaja|kamu", "adult": "dewasa|orang tua|anda yang|pengasuh|keluarga", "disability": "disabilitas|tuli|tunanetra", "neighbour": "tetangga", "teacher": "guru"}


@pytest.mark.parametrize("slug", NEEDS)
def test_each_need_says_whom_to_reach_to_every_reader(site, slug):
    section = site.topic[slug].body.partition("## Siapa yang bisa Anda hubungi\n")[2].partition("\n## ")[0]
    spoken_to = " ".join(re.findall(r"^\*\*(.+?)\*\*", section, re.MULTILINE)).lower()
    assert [reader for reader, said in WHO.items() if not re.search(said, spoken_to)] == []


AFTER = {"who asks what": "tanya", "what it costs": "biaya|gratis|bayar|pulsa|tarif", "what stays secret": "rahasia|tanpa nama|menyebut nama|tidak menyebut|siapa yang membaca|siapa saja yang|siapa yang dapat",
         "how long it takes": r"lama\b|lamanya|jadwal|kapan|3×24|24 jam"}


@pytest.mark.parametrize("slug", NEEDS)
def test_each_need_says_what_happens_after_contact(site, slug):
    """Who asks what, what it costs, what stays secret and how long it takes: told, or told to be unknown."""
    section = site.topic[slug].body.partition("## Yang terjadi setelah Anda menghubungi\n")[2].partition("\n## ")[0].lower()
    assert [what for what, said in AFTER.items() if not re.search(said, section)] == []


def test_a_need_without_its_hour_day_or_week_is_told(site):
    topic = site.topic["kdrt"]
    bare = replace(site, topics=(topic.model_copy(update={"body": topic.body.replace("### Hari ini", "## Hari ini")}),))
    assert [(problem.message, problem.example) for problem in check_whole_needs(bare, TODAY)] == [("Bagian “Hari ini” belum ada.", "### Hari ini")]


def test_every_prevention_page_has_something_to_do_and_can_be_printed(site):
    lacking = [article.slug for article in site.prevention if not article.printable or not re.search(r"^## (?:Kegiatan 15 menit|Daftar periksa)", article.body, re.MULTILINE)]
    assert (lacking, len(site.prevention)) == ([], 21)


def test_the_index_names_nothing_twice(site):
    page = next(page for page in pages(site, TODAY) if page.path == "a-z.md")
    names = [name.casefold() for name in re.findall(r"<li><a [^>]*>([^<]*)</a></li>", page.body)]
    assert len(names) > 500
    assert sorted(name for name, count in Counter(names).items() if count > 1) == []


def test_every_column_of_a_table_has_a_name(site):
    bare = [str(passage.place()) for passage in passages(site) if passage.is_body and re.search(r"^\|(?:[^\n]*\|)?[ ]*\|[^\n]*\n\|[-: |]+\|$", passage.text, re.MULTILINE)]
    assert bare == []


def test_every_source_was_read_by_a_day_that_has_been(site):
    assert [str(reference.id) for reference in site.references if reference.read > TODAY] == []
    assert [owner.name for owner, _, channel in site.contacts() if channel.newest_source() > TODAY] == []


def test_the_page_about_the_data_counts_what_rests_on_one_source(site):
    page = next(page for page in pages(site, TODAY) if page.path == "tentang/data.md")
    single = sum(reference.strength == "satu" for reference in site.references)
    unsure = sum(step.confirm for pathway in site.pathways for step in pathway.steps)
    assert f"- {single} baru satu sumber" in page.body and f"- {unsure} langkah alur dan 18 indikator" in page.body


def test_numbers_in_examples_are_nobodys():
    """Whoever copies an example and forgets to change it must not lead readers to a real office."""
    known = "".join(path.read_text(encoding="utf-8") for path in [HOME / "hotlines.yaml", *(HOME / "content" / "layanan").glob("*.md")])
    examples = {number for path in [HOME / "docs" / "penyunting.md", *(HOME / "site_src").rglob("*.py"), *(HOME / "site_src" / "schemas").glob("*.json")]
                for number in re.findall(r"\b0733[- ]?\d{6}\b", path.read_text(encoding="utf-8"))}
    assert "0733-000066" in examples
    assert not [number for number in examples if re.sub(r"\D", "", number)[4:] in re.sub(r"[ ().-]", "", known)]


def test_no_page_softens_the_duty_to_pass_a_report_on(site):
    """Pasal 41 UU 12/2022 says “wajib menyampaikan”: whoever is not ready to go to the police must know it before the first name."""
    told = [passage for passage in passages(site) if "3×24 jam" in passage.text]
    assert len(told) > 40
    assert [str(passage.place()) for passage in told if re.search(r"dapat (?:diteruskan|meneruskan)", passage.text)] == []


def test_every_blank_of_a_sheet_can_be_written_on_paper(site):
    built = {page.path: page.body for page in pages(site, TODAY)}
    plan = built["panduan/pergi-dengan-aman.md"].partition("## Lembar rencana saya")[2]
    assert plan.count('<span class="isian">') == 14
    bare = [path for path, body in built.items() if re.search(r"\.{12,}|…{3,}", re.sub(r'<span class="isian">[.…]+</span>', "", body))]
    assert bare == []
