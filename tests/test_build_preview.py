"""The live preview shows every save, keeps the last good pages while something is wrong, and ends without a trace."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from building import TODAY, manifest

PAGE = "content/panduan/menyimpan-bukti.md"
ADDRESS = "panduan/menyimpan-bukti/"
PATIENCE = 30.0
"""Seconds: whether it shows is tested here, how soon is measured in benchmarks/."""


class Preview:
    """A running preview of one project."""

    def __init__(self, project) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.base = f"127.0.0.1:{free.getsockname()[1]}"
        self.process = project.start([sys.executable, "-m", "site_src.cli", "serve", "--alamat", self.base, "--tanggal", str(TODAY)])
        self.said = ""
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: [self._lines.put(line) for line in self.process.stdout], daemon=True).start()

    def page(self, path: str = ADDRESS) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.base}/{path}", timeout=10) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def heard(self) -> str:
        while not self._lines.empty():
            self.said += self._lines.get()
        return self.said

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end and self.process.poll() is None, self.heard()
            time.sleep(0.1)

    def stop(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(10)
        finally:
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)


@pytest.fixture
def preview(project):
    running = Preview(project)
    running.wait(lambda: "Simpan pesan" in running.page())
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to end")
def test_a_save_shows_an_error_keeps_the_good_pages_and_mending_goes_on(preview, project):
    site = manifest(project.site)

    project.add(PAGE, "\nSimpan juga tanggalnya.\n")
    preview.wait(lambda: "Simpan juga tanggalnya." in preview.page())
    time.sleep(3)
    assert preview.heard().count("Building documentation") == 2, "satu simpanan, satu pembangunan"

    project.add(PAGE, "\nTelepon 0812-3456-7890.\n")
    preview.wait(lambda: "nomor-diketik" in preview.heard() and "Pratinjau menampilkan isi terakhir yang benar." in preview.heard())
    assert "Simpan juga tanggalnya." in preview.page()
    bar = preview.page("hotline/").split('<section role="alert"')[1].split("</section>")[0]
    assert "ada 1 galat" in bar and f"<code>{PAGE}:" in bar and "diketik langsung" in bar
    assert "0812-3456-7890" not in preview.page().split("</section>", 1)[1]

    project.edit(PAGE, "\nTelepon 0812-3456-7890.\n", "\nTelepon {{ hotline: sahabat-129 }}.\n")
    preview.wait(lambda: 'href="tel:129">' in preview.page().split("Simpan juga tanggalnya.")[-1])
    preview.wait(lambda: "Masalah di isi" not in preview.page())

    # The day is today's, not that of the newest date or commit: the call was made a moment ago.
    project.edit("hotlines.yaml", "- {tanggal: 2026-11-21", f"- {{tanggal: {TODAY}")
    project.edit("hotlines.yaml", "nama: Sahabat 129", "nama: Kawan 129")
    preview.wait(lambda: "Kawan 129" in preview.page("hotline/sahabat-129/"))

    (project.root / "content/panduan/baru.md").write_text((project.root / PAGE).read_text(encoding="utf-8").replace("judul: Menyimpan bukti", "judul: Halaman baru"), encoding="utf-8")
    preview.wait(lambda: "Halaman baru" in preview.page("panduan/baru/"))

    assert preview.stop() in (0, 2)
    assert "Traceback" not in preview.heard()
    assert manifest(project.site) == site


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to end")
def test_a_preview_that_starts_with_broken_content_shows_the_last_pages_and_the_problem(project):
    project.add(PAGE, "\n<b>tebal & <script>alert(1)</script></b>\n")
    running = Preview(project)
    try:
        running.wait(lambda: "Masalah di isi" in running.page())
        assert "html-mentah" in running.heard()
        assert "alert(1)" not in running.page().replace("&lt;script&gt;alert(1)", "")
        project.edit(PAGE, "\n<b>tebal & <script>alert(1)</script></b>\n", "\nTebal.\n")
        running.wait(lambda: "<p>Tebal.</p>" in running.page() and "Masalah di isi" not in running.page())
    finally:
        running.stop()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to end")
def test_a_preview_of_broken_content_that_was_never_built_tells_the_problem_and_ends(project):
    project.add(PAGE, "\n<b>tebal</b>\n")
    shutil.rmtree(project.root / "build" / "docs")
    running = Preview(project)
    assert running.process.wait(PATIENCE) == 1
    time.sleep(0.2)
    assert "html-mentah" in running.heard()
    assert "Belum ada pembangunan" in running.heard()
