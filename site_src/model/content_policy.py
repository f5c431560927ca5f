"""What a page may load, whoever serves it: its own files and nothing else."""

from __future__ import annotations

CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""The policy in the head of every page (https://www.w3.org/TR/CSP3/). No inline script or style needs a hash, because there is none."""
