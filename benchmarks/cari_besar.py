"""Search in a large city: weight of the files and time of a keystroke, in a real browser at a quarter of the speed.

Called by ``python benchmarks/cari.py --besar``; needs the built site (``site/``), Playwright and a Chromium. Pages beyond the real ones are
made of the real words, mixed by chance, so that the index grows as it would; above 300 core pages the rest is the archive of news.
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import statistics
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from site_src.model import Ledger
from site_src.search.documents import Document, documents
from site_src.search.files import SearchFiles, as_files
from site_src.search.index import archive_data, search_data, surfaces
from site_src.search.words import Words

CORE = 300
SLOWER = 4
MEASURE = """async ([texts, archive]) => {
  const box = document.querySelector('#cari-isian'), panel = document.querySelector('.cari-panel'), first = [], all = [];
  const pause = () => new Promise((done) => setTimeout(done, 30));
  const ask = async (text) => {
    const started = performance.now();
    const shown = new Promise((done) => { const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now()); }); watch.observe(panel, { childList: true, subtree: true, attributes: true }); });
    box.value = text; box.dispatchEvent(new Event('input'));
    const took = (await shown) - started;
    await pause();
    return took;
  };
  if (archive) { await ask('a'); document.querySelector('button.cari-arsip').click(); while (!document.querySelector('button.cari-arsip').hidden) await pause(); await pause(); }
  for (const text of texts) {
    box.value = ''; box.dispatchEvent(new Event('input')); await pause();
    first.push(await ask(text[0]));
    for (let end = 3; end <= text.length; end += 3) all.push(await ask(text.slice(0, end)));
  }
  return { first, all };
}"""


def mixed(real: list[Document], many: int, folder: str, chance: random.Random) -> list[Document]:
    """Made-up pages from the words of real ones: three topics' worth of phrases and sentences, some words nobody else has."""
    out = []
    for number in range(many):
        parts = chance.sample(real, 3)
        phrases = [" ".join(chance.sample(words, len(words))) for part in parts for phrase in part.phrases[:4] if (words := phrase.split())]
        sentences = [" ".join(chance.sample(words, min(len(words), 12))) for part in parts for sentence in part.sentences[:8] if (words := sentence.split())]
        title = f"{parts[0].title.split()[0]} {parts[1].title.split()[-1]} {number}"
        out.append(Document(f"{folder}/{number}/", title, folder, (), tuple(phrases), tuple(sentences), parts[0].summary, parts[0].topics[:1]))
    return out


def city(ledger: Ledger, pages: int) -> tuple[int, int, SearchFiles]:
    """``(core pages, archive pages, files)`` of a site with so many pages; ``0`` is the real one."""
    data: dict[str, Any] = search_data(ledger)
    real, chance = list(documents(ledger)), random.Random(pages)
    core = [*real, *mixed([page for page in real if page.phrases], max(0, min(pages, CORE) - len(real)), "panduan", chance)]
    words = Words(data)
    if len(core) > len(real):
        data |= archive_data(core, words) | {"permukaan": surfaces(core, data, words)}
    news = mixed([page for page in real if page.phrases], max(0, pages - len(core)), "kabar", chance)
    return len(core), len(news), as_files(data, archive_data(news, words) if news else None)


def placed(site: Path, files: SearchFiles, folder: Path) -> None:
    """The home page of the built site with other search files."""
    shutil.copytree(site / "aset", folder / "aset", ignore=shutil.ignore_patterns("cari-*"))
    html = (site / "index.html").read_text(encoding="utf-8")
    for name, path in (("kotak", files.box), ("mesin", files.engine), ("isi", files.content)):
        html = re.sub(rf"aset/cari-{name}-[0-9a-f]+\.js", path, html)
    if files.archive:
        html = html.replace("<div id=cari ", f"<div id=cari data-arsip={files.archive} ").replace('<div id="cari" ', f'<div id="cari" data-arsip="{files.archive}" ')
    (folder / "index.html").write_text(html, encoding="utf-8")
    for name, content in files.files.items():
        (folder / name).write_bytes(content)


def large(ledger: Ledger, site: Path, asked: list[str], chromium: str, handler: Any) -> None:
    """Prints one table: the real site, 300 pages, 5,000 pages."""
    from playwright.sync_api import sync_playwright

    print("| halaman inti + arsip | mesin + isi, gzip | arsip, gzip | huruf pertama, median / terlama | ketukan, p95 |\n|---|---|---|---|---|")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for pages in (0, CORE, 5_000):
            core, news, files = city(ledger, pages)
            weight = {name: len(gzip.compress(content, 9)) / 1000 for name, content in files.files.items()}
            with tempfile.TemporaryDirectory() as name:
                placed(site, files, Path(name))
                server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=name))
                threading.Thread(target=server.serve_forever, daemon=True).start()
                page = browser.new_page(viewport={"width": 360, "height": 740})
                page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
                page.focus("#cari-isian")
                page.fill("#cari-isian", "a")
                page.wait_for_selector("[role=option]")
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                times = page.evaluate(MEASURE, [asked[::3], bool(news)])
                page.close()
                server.shutdown()
            slow = sorted(times["all"])[int(len(times["all"]) * 0.95)]
            print(f"| {core} + {news} | {sum(weight.values()) - weight.get(files.archive, 0):.1f} kB | {weight.get(files.archive, 0):.0f} kB "
                  f"| {statistics.median(times['first']):.0f} / {max(times['first']):.0f} ms | {slow:.0f} ms |", flush=True)
        browser.close()
