"""Our search next to Material's own, MiniSearch and Pagefind: the same queries, the same pages, one run, one table.

    python benchmarks/cari.py                         all sets of queries together
    python benchmarks/cari.py tests/cari/pertanyaan.yaml
    python benchmarks/cari.py --besar                 weight and speed with 300 and 5,000 pages, in a browser at a quarter of the speed

Every engine gets the same text of every page: title, the phrases people type, and the body. Optional, pinned:
    npm install --prefix build/banding minisearch@7.2.0
    pip install "pagefind[extended]==1.5.2" playwright       (and a Chromium, named by CHROMIUM or on the path)
An engine that is not installed is left out with a line that says so. Needs Node.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from datetime import date
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import cari_besar  # noqa: E402
import nilai_cari  # noqa: E402
import yaml  # noqa: E402

from site_src.load import load_site  # noqa: E402
from site_src.model import Ledger  # noqa: E402
from site_src.search.documents import Document, documents  # noqa: E402
from site_src.search.index import search_data  # noqa: E402
from site_src.search.query import Search, as_rows  # noqa: E402

SETS = [ROOT / "tests" / "cari" / f"{name}.yaml" for name in ("pertanyaan", "pertanyaan-uji", "pertanyaan-uji-kedua", "pertanyaan-uji-ketiga", "pertanyaan-uji-keempat", "pertanyaan-uji-kelima", "pertanyaan-luas")]
MINISEARCH = ROOT / "build" / "banding" / "node_modules" / "minisearch" / "dist" / "es" / "index.js"


def main(paths: list[str]) -> int:
    """Prints one table for each set of queries."""
    ledger = Ledger(load_site(ROOT).site, date.today())
    if paths == ["--besar"]:
        asked = [query["q"] for query in yaml.safe_load(SETS[0].read_text(encoding="utf-8"))]
        cari_besar.large(ledger, ROOT / "site", asked, browser_path() or "", _Quiet)
        return 0
    pages = list(documents(ledger))
    texts = [{"title": page.title, "text": ". ".join((*page.names, *page.phrases, *page.sentences))} for page in pages]
    ours = Search(search_data(ledger))
    for path in map(Path, paths or SETS):
        queries = yaml.safe_load(path.read_text(encoding="utf-8"))
        asked = [query["q"] for query in queries]
        found = {"situs ini": {query: as_rows(ours, query) for query in asked}}
        for name, numbers in {**in_node(texts, asked), "Pagefind extended 1.5.2": in_pagefind(texts, asked)}.items():
            if numbers is not None:
                found[name] = {query: [as_row(pages[number]) for number in row] for query, row in numbers.items()}
        print(f"\n{path.name}: {len(queries)} pertanyaan, {len(pages)} halaman dan istilah\n")
        print(f"| {'mesin':28} | success@1 | success@3 | MRR | tanpa hasil |\n|---|---|---|---|---|")
        for name, results in found.items():
            measures = nilai_cari.score(queries, results)
            _, one, three, mean = measures["semua"]
            print(f"| {name:28} | {one:.3f} | {three:.3f} | {mean:.3f} | {measures['kosong']:.1%} |")
    return 0


def as_row(page: Document) -> dict[str, object]:
    """A page as the evaluation command writes it."""
    return {"url": page.url, "topics": list(page.topics), "entities": list(page.entities), "title": page.title}


def in_node(texts: list[dict[str, str]], asked: list[str]) -> dict[str, dict[str, list[int]] | None]:
    """Material's worker, as installed, and MiniSearch when it is there."""
    material = Path(importlib.util.find_spec("material").origin).parent / "templates" / "assets" / "javascripts" / "workers"
    worker = next(iter(material.glob("search.*.min.js")), None)
    if not MINISEARCH.exists():
        print(f"MiniSearch tidak terpasang: npm install --prefix {MINISEARCH.parents[4].relative_to(ROOT)} minisearch@7.2.0", file=sys.stderr)
    given = {"worker": str(worker) if worker else "", "minisearch": MINISEARCH.as_uri() if MINISEARCH.exists() else "", "pages": texts, "queries": asked}
    done = subprocess.run(["node", str(Path(__file__).with_suffix(".mjs"))], input=json.dumps(given), capture_output=True, text=True, check=True)
    answers = json.loads(done.stdout)
    return {"Material (worker, bahasa id)": answers.get("material"), "MiniSearch 7.2.0": answers.get("minisearch")}


def browser_path() -> str | None:
    """The Chromium of this machine."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def in_pagefind(texts: list[dict[str, str]], asked: list[str]) -> dict[str, list[int]] | None:
    """Pagefind over the same texts as HTML, asked in a browser; ``None`` when it is not installed."""
    chromium = browser_path()
    if not chromium or not importlib.util.find_spec("pagefind") or not importlib.util.find_spec("playwright"):
        print("Pagefind tidak terpasang: pip install \"pagefind[extended]==1.5.2\" playwright", file=sys.stderr)
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        for number, text in enumerate(texts):
            (site / str(number)).mkdir()
            (site / str(number) / "index.html").write_text(f"<!doctype html><html lang=id><title>{escape(text['title'])}</title><body><h1>{escape(text['title'])}</h1><p>{escape(text['text'])}</p>", encoding="utf-8")
        (site / "index.html").write_text("<!doctype html><html lang=id data-pagefind-ignore=all><title>-</title>", encoding="utf-8")
        subprocess.run([sys.executable, "-m", "pagefind", "--site", name], check=True, capture_output=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            answers = page.evaluate("""async (queries) => {
              const pagefind = await import('/pagefind/pagefind.js'), out = {};
              for (const query of queries) {
                const found = (await pagefind.search(query)).results.slice(0, 10), rows = await Promise.all(found.map((one) => one.data()));
                out[query] = rows.map((row) => Number(row.url.split('/')[1]));
              }
              return out;
            }""", asked)
            browser.close()
        server.shutdown()
    return answers


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Nothing: a thousand requests are not news."""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
