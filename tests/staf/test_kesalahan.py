"""Saying that the site is wrong leaves no trace: every page leads to one page, which names an office and holds no form."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from building import CITY, HOME, TODAY

from site_src.load import load_site
from site_src.model import page_url
from site_src.pages import pages
from site_src.pages.fault import PATH

WHERE = "tentang/kesalahan/index.html"


@pytest.fixture(scope="module")
def texts(built_once):
    site = built_once[0].site
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html") if path.name == "index.html" or path.name == "404.html"}


def test_every_page_for_readers_leads_there(texts):
    framed = {"b/index.html", "kelola/index.html", "sematkan/isi/index.html", "simpan/isi/index.html"}
    assert WHERE in texts
    assert [name for name, text in texts.items() if name not in framed and not re.search(r'href="(?:[^"]*kesalahan/|(?:\./)?)">Laporkan kesalahan', text)] == []


def test_the_page_asks_nothing_and_takes_nothing(texts):
    article = texts[WHERE].split("<article>")[1].split("</article>")[0]
    assert re.findall(r"<(?:form|input|textarea|iframe|script|img)\b|mailto:|sms:|wa\.me", article) == []
    assert "bukan untuk melaporkan kekerasan" in article and "Jangan ceritakan kasus di sini" in article


def test_the_office_and_its_number_come_from_the_records():
    site = load_site(CITY).site
    owner = site.service[site.organisation.owner_service]

    def said(changed):
        services = tuple(changed if one.slug == owner.slug else one for one in site.services)
        page = next(page for page in pages(replace(site, services=services), TODAY) if page.path == PATH)
        return page.body, page.shows

    with_number = next(one for one in site.services if any(channel.kind == "telepon" and not channel.held for channel in one.channels))
    body, shows = said(owner.model_copy(update={"channels": with_number.channels}))
    assert "Telepon Dinas Contoh di jam kerja" in body and any(href.startswith("tel:") and href in body for href in shows)
    body, shows = said(owner.model_copy(update={"channels": (), "address": None}))
    assert "belum dapat kami pastikan" in body and shows == frozenset()
    body, _ = said(owner.model_copy(update={"channels": (), "address": next(one.address for one in site.services if getattr(one, "shown_address", None))}))
    assert "Datang ke Dinas Contoh di jam kerja" in body


def test_the_form_for_staff_is_filled_with_the_page_and_nothing_else(texts):
    forms = {path.name: {one["id"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))["body"] if "id" in one} for path in (HOME / ".github/ISSUE_TEMPLATE").glob("*n*.yml") if path.name != "config.yml"}
    seen = set()
    for name, text in texts.items():
        for href in map(unescape, re.findall(r'href="([^"]*/issues/new[^"]*)"', text)):
            asked = parse_qs(urlsplit(href).query)
            template = asked.pop("template")[0]
            assert asked.keys() <= forms[template]
            assert list(asked.values()) == [[f"/{page_url(name.replace('index.html', 'index.md')) if name != 'index.html' else ''}"]]
            seen.add(template)
    assert seen == {"halaman-keliru.yml", "nomor-tidak-menjawab.yml"}
