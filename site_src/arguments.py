"""argparse in Indonesian: what staff type wrong is answered in their own language."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

SAID = {
    "usage: ": "Pemakaian: ",
    "options": "pilihan",
    "positional arguments": "argumen",
    "subcommands": "perintah",
    "show this help message and exit": "tampilkan bantuan ini",
    "%(prog)s: error: %(message)s\n": "%(prog)s: tidak dapat berjalan: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "masih kurang: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "perlu satu nilai",
    "expected at least one argument": "perlu paling sedikit satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bukan pilihan; pilihannya: %(choices)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak terbaca",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "perintah %(parser_name)r tidak dikenal; pilihannya: %(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s bisa berarti %(matches)s",
    "not allowed with argument %s": "tidak bisa bersama %s",
    "one of the arguments %s is required": "pilih salah satu: %s",
}

REASONS = {
    errno.ENOENT: "berkas atau folder ini tidak ada",
    errno.EEXIST: "sudah ada berkas dengan nama folder ini; pindahkan atau hapus",
    errno.ENOTDIR: "ini berkas, seharusnya folder; pindahkan atau hapus",
    errno.EISDIR: "ini folder, seharusnya berkas; pindahkan atau hapus",
    errno.EACCES: "tidak ada izin; periksa pemilik dan izin folder ini",
    errno.EPERM: "tidak ada izin; periksa pemilik dan izin folder ini",
    errno.EROFS: "folder ini hanya bisa dibaca; salin proyek ke tempat yang bisa ditulis",
    errno.ENOSPC: "ruang penyimpanan penuh; kosongkan sekitar 500 MB",
    errno.ENAMETOOLONG: "nama atau jalurnya terlalu panjang; pindahkan proyek ke folder yang lebih pendek",
}
"""What the system says, in words that tell what to do."""


def reason_of(error: OSError) -> str:
    """Why the system refused, in Indonesian where we know the reason."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error)


def typed(command: str) -> str:
    """What somebody typed to run a command of ``situs``, as help repeats it: ``python3 scripts/due.py`` or ``situs lembar``."""
    begun = Path(sys.argv[0])
    return f"python3 scripts/{begun.name}" if (begun.parent.name, begun.suffix) == ("scripts", ".py") else f"situs {command}"


def folder(text: str) -> Path:
    """A folder that is there, for argparse: a slip of the pen in a path is no content with problems."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"folder “{text}” tidak ada")
    return path


def speak_indonesian() -> None:
    """Replace argparse's look-up of translated messages; a sentence not in the table stays as it is."""
    argparse._ = lambda text: SAID.get(text, text)  # type: ignore[attr-defined]
