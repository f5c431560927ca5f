"""The editor at /kelola/: its forms are the model's, it asks nobody else, and saving changes only what somebody typed."""

from __future__ import annotations

import difflib
import functools
import hashlib
import http.server
import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from building import HOME, TODAY
from playwright.sync_api import Error as PlaywrightError
from pydantic import Field

from site_src import load
from site_src.kelola import config, editor_files, repository
from site_src.load import FOLDERS, load_site
from site_src.model import Edition, Ledger
from site_src.model.content_policy import EDITOR_POLICY

TEST_STORE = "sveltia-cms-test"
SEED = """async ([store, files]) => {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(store, { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = top;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const out = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await out.write(text);
    await out.close();
  }
}"""
READ = """async ([store, path]) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(store);
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


@pytest.fixture(scope="module")
def site():
    return load_site(HOME).site


@pytest.fixture(scope="module")
def content():
    files = [HOME / "hotlines.yaml", *(path for path in (HOME / "content").rglob("*") if path.suffix in (".md", ".yaml"))]
    return {path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture(scope="module")
def served(site, tmp_path_factory):
    """The editor with the tool's own test store, served with the headers of docs/hosting: ``base`` address."""
    folder = tmp_path_factory.mktemp("editor")
    for path, made in editor_files(Ledger(site, TODAY, Edition.PREVIEW), "").items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(made)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def end_headers(self):
            self.send_header("Content-Security-Policy", EDITOR_POLICY)
            super().end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Desk:
    """Somebody at the editor; ``foreign`` and ``refused`` collect what the browser asked of others."""

    def __init__(self, browser, base, content):
        self.base, self.foreign, self.refused = base, [], []
        self.context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="id-ID")
        self.page = self.context.new_page()
        self.page.on("request", lambda request: None if request.url.startswith((base, f"blob:{base}", "data:")) else self.foreign.append(request.url))
        self.page.on("console", lambda message: self.refused.append(message.text) if "Content Security Policy" in message.text or "configuration" in message.text and message.type != "debug" else None)
        self.page.goto(f"{base}/kelola/LICENSE.yaml.txt")
        self.page.evaluate(SEED, [TEST_STORE, content])
        self.page.goto(f"{base}/kelola/")
        self.page.get_by_role("button", name="Coba-coba").click()
        self.page.get_by_text("Kebutuhan").first.wait_for()

    def open(self, route):
        self.page.goto(f"{self.base}/kelola/#{route}")

    def type(self, label, text, nth=0):
        box = self.page.get_by_role("textbox", name=label, exact=True).nth(nth)
        box.wait_for(timeout=20_000)
        box.fill(text)

    def read(self, path):
        """The file's text, or None while the editor is just replacing it: its handle is then of a file that is gone."""
        try:
            return self.page.evaluate(READ, [TEST_STORE, path])
        except PlaywrightError as wrong:
            # Between the old file and the new one the name leads to neither.
            if not any(name in wrong.message for name in ("NotReadableError", "NotFoundError")):
                raise
            return None

    def save(self, path, old):
        """Press save and wait until the file is another one."""
        self.page.get_by_role("button", name="Simpan").first.click()
        for _ in range(100):
            now = self.read(path)
            if now not in (None, old):
                return now
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{path} tidak berubah: {self.page.inner_text('body')[:600]}")


@pytest.fixture
def desk(browser, served, content):
    found = Desk(browser, served, content)
    yield found
    found.context.close()


