"""Links carry exactly the digits of the data, and addresses stay relative."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from site_src.load import load_site
from site_src.model import Channel, Policy, Status, international, newest_date, page_url, relative
from site_src.model.ledger import standing

CITY = Path(__file__).parent / "city"
TODAY = date(2026, 11, 23)
SOURCE = {"url": "https://contoh.go.id/", "dibaca": "2026-11-20", "resmi": "ya"}


def channel(kind, **more):
    return Channel.model_validate({"jenis": kind, "sumber": [SOURCE], **more})


@pytest.mark.parametrize("typed, href", [
    ("110", "tel:110"), ("129", "tel:129"), ("1708", "tel:1708"), ("14045", "tel:14045"), ("1500-771", "tel:1500771"),
    ("(0733) 451604", "tel:0733451604"), ("0733-451604", "tel:0733451604"), ("0812 0000 0001", "tel:081200000001"),
    ("+62 812-0000-0001", "tel:+6281200000001"), ("0800-1-000-000", "tel:08001000000"),
])
def test_a_tap_dials_the_digits_that_were_typed(typed, href):
    assert channel("telepon", nomor=typed).href == href


@pytest.mark.parametrize("typed", ["0812-0000-0001", "+62 812 0000 0001", "62 812-0000-0001"])
def test_whatsapp_takes_62_in_place_of_the_first_zero(typed):
    assert channel("whatsapp", nomor=typed).href == "https://wa.me/6281200000001"


@pytest.mark.parametrize("typed, href", [("1708", "sms:1708"), ("0812-0000-0001", "sms:081200000001")])
def test_sms_keeps_the_digits_too(typed, href):
    assert channel("sms", nomor=typed).href == href


@pytest.mark.parametrize("code", ["110", "112", "119", "129", "1708", "14045"])
def test_a_short_code_never_gets_a_country_code(code):
    one = channel("telepon", nomor=code)
    assert one.is_short_code
    assert international(one.digits) == code
    assert one.href == f"tel:{code}"


@pytest.mark.parametrize("typed", ["0733-451604", "0110", "+62110", "12", "123456"])
def test_other_numbers_are_no_short_codes(typed):
    assert channel("telepon", nomor=typed).is_short_code is False


@pytest.mark.parametrize("kind, address, href", [
    ("web", "https://contoh.go.id/lapor", "https://contoh.go.id/lapor"), ("web", "contoh.go.id/lapor", "https://contoh.go.id/lapor"),
    ("surel", "lapor@contoh.go.id", "mailto:lapor@contoh.go.id"), ("datang", "Jl. Melati", None), ("aplikasi", "Aplikasi Contoh", None),
])
def test_an_address_opens_what_it_names(kind, address, href):
    assert channel(kind, alamat=address).href == href


@pytest.mark.parametrize("kind, more, said", [
    ("telepon", {}, "kanal telepon perlu “nomor”"), ("telepon", {"alamat": "x"}, "kanal telepon perlu “nomor”"),
    ("surel", {"nomor": "110"}, "kanal surel perlu “alamat”"), ("web", {"alamat": "x.id", "nomor": "110"}, "kanal web memakai “alamat”, bukan “nomor”"),
])
def test_a_channel_has_what_its_kind_needs(kind, more, said):
    with pytest.raises(ValidationError, match=said):
        channel(kind, **more)


def policy():
    return load_site(CITY).site.policy


def test_the_status_of_a_day_follows_from_the_evidence():
    def on(day, **more):
        return standing(channel("telepon", nomor="0733-451604", **more), policy(), day).status

    test = {"tanggal": "2026-11-21", "operator": "Seluler Contoh", "hasil": "tersambung", "oleh": "petugas"}
    assert on(TODAY) is Status.SOURCED
    assert on(TODAY, uji=[test]) is Status.TESTED
    assert on(date(2027, 5, 20), uji=[test]) in (Status.TESTED, Status.DUE)
    assert on(date(2027, 5, 21), uji=[test]) is Status.OVERDUE
    assert on(date(2027, 11, 21)) is Status.OVERDUE
    assert on(TODAY, uji=[test], tahan="Belum pasti.") is Status.HELD
    assert on(TODAY, uji=[{**test, "hasil": "nomor mati"}]) is Status.HELD
    assert on(TODAY, uji=[{**test, "hasil": "salah alamat"}]) is Status.HELD


def test_a_mobile_number_ages_twice_as_fast_as_a_landline():
    assert isinstance(policy(), Policy)
    assert (policy().ages.mobile_test, policy().ages.landline_test) == (90, 180)


def test_the_newest_date_of_the_tiny_city_is_its_last_call():
    assert newest_date(load_site(CITY).site) == date(2026, 11, 21)


def test_records_are_frozen_and_know_their_places():
    service = load_site(CITY).site.service["klinik"]
    with pytest.raises(ValidationError):
        service.name = "Lain"
    assert str(service.at("kanal", 0, "nomor")) == "content/layanan/klinik.md:36:12"
    assert str(service.at("tidak", "ada")) == "content/layanan/klinik.md:2:1"


@pytest.mark.parametrize("path, url", [("index.md", ""), ("topik/index.md", "topik/"), ("topik/kdrt.md", "topik/kdrt/"), ("404.md", "404/")])
def test_a_file_has_one_address(path, url):
    assert page_url(path) == url


@pytest.mark.parametrize("here, there, link", [
    ("", "topik/kdrt/", "topik/kdrt/"), ("topik/kdrt/", "", "../../"), ("topik/kdrt/", "topik/visum/", "../visum/"),
    ("topik/kdrt/", "hotline/sapa-129/#jam", "../../hotline/sapa-129/#jam"), ("topik/", "topik/", "./"), ("topik/kdrt/", "tel:110", "tel:110"),
    ("a/b/", "https://contoh.go.id/x", "https://contoh.go.id/x"), ("a/", "#isi", "#isi"),
])
def test_links_are_relative_so_that_the_site_works_from_a_stick(here, there, link):
    assert relative(here, there) == link
