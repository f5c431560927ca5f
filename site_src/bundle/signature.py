"""A detached signature of the manifest, in minisign's own format: it proves who made the list, and the list proves every file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from minisign import Error, PublicKey, SecretKey, Signature

from ..problems import Place, Problem
from . import manifest

NAME = manifest.SIGNATURE
KEY, PASSWORD = "SITUS_KUNCI", "SITUS_KUNCI_SANDI"
"""Variables of the environment: the path of the secret key, and its password when it has one. Neither belongs into the repository."""


class CannotSign(Exception):
    """Why a key could not be used, as a sentence for the user."""


def key_of(environ: Mapping[str, str]) -> SecretKey | None:
    """The secret key that the environment names, opened; ``None`` when it names none. Raises ``CannotSign``."""
    if not environ.get(KEY):
        return None
    try:
        key = SecretKey.from_file(Path(environ[KEY]))
        if key.is_encrypted():
            key.decrypt(environ.get(PASSWORD, ""))
    except (OSError, Error, ValueError) as why:
        raise CannotSign(f"kunci {environ[KEY]} tidak dapat dibuka ({why}). Isi {PASSWORD} dengan kata sandinya.") from why
    return key


def signed(raw: bytes, key: SecretKey, about: str) -> bytes:
    """The signature of a manifest. ``about`` is covered by it and read aloud by ``minisign``; without a clock, the same list has the same signature."""
    return bytes(key.sign(raw, trusted_comment=about))


def verify_signature(folder: Path, public: str) -> list[Problem]:
    """What is wrong with the signature in ``folder`` for the key ``public``, a file's path or the key itself; raises ``CannotSign`` for what is no key."""
    try:
        key = PublicKey.from_file(Path(public)) if Path(public).is_file() else PublicKey.from_base64(public)
    except (OSError, Error, ValueError) as why:
        raise CannotSign(f"“{public}” bukan kunci publik minisign ({why}).") from why
    try:
        key.verify((folder / manifest.NAME).read_bytes(), Signature.from_bytes((folder / NAME).read_bytes()))
    except FileNotFoundError:
        return [_problem("Folder ini tidak punya tanda tangan.")]
    except (Error, ValueError):
        return [_problem("Tanda tangannya bukan dari pemilik kunci itu, atau daftar ini sudah berubah.")]
    return []


def _problem(said: str) -> Problem:
    return Problem(Place(NAME), "manifest-rusak", said, manifest.AGAIN)
