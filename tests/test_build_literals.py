"""Looking for words first finds exactly what trying every pattern finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from site_src.checks import CHECKS
from site_src.checks.assertions import KINDS
from site_src.checks.literals import may_match, needed, pieces
from site_src.load import load_site

RULES = load_site(Path(__file__).parent.parent).site.spoken_rules
PATTERNS = [(re.compile(pattern.replace(" ", r"\s+"), 0 if rule.case else re.IGNORECASE),) for rule in RULES for pattern in (*rule.patterns, *rule.unless)]
PATTERNS += [(pattern,) for kind in KINDS for pattern in kind.patterns]


def test_every_kind_of_assertion_is_among_the_patterns():
    assert len(CHECKS) > 60 and len(KINDS) == 4


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bdia\s+pantas\b", ("pantas",)),
        (r"(?:suka|mau)\s+sama\s+suka", ("sama",)),
        (r"gagal|menolak", ("gagal", "menolak")),
        (r"(?:sangat\s+)?malu", ("malu",)),
        (r"[Aa]ib", ("ib",)),
        (r"\d+", tuple("0123456789")),
        (r"\D+", ("",)),
        (r"(?=pasti)\w+", ("",)),
        (r"ya{2,3}", ("y",)),
        (r"salah(?:nya)?", ("salah",)),
        (r"x*|y", ("",)),
    ],
)
def test_a_pattern_needs_these_words(pattern, expected):
    assert pieces((re.compile(pattern),)) == expected


def test_a_word_in_capitals_is_found_where_case_does_not_count():
    patterns = (re.compile("AIB keluarga", re.IGNORECASE),)
    assert may_match(patterns, "ini Aib Keluarga", "ini aib keluarga")
    assert not may_match((re.compile("AIB"),), "ini aib", "ini aib")


LATIN_DIGITS = some.characters(codec="utf-8", exclude_categories=["Nd"], include_characters="0123456789")
"""Digits of other scripts are not asked for."""


@settings(max_examples=30, deadline=None)
@given(some.data())
def test_no_text_that_a_rule_matches_is_passed_over(data):
    patterns = data.draw(some.sampled_from(PATTERNS))
    text = data.draw(some.from_regex(patterns[0], alphabet=LATIN_DIGITS))
    assert may_match(patterns, text, text.casefold())
    folded = text.casefold() if patterns[0].flags & re.IGNORECASE else text
    assert all(any(piece in folded for piece in those) for those in needed(patterns[0]))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bpukul\w*\b[^.]{0,20}\b(?:karena|sebab)\b", ({"pukul"}, {"karena", "sebab"})),
        (r"(?:sangat\s+)?malu", ({"malu"},)),
        (r"ia\s+(?:kalap|emosi)", ({"kalap", "emosi"},)),
        (r"(?:tidak\s+patuh|kurang\s+peka)", ({"patuh", "peka"},)),
        (r"\d+", (set("0123456789"),)),
        (r"[\d.]+", ({""},)),
    ],
)
def test_a_text_needs_one_word_of_each_part(pattern, expected):
    assert set(needed(re.compile(pattern))) == {frozenset(one) for one in expected}
