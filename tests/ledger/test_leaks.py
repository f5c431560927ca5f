"""A place that must stay secret does not get out, in whatever kind of file somebody puts it."""

from __future__ import annotations

import base64
import io
import json
import random
import struct
import zipfile
import zlib
from html import escape
from urllib.parse import quote

import pytest
from kota import HOTLINES, SERVICE, SOURCES, ledger, load_city, with_engine, write_city

from site_src import cli
from site_src.leaks import places_in, scan_bytes, scan_folder, scan_page, secrets_of, strict_places_in
from site_src.load import load_site
from site_src.model import SafeHouse
from site_src.packed_text import packed

HELD = SERVICE.replace("  kecamatan: Utara\n", '  kecamatan: Utara\n  patokan: dekat pohon beringin tua\n  tahan: "Diminta pemiliknya."\n').replace(
    "Siapa yang piket malam?", "Benarkah pintu belakang dibuka untuk ibu yang membawa anak kecil?").replace(
    "oleh: petugas piket}", 'oleh: petugas piket, catatan: "Dijawab suami ibu kos yang tinggal di lantai dua."}').replace(
    f"sumber: {SOURCES}\nperlu", 'sumber: [{url: "https://kabar.example.com/a", dibaca: 2026-01-01, kutipan: "rumah bercat hijau milik yayasan di ujung kampung"}]\nperlu')
MAIL = '\n      - jenis: surel\n        alamat: "rahasia@contoh.or.id"\n        sumber: ' + SOURCES + '\n        tahan: "Belum dibalas."\n      - jenis: telepon\n        nomor: "112"\n        sumber: ' + SOURCES + '\n        tahan: "Belum ada di kota ini."\n    perlu_dipastikan:'

PLACES = [
    "Jl. Kamboja No. 12", "Jln Melur 7B", "Jalan Cempaka Nomor 4", "jl. Teratai", "jalan anggrek no 5", "Gg. Delima No 2", "Lrg. Sepakat No 9", "RT 03/RW 05", "rt. 3 rw. 5",
    "Perumahan Griya Asri Blok C No. 8", "Blok D No. 4", "kode pos 31611", "Kelurahan Mawar, Kecamatan Utara 31611",
    "6P5GM8XQ+2V", "M8XQ+2V", "6p5gm8xq+2v", "https://plus.codes/6P5GM8XQ+2V",
    "https://maps.app.goo.gl/AbC123", "https://www.google.com/maps/place/x", "https://www.google.co.id/maps?q=1", "https://goo.gl/maps/x",
    "https://www.openstreetmap.org/?mlat=-3&mlon=102", "https://waze.com/ul?ll=1", "geo:-3,102", "///meja.kursi.lampu", "https://w3w.co/meja.kursi.lampu", "https://maps.apple.com/?q=x",
    "jl. teratai putih no 5", "JLN KENANGA NO 7", "Jalan Letkol Kamboja", "Jalan Bunga Kamboja", "Jend. Kamboja No. 45", "Gang Delima", "Lorong Setia", "Lr. Sepakat No. 3", "RT 04", "RT: 04 / RW: 02", "RT.003/RW.001",
    "BTN Sejahtera blok D4", "Kavling Hijau No 9", "Dusun Mawar RT 1", "alamatnya di Teratai Raya 45",
    "w3w: meja.kursi.lampu", "https://www.google.com/maps/@-3.2,102.8,15z", "!3d-3.2987!4d102.8612", "https://osm.org/?mlat=-3.2&mlon=102.8", "https://earth.google.com/web/@-3.2,102.8", "https://mapy.cz/s/abc", "https://gojek.link/x",
    "https://www.google.com/search?q=rumah&ludocid=1", "3 derajat 17 menit LS", "S 3° 17.925'", "S3.2987 E102.8612", "UTM 48S 262345 9635123", "lat=-3.2987&lng=102.8612", "LS 3°17", "3,29876° LS, 102,86123° BT",
    "-3.29876, 102.86123", "-3,29876; 102,86123", "102.86123,-3.29876", "3°17'55\" LS", "-3.29876 102.86123", "lintang: -3.298",
]
NUMBERS = ["(021) 5550199", "+62 21 5550 199", "0215550199", "62215550199", "021-555-0199", "0811-129-129",
           "０２１５５５０１９９", "021\u200b555\u200b0199", "021\u2011555\u20110199", "021\u00ad5550199", "0️⃣2️⃣1️⃣5️⃣5️⃣5️⃣0️⃣1️⃣9️⃣9️⃣", "٠٢١٥٥٥٠١٩٩", "021·555·0199", "021/5550199", "021_555_0199", "+62 (0)21 5550199", "0062 21 5550199", "0.2.1.5.5.5.0.1.9.9",
           "\u202d0215550199\u202c", "0 2 1 5 5 5 0 1 9 9"]
