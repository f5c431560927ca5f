"""Which pages of two built sites differ for a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from ..model.content_policy import EDITOR

ARTICLE = re.compile(r"<article>(.*?)</article>", re.DOTALL)
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pair:
    """One page (its file below the site's root) that was, is, or is another now. ``name`` is fit for a file name."""

    file: str
    title: str
    before: bool
    after: bool

    @property
    def name(self) -> str:
        """``topik-kdrt``; ``beranda`` for the home page."""
        return self.file.removesuffix("index.html").removesuffix(".html").strip("/").replace("/", "-") or "beranda"


def changed_pages(before: Path, after: Path) -> list[Pair]:
    """Pages whose article differs between two built sites, in the order of addresses. What stands around every article (day, menu, foot) is not compared, nor are pages for staff."""
    was, now = _articles(before), _articles(after)
    pairs = [Pair(file, _title(now.get(file) or was[file]), file in was, file in now) for file in sorted(was.keys() | now.keys()) if was.get(file) != now.get(file)]
    return pairs


def _articles(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*.html") if path.relative_to(site).parts[0] != EDITOR)
    found = ((path.relative_to(site).as_posix(), ARTICLE.search(path.read_text(encoding="utf-8"))) for path in files)
    return {file: match[1] for file, match in found if match}


def _title(article: str) -> str:
    match = TITLE.search(article)
    return unescape(re.sub(r"<[^>]+>", "", match[1])).strip() if match else "Beranda"
