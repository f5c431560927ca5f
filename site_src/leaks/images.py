"""What a picture carries besides its picture: position and text in EXIF, XMP and comments. Pure reading, no decoding of pixels."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
GPS_TAG = 0x8825
XMP_GPS = re.compile(rb"GPS(?:Latitude|Longitude)[^>]{0,3}[>=\"']{1,2}\s*[\d,.]+", re.IGNORECASE)


def has_position(raw: bytes) -> bool:
    """True when the file tells where it was taken: a GPS directory in EXIF (JPEG, PNG, WebP, TIFF, HEIC) or GPS fields in XMP."""
    packed = [text.encode("latin-1", "ignore") for text in _png_texts(raw)] if raw.startswith(PNG) else []
    packed += [profile for text in packed for profile in _raw_profiles(text)]
    return any(_tiff_has_gps(block) for part in (raw, *packed) for block in _tiff_blocks(part)) or any(XMP_GPS.search(part) for part in (raw, *packed))


def texts(raw: bytes) -> Iterator[str]:
    """Comments, descriptions and titles, as far as they are text."""
    if raw.startswith(PNG):
        yield from _png_texts(raw)
        return
    head = raw[: raw.find(b"\xff\xda")] if raw.startswith(b"\xff\xd8") and b"\xff\xda" in raw else raw[:65536]
    yield from (match.decode("latin-1") for match in re.findall(rb"[\x20-\x7e\xa0-\xff]{6,}", head))
    yield from (match.decode("utf-16-le", "ignore") for match in re.findall(rb"(?:[\x20-\x7e]\x00){6,}", head))


def _tiff_blocks(raw: bytes) -> Iterator[bytes]:
    if raw[:4] in (b"II*\x00", b"MM\x00*"):
        yield raw
    for match in re.finditer(rb"Exif\x00\x00(?=II\*\x00|MM\x00\*)", raw):
        yield raw[match.end() :]
    for match in re.finditer(rb"(?:eXIf|EXIF)(?:.{4})?(?=II\*\x00|MM\x00\*)", raw, re.DOTALL):
        yield raw[match.end() :]


def _tiff_has_gps(block: bytes) -> bool:
    """Walks the first directories of a TIFF block (EXIF 2.32, section 4.6) for a GPS directory that holds something."""
    order = "<" if block[:2] == b"II" else ">"
    try:
        (offset,) = struct.unpack_from(f"{order}I", block, 4)
        for _ in range(4):
            (count,) = struct.unpack_from(f"{order}H", block, offset)
            for entry in range(count):
                tag, _, _, value = struct.unpack_from(f"{order}HHII", block, offset + 2 + entry * 12)
                if tag == GPS_TAG and struct.unpack_from(f"{order}H", block, value)[0] > 0:
                    return True
            (offset,) = struct.unpack_from(f"{order}I", block, offset + 2 + count * 12)
            if offset == 0:
                return False
    except struct.error:
        return False
    return False


def _png_texts(raw: bytes) -> Iterator[str]:
    position = 8
    while position + 8 <= len(raw):
        (size,) = struct.unpack_from(">I", raw, position)
        kind, data = raw[position + 4 : position + 8], raw[position + 8 : position + 8 + size]
        position += 12 + size
        if kind == b"tEXt":
            yield data.replace(b"\0", b" ").decode("latin-1")
        elif kind == b"zTXt":
            keyword, _, body = data.partition(b"\0")
            yield (keyword + b" " + _inflated(body[1:])).decode("latin-1")
        elif kind == b"iTXt":
            keyword, _, rest = data.partition(b"\0")
            body = rest[2:].split(b"\0", 2)[-1]
            yield (_inflated(body) if rest[:1] == b"\1" else body).decode("utf-8", "replace")


def _raw_profiles(text: bytes) -> Iterator[bytes]:
    """EXIF as ImageMagick keeps it in a PNG: name, length and hexadecimal digits, in lines."""
    match = re.search(rb"\b(?:exif|APP1)\s+\d+\s+([0-9A-Fa-f\s]+)$", text)
    if match:
        digits = re.sub(rb"\s", b"", match[1])
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode())


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 1_000_000)
    except zlib.error:
        return b""
