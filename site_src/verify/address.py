"""Which file of the built site an address on a page names."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote


def target_of(page: str, path: str, base: str) -> str:
    """The file (below the site's root) that ``path`` leads to from the file ``page``; ``base`` is the path the site is served at."""
    if path.startswith("/"):
        target = unquote(path).removeprefix(base).lstrip("/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
    if path.endswith("/") or target in ("", ".") or posixpath.basename(path) in (".", ".."):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target
