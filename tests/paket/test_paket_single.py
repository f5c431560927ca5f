"""The single file: everything that may be shown, its age beside every number, nothing from elsewhere, a name that gives nobody away."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from site_src.bundle import pack, single
from site_src.bundle.single import single_file
from site_src.model import Edition, Ledger

AGE = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."


def test_it_is_whole_by_the_rules_of_a_built_site(built):
    made = pack.make(built, ("single",))
    assert list(made) == ["info-warga.html"] and pack.faults(built, made) == []


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
    assert not tree.css("script, iframe, img, link[rel=stylesheet]")


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
