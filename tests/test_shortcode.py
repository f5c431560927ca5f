"""How prose names a record."""

import pytest

from site_src.model import ANY_BRACES, Shortcode, shortcodes


@pytest.mark.parametrize("text", ["{{ hotline: sapa-129 }}", "{{hotline:sapa-129}}", "{{  hotline :  sapa-129  }}", "{{ hotline: sapa-129}}"])
def test_spaces_inside_do_not_matter(text):
    assert list(shortcodes(text)) == [Shortcode("hotline", "sapa-129", 0, len(text), True)]


def test_one_that_fills_its_line_stands_alone():
    text = "Hubungi:\n\n  {{ hotline: a }}  \n\natau {{ layanan: b }}."
    assert [(code.name, code.alone) for code in shortcodes(text)] == [("a", True), ("b", False)]


def test_two_on_one_line_are_both_in_a_sentence():
    assert [code.alone for code in shortcodes("{{ hotline: a }} {{ hotline: b }}")] == [False, False]


def test_offsets_cut_exactly_the_braces_out():
    text = "Dalam bahaya {{ hotline: polisi-110 }} atau {{ sumber: uu }}."
    assert [text[code.start : code.end] for code in shortcodes(text)] == ["{{ hotline: polisi-110 }}", "{{ sumber: uu }}"]


def test_an_unknown_kind_and_a_missing_name_are_handed_to_the_check():
    assert [(code.kind, code.name) for code in shortcodes("{{ hotlin: a }} {{ hotline: }} {{ hotline }}")] == [("hotlin", "a"), ("hotline", ""), ("hotline", "")]


@pytest.mark.parametrize("text", ["{ hotline: a }", "{{ hotline: a b }}", "{{ hotline: a", "{{ }}", "{{ hotline: {a} }}", "{% hotline: a %}"])
def test_what_is_no_shortcode_is_not_read_as_one(text):
    assert list(shortcodes(text)) == []


@pytest.mark.parametrize("text", ["{{ hotline: a }}", "{{ rusak", "{% include x %}", "{{ a b c }}"])
def test_every_double_brace_is_found_even_when_broken(text):
    assert [match[0] for match in ANY_BRACES.finditer(f"Halo\n{text}\nlagi")] == [text]
