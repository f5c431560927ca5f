"""The card under a way of contact: cost, bill, traces, ID, who answers, and what of that nobody knows yet."""

from __future__ import annotations

from html import escape

from ..model import NUMBERED, Card, Channel, Hotline, Ledger, Service, Source, before_contact, tally
from .text import body, html, long_date

ANCHOR = "sebelum"
"""The place of an owner's first card on its own page."""


def contact_card(owner: Hotline | Service, channel: Channel, cited: dict[Source, str], first: bool) -> str:
    """All lines of one channel as a list that opens on a tap: what is known, then by name and number what is not. ``cited`` holds each source as a reader sees it; ``first`` carries the anchor."""
    lines = before_contact(owner, channel)
    rows = [f"<dt>{told.question}</dt><dd>{escape(told.answer)}</dd>" for told in lines if told.answer]
    open_ = [told.question for told in lines if told.answer is None]
    missing = [f"<p>Tidak diketahui, {len(open_)} dari {len(lines)}:</p>", "<ul>", *(f"<li>{question}</li>" for question in open_), "</ul>"] if open_ else []
    cards = [card for card in (channel.card, owner.card) if card]
    notes = [f"<p>{escape(card.note)}</p>" for card in cards if card.note]
    place = f' id="{ANCHOR}"' if first else ""
    return html(f'<details class="kartu"{place}><summary>Sebelum menghubungi: biaya, tagihan, jejak</summary>', "<dl>", *rows, "</dl>", *missing, *notes, *_evidence(cards, cited), "</details>")


def cited_in(owner: Hotline | Service, channel: Channel) -> tuple[Source, ...]:
    """Sources that the card of a channel rests on."""
    return tuple(dict.fromkeys(source for card in (channel.card, owner.card) if card for source in card.sources))


def unknown_section(ledger: Ledger) -> str:
    """How many cards answer each question, for the page about the data."""
    shown = list(ledger.shown_contacts())
    counts = tally(shown)
    open_ = sum(all_ - known for known, all_ in counts.values())
    rows = "\n".join(f"| {question} | {known} | {all_ - known} |" for question, (known, all_) in counts.items())
    numbered = sum(channel.kind in NUMBERED for _, channel in shown)
    return body(
        "## Yang belum diketahui tentang menghubungi",
        f"Setiap jalur kontak punya kartu “Sebelum menghubungi”. Ada {len(shown)} jalur, {numbered} di antaranya nomor. {open_} jawaban belum diketahui, dan ditulis begitu di kartunya. Petugas menanyakannya saat menguji nomor.",
        f"| Pertanyaan | Sudah diketahui | Belum |\n|---|---|---|\n{rows}")


def _evidence(cards: list[Card], cited: dict[Source, str]) -> list[str]:
    asked = [f"ditanyakan {long_date(card.asked.day)} oleh {escape(card.asked.by)}" for card in cards if card.asked]
    said = [*asked, *cited.values()]
    return [f'<small class="kanal-bukti">Jawaban tentang layanan ini: {"; ".join(said)}.</small>'] if said else []
