"""The page of a need is whole: long enough to help, short enough to be read, with every part a reader looks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..model import Site, Topic
from ..problems import Problem, Severity
from .sentences import blocks, words

PART = re.compile(r"^(###?)[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def check_whole_needs(site: Site, today: date) -> Iterator[Problem]:
    """Halaman kebutuhan punya semua bagiannya, dan panjangnya menurut kebijakan."""
    rule = site.policy.whole_need if site.policy else None
    if not rule:
        return
    lengths = Counter[str]()
    for block in blocks(site):
        if isinstance(block.record, Topic) and not block.loc:
            lengths[block.record.path] += len(words(block.text))
    for topic in site.topics:
        if not topic.body.strip():
            continue  # An empty text is told by its own rule.
        have = {(marks, heading.casefold()) for marks, heading in PART.findall(topic.body)}
        for part in rule.parts:
            marks = "###" if part.startswith("###") else "##"
            names = [name.strip() for name in part.removeprefix("###").split("|")]
            if not any((marks, name.casefold()) in have for name in names):
                yield _warning(topic, "bagian-belum-ada", f"Bagian “{names[0]}” belum ada.", "Tulis bagian itu. Bila faktanya belum ada, katakan bahwa kantor masih memastikannya.", f"{marks} {names[0]}")
        count = lengths[topic.path]
        if not rule.fewest <= count <= rule.most:
            remedy = "Lengkapi tulisannya." if count < rule.fewest else "Pindahkan yang tidak mendesak ke sebuah panduan, lalu tautkan."
            yield _warning(topic, "panjang-halaman", f"Tulisan ini {count} kata; seharusnya {rule.fewest} sampai {rule.most}.", remedy)


def _warning(topic: Topic, code: str, message: str, remedy: str, example: str = "") -> Problem:
    return Problem(topic.at(), code, message, remedy, example, severity=Severity.WARNING)
