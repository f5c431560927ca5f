"""Contact cards read back by a strict reader of RFC 2426, digit for digit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from site_src.bundle.freshness import again, sentence
from site_src.exports.vcard import cards
from site_src.model import ChannelKind, Edition, Ledger

ALARMING = re.compile(r"polisi|sahabat|terang|keras|korban|perempuan|anak|lapor|ppa", re.IGNORECASE)


def parse(raw: bytes) -> list[dict[str, list[str]]]:
    """Cards as property (with parameters) to values; refuses bare line ends, long lines, unknown escapes and loose properties."""
    text = raw.decode()
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    found: list[dict[str, list[str]]] = []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, colon, value = line.partition(":")
        assert colon and re.fullmatch(r"[A-Z]+(;[A-Z]+=[A-Z,]+)?", name), line
        assert not re.search(r"(?<!\\)(?:\\\\)*\\(?![\\,;n])", value), line
        if line == "BEGIN:VCARD":
            found.append({})
        found[-1].setdefault(name, []).append(value)
    assert all(list(card)[:2] == ["BEGIN", "VERSION"] and list(card)[-1] == "END" and {"FN", "N", "UID"} <= card.keys() for card in found)
    return found


def test_the_city_gives_two_cards_with_neutral_names_and_right_numbers(built):
    made = cards(built.ledger, sentence)
    assert list(made) == ["info-110.vcf", "info-129.vcf", "info-semua.vcf"]
    [card] = parse(made["info-129.vcf"])
    assert (card["VERSION"], card["FN"], card["N"]) == (["3.0"], ["Info 129"], ["Info 129;;;;"])
    assert (card["TEL;TYPE=VOICE"], card["TEL;TYPE=CELL,VOICE"]) == (["129"], ["+6281200000129"])
    assert card["NOTE"] == ["129: Telepon. Belum diuji telepon. +6281200000129: WhatsApp. Belum diuji. "
                            "Salinan per 23 November 2026\\; periksa ulang sebelum 21 Februari 2027."]


def test_every_kind_of_number_has_types_of_both_versions(built):
    """RFC 6350 6.4.1 calls an SMS number text; RFC 2426 3.3.1 calls it msg."""
    hotlines = tuple(hotline.model_copy(update={"channels": tuple(channel.model_copy(update={"kind": ChannelKind.SMS}) for channel in hotline.channels)}) for hotline in built.ledger.site.hotlines)
    text = cards(Ledger(replace(built.ledger.site, hotlines=hotlines), built.ledger.today), sentence)["info-129.vcf"].decode()
    assert "TEL;TYPE=MSG,TEXT:129\r\n" in text and "VOICE" not in text


def test_all_in_one_file_are_the_single_cards(built):
    made = cards(built.ledger, sentence)
    assert made.pop("info-semua.vcf") == b"".join(made.values())
    assert len(parse(b"".join(made.values()))) == 2


def test_no_card_says_what_a_line_is_for(built):
    made = cards(built.ledger, sentence)
    assert made and not [name for name, content in made.items() if ALARMING.search(name + content.decode())]


def test_a_release_gives_only_the_tested_number(built):
    made = cards(Ledger(built.ledger.site, built.ledger.today, Edition.RELEASE), sentence)
    assert [card["FN"] for card in parse(made["info-semua.vcf"])] == [["Info 110"]]
    assert b"129" not in made["info-semua.vcf"]


def test_long_lines_fold_between_letters_and_signs_are_escaped(built):
    said = "Jalan “Melati”; blok A, kiri \\ kanan – " * 4
    card = cards(built.ledger, lambda ledger, channels: said)["info-110.vcf"]
    [parsed] = parse(card)
    assert parsed["NOTE"][0].endswith(said.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"))


def test_a_copy_is_checked_again_when_the_first_evidence_ends_or_the_shortest_age_does(built):
    ledger = built.ledger
    assert again(ledger) == ledger.today + timedelta(days=90)
    later = Ledger(ledger.site, ledger.today + timedelta(days=170))
    # The call of 21 November 2026 counts for 180 days, until 20 May 2027.
    assert again(later).isoformat() == "2027-05-21"
