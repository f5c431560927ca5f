"""Other values that circulate for a number we show: text to compare with, never something to tap."""

from __future__ import annotations

import re
from html import escape

from ..model import NUMBERED, Channel, Hotline, Ledger, Rival, Service, international
from .text import folded, host, html, joined

TITLE = "Nomor lain yang mungkin Anda lihat"


def rivals_section(ledger: Ledger, owner: Hotline | Service) -> str:
    """The rivals of every shown channel; empty when nothing else circulates.

    It begins with the value to use, because somebody in a hurry reads only that. A rival that is held, known to be wrong or
    somebody else's is described without its digits: what cannot be read cannot be dialled.
    """
    blocks = [_channel(ledger, channel) for channel in ledger.shown(owner) if channel.rivals]
    return folded(TITLE, *blocks) if blocks else ""


def _channel(ledger: Ledger, channel: Channel) -> str:
    chosen = escape(channel.number or channel.address or "")
    rows = "\n".join(f"<li>{_rival(ledger, channel, rival)}</li>" for rival in channel.rivals)
    return html(f'<div class="angka-lain">\n<p>Yang kami pakai: <strong>{chosen}</strong>. Yang lain ini salah atau belum terbukti:</p>\n<ul>', rows, "</ul>\n</div>")


def _rival(ledger: Ledger, channel: Channel, rival: Rival) -> str:
    seen = joined(sorted({host(url) for url in rival.seen}))
    where = f" Terlihat di {escape(seen)}." if seen else ""
    return f"{_value(ledger, channel, rival)}: {escape(rival.reason)}{where}"


def _value(ledger: Ledger, channel: Channel, rival: Rival) -> str:
    if not may_write(ledger, channel, rival):
        return "Angka lain, yang tidak kami tulis supaya tidak terhubungi"
    return f"Bukan <s>{escape(rival.value)}</s>" if re.search(r"\d", rival.value) else escape(rival.value)


def may_write(ledger: Ledger, channel: Channel, rival: Rival) -> bool:
    """A rival's digits may be read when no reader could reach the wrong party with them."""
    others = {international(other.digits) for _, other in ledger.shown_contacts() if other.kind in NUMBERED} - {international(channel.digits)}
    runs = {international(re.sub(r"[^\d+]", "", run)) for run in re.findall(r"\+?\d[\d\s().\-]*", rival.value)}
    return runs.isdisjoint(ledger.held_digits | ledger.withheld_digits | others) and "@" not in rival.value and "://" not in rival.value
