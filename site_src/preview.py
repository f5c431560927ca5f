"""What a live preview remembers between saves; the engine loads its hook anew each time, this module only once."""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import Any

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

from .pipeline import Prepared
from .problems import Severity
from .search.files import SearchFiles

DELAY = 0.05
"""Seconds the engine waits for a second save; its own 0.25 are for folders that are polled."""

serving = False
prepared: Prepared | None = None
search: SearchFiles | None = None
"""The search of the first moment: its files are named in every page, and a new search at every save would render every page anew."""


MOST = 8
"""Problems in the bar; the terminal shows all."""


class Saves(Observer):  # type: ignore[misc, valid-type]
    """Tells of saves only. To the system, opening a file is news too: the build reads the content, and would start itself again for ever."""

    def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
        """Watch ``path`` for files that are made, changed, moved or deleted."""
        return super().schedule(event_handler, path, **{**options, "event_filter": [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]})


def can_go_on(root: Path) -> bool:
    """A preview shows the last good pages while an error is being mended."""
    staged = (root / "build" / "docs" / "index.md").is_file()
    if serving and staged:
        print("Pratinjau menampilkan isi terakhir yang benar.", file=sys.stderr)
    return serving and staged


def with_bar(page: bytes) -> bytes:
    """A page as it is sent: with the problems on top while the content has errors, since it then shows what was saved before them."""
    if prepared is None or prepared.ok:
        return page
    errors = [problem for problem in prepared.problems if problem.severity is Severity.ERROR]
    rows = "".join(f"<li><code>{escape(str(problem.place))}</code> {escape(problem.message)} {escape(problem.remedy)}</li>" for problem in errors[:MOST])
    rest = f"<p>Dan {len(errors) - MOST} lagi; semuanya ada di terminal.</p>" if len(errors) > MOST else ""
    bar = ('<section role="alert" aria-label="Masalah di isi" style="background:#7a1212;color:#fff;padding:.75rem 1rem;font:16px/1.5 sans-serif">'
           f"<p><strong>Perubahan terakhir belum tampil: ada {len(errors)} galat.</strong> Halaman di bawah ini dari simpanan terakhir yang benar.</p>"
           f"<ol>{rows}</ol>{rest}</section>")
    return re.sub(rb"<body[^>]*>", lambda body: body[0] + bar.encode(), page, count=1)


def _show_problems(server: Any) -> None:
    inject = server._inject_js_into_html
    server._inject_js_into_html = lambda page, epoch: inject(with_bar(page), epoch)


def watch(server: Any, root: Path, docs_dir: str) -> None:
    """Watch content and settings through the system's own notices, which arrive sooner than polling."""
    _show_problems(server)
    server.unwatch(docs_dir)
    for path in list(server._watched_paths):
        server.unwatch(path)
    server.observer = Saves()
    server.build_delay = DELAY
    for name in ("content", "hotlines.yaml", "mkdocs.yml", "site_src"):
        server.watch(str(root / name))
