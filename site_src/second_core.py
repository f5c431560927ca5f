"""Work given to a second process while this one goes on: the same result, sooner. Where there is no second core, it is done here."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from types import MethodType
from typing import Any, TypeVar

MANY = 60
"""Pages from which a second process pays for itself."""
FIELDS = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids")
"""What an engine's ``Page.read_source`` and ``Page.render`` fill in."""


Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Ahead:
    """Work begun in a fork, one piece after the other. ``forget()`` ends it."""

    def __init__(self, *works: Callable[[], Any], size: int) -> None:
        self._process: Any = None
        if not can_help(size):
            return
        self._connection, other = multiprocessing.Pipe(duplex=False)
        self._process = multiprocessing.get_context("fork").Process(target=_send_results, args=(other, works), daemon=True)
        self._process.start()
        other.close()

    def result(self, work: Callable[[], Result]) -> Result:
        """What the next piece of work returns or raises. ``work``, which comes to the same, is done here when the fork could not."""
        if self._process is not None:
            with suppress(EOFError, OSError):
                found: Result = self._connection.recv()
                return found
        return work()

    def forget(self) -> None:
        """Nobody needs the result."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def share(work: Callable[[Piece], Result], pieces: Sequence[Piece], *later: Callable[[], Any], size: int) -> tuple[list[Result], Ahead]:
    """What ``work`` makes of each piece, in their order, by two processes that draw from one heap so that neither waits long; and the fork, which goes on with ``later``."""
    heap = _heap(len(pieces))

    def drawn() -> dict[int, Result]:
        return {number: work(pieces[number]) for number in _draw(heap)}

    ahead = Ahead(drawn, *later, size=size)
    here = drawn()
    os.close(heap)
    both = here | ahead.result(lambda: {number: work(piece) for number, piece in enumerate(pieces) if number not in here})
    return [both[number] for number in range(len(pieces))], ahead


def _heap(size: int) -> int:
    """A pipe that holds the numbers of all pieces: a byte in it is read by one process only."""
    heap, numbers = os.pipe()
    os.write(numbers, bytes(range(size)))
    os.close(numbers)
    return heap


def _draw(heap: int) -> Iterator[int]:
    while number := os.read(heap, 1):
        yield number[0]


def can_help(pages: int) -> bool:
    """True when a fork is safe, there is a core for it, and enough to do. A process with threads must not fork."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1 and pages >= MANY


def _send_results(connection: Connection, works: Sequence[Callable[[], Any]]) -> None:
    # A fault is left to the first process, which does the work again and meets it where it can be told.
    with suppress(Exception):
        for work in works:
            connection.send(work())


def render_ahead(pages: Sequence[Any], config: Any, files: Any) -> None:
    """Give every second page to a fork; the engine's own loop then finds these rendered. Does nothing where it cannot help."""
    if not can_help(len(pages)):
        return
    theirs = list(pages[1::2])
    ours, other = multiprocessing.Pipe(duplex=False)
    fork = multiprocessing.get_context("fork")
    fork.Process(target=_render_all, args=(other, theirs, config, files), daemon=True).start()
    other.close()
    helper = _Helper(ours, theirs, files)
    for page in theirs:
        page.read_source = MethodType(helper.take, page)


class _Helper:
    """Reads the second process's pages, in its order."""

    def __init__(self, connection: Connection, pages: Sequence[Any], files: Any) -> None:
        self._connection, self._files = connection, files
        self._waiting = [page.file.src_uri for page in pages]

    def take(self, page: Any, config: Any) -> None:
        """Stands in for ``page.read_source``. When the second process has failed, the page is rendered here as always."""
        del page.read_source
        try:
            if self._waiting.pop(0) != page.file.src_uri:
                raise EOFError
            fields, links, said = self._connection.recv()
        except (EOFError, IndexError, OSError):
            self._waiting.clear()
            page.read_source(config)
            return
        for name, value in fields.items():
            setattr(page, name, value)
        if links is not None:
            page.links_to_anchors = {self._files.get_file_from_path(name): anchors for name, anchors in links.items()}
        page.render = MethodType(_rendered(said), page)


def _rendered(said: Sequence[tuple[str, int, str]]) -> Any:
    def render(page: Any, config: Any, files: Any) -> None:
        """Stands in for ``page.render``: all that is left is what it would have said."""
        del page.render
        for name, level, message in said:
            logging.getLogger(name).log(level, "%s", message)

    return render


class _Listener(logging.Handler):
    """Keeps what the engine says, so that the first process can say it: only there are warnings counted."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.said: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.name, record.levelno, record.getMessage()))


def _render_all(connection: Connection, pages: Sequence[Any], config: Any, files: Any) -> None:
    listener = _Listener()
    for name in (None, *logging.root.manager.loggerDict):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    logging.getLogger().addHandler(listener)
    for page in pages:
        page.read_source(config)
        page.render(config, files)
        links = page.links_to_anchors
        connection.send((
            {name: getattr(page, name) for name in FIELDS},
            None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
            listener.said,
        ))
        listener.said = []
