"""The desk that calls: whom to call next, what to ask, and how the answer gets into the content."""

from .order import Call, calls, owners_without_number
from .sheet import as_data, as_issue, as_text

__all__ = ["Call", "as_data", "as_issue", "as_text", "calls", "owners_without_number"]
