"""Affixes taken off a word until a known root remains: one rule table, the same steps as in ``kata.js``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .lexicon import NOTHING, Lexicon


class Stems:
    """Known roots, exceptions and the affix table of one lexicon."""

    def __init__(self, roots: Iterable[str], exceptions: Mapping[str, str], prefixes: Mapping[str, Iterable[str]], suffixes: Iterable[str], shortest: int, steps: int) -> None:
        self.roots = frozenset(roots)
        self.exceptions = dict(exceptions)
        self.prefixes = sorted(((prefix, tuple(letters)) for prefix, letters in prefixes.items()), key=lambda item: (-len(item[0]), item[0]))
        self.suffixes = sorted(suffixes, key=lambda suffix: (-len(suffix), suffix))
        self.shortest, self.steps = shortest, steps

    @classmethod
    def of(cls, lexicon: Lexicon) -> Stems:
        """From the lexicon as staff wrote it."""
        table = lexicon.affixes
        prefixes = {prefix: ["" if letter == NOTHING else letter for letter in letters] for prefix, letters in table.prefixes.items()}
        return cls((word for group in lexicon.roots.groups for word in group.words), lexicon.exceptions.stems, prefixes, table.suffixes, table.shortest, table.steps)

    def known(self, word: str) -> str:
        """The root of a word, or an empty string when no known root is inside."""
        found = self.strip(word, self.is_known)
        return self.exceptions.get(found, found)

    def is_known(self, word: str) -> bool:
        """A root or an exception."""
        return word in self.exceptions or word in self.roots

    def strip(self, word: str, accept: Callable[[str], bool]) -> str:
        """Take affixes off breadth-first; the first part that is accepted wins."""
        if accept(word):
            return word
        layer, seen = [word], {word}
        for _ in range(self.steps):
            following = []
            for part in layer:
                for candidate in self.parts(part):
                    if candidate in seen:
                        continue
                    if accept(candidate):
                        return candidate
                    seen.add(candidate)
                    following.append(candidate)
            layer = following
        return ""

    def parts(self, word: str) -> list[str]:
        """What one affix less may leave, suffixes first, longest first."""
        out = [word[: -len(suffix)] for suffix in self.suffixes if word.endswith(suffix) and len(word) - len(suffix) >= self.shortest]
        for prefix, letters in self.prefixes:
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                out += [letter + rest for letter in letters if len(letter + rest) >= self.shortest]
        return out
