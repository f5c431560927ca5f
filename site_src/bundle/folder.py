"""The site as a folder that opens by double-click: links name files, and every page says how old the copy is."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from ..compress import is_copy
from ..problems import Place, Problem

TOP = "info-warga"
"""The folder inside the zip: a name that gives nobody away."""
ONLINE_ONLY = frozenset({"sitemap.xml", "sitemap.xml.gz", "robots.txt", ".nojekyll", "_headers", "_redirects", ".htaccess"})
"""Files for servers and search engines; a folder has neither."""
SHORT = "i/"
"""Addresses from sheets, which hold the whole address of the site: a folder has none."""
TAG_LINK = re.compile(r"""(<(?:a|area|link|script|img|source|image|use|form|iframe)\s(?:[^>"]|"[^"]*")*?\b(?:href|src|action)=")([^"]*)""", re.IGNORECASE)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SHORT_LINK = re.compile(r'<li><a class="bagikan-alamat".*?</li>\n?', re.DOTALL)
MAIN = re.compile(r"<main\b[^>]*>", re.IGNORECASE)
PROOF = re.compile(r"""(<li class="kanal kanal-(?:(?!</li>).)*?)(</small>(?=</li>|<details))|(<p class="bahaya-uji">[^<]*)(</p>)""", re.DOTALL)
"""Where a page says how far one number can be trusted."""
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
LONGEST = 150
"""Windows opens paths of up to 259 characters; this leaves room for the folder somebody unpacks into."""


def folder_files(site: Mapping[str, bytes], base: str, sentence: str) -> dict[str, bytes]:
    """The files of a built site (path to content, served at ``base``) as they stand in the folder, with ``sentence`` beside the numbers."""
    files = {path: content for path, content in site.items() if path not in ONLINE_ONLY and not path.startswith(SHORT) and not is_copy(path, site)}
    pages = {path: page(content.decode(), base, sentence) for path, content in files.items() if path.endswith(".html")}
    styles = {style: f"aset/gaya-{hashlib.sha256(style.encode()).hexdigest()[:10]}.css" for text in pages.values() for style in STYLE.findall(text)}
    return {**files, **{name: style.encode() for style, name in styles.items()}, **{path: beside(text, path, styles).encode() for path, text in pages.items()}}


def beside(text: str, path: str, styles: Mapping[str, str]) -> str:
    """The page ``path`` with its own styles as the files ``styles`` names: from a stick nobody waits for them, and the folder is a third smaller."""
    return STYLE.sub(lambda match: f'<link rel="stylesheet" href="{"../" * path.count("/")}{styles[match[1]]}">', text)


def page(text: str, base: str, sentence: str) -> str:
    """One page: its links name files, and the age of the copy stands first and beside every number."""
    linked = TAG_LINK.sub(lambda match: match[1] + as_file(match[2], base), SHORT_LINK.sub("", text))
    proven = PROOF.sub(lambda match: f"{match[1] or match[3]} {'· ' if match[1] else ''}{sentence}{match[2] or match[4]}", linked)
    ribbon = f'\n<aside class="pita salinan" aria-label="Umur salinan"><p>{sentence} Sesudah itu nomor di sini mungkin sudah berganti.</p></aside>'
    return MAIN.sub(lambda match: match[0] + ribbon, proven, count=1)


def as_file(href: str, base: str = "/") -> str:
    """``../topik/kdrt/#hubungi`` -> ``../topik/kdrt/index.html#hubungi``; addresses from the root (only the error page has them) become relative."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return href
    path = parts.path
    if path.startswith("/"):
        path = path.removeprefix(base).lstrip("/") or "."
    if path.endswith("/") or posixpath.basename(path) in (".", ".."):
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path + (f"#{parts.fragment}" if parts.fragment else "")


def faults(files: Mapping[str, bytes], sentence: str) -> Iterator[Problem]:
    """What would fail on somebody's stick: a name Windows refuses, a link to a folder, a page that does not say its age."""
    seen: dict[str, str] = {}
    for path, content in sorted(files.items()):
        place, inside = Place(f"dist/{TOP}.zip/{path}"), f"{TOP}/{path}"
        bad = [part for part in path.split("/") if not NAME.fullmatch(part) or RESERVED.fullmatch(part) or part.endswith(".")]
        if bad or len(inside) > LONGEST:
            yield Problem(place, "nama-tidak-aman", f"Nama “{bad[0] if bad else inside}” tidak dapat dipakai di Windows atau di stik.", "Pakai huruf, angka, dan tanda hubung; pendekkan.")
        if seen.setdefault(path.casefold(), path) != path:
            yield Problem(place, "nama-kembar", f"“{path}” dan “{seen[path.casefold()]}” adalah satu berkas di Windows.", "Ganti salah satu namanya.")
        if path.endswith(".html"):
            text = content.decode()
            if sentence not in text:
                yield Problem(place, "salinan-tanpa-tanggal", "Halaman salinan ini tidak mengatakan kapan dibuat.", "Setiap halaman perlu <main>; periksa site_src/theme/base.html.")
            for href in sorted({match[2] for match in TAG_LINK.finditer(text) if as_file(match[2]) != match[2]}):
                yield Problem(place, "tautan-folder", f"Tautan “{href}” membuka daftar folder, bukan halaman.", "Laporkan ke pengembang.")


def zipped(files: Mapping[str, bytes], day: date, top: str = TOP) -> bytes:
    """A zip that is the same to the byte for the same files: their order, the time ``day`` 00:00, the permissions are fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{top}/{path}" if top else path, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()
