"""Python and the browser read every word alike, and answer every query alike."""

import alat_cari
from alat_cari import ask_node, data, queries, search
from conftest import needs_node

from site_src.search.documents import documents
from site_src.search.fold import fold
from site_src.model import Ledger

FORMS = ("me{}", "mem{}", "men{}", "meng{}", "meny{}", "di{}", "ber{}", "ter{}", "pe{}", "pem{}", "pen{}", "peng{}", "se{}", "ke{}an", "pe{}an", "pem{}an", "di{}kan", "di{}i", "me{}kan",
         "meng{}i", "nge{}", "ng{}", "di{}in", "{}in", "{}an", "{}nya", "{}ku", "{}nyo", "di{}ke", "{}lah", "memper{}kan", "diper{}i")


@needs_node
def test_every_word_of_pages_and_lexicon_has_one_stem(folder):
    texts = [text for document in documents(Ledger(alat_cari.site(), alat_cari.TODAY)) for text in (document.title, *document.names, *document.phrases, *document.sentences)]
    words = sorted({token for text in texts for token in fold(text)} | set(data()["akar"]) | {part for form in search().words.map for part in form.split(" ")} | set(data()["pengecualian"]))
    assert len(words) > 5000
    assert ask_node(folder, words=words)["words"] == [search().words.stem(word) for word in words]


@needs_node
def test_thirty_thousand_affixed_forms_have_one_stem(folder):
    roots = [root for root in data()["akar"] if root.isalpha()]
    forms = sorted({form.format(part) for form in FORMS for root in roots for part in (root, root[1:]) if len(part) > 2})
    assert len(forms) >= 30_000
    assert ask_node(folder, words=forms)["words"] == [search().words.stem(form) for form in forms]


@needs_node
def test_every_phrase_is_read_alike(folder):
    phrases = sorted({phrase for document in documents(Ledger(alat_cari.site(), alat_cari.TODAY)) for phrase in (*document.phrases, *document.names)}
                     | {member.replace("+", " ") for _, members, _ in data()["konsep"] for member in members})
    assert ask_node(folder, phrases=phrases)["phrases"] == [search().words.analyse(phrase) for phrase in phrases]


@needs_node
def test_every_query_is_answered_alike(folder):
    asked = [query["q"] for name in ("pertanyaan", "pertanyaan-luas", "pertanyaan-uji") for query in queries(name)]
    asked += [text[: len(text) // 2] for text in asked[::3]] + ["", "😢", "ÉMÉRGENCY", "112", "tooolooong", "gara2", "laki-laki", "e-ktp", "don't"]
    assert ask_node(folder, queries=asked)["queries"] == [alat_cari.as_rows(search(), text) for text in asked]


@needs_node
def test_a_keystroke_is_answered_at_once(folder):
    """3 ms is the promise on a quiet machine (docs/search.md); the bound here leaves room for a busy one."""
    times = ask_node(folder, typing=[query["q"] for query in queries("pertanyaan-uji")])["typing"]
    assert times["p95"] <= 15, times
