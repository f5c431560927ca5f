"""Our own drawings: calm, made of a few shapes, in the colour of the text. Nobody is shown hurt, alone in a corner, or by name.

They are drawn for this site and have the licence of its texts (LICENSE-CONTENT). Everybody is put together from the same few parts, so that all belong to one city.
"""

from __future__ import annotations

from ..model import Picture
from .text import html

GROUND = '<path d="M12 150h296" stroke-width="3" stroke-linecap="round"/>'


def _face(x: int, y: int) -> str:
    """A friendly face around ``x, y``, 24 units across."""
    return (f'<path d="M{x - 4} {y + 11}h8v9h-8z" opacity=".3"/><circle cx="{x}" cy="{y}" r="12" opacity=".16"/><circle cx="{x - 4}" cy="{y - 1}" r="1.5"/><circle cx="{x + 4}" cy="{y - 1}" r="1.5"/>'
            f'<path d="M{x - 4} {y + 4}q4 4 8 0" fill="none" stroke-width="1.7" stroke-linecap="round"/>')


def _hair(x: int, y: int) -> str:
    return f'<path d="M{x - 13} {y}a13 13 0 0 1 26 0q-4-7-13-7t-13 7z"/>'


def _long_hair(x: int, y: int) -> str:
    return f'<path d="M{x - 14} {y + 14}v-15a14 14 0 0 1 28 0v15h-5v-17q-9-6-18 0v17z"/>'


def _scarf(x: int, y: int) -> str:
    """A head scarf with room for the face."""
    return f'<path fill-rule="evenodd" opacity=".85" d="M{x} {y - 17}c-12 0-17 8-17 19 0 9-2 14-6 20q23 10 46 0c-4-6-6-11-6-20 0-11-5-19-17-19zM{x - 10} {y}a10 11 0 1 1 20 0a10 11 0 1 1-20 0z"/>'


def _dress(x: int, top: int, shade: str) -> str:
    return f'<path opacity="{shade}" d="M{x - 13} {top}q13-7 26 0l10 {150 - top}h-46z"/>'


def _trousers(x: int, top: int, shade: str) -> str:
    """Shirt and legs, from the shoulders at ``top`` to the ground."""
    waist = top + (150 - top) * 11 // 20
    return (f'<path opacity="{shade}" d="M{x - 17} {waist}V{top + 10}q0-12 12-12h10q12 0 12 12V{waist}z"/>'
            f'<path opacity=".9" d="M{x - 15} {waist}h30v{150 - waist}h-11v-{150 - waist - 8}h-8v{150 - waist - 8}h-11z"/>')


def _arm(points: str) -> str:
    return f'<path d="{points}" fill="none" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>'


