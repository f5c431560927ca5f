"""What our own code reads of the engine's settings, ``mkdocs.yml``."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from .problems import Problem
from .source import decode

NAME = "mkdocs.yml"


def settings_problems(root: Path) -> list[Problem]:
    """Why ``mkdocs.yml`` cannot be read as text; what stands in it is the engine's to judge."""
    path = root / NAME
    text, problems = decode(NAME, path.read_bytes()) if path.is_file() else ("", [])
    return problems if text is None else []


def settings_text(root: Path) -> str:
    """The text of ``mkdocs.yml``; letters that cannot be read are replaced, for ``settings_problems`` has told them."""
    return (root / NAME).read_text(encoding="utf-8", errors="replace")


def base_path(root: Path) -> str:
    """The path of ``site_url`` in mkdocs.yml, with slashes at both ends; ``/`` when none is set."""
    return urlsplit(site_address(root)).path or "/"


def site_address(root: Path) -> str:
    """``site_url`` of mkdocs.yml with a slash at its end; empty when none is set."""
    match = re.search(r"^site_url:\s*[\"']?(https?://[^\s\"'#]+)", settings_text(root), re.MULTILINE)
    return f"{match[1].rstrip('/')}/" if match else ""
