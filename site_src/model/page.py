"""A page before any engine has seen it: Markdown with front matter of our own."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the staged tree.

    ``path`` is the Markdown file below ``build/docs``; ``source`` the file staff edit, or ``None`` for a generated page;
    ``shows`` the link targets (``tel:129``) a reader must find on the built page; ``heading`` the title as Markdown, where it holds more than its words.
    """

    path: str
    title: str
    body: str
    kind: str
    description: str = ""
    source: str | None = None
    trail: tuple[tuple[str, str], ...] = ()
    meta: dict[str, object] = field(default_factory=dict)
    shows: frozenset[str] = frozenset()
    heading: str = ""

    @property
    def url(self) -> str:
        """Address below the site's root, with a trailing slash; empty for the home page."""
        return page_url(self.path)

    def text(self, frame: Mapping[str, object]) -> str:
        """The staged file: quoted front matter with what every page carries, the title as the only level-one heading, the body."""
        meta: dict[str, object] = {"title": self.title, "description": self.description, "jenis": self.kind}
        if self.source:
            meta["sunting"] = self.source
        if self.trail:
            meta["remah"] = [{"nama": name, "alamat": relative(self.url, url)} for name, url in self.trail]
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in {**meta, **self.meta, **frame}.items() if value not in ("", None)]
        return "---\n" + "\n".join(lines) + f"\n---\n\n# {self.heading or self.title}\n\n{self.body.strip()}\n"


def page_url(path: str) -> str:
    """``topik/kdrt.md`` -> ``topik/kdrt/``; ``topik/index.md`` -> ``topik/``; ``index.md`` -> empty."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


def relative(from_url: str, to_url: str) -> str:
    """Relative link between two addresses below the root: works at any base path and from a folder on a stick."""
    if "://" in to_url or to_url.startswith(("tel:", "sms:", "mailto:", "#")):
        return to_url
    target, _, fragment = to_url.partition("#")
    depth = from_url.count("/")
    start = "/".join(from_url.split("/")[:depth])
    path = posixpath.relpath("/" + target, "/" + start)
    path = path + "/" if target.endswith("/") or not target else path
    return (path if path != "./" or not fragment else "") + (f"#{fragment}" if fragment else "")
