"""The single file: everything that may be shown, its age beside every number, nothing from elsewhere, a name that gives nobody away."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from dataclasses import replace
from datetime import date

import yaml
from building import HOME
from selectolax.lexbor import LexborHTMLParser

from site_src import pipeline
from site_src.bundle import pack, single, single_search
from site_src.bundle.single import single_file
from site_src.model import Edition, Ledger
from site_src.packed_text import unpacked
from site_src.search.query import Search

AGE = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."


def test_it_is_whole_by_the_rules_of_a_built_site(built):
    made = pack.make(built, ("single",))
    assert list(made) == ["info-warga.html"] and pack.faults(built, made) == []


def test_the_real_city_s_file_is_whole_by_the_same_rules():
    """The packed search is no text: digits in a row there are no number of anybody, and its weight is counted by the limit of the file."""
    real = pack.Built(pipeline.check(HOME, date(2026, 11, 23)).ledger, {})
    assert pack.faults(real, pack.make(real, ("single",))) == []


def test_every_number_has_the_age_of_the_copy_in_its_own_block(built):
    tree = LexborHTMLParser(single_file(built.ledger))
    links = [node for node in tree.css("a") if (node.attributes["href"] or "").startswith(("tel:", "sms:", "https://wa.me/"))]
    blocks = []
    for node in links:
        block = node.parent
        while block.tag not in ("li", "details", "article", "section"):
            block = block.parent
        blocks.append(block.text())
    assert len(links) > 6 and all(AGE in text for text in blocks)


def test_each_need_says_what_to_do_now_with_its_numbers(built):
    tree = LexborHTMLParser(single_file(built.ledger))
    said = {node.css_first("summary small").text(): " ".join(node.text().split()) for node in tree.css("details")}
    assert sorted(said) == ["Bahaya sekarang", "Kekerasan di rumah"]
    assert "Jika ini terjadi sekarang: Keluar dari rumah bila bisa. Hubungi Polisi Contoh (110)." in said["Kekerasan di rumah"]
    assert "Pergi ke tempat yang ramai, lalu hubungi polisi." in said["Bahaya sekarang"]


def test_title_and_name_are_neutral_and_the_exit_is_there(built):
    tree = LexborHTMLParser(single_file(built.ledger))
    assert (single.NAME, tree.css_first("title").text(), tree.css_first("h1").text()) == ("info-warga.html", "Informasi warga", "Informasi warga")
    assert tree.css_first("body > a").attributes["href"] == built.ledger.site.policy.exit_url
    assert not tree.css("script[src], iframe, img, link[rel=stylesheet]")


def test_only_the_search_may_run_and_only_as_it_was_written(built):
    tree = LexborHTMLParser(single_file(built.ledger))
    policy = tree.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'; ") and "unsafe-" not in policy and "http" not in policy
    content = single._content(built.ledger)
    for search in single.searches(built.ledger, content):
        box = LexborHTMLParser(search.html).css("script")[1].text()
        assert search.digests == tuple("'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in (search.script, box))
        packed = LexborHTMLParser(search.html).css_first("#bekal")
        raw = base64.b85decode(packed.text().replace(",", "<"))
        assert zlib.decompress(raw[: len(raw) - int(packed.attributes["data-lebih"])]).decode() == search.script == unpacked(search.html)[1]


def test_the_real_citys_file_holds_its_search_below_the_limit_and_answers_as_a_neighbour_asks():
    ledger = pipeline.check(HOME, date(2026, 11, 23)).ledger
    raw = single_file(ledger)
    assert len(raw) <= single.LIMIT and b'id="bekal"' in raw
    queries = [query for query in yaml.safe_load((HOME / "tests/cari/pertanyaan-uji.yaml").read_text(encoding="utf-8")) if query["topics"]]

    def answered(script):
        """For each query whether a right need is among the first three, and whether the numbers of emergencies come."""
        search = Search(json.loads(script.rpartition("globalThis.isiCari=")[2].rstrip().rstrip(";")))
        found = [search.find(query["q"]).results for query in queries]
        return ([bool(set(query["topics"]) & {topic for row in rows[:3] for topic in row.topics}) for query, rows in zip(queries, found)],
                [any(row.card == "darurat" for row in rows) for rows in found])

    right, urgent = answered(unpacked(raw.decode())[1])
    _, most = answered(next(single.searches(ledger, single._content(ledger))).script)
    assert sum(right) / len(queries) > 0.85
    assert sum(most) > 5 and sum(one and two for one, two in zip(urgent, most)) / sum(most) > 0.9


def test_each_size_of_the_search_is_smaller_and_a_file_that_is_full_does_without(built, monkeypatch):
    content = single._content(built.ledger)
    sizes = [len(search.script) for search in single.searches(built.ledger, content)]
    assert sizes == sorted(sizes, reverse=True) and len(sizes) == 7
    whole = single_file(built.ledger)
    monkeypatch.setattr(single, "LIMIT", len(whole) - 1)
    assert len(whole) > len(single_file(built.ledger)) and b'id="bekal"' in single_file(built.ledger)
    monkeypatch.setattr(single, "LIMIT", len(content))
    assert b'id="bekal"' not in single_file(built.ledger)


def test_a_held_number_inside_the_packed_search_is_refused(built, monkeypatch):
    real = single_search.small_searches
    monkeypatch.setattr(single_search, "small_searches", lambda ledger, urls: (f"{script}//tel:117" for script in real(ledger, urls)))
    assert "nomor-ditahan-tampil" in {problem.code for problem in pack.faults(built, pack.make(built, ("single",)))}


def test_a_service_without_a_sure_number_says_whom_to_call_first(built):
    node = LexborHTMLParser(single_file(built.ledger)).css_first("#l-polsek-contoh")
    assert " ".join(node.text().split()) == (f"Polsek Contoh (belum dipastikan) Menerima laporan warga. Nomornya belum dapat kami pastikan. Hubungi dulu Polisi Contoh (110). {AGE}")


def test_a_release_shows_only_what_was_tested(built):
    text = single_file(Ledger(built.ledger.site, built.ledger.today, Edition.RELEASE)).decode()
    assert "tel:110" in text and "129" not in text


def test_a_number_left_out_or_too_many_bytes_are_refused(built):
    [(name, content)] = pack.make(built, ("single",)).items()
    lost = content.replace(b'href="https://wa.me/6281200000129"', b'href="#hotline"')
    assert {problem.code for problem in pack.faults(built, {name: lost})} == {"nomor-hilang"}
    assert [problem.code for problem in pack.faults(built, {name: content.replace(b"</main>", b"<p>" + b"a " * 75000 + b"</p></main>")})] == ["berkas-terlalu-berat"]


def test_an_expired_number_wears_its_mark(built):
    later = replace(built.ledger, today=built.ledger.today.replace(year=2028), _known={})
    assert "Lewat masa." in single_file(later).decode()
