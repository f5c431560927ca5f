"""A link says where it leads, and Markdown is the plain kind that every engine draws the same."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date

from ..model import MarkdownRecord, Site
from ..problems import Problem, maybe_you_meant
from .literals import may_match
from .markdown import DEFINITION, HEADING, REFERENCE, links, without_code
from .typed import CHAT_ADDRESS
from .walk import bodies, remembered

LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
SHORTCUT = re.compile(r"(?<![!\]\\])\[([^\[\]^][^\[\]]*)\](?![\[(:]| \[)")
TYPED_ADDRESS = re.compile(r"(?<![\w(<\[/@\"=.-])(?:https?://|www\.)[^\s<>()\]\[]+|(?<![\w(<:/.@+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
EMPTY_WORDS = frozenset(
    "klik tekan ketuk sentuh buka lihat baca cek kunjungi tautan link laman halaman ini itu berikut tersebut di ke sini disini situ sana selengkapnya lengkap lebih lanjut lanjutkan juga dulu info informasi here click more".split())
"""A text of nothing but these words says nothing to somebody who hears only the links of a page."""
EXTENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("catatan kaki", re.compile(r"\[\^[^\]\n]+\]")),
    ("kotak “!!!”", re.compile(r"^[ ]*(?:!!!|\?\?\?\+?|:::)[ ]*\w", re.MULTILINE)),
    ("tab “===”", re.compile(r"^[ ]*===\+?[ ]+[\"“]", re.MULTILINE)),
    ("daftar centang", re.compile(r"^[ ]*(?:[-*+]|\d+[.)])[ ]+\[[ xX]\][ ]", re.MULTILINE)),
    ("coretan “~~”", re.compile(r"~~\S[^~\n]*~~")),
    ("penanda “==”", re.compile(r"(?<![=\w])==[^\s=][^=\n]*==(?!=)")),
    ("penanda “++”", re.compile(r"(?<![+\w])\+\+[^\s+][^+\n]*\+\+(?!\+)")),
    ("daftar isi otomatis", re.compile(r"^\s*\[TOC\]\s*$", re.MULTILINE | re.IGNORECASE)),
    ("sisipan berkas", re.compile(r"--8<--|^[ ]*%[ ]*include", re.MULTILINE)),
    ("rumus", re.compile(r"\$\$|\\\(|\\\[")),
    ("emoji bernama", re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]{2,}:(?![\w/])")),
    ("tautan “[[…]]”", re.compile(r"\[\[[^\[\]\n]+\]\](?!\()")),
    ("huruf kecil “~”", re.compile(r"(?<!~)~[^~\s]{1,20}~(?!~)")),
    ("huruf kecil “^”", re.compile(r"\^[^^\s]{1,20}\^")),
    ("blok kode", re.compile(r"^[ ]{0,3}(```|~~~)[^\n]*(?:.*?^[ ]{0,3}\1|.*\Z)", re.MULTILINE | re.DOTALL)),
    ("istilah dengan titik dua", re.compile(r"^\S[^\n]*\n:[ ]{1,3}\S", re.MULTILINE)),
    ("singkatan “*[…]”", re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE)),
)
"""What common engines offer and ours do not promise: another engine would print the signs."""


def check_link_text(site: Site, today: date) -> Iterator[Problem]:
    """Teks tautan mengatakan ke mana tautan itu menuju, juga bila dibaca tanpa kalimat di sekitarnya."""
    for passage in bodies(site):
        told: dict[str, str] = {}
        for start, typed, target in _texts(passage.text):
            text = " ".join(re.sub(r"[*_`]", "", typed).split())
            place = passage.place(start)
            if not text:
                yield Problem(place, "teks-tautan", "Tautan ini tidak punya teks.", "Tulis tujuannya di dalam kurung siku.", "[cara membuat visum](../panduan/visum.md)")
            elif EMPTY_WORDS.issuperset(re.findall(r"\w+", text.casefold())):
                yield Problem(place, "teks-tautan", f"“{text}” tidak mengatakan ke mana tautan ini menuju.", "Pakai nama halamannya sebagai teks tautan.", "[cara membuat visum](../panduan/visum.md)")
            elif re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
                yield Problem(place, "teks-tautan", f"“{text[:50]}” adalah alamat, bukan teks.", "Tulis nama situs atau halamannya.", "[situs LPSK](https://lpsk.go.id/)")
            elif told.setdefault(text.casefold(), target) != target:
                yield Problem(place, "teks-tautan", f"“{text}” di halaman ini menuju dua tempat: {told[text.casefold()]} dan {target}.", "Beri teks yang berbeda untuk tujuan yang berbeda.")


def check_typed_addresses(site: Site, today: date) -> Iterator[Problem]:
    """Alamat web dan surel tidak diketik begitu saja di tulisan: alamat menjadi tautan dengan teks, kontak menjadi kode singkat."""
    for passage in bodies(site):
        if "@" not in passage.text and "://" not in passage.text and "www." not in passage.text:
            continue
        plain = DEFINITION.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), without_code(passage.text))
        plain = LINK.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), plain)
        for match in TYPED_ADDRESS.finditer(plain):
            address = match[0].rstrip(".,;:!?")
            if CHAT_ADDRESS.match(address):
                continue  # A number, told as such.
            if "@" in address and "//" not in address:
                yield Problem(passage.place(match.start()), "alamat-diketik", f"Surel “{address[:60]}” diketik di tulisan.", "Tulis di kanal catatannya, dan sebut kode singkatnya di sini.", "{{ layanan: uptd-ppa }}")
            else:
                yield Problem(passage.place(match.start()), "alamat-diketik", f"“{address[:60]}” diketik di tulisan; pembaca tidak dapat menekannya.", "Jadikan tautan dengan nama halamannya.", "[situs LPSK](https://lpsk.go.id/)")


def check_anchors(site: Site, today: date) -> Iterator[Problem]:
    """Tautan ke bagian sebuah halaman menuju judul yang ada di berkas itu."""
    for passage in bodies(site):
        if "#" not in passage.text or "](" not in passage.text and "]:" not in passage.text:
            continue
        for offset, is_image, target in links(without_code(passage.text)):
            path, _, anchor = target.partition("#")
            if is_image or not anchor or ":" in path:
                continue
            full = posixpath.normpath(posixpath.join(posixpath.dirname(passage.record.path), path)) if path else passage.record.path
            known = _anchors(site).get(full)
            if known is not None and anchor not in known:
                yield Problem(passage.place(offset), "jangkar-putus", f"Tautan “{target[:60]}” menuju bagian yang tidak ada.", maybe_you_meant(anchor, known) or "Salin dari judul bagiannya: huruf kecil, spasi menjadi “-”.", "[menyimpan pesan](../panduan/menyimpan-bukti.md#simpan-pesan)")


def _anchors(site: Site) -> dict[str, frozenset[str]]:
    """The parts that each page written in Markdown has, by file; a heading with a short code gets its words later, so that page is left to the engine."""
    # Only a content with such links needs the engine's way of naming them.
    from markdown.extensions.toc import slugify

    def find() -> dict[str, frozenset[str]]:
        return {passage.record.path: frozenset(slugify(re.sub(r"[*_`]", "", match[2]), "-") for match in HEADING.finditer(without_code(passage.text)))
                for passage in bodies(site) if isinstance(passage.record, MarkdownRecord) and not any("{{" in match[2] for match in HEADING.finditer(passage.text))}

    return remembered(site, "anchors", find)


def _texts(text: str) -> Iterator[tuple[int, str, str]]:
    """``(offset, link text, target)`` of links written in any of Markdown's three ways."""
    yield from ((match.start(), match[1], match[2]) for match in LINK.finditer(text))
    if "]:" not in text:
        return
    defined = {" ".join(match[1].casefold().split()): match[2] for match in DEFINITION.finditer(text)}
    for match in REFERENCE.finditer(text):
        target = defined.get(" ".join((match[3] or match[2]).casefold().split()))
        if target and not match[1]:
            yield match.start(), match[2], target
    for match in SHORTCUT.finditer(text):
        target = defined.get(" ".join(match[1].casefold().split()))
        if target:
            yield match.start(), match[1], target


def check_extensions(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan memakai Markdown yang digambar sama oleh setiap mesin: judul, daftar, tabel, tebal, miring, kutipan, dan tautan."""
    for passage in bodies(site):
        folded = passage.text.casefold()
        for name, pattern in EXTENSIONS:
            if not may_match((pattern,), passage.text, folded):
                continue
            for match in pattern.finditer(passage.text):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield Problem(passage.place(start), "ekstensi", f"“{' '.join(match[0].split())[:30]}”: {name} tidak digambar oleh setiap mesin.", "Tulis dengan judul, daftar, tabel, tebal, atau kutipan biasa.", "- satu hal per baris")
