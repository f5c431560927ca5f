"""No held number leaves the house, however it is written."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from building import TODAY

from site_src import cli
from site_src.bundle import folder
from site_src.bundle.held import held_in, withheld_in
from site_src.bundle.pack import Built, make
from site_src.leaks import scan_folder, secrets_of
from site_src.load import load_site
from site_src.model import Edition, Ledger

# The tiny city holds the SMS number 0812-0000-0130 and the code 117, and knows 0812-0000-0404 as somebody else's.
FORMS = ["0812-0000-0130", "081200000130", "+62 812 0000 0130", "62 (0) 812.0000.0130", "0062 812 0000 0130", "812 0000 0130", "0812–0000–0130", "0812 0000 0130",
         "tel%3A0812%2D0000%2D0130", "0&#56;12-0000-0130", "０８１２０００００１３０", "0812\u200b00000130", "0812<b>0000</b>0130", "\\u0030812-0000-0130",
         "https://wa.me/6281200000130", "0812-0000-0404"]


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize("name", ["a.html", "a.json", "a.js", "a.vcf"])
def test_a_held_number_is_found_in_any_form_and_any_file(built, name, text):
    assert [problem.code for problem in held_in(name, f"x {text} y".encode(), built.ledger)] == ["nomor-ditahan-tampil"]


@pytest.mark.parametrize(("name", "text"), [("a.html", "<p>Telepon 117</p>"), ("a.json", '"tel:117"'), ("a.vcf", "TEL;TYPE=VOICE:117\r\n"), ("081200000130.txt", "")])
def test_a_held_short_code_is_found_where_it_is_dialled_or_read_and_a_number_in_a_name_too(built, name, text):
    assert len(list(held_in(name, text.encode(), built.ledger))) == 1


@pytest.mark.parametrize(("name", "text"), [("a.css", "width:117px"), ("a.js", "[1,117,3]"), ("a.html", "<p>Pasal 117</p><style>b{width:117px}</style><td>1</td><td>17</td>"),
                                            ("a.html", "0812-0000-01301 dan 10812-0000-0130"), ("a.html", "0812-0000-0129")])
def test_digits_that_are_no_held_number_pass(built, name, text):
    assert list(held_in(name, text.encode(), built.ledger)) == []


def test_a_zip_is_opened(built):
    raw = folder.zipped({"dalam/a.txt": b"0812 0000 0130"}, built.ledger.today)
    assert [problem.place.path for problem in held_in("x.zip", raw, built.ledger)] == ["dist/x.zip/info-warga/dalam/a.txt"]


def test_a_release_also_holds_back_what_was_not_tested(built):
    assert list(held_in("a.html", b"Hubungi 129", built.ledger)) == []
    release = Ledger(built.ledger.site, built.ledger.today, Edition.RELEASE)
    assert len(list(held_in("a.html", b"Hubungi 129", release))) == 1
    assert list(held_in("a.html", b"Hubungi SAPA129", release)) == []
    assert len(list(held_in("a.html", b"Hubungi Pusat117", release))) == 1


def test_nothing_withheld_stands_in_any_pack(packed, built):
    secrets = secrets_of(built.ledger)
    assert secrets.phrases and secrets.digits and secrets.short
    assert {path.suffix for path in (packed / "dist").rglob("*.*")} >= {".zip", ".html", ".vcf", ".json"}
    assert list(scan_folder(packed / "dist", secrets)) == []


def test_nothing_withheld_stands_in_the_packs_of_the_real_city(built):
    site = load_site(Path(__file__).resolve().parents[2]).site
    for edition in Edition:
        ledger = Ledger(site, built.ledger.today, edition)
        made = make(Built(ledger, {}), ("single", "vcard"))
        assert len(made) >= 1
        assert [problem for problem in withheld_in(made, ledger)] == []


def typeset(text: str) -> bytes:
    """A PDF with compressed text, as a typesetter writes it."""
    packed = zlib.compress(f"BT ({text}) Tj ET".encode())
    return b"%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n" + packed + b"\nendstream endobj\n%%EOF"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kartu.pdf", typeset("Telepon 0812-0000-0130"), "bocor-nomor"),
        ("kartu.pdf", typeset("Datang ke Jl. Kamboja No. 12"), "bocor-alamat"),
        ("poster.txt", b"https://maps.app.goo.gl/AbC123", "bocor-tautan-peta"),
        ("dalam.zip", folder.zipped({"peta.txt": b"-3.29876, 102.86123"}, TODAY), "bocor-koordinat"),
    ],
)
def test_what_another_part_put_into_dist_is_refused_with_its_place(own, capsys, name, content, code):
    (own / "dist" / name).write_bytes(content)
    assert cli.main(["pack", "manifest", "--root", str(own), "--tanggal", str(TODAY)]) == 1
    assert f"dist/{name}: galat {code}" in capsys.readouterr().err
