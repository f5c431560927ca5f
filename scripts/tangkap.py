"""Takes a picture of every page type, narrow and wide, light, dark and printed, into build/tangkapan/."""

import argparse
import os
import sys
from pathlib import Path

import _lingkungan
import _peramban

_lingkungan.enter(_lingkungan.TEST_LOCK)

from playwright.sync_api import Browser, sync_playwright

PAGES = {
    "beranda": "index.html", "darurat": "darurat/index.html", "kebutuhan-indeks": "topik/index.html", "kebutuhan": "topik/kdrt/index.html",
    "hotline-indeks": "hotline/index.html", "hotline": "hotline/sapa-129/index.html", "hotline-tanpa-kanal": "hotline/kpai/index.html",
    "layanan-indeks": "layanan/index.html", "layanan": "layanan/rsud-siti-aisyah/index.html", "layanan-tanpa-kanal": "layanan/uptd-ppa/index.html",
    "sektor": "sektor/kesehatan/index.html", "saringan": "saring/kebutuhan/kdrt/index.html", "saringan-buka": "saring/buka/index.html", "kecamatan": "kecamatan/lubuk-linggau-timur-i/index.html",
    "pencegahan-indeks": "pencegahan/index.html", "pencegahan": "pencegahan/untuk-anak/index.html",
    "panduan-indeks": "panduan/index.html", "panduan": "panduan/menyimpan-bukti/index.html",
    "alur-indeks": "alur/index.html", "alur": "alur/kdrt/index.html", "istilah": "istilah/index.html", "a-z": "a-z/index.html",
    "tentang": "tentang/index.html", "data": "tentang/data/index.html", "privasi": "tentang/privasi/index.html", "tidak-ada": "404.html",
}
WIDTHS = {360: 740, 1280: 900}


def take(browser: Browser, site: Path, out: Path, names: list[str]) -> int:
    """One PNG per page, width and colour scheme, and one printed PDF per page; returns how many files were written."""
    count = 0
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            for name in names:
                page.goto((site / PAGES[name]).as_uri())
                page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
                count += 1
            context.close()
    page = browser.new_page()
    for name in names:
        page.goto((site / PAGES[name]).as_uri())
        page.pdf(path=out / f"{name}.pdf", format="A4")
        count += 1
    return count


def main() -> int:
    """0 when every picture was taken, 2 when there is no site or no browser."""
    parser = argparse.ArgumentParser(description="Memotret setiap jenis halaman situs yang sudah dibangun.")
    parser.add_argument("halaman", nargs="*", help=f"nama halaman; bawaan: semua ({', '.join(PAGES)})")
    parser.add_argument("--ke", type=Path, default=_lingkungan.ROOT / "build" / "tangkapan", help="folder hasil")
    arguments = parser.parse_args()
    unknown = set(arguments.halaman) - PAGES.keys()
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
    with sync_playwright() as playwright:
        # Containers run as root, where Chromium's own sandbox cannot start.
        flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium or None, args=[*flags, "--disable-gpu", "--disable-background-networking"])
        count = take(browser, site, arguments.ke, arguments.halaman or list(PAGES))
        browser.close()
    print(f"{count} berkas di {arguments.ke}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
