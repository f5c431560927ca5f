"""Where a preview can listen: asked before the engine starts, because it answers with a traceback."""

from __future__ import annotations

import ipaddress
import re
import socket

RIGHT = "Tulis seperti 127.0.0.1:8000."


def cannot_listen(address: str) -> str:
    """Why nobody can listen at ``host:port``, as an Indonesian sentence; empty when it is free."""
    host, colon, port = address.rpartition(":")
    if not colon or not re.fullmatch(r"\d{1,5}", port) or not 0 < int(port) < 65536:
        return f"“{address}” bukan alamat dengan angka pintu 1–65535. {RIGHT}"
    try:
        family = socket.AF_INET6 if host != "localhost" and ipaddress.ip_address(host.strip("[]")).version == 6 else socket.AF_INET
    except ValueError:
        return f"“{host}” bukan alamat komputer. {RIGHT}"
    with socket.socket(family) as trial:
        # As the engine does it: a port that was closed a moment ago may be taken again.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host.strip("[]"), int(port)))
        except PermissionError:
            return f"Pintu {port} hanya boleh dipakai pengelola komputer. Pilih yang lain, misalnya --alamat {host}:8000."
        except OSError:
            return f"Pintu {port} di {host} sedang dipakai program lain atau tidak ada di komputer ini. Pilih yang lain, misalnya --alamat 127.0.0.1:8001."
    return ""
