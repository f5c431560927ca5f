"""Status is derived from evidence, policy and the day, and nobody can type it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from kota import DAY_0, call, channel, ledger, policy, source

from site_src.model import Edition, Ledger, Status, registrable_host, standing

MOBILE = {"jenis": "whatsapp", "nomor": "0812-5550-0123"}


def on_day(days, **given):
    return standing(channel(**given), policy(), DAY_0 + timedelta(days=days))


@pytest.mark.parametrize(
    ("kind", "days", "status"),
    [
        ({}, 0, Status.TESTED), ({}, 89, Status.TESTED), ({}, 166, Status.TESTED), ({}, 167, Status.DUE), ({}, 180, Status.DUE),
        ({}, 181, Status.OVERDUE), ({}, 366, Status.OVERDUE),
        (MOBILE, 0, Status.TESTED), (MOBILE, 76, Status.TESTED), (MOBILE, 77, Status.DUE), (MOBILE, 89, Status.DUE), (MOBILE, 90, Status.DUE),
        (MOBILE, 91, Status.OVERDUE), (MOBILE, 181, Status.OVERDUE), (MOBILE, 366, Status.OVERDUE),
    ],
)
def test_a_test_ages_and_a_mobile_number_sooner(kind, days, status):
    assert on_day(days, uji=[call()], **kind).status is status


@pytest.mark.parametrize(("days", "status"), [(0, Status.SOURCED), (181, Status.SOURCED), (352, Status.DUE), (365, Status.DUE), (366, Status.OVERDUE)])
def test_a_source_ages_without_ever_being_a_test(days, status):
    found = on_day(days)
    assert (found.status, found.tested) == (status, False)


def test_a_page_read_after_an_expired_call_is_newer_evidence():
    fresh = [source("https://a.example.com/1", "2026-06-01"), source("https://b.example.net/2")]
    assert on_day(200, uji=[call()], sumber=fresh).status is Status.SOURCED


def test_a_test_from_tomorrow_does_not_count_today():
    assert on_day(0, uji=[call(day="2026-01-02")]).status is Status.SOURCED


@pytest.mark.parametrize(
    ("sources", "reason"),
    [
        ([source("https://a.example.com/1")], "baru 1 sumber mandiri"),
        ([source("https://jabar.kabar.com/1"), source("https://www.kabar.com/2"), source("http://kabar.com/3")], "baru 1 sumber mandiri"),
        ([source("https://m.kabar.co.id/1"), source("https://kabar.co.id/2")], "baru 1 sumber mandiri"),
    ],
)
def test_an_untested_number_with_too_few_independent_sources_is_held_by_policy(sources, reason):
    found = on_day(0, sumber=sources)
    assert found.status is Status.HELD
    assert reason in found.reason


@pytest.mark.parametrize(
    "sources",
    [
        [source("https://satu.co.id/1"), source("https://dua.co.id/2")],
        [source("https://dinas.contoh.go.id/1", official="ya")],
    ],
)
def test_two_owners_or_one_official_page_are_enough(sources):
    assert on_day(0, sumber=sources).status is Status.SOURCED


def test_an_answered_call_outweighs_a_lack_of_sources():
    assert on_day(0, sumber=[source("https://a.example.com/1")], uji=[call()]).status is Status.TESTED


@pytest.mark.parametrize("result", ["nomor mati", "salah alamat"])
def test_a_failed_call_holds_the_number_however_well_it_is_sourced(result):
    found = on_day(10, uji=[call(day="2026-01-01"), call(result, "2026-01-05")])
    assert found.status is Status.HELD
    assert result in found.reason


def test_an_unanswered_call_makes_the_next_one_due_but_the_number_stays_tested():
    found = on_day(10, uji=[call(), call("tidak dijawab", "2026-01-05")])
    assert (found.status, found.tested) == (Status.DUE, True)


def test_a_short_code_dead_from_one_operator_only_says_so():
    found = on_day(10, uji=[call(), call("nomor mati", "2026-01-05", "Indosat")])
    assert found.status is Status.TESTED
    assert [test.operator for test in found.silent] == ["Indosat"]


def test_a_number_that_an_operator_lost_is_as_old_as_the_answer_of_another():
    tests = [call(day="2026-01-01", operator="Indosat"), call(day="2026-05-01"), call("nomor mati", "2026-05-05")]
    assert (on_day(130, uji=tests).answered.operator, on_day(130, uji=tests).until) == ("Indosat", date(2026, 6, 30))


@pytest.mark.parametrize(("days", "status"), [(180, Status.DUE), (181, Status.HELD), (366, Status.HELD)])
def test_an_answer_that_has_expired_proves_nothing_against_a_dead_line(days, status):
    tests = [call(day="2026-01-01", operator="Indosat"), call("nomor mati", "2026-06-20")]
    assert on_day(days, uji=tests).status is status


@pytest.mark.parametrize(("number", "days", "status"), [("0800-1000-123", 100, Status.TESTED), ("0812-5550-0123", 100, Status.OVERDUE), ("+62812-5550-0123", 100, Status.OVERDUE), ("0733-451604", 100, Status.TESTED)])
def test_a_toll_free_number_ages_like_a_land_line(number, days, status):
    assert on_day(days, nomor=number, uji=[call()]).status is status


def test_a_wrong_party_is_forgiven_only_by_a_later_answer():
    wrong = call("salah alamat", "2026-01-05")
    assert on_day(10, uji=[wrong, call(day="2026-01-06")]).status is Status.TESTED
    assert on_day(10, uji=[wrong, call(day="2026-01-05", operator="XL")]).status is Status.HELD


def test_a_typed_hold_wins_over_every_evidence():
    assert on_day(0, uji=[call()], tahan="Diminta pemiliknya.").reason == "Diminta pemiliknya."


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://jabar.antaranews.com/berita/1", "antaranews.com"), ("https://m.tempo.co/x", "tempo.co"), ("https://www.kontan.co.id", "kontan.co.id"),
        ("https://a.b.sch.id/x", "b.sch.id"), ("https://dinkes.sumselprov.go.id", "sumselprov.go.id"), ("era.id", "era.id"),
    ],
)
def test_pages_of_one_owner_are_one_voice(url, owner):
    assert registrable_host(url) == owner


def test_a_release_shows_only_what_was_tested_within_policy(city):
    day = date(2026, 5, 1)
    preview, release = Ledger(city, day), Ledger(city, day, Edition.RELEASE)
    numbers = [[channel.number for channel in book.shown(city.hotline["sapa"])] for book in (preview, release)]
    assert numbers == [["129", "08111-129-129"], ["129"]]
    assert release.withheld_digits == {"628111129129", "6281255500123"}


def test_fresh_channels_stand_first(city):
    assert [channel.number for channel in ledger(city, 85).shown(city.hotline["sapa"])] == ["129", "08111-129-129"]
    assert [channel.number for channel in ledger(city, 175).shown(city.service["uptd"])] == ["0812-5550-0123"]
    assert ledger(city, 175).is_expired(city.service["uptd"])
