"""The rules of respectful language, measured on labelled sentences; and how long a sentence may be."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from site_src.checks.reading import is_heavy
from site_src.checks.sentences import split_sentences, words
from site_src.checks.wording import broken_rules, without_quotes
from site_src.load import load_site
from site_src.model import Site, Tone, WordRole, WordRule
from site_src.model.roles import inflected

ROOT = Path(__file__).resolve().parent.parent
CORPUS = yaml.safe_load((ROOT / "tests/kata/korpus.yaml").read_text(encoding="utf-8"))
LABELLED = [(sentence, label) for family in CORPUS.values() for label, sentences in family.items() for sentence in sentences]


FRESH = yaml.safe_load((ROOT / "tests/kata/segar.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def rules():
    return load_site(ROOT).site.spoken_rules


def tones(sentence):
    return {found.rule.tone for found in broken_rules(sentence, rules())}


def test_the_corpus_is_large_and_says_nothing_twice():
    sentences = [sentence for sentence, _ in LABELLED]
    assert len(sentences) >= 120
    assert len(set(sentences)) == len(sentences)
    assert {label for _, label in LABELLED} == {"blok", "tegur", "boleh"}


def test_what_must_be_blocked_is_blocked_and_little_else():
    blocked = {sentence for sentence, _ in LABELLED if Tone.BLOCK in tones(sentence)}
    must = {sentence for sentence, label in LABELLED if label == "blok"}
    right = len(blocked & must)
    print(f"presisi {right / len(blocked):.3f}, ingatan {right / len(must):.3f}, {len(LABELLED)} kalimat")
    assert right / len(blocked) >= 0.95, sorted(blocked - must)
    assert right / len(must) >= 0.90, sorted(must - blocked)


def test_each_family_of_harm_is_found_by_itself():
    for family, labels in CORPUS.items():
        must = labels.get("blok", [])
        found = [sentence for sentence in must if Tone.BLOCK in tones(sentence)]
        assert len(found) >= 0.9 * len(must), (family, sorted(set(must) - set(found)))


@pytest.mark.parametrize("name", FRESH)
def test_fresh_sentences_are_blocked_and_their_neighbours_pass(name):
    must = {sentence for family in FRESH[name].values() for sentence in family["blok"]}
    may = {sentence for family in FRESH[name].values() for sentence in family["boleh"]}
    found = {sentence for sentence in must | may if Tone.BLOCK in tones(sentence)}
    print(f"{name}: presisi {len(found & must) / len(found):.3f}, ingatan {len(found & must) / len(must):.3f}, {len(must | may)} kalimat")
    assert len(found & must) / len(found) >= 0.95, sorted(found & may)
    assert len(found & must) / len(must) >= 0.90, sorted(must - found)


def test_every_fresh_set_keeps_its_sentences_that_block_and_their_neighbours():
    assert {name: (sum(len(family["blok"]) for family in families.values()), sum(len(family["boleh"]) for family in families.values())) for name, families in FRESH.items()} == {
        "pertama": (150, 150), "ketujuh": (150, 150), "kedelapan": (75, 75), "kesebelas": (75, 40), "ketujuh-belas": (90, 90), "kedelapan-belas": (60, 60), "kesembilan-belas": (60, 60), "kedua-puluh": (40, 21), **dict.fromkeys(("kedua-belas", "ketiga-belas", "keempat-belas", "kelima-belas", "keenam-belas"), (100, 100)), **dict.fromkeys(("kedua", "ketiga", "keempat", "kelima", "keenam", "kesembilan", "kesepuluh"), (60, 60))}


@pytest.mark.parametrize(("root", "forms"), [
    ("pukul", "pukul dipukul memukul memukuli pemukulan pukulannya mukulin terpukul"),
    ("tampar", "ditampar menampar nampar ditamparnya"),
    ("hajar", "menghajar dihajar"),
    ("setubuh", "menyetubuhi disetubuhi persetubuhan bersetubuh"),
    ("renggut", "merenggut direnggut terenggut"),
    ("ikat", "mengikat diikat"),
])
def test_every_form_of_a_root_is_recognised(root, forms):
    assert [form for form in forms.split() if not re.fullmatch(inflected(root), form)] == []


@pytest.mark.parametrize("word", ["pukulanmu-pukul x", "dipukulxx", "akul"])
def test_no_other_word_is_a_form(word):
    assert not re.fullmatch(inflected("pukul"), word)


def test_a_part_that_a_rule_names_is_spelled_out():
    role = WordRole(id="korban", arti="Orang yang disakiti.", kata=["anak asuh"])
    rule = WordRule(id="a", jenis="b", pola=["<korban> nakal"], alasan="c", ganti="d", tingkat="galat", sumber=["e"])
    site = Site(word_rules=(rule,), word_roles=(role,))
    assert [found.words for found in broken_rules("Katanya anak asuhnya nakal.", site.spoken_rules)] == ["anak asuhnya nakal"]


@pytest.mark.parametrize("sentence", [sentence for sentence, label in LABELLED if label == "tegur"])
def test_what_should_be_told_is_told_and_blocks_nothing(sentence):
    assert tones(sentence) == {Tone.WARN}


def test_every_rule_is_broken_by_a_sentence_of_the_corpus():
    fresh = [sentence for families in FRESH.values() for family in families.values() for sentence in family["blok"]]
    broken = {found.rule.id for sentence in [*(sentence for sentence, _ in LABELLED), *fresh] for found in broken_rules(sentence, rules())}
    assert {rule.id for rule in rules()} - broken == set()


def test_a_rule_that_is_taken_away_is_missed():
    without = tuple(rule for rule in rules() if rule.id != "janji-aman")
    assert [found.rule.id for found in broken_rules("Visum pasti gratis di sini.", rules())] == ["janji-aman"]
    assert list(broken_rules("Visum pasti gratis di sini.", without)) == []


def test_a_myth_and_a_quotation_are_not_the_voice_of_the_page():
    assert without_quotes("Jangan bilang “salahmu sendiri” kepadanya.") == "Jangan bilang                   kepadanya."
    myth = "**Mitos:** Suka sama suka. **Fakta:** Anak tidak bisa setuju."
    assert without_quotes(myth) == " " * 27 + "**Fakta:** Anak tidak bisa setuju."
    table = "| Mitos | Fakta |\n|---|---|\n| Salah sendiri | Bukan salah Anda |"
    assert "Salah sendiri" not in without_quotes(table) and "Bukan salah Anda" in without_quotes(table)


def test_a_child_cannot_be_named_even_in_a_quotation():
    said = "“Korban AS (14), siswi SMPN 3, warga Kelurahan Air Kuti,” kata guru itu."
    assert [found.rule.id for found in broken_rules(said, rules())][0] == "inisial-anak"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Datang ke Jl. Garuda No. 5. Bawa KTP.", ["Datang ke Jl. Garuda No. 5.", "Bawa KTP."]),
        ("Buka pukul 08.00 sampai 16.00. Tutup hari libur.", ["Buka pukul 08.00 sampai 16.00.", "Tutup hari libur."]),
        ("Anda aman? Bila tidak, pergi!", ["Anda aman?", "Bila tidak, pergi!"]),
        ("Undang-undang menyebut empat bentuk {{ sumber: a }}:", ["Undang-undang menyebut empat bentuk {{ sumber: a }}:"]),
        ("Ia bernama Dr. Siti, S.H., M.H. dan bekerja di sini.", ["Ia bernama Dr. Siti, S.H., M.H. dan bekerja di sini."]),
        ("Bawa KTP, KK, dsb. Lalu datang.", ["Bawa KTP, KK, dsb.", "Lalu datang."]),
        ("Bawa KTP, KK, dll. ke kantor pada tgl. 5 Mei.", ["Bawa KTP, KK, dll. ke kantor pada tgl. 5 Mei."]),
        ("Baca [visum. Apa itu?](../panduan/visum.md) Lalu datang.", ["Baca [visum. Apa itu?](../panduan/visum.md) Lalu datang."]),
        ("Menunggu ... lama. Katanya (Jangan takut!) lalu ia pergi.", ["Menunggu ... lama.", "Katanya (Jangan takut!) lalu ia pergi."]),
        ("1. Datang. 2. Tanya.", ["1. Datang.", "2. Tanya."]),
        ("Datang.Lalu pulang. Buka www.contoh.go.id dulu.", ["Datang.", "Lalu pulang.", "Buka www.contoh.go.id dulu."]),
    ],
)
def test_a_sentence_ends_where_a_reader_breathes(text, sentences):
    assert [sentence for _, sentence in split_sentences(text)] == sentences


def test_a_contact_counts_as_one_word_and_a_source_mark_as_none():
    assert len(words("Hubungi {{ hotline: sapa-129 }} hari ini {{ sumber: uu-tpks-pasal-41 }}.")) == 4
    assert words("1. Baca [cara melapor](cara-melapor.md)") == ["Baca", "cara", "melapor"]
    assert words("Baca [visum][v] di&nbsp;sini.") == ["Baca", "visum", "di", "sini."]


@pytest.mark.parametrize(("word", "heavy"), [("pertanggungjawaban", True), ("menyelenggarakan", True), ("kekerasan", False), ("perlindungan", False), ("DP3APM", False)])
def test_a_heavy_word_has_six_syllables(word, heavy):
    assert is_heavy(word) is heavy
