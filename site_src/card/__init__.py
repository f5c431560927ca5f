"""The change card: what citizens saw before, what they will see after, and who must still confirm what."""

from .changes import Audience, Change, changes
from .confirm import to_confirm
from .report import Card, as_data, as_markdown, make_card

__all__ = ["Audience", "Card", "Change", "as_data", "as_markdown", "changes", "make_card", "to_confirm"]
