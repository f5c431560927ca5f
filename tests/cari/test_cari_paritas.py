"""Python and the browser read every word alike, and answer every query alike."""

import alat_cari
import pytest
from alat_cari import ask_node, data, mistyped, needs_node, queries, search
from lunr.index import Index

from site_src.search.documents import documents
from site_src.model import Ledger
from site_src.search.fold import fold
from site_src.search.index import similarities

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
    asked = [query["q"] for name in alat_cari.SETS for query in queries(name)]
    asked += [mistyped(text, 1) for text in asked]
    asked += [text[: len(text) // 2] for text in asked[::3]] + ["", "😢", "ÉMÉRGENCY", "112", "tooolooong", "gara2", "laki-laki", "e-ktp", "don't"]
    assert ask_node(folder, queries=asked)["queries"] == [alat_cari.as_rows(search(), text) for text in asked]


@needs_node
def test_the_scores_are_those_of_lunr(folder):
    """The index is lunr's: Python's lunr and lunr.js 2.3.9 read it too, and score every document as both engines do."""
    packed = data()["indeks"]
    asked = []
    for query in queries("pertanyaan-uji"):
        terms = {token: 0.5 if token.startswith("@") else 1.0 for token in search().words.analyse(query["q"])}
        asked.append([(term, boost) for term, boost in terms.items() if term in search().postings])
    asked = [terms for terms in asked if terms]
    program = alat_cari.HERE / "lunr" / "lunr-2.3.9.min.js"
    index = alat_cari.for_lunr(packed)
    said = ask_node(folder, lunr={"program": str(program), "index": index, "asked": asked})
    loaded = Index.load(index)
    for terms, by_lunr, by_us in zip(asked, said["lunr"], said["ours"], strict=True):
        ours, _ = similarities(search().postings, dict(terms))
        python_lunr = loaded.create_query()
        for term, boost in terms:
            python_lunr.term(term, boost=boost, use_pipeline=False)
        assert {int(hit["ref"]): hit["score"] for hit in loaded.query(python_lunr)} == pytest.approx(ours, abs=1e-6)
        assert dict(by_lunr) == pytest.approx(ours, abs=1e-6)
        assert dict(by_us) == pytest.approx(ours, abs=1e-9)
        assert all(ours[above] >= ours[below] - 1e-6 for (above, _), (below, _) in zip(by_lunr, by_lunr[1:])), "lunr.js ranks alike"


@needs_node
def test_a_keystroke_is_answered_at_once(folder):
    """95 of 100 keystrokes take at most 3 ms in Node (docs/search.md has the measured time)."""
    times = ask_node(folder, typing=[query["q"] for query in queries("pertanyaan-uji")])["typing"]
    assert times["p95"] <= 3, times
