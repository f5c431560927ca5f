"""What the ledger knows, the reader sees."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from kota import DAY_0, HOTLINES, SOURCES, TESTED, hotlines, load_city

from site_src.model import Edition
from site_src.pages import pages


def built(site, days=0, edition=Edition.PREVIEW):
    return {page.path: page for page in pages(site, DAY_0 + timedelta(days=days), edition)}


@pytest.mark.parametrize(
    ("days", "proof"),
    [
        (0, "Teruji 1\u00a0Januari\u00a02026 ·"),
        (89, '<strong class="kanal-status">Jatuh tempo.</strong> Teruji 1\u00a0Januari\u00a02026; sudah waktunya diuji lagi ·'),
        (181, '<strong class="kanal-status">Lewat masa.</strong> Uji terakhir 1\u00a0Januari\u00a02026, sudah terlalu lama ·'),
        (366, '<strong class="kanal-status">Lewat masa.</strong> Uji terakhir 1\u00a0Januari\u00a02026, sudah terlalu lama ·'),
    ],
)
def test_a_card_says_how_fresh_its_number_is(city, days, proof):
    assert f'<small class="kanal-bukti">{proof}' in built(city, days)["layanan/uptd.md"].body


def test_the_box_says_that_nobody_called_only_while_that_is_so(tmp_path):
    called, uncalled = (load_city(tmp_path / name, hotlines=text) for name, text in (("a", HOTLINES), ("b", HOTLINES.replace(TESTED, "[]"))))
    pages = [built(site, days)["topik/kdrt.md"].body for site, days in ((called, 0), (called, 181), (uncalled, 0))]
    assert [re.findall(r'<p class="bahaya-uji">(.*?)</p>', body) for body in pages] == [
        ["Nomor ini sudah diuji telepon."],
        ["Sebagian nomor ini perlu diuji telepon; lihat keterangan di tiap hotline."],
        ["Nomor ini dari sumber tertulis dan belum kami coba telepon."],
    ]


def test_an_expired_service_stands_behind_a_national_line(city):
    fresh, expired = (built(city, days)["layanan/uptd.md"].body for days in (0, 100))
    assert "Hubungi dulu" not in fresh
    assert expired.index('href="tel:110"') < expired.index("wa.me/6281255500123")


def test_an_expired_hotline_goes_behind_fresh_ones_on_a_need(tmp_path):
    old = hotlines(TESTED.replace("2026-01-01", "2025-06-01"), SOURCES.replace("2026-01-01", "2025-06-01"))
    # Its WhatsApp number expires as well; police were called on the first day.
    site = load_city(tmp_path, hotlines=old)
    order = [built(site, days)["topik/kdrt.md"].body for days in (0, 100)]
    assert [body.index('id="kontak-polisi"') < body.index('id="kontak-sapa"') for body in order] == [False, True]


def test_a_number_that_rang_at_somebody_elses_is_gone_everywhere(tmp_path):
    site = load_city(tmp_path, hotlines=hotlines(TESTED.replace("tersambung", "salah alamat")))
    assert "tel:129" not in "".join(page.body for page in built(site).values())


def rivals(page):
    return page.body.partition("<summary>Nomor lain yang mungkin Anda lihat</summary>")[2].partition("</details>")[0]


def test_the_page_shows_the_dial_string_and_names_its_rival_without_a_link(city):
    section = rivals(built(city)["hotline/sapa.md"])
    assert "Yang kami pakai: <strong>129</strong>" in section
    assert "Bukan <s>021-129</s>: Standar layanan menulis nomor pendek tanpa awalan. Terlihat di salinan.example.org." in section
    assert "href" not in section


def test_a_rival_known_to_be_wrong_is_described_and_never_written(city):
    page = built(city)["hotline/sapa.md"]
    assert "Angka lain, yang tidak kami tulis supaya tidak terhubungi: Kurang satu angka." in rivals(page)
    assert not re.search(r"0811[- ]?129[- ]?129", page.body)


def test_a_rival_that_reaches_another_service_is_not_written(tmp_path):
    site = load_city(tmp_path, hotlines=HOTLINES.replace('nilai: "021-129"', 'nilai: "0812 5550 0123"'))
    assert "5550" not in rivals(built(site)["hotline/sapa.md"])


def test_a_release_leaves_out_what_was_not_tested(tmp_path):
    site = load_city(tmp_path, hotlines=hotlines("[]"))
    whole = "".join(page.body for page in built(site, edition=Edition.RELEASE).values())
    assert "tel:110" in whole
    assert "tel:129" not in whole
