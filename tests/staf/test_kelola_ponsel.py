"""Somebody who has only docs/penyunting.md changes a number, adds a service and records a call in the built editor, on a telephone 360 px wide.

The editor is configured as every build configures it and finds a GitHub of ours (pretend_github.py) at GitHub's address. What it saves is a branch and a pull
request there. The words pressed and filled in are those of the guide, in its order.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading

import pytest
from building import HOME, TODAY
from phone import Phone, plain
from pretend_github import PretendGitHub

from site_src.kelola import editor_files, repository
from site_src.load import load_site
from site_src.model import Edition, Ledger
from site_src.model.content_policy import EDITOR_POLICY

TOKEN = "github_pat_petugas"
GUIDE = (HOME / "docs/penyunting.md").read_text(encoding="utf-8")
SAPA = "Mengubah Berkas “hotlines”"


def words_of(heading):
    """What the numbered steps below a heading of the guide name, in order: **fields**, *buttons* and “rows”."""
    part = re.split(r"\n#+ ", GUIDE[GUIDE.index(f"\n### {heading}\n") + 1:])[1 if heading.startswith("#") else 0]
    steps = re.findall(r"^\d+\. (?:.*\n?(?:   .*\n)*)", part, re.MULTILINE)
    return [next(filter(None, found)) for found in re.findall(r"\*\*([^*]+)\*\*|\*([^*]+)\*|“([^”]+)”", "".join(steps))]


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    return PretendGitHub.of(HOME, tmp_path_factory.mktemp("hub") / "situs.git", repository(HOME), TOKEN, ["hotlines.yaml", "content"])


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The address of the editor as every build makes it."""
    folder = tmp_path_factory.mktemp("situs")
    for path, made in editor_files(Ledger(load_site(HOME).site, TODAY, Edition.PREVIEW), repository(HOME)).items():
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
    server.server_close()


@pytest.fixture
def phone(browser, office, hub):
    """A telephone of its own, for the editor keeps drafts, whose owner has signed in as the guide says; and GitHub as on the first day."""
    hub.clear()
    own = Phone(browser, office, hub)
    own.start(TOKEN)
    yield own
    own.context.close()
    assert (own.foreign, own.refused, hub.unknown) == ([], [], [])


def passes(hub, branch, folder, *options):
    """The check's answer as the workflow asks it of this branch."""
    hub.checkout(branch, folder)
    return subprocess.run([sys.executable, "-m", "site_src.cli", "check", "--root", str(folder), "--tanggal", str(TODAY), *options], cwd=HOME,
                          env={**os.environ, "GITHUB_BASE_REF": "main"}, capture_output=True, text=True, encoding="utf-8")


def test_a_number_becomes_a_branch_and_a_pull_request_that_somebody_is_asked_to_read(phone, hub, tmp_path):
    phone.press("Nomor hotline")
    phone.enter("Nomor hotline", "SAPA 129")
    phone.enter("Kanal", "whatsapp")
    # The same digits, grouped otherwise: nobody's number is invented here.
    phone.fill("Nomor", "0811-1129-129")
    phone.picture("ponsel-nomor")
    phone.see("Sumber")
    phone.add("Sumber")
    phone.fill("Alamat halaman", "https://sapa.kemenpppa.go.id/")
    phone.fill("Tanggal dibaca", str(TODAY))
    phone.choose("Milik instansi pengelola?", "ya")
    phone.picture("ponsel-sumber")
    phone.press("Simpan")
    phone.page.get_by_text("Minta orang kedua meninjaunya?").wait_for()
    phone.picture("ponsel-minta-ditinjau")
    [pull] = hub.pulls
    assert (pull["head"], pull["base"], pull["draft"], pull["labels"], pull["title"]) == ("cms/_singletons/hotlines", "main", True, ["editor/draft"], SAPA)
    assert "Orang kedua" in pull["body"] and hub.git("log", "-1", "--format=%s", pull["head"]) == SAPA
    phone.press("Minta ditinjau")
    phone.page.get_by_text("Jenis isi", exact=True).wait_for()
    assert (pull["draft"], pull["labels"]) == (False, ["editor/pending_review"])
    assert hub.changed(pull["head"])[:2] == ['-        nomor: "08111-129-129"', '+        nomor: "0811-1129-129"']
    assert [line.strip("+- ") for line in hub.changed(pull["head"])[2:]] == ["url: https://sapa.kemenpppa.go.id/", f"dibaca: {TODAY}", "resmi: ya"]
    assert hub.git("rev-list", "--count", "main") == "1"
    answer = passes(hub, pull["head"], tmp_path / "usulan", "--since")
    assert answer.returncode == 0, answer.stdout
    assert phone.said == words_of("Mengubah nomor lewat formulir")


