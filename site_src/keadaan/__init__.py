"""How the data stand, for the staff: ``/kelola/keadaan/`` as a page and as JSON. Half of it is known from the content, half is measured on the built site."""

from pathlib import Path

from .built import as_json, complete, measure
from .page import DATA, PATH, STYLE, state_page
from .state import State, state_of

__all__ = ["DATA", "PATH", "State", "complete", "measure", "state_files", "state_of", "state_page"]


def state_files(state: State) -> dict[str, bytes]:
    """What belongs to the page, by its path in the site: its JSON (before anything is measured) and its style sheet."""
    return {DATA: as_json(state.as_data()), STYLE: (Path(__file__).parent / "keadaan.css").read_bytes()}
