"""What a shared file tells whoever only sees its name: file names, titles, properties of a PDF, names of contact cards hold no alarming word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path

import yaml

from ..problems import Place, Problem

WORDS = Path(__file__).parent / "kata-mencolok.yaml"
PROPERTY = re.compile(rb"/(?:Title|Author|Subject|Keywords|Creator|Producer)\s*(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[0-9A-Fa-f\s]*>)")
METADATA = re.compile(rb"<(dc:(?:title|creator|subject|description)|pdf:Keywords)\b.*?</\1>", re.DOTALL)
HEAD = re.compile(r'<title>(.*?)</title>|<meta\b[^>]*\b(?:property="og:[^"]*"|name="(?:description|author|keywords)")[^>]*\bcontent="([^"]*)"', re.DOTALL)
CARD = re.compile(r"^(?:FN|N|ORG|TITLE)[;:](.*)$", re.MULTILINE)


def alarming(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """A Problem for each alarming word that one of ``files`` (path to content) shows without being opened."""
    for name, content in files.items():
        for where, text in _shown(name, content):
            for word in sorted(set(_words().findall(text.casefold()))):
                yield Problem(Place(f"dist/{name}"), "kata-mencolok", f"{where} memuat “{word}”: “{text[:80]}”.", "Beri nama dan judul yang tidak menarik perhatian, misalnya “Informasi warga”.")


def _shown(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    yield "Nama berkas", name
    if name.endswith(".pdf"):
        yield from (("Keterangan PDF", _string(match)) for match in PROPERTY.findall(content))
        yield from (("Keterangan PDF", re.sub(r"<[^>]+>", " ", match[0].decode("utf-8", "replace"))) for match in METADATA.finditer(content))
    elif name.endswith(".html"):
        yield from (("Judul halaman", unescape(one or two)) for one, two in HEAD.findall(content.decode("utf-8", "replace")))
    elif name.endswith(".vcf"):
        yield from (("Nama kartu", text.strip()) for text in CARD.findall(content.decode("utf-8", "replace")))
    elif name.endswith(".zip"):
        # Whoever sees the archive, or opens it in a file manager, sees these.
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (("Nama folder di dalam zip", top) for top in sorted({member.split("/")[0] for member in archive.namelist()}))


def _string(raw: bytes) -> str:
    """A PDF string: in brackets or as hexadecimal digits, in PDFDocEncoding or, after its mark, UTF-16."""
    plain = bytes.fromhex(raw[1:-1].decode()) if raw.startswith(b"<") else re.sub(rb"\\(.)", rb"\1", raw[1:-1])
    return plain.decode("utf-16") if plain.startswith((b"\xfe\xff", b"\xff\xfe")) else plain.decode("latin-1")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in yaml.safe_load(WORDS.read_text(encoding="utf-8"))))