def test_a_new_service_is_proposed_and_passes_the_check(phone, hub, tmp_path):
    phone.picture("ponsel-isi")
    phone.press("Layanan")
    phone.press("Buat catatan baru", said="pensil")
    phone.fill("Nama", "Puskesmas Rekaan")
    phone.choose("Sektor", "kesehatan")
    phone.fill("Apa yang dilakukan, satu atau dua kalimat", "Pusat kesehatan untuk warga sekitar.")
    phone.picture("ponsel-layanan-baru")
    phone.see("Kebutuhan")
    phone.add("Kebutuhan", "Kehamilan dan kekerasan")
    phone.see("Kata yang diketik orang")
    for word in ("puskesmas rekaan", "berobat", "dokter", "bidan", "periksa hamil"):
        phone.add("Kata yang diketik orang", typed=word)
    phone.add("Hotline pengganti", "SAPA 129")
    phone.add("Sumber tentang layanan ini")
    phone.fill("Alamat halaman", "https://dinkes.lubuklinggaukota.go.id/")
    phone.fill("Tanggal dibaca", str(TODAY))
    phone.press("Simpan")
    phone.press("Minta ditinjau")
    phone.page.get_by_text("Jenis isi", exact=True).or_(phone.page.get_by_text("Belum terbit")).first.wait_for()
    [pull] = hub.pulls
    assert (pull["head"], pull["title"], pull["draft"]) == ("cms/layanan/puskesmas-rekaan", "Menambah layanan “puskesmas-rekaan”", False)
    assert hub.git("diff", "--name-status", f"main...{pull['head']}") == "A\tcontent/layanan/puskesmas-rekaan.md"
    answer = passes(hub, pull["head"], tmp_path / "usulan", "--since")
    assert answer.returncode == 0 and "puskesmas-rekaan" not in answer.stdout, answer.stdout
    assert phone.said == words_of("Menambah layanan lewat formulir")


def test_a_call_is_recorded_and_only_its_lines_are_new(phone, hub, tmp_path):
    phone.press("Nomor hotline")
    phone.enter("Nomor hotline", "SAPA 129")
    phone.enter("Kanal", "telepon")
    phone.see("Catatan uji telepon")
    phone.add("Catatan uji telepon")
    phone.fill("Tanggal menelepon", str(TODAY))
    phone.fill("Operator seluler", "Telkomsel")
    phone.choose("Hasil", "tersambung")
    phone.fill("Peran penelepon", "petugas UPTD PPA")
    # Heads of nested lists would lie on one another, and «Tambah Nomor hotline» below every field.
    assert phone.page.locator(".toolbar").evaluate_all("all => all.filter((one) => getComputedStyle(one).position === 'sticky').length") == 0
    phone.picture("ponsel-uji")
    phone.press("Simpan")
    phone.press("Minta ditinjau")
    phone.page.get_by_text("Jenis isi", exact=True).wait_for()
    [pull] = hub.pulls
    assert [line.strip() for line in hub.changed(pull["head"])] == [f"+{' ' * indent}{line}" for indent, line in zip((8, 10, 12, 12, 12), ("uji:", f"- tanggal: {TODAY}", "operator: Telkomsel", "hasil: tersambung", "oleh: petugas UPTD PPA"))]
    answer = passes(hub, pull["head"], tmp_path / "usulan", "--since")
    assert answer.returncode == 0, answer.stdout
    assert phone.said == words_of("Mencatat uji telepon lewat formulir")


