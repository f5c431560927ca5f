"""The folder of a proposal: the whole site with links that name files, and one page that shows what changed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..bundle.folder import folder_files
from .changed import Pair

PICTURES = "gambar"
SENTENCE = "Pratinjau usulan, belum diterbitkan."
STYLE = ("body{margin:1rem;font:17px/1.5 system-ui,sans-serif;color:#1b2624;background:#fbfaf6}section{margin:2rem 0}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}"
         "figure{margin:0;max-width:360px}img{width:100%;height:auto;border:1px solid #ccd6d3}a{color:#00695c}")


def preview_folder(site: Path, base: str, to: Path) -> int:
    """Write a built site (served at ``base``) as it opens from a folder; returns how many files were written."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    made = folder_files(files, base, SENTENCE)
    for name, content in made.items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_bytes(content)
    return len(made)


def gallery(pairs: Sequence[Pair], taken: Sequence[Pair], compared: bool) -> str:
    """The page with pictures of ``taken``, side by side; the other changed pages are named. ``compared`` is false when the old content could not be built."""
    said = "Isi lama tidak bisa dibangun, jadi hanya keadaan sesudahnya yang dipotret." if not compared else f"{len(pairs)} halaman berubah." if pairs else "Tidak ada halaman warga yang berubah."
    rest = [pair for pair in pairs if pair not in taken]
    parts = [f"<section><h2>{escape(pair.title)}</h2><p><code>{escape(pair.file)}</code></p><div>{_figure(pair, 'sebelum', pair.before and compared)}{_figure(pair, 'sesudah', pair.after)}</div></section>" for pair in taken]
    more = f"<h2>Juga berubah</h2><ul>{''.join(f'<li>{escape(pair.title)}: <code>{escape(pair.file)}</code></li>' for pair in rest)}</ul>" if rest else ""
    return (f'<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Perubahan</title><style>{STYLE}</style></head><body>'
            f'<main><h1>Yang berubah bagi warga</h1><p>{said} Lebar layar 360 px. <a href="index.html">Buka seluruh situs</a></p>{"".join(parts)}{more}</main></body></html>\n')


def _figure(pair: Pair, when: str, there: bool) -> str:
    if not there:
        return f"<figure><figcaption>{when}</figcaption><p>(tidak ada)</p></figure>"
    return f'<figure><figcaption>{when}</figcaption><img src="{PICTURES}/{pair.name}-{when}.png" alt="{escape(pair.title)}, {when}"></figure>'
