"""“Sedang buka” says what ``opening-hours-py`` says on ordinary days, and on holidays what the ministers' decrees allow, whatever the phone's zone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date, datetime, timedelta, timezone
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest
from opening_hours import OpeningHours, State

from site_src.load import load_site
from site_src.model import HolidayKind
from site_src.model.opening import for_machine, never_closes
from site_src.pages import open_now

ROOT = Path(__file__).resolve().parent.parent
COUNT = ROOT / "site_src" / "assets" / "buka" / "hitung.js"
PAGE = ROOT / "site_src" / "assets" / "buka" / "buka.js"
TODAY = date(2026, 11, 23)
QUARTERS = 2 * 365 * 96
ODD = ["24/7", '24/7 "lewat telepon"', "Mo-Fr 09:00-16:00", "Mo-Fr 09:00-16:00; PH off", "Mo-Th 08:00-12:00,13:00-16:00; Fr 07:30-11:00", "Mo-Su 20:00-04:00",
       "Fr 22:00-26:00", "Mo-Fr 08:00+", "Sa[1] 09:00-11:00", "Th[-1] 13:00-15:00", "Mo-Fr sunrise-sunset", "Mo-Fr 08:00-sunset", "PH 08:00-10:00", "PH off",
       "Mo-Fr 08:00-16:00; SH off", "Jan-Mar Mo-Fr 08:00-12:00", "Dec 24-26 off", "Mo-Fr 08:00-16:00; Dec 25 off", 'Mo-Fr 08:00-16:00; Sa "dengan janji"',
       'Mo-Fr 08:00-16:00 || "hubungi lewat telepon"', "Sa unknown", "Mo-Fr 08:35-16:05 unknown", "Mo-Sa 08:00-14:00; Su off", "Mo-Fr 00:00-24:00; PH 10:00-12:00", "off"]
ZONES = ["Asia/Jakarta", "America/New_York", "Pacific/Kiritimati"]
JUDGE = "(text, from, count) => { const hours = jamBuka(text); let said = ''; for (let i = 0; i < count; i++) said += hours.state(from + i * 900000); return said; }"
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node tidak terpasang")


def wib(*moment: int) -> int:
    """Milliseconds since 1970 of a moment on the city's clock."""
    return int(datetime(*moment, tzinfo=timezone(timedelta(hours=7))).timestamp() * 1000)


@cache
def city():
    return load_site(ROOT).site


def compact(spec: str, today: date) -> str | None:
    return open_now.compact(spec, today, city().calendar)


def kind(day: date) -> HolidayKind | None:
    return city().calendar[day.year].get(day)


@cache
def truth(spec: str) -> str:
    """What the library says on days that are, and follow, ordinary ones; ``?`` on the others, and ``u`` where no decree reaches."""
    without, with_schools = OpeningHours(for_machine(spec)), OpeningHours(for_machine(spec.replace("SH", "Mo-Su")))
    letters = {State.OPEN: "b", State.CLOSED: "c", State.UNKNOWN: "u"}
    said = []
    for number in range(QUARTERS):
        moment = datetime(2026, 11, 23) + timedelta(minutes=15 * number)
        day = moment.date()
        if never_closes(spec):
            said.append("b")
        elif day.year not in city().calendar:
            said.append("u")
        elif kind(day) or kind(day - timedelta(1)):
            said.append("?")
        else:
            one, other = (letters[hours.state(moment)[0]] for hours in (without, with_schools))
            said.append(one if one == other else "u")
    return "".join(said)


def agrees(said: str, spec: str) -> bool:
    return len(said) == QUARTERS and all(other in ("?", one) for one, other in zip(said, truth(spec)))


def recorded() -> list[str]:
    site = city()
    return sorted({hours.spec for owner in (*site.hotlines, *site.services) for hours in (owner.hours, *(channel.hours for channel in owner.channels)) if hours})


@needs_node
@pytest.mark.parametrize("zone", ZONES[:2])
def test_odd_hours_agree_at_every_quarter_hour_of_two_years(zone):
    asked = [compact(spec, TODAY) for spec in ODD]
    script = f"{COUNT.read_text()}; const judge = {JUDGE}; console.log(JSON.stringify({json.dumps(asked)}.map(text => judge(text, {wib(2026, 11, 23)}, {QUARTERS}))))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True, env={"TZ": zone, "PATH": str(Path(shutil.which("node")).parent)})
    wrong = {spec: next(number for number, (one, other) in enumerate(zip(said, truth(spec))) if one != other)
             for spec, said in zip(ODD, json.loads(done.stdout)) if not agrees(said, spec)}
    assert wrong == {}


