"""From what was typed to cards and results: a pure function over the data the browser reads. Mirrored in ``mesin.js``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from .documents import EMERGENCY
from .fold import fold
from .index import similarities, unpack
from .repair import Repair
from .words import Slot, Words

URL, TITLE, KIND, SUMMARY, TOPICS, ENTITIES, AUDIENCES, DISTRICTS, CONTACTS, ID, WEIGHT = range(11)
CONCEPT, LISTED, CARDS = 0.5, 10, 2
TOPIC_VOTE, MENTION = 0.3, 1.35


@dataclass(frozen=True)
class Found:
    """One row of the answer; ``card`` is «darurat», «lembaga» or empty."""

    document: int
    card: str = ""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    hotlines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What was understood and what was found."""

    slots: tuple[Slot, ...]
    concepts: dict[str, float]
    entities: tuple[tuple[str, int, bool], ...]
    emergency: str
    results: tuple[Found, ...]
    shown_for: str = ""
    steps: dict[str, Any] = field(default_factory=dict)


class Search:
    """Answers queries from one set of search data."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.words = Words(data)
        listed = {form for form in self.words.map if " " not in form and len(form) > 2 and form.isalpha()} | {root for root in self.words.roots if " " not in root} | {word for word in self.words.stop | self.words.light if len(word) > 3}
        self.repair = Repair(self.words, sorted({*data["permukaan"], *listed}), data["ejaan"])
        self.postings = unpack(data["indeks"])
        self.companions = set(data["pengiring"])
        self.unsaid = set(data["takDisebut"])
        self._alone = False
        self.documents = data["dokumen"]
        self.number = {row[ID]: position for position, row in enumerate(self.documents) if row[ID]}
        self.aliases: dict[str, str] = {}
        self.weak: dict[str, str] = {}
        for slug, (_, names, weak) in data["entitas"].items():
            digits = slug[len(slug.rstrip("0123456789")) :]
            for name in [*names, *([digits] if digits else [])]:
                self.aliases.setdefault(name, slug)
            for name in weak:
                self.weak.setdefault(name, slug)
        self.aliases = {" ".join(token for token in name.split(" ")): slug for name, slug in self.aliases.items()}
        self.rules = [(name, [self.number[key] for key in lines if key in self.number], [self.words.condition(part) for part in when]) for name, lines, when in data["darurat"]]
        self.unless = [self.words.condition(part) for part in data["kecuali"]]

    def find(self, text: str) -> Answer:
        """Cards first, then at most ten rows together."""
        tokens = fold(text)
        slots = self.words.slots(tokens, self.repair.read)
        if not slots:
            slots = [Slot(token, ((self.words.stem(token), 1.0),)) for token in tokens if not token.isdigit()]
        concepts = self.words.concepts(slots)
        entities = self._entities(tokens, slots)
        scores = self._scores(slots, concepts, entities)
        emergency, lines = ("", []) if self._alone else self._emergency(slots)
        results = self._rows(scores, entities, emergency, lines)
        return Answer(tuple(slots), concepts, tuple(entities), emergency, tuple(results), self._said(tokens, slots), {"nilai": scores})

    def _scores(self, slots: list[Slot], concepts: dict[str, float], entities: list[tuple[str, int, bool]]) -> list[tuple[int, float]]:
        heavy = [slot for slot in slots if not slot.light]
        asked: dict[str, float] = {}
        for slot in heavy:
            for stem, weight in slot.readings:
                for part in stem.split(" "):
                    asked[part] = max(weight, asked.get(part, 0))
        for concept, weight in concepts.items():
            asked[concept] = CONCEPT * weight
        hits, held = similarities(self.postings, asked)
        own = [self._own_tokens(slot) for slot in heavy]
        votes: dict[str, float] = {}
        for concept, weight in concepts.items():
            for topic in self.words.topics[concept]:
                votes[topic] = votes.get(topic, 0) + weight
        named = {slug for slug, _, _ in entities}
        scored = []
        for position, similarity in hits.items():
            row = self.documents[position]
            covered = sum(1 for tokens in own if tokens & held[position])
            score = similarity * (covered + 0.5) / (len(own) + 0.5) * row[WEIGHT] / 10
            score *= MENTION if named & set(row[ENTITIES]) else 1
            scored.append((position, score))
        return self._voted(scored, votes)

    def _voted(self, scored: list[tuple[int, float]], votes: dict[str, float]) -> list[tuple[int, float]]:
        """Pages of a topic that many pages and concepts point to come first."""
        top = max((score for _, score in scored), default=0) or 1
        support: dict[str, float] = {}
        for position, score in sorted(scored, key=lambda pair: (-pair[1], pair[0]))[:LISTED]:
            for rank, topic in enumerate(self.documents[position][TOPICS]):
                support[topic] = support.get(topic, 0) + (score / top) ** 2 / (1 + rank)
        for topic, weight in votes.items():
            support[topic] = support.get(topic, 0) + weight
        most = max(support.values(), default=0) or 1
        out = []
        for position, score in scored:
            topics = self.documents[position][TOPICS]
            backing = max((support.get(topic, 0) / (1 + 0.5 * rank) for rank, topic in enumerate(topics)), default=0) / most
            out.append((position, round(score * (1 + TOPIC_VOTE * backing), 4)))
        return sorted(out, key=lambda pair: (-pair[1], pair[0]))

    def _own_tokens(self, slot: Slot) -> set[str]:
        tokens = {part for stem, _ in slot.readings for part in stem.split(" ")}
        return tokens | set(self.words.concepts([slot]))

    def _entities(self, tokens: list[str], slots: list[Slot]) -> list[tuple[str, int, bool]]:
        """``(slug, words matched, whole query)`` of every service named, longest name first."""
        said = [token for slot in slots for token in (slot.said or slot.typed).split(" ")]
        heavy = [slot for slot in slots if not slot.light]
        found: dict[str, tuple[int, bool]] = {}
        self._alone = False
        for line in (tokens, said):
            meaning = [token for token in line if token not in self.words.stop]
            position = 0
            while position < len(line):
                for length in range(min(7, len(line) - position), 0, -1):
                    name = " ".join(line[position : position + length])
                    if name in self.aliases:
                        slug = self.aliases[name]
                        content = [token for token in line[position : position + length] if token not in self.words.stop] or [name]
                        others = sum(token not in self.companions for token in meaning) - sum(token not in self.companions for token in content)
                        whole = others <= (max(1, len(content) - 1) if length > 1 else 1)
                        self._alone = self._alone or others <= 0
                        old = found.get(slug, (0, False))
                        found[slug] = (max(length, old[0]), whole or old[1])
                        position += length
                        break
                else:
                    position += 1
            name = " ".join(meaning)
            if name in self.weak and not found:
                found[self.weak[name]] = (len(meaning), True)
                self._alone = True
        if not heavy and not found:
            return []
        return sorted(((slug, length, whole) for slug, (length, whole) in found.items()), key=lambda entry: (-entry[1], entry[0]))

    def _emergency(self, slots: list[Slot]) -> tuple[str, list[int]]:
        """By the likeliest reading of each word only: a guess further off raises no alarm."""
        concepts = self.words.concepts([replace(slot, readings=slot.readings[:1]) for slot in slots])
        present = {concept for concept, weight in concepts.items() if weight >= 0.6}
        stems = [slot.readings[0][0] for slot in slots]
        present |= {" ".join(stems[start : start + length]) for length in range(1, 5) for start in range(len(stems) - length + 1)}
        present |= {token for slot in slots for token in (slot.typed, slot.said)} | {"=" + " ".join(slot.readings[0][0] for slot in slots if not slot.light)}
        present.discard("")
        if any(all(part in present for part in condition) for condition in self.unless):
            return "", []
        for name, lines, conditions in self.rules:
            if any(all(part in present for part in condition) for condition in conditions):
                return name, lines
        return "", []

    def _rows(self, scores: list[tuple[int, float]], entities: list[tuple[str, int, bool]], emergency: str, lines: list[int]) -> list[Found]:
        rows: list[Found] = []
        used: set[int] = set()
        if emergency:
            best = next((position for position, _ in scores if self.documents[position][KIND] == "topik"), 0)
            topic = self.documents[best][TOPICS][:1]
            carried = tuple(dict.fromkeys(name for line in lines for name in self.documents[line][ENTITIES]))
            topics = tuple(dict.fromkeys(["darurat", *topic] if emergency != "jiwa" else ["kesehatan-jiwa", "darurat"]))
            rows.append(Found(0, "darurat", topics, carried[:5], tuple(lines)))
        for slug, _, whole in entities[:CARDS]:
            if whole:
                card = self._entity_card(slug, dict(scores))
                if card is not None and card not in used:
                    used.add(card)
                    rows.append(self._row(card, "lembaga"))
        rows += [self._row(position) for position, _ in scores if position not in used]
        if not rows:
            rows = [self._row(position) for position in self._fallback()]
        return rows[:LISTED]

    def _row(self, position: int, card: str = "") -> Found:
        row = self.documents[position]
        return Found(position, card, tuple(row[TOPICS]), tuple(row[ENTITIES]))

    def _entity_card(self, slug: str, scores: dict[int, float]) -> int | None:
        holders = [position for position, row in enumerate(self.documents) if slug in row[ENTITIES]]
        kinds = {"hotline": 0, "layanan": 0, "istilah": 1, "panduan": 2, "topik": 2, "pencegahan": 3}
        return min(holders, key=lambda position: self._holder_order(position, kinds, scores), default=None)

    def _holder_order(self, position: int, kinds: dict[str, int], scores: dict[int, float]) -> tuple[Any, ...]:
        row = self.documents[position]
        return (kinds.get(row[KIND], 4), len(row[ENTITIES]), not row[CONTACTS], -scores.get(position, 0), position)

    def _fallback(self) -> list[int]:
        wanted = [EMERGENCY, "topik/cara-melapor/"]
        first = [position for url in wanted for position, row in enumerate(self.documents) if row[URL] == url]
        return first + [position for position, row in enumerate(self.documents) if row[KIND] == "topik" and position not in first]

    def _said(self, tokens: list[str], slots: list[Slot]) -> str:
        """What was understood, when it differs from what was typed."""
        words = [slot.said if slot.said and slot.said not in self.unsaid else slot.typed for slot in slots]
        typed = [slot.typed for slot in slots]
        return " ".join(words) if words != typed else ""


def as_rows(search: Search, text: str) -> list[dict[str, Any]]:
    """The form of the evaluation command: url, topics, entities, title; cards first."""
    answer = search.find(text)
    return [{"url": search.documents[row.document][URL], "topics": list(row.topics)[:3], "entities": list(row.entities)[:5], "title": search.documents[row.document][TITLE]} for row in answer.results]
