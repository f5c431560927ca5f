"""The site as a ZIM for Kiwix and school servers: pages, pictures and a full-text index in one file that is the same to the byte for the same site."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import posixpath
import re
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

NAME = "info-warga.zim"
MISSING = "libzim (berlisensi GPL-3.0) belum terpasang, jadi berkas ZIM tidak dibuat. Sekali saja: python3 scripts/build.py --zim"
TOO_NEW = "Berkas ZIM tidak dibuat: libzim belum ada untuk Python 3.14 ke atas. Pakai Python 3.11 sampai 3.13."
MIME = {".html": "text/html", ".css": "text/css", ".js": "application/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
        ".json": "application/json", ".xml": "application/xml", ".csv": "text/csv", ".txt": "text/plain", ".ics": "text/calendar", ".vcf": "text/vcard", ".pdf": "application/pdf"}
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SMS = re.compile(r'<a\b[^>]*\bhref="sms:[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
ROBOTS = re.compile(r'<meta name="robots"[^>]*>\n?')
XAPIAN = re.compile(rb"\x0f\rXapian Glass\x04n")
"""How an index begins; its random name of 16 bytes follows."""
HEADER_NAME = slice(8, 24)
"""Where a ZIM keeps its random name; the last 16 bytes are the MD5 of all before (https://wiki.openzim.org/wiki/ZIM_file_format)."""
TEAL, WHITE, SIDE = b"\x00\x69\x6e", b"\xff\xff\xff", 48


def available() -> bool:
    """True when libzim is installed: an optional extra, because of its licence."""
    return importlib.util.find_spec("libzim") is not None


def missing() -> str:
    """Why there is no ZIM, and what to type; empty when there can be one."""
    return "" if available() else TOO_NEW if sys.version_info >= (3, 14) else MISSING


def zim_file(files: Mapping[str, bytes], about: Mapping[str, str]) -> bytes:
    """The ZIM of a folder edition (path to content). ``about`` is its metadata by the names of the format; its ``Date`` is ISO. Needs libzim.

    A reader's own search needs a form that our policy forbids, so pages in a ZIM allow forms to their own server; a link to write an SMS is unknown to
    Kiwix and leaves its words; what tells search engines on the internet to stay away would keep the pages out of the file's own index, too.
    """
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Entry(Item):
        def __init__(self, path: str, content: bytes) -> None:
            super().__init__()
            self.path, self.content = path, content
            self.ending = posixpath.splitext(path)[1]

        def get_path(self) -> str:
            return self.path

        def get_title(self) -> str:
            found = TITLE.search(self.content.decode()) if self.ending == ".html" else None
            return unescape(found[1]) if found else ""

        def get_mimetype(self) -> str:
            return MIME.get(self.ending, "application/octet-stream")

        def get_contentprovider(self) -> StringProvider:
            return StringProvider(self.content)

        def get_hints(self) -> dict[Hint, bool]:
            return {Hint.FRONT_ARTICLE: self.ending == ".html" and not self.path.startswith("404"), Hint.COMPRESS: self.ending not in (".png", ".jpg", ".webp")}

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / NAME
        # One worker: with more, the order of the pieces is a race.
        with _quiet(), Creator(path).config_indexing(True, "ind").config_nbworkers(1).set_mainpath("index.html") as creator:
            for name, content in sorted(files.items()):
                creator.add_item(Entry(name, _page(content) if name.endswith(".html") else content))
            creator.add_illustration(SIDE, icon())
            for name, text in about.items():
                creator.add_metadata(name, text)
        return _named(path.read_bytes(), uuid5(NAMESPACE_URL, f"{about['Name']} {about['Date']}"))


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every entry of a ZIM with its content, in order; the index of words is left out. Needs libzim."""
    from libzim.reader import Archive

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / NAME
        path.write_bytes(content)
        archive = Archive(path)
        for number in range(archive.all_entry_count):
            entry = archive._get_entry_by_id(number)
            if not entry.is_redirect and "xapian" not in entry.get_item().mimetype:
                yield entry.path, bytes(entry.get_item().content)


def icon() -> bytes:
    """A square PNG that a list of books shows: a white «i» on teal, and nothing else."""
    def white(x: int, y: int) -> bool:
        return 21 <= x < 27 and (10 <= y < 16 or 20 <= y < 38)

    rows = b"".join(b"\0" + b"".join(WHITE if white(x, y) else TEAL for x in range(SIDE)) for y in range(SIDE))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def _page(content: bytes) -> bytes:
    return ROBOTS.sub("", SMS.sub(r"<span>\1</span>", content.decode())).replace("form-action 'none'", "form-action 'self'").encode()


def _named(content: bytes, name: UUID) -> bytes:
    """The same file with ``name`` in place of the random names libzim and Xapian give, and its checksum made again."""
    raw = bytearray(content[:-16])
    raw[HEADER_NAME] = name.bytes
    for found in XAPIAN.finditer(content):
        raw[found.end() : found.end() + 16] = name.bytes
    return bytes(raw) + hashlib.md5(raw, usedforsecurity=False).digest()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """libzim tells its steps on the standard output, past Python."""
    kept = os.dup(1)
    try:
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
