"""Each way of contact has its card: what is known is told, what is not is shown as unknown, counted, and asked on the call sheet."""

from __future__ import annotations

import json

import pytest
from building import CITY, TODAY
from selectolax.lexbor import LexborHTMLParser

from site_src.calls import as_data
from site_src.load import load_site
from site_src.exports.contacts import contacts_json
from site_src.model import Card, Channel, CostValue, Ledger, before_contact, tally
from site_src.model.before_contact import BY_KIND, WORDS
from site_src.pages.before_words import translated_card
from site_src.pages.card_words import CARD_WORDS

SOURCE = {"url": "https://contoh.go.id/", "dibaca": "2026-11-20"}
LABELS = ["Biaya", "Tampil di tagihan?", "Meninggalkan obrolan?", "Apakah mereka menelepon balik?", "Apakah diminta KTP?", "Siapa yang menjawab?", "Bahasa",
          "Apa yang pertama dikatakan?", "Boleh saya tutup?"]


@pytest.fixture(scope="module")
def site():
    return load_site(CITY).site


def told(owner, channel):
    return {str(line.question): line.answer for line in before_contact(owner, channel)}


def test_a_call_tells_what_follows_from_its_kind_and_no_more(site):
    owner = site.hotline["polisi-110"]
    assert told(owner, owner.channels[0]) == {
        "Biaya": "Gratis.", "Tampil di tagihan?": None, "Meninggalkan obrolan?": "Tidak, tetapi panggilan tercatat di daftar panggilan ponsel.", "Apakah mereka menelepon balik?": None,
        "Apakah diminta KTP?": None, "Siapa yang menjawab?": None, "Bahasa": None, "Apa yang pertama dikatakan?": None, "Boleh saya tutup?": "Ya. Anda boleh menutup telepon kapan saja."}


def test_a_chat_is_said_to_stay_on_both_phones(site):
    owner = site.hotline["sahabat-129"]
    whatsapp = told(owner, owner.channels[1])
    assert (whatsapp["Meninggalkan obrolan?"], whatsapp["Tampil di tagihan?"]) == ("Ya, pesannya tersimpan di ponsel Anda dan di ponsel penerima.", "Biasanya hanya sebagai pemakaian internet.")


def test_the_answers_of_a_channel_go_before_its_owners_and_both_before_its_kinds(site):
    owner = site.hotline["sahabat-129"].model_copy(update={"languages": ("Indonesia", "Palembang"), "card": Card.model_validate(
        {"minta_ktp": "tidak", "menelepon_balik": "ya", "penjawab": "Konselor.", "sumber": [SOURCE]})})
    channel = owner.channels[0].model_copy(update={"card": Card.model_validate({"menelepon_balik": "bergantung", "boleh_berhenti": "ya", "kata_pertama": "“Halo, SAPA.”", "tagihan": "tidak",
                                                                              "ditanyakan": {"tanggal": "2026-11-20", "oleh": "petugas dinas"}})})
    found = told(owner, channel)
    assert found == {"Biaya": None, "Tampil di tagihan?": "Tidak.", "Meninggalkan obrolan?": "Tidak, tetapi panggilan tercatat di daftar panggilan ponsel.",
                     "Apakah mereka menelepon balik?": "Bergantung keadaan.", "Apakah diminta KTP?": "Tidak.", "Siapa yang menjawab?": "Konselor.", "Bahasa": "Indonesia, Palembang.",
                     "Apa yang pertama dikatakan?": "“Halo, SAPA.”", "Boleh saya tutup?": "Ya."}


@pytest.mark.parametrize("kind, left_out", [("web", {"Apa yang pertama dikatakan?"}), ("surel", {"Apa yang pertama dikatakan?"}), ("aplikasi", {"Apa yang pertama dikatakan?"}),
                                           ("datang", {"Tampil di tagihan?", "Meninggalkan obrolan?", "Apakah mereka menelepon balik?"})])
def test_a_kind_is_asked_only_what_means_something_for_it(kind, left_out, site):
    channel = Channel.model_validate({"jenis": kind, "alamat": "https://contoh.go.id/", "sumber": [SOURCE]})
    assert set(LABELS) - set(told(site.hotline["polisi-110"], channel)) == left_out


def test_what_is_unknown_becomes_a_question_on_the_call_sheet(site):
    rows = {(row["catatan"], row["jenis_kanal"]): row["tanyakan"] for row in as_data(Ledger(site, TODAY))["panggilan"]}
    assert rows["sahabat-129", "whatsapp"][-1] == (
        "Untuk kartu “Sebelum menghubungi”: Berapa biayanya bagi penelepon? Apakah petugas menelepon balik, dan dari nomor apa? Apakah KTP atau NIK diminta? "
        "Siapa yang menjawab: petugas, relawan, atau mesin? Bahasa apa saja yang dilayani? Kalimat apa yang pertama dikatakan?")


