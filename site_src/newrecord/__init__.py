"""New records without knowing YAML: questions in Indonesian, answers to text, and what is still missing."""

from .questions import KINDS, Question, questions
from .text import NewText, new_text
from .trial import Trial, try_out

__all__ = ["KINDS", "NewText", "Question", "Trial", "new_text", "questions", "try_out"]