DRAWINGS: dict[Picture, tuple[str, str]] = {
    Picture.TOGETHER: (
        "Perempuan berkerudung, laki-laki, anak, dan orang di kursi roda berkumpul bersama.",
        _dress(62, 76, ".5") + _scarf(62, 50) + _face(62, 50) + _trousers(122, 66, ".65") + _hair(122, 44) + _face(122, 44)
        + _dress(176, 106, ".75") + _long_hair(176, 84) + _face(176, 84) + _arm("M136 80l18 28 12 4")
        + '<path opacity=".5" d="M236 84q14-8 26 2l4 32h-28z"/><path opacity=".9" d="M238 112h34l6 30h12v8h-20l-6-24h-26z"/>' + _hair(248, 64) + _face(248, 64)
        + '<circle cx="246" cy="126" r="22" fill="none" stroke-width="4"/><circle cx="246" cy="126" r="3"/><path d="M230 78v38" stroke-width="5" stroke-linecap="round"/>'),
    Picture.LISTENING: (
        "Dua orang duduk berdampingan di bangku. Satu bercerita, satu mendengarkan.",
        '<path d="M66 122h188" stroke-width="8" stroke-linecap="round"/><path d="M84 124v24M236 124v24" stroke-width="5"/>'
        '<path opacity=".55" d="M98 120V86q0-12 12-12h14q12 0 12 12v34z"/><path opacity=".9" d="M98 112h40q10 0 10 10v28h-12v-24H98z"/>' + _hair(117, 56) + _face(117, 56)
        + '<path opacity=".5" d="M182 120q0-40 8-46h28q8 6 8 46z"/><path opacity=".75" d="M174 116h50v10h-38v24h-12z"/>' + _scarf(204, 54) + _face(204, 54)
        + _arm("M186 92l-22 16-18-4")
        + '<path opacity=".25" d="M134 8h58a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8h-38l-14 10v-10h-6a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8z"/><circle cx="148" cy="22" r="3"/><circle cx="162" cy="22" r="3"/><circle cx="176" cy="22" r="3"/>'),
    Picture.HOME: (
        "Rumah dengan jendela terang, pintu terbuka, dan seseorang yang menyambut di depannya.",
        '<path opacity=".75" d="M36 84l86-60 86 60v4h-14l-72-50-72 50H36z"/><path opacity=".2" d="M54 84l68-47 68 47v64H54z"/><path opacity=".85" d="M106 148V98q0-14 16-14t16 14v50z"/>'
        '<path opacity=".5" d="M68 96h24v26H68zM152 96h24v26h-24z"/><path d="M80 96v26M68 109h24M164 96v26M152 109h24" stroke-width="2" opacity=".6"/>'
        + _dress(238, 86, ".6") + _long_hair(238, 62) + _face(238, 62) + _arm("M228 96l-16-14 2-16")
        + '<circle cx="284" cy="104" r="18" opacity=".4"/><circle cx="292" cy="88" r="13" opacity=".4"/><path d="M286 108v40" stroke-width="5"/>'),
    Picture.PHONE: (
        "Seorang perempuan menelepon, dan suara ramah menjawab dari seberang.",
        _dress(92, 82, ".55") + _scarf(92, 56) + _face(92, 56) + _arm("M104 92l16-12-8-18") + '<rect x="106" y="44" width="9" height="20" rx="3"/>'
        '<path d="M134 46q8 10 0 20M148 38q15 18 0 36M162 30q22 26 0 52" fill="none" stroke-width="4" stroke-linecap="round" opacity=".5"/>'
        '<path opacity=".22" d="M206 22h70a12 12 0 0 1 12 12v34a12 12 0 0 1-12 12h-44l-20 16V80h-6a12 12 0 0 1-12-12V34a12 12 0 0 1 12-12z"/>'
        '<path opacity=".8" d="M241 70c-22-14-24-32-12-34 6-1 11 4 12 9 1-5 6-10 12-9 12 2 10 20-12 34z"/>'),
    Picture.PAPER: (
        "Map yang menyimpan daftar tercentang dan kartu identitas.",
        '<path opacity=".22" d="M96 14h90a6 6 0 0 1 6 6v86H90V20a6 6 0 0 1 6-6z"/><path d="M102 36l6 6 10-12M102 62l6 6 10-12" fill="none" stroke-width="4" stroke-linecap="round"/>'
        '<path d="M130 38h46M130 64h36" stroke-width="5" stroke-linecap="round" opacity=".6"/><path opacity=".25" d="M204 46h70a6 6 0 0 1 6 6v54h-82V52a6 6 0 0 1 6-6z"/>'
        '<circle cx="220" cy="68" r="8" opacity=".7"/><path opacity=".7" d="M206 92q0-12 14-12t14 12z"/><path d="M244 64h26M244 76h26M244 88h18" stroke-width="4" stroke-linecap="round" opacity=".6"/>'
        '<path opacity=".8" d="M58 84a8 8 0 0 1 8-8h26l10 12h152a8 8 0 0 1 8 8v46a8 8 0 0 1-8 8H66a8 8 0 0 1-8-8z"/>'),
    Picture.SCHOOL: (
        "Gedung sekolah dengan bendera. Seorang guru dan dua murid berdiri bersama di halaman.",
        '<path opacity=".25" d="M24 74h140v74H24z"/><path opacity=".7" d="M94 36l84 38H10z"/><path d="M94 36V12" stroke-width="3"/><path opacity=".85" d="M95 12h24v13H95z"/><path opacity=".8" d="M80 148v-36h28v36z"/>'
        '<path opacity=".5" d="M38 90h26v22H38zM124 90h26v22h-26z"/>' + _dress(206, 74, ".6") + _scarf(206, 48) + _face(206, 48)
        + _trousers(250, 104, ".45") + _hair(250, 86) + _face(250, 86) + _dress(288, 108, ".75") + _long_hair(288, 88) + _face(288, 88) + _arm("M216 86l16 14 8 8")),
    Picture.NEIGHBOUR: (
        "Tetangga mengulurkan semangkuk makanan kepada ibu dan anak di teras.",
        '<path opacity=".45" d="M166 28L238 4l72 24v8H166z"/><path opacity=".14" d="M180 36h118v112H180z"/><path opacity=".3" d="M262 66h26v34h-26z"/><path d="M298 36v112" stroke-width="5" opacity=".4"/>'
        + _trousers(84, 68, ".55") + _hair(84, 46) + _face(84, 46) + _arm("M98 84l14 16 16-4")
        + '<path d="M122 88h24q-2 12-12 12t-12-12z"/><path d="M129 82q-3-4 0-8M138 82q-3-4 0-8" fill="none" stroke-width="2" opacity=".6"/>'
        + _dress(200, 86, ".5") + _scarf(200, 60) + _face(200, 60) + _arm("M190 96l-18 8-18-6") + _dress(240, 112, ".8") + _long_hair(240, 90) + _face(240, 90)),
}


def picture(name: Picture | None) -> str:
    """A drawing as inline SVG with its description; empty without a name."""
    if name is None:
        return ""
    said, shapes = DRAWINGS[name]
    return html(f'<div class="gambar"><svg viewBox="0 0 320 160" role="img" aria-label="{said}" fill="currentColor" stroke="currentColor" stroke-width="0">{shapes}{GROUND}</svg></div>')
