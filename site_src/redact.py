"""What an issue that anybody may read must not repeat: numbers that are held, and addresses that lead to them."""

from __future__ import annotations

import re

from .leaks import secrets_of
from .leaks.secrets import Secrets, scan_text
from .model import Ledger, international

RUN = re.compile(r"\d{4}-\d{2}-\d{2}|\+?\(?\d[\d\s().\-–]*\d|\d")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LONG = 5
"""Digits from which a run is taken for a number to dial."""
IN_FILE = "(nomor di berkas)"


def without_held(text: str, ledger: Ledger) -> str:
    """``text`` with every number that readers may not see replaced; long ones unless they are shown, short ones when they are held."""

    def said(match: re.Match[str]) -> str:
        run = match[0]
        digits = international(re.sub(r"[^\d+]", "", run))
        if DATE.fullmatch(run) or digits in ledger.shown_digits:
            return run
        hidden = ledger.held_digits | ledger.withheld_digits
        parts = {international(re.sub(r"[^\d+]", "", part)) for part in run.split()}
        return IN_FILE if len(re.sub(r"\D", "", run)) >= LONG or digits in hidden or parts & hidden else run

    return RUN.sub(said, text)


def is_safe_address(url: str, ledger: Ledger, secrets: Secrets | None = None) -> bool:
    """True when an address may be repeated: no held number is spelled in it and no secret service stands behind it."""
    short = {number for number in ledger.held_digits if len(number) < 6}
    return not any(scan_text(url, secrets or secrets_of(ledger))) and short.isdisjoint(re.findall(r"\d+", url))
