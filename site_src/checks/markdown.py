"""Prose is plain Markdown: no HTML, no scripts, nothing fetched from elsewhere, links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from ..model import ANY_BRACES, KINDS, Site, shortcodes
from ..problems import Place, Problem, maybe_you_meant
from .walk import Passage, bodies, passages

TICKS = re.compile(r"\\?`+")
PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
HTML = re.compile(r"<(?=[A-Za-z/!?])")
LINK_END = re.compile(r"\](?=\(((?:[^()]|\([^()]*\))*)(?:\)|\Z))")
"""Looks ahead, so that a link within what reads like another link's target is seen, too."""
TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
REFERENCE = re.compile(r"(!?)\[([^\[\]]+)\] ?\[([^\[\]]*)\]")
IMAGE = re.compile(r"(?<!<)!\[")
DEFINITION = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t>]+)*\[(?!\^)((?:\\.|[^\[\]\\])*)\]:[ \t>]*\n?[ \t>]*(\S+)", re.MULTILINE)
"""Also within quotes and lists, where Markdown reads definitions as well."""
AUTOLINK = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|www\.)[^\s<>]*|[^\s<>@/]+@[^\s<>]+)>", re.IGNORECASE)
ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])[^{}\n]*\}?")
UNDERLINE = re.compile(r"^(?![ \t]*(?:[#>|]|[-*+][ \t]|\d+[.)][ \t]))[ \t]*(\S[^\n]*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t]*#*$", re.MULTILINE)
DANGEROUS = re.compile(r"(?:javascript|vbscript|livescript|data|file|blob|about):", re.IGNORECASE)
CONTACT = re.compile(r"(?:tel|sms|smsto|callto|whatsapp|mailto):|https?://(?:www\.)?(?:wa\.me|(?:api|web|chat)\.whatsapp\.com|whatsapp\.com)\b", re.IGNORECASE)
WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*\.?(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
"""An address of the web: a host's name, perhaps a port, and nothing that browsers read differently."""
MEDIA_TAGS = ("script", "iframe", "img", "object", "embed", "video", "audio", "link", "style", "form", "svg")
OPENED = frozenset({"ringkas", "mendesak", "apa", "arti", "perhatian", "yang_terjadi", "syarat", "yang_dibawa", "langkah", "celah", "disepakati"})
"""Fields of a head in which the pages open shortcodes; anywhere else a reader would see the braces."""
FOLDERS = ("topik", "layanan", "pencegahan", "panduan", "alur", "kabar")
RIGHT_LINK = "[visum](../panduan/visum.md)"


def check_shortcodes(site: Site, today: date) -> Iterator[Problem]:
    """Kode singkat {{ hotline: … }}, {{ layanan: … }}, {{ sumber: … }} menyebut catatan yang ada, dan hanya di tulisan, bukan di nama atau judul."""
    known = {"hotline": site.hotline, "layanan": site.service, "sumber": site.reference}
    places = {"hotline": "hotlines.yaml", "layanan": "content/layanan", "sumber": "content/sumber.yaml"}
    for passage in passages(site):
        good: set[int] = set()
        for code in shortcodes(passage.text):
            good.add(code.start)
            place = passage.place(code.start)
            if code.kind not in KINDS:
                hint = maybe_you_meant(code.kind, KINDS) or f"Jenis yang dikenal: {', '.join(KINDS)}."
                yield Problem(place, "kode-singkat", f"“{code.kind}” bukan jenis kode singkat.", hint, "{{ hotline: sapa-129 }}")
            elif code.name not in known[code.kind] and not site.is_unread(places[code.kind], code.name):
                hint = maybe_you_meant(code.name, known[code.kind]) or "Periksa ejaannya, atau buat catatannya lebih dulu."
                yield Problem(place, "rujukan-tidak-ada", f"{code.kind} “{code.name}” tidak ada.", hint)
            elif not passage.is_body and (field := next(str(key) for key in reversed(passage.loc) if isinstance(key, str))) not in OPENED:
                yield Problem(place, "kode-singkat", f"Kode singkat tidak dibuka di isian “{field}”: pembaca akan melihat kurungnya.", "Tulis di bawah kepala berkas, atau hapus.", "{{ hotline: sapa-129 }}")
        for match in ANY_BRACES.finditer(passage.text):
            if match.start() not in good:
                yield Problem(passage.place(match.start()), "kode-singkat", f"“{match[0][:40]}” tidak terbaca sebagai kode singkat.", "Tulis jenis, titik dua, pengenal.", "{{ hotline: sapa-129 }}")


def check_markup(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan tidak memuat HTML, skrip, bingkai, gambar dari luar, atau tautan yang menjalankan kode."""
    for passage in passages(site):
        text = without_code(passage.text)
        for match in HTML.finditer(text):
            if AUTOLINK.match(text, match.start()):
                continue
            tag = re.match(r"</?([A-Za-z][\w-]*)", text[match.start() : match.start() + 40])
            what = f"Elemen <{tag[1]}>" if tag and tag[1].lower() in MEDIA_TAGS else "HTML"
            found = _shown(re.match(r"<[^<>]{0,40}>?", text[match.start() :])[0])  # type: ignore[index]
            yield Problem(passage.place(match.start()), "html-mentah", f"{what} tidak dipakai di tulisan: “{found}”.", "Tulis dengan Markdown biasa.", "**tebal**, [tautan](../panduan/visum.md)")
        for match in ATTRIBUTES.finditer(text):
            yield Problem(passage.place(match.start()), "kurung-kurawal", f"“{_shown(match[0][:40])}” dapat menempelkan sesuatu ke tulisan yang tidak terlihat.",
                          "Hapus kurung kurawalnya. Kode singkat memakai dua kurung.", "{{ hotline: sapa-129 }}")
        for offset, is_image, target in links(text):
            if DANGEROUS.match(_as_browsers_read(target)):
                yield Problem(passage.place(offset), "tautan-berbahaya", f"Tautan “{_shown(target[:40])}” dapat menjalankan kode.", "Hapus, atau tautkan ke halaman biasa.")
            elif is_image:
                yield Problem(passage.place(offset), "gambar", f"Gambar “{_shown(target[:60])}” tidak dapat dipasang di tulisan.", "Hapus gambarnya; halaman harus ringan dan tidak mengambil apa pun dari luar.")
        tab = passage.text.find("\t")
        if tab >= 0 and passage.is_body:
            yield Problem(passage.place(tab), "tab", "Ada tab di tulisan; hasilnya berbeda di tiap mesin.", "Ganti dengan spasi.")


def check_text_is_there(site: Site, today: date) -> Iterator[Problem]:
    """Kebutuhan, panduan, dan halaman pencegahan punya tulisan di bawah kepalanya."""
    for record in (*site.topics, *site.guides, *site.prevention):
        if not record.body:
            yield Problem(Place(record.path, record.body_line, 1), "tulisan-kosong", "Belum ada tulisan di bawah kepala berkas.", "Tulis isinya setelah baris “---” yang kedua.", "## Apa ini")


def check_headings(site: Site, today: date) -> Iterator[Problem]:
    """Judul bagian mulai dari “##”, tidak melompati tingkat, tidak kosong, dan tidak berulang."""
    for passage in bodies(site):
        level = 1
        seen: dict[str, int] = {}
        text = without_code(passage.text)
        for match in UNDERLINE.finditer(text):
            yield Problem(passage.place(match.start(1)), "judul-bergaris", f"“{match[1][:40]}” menjadi judul karena garis di bawahnya.",
                          "Pakai “##” untuk judul; beri baris kosong bila itu garis pemisah.", f"## {match[1][:40]}")
        for match in HEADING.finditer(text):
            depth, title = len(match[1]), passage.text[match.start(2) : match.end(2)]
            place = passage.place(match.start())
            if not title or not re.match(r"#+[ \t]", match[0]):
                yield Problem(place, "judul-bagian-kosong", f"“{match[0][:40]}” bukan judul bagian yang lengkap.", "Beri spasi setelah “#”, lalu judulnya.", "## Apa ini")
            elif depth == 1:
                yield Problem(place, "judul-ganda", f"“{match[0][:40]}”: judul halaman sudah dari kepala berkas.", "Pakai “##”.", f"## {title}")
            elif depth > level + 1:
                yield Problem(place, "judul-melompat", f"Tingkat judul melompat dari {level} ke {depth}: “{title}”.", f"Pakai “{'#' * (level + 1)}”.", f"{'#' * (level + 1)} {title}")
            if title.casefold() in seen and depth == 2:
                yield Problem(place, "judul-berulang", f"Judul bagian “{title}” sudah ada di baris {seen[title.casefold()]}.", "Beri judul lain, atau gabungkan.")
            seen.setdefault(title.casefold(), place.line)
            level = max(depth, 2)


def check_links(site: Site, today: date) -> Iterator[Problem]:
    """Tautan ke halaman sendiri ditulis menurut berkas dan berkasnya ada; tautan lain lengkap dengan https://."""
    files = {record.path for record in (*site.topics, *site.services, *site.prevention, *site.guides, *site.pathways, *site.news)}
    for passage in passages(site):
        text = without_code(passage.text)
        for offset, is_image, target in links(text):
            if not is_image and not DANGEROUS.match(_as_browsers_read(target)):
                yield from _link_problems(passage, offset, target, files, site)
        defined = {" ".join(match[1].casefold().split()) for match in DEFINITION.finditer(text)}
        for match in REFERENCE.finditer(text):
            if not match[1] and " ".join((match[3] or match[2]).casefold().split()) not in defined:
                yield Problem(passage.place(match.start()), "tautan-putus", f"“{_shown(match[0][:60])}” merujuk tujuan yang tidak ditulis.", "Tulis tujuannya di dalam kurung.", RIGHT_LINK)


def _link_problems(passage: Passage, offset: int, target: str, files: set[str], site: Site) -> Iterator[Problem]:
    place = passage.place(offset)
    if CONTACT.match(_as_browsers_read(target)) or re.fullmatch(r"[^\s/:@]+@[^\s/:@]+", target):
        yield Problem(place, "nomor-diketik", f"Tautan “{_shown(target[:40])}” menulis kontak langsung.", "Ganti dengan kode singkatnya.", "{{ hotline: sapa-129 }}")
        return
    if WEB.fullmatch(target) or target.startswith("#"):
        return
    path = target.split("#")[0]
    if not path or ":" in target or path.startswith("/") or re.search(r"\s", target):
        yield Problem(place, "tautan-salah", f"Tautan “{_shown(target[:60])}” bukan berkas dan bukan alamat web.", "Tulis berkasnya, dari folder berkas ini.", RIGHT_LINK)
        return
    full = posixpath.normpath(posixpath.join(posixpath.dirname(passage.record.path), path))
    if full not in files and not site.is_unread(posixpath.dirname(full), posixpath.splitext(posixpath.basename(full))[0]):
        near = {name: posixpath.relpath(name, posixpath.dirname(passage.record.path)) for name in files}
        same_folder = [short for name, short in near.items() if posixpath.dirname(name) == posixpath.dirname(full)]
        hint = maybe_you_meant(path, same_folder or near.values()) or "Periksa nama berkasnya."
        yield Problem(place, "tautan-putus", f"Berkas “{_shown(target[:60])}” tidak ada.", hint, RIGHT_LINK)


def links(text: str) -> Iterator[tuple[int, bool, str]]:
    """``(offset, is image, target)`` of every link: inline, by definition, between ``< >``; and of every image, however its end is written."""
    if "[" not in text and "<" not in text:
        return
    inside: set[int] = set()
    images = {match.start(): " ".join(text[match.start() : match.start() + 60].split()) for match in IMAGE.finditer(text)}
    for match in LINK_END.finditer(text):
        start = _bracket_before(text, match.start())
        target = TITLE.sub("", match[1].strip()).strip().removeprefix("<").removesuffix(">")
        if start is not None:
            inside.update(range(match.start(1), match.end(1)))
        if start is not None and start - 1 in images:
            images[start - 1] = target
        elif start is not None or DANGEROUS.match(_as_browsers_read(target)):
            yield match.start() if start is None else start, False, target
    yield from ((start, True, target) for start, target in images.items())
    for match in DEFINITION.finditer(text):
        yield match.start(), False, match[2].removeprefix("<").removesuffix(">")
    for match in AUTOLINK.finditer(text):
        if match.start() not in inside:
            yield match.start(), False, match[1]


def _bracket_before(text: str, end: int) -> int | None:
    """Offset of the ``[`` that the ``]`` at ``end`` closes, within what anybody would write as one link text."""
    depth = 0
    for offset in range(end, max(-1, end - 1000), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth == 0:
            return offset
    return None


def _as_browsers_read(target: str) -> str:
    """An address without what browsers and Markdown take out of it: entities, white space, backslashes."""
    return re.sub(r"[\s\x00-\x1f\\]", "", unescape(target))


def _shown(text: str) -> str:
    return " ".join(text.split())


def without_code(text: str) -> str:
    """The text with code spans as back ticks only, offsets kept: an address that holds code is seen to be none.

    Engines pair back ticks differently: a paragraph in which the pairs are not plain hides nothing, and neither does a fence.
    """
    return PARAGRAPH.sub(lambda match: _plain_pairs_blanked(match[0]), text) if "`" in text else text


def _plain_pairs_blanked(paragraph: str) -> str:
    ticks = list(TICKS.finditer(paragraph))
    pairs = [(first, last, paragraph[first.end() : last.start()]) for first, last in zip(ticks[::2], ticks[1::2])]
    if len(ticks) % 2 or any(first[0] != last[0] or first[0].startswith("\\") or not code or "\n" in code or "|" in code for first, last, code in pairs):
        return paragraph
    pieces, end = [], 0
    for first, last, _ in pairs:
        pieces += [paragraph[end : first.start()], "`" * (last.end() - first.start())]
        end = last.end()
    return "".join([*pieces, paragraph[end:]])
