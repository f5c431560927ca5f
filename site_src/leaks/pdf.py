"""The text of a PDF as far as a reader or a search engine could get at it: pages, titles, XMP, attached names."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

STREAM = re.compile(rb"(?<!end)stream\r?\n")
LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
SHOWN = re.compile(rb"/(?P<font>[^\s/<>\[\]()]+)\s+[\d.]+\s+Tf\b|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>|\b(?:Td|TD|T\*|Tm|BT|ET)\b|'", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
FONT = re.compile(rb"(\d+)\s+0\s+obj\s*<<(?:(?!endobj).)*?/ToUnicode\s+(\d+)\s+0\s+R", re.DOTALL)
OBJECT = re.compile(rb"(\d+)\s+0\s+obj\b")
LIMIT = 20_000_000


def is_locked(raw: bytes) -> bool:
    """True when the file is encrypted: nobody can say what it tells."""
    return bool(re.search(rb"/Encrypt\s+\d+\s+\d+\s+R", raw))


def pdf_texts(raw: bytes) -> Iterator[str]:
    """Every text in the file. Glyph numbers are turned into letters with each font's own table, and without one as they stand."""
    streams = list(_streams(raw))
    named = _named(raw)
    tables = [table for stream in streams if b"beginbfchar" in stream or b"beginbfrange" in stream for table in [_letters(stream)] if table]
    for part in (STREAM.split(raw)[0], *re.split(rb"endstream", raw)):
        head = part.split(b"stream", 1)[0]
        yield from _strings(head)
    for stream in streams:
        if stream.lstrip()[:1] == b"<" and b"xmpmeta" in stream or b"<rdf:" in stream:
            yield stream.decode("utf-8", "replace")
        elif b"BT" in stream and b"ET" in stream:
            yield from _page(stream, tables, named)
        else:
            yield from _strings(stream)


def _named(raw: bytes) -> dict[bytes, list[dict[int, str]]]:
    """The letters of each font by the names pages call it: a glyph read with the letters of another font would say what nobody wrote."""
    streams = {int(number): _unpacked(raw[match.end() : max(raw.find(b"endstream", match.end()), match.end())])
               for match in STREAM.finditer(raw) for number in OBJECT.findall(raw, max(0, match.start() - 2000), match.start())[-1:]}
    fonts = {int(number): int(letters) for number, letters in FONT.findall(raw)}
    found: dict[bytes, list[dict[int, str]]] = {}
    for listed in re.findall(rb"/Font\s*<<(.*?)>>", raw, re.DOTALL):
        for name, number in re.findall(rb"/(\S+)\s+(\d+)\s+0\s+R", listed):
            table = _letters(streams.get(fonts.get(int(number), 0), b""))
            if table and table not in found.setdefault(name, []):
                found[name].append(table)
    return found


def _streams(raw: bytes) -> Iterator[bytes]:
    for match in STREAM.finditer(raw):
        end = raw.find(b"endstream", match.end())
        yield _unpacked(raw[match.end() : end if end > 0 else len(raw)])


def _unpacked(data: bytes) -> bytes:
    """The stream without its filters: Flate, and the two that write bytes as letters (ISO 32000-1, 7.4)."""
    plain = data.strip()
    try:
        if plain.endswith(b"~>"):
            data = base64.a85decode(plain if plain.startswith(b"<~") else b"<~" + plain, adobe=True)
        elif re.fullmatch(rb"[0-9A-Fa-f\s]+>", plain):
            data = binascii.unhexlify(re.sub(rb"\s", b"", plain[:-1]))
        return zlib.decompressobj().decompress(data, LIMIT)
    except (zlib.error, ValueError):
        return data


def _strings(data: bytes) -> Iterator[str]:
    for match in LITERAL.finditer(data):
        yield _text(_unescaped(match[1]))
    for match in HEX.finditer(data):
        digits = re.sub(rb"\s", b"", match[1])
        if len(digits) % 2 == 0:
            yield _text(bytes.fromhex(digits.decode()))


def _page(stream: bytes, tables: list[dict[int, str]], named: dict[bytes, list[dict[int, str]]]) -> Iterator[str]:
    for turn, each in enumerate([*tables, None]):
        out: list[str] = []
        table = each
        for match in SHOWN.finditer(stream):
            token = match[0]
            if match["font"]:
                own = named.get(match["font"])
                table = own[turn % len(own)] if own and each is not None else each
            elif token[:1] == b"(":
                out.append(_decoded(_unescaped(token[1:-1]), table))
            elif token[:1] == b"<":
                digits = re.sub(rb"\s", b"", token[1:-1])
                out.append(_decoded(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), table))
            else:
                out.append(" ")
        yield re.sub(r"\s+", " ", "".join(out))


def _decoded(data: bytes, table: dict[int, str] | None) -> str:
    if table is None:
        return _text(data)
    wide = len(data) % 2 == 0
    codes = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)] if wide else list(data)
    return "".join(table.get(code, "") for code in codes)


def _letters(stream: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.DOTALL):
        table |= {int(code, 16): _utf16(text) for code, text in PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.DOTALL):
        for first, last, text in RANGE.findall(block):
            start = int(text, 16)
            table |= {code: chr(start + step) for step, code in enumerate(range(int(first, 16), min(int(last, 16), int(first, 16) + 65535) + 1)) if start + step < 0x110000}
        for first, _, texts in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[(.*?)\]", block, re.DOTALL):
            table |= {int(first, 16) + step: _utf16(text) for step, text in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", texts))}
    return table


def _utf16(digits: bytes) -> str:
    return bytes.fromhex((digits if len(digits) % 2 == 0 else b"0" + digits).decode()).decode("utf-16-be", "replace")


def _unescaped(data: bytes) -> bytes:
    return re.sub(rb"\\([0-7]{1,3}|.)", lambda match: bytes([int(match[1], 8) & 255]) if match[1][:1].isdigit() and match[1][:1] < b"8" else ESCAPES.get(match[1], match[1]),
                  data, flags=re.DOTALL)


def _text(data: bytes) -> str:
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("utf-8") if _is_utf8(data) else data.decode("latin-1")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False
