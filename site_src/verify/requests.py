"""Whatever would make a browser ask another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..problems import Place, Problem

REQUESTS = ("src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href")
REQUEST_RELS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "apple-touch-icon", "prerender"}
FOREIGN = re.compile(r"(?:https?|wss?|ftp):|[a-z][a-z0-9+.-]*://|[\\/]{2}", re.IGNORECASE)
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)

SHELL = "site/b/index.html"
"""The only page that frames another: a page of ours, in a neutral cover."""


def requests(place: Place, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Problem]:
    """Everything one element asks of another host."""
    asked = [attributes[name] or "" for name in REQUESTS if name in attributes]
    if tag == "link" and REQUEST_RELS & set((attributes.get("rel") or "").lower().split()):
        asked.append(attributes.get("href") or "")
    if "href" in attributes and tag not in ("a", "area", "link"):
        asked.append(attributes["href"] or "")
    asked += [one or two for one, two in CSS_URL.findall(attributes.get("style") or "")]
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        asked.append(re.sub(r"^[^;,]*[;,]?\s*(?:url\s*=\s*)?['\"]?", "", attributes.get("content") or "", flags=re.IGNORECASE))
    if tag in ("object", "embed") or (tag == "iframe" and not (place.path == SHELL and set(attributes) <= {"src", "title"})):
        yield Problem(place, "bingkai", f"Elemen <{tag}> memuat halaman lain.", "Hapus.")
    for url in asked:
        if foreign(url):
            yield Problem(place, "permintaan-luar", f"<{tag}> meminta “{url[:80]}” dari tempat lain.", "Simpan berkasnya di situs ini, atau hapus.")


def style(place: Place, where: str, css: str) -> Iterator[Problem]:
    """Everything ``css`` asks of another host; ``where`` names it in the sentence."""
    for one, two in CSS_URL.findall(css):
        if foreign(one or two):
            yield Problem(place, "permintaan-luar", f"{where} meminta “{(one or two)[:80]}” dari tempat lain.", "Simpan berkasnya di situs ini, atau hapus.")


def style_sheets(site_dir: Path, files: set[str]) -> Iterator[Problem]:
    """The same for every style sheet and drawing among ``files`` (paths below ``site_dir``)."""
    for name in sorted(files):
        if name.endswith((".css", ".svg")):
            yield from style(Place(f"site/{name}"), "Berkas gaya", (site_dir / name).read_text(encoding="utf-8", errors="replace"))


def foreign(url: str) -> bool:
    """True when a browser would ask another host: it also reads ``https:host``, ``\\\\host`` and addresses broken by line ends."""
    return any(FOREIGN.match(re.sub(r"[\t\r\n]", "", part).strip()) for part in url.split(","))
