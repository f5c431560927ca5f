"""The words of age, as the pages have them: a copy on a stick and a copy on a phone say the same."""

from __future__ import annotations

from ..pages.freshness import again, longest_stay, sentence

__all__ = ["again", "longest_stay", "sentence"]