def changed(old, new):
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def checked(tmp_path, path, text):
    """The check's answer for the project with this one file as the editor wrote it."""
    shutil.copytree(HOME / "content", tmp_path / "content")
    for name in ("hotlines.yaml", "mkdocs.yml"):
        shutil.copy(HOME / name, tmp_path)
    shutil.copytree(HOME / "site_src", tmp_path / "site_src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / path).write_text(text, encoding="utf-8")
    return subprocess.run([sys.executable, "-m", "site_src.cli", "check", "--tanggal", str(TODAY)], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize(("route", "path", "label", "value", "lines"), [
    ("/collections/layanan/entries/uptd-ppa", "content/layanan/uptd-ppa.md", "Nama singkat", "UPTD PPA kota", ["- singkatan: UPTD PPA", "+ singkatan: UPTD PPA kota"]),
    ("/collections/alur/entries/kdrt", "content/alur/kdrt.yaml", "Ringkas", "Urutan dari pertolongan pertama sampai pulih.", None),
    ("/collections/topik/entries/kdrt", "content/topik/kdrt.md", "Jika ini terjadi sekarang", "Pergi ke rumah tetangga. Telepon {{ hotline: polisi-110 }}.", None),
])
def test_saving_changes_only_the_line_that_was_typed(desk, content, tmp_path, route, path, label, value, lines):
    desk.open(route)
    desk.type(label, value)
    now = desk.save(path, content[path])
    found = [line.rstrip() for line in changed(content[path], now)]
    assert found == lines if lines else [line[0] for line in found] == ["-", "+"] and value in found[1]
    answer = checked(tmp_path, path, now)
    assert answer.returncode == 0, answer.stdout
    assert desk.foreign == [] and desk.refused == []


KEEPING = """async ([text, path, value]) => {
  const { baca, gabung } = await import("/kelola/utuh.js");
  const data = baca(text);
  let at = data;
  for (const key of path.slice(0, -1)) at = at[key];
  if (value === null) at.splice(path.at(-1), 1); else at[path.at(-1)] = value;
  const now = gabung(text, data);
  return [now, JSON.stringify(baca(now)) === JSON.stringify(data)];
}"""


@pytest.mark.parametrize(("path", "value", "gone", "come"), [
    (["hotline", 0, "kanal", 0, "nomor"], "0110", ['    nomor: "110"'], ['    nomor: "0110"']),
    (["hotline", 0, "pengelola"], "Polri", ["    pengelola: Kepolisian Negara Republik Indonesia"], ["    pengelola: Polri"]),
    (["hotline", 0, "untuk", 1], "guru", ["    untuk: [umum, korban, anak, remaja, tetangga]"], ["    untuk: [umum, guru, anak, remaja, tetangga]"]),
    (["hotline", 0, "perlu_dipastikan", 1], None, ['      - "Apakah pulsa benar tidak terpotong? Apakah bisa dari ponsel tanpa pulsa?"'], []),
    (["hotline", 0, "kanal", 0, "uji"], [{"tanggal": "2026-11-24", "operator": "Telkomsel", "hasil": "tersambung", "oleh": "petugas"}], [],
     ["        uji:", "          - tanggal: 2026-11-24", "            operator: Telkomsel", "            hasil: tersambung", "            oleh: petugas"]),
])
def test_comments_order_quotes_and_blank_lines_stay(desk, path, value, gone, come):
    text = (HOME / "tests" / "staf" / "hotline-berkomentar.yaml").read_text(encoding="utf-8")
    now, same = desk.page.evaluate(KEEPING, [text, path, value])
    assert same
    found = changed(text, now)
    assert [line[2:].strip() for line in found if line[0] == "-"] == [line.strip() for line in gone]
    assert [line[2:].strip() for line in found if line[0] == "+"] == [line.strip() for line in come]
    assert [line for line in now.splitlines() if "#" in line] == [line for line in text.splitlines() if "#" in line]


def test_every_file_of_the_content_is_kept_as_it_is_when_nothing_changes(desk, content):
    texts = [text for path, text in content.items() if path.endswith(".yaml")]
    said = desk.page.evaluate("""async (texts) => { const { baca, gabung } = await import("/kelola/utuh.js"); return texts.map((text) => gabung(text, baca(text))); }""", texts)
    assert said == texts


def test_the_forms_are_there_for_every_record_and_setting(site):
    made = config(site, "kota/situs")
    assert [one["name"] for one in made["collections"]] == list(FOLDERS)
    assert {one["file"] for one in made["singletons"]} == {*load.LISTS, *load.SETTINGS}
    assert made["publish_mode"] == "editorial_workflow" and made["backend"]["repo"] == "kota/situs"
    assert repository(HOME) and config(site, "")["backend"] == {"name": "test-repo"}


def every(fields):
    for field in fields:
        yield field
        yield from every(field.get("fields", ()))


def test_each_field_has_a_label_and_the_model_s_limits(site):
    made = config(site, "")
    fields = [field for one in (*made["collections"], *made["singletons"]) for field in every(one["fields"])]
    assert all(field["label"] and not field["label"].startswith("_") for field in fields)
    service = {field["name"]: field for one in made["collections"] if one["name"] == "layanan" for field in one["fields"]}
    assert "kesehatan" in service["sektor"]["options"] and service["sektor"]["required"]
    assert service["rahasia"]["options"] == ["ya", "tidak"]
    channel = {field["name"]: field for field in service["kanal"]["fields"]}
    assert channel["nomor"]["hint"] == "Contoh: 0733-000066" and channel["sumber"]["min"] == 1
    assert {"label": "Polisi", "value": "polisi-110"} in service["pengganti"]["field"]["options"]
    assert {field["name"] for field in channel["sumber"]["fields"]} == {"url", "dibaca", "resmi", "terbit", "kutipan"}
    assert next(field for field in channel["sumber"]["fields"] if field["name"] == "dibaca")["pattern"][0] == r"^\d{4}-\d{2}-\d{2}$"


def test_whoever_writes_a_page_meets_titles_of_sources_open_groups_and_buttons_that_fit_a_telephone(site):
    made = config(site, "")
    forms = {one["name"]: {field["name"]: field for field in one["fields"]} for one in made["collections"]}
    page = forms["pencegahan"]
    named = {record.id: record.name for record in site.references}
    offered = {option["value"]: option["label"] for option in page["sumber"]["field"]["options"]}
    assert offered.keys() == named.keys() and all(label.startswith(named[value]) for value, label in offered.items())
    assert "Belum ada di daftar?" in page["sumber"]["hint"] and page["ditinjau"]["collapsed"] == "auto" and page["ditinjau"]["label"] != "Ditinjau"
    every_list = [field for one in (*made["collections"], *made["singletons"]) for field in every(one["fields"]) if field["widget"] == "list"]
    assert forms["layanan"]["perlu_dipastikan"]["label_singular"] == "Pertanyaan untuk petugas"
    assert [field["label_singular"] for field in every_list if len(field["label_singular"]) > 36] == []


def test_a_field_added_to_a_model_is_in_the_form(site, monkeypatch):
    name, model, suffix = FOLDERS["layanan"]

    class Wider(model):
        lift: str | None = Field(default=None, alias="lift", title="Ada lift?", examples=["ya, di sayap timur"], max_length=80)

    monkeypatch.setitem(FOLDERS, "layanan", (name, Wider, suffix))
    made = next(one for one in config(site, "")["collections"] if one["name"] == "layanan")
    assert next(field for field in made["fields"] if field["name"] == "lift") == {
        "name": "lift", "label": "Ada lift?", "required": False, "hint": "Contoh: ya, di sayap timur", "widget": "string", "minlength": 1, "maxlength": 80}


def test_the_packages_are_those_of_the_lock_with_their_licences():
    tools = HOME / "site_src" / "kelola" / "alat"
    lock = json.loads((tools / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(one["integrity"].startswith("sha512-") for name, one in lock.items() if name)
    assert json.loads((tools / "versi.json").read_text(encoding="utf-8"))["version"] == lock["node_modules/@sveltia/cms"]["version"]
    kept = {line.split()[1]: line.split()[0] for line in (tools / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    copies = {path.name for path in tools.iterdir()} - {"package.json", "package-lock.json", "SHA256SUMS"}
    assert kept == {name: hashlib.sha256((tools / name).read_bytes()).hexdigest() for name in copies}
    assert {name for name in copies if name.startswith("LICENSE")} == {f"LICENSE.{name}.txt" for name in ("sveltia-cms", "yaml", "source-sans-3", "noto-mono", "material-symbols")}
    script = (tools / "sveltia-cms.min.js").read_text(encoding="utf-8")
    assert "cdn.jsdelivr.net" not in script and "unpkg.com/@sveltia/cms" not in script


def test_citizens_never_meet_the_editor(built_once):
    site = built_once[0].site
    assert (site / "kelola" / "index.html").is_file()
    page = (site / "kelola" / "index.html").read_text(encoding="utf-8")
    assert 'name="robots" content="noindex' in page and "api.github.com" in page
    others = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".json") and "kelola" not in path.relative_to(site).parts]
    assert [path.name for path in others if "kelola/" in path.read_text(encoding="utf-8")] == []
