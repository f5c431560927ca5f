"""Prose with its shortcodes opened: contacts to tap, and small marks that lead to the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model import Hotline, Service, shortcodes
from .contacts import Contacts
from .sources import source_list


STAGED_LINK = re.compile(r"\]\(([^)\s:]+)\.yaml(?=[)#])")
"""A link to a pathway's file, which is staged as a page."""
LINK_ROW = re.compile(r"^( {0,3}[-*] \[[^\[\]\n]+\]\([^()\s]+\)) *$", re.MULTILINE)
"""A row of a list that is a link and nothing else: it gets room for a thumb."""


MARKS = re.compile(r'(?:<sup class="kutip">[^\n]*?</sup>){2,}')
"""Marks that stand together: read in the order of their numbers."""
MARK = re.compile(r"<sup .*?</sup>")


@dataclass
class Prose:
    """Opens the shortcodes of one page, and remembers what the page showed and cited."""

    contacts: Contacts
    here: str
    carded: dict[str, Hotline | Service] = field(default_factory=dict)
    mentioned: dict[str, Hotline | Service] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)

    def open(self, text: str) -> str:
        """Markdown with every shortcode replaced. Unknown names vanish here; a check has refused them before."""
        out, last = [], 0
        for code in shortcodes(text):
            before = text[last : code.start]
            # A mark stands close to the claim it supports, before the full stop.
            out.append(before.rstrip(" ") if code.kind == "sumber" else before)
            out.append(self._one(code.kind, code.name, code.alone))
            last = code.end
        marked = MARKS.sub(lambda run: "".join(sorted(MARK.findall(run[0]), key=_number)), "".join([*out, text[last:]]))
        return LINK_ROW.sub(r"\1{ .baris }", STAGED_LINK.sub(r"](\1.md", marked))

    def one_line(self, text: str) -> str:
        """A field of front matter as one Markdown paragraph."""
        return " ".join(self.open(text).split())

    def card(self, owner: Hotline | Service, whole: bool = False) -> str:
        """A contact card as its own block; a second one for the same owner on this page is left out. ``whole`` as in ``Contacts.card``."""
        key = self.contacts.key(owner)
        if key in self.carded:
            return ""
        self.carded[key] = owner
        return self.contacts.card(owner, self.here, whole=whole)

    def shows(self) -> frozenset[str]:
        """Link targets this page must hold once it is built."""
        return frozenset(target for owner in self.carded.values() for target in self.contacts.targets(owner))

    def loose_mentions(self) -> list[Hotline | Service]:
        """Contacts named in a sentence only: they still owe the reader their hours, cost and evidence."""
        return [owner for key, owner in self.mentioned.items() if key not in self.carded and self.contacts.shown(owner)]

    def source_list(self, names: Iterable[str], title: str = "Sumber") -> str:
        """The page's sources as a numbered list that the marks lead to, cited ones in the order of their marks."""
        known = self.contacts.site.reference
        ordered = [known[name] for name in dict.fromkeys([*self.cited, *names]) if name in known]
        return source_list(self.here, ordered, title)

    def _one(self, kind: str, name: str, alone: bool) -> str:
        site = self.contacts.site
        if kind == "sumber":
            return self._mark(name) if name in site.reference else ""
        owner = site.hotline.get(name) if kind == "hotline" else site.service.get(name)
        if owner is None:
            return ""
        if alone:
            card = self.card(owner)
            return f"\n{card}\n" if card else self._mention(owner)
        return self._mention(owner)

    def _mention(self, owner: Hotline | Service) -> str:
        self.mentioned[self.contacts.key(owner)] = owner
        return self.contacts.mention(owner, self.here)

    def _mark(self, name: str) -> str:
        if name not in self.cited:
            self.cited.append(name)
        number = self.cited.index(name) + 1
        return f'<sup class="kutip"><a href="#sumber-{number}" aria-label="Sumber {number}">{number}</a></sup>'


def _number(mark: str) -> int:
    return int(re.search(r"#sumber-(\d+)", mark)[1])
