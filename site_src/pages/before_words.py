"""The card of a way of contact in another language: questions and common answers translated, what staff wrote in Indonesian, and marked so."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from ..model import Channel, Hotline, before_contact
from .before import contact_card
from .text import html

WORDS = Path(__file__).with_name("kartu-bahasa.yaml")


def translated_card(owner: Hotline, channel: Channel, language: str) -> str:
    """The card as a list that opens on a tap; a language without words for it shows the Indonesian one."""
    words = _words().get(language)
    if words is None:
        return f'<div lang="id">{contact_card(owner, channel, {}, first=False)}</div>'
    lines = before_contact(owner, channel)
    rows = [f"<dt>{escape(words['tanya'][told.question])}</dt><dd>{_said(told.answer, words['jawab'])}</dd>" for told in lines if told.answer]
    open_ = [escape(words["tanya"][told.question]) for told in lines if told.answer is None]
    missing = [f"<p>{escape(words['belum'])} ({len(open_)}/{len(lines)}):</p>", "<ul>", *(f"<li>{question}</li>" for question in open_), "</ul>"] if open_ else []
    return html(f'<details class="kartu"><summary>{escape(card_title(language))}</summary>', "<dl>", *rows, "</dl>", *missing, "</details>")


def card_title(language: str) -> str:
    """What the card calls itself; empty where the language has no words for it."""
    return str(_words()[language]["judul"]) if language in _words() else ""


def _said(answer: str, known: dict[str, str]) -> str:
    # A cost is a word of ours, and often a note of the staff in brackets behind it.
    word, bracket, note = answer.rstrip(".").partition(" (")
    if answer in known:
        return escape(known[answer])
    if word in known:
        return escape(known[word]) + (f' <span lang="id">({escape(note)}</span>' if bracket else "") + "."
    return f'<span lang="id">{escape(answer)}</span>'


@cache
def _words() -> dict[str, Any]:
    return yaml.safe_load(WORDS.read_text(encoding="utf-8"))
