"""Long steps show progress on a terminal and plain lines in CI."""

from __future__ import annotations

import io
import re
import signal
import threading
import time

import pytest

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


@pytest.mark.parametrize("timer", [True, False], ids=["system timer", "thread"])
def test_on_a_terminal_the_running_step_shows_its_seconds_and_keeps_its_line(monkeypatch, timer):
    monkeypatch.setattr(progress, "TICK", 0.01)
    if not timer:
        monkeypatch.delattr(signal, "setitimer", raising=False)
    stream = Terminal()
    shown = Progress(stream)
    shown.step("Membangun …")
    until = time.monotonic() + 10
    while stream.getvalue().count("\r") < 3 and time.monotonic() < until:
        time.sleep(0.01)
    threads = threading.active_count()
    shown.close()
    if timer and hasattr(signal, "setitimer"):
        assert threads == threading.active_count(), "no thread: a second core may help (site_src/second_core.py)"
    assert stream.getvalue().count("\r") > 2
    assert re.search(r"Membangun … \d+,\d detik\n$", stream.getvalue())
