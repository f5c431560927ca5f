"""Whatever would make a browser ask another host, or run what a page has no script for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ..model.content_policy import EDITOR, EDITOR_POLICY
from ..problems import Place, Problem

FOREIGN = re.compile(r"(?:https?|wss?|ftp):|[a-z][a-z0-9+.-]*://|[\\/]{2}", re.IGNORECASE)
MAY_BE_FOREIGN = re.compile(r"[\\/]\s*[\\/]|:")
"""What an attribute must hold before it is looked at more closely."""
ASKS_NOTHING = frozenset({"title", "alt", "content", "value", "placeholder", "cite", "longdesc", "class", "id", "property", "name", "xmlns", "xmlns:xlink", "style"})
"""Attributes that a browser shows or ignores, and never fetches; ``style`` is read as CSS."""
STAYS = {"a": "href", "area": "href"}
"""Links: they ask somebody only when a reader follows them."""
SAID = {"details": "data-isi"}
"""Words that the sharing hands on when a reader asks for it; they hold the site's own short address."""
NAMING_RELS = frozenset({"canonical", "alternate", "license", "author", "me", "next", "prev", "help", "nofollow", "noopener", "noreferrer"})
"""What a ``<link>`` may tell about another host without asking it."""
FRAMES = frozenset({"object", "embed", "frame", "frameset", "applet", "portal", "fencedframe", "template"})
"""Elements that load another page or hide one."""
SCHEMES = frozenset({"http", "https", "tel", "sms", "mailto", "geo"})
"""Where a link may lead; anything else runs code, opens files or another program."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
CSS_CALL = re.compile(r"(?:url|src|image(?:-set)?)\(\s*['\"]?([^)]*)|@import\s*['\"]([^'\"]+)", re.IGNORECASE)
CSS_ESCAPE = re.compile(r"/\*.*?\*/|\\([0-9a-f]{1,6})\s?", re.IGNORECASE | re.DOTALL)
SOURCE_MAP = re.compile(r"[#@]\s*(sourceMappingURL=[^\s*]+)")
"""A map of the source, which a browser's tools fetch."""
ADDRESS = r"((?:https?:|wss?:)?//[^\"'`\s]+)"
IN_SCRIPT = re.compile(
    rf"(?:[=(:?+]|\b(?:from|import|return)\b|\burls\b[\"'\s:]*\[|\b(?:open|setAttribute)\([^()]*,)\s*[\"'`]\s*{ADDRESS}"
    rf"|\b(?:src|srcset|href|action|poster)=\\?[\"']?\s*{ADDRESS}|{SOURCE_MAP.pattern}")
"""The address of another host where code uses it or writes it into HTML, and a map of the source. An address that only stands among data asks nobody."""
PROLOG = re.compile(r"<\?xml-stylesheet\b[^>]*?\bhref\s*=\s*[\"']([^\"']*)")
"""The style sheet of a drawing, named before its first element (https://www.w3.org/TR/xml-stylesheet/)."""
NOTHING = "default-src 'none'"
"""How a policy begins that allows only what it names."""
OWN = re.compile(r"'(?:self|none|sha(?:256|384|512)-[\w+/=-]+)'|data:|blob:|tel:|sms:|mailto:")
"""What it may name: nothing of another host, and no script or style that is not a file of ours."""
ENGINES_OWN = "assets/"
"""Where an engine leaves the scripts of its own theme; no page of ours asks for them, and the policy of a page that did would refuse what they ask."""
SHELL = "site/b/index.html"
"""The only page that frames another: a page of ours, in a neutral cover."""


def requests(place: Place, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Problem]:
    """Everything one element asks of another host, or runs."""
    if tag in FRAMES or (tag == "iframe" and not (place.path == SHELL and set(attributes) <= {"src", "title"})):
        yield Problem(place, "bingkai", f"Elemen <{tag}> memuat atau menyembunyikan halaman lain.", "Hapus.")
    for name, value in attributes.items():
        if name.startswith("on") and len(name) > 2:
            yield Problem(place, "tautan-berbahaya", f"<{tag}> menjalankan kode lewat “{name}”.", "Hapus; skrip hanya dari berkas situs ini.")
        elif not value or not MAY_BE_FOREIGN.search(value):
            continue
        elif STAYS.get(tag) == name:
            yield from _scheme(place, tag, value)
        else:
            if name == "style" or "(" in value:
                yield from style(place, f"<{tag}>", value)
            if not _asks_nothing(tag, name, attributes) and foreign(value):
                yield _request(place, f"<{tag}>", value)
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        target = re.sub(r"^[^;,\s]*[;,\s]*(?:url\s*=\s*)?['\"]?", "", attributes.get("content") or "", flags=re.IGNORECASE)
        if foreign(target):
            yield _request(place, "<meta>", target)
        yield from _scheme(place, "meta", target)


