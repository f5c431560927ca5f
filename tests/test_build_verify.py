"""Whatever an engine or a theme does to a page, verify says it by its name, and says nothing about a good site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import TODAY

from site_src import pipeline

HOTLINE = "hotline/sahabat-129/index.html"
END = "</main>"
TEL = 'href="tel:129"'


def put(text: str, page: str = HOTLINE) -> Callable[[Path], None]:
    """Something new at the end of a page's content."""
    return change(END, f"{text}{END}", page)


def change(old: str, new: str, page: str = HOTLINE, count: int = -1) -> Callable[[Path], None]:
    def fault(site: Path) -> None:
        text = (site / page).read_text(encoding="utf-8")
        assert old in text, f"{page} tidak memuat {old}"
        (site / page).write_text(text.replace(old, new, count), encoding="utf-8")

    return fault


def remove(path: str) -> Callable[[Path], None]:
    return lambda site: shutil.rmtree(site / path)


def style(css: str) -> Callable[[Path], None]:
    def fault(site: Path) -> None:
        sheet = next((site / "aset").glob("gaya-*.css"))
        sheet.write_text(sheet.read_text(encoding="utf-8") + css, encoding="utf-8")

    return fault


def drawing(text: str) -> Callable[[Path], None]:
    return lambda site: (site / "aset" / "gambar.svg").write_text(text, encoding="utf-8")


