"""Takes a picture of every page type, narrow and wide, light, dark and printed, into build/tangkapan/."""

import argparse
import http.server
import os
import re
import sys
import threading
from functools import partial
from pathlib import Path

import _bantuan
import _lingkungan
import _peramban

_lingkungan.enter(_lingkungan.TEST_LOCK)

import pypdfium2
from playwright.sync_api import Browser, Route, sync_playwright

PAGES = {
    "beranda": "index.html", "darurat": "darurat/index.html", "kebutuhan-indeks": "topik/index.html", "kebutuhan": "topik/kdrt/index.html",
    "hotline-indeks": "hotline/index.html", "hotline": "hotline/sapa-129/index.html", "hotline-tanpa-kanal": "hotline/kpai/index.html",
    "layanan-indeks": "layanan/index.html", "layanan": "layanan/rsud-siti-aisyah/index.html", "layanan-tanpa-kanal": "layanan/uptd-ppa/index.html",
    "sektor": "sektor/kesehatan/index.html", "saringan": "saring/kebutuhan/kdrt/index.html", "saringan-buka": "saring/buka/index.html", "kecamatan": "kecamatan/lubuk-linggau-timur-i/index.html",
    "pencegahan-indeks": "pencegahan/index.html", "pencegahan": "pencegahan/untuk-anak/index.html",
    "panduan-indeks": "panduan/index.html", "panduan": "panduan/menyimpan-bukti/index.html",
    "alur-indeks": "alur/index.html", "alur": "alur/kdrt/index.html", "istilah": "istilah/index.html", "a-z": "a-z/index.html",
    "tentang": "tentang/index.html", "data": "tentang/data/index.html", "privasi": "tentang/privasi/index.html", "tidak-ada": "404.html",
    "aksesibilitas": "tentang/aksesibilitas/index.html", "kesalahan": "tentang/kesalahan/index.html", "jejaring": "jejaring/index.html",
    "kabar-indeks": "kabar/index.html", "kabar": "kabar/pertemuan-lintas-sektor-2025/index.html", "kla": "kota-layak-anak/index.html",
    "inggris": "en/index.html", "inggris-panduan": "en/panduan/menjelajah-aman/index.html", "musi": "mui/index.html",
    "bingkai": "b/index.html", "pendek": "i/7/index.html", "simpan": "simpan/index.html", "simpanan": "simpan/isi/index.html",
    "sematkan": "sematkan/index.html", "sisipan": "sematkan/isi/index.html",
    "keadaan": "kelola/keadaan/index.html", "cakupan": "kelola/cakupan/index.html",
}
WIDTHS = {360: 740, 1280: 900}
REFRESH = re.compile(r'<meta http-equiv="?refresh[^>]*>')
STATES = {
    "beranda-menu": ("", lambda page: page.locator(".menu summary").is_visible() and page.locator(".menu summary").click()),
    "beranda-cari": ("", lambda page: (page.locator("#cari-isian").fill("suami memukul saya"), page.locator("[role=option]").first.wait_for())),
    "beranda-keluar": ("", lambda page: page.keyboard.press("Shift")),
}
"""Pages somebody has done something on: address, and what was done."""


def take(browser: Browser, base: str, out: Path, names: list[str]) -> int:
    """One PNG per page, width and colour scheme, one printed PDF per page and its first sheet as PNG; returns how many files were written."""
    count = 0
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            # A short address leads on at once; for its picture it waits.
            context.route("**/i/*/", _stay)
            page = context.new_page()
            for name in names:
                page.goto(base + address(name))
                if name in STATES:
                    STATES[name][1](page)
                page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
                count += 1
            context.close()
    context = browser.new_context()
    context.route("**/i/*/", _stay)
    page = context.new_page()
    for name in names:
        if name not in STATES:
            page.goto(base + address(name))
            page.pdf(path=out / f"{name}.pdf", format="A4")
            pdf = pypdfium2.PdfDocument(out / f"{name}.pdf")
            pdf[0].render(scale=1.2).to_pil().save(out / f"{name}-cetak.png")
            pdf.close()
            count += 2
    context.close()
    return count


def address(name: str) -> str:
    return STATES[name][0] if name in STATES else PAGES[name].removesuffix("index.html")


def _stay(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=REFRESH.sub("", answer.text()))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def main() -> int:
    """0 when every picture was taken, 2 when there is no site or no browser."""
    _bantuan.speak_indonesian()
    parser = argparse.ArgumentParser(prog="python3 scripts/tangkap.py", description="Memotret setiap jenis halaman situs yang sudah dibangun.")
    parser.add_argument("halaman", nargs="*", help=f"nama halaman; bawaan: semua ({', '.join([*PAGES, *STATES])})")
    parser.add_argument("--ke", type=Path, default=_lingkungan.ROOT / "build" / "tangkapan", help="folder hasil")
    arguments = parser.parse_args()
    unknown = set(arguments.halaman) - PAGES.keys() - STATES.keys()
    if unknown:
        parser.error(f"halaman tidak dikenal: {', '.join(sorted(unknown))}")
    site = _lingkungan.ROOT / "site"
    if not (site / "index.html").is_file():
        print("Bangun dulu situsnya: python3 scripts/build.py", file=sys.stderr)
        return 2
    chromium = _peramban.ensure()
    if chromium is None:
        print("Chromium tidak bisa dipasang.", file=sys.stderr)
        return 2
    arguments.ke.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        # Containers run as root, where Chromium's own sandbox cannot start.
        flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium or None, args=[*flags, "--disable-gpu", "--disable-background-networking"])
        count = take(browser, base, arguments.ke, arguments.halaman or [*PAGES, *STATES])
        browser.close()
    server.shutdown()
    print(f"{count} berkas di {arguments.ke}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
