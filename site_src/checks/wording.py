"""Words that blame, soften, hide the one who did it, give a child away or promise safety are found and answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..model import Area, Organisation, Policy, Reference, Site, Tone, WordRule, named_roles
from ..problems import Problem, Severity, maybe_you_meant
from .literals import PatternIndex, Spelled
from .sentences import blocks, split_sentences

QUOTED = re.compile("[“‘\"|]|itos")
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
    edition = hash(tuple((rule.patterns, rule.unless, rule.together, rule.case, rule.quotable) for rule in site.spoken_rules))
    for block in blocks(site):
        if (edition, block.text) in _clean or isinstance(block.record, SETTINGS):
            continue
        broken = tuple(broken_rules(block.text, site.spoken_rules))
        if not broken:
            _clean.add((edition, block.text))
        for found in broken:
            rule, blocking = found.rule, found.rule.tone is Tone.BLOCK
            yield Problem(block.place(found.start), "kata-menyakiti" if blocking else "kata-kurang-tepat", f"“{found.words}” ({rule.id}): {rule.reason}", rule.instead,
                          severity=Severity.ERROR if blocking else Severity.WARNING)


def check_word_rules(site: Site, today: date) -> Iterator[Problem]:
    """Setiap aturan di content/hormat.yaml punya pengenal sendiri; sumbernya ada, dan peran yang disebut polanya ada di content/peran.yaml."""
    first: dict[str, WordRule] = {}
    roles = {role.id for role in site.word_roles}
    for rule in site.word_rules:
        if rule.id in first:
            yield Problem(rule.at("id"), "pengenal-ganda", f"“{rule.id}” sudah dipakai di {first[rule.id].at('id')}.", "Beri pengenal lain.")
        first.setdefault(rule.id, rule)
        for key, patterns in (("pola", rule.patterns), ("kecuali", rule.unless)):
            for index, pattern in enumerate(patterns):
                for name in named_roles(pattern):
                    if name not in roles and not site.is_unread("content/peran.yaml", name):
                        yield Problem(rule.at(key, index), "rujukan-tidak-ada", f"Peran “<{name}>” tidak ada di content/peran.yaml.", maybe_you_meant(name, roles) or "Periksa ejaannya, atau tambahkan perannya.")
        for index, name in enumerate(rule.references):
            if name not in site.reference and not site.is_unread("content/sumber.yaml", name):
                yield Problem(rule.at("sumber", index), "rujukan-tidak-ada", f"“{name}” tidak ada di content/sumber.yaml.", maybe_you_meant(name, site.reference) or "Periksa ejaannya, atau buat catatannya lebih dulu.")


_clean: set[tuple[int, str]] = set()
"""Texts that broke no rule of an edition of the rules: a preview reads the same paragraphs at every save."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One rule with its patterns, as they are written."""

    rule: WordRule
    patterns: tuple[Spelled, ...]
    unless: tuple[Spelled, ...]


class Trials:
    """All rules made ready, and what knows which of their patterns a text may break."""

    def __init__(self, rules: tuple[WordRule, ...]) -> None:
        self.rules = rules
        self._each = tuple(Trial(rule, _spelled(rule.patterns, rule.case), _spelled(rule.unless, rule.case)) for rule in rules)
        self._owners = [(number, pattern) for number, trial in enumerate(self._each) for pattern in trial.patterns]
        self._index = PatternIndex([pattern for _, pattern in self._owners])

    def worth_trying(self, text: str) -> Iterator[tuple[Trial, list[re.Pattern[str]]]]:
        """Rules in their order, each with those of its patterns that may match the text."""
        chosen: dict[int, list[re.Pattern[str]]] = {}
        for place in self._index.worth_trying(text):
            number, pattern = self._owners[place]
            chosen.setdefault(number, []).append(pattern.ready)
        for number, patterns in chosen.items():
            yield self._each[number], patterns


_last = Trials(())
"""The rules that were made ready last: a run has one set of rules."""


def _ready(rules: tuple[WordRule, ...]) -> Trials:
    global _last
    if _last.rules is not rules:
        _last = Trials(rules)
    return _last


def broken_rules(text: str, rules: tuple[WordRule, ...]) -> Iterator[Found]:
    """Every rule that one paragraph breaks, at most once each. Quotations and myths do not count where a rule allows them."""
    said = ""
    for trial, patterns in _ready(rules).worth_trying(text):
        rule = trial.rule
        if rule.together and len(patterns) < len(trial.patterns):
            continue
        said = said or without_quotes(text)
        source = said if rule.quotable else text
        if rule.together:
            # The first pattern of such a rule is the widest; the others turn most texts away.
            match = patterns[0].search(source) if all(pattern.search(source) for pattern in patterns[:0:-1]) else None
            if match and not any(pattern.ready.search(source) for pattern in trial.unless):
                yield Found(match.start(), _short(match[0]), rule)
            continue
        patterns = [pattern for pattern in patterns if pattern.search(source)]
        hit = next(((offset + match.start(), match[0]) for offset, sentence in split_sentences(source) if not any(pattern.ready.search(sentence) for pattern in trial.unless)
                    for pattern in patterns if (match := pattern.search(sentence))), None) if patterns else None
        if hit:
            yield Found(hit[0], _short(hit[1]), rule)


def without_quotes(text: str) -> str:
    """The text with quotations, myths and the myth column of a table blanked out, offsets kept."""
    if not QUOTED.search(text):
        return text
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


def _spelled(patterns: tuple[str, ...], case: bool) -> tuple[Spelled, ...]:
    return tuple(Spelled(pattern.replace(" ", r"\s+"), 0 if case else re.IGNORECASE) for pattern in patterns)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= 70 else said[:67] + "…"