def style(place: Place, where: str, css: str) -> Iterator[Problem]:
    """Everything ``css`` asks of another host; ``where`` names it in the sentence."""
    for asked in SOURCE_MAP.findall(css):
        yield _request(place, where, asked)
    for one, two in CSS_CALL.findall(CSS_ESCAPE.sub(_unescaped, css)):
        if not one.startswith("data:") and any(foreign(part) for part in re.split(r"['\"(]", one or two)):
            yield _request(place, where, one or two)


def other_files(site_dir: Path, files: set[str]) -> Iterator[Problem]:
    """The same for every style sheet, drawing and script among ``files`` (paths below ``site_dir``); the editor's own are bound by its policy."""
    for name in sorted(files):
        place = Place(f"site/{name}")
        if not name.endswith((".css", ".svg", ".js", ".mjs")):
            continue
        text = (site_dir / name).read_text(encoding="utf-8", errors="replace")
        if name.endswith((".css", ".svg")):
            yield from style(place, "Berkas gaya", text)
        if name.endswith(".svg"):
            for asked in filter(foreign, PROLOG.findall(text)):
                yield _request(place, "Berkas gambar", asked)
            for node in LexborHTMLParser(text).css("svg, svg *"):
                yield from requests(place, node.tag or "", node.attributes)
        if name.endswith("js") and not name.startswith((f"{EDITOR}/", ENGINES_OWN)):
            yield from in_script(place, text)


def in_script(place: Place, script: str) -> Iterator[Problem]:
    """Every other host that a script asks in plain words; what it hides is left to the policy."""
    for match in IN_SCRIPT.finditer(script):
        yield _request(place, "Skrip", next(filter(None, match.groups())))


def sealed(policy: str, page: str) -> bool:
    """True when the policy of ``page`` lets nothing in but files of this site; the staff's editor alone has another."""
    if page.startswith(f"{EDITOR}/") and policy == EDITOR_POLICY:
        return True
    first, *rest = (directive.split() for directive in policy.split(";") if directive.strip()) if policy.strip() else [[""]]
    return " ".join(first) == NOTHING and all(OWN.fullmatch(source) for _, *sources in rest for source in sources)


def foreign(url: str) -> bool:
    """True when a browser would ask another host: it also reads ``https:host``, ``\\\\host`` and addresses broken by line ends, and several in one attribute."""
    if url.lstrip().lower().startswith("data:"):
        return False
    whole = re.sub(r"[\t\r\n]", "", url).strip("".join(map(chr, range(33))))
    return any(FOREIGN.match(part) for part in (whole, *re.split(r"[,\s]+", url)))


def _asks_nothing(tag: str, name: str, attributes: Mapping[str, str | None]) -> bool:
    if SAID.get(tag) == name:
        return True
    if tag == "link" and name == "href":
        return set((attributes.get("rel") or "").lower().split()) <= NAMING_RELS
    return name in ASKS_NOTHING or name.startswith("aria-")


def _scheme(place: Place, tag: str, href: str) -> Iterator[Problem]:
    found = SCHEME.match(re.sub(r"[\x00-\x20]", "", href))
    if found and found[1].lower() not in SCHEMES:
        yield Problem(place, "tautan-berbahaya", f"Tautan “{href[:40]}” di <{tag}> dapat menjalankan kode.", "Hapus, atau tautkan ke halaman biasa.")


def _request(place: Place, where: str, url: str) -> Problem:
    return Problem(place, "permintaan-luar", f"{where} meminta “{url[:80]}” dari tempat lain.", "Simpan berkasnya di situs ini, atau hapus.")


def _unescaped(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else ""
