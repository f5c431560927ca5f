"""The ZIM: Kiwix's own checker passes it, Kiwix's own server shows it in a real browser, and it is the same to the byte."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from site_src import cli
from site_src.bundle import commands, pack, zim
from site_src.model.picture import Picture
from site_src.pages.pictures import picture

pytestmark = pytest.mark.skipif(not zim.available(), reason="libzim tidak terpasang (belum ada untuk Python 3.14)")
GUIDE = "panduan/menyimpan-bukti/index.html"
PHONE = {"width": 360, "height": 740}
AGE = "Salinan per 23 November 2026; periksa ulang sebelum 21 Februari 2027."


def needs(tool, package):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} tidak terpasang (apt-get install {package})")


def test_the_same_site_gives_the_same_bytes_with_a_name_of_its_own(built, packed):
    one, two = pack.make(built, ("zim",)), pack.make(built, ("zim",))
    assert list(one) == ["info-warga.zim"] and one == two
    assert one["info-warga.zim"] == (packed / "dist" / "info-warga.zim").read_bytes()
    later = replace(built, ledger=replace(built.ledger, today=built.ledger.today.replace(day=24), _known={}))
    assert pack.make(later, ("zim",))["info-warga.zim"][8:24] != one["info-warga.zim"][8:24]


def test_it_holds_every_file_of_the_folder_and_what_a_list_of_books_asks_for(built, packed):
    entries = dict(zim.members((packed / "dist" / "info-warga.zim").read_bytes()))
    assert pack.unpacked(built).keys() <= entries.keys()
    page = entries["hotline/sahabat-129/index.html"].decode()
    assert AGE in page and "form-action 'self'" in page and 'href="sms:' not in page
    said = {name: entries[name].decode() for name in ("Title", "Language", "Date", "Name", "Description")}
    assert said == {"Title": "Informasi warga", "Language": "ind", "Date": "2026-11-23", "Name": "info-warga", "Description": "Per 2026-11-23; periksa ulang sebelum 2027-02-21"}


def test_a_held_number_inside_it_is_refused(built):
    page = built.files["index.html"].replace(b"</main>", b"<p>tel:117</p></main>")
    spoiled = replace(built, files={**built.files, "index.html": page})
    assert {problem.place.path for problem in pack.faults(spoiled, pack.make(spoiled, ("zim",)))} == {"dist/info-warga.zim/index.html"}


def test_without_libzim_the_rest_is_made_and_it_is_said(own, capsys, monkeypatch):
    monkeypatch.setattr(commands.zim, "available", lambda: False)
    at = ["--root", str(own), "--tanggal", "2026-11-23"]
    assert cli.main(["pack", "zim", *at]) == 2
    assert "(berlisensi GPL-3.0) belum terpasang" in capsys.readouterr().err
    assert cli.main(["pack", "semua", *at]) == 0
    assert "python3 scripts/build.py --zim" in capsys.readouterr().err
    assert "info-warga.zim" not in {row["nama"] for row in json.loads((own / "dist" / "manifest.json").read_bytes())["berkas"]}
    assert cli.main(["pack", "verify", str(own / "dist")]) == 0


def test_who_asks_for_the_zim_is_refused_without_libzim_and_gets_it_once_it_is_there(own, capsys, monkeypatch):
    at = ["--root", str(own), "--tanggal", "2026-11-23"]
    assert cli.main(["build", "--dist", *at]) == 0
    (own / "dist" / "info-warga.zim").unlink()
    with monkeypatch.context() as without:
        without.setattr(commands.zim, "available", lambda: False)
        assert cli.main(["build", "--zim", *at]) == cli.main(["pack", "semua", "--zim", *at]) == 2
        without.setattr(commands.zim.sys, "version_info", (3, 14))
        assert cli.main(["build", "--zim", *at]) == 2 and "Python 3.14" in capsys.readouterr().err
    assert not (own / "dist" / "info-warga.zim").exists()
    assert cli.main(["build", "--zim", *at]) == 0 and (own / "dist" / "info-warga.zim").is_file()


@needs("zimcheck", "zim-tools")
def test_zimcheck_finds_nothing(packed):
    done = subprocess.run(["zimcheck", "--all", str(packed / "dist" / "info-warga.zim")], capture_output=True, text=True)
    assert done.returncode == 0 and "[ERROR]" not in done.stdout + done.stderr, done.stdout + done.stderr


@pytest.fixture(scope="module")
def library(built, tmp_path_factory):
    """The address of the book in a running kiwix-serve; one guide wears a drawing, as those of a real city do."""
    guide = built.files[GUIDE].replace(b"</main>", picture(Picture.HOME).encode() + b"</main>")
    book = tmp_path_factory.mktemp("buku") / "info-warga.zim"
    book.write_bytes(pack.make(replace(built, files={**built.files, GUIDE: guide}), ("zim",))[book.name])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(["kiwix-serve", "-i", "127.0.0.1", "-p", str(port), str(book)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}/"
    for _ in range(100):
        try:
            urllib.request.urlopen(base, timeout=2).close()
            break
        except OSError:
            assert running.poll() is None
            time.sleep(0.05)
    yield base
    running.terminate()
    running.wait(10)


@needs("kiwix-serve", "kiwix-tools")
@pytest.mark.parametrize("javascript", [False, True], ids=["tanpa-skrip", "dengan-skrip"])
def test_a_school_server_shows_pages_pictures_exit_and_finds_words(browser, library, javascript):
    context = browser.new_context(viewport=PHONE, java_script_enabled=javascript)
    page, asked, failed = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith((library, "data:")) else None)
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{library}info-warga/index.html")
    assert page.locator('main a[href="tel:110"]').first.is_visible() and AGE in page.inner_text("main")
    assert page.evaluate("document.styleSheets.length") >= 1 and page.locator(".keluar").get_attribute("href").startswith("https://")
    page.locator('main a[href="topik/kdrt/index.html"]').first.click()
    assert page.url.endswith("/topik/kdrt/index.html") and page.locator(".keluar").is_visible()
    page.goto(f"{library}info-warga/{GUIDE}")
    assert page.locator(".gambar svg").bounding_box()["height"] > 80
    icon = page.locator("link[rel=icon][type='image/svg+xml']").get_attribute("href")
    assert "image/svg+xml" in page.goto(urljoin(page.url, icon)).headers["content-type"]
    page.goto(f"{library}info-warga/index.html")
    page.fill("#kiwixsearchbox", "dipukul")
    page.press("#kiwixsearchbox", "Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("a[href*='topik/kdrt/index.html']").count() >= 1
    assert asked == [] and [url for url in failed if "favicon" not in url] == []
    context.close()
