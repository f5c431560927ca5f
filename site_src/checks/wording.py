"""Words that blame, soften, hide the one who did it, give a child away or promise safety are found and answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..model import Area, Organisation, Policy, Reference, Site, Tone, WordRule
from ..problems import Problem, Severity, maybe_you_meant
from .literals import may_match
from .sentences import blocks, split_sentences

QUOTE = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
MYTH = re.compile(r"\*\*Mitos:?\*\*:?|\bMitos:")
FACT = re.compile(r"\*\*Fakta:?\*\*:?|\bFakta:")
SETTINGS = (Area, Organisation, Policy, Reference)


@dataclass(frozen=True, slots=True)
class Found:
    """Where one rule is broken in a text, and the words that break it."""

    start: int
    words: str
    rule: WordRule


def check_words(site: Site, today: date) -> Iterator[Problem]:
    """Tulisan tidak menyalahkan korban, menghaluskan kekerasan, menyembunyikan pelaku, membuka identitas anak, atau menjanjikan keselamatan."""
    edition = hash(tuple((rule.patterns, rule.unless, rule.together, rule.case, rule.quotable) for rule in site.word_rules))
    for block in blocks(site):
        if isinstance(block.record, SETTINGS):
            continue
        for found in _once(block.text, site.word_rules, edition):
            rule = found.rule
            yield Problem(block.place(found.start), "kata-menyakiti" if rule.tone is Tone.BLOCK else "kata-kurang-tepat", f"“{found.words}” ({rule.id}): {rule.reason}", rule.instead,
                          severity=Severity.ERROR if rule.tone is Tone.BLOCK else Severity.WARNING)


def check_word_rules(site: Site, today: date) -> Iterator[Problem]:
    """Setiap aturan di content/hormat.yaml punya pengenal sendiri, dan sumbernya ada."""
    first: dict[str, WordRule] = {}
    for rule in site.word_rules:
        if rule.id in first:
            yield Problem(rule.at("id"), "pengenal-ganda", f"“{rule.id}” sudah dipakai di {first[rule.id].at('id')}.", "Beri pengenal lain.")
        first.setdefault(rule.id, rule)
        for index, name in enumerate(rule.references):
            if name not in site.reference and name not in site.unread and "content/sumber.yaml" not in site.unread:
                yield Problem(rule.at("sumber", index), "rujukan-tidak-ada", f"“{name}” tidak ada di content/sumber.yaml.", maybe_you_meant(name, site.reference) or "Periksa ejaannya, atau buat catatannya lebih dulu.")


_clean: set[tuple[int, str]] = set()
"""Texts that broke no rule of an edition of the rules: a preview reads the same paragraphs at every save."""


def _once(text: str, rules: tuple[WordRule, ...], edition: int) -> Iterator[Found]:
    if (edition, text) in _clean:
        return
    found = tuple(broken_rules(text, rules))
    if not found:
        _clean.add((edition, text))
    yield from found


def broken_rules(text: str, rules: tuple[WordRule, ...]) -> Iterator[Found]:
    """Every rule that one paragraph breaks, at most once each. Quotations and myths do not count where a rule allows them."""
    folded, said = text.casefold(), ""
    for rule in rules:
        patterns = _compiled(rule.patterns, rule.case)
        if not may_match(patterns, text, folded):
            continue
        unless = _compiled(rule.unless, rule.case)
        said = said or without_quotes(text)
        source = said if rule.quotable else text
        if rule.together:
            first = [pattern.search(source) for pattern in patterns]
            if all(first) and not any(pattern.search(source) for pattern in unless):
                match = first[0]
                assert match is not None
                yield Found(match.start(), _short(match[0]), rule)
            continue
        if not any(pattern.search(source) for pattern in patterns):
            continue
        hit = next(((offset + match.start(), match[0]) for offset, sentence in split_sentences(source) if not any(pattern.search(sentence) for pattern in unless)
                    for pattern in patterns if (match := pattern.search(sentence))), None)
        if hit:
            yield Found(hit[0], _short(hit[1]), rule)


def without_quotes(text: str) -> str:
    """The text with quotations, myths and the myth column of a table blanked out, offsets kept."""
    said = QUOTE.sub(_blank, text)
    for myth in list(MYTH.finditer(said)):
        fact = FACT.search(said, myth.end())
        end = fact.start() if fact else len(said)
        said = said[: myth.start()] + re.sub(r"[^\n]", " ", said[myth.start() : end]) + said[end:]
    lines = said.split("\n")
    cells = [cell.strip().casefold() for cell in lines[0].split("|")]
    if lines[0].lstrip().startswith("|") and "mitos" in cells:
        column = cells.index("mitos")
        lines = ["|".join(" " * len(cell) if place == column else cell for place, cell in enumerate(line.split("|"))) for line in lines]
    return "\n".join(lines)


@lru_cache(maxsize=None)
def _compiled(patterns: tuple[str, ...], case: bool) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern.replace(" ", r"\s+"), 0 if case else re.IGNORECASE) for pattern in patterns)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= 70 else said[:67] + "…"
