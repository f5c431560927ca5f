"""Whose page is this: the part of a web address that one owner registered."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

SECOND_LEVEL = frozenset("ac biz co com desa edu go gov mil my net or org ponpes sch web".split())
"""Labels below a country's code under which owners register a name: ``example.co.id``, ``example.go.id``."""


def registrable_host(url: str) -> str:
    """The name an owner registered: ``https://jabar.antaranews.com/x`` -> ``antaranews.com``, ``https://m.a.co.id`` -> ``a.co.id``.

    Two pages of one owner are one voice. Where the rule errs it finds fewer owners, never more.
    """
    labels = (urlsplit(url if "://" in url else f"https://{url}").hostname or "").split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3:] if wide else labels[-2:])


def is_official(url: str, suffixes: Iterable[str]) -> bool:
    """True when the host of ``url`` is one of the policy's official hosts, or below one."""
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    return any(host == name.lstrip(".") or host.endswith(f".{name.lstrip('.')}") for name in suffixes)
