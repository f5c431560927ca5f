"""Any file a reader could get: pages with their source, data, pictures, PDF, archives."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..model import international
from ..packed_text import unpacked
from . import images, pdf
from .patterns import Leak
from .secrets import Secrets, scan_text

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".avif", ".gif")
ARCHIVES = (".zip", ".epub", ".docx", ".xlsx", ".odt", ".kmz")
BINARY = (".woff", ".woff2", ".ttf", ".otf", ".ico", ".mp3", ".mp4", ".zim", ".wasm", ".gz", ".br", ".min.js", ".min.css", ".map")
"""Files that hold no text of ours: media, fonts, and an engine's own packed scripts."""
MARKUP = (".xml", ".svg", ".rels", ".opf", ".ncx")
TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>", re.IGNORECASE)
STYLE = re.compile(r"<style\b.*?</style>", re.IGNORECASE | re.DOTALL)
SOURCE = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>"
                    r"|\b(?:alt|title|content|href|src|srcset|value|label|placeholder|summary|abbr|poster|action|name|id|aria-[\w-]+|data-[\w-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+)",
                    re.IGNORECASE | re.DOTALL)
"""What a page holds beside its words: comments, scripts, style, and attributes that somebody wrote; drawing numbers are no coordinates."""
EMBEDDED = re.compile(r"data:(image|application)/([\w.+-]+);base64,([A-Za-z0-9+/=]{16,})")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
DEPTH = 3
SIZE = 50_000_000


def scan_folder(folder: Path, secrets: Secrets, skip: tuple[str, ...] = ()) -> Iterator[tuple[str, Leak]]:
    """``(path, leak)`` for every file below ``folder``, names included; files ending in ``skip`` are somebody else's to read."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith(skip or ("\0",)):
            name = path.relative_to(folder).as_posix()
            yield from ((name, leak) for leak in scan_bytes(name, path.read_bytes(), secrets))


def scan_bytes(name: str, raw: bytes, secrets: Secrets, depth: int = 0) -> Iterator[Leak]:
    """Every leak in one file, by what it is; each once."""
    yield from dict.fromkeys(_scan(name, raw, secrets, depth))


def scan_page(source: str, secrets: Secrets) -> Iterator[Leak]:
    """A page as its reader sees it, and as its source reads: comments, attributes, scripts."""
    text, script = unpacked(source)
    if text:
        yield from scan_text(_opened(script), secrets)
        source = source.replace(text, "")
    plain = unescape(source)
    seen = TAG.sub(" ", INLINE.sub("", re.sub(r"<!--.*?-->", " ", STYLE.sub(" ", source), flags=re.DOTALL)))
    hidden = " ".join(match[0] for match in SOURCE.finditer(plain))
    yield from scan_text(" ".join(unescape(seen).split()), secrets)
    # An address may hide the text as %20, a script as \\u0020.
    yield from scan_text(_opened(unquote(hidden)), secrets)


def _opened(text: str) -> str:
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


def _embedded(text: str, secrets: Secrets, depth: int) -> Iterator[Leak]:
    """Pictures and documents that a page carries within itself."""
    for kind, form, packed in EMBEDDED.findall(text) if "base64," in text else ():
        suffix = ".pdf" if form == "pdf" else ".svg" if form.startswith("svg") else f".{form}" if kind == "image" else ".zip" if form.endswith("zip") else ""
        try:
            raw = base64.b64decode(packed + "=" * (-len(packed) % 4))
        except binascii.Error:
            continue
        if suffix:
            yield from _scan(f"tertanam{suffix}", raw, secrets, depth + 1)


def _decoded(raw: bytes) -> str:
    """UTF-8, or UTF-16 where the file says so."""
    return raw.decode("utf-16", "replace") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("utf-8", "replace")


def _scan(name: str, raw: bytes, secrets: Secrets, depth: int) -> Iterator[Leak]:
    suffix = Path(name).suffix.lower()
    if depth == 0:
        yield from scan_text(re.sub(r"[-_/]", " ", unquote(name)), secrets)
    if suffix in PICTURES or raw[:3] == b"\xff\xd8\xff" or raw[:8] == b"\x89PNG\r\n\x1a\n":
        if images.has_position(raw):
            yield Leak("bocor-gps", "foto menyimpan tempat pengambilannya")
        for text in images.texts(raw):
            yield from scan_text(text, secrets)
    elif suffix == ".pdf" or raw[:5] == b"%PDF-":
        if pdf.is_locked(raw):
            yield Leak("bocor-tak-terperiksa", "PDF terkunci")
        for text in pdf.pdf_texts(raw):
            yield from scan_text(text, secrets)
        for jpeg in re.findall(rb"\xff\xd8\xff.*?\xff\xd9", raw, re.DOTALL):
            yield from _scan("gambar.jpg", jpeg, secrets, depth + 1)
    elif suffix in ARCHIVES or raw[:4] == b"PK\x03\x04":
        yield from _archive(raw, secrets, depth)
    elif name.lower().endswith(BINARY):
        return
    elif suffix in (".html", ".htm", ".xhtml"):
        yield from scan_page(_decoded(raw), secrets)
        yield from _embedded(_decoded(raw), secrets, depth)
    elif suffix in (".json", ".geojson", ".webmanifest"):
        yield from _data(raw, secrets)
    else:
        text = _decoded(raw)
        yield from _embedded(text, secrets, depth)
        if suffix in (".vcf", ".ics"):
            text = re.sub(r"\r?\n[ \t]", "", text)
        if suffix not in MARKUP:
            yield from scan_text(_opened(_without_drawing(text)), secrets)
            return
        yield from scan_text(unquote(unescape(_without_drawing(text))), secrets)
        # A document cuts its words into runs.
        yield from scan_text(unescape(re.sub(r"<[^>]*>", "", text)), secrets)


def _without_drawing(text: str) -> str:
    return re.sub(r"\b(?:d|points|viewBox|transform)=\"[^\"]*\"", "", text)


def _archive(raw: bytes, secrets: Secrets, depth: int) -> Iterator[Leak]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield from scan_text(archive.comment.decode("utf-8", "replace"), secrets)
            for item in archive.infolist():
                yield from scan_text(re.sub(r"[-_/]", " ", item.filename) + " " + item.comment.decode("utf-8", "replace"), secrets)
                if item.is_dir():
                    continue
                if depth >= DEPTH or item.file_size > SIZE:
                    yield Leak("bocor-tak-terperiksa", item.filename)
                else:
                    yield from _scan(item.filename, archive.read(item), secrets, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        yield Leak("bocor-tak-terperiksa", "arsip tidak dapat dibuka")


def _data(raw: bytes, secrets: Secrets) -> Iterator[Leak]:
    text = raw.decode("utf-8", "replace")
    try:
        data = json.loads(text)
    except ValueError:
        yield from scan_text(text, secrets)
        return
    yield from _values(data, secrets)
    if re.search(r"\"(?:coordinates|lintang|bujur|latitude|longitude|lat|lng|lon)\"", text):
        yield from scan_text(text, secrets)


def _values(data: Any, secrets: Secrets) -> Iterator[Leak]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(str(key), secrets)
            yield from _values(value, secrets)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, secrets)
    elif isinstance(data, int) and data > 99_999:
        yield from scan_text(str(data), secrets)
    elif isinstance(data, str):
        if international(re.sub(r"^(?:tel|sms):", "", data)) in secrets.short:
            yield Leak("bocor-nomor", data)
        yield from scan_text(data, secrets)
