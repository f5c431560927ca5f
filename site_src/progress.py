"""What a long step is doing: a moving line on a terminal, one plain line per step anywhere else."""

from __future__ import annotations

import sys
import threading
import time
from typing import TextIO

TICK = 0.2
"""Seconds between two updates of the moving line."""


class Progress:
    """``step("Membangun …")`` ends the step before it and starts the next; ``close()`` ends the last."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._text = ""
        self._started = 0.0
        self._done = threading.Event()
        self._ticker: threading.Thread | None = None

    def step(self, text: str) -> None:
        """Start a step; its seconds are shown while it runs, on a terminal."""
        self.close()
        self._text, self._started = text, time.monotonic()
        if not self._live:
            print(text, file=self._stream, flush=True)
            return
        self._done.clear()
        self._ticker = threading.Thread(target=self._tick, daemon=True)
        self._ticker.start()

    def close(self) -> None:
        """End the running step; on a terminal its line stays, with the seconds it took."""
        if self._ticker is not None:
            self._done.set()
            self._ticker.join()
            self._ticker = None
            print(f"\r\x1b[K{self._text} {self._seconds()}", file=self._stream, flush=True)

    def _tick(self) -> None:
        while not self._done.wait(TICK):
            print(f"\r\x1b[K{self._text} {self._seconds()}", end="", file=self._stream, flush=True)

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._started:.1f} detik".replace(".", ",")
