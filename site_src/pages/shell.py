"""The whole site inside one page with a neutral name, so that the browser's history holds one line."""

from __future__ import annotations

from ..model import Page
from .contacts import Contacts

SHELL = "b/index.md"
"""The address is short and says nothing."""


def shell_page(contacts: Contacts) -> Page:
    """``/b/``: the theme shows the home page in a frame of the same origin; the staged text is read only where the theme is not used."""
    return Page(path=SHELL, title="Catatan", kind="bingkai", body=f"[{contacts.site.organisation.site_name}](../index.md)")