def test_a_page_is_written_and_passes_the_check(phone, hub, tmp_path):
    phone.press("Pencegahan")
    phone.press("Buat catatan baru", said="pensil")
    phone.fill("Judul", "Bertengkar tanpa melukai")
    phone.fill("Ringkas", "Yang bisa dilakukan sebelum pertengkaran menjadi kekerasan.")
    phone.choose("Untuk siapa", "umum")
    phone.add("Kebutuhan", "Kekerasan dalam rumah tangga")
    for word in ("bertengkar", "ribut di rumah", "marah", "cekcok", "adu mulut"):
        phone.add("Kata yang diketik orang", typed=word)
    law = next(record for record in load_site(HOME).site.references if record.id == "uu-pkdrt-bentuk")
    phone.add("Sumber", f"{law.name} ({law.id})")
    phone.see("Isi terakhir ditinjau")
    phone.at = "ditinjau."
    phone.fill("Tanggal ditinjau", str(TODAY))
    phone.fill("Peran peninjau", "penyusun")
    phone.picture("ponsel-halaman")
    phone.at = ""
    phone.fill("Tulisan halaman", "## Sebelum marah memuncak\n\nBerhenti bicara. Keluar sebentar dari ruangan itu.")
    phone.press("Simpan")
    phone.press("Minta ditinjau")
    phone.page.get_by_text("Jenis isi", exact=True).or_(phone.page.get_by_text("Belum terbit")).first.wait_for()
    [pull] = hub.pulls
    assert hub.git("diff", "--name-status", f"main...{pull['head']}") == "A\tcontent/pencegahan/bertengkar-tanpa-melukai.md"
    answer = passes(hub, pull["head"], tmp_path / "usulan", "--since")
    assert answer.returncode == 0 and "tanpa-kata-cari" not in answer.stdout, answer.stdout
    assert phone.said == words_of("Menulis halaman lewat formulir")


def test_what_is_saved_while_somebody_reads_joins_the_same_proposal_and_nobody_is_asked(phone, hub):
    phone.press("Lembaga")
    phone.fill("Nama pendek pengelola", "Dinas")
    phone.press("Simpan")
    phone.press("Minta ditinjau")
    phone.page.get_by_text("Jenis isi", exact=True).wait_for()
    phone.page.get_by_text("catatan tersimpan").wait_for(state="detached")
    phone.press("Lembaga")
    phone.fill("Nama pendek pengelola", "Dinas itu")
    phone.press("Simpan")
    phone.page.get_by_text("catatan tersimpan").wait_for()
    assert phone.page.get_by_text("Minta orang kedua meninjaunya?").count() == 0
    [pull] = hub.pulls
    assert (pull["draft"], pull["labels"]) == (False, ["editor/pending_review"])
    assert len(hub.changed(pull["head"])) == 2 and hub.changed(pull["head"])[1] == "+pengelola_pendek: Dinas itu"
    assert "*Ditinjau*: usulannya sudah menunggu orang kedua, dan simpanan ini ikut" in GUIDE


def test_what_is_not_whole_is_kept_as_a_draft_and_asked_of_nobody(phone, hub):
    phone.press("Layanan")
    phone.press("Buat catatan baru")
    # Without a name the file would get a random one, for ever.
    phone.press("Simpan")
    phone.page.get_by_text("1 isian perlu diperbaiki").first.wait_for()
    assert hub.branches() == ["main"]
    phone.fill("Nama", "Puskesmas Rekaan")
    phone.press("Simpan")
    phone.page.get_by_text("catatan tersimpan").wait_for()
    assert phone.page.get_by_text("Minta orang kedua meninjaunya?").count() == 0
    [pull] = hub.pulls
    phone.press("Usulan")
    phone.press("Puskesmas Rekaan")
    phone.turn("Draf", "Ditinjau")
    phone.page.get_by_text("Masih ada isian yang salah").wait_for()
    phone.page.get_by_text("Isian ini wajib").first.wait_for()
    phone.picture("ponsel-kurang")
    assert (pull["draft"], pull["labels"], pull["state"]) == (True, ["editor/draft"], "open")


