"""Our own drawings: calm, made of a few shapes, in the colour of the text. Nobody is shown hurt, alone in a corner, or by name.

They are drawn for this site and have the licence of its texts (LICENSE-CONTENT).
"""

from __future__ import annotations

from ..model import Picture
from .text import html

GROUND = '<path d="M10 150h300" stroke-width="3" fill="none"/>'
DRAWINGS: dict[Picture, tuple[str, str]] = {
    Picture.TOGETHER: (
        "Empat orang berdiri berdekatan: perempuan berkerudung, laki-laki, anak, dan orang di kursi roda.",
        '<path d="M60 38c-17 0-24 14-22 30h44c2-16-5-30-22-30z" opacity=".35"/><circle cx="60" cy="58" r="13"/><path d="M36 148c0-48 8-72 24-72s24 24 24 72z" opacity=".7"/>'
        '<circle cx="128" cy="54" r="15"/><path d="M104 148c0-50 8-72 24-72s24 22 24 72z" opacity=".5"/><circle cx="186" cy="86" r="12"/><path d="M168 148c0-34 6-46 18-46s18 12 18 46z" opacity=".8"/>'
        '<circle cx="250" cy="66" r="14"/><path d="M236 84h28v30h20v10h-48z" opacity=".6"/><circle cx="254" cy="126" r="22" fill="none" stroke-width="5"/><path d="M284 120l10 26" stroke-width="5"/>'),
    Picture.LISTENING: (
        "Dua orang duduk di bangku. Satu bercerita, satu mendengarkan.",
        '<path d="M70 118h180v10H70zM84 128v20M236 128v20" stroke-width="5"/><circle cx="116" cy="56" r="15"/><path d="M96 118c0-28 6-42 20-42s20 14 20 42z" opacity=".7"/>'
        '<path d="M206 36c-16 0-22 12-20 28h40c2-16-4-28-20-28z" opacity=".35"/><circle cx="206" cy="56" r="13"/><path d="M184 118c0-28 8-44 22-44s22 16 22 44z" opacity=".5"/>'
        '<path d="M132 14h48a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8h-30l-12 10v-10h-6a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8z" opacity=".3"/><circle cx="142" cy="29" r="3"/><circle cx="156" cy="29" r="3"/><circle cx="170" cy="29" r="3"/>'),
    Picture.HOME: (
        "Sebuah rumah dengan pintu terbuka, jendela, dan pohon di sampingnya.",
        '<path d="M160 26l84 56H76z" opacity=".7"/><path d="M92 82h136v66H92z" opacity=".3"/><path d="M144 148v-44h30v44z"/><path d="M174 104l16 8v44l-16-8z" opacity=".6"/>'
        '<path d="M104 96h26v24h-26z" opacity=".8"/><path d="M117 96v24M104 108h26" stroke-width="2" opacity=".4"/><circle cx="272" cy="86" r="28" opacity=".5"/><path d="M272 100v48" stroke-width="6"/>'),
    Picture.PHONE: (
        "Sebuah ponsel yang sedang menelepon, dengan tanda hati di layarnya.",
        '<rect x="124" y="14" width="72" height="134" rx="12" opacity=".3"/><rect x="132" y="28" width="56" height="100" rx="4" opacity=".5"/><circle cx="160" cy="138" r="5"/>'
        '<path d="M160 96c-22-16-22-34-10-34 6 0 10 6 10 10 0-4 4-10 10-10 12 0 12 18-10 34z"/><path d="M104 56c-14 14-14 34 0 48M86 44c-22 22-22 50 0 72M216 56c14 14 14 34 0 48M234 44c22 22 22 50 0 72" fill="none" stroke-width="5" stroke-linecap="round"/>'),
    Picture.PAPER: (
        "Selembar daftar periksa dan sebuah pensil.",
        '<rect x="90" y="16" width="108" height="132" rx="6" opacity=".25"/><path d="M104 44l6 6 10-12M104 74l6 6 10-12M104 104l6 6 10-12" fill="none" stroke-width="4"/>'
        '<path d="M132 46h50M132 76h50M132 106h36" stroke-width="5" opacity=".6"/><path d="M216 132l52-90 16 10-52 90-20 10z" opacity=".7"/><path d="M216 132l16 10-20 10z"/>'),
    Picture.SCHOOL: (
        "Gedung sekolah dengan bendera. Dua anak berdiri bersama di sampingnya.",
        '<path d="M60 70h160v78H60z" opacity=".3"/><path d="M140 34l96 36H44z" opacity=".6"/><path d="M126 148v-40h28v40z" opacity=".7"/><path d="M74 86h28v22H74zM178 86h28v22h-28z" opacity=".6"/>'
        '<path d="M140 34V10h26v14h-26" stroke-width="3"/><circle cx="258" cy="96" r="11"/><path d="M244 148c0-26 4-38 14-38s14 12 14 38z" opacity=".8"/><circle cx="288" cy="96" r="11"/><path d="M274 148c0-26 4-38 14-38s14 12 14 38z" opacity=".5"/>'),
}


def picture(name: Picture | None) -> str:
    """A drawing as inline SVG with its description; empty without a name."""
    if name is None:
        return ""
    said, shapes = DRAWINGS[name]
    return html(f'<div class="gambar"><svg viewBox="0 0 320 160" role="img" aria-label="{said}" fill="currentColor" stroke="currentColor" stroke-width="0">{shapes}{GROUND}</svg></div>')
