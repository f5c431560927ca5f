"""What somebody who just telephoned means: names, kinds and results in the words people use."""

from __future__ import annotations

import re

from ..explain import slugify
from ..model import Hotline, Service, Site, TestResult
from ..problems import nearest

KINDS = {"wa": "whatsapp", "telpon": "telepon", "telp": "telepon", "tlp": "telepon", "email": "surel", "situs": "web"}
"""What people call a kind of channel."""
RESULTS = {
    "tersambung": ("nyambung", "sambung", "terhubung", "diangkat", "dijawab", "berhasil"),
    "tidak dijawab": ("tidak diangkat", "tidak angkat", "tidak ada jawaban", "sibuk"),
    "nomor mati": ("mati", "tidak aktif", "nomor tidak aktif", "tidak terdaftar"),
    "salah alamat": ("salah sambung", "salah orang", "salah nomor"),
}
"""What people say of a call, by the result they may mean. It is proposed, never taken unasked: a wrong result hides a number, or shows one."""
NOT = re.compile(r"^(?:tdk|tak|gak|ga|nggak|enggak|ndak|dak|idak)\b")


def result_meant(text: str) -> str:
    """The result that these words may mean, or nothing: ``tdk diangkat`` -> ``tidak dijawab``."""
    said = NOT.sub("tidak", " ".join(text.casefold().split()))
    near = nearest(said, TestResult)
    return next((result for result, words in RESULTS.items() if said in words), near[0] if len(near) == 1 else "")


def owners_named(site: Site, typed: str) -> dict[str, Hotline | Service]:
    """Hotlines and services by id, of which ``typed`` is the id or a whole name, whatever its capitals, blanks and hyphens."""
    known = owners(site)
    if typed in known:
        return {typed: known[typed]}
    plain = _plain(typed.removesuffix(".md"))
    return {name: owner for name, owner in known.items() if plain and plain in {_plain(word) for word in (name, owner.name, getattr(owner, "short_name", None) or "")}}


def owners(site: Site) -> dict[str, Hotline | Service]:
    """Everything that can be called, by its id."""
    return {**site.service, **site.hotline}


def holding(site: Site, typed: str) -> list[str]:
    """Ids whose record is called by all these words."""
    words = set(slugify(typed).split("-")) - {""}
    return [name for name, owner in owners(site).items() if words and words <= set(slugify(f"{name} {owner.name}").split("-"))]


def _plain(name: str) -> str:
    return slugify(name).replace("-", "")
