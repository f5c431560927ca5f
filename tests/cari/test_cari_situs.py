"""The real site as an engine built it: no word that is typed leaves the page, and every engine's output answers alike."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import alat_cari
import pytest

sys.path.insert(0, str(alat_cari.ROOT / "tests"))

from building import HOME, Project, real_project  # noqa: E402

ASKED = [query["q"] for query in alat_cari.queries("pertanyaan")]
OPENED = "mabok pulang malem gocoh bini"
"""Its words stand in no address of the site."""
WATCH = """() => {
  window.seen = [];
  const note = (what) => function () { window.seen.push([what, ...[...arguments].map(String)]); };
  for (const name of ['pushState', 'replaceState']) history[name] = note(name);
  Storage.prototype.setItem = note('setItem');
  navigator.sendBeacon = note('sendBeacon');
  window.fetch = note('fetch');
  XMLHttpRequest.prototype.open = note('xhr');
  indexedDB.open = note('indexedDB');
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = note(name);
  Object.defineProperty(document, 'cookie', { get: () => '', set: note('cookie') });
}"""


class Listening(SimpleHTTPRequestHandler):
    """Serves the site and keeps every line and header it was sent."""

    heard: list[str]

    def log_message(self, *arguments):
        self.heard.append(f"{self.requestline}\n{self.headers}")


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> Project:
    """The real content, built by MkDocs."""
    project = real_project(tmp_path_factory.mktemp("asli") / "proyek")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.fixture(scope="module")
def served(real):
    """The address of the built site, and all that its server hears."""
    heard: list[str] = []
    handler = type("Handler", (Listening,), {"heard": heard})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(real.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", heard
    server.shutdown()


def visit(browser, address):
    """A fresh window with the box ready, and the requests it makes. Waits by selectors: the policy of the page forbids functions that are polled."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(f"({WATCH})()")
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    page.focus("#cari-isian")
    page.wait_for_selector("#cari-kecamatan option:nth-child(2)", state="attached")
    page.wait_for_load_state("networkidle")
    return context, page, requests


@pytest.mark.parametrize("path", ["", "topik/kdrt/"])
def test_no_typed_word_leaves_the_page_or_stays_behind(path, browser, served):
    address, heard = served
    context, page, requests = visit(browser, address + path)
    before = page.evaluate("[location.href, history.length, history.state, document.title, window.name]")
    loaded, told = list(requests), len(heard)
    for text in ASKED:
        page.fill("#cari-isian", "")
        page.wait_for_selector(".cari-panel", state="hidden")
        page.keyboard.type(text)
        page.wait_for_selector("[role=option], .cari-kartu")
    assert requests == loaded and len(heard) == told
    assert page.evaluate("window.seen") == []
    assert page.evaluate("[location.href, history.length, history.state, document.title, window.name]") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("Promise.all([indexedDB.databases(), caches.keys()])") == [[], []]
    assert context.cookies() == [] and context.storage_state()["origins"] == []
    page.fill("#cari-isian", OPENED)
    page.wait_for_selector("[role=option]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
    said = "\n".join(heard[told:]).lower()
    assert said and not [word for word in re.findall(r"[a-z]{4,}", OPENED) if re.search(rf"\b{word}\b", said)]
    assert "?" not in page.url and page.url != address + path
    page.go_back()
    assert page.input_value("#cari-isian") == ""
    context.close()


def test_the_same_files_are_fetched_whatever_is_typed(browser, served):
    fetched = []
    for texts in (ASKED[:3], ["xqzvkw"], []):
        context, page, requests = visit(browser, served[0])
        for text in texts:
            page.fill("#cari-isian", text)
        page.wait_for_timeout(200)
        fetched.append(sorted(requests))
        context.close()
    assert fetched[0] == fetched[1] == fetched[2]


@alat_cari.needs_node
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_the_output_of_every_engine_answers_alike(engine, real, tmp_path):
    """The evaluation command over the site that each engine wrote."""
    if engine != "mkdocs":
        done = real.build("--mesin", engine)
        assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "q.json").write_text(json.dumps(ASKED), encoding="utf-8")
    done = subprocess.run([alat_cari.NODE, str(HOME / "scripts" / "evaluasi_cari.mjs"), str(tmp_path / "q.json"), str(real.site)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert answers == {text: alat_cari.as_rows(alat_cari.search(), text) for text in ASKED}
    for page in ("index.html", "topik/kdrt/index.html"):
        html = (real.site / page).read_text(encoding="utf-8")
        box = dict(re.findall(r'data-(mesin|isi)="?([^" >]+)', html))
        assert all((real.site / page).parent.joinpath(found).resolve().is_file() for found in box.values()) and len(box) == 2
    assert all((real.site / row["url"].split("#")[0] / "index.html").is_file() for rows in answers.values() for row in rows)
