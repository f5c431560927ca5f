"""A hook for hosting previews: the site as one zip to an address that takes it, where a token exists. Netlify's is one such address."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..bundle.folder import zipped

ADDRESS, TOKEN = "PRATINJAU_ALAMAT", "PRATINJAU_TOKEN"
ANSWERS = ("deploy_ssl_url", "ssl_url", "url")
"""Where an answer names the address of the preview, the most exact first."""
SECONDS = 120


class NotHosted(Exception):
    """The host refused; the message is a sentence for whoever runs the site."""


def host(site: Path, environment: Mapping[str, str]) -> str | None:
    """Send a built site; the address it can be seen at (empty when the host names none), or ``None`` without an address or token. Raises ``NotHosted``."""
    address, token = environment.get(ADDRESS), environment.get(TOKEN)
    if not address or not token:
        return None
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    request = urllib.request.Request(address, data=zipped(files, date(1980, 1, 1), ""), method="POST", headers={"Authorization": f"Bearer {token}", "Content-Type": "application/zip"})
    if request.type != "https" and request.host.partition(":")[0] not in ("127.0.0.1", "localhost"):
        raise NotHosted(f"{ADDRESS} harus mulai dengan https://.")
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            said = json.load(answer)
    except urllib.error.HTTPError as error:
        raise NotHosted(f"Hosting pratinjau menolak: {error.code}.") from None
    except (urllib.error.URLError, TimeoutError, ValueError):
        raise NotHosted("Hosting pratinjau tidak terjangkau, atau jawabannya tidak terbaca.") from None
    return next((str(said[key]) for key in ANSWERS if isinstance(said, dict) and said.get(key)), "")
