"""Prose is plain Markdown: no HTML, no scripts, nothing fetched from elsewhere, links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date

from ..model import ANY_BRACES, KINDS, Site, shortcodes
from ..problems import Problem, maybe_you_meant
from .walk import Passage, bodies, passages

CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
HTML = re.compile(r"<(?:!--|/?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|!DOCTYPE|\?)", re.IGNORECASE)
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*(\S+)", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|www\.)[^\s<>]*)>", re.IGNORECASE)
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t]*#*$", re.MULTILINE)
DANGEROUS = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
MEDIA_TAGS = ("script", "iframe", "img", "object", "embed", "video", "audio", "link", "style", "form", "svg")
FOLDERS = ("topik", "layanan", "pencegahan", "panduan", "alur")


def check_shortcodes(site: Site, today: date) -> Iterator[Problem]:
    """Kode singkat {{ hotline: … }}, {{ layanan: … }}, {{ sumber: … }} menyebut catatan yang ada."""
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
        for match in ANY_BRACES.finditer(passage.text):
            if match.start() not in good:
                yield Problem(passage.place(match.start()), "kode-singkat", f"“{match[0][:40]}” tidak terbaca sebagai kode singkat.", "Tulis jenis, titik dua, pengenal.", "{{ hotline: sapa-129 }}")


def check_markup(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan tidak memuat HTML, skrip, bingkai, gambar dari luar, atau tautan yang menjalankan kode."""
    for passage in passages(site):
        text = _without_code(passage.text)
        for match in HTML.finditer(text):
            if AUTOLINK.match(text, match.start()):
                continue
            tag = re.sub(r"[<>/!\s].*$", "", match[0].lstrip("</"))
            what = f"Elemen <{tag}>" if tag.lower() in MEDIA_TAGS else "HTML"
            yield Problem(passage.place(match.start()), "html-mentah", f"{what} tidak dipakai di tulisan: “{match[0][:40]}”.", "Tulis dengan Markdown biasa.", "**tebal**, [tautan](../panduan/visum.md)")
        for offset, is_image, target in links(text):
            if DANGEROUS.match(re.sub(r"[\s\x00-\x1f]", "", target)):
                yield Problem(passage.place(offset), "tautan-berbahaya", f"Tautan “{target[:40]}” dapat menjalankan kode.", "Hapus, atau tautkan ke halaman biasa.")
            elif is_image:
                yield Problem(passage.place(offset), "gambar", f"Gambar “{target[:60]}” tidak dapat dipasang di tulisan.", "Hapus gambarnya; halaman harus ringan dan tidak mengambil apa pun dari luar.")
        tab = passage.text.find("\t")
        if tab >= 0 and passage.is_body:
            yield Problem(passage.place(tab), "tab", "Ada tab di tulisan; hasilnya berbeda di tiap mesin.", "Ganti dengan spasi.")


def check_headings(site: Site, today: date) -> Iterator[Problem]:
    """Judul bagian mulai dari “##”, tidak melompati tingkat, tidak kosong, dan tidak berulang."""
    for passage in bodies(site):
        level = 1
        seen: dict[str, int] = {}
        for match in HEADING.finditer(_without_code(passage.text)):
            depth, title = len(match[1]), match[2]
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
    files = {record.path for record in (*site.topics, *site.services, *site.prevention, *site.guides, *site.pathways)}
    for passage in passages(site):
        text = _without_code(passage.text)
        for offset, is_image, target in links(text):
            if not is_image and not DANGEROUS.match(target):
                yield from _link_problems(passage, offset, target, files, site)


def _link_problems(passage: Passage, offset: int, target: str, files: set[str], site: Site) -> Iterator[Problem]:
    place = passage.place(offset)
    right = "[visum](../panduan/visum.md)"
    if re.match(r"https?://[^/\s]", target) or target.startswith("#"):
        return
    if re.match(r"(?:tel|sms|mailto):|https?://wa\.me", target, re.IGNORECASE):
        yield Problem(place, "nomor-diketik", f"Tautan “{target[:40]}” menulis kontak langsung.", "Ganti dengan kode singkatnya.", "{{ hotline: sapa-129 }}")
        return
    path = target.split("#")[0]
    if not path or "://" in target or path.startswith("/"):
        yield Problem(place, "tautan-salah", f"Tautan “{target[:60]}” bukan berkas dan bukan alamat web.", "Tulis berkasnya, dari folder berkas ini.", right)
        return
    full = posixpath.normpath(posixpath.join(posixpath.dirname(passage.record.path), path))
    if full not in files and not site.is_unread(posixpath.dirname(full), posixpath.splitext(posixpath.basename(full))[0]):
        near = {name: posixpath.relpath(name, posixpath.dirname(passage.record.path)) for name in files}
        same_folder = [short for name, short in near.items() if posixpath.dirname(name) == posixpath.dirname(full)]
        hint = maybe_you_meant(path, same_folder or near.values()) or "Periksa nama berkasnya."
        yield Problem(place, "tautan-putus", f"Berkas “{target[:60]}” tidak ada.", hint, right)


def links(text: str) -> Iterator[tuple[int, bool, str]]:
    """``(offset, is image, target)`` of every link: inline, by definition, and between ``< >``."""
    for match in LINK.finditer(text):
        yield match.start(), bool(match[1]), match[3]
    for match in DEFINITION.finditer(text):
        yield match.start(), False, match[2].strip("<>")
    for match in AUTOLINK.finditer(text):
        yield match.start(), False, match[1]


def _without_code(text: str) -> str:
    """The text with code spans blanked out, offsets kept."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
