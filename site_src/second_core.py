"""Half of the pages rendered by a second process, while the engine renders the other half: the same bytes, sooner."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from types import MethodType
from typing import Any

MANY = 60
"""Pages from which a second process pays for itself."""
FIELDS = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids")
"""What an engine's ``Page.read_source`` and ``Page.render`` fill in."""


def render_ahead(pages: Sequence[Any], config: Any, files: Any) -> None:
    """Give every second page to a fork; the engine's own loop then finds these rendered. Does nothing where it cannot help."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2 or len(pages) < MANY:
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
