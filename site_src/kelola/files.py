"""Every file of the editor, by its path in the site: ours, the vendored ones with their licences, and the settings."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from ..leaks import Secrets, secrets_of
from ..leaks.secrets import scan_text
from ..model import Ledger
from ..engine_file import settings_text
from ..model.content_policy import EDITOR, EDITOR_POLICY
from .config import config

HERE = Path(__file__).parent
PACKED = (".min.js", ".woff2", ".txt")
"""Endings in ``alat/`` of what browsers load, and the licences that go with it."""


def editor_files(ledger: Ledger, repo: str) -> dict[str, bytes]:
    """Path to content of the whole editor; nothing is fetched. ``repo`` is ``owner/name`` on GitHub; without one the editor only tries things out in the browser."""
    page = (HERE / "muka" / "index.html").read_text(encoding="utf-8")
    filled = page.replace("{csp}", escape(EDITOR_POLICY)).replace("{keluar}", escape(ledger.site.policy.exit_url))
    settings = json.dumps(discreet(config(ledger.site, repo), secrets_of(ledger)), ensure_ascii=False, separators=(",", ":"))
    scripts = {path.name: path.read_bytes() for path in sorted((HERE / "muka").glob("*.js"))}
    vendored = {path.name: path.read_bytes() for path in sorted((HERE / "alat").iterdir()) if path.name.endswith(PACKED)}
    # The editor asks which version is newest: the one that was built.
    version = {"package.json": (HERE / "alat" / "versi.json").read_bytes()}
    words = {"bahasa/id.json": (HERE / "muka" / "id.json").read_bytes()}
    files = {"index.html": filled.encode(), "config.json": settings.encode(), **scripts, **vendored, **words, **version}
    return {f"{EDITOR}/{name}": content for name, content in files.items()}


def discreet(settings: Any, secrets: Secrets) -> Any:
    """The settings without hints whose example looks like a place or number that this city keeps to itself: examples are the generator's, not the city's."""
    if isinstance(settings, dict):
        return {key: discreet(value, secrets) for key, value in settings.items() if key != "hint" or not any(scan_text(value, secrets))}
    return [discreet(value, secrets) for value in settings] if isinstance(settings, list) else settings


def repository(root: Path) -> str:
    """``owner/name`` from ``repo_url`` in mkdocs.yml; empty when the project has no GitHub address."""
    match = re.search(r"^repo_url:\s*[\"']?https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?[\"']?\s*$", settings_text(root), re.MULTILINE)
    return match[1] if match else ""
