"""How well search answers: floors that only rise, and every step earns its place."""

import copy

import alat_cari
import pytest
from alat_cari import mistyped, queries, score, search, thinned

from site_src.model import Ledger
from site_src.search.fold import fold
from site_src.search.index import search_data
from site_src.search.query import Search

FLOORS = {
    "pertanyaan": (0.97, 0.99, 0.98),
    "pertanyaan-luas": (0.955, 0.985, 0.97),
    "pertanyaan-uji": (0.87, 0.955, 0.915),
    "pertanyaan-uji-kedua": (0.94, 0.985, 0.96),
    "pertanyaan-uji-ketiga": (0.935, 0.99, 0.96),
    "pertanyaan-uji-keempat": (0.875, 0.975, 0.92),
    "pertanyaan-uji-kelima": (0.895, 0.98, 0.935),
}
"""success@1, success@3, MRR that each set of queries must reach. Raise them; never lower them."""
SLIPS = 0.92
"""success@3 of the same queries with slips of the thumb in seven words of ten."""
KIND_FLOORS = {"dialect": 0.85, "english": 0.9, "typo": 0.92, "colloquial": 0.92}


@pytest.mark.parametrize("name", FLOORS)
def test_search_answers_at_least_as_well_as_before(name):
    found = score(search(), queries(name))
    one, three, mean = found["semua"][1:]
    assert (one >= FLOORS[name][0], three >= FLOORS[name][1], mean >= FLOORS[name][2]) == (True, True, True), found["semua"]
    assert found["kosong"] == 0


@pytest.mark.parametrize(("kind", "floor"), KIND_FLOORS.items())
def test_every_way_of_typing_finds_help(kind, floor):
    asked = [query for name in FLOORS for query in queries(name) if query["kind"] == kind]
    assert score(search(), asked)["semua"][2] >= floor


def test_an_emergency_shows_a_number_and_calm_questions_do_not():
    found = score(search(), [query for name in FLOORS for query in queries(name)])
    assert found["darurat"][1] >= 0.9
    assert found["alarm"][1] <= 0.05


def test_losing_a_third_of_the_lexicon_costs_little():
    """30 % of roots, forms and concept members deleted at random."""
    asked = queries("pertanyaan")
    whole = score(search(), asked)["semua"][2]
    left = [score(Search(search_data(Ledger(thinned(alat_cari.site(), 0.3, seed), alat_cari.TODAY))), asked)["semua"][2] for seed in (1, 2, 3)]
    assert whole - sum(left) / len(left) <= 0.08


def test_without_concepts_search_answers_worse():
    """Guards the step itself: were it to stop working, the floors above would have to fall."""
    poorer = copy.copy(search())
    poorer.words = copy.copy(poorer.words)
    poorer.words._runs, poorer.words._pairs = {}, {}
    asked = queries("pertanyaan-luas")
    assert score(poorer, asked)["semua"][1] < FLOORS["pertanyaan-luas"][0]


def test_without_typo_repair_mistyped_words_are_lost():
    poorer = copy.copy(search())
    poorer.repair = type("Nothing", (), {"read": staticmethod(lambda word, last=False: None)})()
    asked = [query for name in FLOORS for query in queries(name) if query["kind"] == "typo"]
    assert score(poorer, asked)["semua"][2] < KIND_FLOORS["typo"]


def test_slips_of_the_thumb_cost_little():
    """Every query but the English ones and bare names, mistyped twice by chance: more slips than people make, and never tuned for one by one."""
    asked = [{**query, "q": mistyped(query["q"], seed)} for seed in (1, 2) for name in FLOORS for query in queries(name) if query["kind"] not in ("entity", "english")]
    found = score(search(), asked)
    assert (found["semua"][2] >= SLIPS, found["kosong"]) == (True, 0), found["semua"]


@pytest.mark.parametrize(("typed", "meant"), [("gugt", "gugat"), ("crai", "cerai"), ("prempuan", "perempuan"), ("mnyerhkn", "menyerahkan"), ("kekreasan", "kekerasan")])
def test_a_lost_vowel_or_a_key_beside_is_nearer_than_another_word(typed, meant):
    assert search().repair._slipped(typed).said == meant


