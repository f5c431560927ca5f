"""A day is understood as people in an office write it, and only when it can be but one day."""

from __future__ import annotations

from datetime import date

import pytest

from site_src.model.written_day import written_day

TODAY = date(2026, 11, 28)
MEANT = date(2026, 11, 27)


@pytest.mark.parametrize("text", ["2026-11-27", "2026/11/27", "27/11/2026", "27-11-2026", "27.11.2026", "27 November 2026", "27 nov 2026", "27-Nov-2026", "Jumat, 27 November 2026", " Kemarin "])
def test_one_day_written_in_many_ways(text):
    assert written_day(text, TODAY) == MEANT


@pytest.mark.parametrize("text", ["", "27 November", "27/11", "27/11/26", "31/11/2026", "27/13/2026", "27 abc 2026", "11/27/2026", "minggu lalu", "2026"])
def test_what_is_no_one_day(text):
    assert written_day(text, TODAY) is None


def test_a_word_needs_a_today():
    assert (written_day("hari ini", TODAY), written_day("hari ini")) == (TODAY, None)
