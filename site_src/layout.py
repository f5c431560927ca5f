"""What stands where: the folders and files that staff edit, and the record that each of them holds."""

from __future__ import annotations

from .model import Area, Article, HolidayYear, Hotline, Indicator, Language, Law, News, Organisation, OpenService, Pathway, Policy, Reference, ShortAddress, Term, Topic, WordRole, WordRule
from .model.base import Record
from .model.lexicon import (
    Affixes,
    Concepts,
    Emergencies,
    Entities,
    Exceptions,
    Families,
    Roots,
    Spelling,
    StopWords,
    WordMap,
)

FOLDERS: dict[str, tuple[str, type[Record], str]] = {
    "topik": ("topics", Topic, ".md"),
    "layanan": ("services", OpenService, ".md"),
    "pencegahan": ("prevention", Article, ".md"),
    "panduan": ("guides", Article, ".md"),
    "alur": ("pathways", Pathway, ".yaml"),
    "kabar": ("news", News, ".md"),
    "bahasa": ("languages", Language, ".yaml"),
}
MAY_LACK = frozenset({"alamat-pendek.yaml", "bahasa", "kabar", "kla.yaml", "libur.yaml", "peran.yaml"})
"""Folders and lists a city may do without: nothing is said while they are not there."""
LISTS: dict[str, tuple[str, type[Record]]] = {
    "hotlines.yaml": ("hotlines", Hotline),
    "content/istilah.yaml": ("terms", Term),
    "content/sumber.yaml": ("references", Reference),
    "content/hukum.yaml": ("laws", Law),
    "content/hormat.yaml": ("word_rules", WordRule),
    "content/peran.yaml": ("word_roles", WordRole),
    "content/kla.yaml": ("indicators", Indicator),
    "content/libur.yaml": ("holidays", HolidayYear),
    "content/alamat-pendek.yaml": ("short_addresses", ShortAddress),
}
LIST_KEY = {"hotlines.yaml": "hotline", "content/istilah.yaml": "istilah", "content/sumber.yaml": "sumber",
            "content/hukum.yaml": "hukum", "content/hormat.yaml": "hormat", "content/peran.yaml": "peran", "content/kla.yaml": "kla", "content/libur.yaml": "libur", "content/alamat-pendek.yaml": "alamat_pendek"}
OPTIONAL = {"content/hukum.yaml": "Tanpa berkas ini tidak ada hukum yang boleh disebut di tulisan.",
            "content/hormat.yaml": "Tanpa berkas ini kata yang menyakiti tidak diperiksa."}
"""Lists a new city may still be without: their absence is told, and does not stop the build."""
SETTINGS: dict[str, tuple[str, type[Record]]] = {
    "content/wilayah.yaml": ("area", Area),
    "content/lembaga.yaml": ("organisation", Organisation),
    "content/kebijakan.yaml": ("policy", Policy),
}

WORDS: dict[str, tuple[str, type[Record]]] = {
    "akar": ("roots", Roots),
    "pengecualian": ("exceptions", Exceptions),
    "imbuhan": ("affixes", Affixes),
    "ejaan": ("spelling", Spelling),
    "padanan-obrolan": ("chat", WordMap),
    "padanan-daerah": ("local", WordMap),
    "padanan-inggris": ("english", WordMap),
    "henti": ("stops", StopWords),
    "konsep": ("concepts", Concepts),
    "entitas": ("entities", Entities),
    "darurat": ("emergencies", Emergencies),
    "keluarga": ("families", Families),
}
"""Files of ``content/kata/``; a project without that folder has an empty lexicon."""