FAULTS = {
    # Numbers
    "a number is no longer a link": (change(TEL, 'data-x="tel:129"'), {"nomor-hilang"}),
    "a digit of a link is changed": (change(TEL, 'href="tel:128"'), {"nomor-hilang", "nomor-asing", "nomor-berbeda"}),
    "a number that is not ours": (put('<a href="tel:0215550000">Telepon</a>'), {"nomor-asing"}),
    "a number that a style writes": (put('<style>p::after{content:"0812-0000-0130"}</style>'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a WhatsApp link that is not ours": (put('<a href="https://wa.me/6281200009999">WA</a>'), {"nomor-asing"}),
    "the text says another number than the link": (put(f"<a {TEL}>119</a>"), {"nomor-berbeda"}),
    "a country code on a short code": (put('<a href="tel:+62129">129</a>'), {"nomor-asing", "nomor-berbeda"}),
    # Numbers that must not be seen
    "a held number as text": (put("<p>SMS 0812-0000-0130</p>"), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number right after another number": (put("<p>129</p><p>0812-0000-0130</p><p>110</p>"), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number written with a country code": (put("<p>+62 812 0000 0130</p>"), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held short code as text": (put("<p>Hubungi 117 saja</p>"), {"nomor-ditahan-tampil"}),
    "a held number as a link": (put('<a href="sms:081200000130">Kirim pesan</a>'), {"nomor-asing", "nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number in the address of a source": (put('<a href="https://kabar.contoh.id/hubungi-081200000130">kabar</a>'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number with hyphens in an address": (put('<a href="https://kabar.contoh.id/0812-0000-0130">kabar</a>'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number in a label for screen readers": (put('<p aria-label="SMS 0812-0000-0130">SMS</p>'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a held number in the description for search engines": (change("</head>", '<meta name="description" content="SMS 0812-0000-0130"></head>'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    "a number known to be wrong": (put("<p>0812-0000-0404</p>"), {"nomor-ditahan-tampil", "bocor-nomor"}),
    # Requests to others
    "a script": (put('<script src="https://cdn.contoh.id/a.js"></script>'), {"permintaan-luar"}),
    "a script without a scheme": (put('<script src="//cdn.contoh.id/a.js"></script>'), {"permintaan-luar"}),
    "a script with one slash too few": (put('<script src="https:cdn.contoh.id/a.js"></script>'), {"permintaan-luar"}),
    "a script with backslashes": (put('<script src="\\\\cdn.contoh.id/a.js"></script>'), {"permintaan-luar"}),
    "an image": (put('<img src="https://cdn.contoh.id/a.png" alt="">'), {"permintaan-luar"}),
    "an image for sharp screens": (put('<img srcset="https://cdn.contoh.id/a.png 2x" alt="">'), {"permintaan-luar"}),
    "an image inside a drawing": (put('<svg><image href="https://cdn.contoh.id/a.png"></image></svg>'), {"permintaan-luar"}),
    "a font asked for early": (change("</head>", '<link rel="preload" as="font" href="https://fonts.contoh.id/a.woff2"></head>'), {"permintaan-luar"}),
    "a connection made early": (change("</head>", '<link rel="preconnect" href="https://fonts.contoh.id"></head>'), {"permintaan-luar"}),
    "a style sheet": (change("</head>", '<link rel="stylesheet" href="//cdn.contoh.id/a.css"></head>'), {"permintaan-luar"}),
    "a style attribute": (put('<p style="background:url(https://cdn.contoh.id/a.png)">a</p>'), {"permintaan-luar"}),
    "a style element": (put("<style>p { background: url('//cdn.contoh.id/a.png') }</style>"), {"permintaan-luar"}),
    "an import in our style sheet": (style('@import "https://cdn.contoh.id/a.css";'), {"permintaan-luar"}),
    "an address in our style sheet": (style("p{background:url(https://cdn.contoh.id/a.png)}"), {"permintaan-luar"}),
    "an address within a picture for sharp screens": (style("p{background:-webkit-image-set(url(https://cdn.contoh.id/a.png) 1x)}"), {"permintaan-luar"}),
    "a map of our style sheet": (style("/*# sourceMappingURL=gaya.css.map */"), {"permintaan-luar"}),
    "the style sheet of a drawing": (drawing('<?xml version="1.0"?><?xml-stylesheet type="text/css" href="https://cdn.contoh.id/a.css"?><svg xmlns="http://www.w3.org/2000/svg"></svg>'), {"permintaan-luar"}),
    "an address kept for later": (put('<script>var hitung = "https://hitung.contoh.id/a"; addEventListener("pagehide", function () { navigator.sendBeacon(hitung, 1) })</script>'), {"permintaan-luar"}),
    "a script that changes an address": (put('<script>a.setAttribute("src", "//hitung.contoh.id/a")</script>'), {"permintaan-luar"}),
    "a script that writes a picture": (put("<script>a.innerHTML = '<img src=https://hitung.contoh.id/a>'</script>"), {"permintaan-luar"}),
    "a part of a script from elsewhere": (put('<script type="module">import a from "https://cdn.contoh.id/a.js"</script>'), {"permintaan-luar"}),
    "a map of the names of scripts": (put('<script type="importmap">{"imports": {"a": "https://cdn.contoh.id/a.js"}}</script>'), {"permintaan-luar"}),
    "a page that moves on by itself": (change("</head>", '<meta http-equiv="refresh" content="5; url=https://contoh.id/"></head>'), {"permintaan-luar"}),
    "a page that moves on, written short": (change("</head>", '<meta http-equiv="refresh" content="5; https://contoh.id/"></head>'), {"permintaan-luar"}),
    "a base for all links": (change("<head>", '<head><base href="https://contoh.id/">'), {"permintaan-luar"}),
    "a form": (put('<form action="https://contoh.id/lapor"></form>'), {"permintaan-luar"}),
    "a ping on a link": (put('<a href="#isi" ping="https://contoh.id/hitung">isi</a>'), {"permintaan-luar"}),
    "a frame": (put('<iframe src="https://contoh.id/"></iframe>'), {"bingkai", "permintaan-luar"}),
    "a frame that holds its own page": (put('<iframe srcdoc="<p>a</p>"></iframe>'), {"bingkai"}),
    "a picture hidden in a template": (put('<template><img src="//cdn.contoh.id/a.png"></template>'), {"bingkai"}),
    "a second address in a ping": (put('<a href="#isi" ping="/a https://contoh.id/hitung">isi</a>'), {"permintaan-luar"}),
    "a paint of a drawing": (put('<svg><rect fill="url(//cdn.contoh.id/a.svg#b)"></rect></svg>'), {"permintaan-luar"}),
    "a filter of a drawing": (put("<svg><rect filter=\"url('https://cdn.contoh.id/a.svg#b')\"></rect></svg>"), {"permintaan-luar"}),
    "a drawing that moves to another host": (put('<svg><set attributeName="href" to="//cdn.contoh.id/a.svg"></set></svg>'), {"permintaan-luar"}),
    "a style with an escaped name": (put('<p style="background:u\\72l(//cdn.contoh.id/a.png)">a</p>'), {"permintaan-luar"}),
    "a style with a comment in it": (put("<style>@import/**/'//cdn.contoh.id/a.css';</style>"), {"permintaan-luar"}),
    "an image for sharp screens in a style": (put("<p style='background:image-set(\"https://cdn.contoh.id/a.png\" 2x)'>a</p>"), {"permintaan-luar"}),
    "an address behind a control letter": (put('<img src="&#1;//cdn.contoh.id/a.png" alt="">'), {"permintaan-luar"}),
    "an address that looks like a style": (put('<img src="https://cdn.contoh.id/url(" alt="">'), {"permintaan-luar"}),
    "an attribute that reports to others": (put('<img attributionsrc="https://iklan.contoh.id/" alt="">'), {"permintaan-luar"}),
    "an icon of the home screen": (change("</head>", '<link rel="apple-touch-startup-image" href="//cdn.contoh.id/a.png"></head>'), {"permintaan-luar"}),
    "a script within the page that asks": (put("<script>fetch('https://contoh.id/')</script>"), {"permintaan-luar"}),
    "a page to be fetched early": (put('<script type="speculationrules">{"prefetch":[{"urls":["https://contoh.id/"]}]}</script>'), {"permintaan-luar"}),
    "a policy that lets pictures of others in": (change("img-src 'self'", "img-src *"), {"tanpa-csp"}),
    "a policy that lets scripts in the page run": (change("script-src 'self'", "script-src 'self' 'unsafe-inline'"), {"tanpa-csp"}),
    "the editor's policy on a page for readers": (change("img-src 'self'", "img-src 'self' https://avatars.githubusercontent.com"), {"tanpa-csp"}),
    # Code
    "a link that runs code": (put('<a href="JaVa&#9;script:alert(1)">a</a>'), {"tautan-berbahaya"}),
    "a page that moves on to code": (change("</head>", '<meta http-equiv="refresh" content="0;url=javascript:x"></head>'), {"tautan-berbahaya"}),
    "an attribute that runs code": (put('<p onclick="a()">a</p>'), {"tautan-berbahaya"}),
    # Numbers by other ways
    "a number in capitals": (put('<a href="TEL:0215550000">Telepon</a>'), {"nomor-asing"}),
    "a WhatsApp link of another form": (put('<a href="https://api.whatsapp.com/send?phone=6281200009999">WA</a>'), {"nomor-asing"}),
    "a WhatsApp link for the program": (put('<a href="whatsapp://send?phone=6281200009999">WA</a>'), {"nomor-asing", "tautan-berbahaya"}),
    "a number on a map of links": (put('<map name="a"><area href="tel:0215550000" alt="a"></map>'), {"nomor-asing"}),
    "a held number in a field": (put('<input placeholder="SMS 0812-0000-0130">'), {"nomor-ditahan-tampil", "bocor-nomor"}),
    # Links
    "a link to a page that is not there": (put('<a href="../tidak-ada/">a</a>'), {"tautan-putus"}),
    "a link out of the site's folder": (put('<a href="../../../../etc/">a</a>'), {"tautan-putus"}),
    "a link to a part that is not there": (put('<a href="#tidak-ada">a</a>'), {"jangkar-putus"}),
    "a link to a part of another page that is not there": (put('<a href="../../istilah/#tidak-ada">a</a>'), {"jangkar-putus"}),
    "a style sheet that is not there": (change("</head>", '<link rel="stylesheet" href="../../aset/hilang.css"></head>'), {"tautan-putus", "halaman-terlalu-berat"}),
    "a picture that is not there": (put('<img src="hilang.png" alt="">'), {"tautan-putus", "halaman-terlalu-berat"}),
    "an address that is none": (put('<a href="http://[">a</a>'), {"tautan-putus"}),
    "no exit": (change("https://id.wikipedia.org/wiki/Halaman_Utama", "../../"), {"tanpa-keluar"}),
    "a page that is gone and linked to": (remove("hotline/sahabat-129"), {"halaman-hilang", "tautan-putus"}),
}


@pytest.fixture(scope="module")
def prepared(built_once):
    return pipeline.prepare(built_once[0].root, TODAY)


def found(prepared, site: Path) -> set[str]:
    return {problem.code for problem in pipeline.finish_and_verify(prepared, site, "/")}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_by_its_name(name, prepared, built_once, tmp_path):
    fault, codes = FAULTS[name]
    site = tmp_path / "site"
    shutil.copytree(built_once[0].site, site)
    fault(site)
    assert found(prepared, site) == codes


def test_a_good_site_has_no_problems(prepared, built_once):
    assert found(prepared, built_once[0].site) == set()


def test_what_only_looks_like_a_fault_is_none(prepared, built_once, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(built_once[0].site, site)
    put('<p>Pasal 117 UU 8/1981, 1170 orang, halaman 117, peramban versi 1.1.7 atau 11.7.</p><a href="https://kabar.contoh.id/2023-07-12" rel="noreferrer">kabar</a>'
        f'<a {TEL}>Telepon Sahabat</a><a href="#isi">isi</a><p style="background:url(data:image/png;base64,AA//BB==)">a</p><style>p{{flex:1 1 7rem}}</style>')(site)
    assert found(prepared, site) == set()


def test_a_sitemap_names_only_what_readers_look_for(tmp_path):
    entry = "<url>\n <loc>https://a.id/situs/{}</loc>\n</url>\n"
    (tmp_path / "sitemap.xml").write_text("<urlset>\n" + "".join(entry.format(path) for path in ("", "404/", "darurat/", "kelola/cakupan/", "topik/kdrt/")) + "</urlset>", encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"lama")
    pipeline.trim_sitemap(tmp_path)
    assert re.findall("<loc>https://a.id/situs/(.*?)</loc>", (tmp_path / "sitemap.xml").read_text(encoding="utf-8")) == ["", "darurat/", "topik/kdrt/"]
    assert not (tmp_path / "sitemap.xml.gz").exists()
