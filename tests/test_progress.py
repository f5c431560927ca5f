"""Long steps show progress on a terminal and plain lines in CI."""

from __future__ import annotations

import io
import re
import time

from site_src import progress
from site_src.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_terminal_each_step_is_one_plain_line():
    stream = io.StringIO()
    shown = Progress(stream)
    shown.step("Memeriksa isi …")
    shown.step("Membangun …")
    shown.close()
    assert stream.getvalue() == "Memeriksa isi …\nMembangun …\n"


def test_on_a_terminal_the_running_step_shows_its_seconds_and_keeps_its_line(monkeypatch):
    monkeypatch.setattr(progress, "TICK", 0.01)
    stream = Terminal()
    shown = Progress(stream)
    shown.step("Membangun …")
    time.sleep(0.08)
    shown.close()
    assert stream.getvalue().count("\r") > 1
    assert re.search(r"Membangun … \d+,\d detik\n$", stream.getvalue())
