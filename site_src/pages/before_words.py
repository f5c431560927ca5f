"""The card of a way of contact in another language: questions and common answers translated, what staff wrote in Indonesian, and marked so."""

from __future__ import annotations

from html import escape

from ..model import Channel, Hotline, before_contact
from .before import contact_card
from .card_words import CARD_WORDS
from .text import html


def translated_card(owner: Hotline, channel: Channel, language: str) -> str:
    """The card as a list that opens on a tap; a language without words for it shows the Indonesian one."""
    words = CARD_WORDS.get(language)
    if words is None:
        return f'<div lang="id">{contact_card(owner, channel, {}, first=False)}</div>'
    lines = before_contact(owner, channel)
    rows = [f"<dt>{escape(words['questions'][told.question])}</dt><dd>{_said(told.answer, words['answers'])}</dd>" for told in lines if told.answer]
    open_ = [escape(words["questions"][told.question]) for told in lines if told.answer is None]
    missing = [f"<p>{escape(words['unknown'])} ({len(open_)}/{len(lines)}):</p>", "<ul>", *(f"<li>{question}</li>" for question in open_), "</ul>"] if open_ else []
    return html(f'<details class="kartu"><summary>{escape(card_title(language))}</summary>', "<dl>", *rows, "</dl>", *missing, "</details>")


def card_title(language: str) -> str:
    """What the card calls itself; empty where the language has no words for it."""
    return CARD_WORDS[language]["title"] if language in CARD_WORDS else ""


def _said(answer: str, known: dict[str, str]) -> str:
    # A cost is a word of ours, and often a note of the staff in brackets behind it.
    word, bracket, note = answer.rstrip(".").partition(" (")
    if answer in known:
        return escape(known[answer])
    if word in known:
        return escape(known[word]) + (f' <span lang="id">({escape(note)}</span>' if bracket else "") + "."
    return f'<span lang="id">{escape(answer)}</span>'
