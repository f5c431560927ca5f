"""The lexicon as the plain data both implementations read: short keys, words joined by commas."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..model import ENTITIES, Ledger, Lexicon, form_and_weight
from ..model.lexicon import NOTHING
from .fold import fold

Data = dict[str, Any]


@cache
def key(text: str) -> str:
    """A word or phrase the way the engine meets it: folded, joined by single spaces."""
    return " ".join(fold(text))


def lexicon_data(lexicon: Lexicon) -> Data:
    """Roots, rules, map, concepts, names and emergency rules."""
    return {
        "akar": sorted({key(word) for group in lexicon.roots.groups for word in group.words}),
        "pengecualian": {key(word): key(stem) for word, stem in lexicon.exceptions.stems.items()},
        "awalan": {prefix: [_piece(part) for part in back] for prefix, back in lexicon.affixes.prefixes.items()},
        "akhiran": list(lexicon.affixes.suffixes),
        "pendek": lexicon.affixes.shortest,
        "langkah": lexicon.affixes.steps,
        "ejaan": [[_piece(rule.old), _piece(rule.new), rule.where] for rule in lexicon.spelling.rules],
        "padanan": _grouped(_resolved(lexicon)),
        "henti": sorted({key(word) for word in lexicon.stops.stop}),
        "ringan": sorted({key(word) for word in lexicon.stops.light}),
        "pengiring": sorted({key(word) for word in lexicon.stops.companions}),
        "konsep": [[group.name, [_member(member) for member in group.members], list(group.topics)] for group in lexicon.concepts.groups],
        "entitas": {entry.id: [entry.name, _names(entry.id, entry.names, entry.weak), sorted({key(name) for name in entry.weak})] for entry in lexicon.entities.entries},
        "darurat": [[rule.name, list(rule.hotlines), [_member(part) for part in rule.when]] for rule in lexicon.emergencies.rules],
        "takDisebut": sorted({key(text) for text in lexicon.emergencies.unsaid}),
        "kecuali": [_member(part) for part in lexicon.emergencies.unless],
    }


def entity_of(lexicon: Lexicon, *names: str) -> list[str]:
    """Entities that one of these names is a full name of: how a glossary entry carries its service."""
    wanted = {key(name) for name in names}
    return [entry.id for entry in lexicon.entities.entries if entry.id in ENTITIES and wanted & {key(name) for name in (entry.name, *entry.names)} - {key(name) for name in entry.weak}]


def shown_short_codes(ledger: Ledger) -> set[str]:
    """Digits that may stand in the index: short numbers of channels a reader may see."""
    return {channel.digits for _, channel in ledger.shown_contacts() if channel.digits and len(channel.digits) <= 4}


def _piece(text: str) -> str:
    return "" if text == NOTHING else text


def _member(text: str) -> str:
    """``a b + @c`` with folded words."""
    return "+".join(part.strip() if part.strip().startswith("@") else ("=" if part.strip().startswith("=") else "") + key(part) for part in text.split("+"))


def _names(slug: str, names: tuple[str, ...], weak: tuple[str, ...]) -> list[str]:
    """Names to match; a number that the slug already spells is left out, it may be one nobody should see."""
    digits = re.sub(r"\D", "", slug) if slug[-1].isdigit() else ""
    return sorted({key(name) for name in names} - {digits} - {key(name) for name in weak})


def _grouped(forms: dict[str, list[list[Any]]]) -> list[list[Any]]:
    """Forms with the same standard words side by side: ``[[[word, weight], …], "form,form"]``."""
    groups: dict[str, list[Any]] = {}
    for form, targets in forms.items():
        groups.setdefault(repr(targets), [targets, []])[1].append(form)
    return [[targets, ",".join(names)] for targets, names in groups.values()]


def forms_of(data: Data) -> dict[str, list[list[Any]]]:
    """The word map by form, from the grouped data."""
    return {form: targets for targets, names in data["padanan"] for form in names.split(",")}


def _resolved(lexicon: Lexicon) -> dict[str, list[list[Any]]]:
    """Every form with its standard words; a standard word that is itself a form is followed to the end."""
    direct: dict[str, dict[str, float]] = {}
    for words in lexicon.maps:
        for standard, forms in words.forms.items():
            for form in forms:
                text, weight = form_and_weight(form)
                if key(text) != key(standard):
                    direct.setdefault(key(text), {})[key(standard)] = max(weight, direct.get(key(text), {}).get(key(standard), 0))
    for words in lexicon.maps:
        for form, weight in words.also_standard.items():
            direct.setdefault(key(form), {})[key(form)] = weight
    done = {form: _follow(form, direct) for form in direct}
    return {form: sorted(([target, weight] for target, weight in targets.items()), key=lambda pair: (-pair[1], pair[0])) for form, targets in sorted(done.items())}


def _follow(form: str, direct: dict[str, dict[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    todo = [(target, weight, {form}) for target, weight in direct[form].items()]
    while todo:
        target, weight, seen = todo.pop()
        further = {} if target == form else {name: value for name, value in direct.get(target, {}).items() if name not in seen}
        if not further or target in further:
            found[target] = max(weight, found.get(target, 0))
        todo += [(name, round(weight * value, 2), seen | {target}) for name, value in further.items() if name != target]
    return found
