"""What a page may load, whoever serves it: its own files and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; worker-src 'none'"
"""What every page of ours may load (https://www.w3.org/TR/CSP3/), before the styles it carries itself are named in it."""

EDITOR = "kelola"
"""Where the editor of the staff stands, below the site's root. Whatever is for citizens (maps, search, offline editions) leaves this folder out."""
EDITOR_POLICY = "; ".join([
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob: https://avatars.githubusercontent.com", "font-src 'self' data:",
    "connect-src 'self' blob: data: https://api.github.com https://github.com", "worker-src 'self' blob:", "frame-src 'none'", "base-uri 'none'", "form-action 'none'",
])
"""What the editor may load and ask instead: itself and GitHub. The one place of this rule: its page carries it, and servers send it for ``/kelola/``."""
SAVED = "simpan"
"""Where a reader may ask for a copy on the phone."""
SAVED_POLICY = CONTENT_POLICY.replace("worker-src 'none'", "worker-src 'self'")
"""The policy of the page that asks, and of no other."""
FRAMED = "sematkan/isi"
"""The one page that may stand in a frame of another site."""


def with_styles(policy: str, digests: Iterable[str]) -> str:
    """``policy`` that also allows the styles inside a page with these SHA-256 ``digests`` (base64), and no other inline style."""
    return policy.replace("style-src 'self'", " ".join(["style-src 'self'", *(f"'sha256-{digest}'" for digest in digests)]))