WORDS = [
    "Jl. Kenanga Nomor 9", "dekat pohon beringin tua", "Benarkah pintu belakang dibuka untuk ibu yang membawa anak kecil?", "benarkah pintu belakang dibuka, untuk ibu yang membawa anak kecil",
    "Dijawab suami ibu kos yang tinggal di lantai dua.", "rumah bercat hijau milik yayasan di ujung kampung", "rahasia@contoh.or.id", "Petugas belum mengangkat; tanya kementerian hari ini juga",
]


@pytest.fixture(scope="module")
def secrets(tmp_path_factory):
    text = HOTLINES.replace("\n    perlu_dipastikan:", MAIL, 1).replace("Petugas belum mengangkat; tanya kementerian.", "Petugas belum mengangkat; tanya kementerian hari ini juga.")
    return secrets_of(ledger(load_city(tmp_path_factory.mktemp("kota"), service=HELD, hotlines=text)))


def page(inside):
    return f'<!doctype html><html lang="id"><head><title>x</title></head><body><main>{inside}</main></body></html>'.encode()


def tiff(gps=True, order="<"):
    """A TIFF block with one directory that points, or does not point, to a GPS directory."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHII", 0x8825 if gps else 0x0112, 4, 1, 26)
    return mark + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 0) + struct.pack(f"{order}H", 1) + struct.pack(f"{order}HHI4s", 1, 2, 2, b"S\0\0\0") + b"\0" * 8


def jpeg(*segments):
    parts = b"".join(struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data for mark, data in segments)
    return b"\xff\xd8" + parts + b"\xff\xda\x00\x02" + bytes(range(128, 250)) + b"\xff\xd9"


def png(*chunks):
    body = b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def pdf(content=b"", info=b"", extra=b""):
    packed = zlib.compress(content)
    return b"%PDF-1.7\n1 0 obj << " + info + b" >> endobj\n2 0 obj << /Filter /FlateDecode /Length " + str(len(packed)).encode() + b" >> stream\n" + packed + b"\nendstream endobj\n" + extra + b"%%EOF"


def glyphs(text):
    """A font table and a page that writes ``text`` as glyph numbers, as a typesetter does."""
    letters = sorted(set(text))
    table = b"begincmap\n" + str(len(letters)).encode() + b" beginbfchar\n" + b"".join(f"<{number + 1:04X}> <{ord(letter):04X}>\n".encode() for number, letter in enumerate(letters)) + b"endbfchar\nendcmap"
    shown = "".join(f"{letters.index(letter) + 1:04X}" for letter in text)
    packed = zlib.compress(table)
    return pdf(f"BT /F1 10 Tf [<{shown[:8]}> -20 <{shown[8:]}>] TJ ET".encode(), extra=b"3 0 obj << >> stream\n" + packed + b"\nendstream endobj\n")


def archive(*files, comment=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(name, content)
        made.comment = comment
    return out.getvalue()


def filtered(names, data):
    """A PDF whose one stream went through ``names``."""
    return b"%PDF-1.4\n1 0 obj << /Filter " + names + b" >> stream\n" + data + b"\nendstream endobj\n%%EOF"


SECRET = "Jl. Kamboja No. 12"
TOLD = b"BT (Jl. Kamboja No. 12) Tj ET"
PROFILE = b"\nexif\n      60\n" + (b"Exif\0\0" + tiff()).hex().encode()
"""EXIF as ImageMagick writes it into a PNG."""
XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="3,17.92S" exif:GPSLongitude="102,51.6E"/></x:xmpmeta>'
PHOTO = base64.b64encode(jpeg((0xE1, b"Exif\0\0" + tiff()))).decode()
SPLIT = "Jl. <b>Kamboja</b> <span class=x>No.</span> 12"
FILES = {
    "comment.html": page(f"<!-- {SECRET} -->"), "markup.html": page(SPLIT), "alt.html": page(f'<img src="x.png" alt="{SECRET}">'), "data.html": page(f"<p data-tempat='{SECRET}'>x</p>"),
    "encoded.html": page(f'<a href="x?q={quote(SECRET)}">x</a>'), "entities.html": page("&#74;l&#46; Kamboja&nbsp;No. 12"), "meta.html": page("").replace(b"<title>", f'<meta name="description" content="{SECRET}"><title>'.encode()),
    "script.html": page(f'<script type="application/ld+json">{{"alamat": "{SECRET}"}}</script>'), "lines.html": page("Jl.\n   Kamboja\n No. 12"), "title.html": page("").replace(b"<title>x", f"<title>{SECRET}".encode()),
    "value.json": json.dumps({"a": [{"b": SECRET}]}).encode(), "key.json": json.dumps({SECRET: 1}).encode(), "escaped.json": json.dumps({"a": "3°17'55\" LS"}).encode(),
    "numbers.json": b'{"titik": {"lintang": -3.29876, "bujur": 102.86123}}', "place.geojson": b'{"coordinates": [102.86123, -3.29876]}', "broken.json": b'{"a": "Jl. Kamboja No. 12"', "short.json": b'{"nomor": "tel:112"}',
    "table.csv": f"nama;alamat\nx;{SECRET}\n".encode(), "card.vcf": b"BEGIN:VCARD\r\nGEO:geo:-3.29876,102.86123\r\nEND:VCARD", "picture.svg": f"<svg><text>{SECRET}</text></svg>".encode(), "feed.xml": f"<a>{escape(SECRET)}</a>".encode(),
    "gps.jpg": jpeg((0xE1, b"Exif\0\0" + tiff())), "gps-motorola.jpg": jpeg((0xE1, b"Exif\0\0" + tiff(order=">"))), "xmp.jpg": jpeg((0xE1, b'http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="3,17.9S"/>')),
    "comment.jpg": jpeg((0xFE, SECRET.encode())), "author.jpg": jpeg((0xED, b"8BIM " + SECRET.encode())), "unicode.jpg": jpeg((0xE1, SECRET.encode("utf-16-le"))),
    "gps.png": png((b"eXIf", tiff())), "text.png": png((b"tEXt", b"Comment\0" + SECRET.encode())), "packed.png": png((b"zTXt", b"Comment\0\0" + zlib.compress(SECRET.encode()))),
    "international.png": png((b"iTXt", b"Comment\0\1\0id\0\0" + zlib.compress(SECRET.encode()))), "gps.webp": b"RIFF\0\0\0\0WEBPEXIF" + struct.pack("<I", 40) + tiff(), "gps.tif": tiff(), "renamed.bin": jpeg((0xE1, b"Exif\0\0" + tiff())),
    "title.pdf": pdf(info=f"/Title ({SECRET})".encode()), "octal.pdf": pdf(info=b"/Title (Jl\\056 Kamboja No\\056 12)"), "utf16.pdf": pdf(info=b"/Title <" + (b"\xfe\xff" + SECRET.encode("utf-16-be")).hex().encode() + b">"),
    "page.pdf": pdf(f"BT [(Jl. Kam) -20 (boja) -300 ( No. 12)] TJ ET".encode()), "glyphs.pdf": glyphs(SECRET), "xmp.pdf": pdf(f'<x:xmpmeta><rdf:li>{SECRET}</rdf:li></x:xmpmeta>'.encode()), "photo.pdf": pdf(extra=jpeg((0xE1, b"Exif\0\0" + tiff()))),
    "site.zip": archive(("a/index.html", page(SPLIT))), "nested.zip": archive(("dalam.zip", archive(("foto.jpg", jpeg((0xE1, b"Exif\0\0" + tiff())))))), "comment.zip": archive(("a.txt", "x"), comment=SECRET.encode()),
    "name.zip": archive(("Jl. Kamboja No. 12.txt", "x")), "print.zip": archive(("kartu.pdf", glyphs(SECRET))), "too-deep.zip": archive(("b.zip", archive(("c.zip", archive(("d.zip", archive(("e.zip", b"x")))))))), "broken.zip": b"PK\x03\x04" + bytes(40),
    "Jl. Kamboja No. 12.txt": b"x",
    "ascii85.pdf": filtered(b"[/ASCII85Decode /FlateDecode]", base64.a85encode(zlib.compress(TOLD), adobe=True)[2:]), "hex.pdf": filtered(b"/ASCIIHexDecode", TOLD.hex().encode() + b">"),
    "locked.pdf": b"%PDF-1.4\n1 0 obj << >> stream\nabc\nendstream endobj\ntrailer << /Encrypt 5 0 R >>\n%%EOF",
    "imagemagick.png": png((b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(PROFILE))), "xmp-packed.png": png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP))), "xmp-plain.png": png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "xmp.webp": b"RIFF\0\0\0\0WEBPXMP " + XMP, "exif-named.webp": b"RIFF\0\0\0\0WEBPEXIF" + struct.pack("<I", 60) + b"Exif\0\0" + tiff(),
    "drawing.html": page(f"<svg><title>{SECRET}</title></svg>"), "drawing-text.html": page(f"<svg><text x='1'>{SECRET}</text></svg>"), "embedded.html": page(f'<img src="data:image/jpeg;base64,{PHOTO}">'),
    "embedded.css": f"a{{background:url(data:image/jpeg;base64,{PHOTO})}}".encode(), "embedded.js": f'x="data:image/jpeg;base64,{PHOTO}"'.encode(), "runs.docx": archive(("word/document.xml", "<w:t>Jl. </w:t></w:r><w:r><w:t>Kam</w:t><w:t>boja No. 12</w:t>")),
    "utf-16.txt": SECRET.encode("utf-16"), "unquoted.html": page("<img alt=6P5GM8XQ+2V>"), "escaped.html": page(r'<script>x="Jl.\u0020\u004bamboja No. 12"</script>'), "described.html": page(f'<a aria-description="{SECRET}">x</a>'),
    "placeholder.html": page(f'<input placeholder="{SECRET}">'), "srcset.html": page('<img srcset="https://maps.app.goo.gl/x 1x">'), "style.html": page(f'<style>a::after{{content:"{SECRET}"}}</style>'), "map.xml": b"<loc>https://a/Jl.%20Kamboja%20No.%2012</loc>",
    "folded.vcf": b"NOTE:Tempatnya di gang kecil, J\r\n l. Kamboja No. 12\r\n", "template.html": page(f"<template>{SECRET}</template>"), "linked-data.html": page('<script type="application/ld+json">{"latitude":-3.2987}</script>'),
    "number.json": b'{"n": 215550199}',
}


def test_more_than_fifty_leaks_are_seeded():
    assert len(PLACES) + len(NUMBERS) + len(WORDS) + len(FILES) > 150


@pytest.mark.parametrize("text", [*PLACES, *NUMBERS, *WORDS])
def test_every_way_of_saying_it_is_caught_on_a_page(secrets, text):
    assert list(scan_bytes("x.html", page(f"<p>Tempatnya {escape(text)} ya.</p>"), secrets))


@pytest.mark.parametrize("text", [*NUMBERS, *WORDS])
def test_every_withheld_field_is_caught_in_data(secrets, text):
    assert list(scan_bytes("x.json", json.dumps({"kontak": [text]}).encode(), secrets))


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_is_looked_into(secrets, name):
    assert list(scan_bytes(name, FILES[name], secrets))


CLEAN = [
    "Polisi datang ke jalan raya. Jalan keluar ada di belakang.", "Pasal 12 ayat 3 UU 23/2004", "Buka Senin–Jumat 08.00–16.00 WIB", "Hubungi 129 atau WhatsApp 08111-129-129", "Rp 1.250.000, 3.000 orang, 102.500 anak",
    "2026-11-23T08:00:00", "Jalan terus, jangan berhenti. Gang ini ramai.", "A+B, C++ dan 5+2", "Kompleks masalahnya: blok akun itu.", "Kampung ramah anak di kota ini", "jalan kaki 10 menit", "Perempuan No. 1 di dunia", "No. 23 Tahun 2004",
    "Hampir 3.000, 102.000 orang", "Jalan Anda masih panjang.", "Gang Anda sepi", "ketua RT atau RW", "3 langkah, 102,5 persen", "Lorong gelap di hati", "Alamat surel ditulis 2 kali", "Perum Perhutani", "S1 dan S2", "UTM adalah kampus",
    "https://example.go.id/peta-situs", "suhu 36,5 dan 102,4", "RT dan RW setempat", "Belum diuji. Baru satu sumber.", "Benarkah pintu itu dibuka?", "versi 3.11.70, 102.10.200",
]


@pytest.mark.parametrize("text", CLEAN)
def test_ordinary_sentences_are_not_flagged(secrets, text):
    assert list(scan_bytes("x.html", page(f"<p>{escape(text)}</p>"), secrets)) == []


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("polos.jpg", jpeg((0xE1, b"Exif\0\0" + tiff(gps=False)), (0xFE, b"dibuat dengan kamera"))), ("polos.png", png((b"tEXt", b"Software\0gambar"))), ("polos.pdf", glyphs("Kartu saku: hubungi 129")),
        ("polos.zip", archive(("index.html", page("<p>Halo</p>")))), ("garis.svg", b'<svg viewBox="0 0 102.861 3.298"><path d="M3.29876,102.86123 4,5"/></svg>'), ("huruf.woff2", bytes(range(256))),
    ],
)
def test_clean_files_are_not_flagged(secrets, name, raw):
    assert list(scan_bytes(name, raw, secrets)) == []


def test_a_typeset_page_is_read(secrets):
    typst = pytest.importorskip("typst")
    assert list(scan_bytes("x.pdf", typst.compile(b"#set document(date: none)\nTempatnya di Jl. Kamboja No. 12, Contoh"), secrets))
    assert list(scan_bytes("x.pdf", typst.compile(b"#set document(title: \"Jl. Kamboja No. 12\", date: none)\nKosong"), secrets))
    assert list(scan_bytes("x.pdf", typst.compile(b"#set document(date: none)\nHubungi 129 setiap hari"), secrets)) == []


@pytest.mark.parametrize(("font", "told"), [("F1", False), ("F2", True)])
def test_a_glyph_is_read_with_the_letters_of_its_own_font(secrets, font, told):
    """Both fonts number their glyphs from 1: read with the other one, an ordinary sentence spelled a street by chance."""
    def table(number, text):
        packed = zlib.compress(b"beginbfchar " + b" ".join(f"<{at + 1:04X}> <{ord(letter):04X}>".encode() for at, letter in enumerate(text)) + b" endbfchar")
        return f"{number} 0 obj << /Filter /FlateDecode >> stream\n".encode() + packed + b"\nendstream endobj\n"
    fonts = b"3 0 obj << /Type /Font /ToUnicode 5 0 R >> endobj\n4 0 obj << /Type /Font /ToUnicode 6 0 R >> endobj\n7 0 obj << /Font << /F1 3 0 R /F2 4 0 R >> >> endobj\n"
    shown = "".join(f"{number + 1:04X}" for number in range(len(SECRET)))
    raw = pdf(f"BT /{font} 10 Tf [<{shown}>] TJ ET".encode(), extra=fonts + table(5, "Hubungi SAPA setiap hari".ljust(len(SECRET))) + table(6, SECRET))
    assert bool(list(scan_bytes("x.pdf", raw, secrets))) is told


def test_a_whole_built_city_is_clean_and_a_seeded_one_is_refused(tmp_path, capsys):
    root = with_engine(write_city(tmp_path))
    build = ["build", "--root", str(root), "--tanggal", "2026-01-01"]
    assert cli.main(build) == 0
    assert list(scan_folder(root / "site", secrets_of(ledger(load_site(root).site)))) == []
    topic = root / "content/topik/bahaya.md"
    topic.write_text(topic.read_text() + "\nTempatnya di Jl. Kamboja No. 12.\n")
    capsys.readouterr()
    assert cli.main(build) == 1
    assert "site/topik/bahaya/index.html: galat bocor-alamat: Ada alamat yang bukan alamat layanan terbuka: “Jl. Kamboja No. 12" in capsys.readouterr().out


SAFE = SERVICE[: SERVICE.index("alamat:")] + "rahasia: ya\n" + SERVICE[SERVICE.index("jam:") :]


def test_a_safe_house_has_no_place_in_its_type(tmp_path):
    service = load_city(tmp_path, service=SAFE).service["uptd"]
    assert type(service) is SafeHouse
    assert {"address", "point", "serves"}.isdisjoint(SafeHouse.model_fields)
    assert service.shown_address is None


@pytest.mark.parametrize("line", [f"alamat: {{jalan: Jl. Kamboja, sumber: {SOURCES}}}", "titik: {lintang: -3.29, bujur: 102.86}", "peta: https://contoh.example.com", "melayani: [Utara]", "kecamatan: Utara", "foto: depan.jpg"])
def test_a_safe_house_refuses_a_place_with_a_clear_problem(tmp_path, line):
    loaded = load_site(write_city(tmp_path, service=SAFE.replace("rahasia: ya\n", f"rahasia: ya\n{line}\n")))
    found = [problem for problem in loaded.problems if problem.code == "rahasia-bertempat"]
    assert [(problem.place.path, problem.place.line) for problem in found] == [("content/layanan/uptd.md", 8)]
    assert f"Isian “{line.split(':')[0]}” tidak boleh ada: rahasia: ya." in found[0].message


def test_a_safe_house_refuses_a_door(tmp_path):
    door = SAFE.replace("kanal:\n", f"kanal:\n  - {{jenis: datang, alamat: pintu depan, sumber: {SOURCES}}}\n")
    assert [problem.code for problem in load_site(write_city(tmp_path, service=door)).problems if problem.code == "nilai-salah"] == ["nilai-salah"]


@pytest.mark.parametrize("value", ["true", "yes", "Ya!", "'1'"])
def test_a_flag_that_cannot_be_read_is_never_taken_for_open(tmp_path, value):
    loaded = load_site(write_city(tmp_path, service=SERVICE.replace("alamat:", f"rahasia: {value}\nalamat:", 1)))
    assert "uptd" not in loaded.site.service
    assert [problem.code for problem in loaded.problems if problem.place.path.endswith("uptd.md")] == ["nilai-salah"]


@pytest.mark.parametrize("text", ["di blkg mesjid", "samping SPBU", "tak jauh dari pasar", "sebelah rumah pak RT", "dua rumah setelah warung", "di ujung gang", "masuk gang kedua", "rumah bercat hijau", "pagar putih", "lantai dua ruko", "kelurahan mesat jaya",
                                  "desa karya bakti", "komplek perumahan dosen", "arah bandara", "tetangga puskesmas"])
def test_a_landmark_in_any_spelling_is_a_place(text):
    assert list(strict_places_in(f"Tempatnya {text} ya."))


@pytest.mark.parametrize("text", ["Petugas datang dari kelurahan setempat.", "desa ramah perempuan", "Depan umum, jangan bicara.", "Bila di dekat Anda ada pelaku", "2 langkah setelah melapor", "Arah kasusnya jelas", "pintu selalu terbuka untuk Anda"])
def test_ordinary_words_of_a_record_are_no_landmark(text):
    assert list(strict_places_in(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("Mendampingi korban.", "Mendampingi korban di Jl. Kamboja 12.", "bocor-alamat", 4), ("Mendampingi korban.", "Rumah di belakang masjid raya.", "bocor-patokan", 4), ("Mendampingi korban.", "Ada di Kelurahan Mawar.", "bocor-wilayah", 4),
        ("Siapa yang piket malam?", "Benarkah di 6P5GM8XQ+2V?", "bocor-kode-plus", 19), ("Datang atau kirim", "Lihat https://maps.app.goo.gl/x dan kirim", "bocor-tautan-peta", 22),
    ],
)
def test_a_safe_house_record_is_read_word_by_word(tmp_path, capsys, old, new, code, line):
    root = write_city(tmp_path, service=SAFE.replace(old, new))
    assert cli.main(["check", "--root", str(root), "--tanggal", "2026-01-01", "--format", "json"]) == 1
    rows = [(row["kode"], row["baris"]) for row in json.loads(capsys.readouterr().out) if row["kode"].startswith("bocor")]
    assert rows == [(code, line)]


def test_the_page_of_a_safe_house_says_why_there_is_no_address_and_links_no_report(tmp_path):
    root = with_engine(write_city(tmp_path, service=SAFE.replace("kabar.example.com/a", "kabar.example.com/rumah")))
    assert cli.main(["build", "--root", str(root), "--tanggal", "2026-01-01"]) == 0
    text = (root / "site/layanan/uptd/index.html").read_text()
    assert "Tempatnya dirahasiakan" in text
    assert "wa.me/6281255500123" in text
    assert "kabar.example.com/rumah" not in text
    assert "uptd" not in (root / "site/kecamatan/utara/index.html").read_text()
    data = json.loads((root / "site/data/kontak.json").read_text())
    assert data["kontak"][-1]["kanal"][0]["sumber"] == []


def test_public_coordinates_would_still_be_told_apart_from_nothing():
    assert [leak.code for leak in places_in("Jl. Kamboja No. 12 dan 6P5GM8XQ+2V")] == ["bocor-alamat", "bocor-kode-plus"]


OPEN_AT = SERVICE.replace("melayani:", "titik: {lintang: -3.29876, bujur: 102.86123}\nmelayani:")
MAP = "geo:-3.29876,102.86123?q=-3.29876,102.86123"


@pytest.mark.parametrize(("service", "link", "codes"), [
    (OPEN_AT, MAP, set()), (OPEN_AT, MAP + "4", {"bocor-tautan-peta", "bocor-koordinat"}), (OPEN_AT, MAP.replace("3.29", "3.28"), {"bocor-tautan-peta", "bocor-koordinat"}),
    (SERVICE, MAP, {"bocor-tautan-peta", "bocor-koordinat"}), (OPEN_AT.replace("  kecamatan: Utara\n", '  kecamatan: Utara\n  tahan: "Diminta."\n'), MAP, {"bocor-tautan-peta", "bocor-koordinat"}),
])
def test_only_the_map_link_of_an_open_service_is_allowed_to_the_figure(tmp_path, service, link, codes):
    secrets = secrets_of(ledger(load_city(tmp_path, service=service)))
    assert {leak.code for leak in scan_bytes("x.html", page(f'<a href="{link}">Buka</a>'), secrets)} == codes


def test_what_a_page_holds_packed_is_read_as_the_browser_opens_it(secrets):
    """The letters of the pack itself are chance: some spell a street."""
    assert list(scan_page(packed("Tempatnya di Jl. Kamboja No. 12".encode()), secrets))
    chance = random.Random(1)
    unlucky = next(made for made in (packed(chance.randbytes(20_000)) for _ in range(500)) if list(places_in(made)))
    told = list(scan_page(unlucky, secrets))
    assert not {leak.text for leak in told} & {leak.text for leak in places_in(unlucky)}
