"""Words for search: nothing listed twice, nothing that means itself, no circle, and what must differ stays different."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..model import ENTITIES, Record, Site, WordMap, form_and_weight
from ..model.stems import Stems
from ..problems import Loc, Problem, Severity, maybe_you_meant

FEW_PHRASES, FEW_LAY = 20, 5
"""Phrases a need should have, and how many of them in chat, local or English words."""

STEM_FILES = frozenset(f"content/kata/{name}.yaml" for name in ("akar", "imbuhan", "pengecualian"))
"""What every stem rests on: while one of them cannot be read, no stem is right."""


def check_word_lists(site: Site, today: date) -> Iterator[Problem]:
    """Kata dasar, kata henti, dan anggota konsep ditulis sekali; kata daerah dan obrolan tidak berarti dirinya sendiri."""
    lexicon = site.lexicon
    yield from _twice(lexicon.roots, ((("akar", g, "kata", w), word) for g, group in enumerate(lexicon.roots.groups) for w, word in enumerate(group.words)))
    yield from _twice(lexicon.stops, ((("henti", index), word) for index, word in enumerate(lexicon.stops.stop)))
    yield from _twice(lexicon.stops, ((("ringan", index), word) for index, word in enumerate(lexicon.stops.light)))
    for number, group in enumerate(lexicon.concepts.groups):
        yield from _twice(lexicon.concepts, ((("konsep", number, "kata", index), word) for index, word in enumerate(group.members)))
    for words in lexicon.maps:
        for standard, forms in words.forms.items():
            yield from _twice(words, ((("padanan", standard, index), form_and_weight(form)[0]) for index, form in enumerate(forms)))
            for index, form in enumerate(forms):
                if _same(form_and_weight(form)[0], standard):
                    yield Problem(words.at("padanan", standard, index), "kata-diri-sendiri", f"“{form}” dipadankan dengan dirinya sendiri.", "Hapus; kata baku tidak perlu dipadankan.")
    for word, stem in lexicon.exceptions.stems.items():
        if word in lexicon.stops.stop:
            yield Problem(lexicon.exceptions.at("pengecualian", word), "kata-ganda", f"“{word}” juga ada di henti.yaml.", "Pilih satu: dibuang, atau diberi pangkal.")


def check_word_circles(site: Site, today: date) -> Iterator[Problem]:
    """Padanan tidak berputar: bila a -> b, maka b tidak -> a."""
    place: dict[tuple[str, str], tuple[WordMap, Loc]] = {}
    leads: dict[str, set[str]] = {}
    for words in site.lexicon.maps:
        for standard, forms in words.forms.items():
            for index, form in enumerate(forms):
                name = form_and_weight(form)[0]
                place.setdefault((name, standard), (words, ("padanan", standard, index)))
                leads.setdefault(name, set()).add(standard)
    told: set[frozenset[str]] = set()
    for (form, standard), (words, loc) in place.items():
        if form in leads.get(standard, ()) and form != standard and frozenset((form, standard)) not in told:
            told.add(frozenset((form, standard)))
            yield Problem(words.at(*loc), "padanan-berputar", f"“{form}” berarti “{standard}”, dan “{standard}” berarti “{form}”.", "Tentukan mana kata bakunya; hapus baris yang lain.")


def check_lexicon_references(site: Site, today: date) -> Iterator[Problem]:
    """Konsep menyebut kebutuhan yang ada; aturan darurat menyebut hotline dan konsep yang ada; lembaga dari daftar baku."""
    lexicon = site.lexicon
    names = {group.name for group in lexicon.concepts.groups}
    yield from _twice(lexicon.concepts, ((("konsep", index, "nama"), group.name) for index, group in enumerate(lexicon.concepts.groups)))
    for number, group in enumerate(lexicon.concepts.groups):
        for index, topic in enumerate(group.topics):
            if topic not in site.topic and not site.is_unread("content/topik", topic):
                yield _unknown(lexicon.concepts, ("konsep", number, "topik", index), topic, "kebutuhan (content/topik)", site.topic)
    for number, entry in enumerate(lexicon.entities.entries):
        if entry.id not in ENTITIES:
            yield _unknown(lexicon.entities, ("entitas", number, "id"), entry.id, "nama baku lembaga", ENTITIES)
    yield from _twice(lexicon.entities, ((("entitas", n, "sebutan", i), name) for n, entry in enumerate(lexicon.entities.entries) for i, name in enumerate(entry.names)))
    for number, rule in enumerate(lexicon.emergencies.rules):
        for index, line in enumerate(rule.hotlines):
            if line not in site.hotline and not site.is_unread("hotlines.yaml", line):
                yield _unknown(lexicon.emergencies, ("darurat", number, "hotline", index), line, "hotline (hotlines.yaml)", site.hotline)
        for index, condition in enumerate(rule.when):
            for name in re.findall(r"@([a-z0-9-]+)", condition):
                if name not in names and not site.is_unread("content/kata/konsep.yaml", name):
                    yield _unknown(lexicon.emergencies, ("darurat", number, "bila", index), name, "konsep (konsep.yaml)", names)


def check_families(site: Site, today: date) -> Iterator[Problem]:
    """Sekeluarga kata kembali ke satu pangkal; pasangan yang harus berbeda tidak jatuh ke pangkal yang sama."""
    if not site.unread.isdisjoint(STEM_FILES):
        return
    families, stems = site.lexicon.families, Stems.of(site.lexicon)
    for number, family in enumerate(families.together):
        root = stems.known(family[0])
        for index, word in enumerate(family):
            found = stems.known(word)
            if found != root or not found:
                yield Problem(families.at("keluarga", number, index), "keluarga-terpisah", f"“{word}” berpangkal “{found or 'tidak diketahui'}”, bukan “{root}”.",
                              "Tambah kata dasarnya di akar.yaml, atau bentuk ini di pengecualian.yaml.", f"{word}: {root}")
    for number, (one, two) in enumerate(families.apart):
        if (stems.known(one) or one) == (stems.known(two) or two):
            yield Problem(families.at("pisah", number), "kata-tertukar", f"“{one}” dan “{two}” jatuh ke pangkal yang sama: “{stems.known(one)}”.",
                          "Beri salah satu pangkal sendiri di pengecualian.yaml.", f"{one}: {one}")


def check_core_phrases(site: Site, today: date) -> Iterator[Problem]:
    """Setiap halaman inti punya kata yang diketik orang, dan setiap kebutuhan punya cukup banyak, juga yang tidak resmi."""
    if not site.lexicon.maps[0].forms:
        return
    for record in (*site.hotlines, *site.services, *site.prevention, *site.guides, *site.pathways):
        if not record.phrases:
            yield Problem(record.at(), "tanpa-kata-cari", f"“{record.name}” belum punya “cari”: orang menemukannya hanya dari judul.", "Tulis 5–15 kata seperti orang mengetiknya.", "cari:\n  - dipukul suami", Severity.WARNING)
    lay = {form_and_weight(form)[0] for words in site.lexicon.maps for forms in words.forms.values() for form in forms}
    for topic in site.topics:
        informal = sum(bool(lay & set(phrase.lower().split())) for phrase in topic.phrases)
        if len(topic.phrases) < FEW_PHRASES:
            yield Problem(topic.at("istilah"), "sedikit-kata-cari", f"“{topic.name}” baru punya {len(topic.phrases)} istilah.", f"Tambah sampai {FEW_PHRASES}, dari cara orang bercerita.", severity=Severity.WARNING)
        elif informal < FEW_LAY:
            yield Problem(topic.at("istilah"), "kata-cari-resmi", f"Istilah “{topic.name}” hampir semuanya resmi ({informal} yang obrolan, daerah, atau Inggris).", "Tambah kata yang diketik di ponsel.", severity=Severity.WARNING)


def _twice(record: Record, words: Iterator[tuple[Loc, str]]) -> Iterator[Problem]:
    rows = list(words)
    counts = Counter(word.casefold() for _, word in rows)
    seen: dict[str, Loc] = {}
    for loc, word in rows:
        if counts[word.casefold()] > 1 and word.casefold() in seen:
            yield Problem(record.at(*loc), "kata-ganda", f"“{word}” sudah ditulis di {record.at(*seen[word.casefold()])}.", "Hapus salah satu.")
        seen.setdefault(word.casefold(), loc)


def _unknown(record: Record, loc: Loc, name: str, kind: str, known: object) -> Problem:
    return Problem(record.at(*loc), "rujukan-tidak-ada", f"“{name}” tidak ada di {kind}.", maybe_you_meant(name, known) or "Periksa ejaannya.")  # type: ignore[arg-type]


def _same(one: str, two: str) -> bool:
    return re.sub(r"[\s-]+", " ", one.casefold()).strip() == re.sub(r"[\s-]+", " ", two.casefold()).strip()