@pytest.mark.parametrize("zone", ZONES)
def test_every_record_and_every_odd_hour_agrees_in_the_real_browser(zone, browser):
    specs = sorted({*recorded(), *ODD})
    assert recorded()
    page = browser.new_page(timezone_id=zone)
    page.set_content("<p></p>")
    page.add_script_tag(content=COUNT.read_text())
    for spec in specs:
        assert agrees(page.evaluate(f"([text, from, count]) => ({JUDGE})(text, from, count)", [compact(spec, TODAY), wib(2026, 11, 23), QUARTERS]), spec), spec
    page.close()


WEEK = "Mo-Fr 08:00-16:00; PH off"
SAID = [
    (WEEK, (2026, 11, 23, 7, 59), "c", "Sedang tutup, buka lagi 08.00"),
    (WEEK, (2026, 11, 23, 8, 0), "b", "Sedang buka, sampai 16.00"),
    (WEEK, (2026, 11, 20, 16, 0), "c", "Sedang tutup, buka lagi Senin 08.00"),
    (WEEK, (2026, 12, 24, 9, 0), "u", "Sekarang: tidak diketahui"),
    (WEEK, (2026, 12, 25, 9, 0), "c", "Sedang tutup, buka lagi Senin 08.00"),
    (WEEK, (2027, 3, 10, 9, 0), "c", "Sedang tutup, buka lagi Selasa 08.00"),
    ("Mo-Fr 08:00-16:00", (2027, 3, 10, 9, 0), "u", "Sekarang: tidak diketahui"),
    ("24/7", (2027, 3, 10, 9, 0), "b", "Sedang buka"),
    ("24/7", (2028, 7, 1, 9, 0), "b", "Sedang buka"),
    (WEEK, (2028, 1, 3, 9, 0), "u", "Sekarang: tidak diketahui"),
    ("Th[-1] 13:00-15:00", (2026, 11, 26, 15, 0), "c", "Sedang tutup, buka lagi Kamis 31 Desember 13.00"),
    ("24/7", (2026, 11, 23, 3, 0), "b", "Sedang buka"),
    ("Sa unknown", (2026, 11, 28, 3, 0), "u", "Sekarang: tidak diketahui"),
    (WEEK, (2025, 12, 31, 23, 59), "u", "Sekarang: tidak diketahui"),
]


@pytest.mark.parametrize(("spec", "moment", "state", "words"), SAID)
def test_the_state_and_the_next_opening_are_said(spec, moment, state, words, browser):
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.set_fixed_time(wib(*moment) / 1000)
    page.set_content(f'<p>Jam: <span class="buka" data-buka="{compact(spec, TODAY)}">Jam menurut WIB</span></p>')
    page.add_script_tag(content=COUNT.read_text())
    page.add_script_tag(content=PAGE.read_text())
    place = page.locator(".buka")
    assert (place.text_content(), place.get_attribute("class")) == (words, f"buka buka-{state}")
    context.close()


def test_an_open_page_follows_the_clock(browser):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=wib(2026, 11, 23, 15, 59) / 1000)
    page.set_content(f'<span class="buka" data-buka="{compact(WEEK, TODAY)}"></span>')
    page.add_script_tag(content=COUNT.read_text())
    page.add_script_tag(content=PAGE.read_text())
    before = page.locator(".buka").text_content()
    page.clock.run_for(120_000)
    assert (before, page.locator(".buka").text_content()) == ("Sedang buka, sampai 16.00", "Sedang tutup, buka lagi Selasa 08.00")
    context.close()


def test_nothing_is_said_of_hours_nobody_knows():
    assert (compact("tidak diketahui", TODAY), compact("Senin 08:00", TODAY)) == (None, None)


def at(spec: str, *moment: int) -> str:
    """The letter that the bytes give for one moment, read here as the page reads them."""
    first, length, patterns, usual, *odd = (compact(spec, TODAY) or "").split(" ")
    number = (datetime(*moment).date() - date.fromisoformat(first)).days
    assert number < int(length)
    pairs = [pair.split(":") for pair in odd]
    days = accumulate(int(further) for further, _ in pairs)
    which = dict(zip(days, (pattern for _, pattern in pairs))).get(number, usual[datetime(*moment).weekday()])
    day = patterns.split("/")[open_now.DIGITS.index(which)]
    minute = moment[3] * 60 + (moment[4] if len(moment) > 4 else 0)
    return [letter for start, letter in re.findall(r"(\d+)([bcu])", day) if int(start) <= minute][-1]


