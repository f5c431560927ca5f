"""Puts a proposal into one folder that opens by double-click: the whole site, and pictures of the changed pages before and after."""

import argparse
import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

import _bantuan
import _lingkungan
import _peramban

_lingkungan.enter(_lingkungan.TEST_LOCK)

from playwright.sync_api import sync_playwright

from site_src.card.trees import NoTree
from site_src.engine_file import base_path
from site_src.proposal import PICTURES, Pair, changed_pages, gallery, preview_folder
from site_src.proposal.before import site_of

PHONE = {"width": 360, "height": 740}


def take(pairs: "list[Pair]", sites: "dict[str, Path | None]", to: Path, chromium: str) -> None:
    """One picture of every page in every site that has it."""
    to.mkdir(parents=True, exist_ok=True)
    # Containers run as root, where Chromium's own sandbox cannot start.
    flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium or None, args=[*flags, "--disable-gpu", "--disable-background-networking"])
        page = browser.new_page(viewport=PHONE, java_script_enabled=False)
        for pair in pairs:
            for when, site in sites.items():
                if site and (site / pair.file).is_file():
                    page.goto((site / pair.file).as_uri())
                    page.screenshot(path=to / f"{pair.name}-{when}.png", full_page=True)
        browser.close()


def main() -> int:
    """0 when the folder was written, 2 when there is no site, no revision or no browser."""
    _bantuan.speak_indonesian()
    parser = argparse.ArgumentParser(prog="python3 scripts/pratinjau.py", description="Menaruh usulan di satu folder: situs yang terbuka dengan klik ganda, dan perubahan.html dengan gambar halaman sebelum dan sesudah di lebar 360 px.")
    branch = os.environ.get("GITHUB_BASE_REF")
    parser.add_argument("--dasar", metavar="REVISI", default=f"origin/{branch}" if branch else "main", help="keadaan sebelum: revisi git atau folder (bawaan: cabang tujuan, atau main)")
    parser.add_argument("--ke", type=Path, default=_lingkungan.ROOT / "build" / "pratinjau", metavar="FOLDER", help="folder hasil (bawaan: build/pratinjau)")
    parser.add_argument("--paling-banyak", type=int, default=20, metavar="JUMLAH", help="halaman yang dipotret (bawaan: 20)")
    arguments = parser.parse_args()
    site = _lingkungan.ROOT / "site"
    if not (site / "index.html").is_file():
        print("Bangun dulu situsnya: python3 scripts/build.py", file=sys.stderr)
        return 2
    chromium = _peramban.ensure()
    if chromium is None:
        print("Chromium tidak bisa dipasang.", file=sys.stderr)
        return 2
    shutil.rmtree(arguments.ke, ignore_errors=True)
    with ExitStack() as stack:
        try:
            old = site_of(arguments.dasar, _lingkungan.ROOT, stack)
        except NoTree as error:
            print(error, file=sys.stderr)
            return 2
        pairs = changed_pages(old, site) if old else []
        taken = pairs[: arguments.paling_banyak]
        count = preview_folder(site, base_path(_lingkungan.ROOT), arguments.ke)
        take(taken, {"sebelum": old, "sesudah": site}, arguments.ke / PICTURES, chromium)
        (arguments.ke / "perubahan.html").write_text(gallery(pairs, taken, old is not None), encoding="utf-8", newline="\n")
    print(f"{count} berkas dan gambar {len(taken)} dari {len(pairs)} halaman yang berubah di {arguments.ke}. Buka perubahan.html.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
