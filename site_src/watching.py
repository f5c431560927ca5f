"""Tell when a file below some folders has been saved."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SETTLE = 0.15
"""Seconds without a further save before a change counts: editors write one save in several steps."""


def changes(paths: Iterable[Path]) -> Iterator[None]:
    """Yields once at the start and then after every save, until interrupted."""
    saved = threading.Event()

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            # Reading a file is an event too; only what changes it counts.
            if not event.is_directory and event.event_type in ("created", "modified", "moved", "deleted"):
                saved.set()

    observer = Observer()
    for path in paths:
        observer.schedule(Handler(), str(path), recursive=path.is_dir())
    observer.start()
    try:
        while True:
            yield
            saved.wait()
            while saved.is_set():
                saved.clear()
                saved.wait(SETTLE)
    finally:
        observer.stop()
        observer.join()
