"""The folder and the single file opened by double-click in Firefox, which treats every file as a stranger to the next: pages, styles, search, filters, exit, and nobody asked."""

from __future__ import annotations

import time

import pytest
from firefox import PROGRAM, SECONDS, Firefox

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Firefox tidak terpasang (apt-get install firefox-esr)")
AGE = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."
SHOWN = "return document.querySelector(arguments[0])?.innerText"


@pytest.fixture(scope="module", params=[False, True], ids=["tanpa-skrip", "dengan-skrip"])
def firefox(request, tmp_path_factory):
    running = Firefox(tmp_path_factory.mktemp("rubah"), script=request.param)
    running.script = request.param
    yield running
    running.close()


def asked(firefox):
    """Hosts that were asked since the last time, Mozilla's own errands aside."""
    found, firefox.trap.asked = firefox.trap.asked, []
    return [line for line in found if ".mozilla." not in line and ".firefox." not in line]


def test_every_page_of_the_folder_opens_with_its_style_and_asks_nobody(firefox, stick):
    asked(firefox)
    for path in sorted(stick.rglob("*.html")):
        firefox.open(path.as_uri())
        assert AGE in firefox.run(SHOWN, "main"), path
        assert firefox.run("return [...document.styleSheets].every(sheet => sheet.cssRules.length > 0) && document.styleSheets.length > 0"), path
        assert not firefox.run("return performance.getEntriesByType('resource').map(one => one.name).filter(name => !/^(file|data):/.test(name))"), path
    assert asked(firefox) == []


def test_links_lead_to_files_with_the_exit_in_sight(firefox, stick):
    firefox.open((stick / "index.html").as_uri())
    firefox.click('main a[href="topik/kdrt/index.html"]')
    firefox.wait("return document.readyState === 'complete' && location.href.includes('kdrt')")
    assert firefox.address() == (stick / "topik" / "kdrt" / "index.html").as_uri() and "110" in firefox.run(SHOWN, "main")
    leave = firefox.run("const box = document.querySelector('.keluar').getBoundingClientRect(); return [box.height, box.bottom <= innerHeight, document.querySelector('.keluar').href]")
    assert leave[0] >= 24 and leave[1] and leave[2].startswith("https://")


def test_search_and_its_filters_work_in_the_folder(firefox, stick):
    firefox.open((stick / "index.html").as_uri())
    if not firefox.script:
        assert firefox.run("return document.querySelector('.cari-tautan').getAttribute('href')").endswith("a-z/index.html")
        return
    asked(firefox)
    firefox.type("#cari-isian", "dipukul")
    firefox.wait("return document.querySelectorAll('.cari-hasil a').length > 0")
    firefox.run("const kind = document.querySelector('#cari-jenis'); kind.value = 'topik'; kind.dispatchEvent(new Event('change'))")
    links = firefox.wait("return [...document.querySelectorAll('.cari-hasil a')].map(link => link.getAttribute('href'))")
    assert links and all("topik/" in link for link in links)
    firefox.click(".cari-hasil a")
    firefox.wait("return location.href.includes('topik/')")
    assert firefox.address().startswith(stick.as_uri()) and asked(firefox) == []


def test_the_single_file_searches_in_itself(firefox, packed):
    asked(firefox)
    firefox.open((packed / "dist" / "info-warga.html").as_uri())
    assert firefox.run("return document.title") == "Informasi warga"
    assert AGE in firefox.run(SHOWN, "#hotline")
    if firefox.script:
        firefox.type("#cari-isian", "suami gebukin aku")
        firefox.wait("return [...document.querySelectorAll('#cari a')].some(link => link.textContent.includes('Kekerasan di rumah'))")
    assert asked(firefox) == []


def test_the_exit_leaves_for_somewhere_else(firefox, stick):
    """Last, because behind the proxy the way out ends at an error page of Firefox."""
    firefox.open((stick / "index.html").as_uri())
    asked(firefox)
    host = firefox.run("const leave = document.querySelector('.keluar'), host = leave.host; leave.click(); return host")
    until = time.monotonic() + SECONDS
    while not any(f" {host}:" in line for line in firefox.trap.asked):
        assert time.monotonic() < until, firefox.trap.asked
        time.sleep(0.1)
