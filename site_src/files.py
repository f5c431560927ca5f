"""The files that staff edit, as they lie on the disk: which are there, how they are named, and their text."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from .explain import slugify
from .layout import FOLDERS, MAY_LACK
from .model.base import SLUG
from .problems import Place, Problem, maybe_you_meant
from .source import MAX_BYTES, decode

OFFICE = {".doc": "dokumen Word", ".docx": "dokumen Word", ".odt": "dokumen", ".rtf": "dokumen", ".pdf": "PDF", ".xls": "lembar Excel", ".xlsx": "lembar Excel", ".ppt": "salindia", ".pptx": "salindia"}
"""Files that staff hand over as they are, and what they are called."""
MAX_SLUG = 60
"""Letters in a name; the model's own limit, told here in terms of the file."""


class Files:
    """Reads below ``root``; never raises. ``instead`` gives files as they would read after a change that has not been written.

    ``unread`` names what is there but cannot be read: a reference to it is not a second problem.
    """

    def __init__(self, root: Path, instead: Mapping[str, bytes]) -> None:
        self.root, self.instead = root, instead
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.unread: set[str] = set()

    def is_there(self, path: str) -> bool:
        """True when something has that name, whatever it is."""
        return os.path.lexists(self.root / path)

    def wanted(self, path: str) -> str | None:
        """The text of a file that must be there."""
        if (self.root / path).is_dir() and not (self.root / path).is_symlink():
            self.problems.append(Problem(Place(path), "bukan-berkas", f"{path} adalah folder, seharusnya berkas.", "Ganti nama folder itu, lalu kembalikan berkasnya dari riwayat git."))
            return None
        if not self.is_there(path):
            self.problems.append(Problem(Place(path), "berkas-hilang", f"Berkas {path} tidak ada.", "Kembalikan berkas ini dari riwayat git."))
            return None
        return self.text(path)

    def text(self, path: str) -> str | None:
        """The text of one file, or ``None`` when it cannot be read."""
        full = self.root / path
        if full.is_symlink():
            self.problems.append(Problem(Place(path), "tautan-berkas", "Ini tautan (symlink), bukan berkas.", "Salin isinya menjadi berkas biasa."))
            return None
        try:
            found = full.stat()
            size = found.st_size
            if not stat.S_ISREG(found.st_mode):
                # A pipe would be waited for until somebody writes into it.
                self.problems.append(Problem(Place(path), "bukan-berkas", "Ini bukan berkas biasa, melainkan pipa atau alat.", "Hapus, lalu kembalikan berkasnya dari riwayat git."))
                return None
            if size > MAX_BYTES:
                self.problems.append(Problem(Place(path), "berkas-terlalu-besar", f"Berkas ini {size / 1e6:.1f} MB; paling besar {MAX_BYTES / 1e6:.0f} MB.",
                                             "Bagi menjadi beberapa berkas, atau hapus isi yang tersalin berulang."))
                return None
            raw = self.instead[path] if path in self.instead else full.read_bytes()
        except OSError:
            self.problems.append(Problem(Place(path), "tidak-terbaca", "Berkas tidak dapat dibuka.", "Periksa izin berkas."))
            return None
        text, problems = decode(path, raw)
        self.problems += problems
        if text is not None:
            self.texts[path] = text
        return text

    def listed(self, folder: str, suffix: str) -> Iterator[str]:
        """Paths of the files in ``folder`` that are named as they should be; everything else there is a Problem."""
        base = self.root / folder
        if Path(folder).name in MAY_LACK and not os.path.lexists(base):
            return
        if not base.is_dir() or base.is_symlink():
            self.unread.add(folder)
            self.problems.append(Problem(Place(folder), "folder-hilang", f"Folder {folder} tidak ada{': yang ada di sana tautan (symlink)' if base.is_symlink() else ''}.", "Kembalikan folder ini dari riwayat git."))
            return
        for entry in sorted(os.scandir(base), key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            place = Place(f"{folder}/{_printable(entry.name)}")
            if not entry.is_symlink() and entry.is_dir():
                self.problems.append(Problem(place, "folder-tidak-dikenal", "Ada folder di dalam folder ini.", f"Taruh berkasnya langsung di {folder}/."))
            elif Path(entry.name).suffix.lower() in OFFICE:
                self._office(place, entry.name, folder, suffix)
            elif not entry.name.endswith(suffix):
                self._misnamed(place, "berkas-tidak-dikenal", f"Berkas di {folder}/ berakhiran “{suffix}”.", entry.name.split(".")[0], suffix)
            elif not re.fullmatch(SLUG, entry.name.removesuffix(suffix)):
                self._misnamed(place, "nama-berkas", "Nama berkas hanya huruf kecil, angka, dan tanda hubung.", entry.name.removesuffix(suffix), suffix)
            elif entry.name == f"index{suffix}" or len(entry.name) > MAX_SLUG + len(suffix):
                said = "Nama index dipakai untuk daftar isi folder ini." if entry.name == f"index{suffix}" else f"Nama berkas lebih panjang dari {MAX_SLUG} huruf."
                self.problems.append(Problem(place, "nama-berkas", said, "Beri nama pendek menurut isinya, misalnya “klinik-kota.md”."))
            else:
                yield f"{folder}/{entry.name}"

    def _misnamed(self, place: Place, code: str, message: str, stem: str, suffix: str) -> None:
        right = slugify(stem) or "nama"
        # Whoever names the record by its right name has made no mistake.
        self.unread.add(right)
        self.problems.append(Problem(place, code, message, f"Ganti namanya menjadi “{right}{suffix}”."))

    def _office(self, place: Place, name: str, folder: str, suffix: str) -> None:
        right = slugify(Path(name).stem) or "nama"
        self.unread.add(right)
        how = f" Cara mudah: python3 scripts/new.py {Path(folder).name}." if Path(folder).name in FOLDERS and suffix == ".md" else ""
        self.problems.append(Problem(place, "berkas-tidak-dikenal", f"Situs tidak membaca {OFFICE[Path(name).suffix.lower()]}; berkas di {folder}/ adalah teks berakhiran “{suffix}”.",
                                     f"Salin tulisannya ke berkas baru “{right}{suffix}”, lalu pindahkan dokumen ini ke luar content/.{how}"))

    def strangers(self, known: set[str]) -> None:
        """Files and folders of ``content/`` that are not ``known`` and that nothing reads: most often a typo in a folder's name."""
        base = self.root / "content"
        if not base.is_dir():
            return
        for name in sorted(os.listdir(base)):
            if name not in known and not name.startswith("."):
                hint = maybe_you_meant(name, known) or f"Yang dikenal: {', '.join(sorted(known))}."
                self.problems.append(Problem(Place(f"content/{_printable(name)}"), "berkas-tidak-dikenal", f"“{_printable(name)}” tidak dibaca oleh apa pun.", hint))


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name.encode("utf-8", "replace").decode("utf-8"))
