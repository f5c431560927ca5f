"""``cetak/daftar.html``: which sheet is which, for whoever prints them; the files' own names tell nobody."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from ..model import Ledger
from .freshness import sentence
from .single_frame import policy_for

NAME = "daftar.html"
TITLE = "Informasi warga"
PARTS = {
    "poster": "Poster", "sobek": "Lembar sobek", "kartu": "Kartu saku (10 di satu A4)", "lipat": "Selebaran A4 lipat tiga (cetak bolak-balik, balik di sisi pendek)",
    "kelas": "Lembar kelas", "besar": "Huruf besar"}
"""Folders in the order in which one looks for them, with their names."""
ENDS = {"a4-warna": "A4 warna", "a4-hitam-putih": "A4 hitam-putih", "a3-warna": "A3 warna", "a3-hitam-putih": "A3 hitam-putih"}
KINDS = {"besar-lipat": "selebaran, A4", "besar-kelas": "lembar kelas, A4", "besar": "poster, A3"}
STYLE = "body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}h1{font-size:1.3rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}ul{padding-left:1.2rem}a{color:#00505c;display:inline-block;padding:.3rem .2rem}"


def print_list(ledger: Ledger, drawn: Iterable[tuple[str, dict[str, Any]]]) -> bytes:
    """A page of links to the sheets (``path, data``) beside it: whole without a script, no request."""
    rows: dict[str, dict[str, list[str]]] = {folder: {} for folder in PARTS}
    warning = ""
    for path, sheet in drawn:
        folder, _, name = path.removesuffix(".pdf").partition("/")
        stem = next((name.removesuffix(f"-{end}") for end in ENDS if name.endswith(end)), name)
        kind = KINDS.get(stem.rpartition("-")[0], "") if folder == "besar" else ""
        label = ENDS.get(name.removeprefix(f"{stem}-"), kind or "A4")
        title = f"{stem.rpartition('-')[2]} · {sheet['judul']}"
        rows[folder].setdefault(f"{title} ({sheet['bagian']})" if sheet.get("bagian") else title, []).append(f'<a href="{escape(path)}">{label}</a>')
        warning = warning or sheet["contoh"]
    parts = (f"<h2>{escape(PARTS[folder])}</h2>\n<ul>\n{_items(found)}</ul>\n" for folder, found in rows.items() if found)
    said = f"<p><b>{escape(warning)}</b></p>\n" if warning else ""
    return (f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy_for(STYLE)}">\n<meta name="robots" content="noindex">\n<title>{TITLE}</title>\n<link rel="icon" href="data:,">\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>Lembar untuk dicetak</h1>\n{said}<p>{sentence(ledger)} Sesudah itu mintalah lembar baru. "
            f"Cetak pada ukuran sebenarnya (100%), jangan “sesuaikan halaman”.</p>\n{''.join(parts)}</body>\n</html>\n").encode()


def _items(found: dict[str, list[str]]) -> str:
    return "".join(f"<li>{escape(title)}<br>{' '.join(links)}</li>\n" for title, links in found.items())