def test_results_carry_at_most_three_needs_and_five_services():
    rows = [row for query in queries("pertanyaan") for row in alat_cari.as_rows(search(), query["q"])]
    assert {"url", "topics", "entities", "title"} == set(rows[0])
    assert max(len(row["topics"]) for row in rows) <= 3
    assert max(len(row["entities"]) for row in rows) <= 5
    assert all(len(alat_cari.as_rows(search(), query["q"])) <= 10 for query in queries("pertanyaan"))


@pytest.mark.parametrize("text", ["", "   ", "?!", "😢😢", "xqzvkw", "12345", "yang di ke dari", ":~^+*", "a" * 200])
def test_the_answer_is_never_empty(text):
    assert alat_cari.as_rows(search(), text)[0]["url"] == "darurat/"


def test_what_hurts_is_not_said_back():
    assert "bunuh" not in search().find("pengen ngilang aja dari dunia").shown_for


def test_what_was_understood_is_said():
    assert search().find("komnas prempuan").shown_for == "komnas perempuan"


@pytest.mark.parametrize(("begun", "topic"), [("pengac", "bantuan-hukum"), ("psikol", "kesehatan-jiwa"), ("narko", "napza"), ("disabil", "disabilitas"), ("trauma kare", "kesehatan-jiwa")])
def test_a_word_is_completed_while_it_is_typed(begun, topic):
    slot = search().find(begun).slots[-1]
    assert slot.said.startswith(slot.typed) and slot.said != slot.typed
    assert topic in alat_cari.as_rows(search(), begun)[0]["topics"]


@pytest.mark.parametrize(("joined", "said"), [("suamipukul", "suami pukul"), ("anakhilang", "anak hilang"), ("rumahaman", "rumah aman"), ("kantorpolisi", "kantor polisi")])
def test_two_words_typed_as_one_are_parted(joined, said):
    assert search().find(joined).shown_for == said


def test_affixes_come_off_a_word_nobody_listed():
    """Snowball, when no known root is inside."""
    forms = ("mengzumbakan", "dizumbakan", "zumbakan", "zumba")
    assert search().words.known("zumba") == "" and {search().words.stem(form) for form in forms} == {"zumba"}


@pytest.mark.parametrize("word", ["tidak", "orang", "menyuruh", "disuruh", "dikasih", "bilangnya"])
def test_words_that_mean_little_alone_are_never_searched_alone(word):
    (slot,) = search().find(f"{word} psikolog").slots[:1]
    assert slot.light and not {"tidak", "orang", "suruh", "kasih", "beri", "bilang"} & set(search().postings)


def test_a_page_that_carries_the_service_named_stands_higher():
    answer = search().find("penerjemah bahasa isyarat di kantor polisi")
    named = {slug for slug, _, _ in answer.entities}
    spoken, unspoken = (dict(search()._scores(list(answer.slots), answer.concepts, entities)) for entities in (list(answer.entities), []))
    carries = [position for position in spoken if named & set(search().documents[position][5])]
    assert carries and all(spoken[position] > 1.2 * unspoken[position] for position in carries)


@pytest.mark.parametrize(("urgent", "calm"), [("ancam bunuh", "hukuman mengancam bunuh"), ("bunuh diri", "cara mencegah bunuh diri"), ("bawa senjata tajam", "pasal membawa senjata tajam"),
                                              ("kebakaran", "latihan menghadapi kebakaran"), ("disekap", "dampak penyekapan")])
def test_who_asks_about_a_danger_gets_no_alarm(urgent, calm):
    assert (search().find(urgent).emergency != "", search().find(calm).emergency) == (True, "")


def test_what_is_typed_is_folded_first():
    assert fold("Tooolooong!! gara2 laki-laki, e-KTP; don't ÉMÉ 112") == ["tolong", "gara", "lakilaki", "ektp", "dont", "eme", "112"]


@pytest.mark.parametrize("text", ["buat kk bru", "bru pindah sekolah"])
def test_a_guess_further_off_raises_no_alarm(text):
    """*bru* is first of all *baru*; that it might be *kebakaran*, too, is a guess."""
    answer = search().find(text)
    assert answer.emergency == "" and len(next(slot for slot in answer.slots if slot.typed == "bru").readings) > 1


def test_a_short_root_is_not_seen_inside_a_slip():
    assert "nik" not in [stem for stem, _ in search().repair.read("pernikhan").readings]
