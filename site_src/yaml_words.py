"""Broken YAML in the words of somebody who does not know YAML: what slipped, where it slipped, and how it looks when right."""

from __future__ import annotations

import re

import yaml

from .problems import Place, Problem

# What libyaml and PyYAML say, and what it means to somebody who does not know YAML.
YAML_SENTENCES = (
    (r"\\t|tab", "yaml-tab", "Ada tab di awal baris; YAML hanya mengenal spasi.", "Ganti setiap tab dengan dua spasi."),
    (r"mapping values are not allowed", "yaml-titik-dua", "Titik dua (:) di tempat yang tidak terduga.",
     "Bila titik dua bagian dari kalimat, beri tanda kutip: \"Judul: bagian dua\". Bila bukan, periksa lekukan baris."),
    (r"unexpected end of stream|found unexpected document", "yaml-kutip", "Tanda kutip dibuka tetapi tidak ditutup.",
     "Tutup dengan tanda kutip yang sama."),
    (r"expected single document|expected a single document", "yaml-dua-dokumen", "Ada lebih dari satu dokumen di berkas ini.",
     "Hapus baris “---” yang kedua."),
    (r"undefined alias", "yaml-alias", "Tanda * di awal nilai berarti rujukan YAML.", "Beri tanda kutip pada nilainya."),
    (r"cannot start any token", "yaml-tanda", "Tanda ini tidak boleh memulai nilai.", "Beri tanda kutip: \"@contoh\"."),
    (r"expected ':'|expected <block end>|expected key|block end|expected the node|block collection|block mapping|indentation",
     "yaml-lekukan", "Lekukan atau titik dua di baris ini tidak cocok dengan baris sebelumnya.",
     "Samakan lekukan dengan baris sejenis di atasnya; setiap kunci ditulis “kunci: nilai”."),
    (r"expected ',' or|parsing a flow", "yaml-kurung", "Kurung siku atau kurawal tidak ditutup, atau ada koma yang kurang.", "Tutup kurungnya."),
    (r"escape|unknown escape", "yaml-garis-miring", "Garis miring terbalik (\\) di dalam tanda kutip ganda punya arti khusus.",
     "Pakai tanda kutip tunggal: 'teks'."),
    (r"special characters are not allowed|control characters", "huruf-kendali", "Ada huruf kendali yang tidak terlihat.",
     "Hapus huruf itu; ketik ulang barisnya."),
)

_RIGHT = {
    "yaml-tab": "jam:\n  buka: \"24/7\"",
    "yaml-titik-dua": 'judul: "Visum: siapa yang membuat"',
    "yaml-kutip": 'nama: "Rumah Aman"',
    "yaml-dua-dokumen": "---\nnama: …\n---\n\nTulisan halaman mulai di sini.",
    "yaml-alias": 'catatan: "*hanya pagi"',
    "yaml-tanda": 'catatan: "@dinas di media sosial"',
    "yaml-lekukan": "kanal:\n  - jenis: telepon\n    nomor: \"0733-000066\"",
    "yaml-kurung": "topik: [kdrt, visum]",
    "yaml-garis-miring": "catatan: 'C:\\data'",
    "yaml-spasi": "nama: Rumah Aman",
    "yaml-tag": "nama: Rumah Aman",
    "yaml-kunci": 'mendesak: "Hubungi {{ hotline: sapa-129 }}."',
    "yaml-rusak": "nama: Rumah Aman\ntopik: [kdrt, visum]",
    "yaml-terlalu-dalam": "topik: [kdrt, visum]",
}
"""How it looks when right, for each code of broken YAML."""


def broken(place: Place, code: str, message: str, remedy: str) -> Problem:
    """A Problem of broken YAML, with how it looks when right."""
    return Problem(place, code, message, remedy, _RIGHT.get(code, ""))


def syntax_problem(path: str, error: yaml.YAMLError, first_line: int, lines: list[str]) -> Problem:
    """What libyaml stumbled over, at the line of the slip; ``first_line`` is where ``lines`` begin in the file."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return broken(Place(path, first_line, 1), "yaml-rusak", _BROKEN, "Periksa tanda kutip, titik dua, dan lekukan.")
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''} {getattr(error, 'reason', '') or ''}"
    line, column, code, message, remedy = next(
        ((mark.line, mark.column, code, message, remedy) for pattern, code, message, remedy in YAML_SENTENCES if re.search(pattern, said)),
        (mark.line, mark.column, "yaml-rusak", _BROKEN, "Periksa tanda kutip, titik dua, dan lekukan."),
    )
    if line >= len(lines) or not lines[line].strip():
        # The parser noticed at the end of the text: what is missing belongs behind the last thing that was typed.
        line = max((number for number, text in enumerate(lines[: line + 1]) if text.strip()), default=0)
        column = len(lines[line].rstrip())
    if code in _FAR_FROM_THE_CAUSE:
        line, column, code, message, remedy = _likely_cause(lines, line, column) or (line, column, code, message, remedy)
    return broken(Place(path, line + first_line, column + 1), code, message, remedy)


_BROKEN = "Bentuk YAML di baris ini tidak terbaca."
_FAR_FROM_THE_CAUSE = frozenset({"yaml-lekukan", "yaml-kurung", "yaml-kutip", "yaml-titik-dua", "yaml-rusak"})


def _likely_cause(lines: list[str], line: int, column: int) -> tuple[int, int, str, str, str] | None:
    """``(line, column, code, message, remedy)`` of the slip that made libyaml stumble here: it often stumbles lines later."""
    odd = [number for number, text in enumerate(lines[: line + 1]) if text.replace('\\"', "").count('"') % 2]
    if len(odd) % 2:
        return odd[-1], lines[odd[-1]].rindex('"'), "yaml-kutip", "Tanda kutip dibuka tetapi tidak ditutup.", "Tutup dengan tanda kutip yang sama."
    for number in (line, line - 1):
        glued = re.match(r"\s*(?:- )*[A-Za-z_]+:(?=[^\s/])", lines[number]) if 0 <= number < len(lines) else None
        if glued:
            return number, glued.end() - 1, "yaml-spasi", "Tidak ada spasi setelah titik dua.", "Tulis “kunci: nilai”, dengan satu spasi."
    if line < len(lines) and re.search(r"[\"'] *$", lines[line][:column]):
        return (line, column, "yaml-kutip", "Ada tulisan setelah tanda kutip penutup.",
                "Kutip seluruh nilainya; bila di dalamnya ada apostrof, pakai tanda kutip ganda: \"Jum'at\".")
    return None
