"""How a contact is named: on a large button by whom it is for, in a sentence by a name that leads to its page and a number that dials."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import CITY, HOME, TODAY
from selectolax.lexbor import LexborHTMLParser

from site_src.load import load_site
from site_src.model import ChannelKind, Hotline
from site_src.pages.contacts import Contacts
from site_src.pages.prose import Prose
from site_src.pages.text import host


@pytest.fixture(scope="module")
def contacts():
    return Contacts(load_site(CITY).site, TODAY)


def test_a_button_says_first_whom_its_number_is_for(contacts):
    hotline = contacts.site.hotline["sahabat-129"]
    named = contacts.button(hotline)
    assert '<span class="telepon-nama">Sahabat 129</span>' in named
    worded = contacts.button(hotline.model_copy(update={"on_button": "Perempuan & anak"}))
    assert '<span class="telepon-nama">Perempuan &amp; anak <small>Sahabat 129</small></span>' in worded
    assert worded.replace("Perempuan &amp; anak <small>Sahabat 129</small>", "Sahabat 129") == named


def test_the_word_is_short_enough_for_a_button():
    field = Hotline.model_json_schema(by_alias=True)["properties"]["kata_tombol"]
    assert field["anyOf"][0]["maxLength"] == 24 and field["title"] and field["description"] and field["examples"]


def test_a_name_leads_to_its_page_and_a_number_dials_even_where_the_name_holds_it(contacts):
    hotline = contacts.site.hotline["sahabat-129"]
    assert contacts.mention(hotline, "topik/kdrt.md") == "[Sahabat 129](../hotline/sahabat-129.md) ([129](tel:129))"
    text = "Telepon {{ hotline: sahabat-129 }} {{ sumber: x }}<"
    assert contacts.opened(text, "topik/kdrt.md") == 'Telepon <a href="../../hotline/sahabat-129/">Sahabat 129</a> (<a href="tel:129">129</a>) &lt;'
    assert contacts.opened(text, "topik/kdrt.md", {"sahabat-129": "the line"}, alone=True) == 'Telepon the line (<a href="tel:129">129</a>) &lt;'
    assert contacts.opened(text, "topik/kdrt.md", beside=[hotline]) == "Telepon Sahabat 129 &lt;"


def test_a_number_with_an_extension_says_it_wherever_it_is_named(contacts):
    hotline = contacts.site.hotline["polisi-110"]
    extended = hotline.model_copy(update={"channels": tuple(channel.model_copy(update={"extension": "8"}) for channel in hotline.channels)})
    site = replace(contacts.site, hotlines=tuple(extended if one is hotline else one for one in contacts.site.hotlines))
    drawn = Contacts(site, TODAY)
    said = (drawn.button(extended), drawn.card(extended, "hotline/index.md"), drawn.mention(extended, "topik/kdrt.md"), drawn.dialled(extended),
            drawn.opened("{{ hotline: polisi-110 }}", "simpan/isi/index.md", alone=True))
    assert [re.sub(r"<[^>]+>", "", text).count("110, lalu tekan 8") + ("tel:110), lalu tekan 8" in text) for text in said] == [1, 1, 1, 1, 1]


def test_in_a_sentence_a_number_that_takes_messages_only_is_not_shown_as_a_telephone(contacts):
    hotline = contacts.site.hotline["polisi-110"]
    written = hotline.model_copy(update={"channels": tuple(channel.model_copy(update={"kind": ChannelKind.SMS}) for channel in hotline.channels)})
    assert re.search(r"\(SMS \[110\]\(sms:110\)\)$", contacts.mention(written, "topik/kdrt.md"))


def test_whoever_finds_no_number_is_sent_to_somebody_who_answers(real_built):
    """A complaints channel that takes an SMS or a form stands in for nobody else, unless nobody else is named."""
    contacts = Contacts(load_site(HOME).site, TODAY)
    sent = {owner.id: [other.id for other in contacts.substitutes(owner)] for owner in contacts.site.hotlines if owner.instead}
    assert sent["kpai"] == ["sapa-129"] and sent["halo-dukcapil"] == ["sp4n-lapor"]
    page = LexborHTMLParser((real_built.site / "hotline/kpai/index.html").read_bytes())
    assert "1708" not in page.css_first("article").text() and page.css_first('.kontak a.telepon-besar[href="tel:129"]')


def test_no_sentence_of_the_real_site_dials_by_a_name(real_built):
    for path in real_built.site.rglob("index.html"):
        # A kept page holds rows that are one link each: name, kind and number.
        if not {"kelola", "simpan"} & set(path.parts):
            for link in LexborHTMLParser(path.read_bytes()).css('p a[href^="tel:"]:not([class]), li > a[href^="tel:"]:not([class])'):
                assert re.fullmatch(r"[\d+() -]+", link.text()), (path, link.html)


ASKED = re.compile(r"\b(?:hubungi|telepon|panggil|call|contact) (?:dulu |the )?(polisi|ambulans|SAPA|police|an ambulance)\b(?!(?: 129)?(?: dan gawat darurat medis)? \()", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\bArtinya: [^.]*\.|\bMitos: [^.]*\.|Telepon polisi gratis|Layanan telepon polisi")
"""What tells of calling and asks nobody to call."""


def test_every_page_that_lists_and_holds_no_number_says_whom_to_call_in_danger(real_built):
    lists = [path for name in ("layanan/index.html", "topik/index.html", "sektor/*/index.html", "kecamatan/*/index.html", "saring/**/index.html") for path in real_built.site.glob(name)]
    assert len(lists) > 40
    for path in lists:
        said = LexborHTMLParser(path.read_bytes()).css("article > p.bahaya:first-of-type a")
        assert [link.attributes["href"] for link in said] == ["tel:110", "tel:129"], path


def test_whoever_is_told_to_call_is_told_the_number(real_built):
    """Beside the words, or on a button of the same page; the row of a list, which is a link itself, leads to such a page."""
    silent = []
    for path in real_built.site.rglob("index.html"):
        tree = LexborHTMLParser(path.read_bytes())
        if "kelola" in path.parts or tree.css_first("article") is None:
            continue
        needed = {"polisi": "110", "police": "110", "ambulans": "119", "an ambulance": "119", "sapa": "129"}
        buttons = {link.attributes["href"].removeprefix("tel:") for link in tree.css(".telepon-besar")}
        for node in tree.css("article p, article li:not(.daftar > li)"):
            text = QUOTED.sub("", " ".join(node.text().split()))
            silent += [(str(path), found) for found in ASKED.findall(text) if needed[found.casefold()] not in buttons]
    assert silent == []


def test_marks_that_stand_together_are_read_in_the_order_of_their_numbers(contacts):
    prose = Prose(contacts, "topik/kdrt.md")
    prose.open("Satu {{ sumber: aturan-contoh }}. Dua {{ sumber: prinsip-contoh }}.")
    assert re.findall(r">(\d)<", prose.open("Tiga {{ sumber: prinsip-contoh }} {{ sumber: aturan-contoh }}, empat {{ sumber: prinsip-contoh }}.")) == ["1", "2", "2"]


def test_a_source_where_many_publish_says_whose_it_is():
    assert [host(url) for url in ("https://www.kota.go.id/a/b", "https://github.com/kota/wilayah/blob/a.csv")] == ["kota.go.id", "github.com/kota/wilayah"]
