"""The page, the data file and the call sheet tell the same story on every day."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from kota import DAY_0, ledger, load_city

from site_src.calls import as_data
from site_src.exports import exports
from site_src.model.before_contact import Question
from site_src.pages import pages

STATUSES = {
    0: {"110": "teruji", "129": "teruji", "08111-129-129": "teruji", "0812-5550-0123": "teruji", "(021) 5550199": "ditahan"},
    89: {"110": "teruji", "129": "teruji", "08111-129-129": "jatuh tempo", "0812-5550-0123": "jatuh tempo", "(021) 5550199": "ditahan"},
    181: {"110": "lewat", "129": "lewat", "08111-129-129": "lewat", "0812-5550-0123": "lewat", "(021) 5550199": "ditahan"},
    366: {"110": "lewat", "129": "lewat", "08111-129-129": "lewat", "0812-5550-0123": "lewat", "(021) 5550199": "ditahan"},
}


@pytest.mark.parametrize("days", STATUSES)
def test_page_data_and_call_sheet_agree(tmp_path, days):
    site, expected = load_city(tmp_path), STATUSES[days]
    shown = {number: status for number, status in expected.items() if status != "ditahan"}
    book = ledger(site, days)
    body = {page.path: page.body for page in pages(site, DAY_0 + timedelta(days=days))}
    cards = "".join(body[path] for path in ("hotline/polisi.md", "hotline/sapa.md", "layanan/uptd.md"))
    on_page = dict(reversed(row) for row in re.findall(r'<li class="kanal kanal-\w+ status-([\w-]+)">.*?<span class="kanal-angka">(.*?)</span>', cards))
    assert {number: status.replace("-", " ") for number, status in on_page.items()} == shown
    data = json.loads(exports(book)["data/kontak.json"])
    assert {channel["nomor"]: channel["status"] for owner in data["kontak"] for channel in owner["kanal"]} == shown
    assert {call["tujuan"]: call["status"] for call in as_data(book)["panggilan"]} == {number: status for number, status in expected.items() if status != "teruji"}


def test_the_data_file_has_stable_keys_and_no_secret(tmp_path):
    data = json.loads(exports(ledger(load_city(tmp_path)))["data/kontak.json"])
    assert list(data) == ["versi", "edisi", "per", "data_terbaru", "kota", "lisensi", "kontak"]
    sapa = data["kontak"][1]
    assert [line["tanya"] for line in sapa["kanal"][0].pop("sebelum_menghubungi")] == [str(question) for question in Question]
    assert sapa["kanal"][0] == {
        "jenis": "telepon", "nomor": "129", "ekstensi": None, "tautan": "tel:129", "status": "teruji", "teruji": "2026-01-01", "berlaku_sampai": "2026-06-30",
        "jam": "Mo-Fr 08:00-16:00; PH off", "biaya": None,
        "sumber": [{"url": "https://kabar.example.com/a", "dibaca": "2026-01-01", "resmi": False}, {"url": "https://warta.example.net/b", "dibaca": "2026-01-01", "resmi": False}],
    }
    text = json.dumps(data, ensure_ascii=False)
    assert "5550199" not in text
    assert "belum mengangkat" not in text
    assert "petugas piket" not in text
