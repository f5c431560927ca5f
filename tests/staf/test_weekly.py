"""The week's issue: true, short enough, silent about held numbers, and one."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from building import CITY, HOME, TODAY
from test_card_comment import Hub, hub  # noqa: F401

from site_src.github import LONGEST, GitHub, Refused
from site_src.links.judge import Verdict
from site_src.links.report import Finding
from site_src.load import load_site
from site_src.model import NUMBERED, Ledger, Status
from site_src.problems import Place
from site_src.weekly import LABEL, TITLE, body_of, keep_issue
from site_src.redact import without_held


def ledger(root=CITY, day=TODAY):
    return Ledger(load_site(root).site, day)


def digits(text):
    return re.sub(r"\D", "", text)


@pytest.mark.parametrize("root", [CITY, HOME], ids=["kota kecil", "kota ini"])
def test_no_held_number_in_any_spelling(root):
    found = ledger(root)
    held = [channel.digits for _, _, channel in found.site.contacts() if channel.kind in NUMBERED and found.standing(channel).status is Status.HELD]
    assert held
    findings = [Finding(f"https://contoh.id/{number}", Verdict.DEAD, "404", (Place("hotlines.yaml", 1, 1),)) for number in held]
    body = body_of(found, findings)
    lines = [digits(re.sub(r"\d{4}-\d{2}-\d{2}", "", line)) for line in body.splitlines()]
    assert [number for number in held if len(number) > 5 and any(number.removeprefix("62").removeprefix("0") in line for line in lines)] == []
    assert [number for number in held if re.search(rf"(?<![\d/-]){number}(?!\d)(?! (?:nomor|lagi|dari))", re.sub(r"\(\d+\)|–\d+|\d+–", "", body)) and len(number) <= 5] == []
    assert body.count("(alamat di berkas)") == len(findings)


def test_a_number_in_a_question_is_taken_out_and_a_shown_one_stays():
    found = ledger()
    shown = next(channel for _, channel in found.shown_contacts() if channel.kind == "whatsapp")
    held = next(channel for _, _, channel in found.site.contacts() if channel.kind in NUMBERED and found.standing(channel).status is Status.HELD)
    said = without_held(f"Benarkah {held.number} atau {shown.number}? Dibaca 2026-11-23, pukul 08.", found)
    assert said == f"Benarkah (nomor di berkas) atau {shown.number}? Dibaca 2026-11-23, pukul 08."


def test_every_part_is_there_and_follows_the_day():
    found = ledger()
    body = body_of(found, [Finding("https://mati.contoh.id/", Verdict.DEAD, "404", (Place("hotlines.yaml", 7, 3),)), Finding("https://hidup.contoh.id/", Verdict.ALIVE, "", (Place("a", 1, 1),))])
    assert re.search(r"^## Telepon \([1-9]", body, re.MULTILINE) and "`python3 scripts/uji.py " in body
    assert "- [ ] Mati: `https://mati.contoh.id/` (`hotlines.yaml:7:3`)" in body and "hidup.contoh.id" not in body
    assert "## Tinjauan (0)" in body and "## Jam gelap (0)" in body
    later = body_of(ledger(day=TODAY + timedelta(days=400)))
    assert re.search(r"^## Tinjauan \([1-9]", later, re.MULTILINE) and "lewat sejak" in later and "Belum ditanyai" in later
    assert re.search(r"^## Jam gelap \([1-9]\d*\)$", later, re.MULTILINE) and re.search(r"^- Kekerasan di rumah untuk .*: setiap saat$", later, re.MULTILINE)


def test_an_issue_form_that_is_behind_is_said_only_when_it_is():
    assert "scripts/docs.py" not in body_of(ledger()) and "scripts/docs.py" in body_of(ledger(), stale_form=True).splitlines()[-1]


def test_a_large_city_is_cut_at_whole_lines_and_says_how_much_is_left_out():
    site = load_site(CITY).site
    many = replace(site, hotlines=tuple(one.model_copy(update={"id": f"h{place}", "name": f"Hotline {'x' * 60}"}) for place in range(600) for one in site.hotlines if not any(channel.tests for channel in one.channels)))
    body = body_of(Ledger(many, TODAY), [Finding(f"https://contoh.id/{'y' * 200}/{chr(97 + place % 26)}", Verdict.DEAD, "404", (Place("a", 1, 1),)) for place in range(900)])
    assert len(body.encode()) < 65_536 and len(body) < LONGEST + 2_000
    assert body.count("… dan ") >= 2 and all(line.count("`") % 2 == 0 for line in body.splitlines())


def test_the_issue_is_opened_once_and_then_kept(hub):  # noqa: F811
    there = GitHub(f"http://127.0.0.1:{hub.server_port}", "kota/situs", "rahasia")
    hub.comments += [{"id": 1, "number": 1, "user": {"login": "orang"}, "body": body_of(ledger())}]
    assert keep_issue(there, body_of(ledger())) == "issue 2 dibuka"
    assert hub.comments[1]["title"] == TITLE and hub.comments[1]["labels"] == [LABEL]
    assert keep_issue(there, body_of(ledger())) == "issue 2 sudah sama"
    later = body_of(ledger(day=TODAY + timedelta(days=7)))
    assert keep_issue(there, later) == "issue 2 diperbarui"
    assert hub.comments[1]["body"] == later and len(hub.comments) == 2
    hub.refuse = 403
    with pytest.raises(Refused, match="403"):
        keep_issue(there, later)


def test_the_command_prints_and_needs_a_token_only_to_write():
    done = subprocess.run([sys.executable, "-c", "import sys; from pathlib import Path; from site_src.weekly.command import main; raise SystemExit(main(sys.argv[1:], Path('tests/city'), {}))", "--tanggal", str(TODAY)],
                          cwd=HOME, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, body_of(ledger()))
    done = subprocess.run([sys.executable, "-c", "import sys; from pathlib import Path; from site_src.weekly.command import main; raise SystemExit(main(sys.argv[1:], Path('tests/city'), {}))", "--kirim"],
                          cwd=HOME, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2 and "GITHUB_REPOSITORY" in done.stderr
