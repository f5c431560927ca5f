"""“Buka sekarang” says what ``opening-hours-py`` says, at every quarter hour of two years, whatever the phone's zone."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from opening_hours import OpeningHours, State

from site_src.load import load_site
from site_src.pages.open_now import compact

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
def truth(spec: str) -> str:
    hours, first = OpeningHours(spec, country="ID"), datetime(2026, 11, 23)
    letters = {State.OPEN: "b", State.CLOSED: "c", State.UNKNOWN: "u"}
    return "".join(letters[hours.state(first + timedelta(minutes=15 * number))[0]] for number in range(QUARTERS))


def recorded() -> list[str]:
    site = load_site(ROOT).site
    return sorted({hours.spec for owner in (*site.hotlines, *site.services) for hours in (owner.hours, *(channel.hours for channel in owner.channels)) if hours})


@needs_node
@pytest.mark.parametrize("zone", ZONES[:2])
def test_odd_hours_agree_at_every_quarter_hour_of_two_years(zone):
    asked = [compact(spec, TODAY) for spec in ODD]
    script = f"{COUNT.read_text()}; const judge = {JUDGE}; console.log(JSON.stringify({json.dumps(asked)}.map(text => judge(text, {wib(2026, 11, 23)}, {QUARTERS}))))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True, env={"TZ": zone, "PATH": str(Path(shutil.which("node")).parent)})
    wrong = {spec: next(number for number, (one, other) in enumerate(zip(said, truth(spec))) if one != other)
             for spec, said in zip(ODD, json.loads(done.stdout)) if said != truth(spec)}
    assert wrong == {}


@pytest.mark.parametrize("zone", ZONES)
def test_every_record_agrees_in_the_real_browser(zone, browser):
    specs = recorded()
    assert specs
    page = browser.new_page(timezone_id=zone)
    page.set_content("<p></p>")
    page.add_script_tag(content=COUNT.read_text())
    for spec in specs:
        assert page.evaluate(f"([text, from, count]) => ({JUDGE})(text, from, count)", [compact(spec, TODAY), wib(2026, 11, 23), QUARTERS]) == truth(spec), spec
    page.close()


WEEK = "Mo-Fr 08:00-16:00; PH off"
SAID = [
    (WEEK, (2026, 11, 23, 7, 59), "c", "Tutup sekarang, buka lagi 08.00"),
    (WEEK, (2026, 11, 23, 8, 0), "b", "Buka sekarang, sampai 16.00"),
    (WEEK, (2026, 11, 20, 16, 0), "c", "Tutup sekarang, buka lagi Senin 08.00"),
    (WEEK, (2026, 12, 24, 17, 0), "c", "Tutup sekarang, buka lagi Senin 08.00"),
    ("Th[-1] 13:00-15:00", (2026, 11, 26, 15, 0), "c", "Tutup sekarang, buka lagi Kamis 31 Desember 13.00"),
    ("24/7", (2026, 11, 23, 3, 0), "b", "Buka sekarang"),
    ("Sa unknown", (2026, 11, 28, 3, 0), "u", "Sekarang: tidak diketahui"),
    (WEEK, (2029, 1, 1, 0, 0), "u", "Sekarang: tidak diketahui"),
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
    assert (before, page.locator(".buka").text_content()) == ("Buka sekarang, sampai 16.00", "Tutup sekarang, buka lagi Selasa 08.00")
    context.close()


def test_nothing_is_said_of_hours_nobody_knows():
    assert (compact("tidak diketahui", TODAY), compact("Senin 08:00", TODAY)) == (None, None)


def test_a_week_and_three_years_of_holidays_are_few_bytes():
    assert compact("24/7", TODAY) == "2026-01-01 1096 0b 0000000"
    assert len(compact(WEEK, TODAY)) < 200