DECREED = [(2026, 17, 8), (2027, 18, 8)]


@pytest.mark.parametrize(("year", "national", "shared"), DECREED)
def test_a_decree_is_there_in_full(year, national, shared):
    kinds = list(city().calendar[year].values())
    assert (kinds.count(HolidayKind.NATIONAL), kinds.count(HolidayKind.SHARED)) == (national, shared)


MOVABLE = [(2026, 3, 19), (2026, 3, 21), (2026, 3, 22), (2026, 5, 27), (2026, 5, 31), (2026, 6, 16), (2026, 8, 25), (2027, 1, 5), (2027, 2, 6), (2027, 3, 8), (2027, 3, 10), (2027, 5, 17), (2027, 5, 20)]


@pytest.mark.parametrize("day", MOVABLE)
def test_holidays_that_the_library_does_not_know_are_holidays(day):
    assert OpeningHours("PH 08:00-10:00", country="ID").state(datetime(*day, 9))[0] == State.CLOSED
    assert [at(spec, *day, 9) for spec in ("Mo-Su 08:00-16:00; PH off", "PH 08:00-10:00", "PH,Mo-Fr 08:00-16:00", "Mo-Su 08:00-16:00", "24/7")] == ["c", "b", "b", "u", "b"]


@pytest.mark.parametrize("day", [(2026, 3, 20), (2026, 12, 24), (2027, 3, 12), (2027, 5, 19)])
def test_on_a_shared_leave_nobody_knows_who_is_there(day):
    assert [at(spec, *day, 9) for spec in ("Mo-Fr 08:00-16:00; PH off", "Mo-Fr 08:00-16:00", "PH 08:00-10:00", "24/7")] == ["u", "u", "u", "b"]
    assert at("Mo-Fr 08:00-16:00; PH off", *day, 18) == "c"


@pytest.mark.parametrize("spec", [spec for spec in [*ODD, *recorded()] if not never_closes(spec) and compact(spec, TODAY)])
def test_no_decreed_day_is_ever_called_open_unless_the_rule_says_so(spec):
    days = [day for year in city().calendar.values() for day, what in year.items() if what is HolidayKind.NATIONAL]
    called = {hour for day in days for hour in range(24) if at(spec, day.year, day.month, day.day, hour) == "b"}
    promised = {"PH 08:00-10:00": {8, 9}, "Mo-Fr 00:00-24:00; PH 10:00-12:00": {10, 11}}
    # What is left of the night before a holiday was begun on an ordinary day.
    nights = {"Mo-Su 20:00-04:00": {0, 1, 2, 3}, "Fr 22:00-26:00": {0, 1}}
    assert called <= promised.get(spec, nights.get(spec, set()))


def test_a_remark_without_hours_promises_nothing():
    assert [at(spec, 2026, 11, 28, 10) for spec in ('Mo-Fr 08:00-16:00; Sa "dengan janji"', 'Mo-Fr 08:00-16:00 || "hubungi lewat telepon"', 'Sa 08:00-12:00 "dengan janji"')] == ["u", "u", "b"]


def test_a_night_that_a_holiday_closed_does_not_run_on():
    assert [at("Mo-Su 20:00-04:00; PH off", *moment) for moment in ((2026, 8, 25, 21), (2026, 8, 26, 2), (2026, 8, 26, 21), (2026, 8, 27, 2))] == ["c", "c", "b", "b"]


def test_without_a_decree_only_what_never_closes_is_judged():
    assert [open_now.compact(spec, TODAY, {}) for spec in (WEEK, "Mo-Fr 08:00-16:00", "24/7", 'Mo-Su 00:00-24:00 "lewat telepon"')] == [None, None, "2026-01-01 1096 0b 0000000", "2026-01-01 1096 0b 0000000"]


def test_a_week_and_two_years_of_holidays_are_few_bytes():
    assert compact("24/7", TODAY) == "2026-01-01 1096 0b 0000000"
    assert len(compact(WEEK, TODAY)) < 300
