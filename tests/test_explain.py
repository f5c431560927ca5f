"""pydantic's errors in the words of staff."""

import pytest
from pydantic import ValidationError

from site_src.explain import example_of, field_at, known_keys, problems_of, slugify
from site_src.model import Hotline, OpenService, Topic
from site_src.problems import Positions, maybe_you_meant

GOOD = {"slug": "klinik", "nama": "Klinik", "sektor": "kesehatan", "ringkas": "Merawat luka.", "sumber": [{"url": "https://contoh.go.id/", "dibaca": "2026-11-20"}]}


def said(model, data):
    """``(code, message, remedy)`` of everything a record says when it is read."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [(one.code, one.message, one.remedy) for one in problems_of(caught.value, model, Positions("x.md"))]


@pytest.mark.parametrize("typed, meant", [("ringkass", "ringkas"), ("Nama", "nama"), ("kanall", "kanal"), ("langka", "langkah"), ("yang_di_bawa", "yang_dibawa"), ("alamt", "alamat")])
def test_an_unknown_key_names_the_nearest(typed, meant):
    [(code, message, remedy)] = said(OpenService, {**GOOD, typed: "x"})
    assert (code, message) == ("kunci-tidak-dikenal", f"Isian “{typed}” tidak dikenal di sini.")
    assert remedy.startswith("Maksud Anda ") and f"“{meant}”" in remedy


def test_a_key_like_no_other_lists_those_that_are_known_and_hides_what_the_file_name_gives():
    [(_, _, remedy)] = said(OpenService, {**GOOD, "zzz": "x"})
    assert remedy.startswith("Isian yang dikenal: nama, singkatan, nama_lain, sektor, ")
    assert "slug" not in remedy and "body" not in remedy


@pytest.mark.parametrize("typed, hint", [("kesehatann", "Maksud Anda “kesehatan”?"), ("Kepolisian", "Maksud Anda “kepolisian”?"), ("xyz", "Pilihannya: pemerintah, kepolisian, kesehatan, hukum, pendidikan, masyarakat.")])
def test_a_choice_that_does_not_exist_names_the_nearest_and_all(typed, hint):
    [(code, message, remedy)] = said(OpenService, {**GOOD, "sektor": typed})
    assert (code, message) == ("pilihan-tidak-dikenal", f"“{typed}” bukan pilihan untuk “sektor”.")
    assert remedy.startswith(hint)
    assert remedy.endswith("Pilihannya: pemerintah, kepolisian, kesehatan, hukum, pendidikan, masyarakat.")


def test_several_wrong_values_are_all_said():
    assert [code for code, _, _ in said(OpenService, {"slug": "a", "nama": "", "sektor": "x", "sumber": "y"})] == ["kosong", "pilihan-tidak-dikenal", "wajib-diisi", "bentuk-salah"]


def test_a_list_with_a_wrong_entry_is_not_also_too_short():
    assert [code for code, _, _ in said(OpenService, {**GOOD, "sumber": [{"url": "x", "dibaca": "2026-11-20"}]})] == ["alamat-web-salah"]


@pytest.mark.parametrize("known, word, hint", [
    (["kdrt", "visum"], "kdr", "Maksud Anda “kdrt”?"), (["Contoh Utara", "Lain"], "contoh utara", "Maksud Anda “Contoh Utara”?"),
    (["sapa-129", "sapa-119"], "sapa129", "Maksud Anda “sapa-129” atau “sapa-119”?"), (["kdrt"], "zzzz", ""), ([], "kdrt", ""), (["kdrt"], "", ""),
])
def test_near_words_are_offered_and_far_ones_are_not(known, word, hint):
    assert maybe_you_meant(word, known) == hint


@pytest.mark.parametrize("text, slug", [("Air Kuti!", "air-kuti"), ("Kafé", "kafe"), ("  a__b  ", "a-b"), ("🙂", ""), ("x" * 99, "x" * 60), ("Jum’at", "jum-at")])
def test_a_slug_is_made_from_anything(text, slug):
    assert slugify(text) == slug


def test_examples_are_right_lines_with_quotes_where_yaml_needs_them():
    assert example_of("nomor", field_at(OpenService, ("kanal", 0, "nomor"))) == 'nomor: "0733-000066"'
    assert example_of("dibaca", field_at(OpenService, ("sumber", 0, "dibaca"))) == "dibaca: 2026-11-23"
    assert example_of("sektor", field_at(OpenService, ("sektor",))) == "sektor: kesehatan"
    assert example_of("untuk", field_at(Hotline, ("untuk",))) == "untuk: [umum]"


def test_fields_are_found_by_the_keys_staff_type():
    assert field_at(Topic, ("ditinjau", "oleh")).title == "Peran peninjau"
    assert field_at(Topic, ("tidak", "ada")) is None
    assert known_keys(Topic, ("ditinjau",)) == ["tanggal", "oleh"]


def test_every_example_in_the_model_is_accepted_by_the_model():
    refused = []
    for model in (OpenService, Hotline, Topic):
        for key, info in model.model_fields.items():
            name = info.alias or key
            for example in info.examples or ():
                try:
                    model.model_validate({name: [example] if "tuple" in str(info.annotation) else example})
                except ValidationError as error:
                    refused += [(model.__name__, item["loc"], item["type"]) for item in error.errors() if item["loc"][:1] == (name,)]
    assert refused == []