def test_every_shown_way_of_contact_has_its_card_on_its_own_page(built_once):
    project, _ = built_once
    ledger = Ledger(load_site(project.root).site, TODAY)
    unknown = {}
    for owner in (*ledger.site.hotlines, *ledger.site.services):
        place = f"hotline/{owner.id}" if owner in ledger.site.hotlines else f"layanan/{owner.slug}"
        tree = LexborHTMLParser((project.site / place / "index.html").read_bytes())
        cards = tree.css("details.kartu")
        assert len(cards) == len(ledger.shown(owner)), place
        for card in cards:
            names, missing = [node.text() for node in card.css("dt")], [node.text() for node in card.css("ul > li")]
            assert len(names) == len(card.css("dd")) and len(names) + len(missing) >= 6
            assert all(found == [label for label in LABELS if label in found] for found in (names, missing))
            assert "tidak diketahui" not in card.css_first("summary").text()
            assert (f"Tidak diketahui, {len(missing)} dari {len(names) + len(missing)}:" in card.text()) == bool(missing)
            for name in missing:
                unknown[name] = unknown.get(name, 0) + 1
    assert unknown == {str(question): all_ - known for question, (known, all_) in tally(ledger.shown_contacts()).items() if all_ - known}
    data = LexborHTMLParser((project.site / "tentang" / "data" / "index.html").read_bytes())
    rows = {row.css_first("td").text(): int(row.css("td")[2].text()) for row in data.css("tr") if row.css_first("td") and row.css_first("td").text() in LABELS}
    assert rows == {label: unknown.get(label, 0) for label in LABELS}


def test_the_number_stands_before_its_card_and_other_pages_lead_there(built_once):
    site = built_once[0].site
    page = (site / "hotline" / "sahabat-129" / "index.html").read_text(encoding="utf-8")
    assert page.index('href="tel:129"') < page.index('<details class="kartu" id="sebelum">')
    assert page.count('id="sebelum"') == 1
    assert 'href="../../hotline/sahabat-129/#sebelum"' in (site / "topik" / "kdrt" / "index.html").read_text(encoding="utf-8")


def test_every_language_of_the_card_has_words_for_all_questions_and_common_answers():
    common = {*WORDS.values(), *(answer for answers in BY_KIND.values() for answer in answers.values()), *(str(value).capitalize() for value in CostValue)}
    for language, words in CARD_WORDS.items():
        assert (list(words["questions"]), set(words["answers"])) == (LABELS, common), language


def test_a_card_in_english_says_what_is_known_counts_what_is_not_and_marks_what_staff_wrote(site):
    owner = site.hotline["polisi-110"].model_copy(update={"card": Card.model_validate({"penjawab": "Operator <kota>.", "minta_ktp": "tidak", "sumber": [SOURCE]})})
    channel = owner.channels[0]
    tree = LexborHTMLParser(translated_card(owner, channel, "en"))
    known = {name.text(): answer.inner_html for name, answer in zip(tree.css("dt"), tree.css("dd"))}
    assert known == {"Cost": "Free.", "Does it leave a chat?": "No, but the call stays in the phone’s list of calls.", "Do they ask for your identity card (KTP)?": "No.",
                     "Who answers?": '<span lang="id">Operator &lt;kota&gt;.</span>', "May I hang up?": "Yes. You may hang up at any time."}
    assert "Not known (4/9):" in tree.text() and len(tree.css("li")) == 4
    paid = channel.model_copy(update={"cost": owner.cost.model_copy(update={"value": CostValue.PAID, "note": "Rp500 <semenit>."})})
    assert 'Costs money <span lang="id">(Rp500 &lt;semenit&gt;)</span>.' in translated_card(owner, paid, "en")
    assert translated_card(owner, channel, "mui").startswith('<div lang="id"><details class="kartu"><summary>Sebelum menghubungi')


def test_the_exported_contacts_carry_the_same_answers(site):
    exported = json.loads(contacts_json(Ledger(site, TODAY)))["kontak"]
    found = next(one for one in exported if one["id"] == "polisi-110")["kanal"][0]["sebelum_menghubungi"]
    owner = site.hotline["polisi-110"]
    assert {line["tanya"]: line["jawab"] for line in found} == told(owner, owner.channels[0]) and [line["tanya"] for line in found] == LABELS
