"""The one issue that says each week what the staff have to do: whom to call, what to read again, which links broke, which hours are dark."""

from .body import LABEL, TITLE, body_of
from .issue import keep_issue

__all__ = ["LABEL", "TITLE", "body_of", "keep_issue"]
