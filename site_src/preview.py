"""What a live preview remembers between saves; the engine loads its hook anew each time, this module only once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from watchdog.observers import Observer

from .pipeline import Prepared

serving = False
prepared: Prepared | None = None


def can_go_on(root: Path) -> bool:
    """A preview shows the last good pages while an error is being mended."""
    staged = (root / "build" / "docs" / "index.md").is_file()
    if serving and staged:
        print("Pratinjau menampilkan isi terakhir yang benar.", file=sys.stderr)
    return serving and staged


def watch(server: Any, root: Path, docs_dir: str) -> None:
    """Watch content and settings through the system's own notices, which arrive sooner than polling."""
    server.unwatch(docs_dir)
    for path in list(server._watched_paths):
        server.unwatch(path)
    server.observer = Observer()
    for name in ("content", "hotlines.yaml", "mkdocs.yml", "site_src"):
        server.watch(str(root / name))