def test_a_date_that_is_none_is_not_saved(phone, hub):
    phone.press("Layanan")
    phone.press("Buat catatan baru")
    phone.fill("Nama", "Puskesmas Rekaan")
    phone.add("Sumber tentang layanan ini")
    phone.fill("Tanggal dibaca", "kemarin")
    phone.press("Simpan")
    phone.page.get_by_text("perlu diperbaiki").first.wait_for()
    phone.picture("ponsel-perbaiki")
    assert (hub.pulls, hub.branches()) == ([], ["main"])
    phone.press("Tunjukkan")
    phone.page.get_by_role("dialog").get_by_role("button", name="Tanggal dibaca").click()
    phone.page.get_by_role("dialog").wait_for(state="detached")
    phone.fill("Tanggal dibaca", str(TODAY))
    phone.press("Simpan")
    phone.page.get_by_text("catatan tersimpan").wait_for()
    assert len(hub.pulls) == 1


def test_nobody_publishes_before_a_second_person_has_approved(phone, hub):
    old = hub.text("main:content/layanan/uptd-ppa.md")
    phone.press("Layanan")
    phone.page.get_by_text("BAZNAS").first.wait_for()
    phone.page.goto(f"{phone.base}/kelola/#/collections/layanan/entries/uptd-ppa")
    phone.fill("Nama singkat", "UPTD PPA kota")
    phone.press("Simpan")
    phone.press("Minta ditinjau")
    phone.press("Usulan")
    phone.page.get_by_role("list", name="Ditinjau").get_by_role("button").first.wait_for()
    phone.picture("ponsel-usulan")
    phone.page.get_by_role("list", name="Ditinjau").get_by_role("button").first.click()
    phone.turn("Ditinjau", "Siap")
    phone.page.get_by_role("button", name="Terbitkan").wait_for()
    phone.picture("ponsel-terbitkan")
    hub.protected = True
    phone.press("Terbitkan")
    phone.page.get_by_role("alertdialog").get_by_role("button", name="Terbitkan").click()
    phone.page.get_by_text("Catatan gagal diterbitkan").wait_for()
    assert hub.text("main:content/layanan/uptd-ppa.md") == old
    hub.protected = False
    phone.page.get_by_role("button", name="Terbitkan").first.click()
    phone.page.get_by_role("alertdialog").get_by_role("button", name="Terbitkan").click()
    for _ in range(600):
        if hub.branches() == ["main"]:
            break
        phone.page.wait_for_timeout(100)
    assert hub.text("main:content/layanan/uptd-ppa.md") == old.replace("singkatan: UPTD PPA\n", "singkatan: UPTD PPA kota\n")
    assert hub.branches() == ["main"] and hub.pulls[0]["state"] == "closed"


def test_a_wrong_token_is_said_and_nothing_is_stored(browser, office, hub):
    stranger = Phone(browser, office, hub)
    stranger.page.goto(f"{office}/kelola/")
    stranger.press("Masuk dengan token")
    link = stranger.page.get_by_role("link", name="halaman pengaturan")
    assert re.fullmatch(r"https://github\.com/settings/personal-access-tokens/new\?(?=.*contents=write)(?=.*pull_requests=write).*", link.get_attribute("href"))
    assert plain(link.inner_text()) == "halaman pengaturan GitHub" and link.get_attribute("target") == "_blank"
    stranger.page.get_by_role("textbox").fill("github_pat_salah")
    stranger.press("Masuk")
    stranger.page.get_by_text("Token itu tidak berlaku").wait_for()
    assert "github_pat_salah" not in stranger.page.evaluate("JSON.stringify(localStorage)")
    stranger.context.close()
