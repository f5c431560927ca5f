"""Handing a page on: plain links first, words that give nobody away, nothing sent but numbers and a short address."""

from __future__ import annotations

import shutil
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from site_src.bundle import pack
from site_src.model import Edition, Ledger
from site_src.pages import pages
from site_src.verify.facts import facts_of
from site_src.verify.page import _read

ALARMING = ("kekeras", "perkosa", "seksual", "korban", "lapor", "kdrt", "pelecehan", "aniaya", "bunuh", "hiv", "narkoba", "hamil", "dipukul", "aman")
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def site(built_once):
    return built_once[0].site


def tree(site, path):
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def sent(node):
    """``(by WhatsApp, by SMS)``: the words a tap would send."""
    links = [link.attributes["href"] for link in node.css(".bagikan-cara a") if not (link.attributes.get("class") or "")]
    assert [link.partition("=")[0] for link in links] == ["https://wa.me/?text", "sms:?body"]
    return parse_qs(urlsplit(links[0]).query)["text"][0], unquote(links[1].partition("=")[2])


@pytest.mark.parametrize(("path", "words"), [
    ("topik/kdrt", "Info warga: 110, 129"),
    ("hotline/sahabat-129", "Info warga: 129"),
])
def test_a_page_hands_on_its_numbers_by_plain_links(site, path, words):
    node = tree(site, path)
    assert sent(node) == (words, words)
    whatsapp = node.css_first(".bagikan-cara a")
    assert whatsapp.attributes["rel"] == "nofollow noreferrer" and whatsapp.attributes["target"] == "_top"
    assert "tersimpan di ponsel Anda dan di ponsel penerima" in node.css_first(".bagikan .jejak").text()


def test_with_an_address_only_the_short_one_is_sent(project):
    without = tree(project.site, "topik/kdrt")
    (project.root / "content" / "alamat-pendek.yaml").write_text("alamat_pendek:\n  - {angka: 1, untuk: topik/kdrt}\n", encoding="utf-8")
    project.edit("mkdocs.yml", "docs_dir:", "site_url: https://info.contoh.go.id/warga/\ndocs_dir:")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert not without.css(".bagikan-alamat") and tree(project.site, "topik/kdrt").css_first(".bagikan-alamat").attributes["href"] == "../../i/1/"
    words = sent(tree(project.site, "topik/kdrt"))[0]
    assert words == "Info warga: 110, 129 https://info.contoh.go.id/warga/i/1/"


def test_no_preview_and_no_message_holds_an_alarming_word_or_a_picture(site):
    for path in site.rglob("index.html"):
        if "kelola" in path.parts:
            continue
        node = LexborHTMLParser(path.read_text(encoding="utf-8"))
        said = [meta.attributes["content"].casefold() for meta in node.css('meta[property^="og:"]')]
        assert "i" in path.parts or said == ["informasi warga", "informasi untuk warga."], path
        assert not node.css('meta[property="og:image"], meta[name^="twitter:"]')
        said += [link.attributes["href"] for link in node.css(".bagikan a")]
        assert not [word for word in ALARMING for text in said if word in text], path


def test_a_page_without_a_number_and_a_translation_are_not_handed_on(built):
    found = {page.path: page for page in pages(built.ledger.site, built.ledger.today, Edition.PREVIEW)}
    assert "bagikan" in found["topik/kdrt.md"].meta
    assert not [path for path, page in found.items() if "bagikan" in page.meta and (not page.meta["bagikan"]["nomor"] or "bahasa" in page.meta)]
    assert "bagikan" not in found["tentang/privasi.md"].meta and "bagikan" not in found["darurat.md"].meta


@pytest.mark.parametrize(("href", "codes"), [
    ("https://wa.me/?text=Info%20warga", set()),
    ("sms:?body=Info%20warga", set()),
    ("https://wa.me/628999999999?text=Info", {"nomor-asing"}),
    ("sms:08999?body=Info", {"nomor-asing"}),
    ("sms:?body=117", {"nomor-ditahan-tampil"}),
    ("https://wa.me/?text=hubungi%20117", {"nomor-ditahan-tampil"}),
])
def test_only_a_link_that_calls_nobody_is_let_through(built, tmp_path, href, codes):
    page = built.files["index.html"].decode().replace("</main>", f'<a href="{href}">Kirim</a></main>')
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    facts = facts_of(Ledger(built.ledger.site, built.ledger.today, Edition.PREVIEW))
    assert {problem.code for problem in _read(tmp_path, "index.html", facts).problems} == codes


def test_the_folder_hands_on_no_address_it_does_not_have(built):
    page = pack.unpacked(built)["topik/kdrt/index.html"].decode()
    assert "https://wa.me/?text=" in page and "bagikan-alamat" not in page


def test_with_a_script_the_number_and_the_short_link_are_copied_and_nothing_is_asked(browser: Browser, built_once, serve, tmp_path):
    """The tiny city has no short addresses: here one is put in, as the theme writes it."""
    folder = shutil.copytree(built_once[0].site, tmp_path / "site")
    file = folder / "topik/kdrt/index.html"
    file.write_text(file.read_text(encoding="utf-8").replace('<ul class="bagikan-cara">', '<ul class="bagikan-cara"><li><a class="bagikan-alamat" href="../../i/1/">Tautan</a></li>'), encoding="utf-8")
    base = serve(folder)
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page, asked = context.new_page(), []
    page.goto(f"{base}topik/kdrt/")
    page.on("request", lambda request: asked.append(request.url) if "ikon" not in request.url else None)
    page.locator(".bagikan summary").click()
    page.get_by_role("button", name="Salin nomor saja").click()
    page.locator(".bagikan [role=status]", has_text="Tersalin: 110").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "110"
    page.get_by_role("button", name="Salin tautan").click()
    page.locator(".bagikan [role=status]", has_text="/i/1/").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}i/1/"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"] and asked == []
    assert all(box["height"] >= 44 for box in (one.bounding_box() for one in page.locator(".bagikan-cara :is(a, button)").all()))
    context.close()
