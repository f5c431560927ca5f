"""What a long step is doing: a moving line on a terminal, one plain line per step anywhere else."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

TICK = 0.2
"""Seconds between two updates of the moving line."""


class Progress:
    """``step("Membangun …")`` ends the step before it and starts the next; ``close()`` ends the last."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._text = ""
        self._started = 0.0
        self._stop: Callable[[], None] | None = None

    def step(self, text: str) -> None:
        """Start a step; its seconds are shown while it runs, on a terminal."""
        self.close()
        self._text, self._started = text, time.monotonic()
        if not self._live:
            print(text, file=self._stream, flush=True)
            return
        self._stop = _repeat(self._show)

    def close(self) -> None:
        """End the running step; on a terminal its line stays, with the seconds it took."""
        if self._stop is not None:
            self._stop()
            self._stop = None
            print(f"\r\x1b[K{self._text} {self._seconds()}", file=self._stream, flush=True)

    def _show(self) -> None:
        print(f"\r\x1b[K{self._text} {self._seconds()}", end="", file=self._stream, flush=True)

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._started:.1f} detik".replace(".", ",")


def _repeat(show: Callable[[], None]) -> Callable[[], None]:
    """Call ``show`` every ``TICK`` seconds until what is returned is called.

    The system's timer where there is one: a process with a thread of its own could not give work to a second core.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return _repeat_in_thread(show)

    def ring(*_: Any) -> None:
        with suppress(RuntimeError):  # the bell rang in the middle of another line to the same stream
            show()

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, TICK, TICK)

    def stop() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    return stop


def _repeat_in_thread(show: Callable[[], None]) -> Callable[[], None]:
    done = threading.Event()

    def tick() -> None:
        while not done.wait(TICK):
            show()

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()

    def stop() -> None:
        done.set()
        ticker.join()

    return stop
