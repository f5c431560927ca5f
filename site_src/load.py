"""Files to ``(Site, [Problem])``: one record one file, every problem in one run, a broken file never hides another."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .explain import problems_of, slugify
from .model import Area, Article, HolidayYear, Hotline, Indicator, Language, Law, News, Organisation, OpenService, Pathway, Policy, Reference, ShortAddress, Site, Term, Topic, WordRule
from .model.base import SLUG, Record
from .model.lexicon import (
    Affixes,
    Concepts,
    Emergencies,
    Entities,
    Exceptions,
    Families,
    Lexicon,
    Roots,
    Spelling,
    StopWords,
    WordMap,
)
from .problems import Place, Positions, Problem, Severity, maybe_you_meant
from .source import MAX_BYTES, decode, parse_yaml, split_front_matter

FOLDERS: dict[str, tuple[str, type[Record], str]] = {
    "topik": ("topics", Topic, ".md"),
    "layanan": ("services", OpenService, ".md"),
    "pencegahan": ("prevention", Article, ".md"),
    "panduan": ("guides", Article, ".md"),
    "alur": ("pathways", Pathway, ".yaml"),
    "kabar": ("news", News, ".md"),
    "bahasa": ("languages", Language, ".yaml"),
}
MAY_LACK = frozenset({"alamat-pendek.yaml", "bahasa", "kabar", "kla.yaml", "libur.yaml"})
"""Folders and lists a city may do without: nothing is said while they are not there."""
LISTS: dict[str, tuple[str, type[Record]]] = {
    "hotlines.yaml": ("hotlines", Hotline),
    "content/istilah.yaml": ("terms", Term),
    "content/sumber.yaml": ("references", Reference),
    "content/hukum.yaml": ("laws", Law),
    "content/hormat.yaml": ("word_rules", WordRule),
    "content/kla.yaml": ("indicators", Indicator),
    "content/libur.yaml": ("holidays", HolidayYear),
    "content/alamat-pendek.yaml": ("short_addresses", ShortAddress),
}
LIST_KEY = {"hotlines.yaml": "hotline", "content/istilah.yaml": "istilah", "content/sumber.yaml": "sumber",
            "content/hukum.yaml": "hukum", "content/hormat.yaml": "hormat", "content/kla.yaml": "kla", "content/libur.yaml": "libur", "content/alamat-pendek.yaml": "alamat_pendek"}
OPTIONAL = {"content/hukum.yaml": "Tanpa berkas ini tidak ada hukum yang boleh disebut di tulisan.",
            "content/hormat.yaml": "Tanpa berkas ini kata yang menyakiti tidak diperiksa."}
"""Lists a new city may still be without: their absence is told, and does not stop the build."""
SETTINGS: dict[str, tuple[str, type[Record]]] = {
    "content/wilayah.yaml": ("area", Area),
    "content/lembaga.yaml": ("organisation", Organisation),
    "content/kebijakan.yaml": ("policy", Policy),
}

WORDS: dict[str, tuple[str, type[Record]]] = {
    "akar": ("roots", Roots),
    "pengecualian": ("exceptions", Exceptions),
    "imbuhan": ("affixes", Affixes),
    "ejaan": ("spelling", Spelling),
    "padanan-obrolan": ("chat", WordMap),
    "padanan-daerah": ("local", WordMap),
    "padanan-inggris": ("english", WordMap),
    "henti": ("stops", StopWords),
    "konsep": ("concepts", Concepts),
    "entitas": ("entities", Entities),
    "darurat": ("emergencies", Emergencies),
    "keluarga": ("families", Families),
}
"""Files of ``content/kata/``; a project without that folder has an empty lexicon."""
OFFICE = {".doc": "dokumen Word", ".docx": "dokumen Word", ".odt": "dokumen", ".rtf": "dokumen", ".pdf": "PDF", ".xls": "lembar Excel", ".xlsx": "lembar Excel", ".ppt": "salindia", ".pptx": "salindia"}
"""Files that staff hand over as they are, and what they are called."""
MAX_SLUG = 60
"""Letters in a name; the model's own limit, told here in terms of the file."""


@dataclass
class Loaded:
    """What the files say. ``texts`` keeps each file's text, so that a report can show the line."""

    site: Site
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def line(self, place: Place) -> str | None:
        """The line a problem stands on, or ``None`` when the file could not be read."""
        lines = self.texts.get(place.path, "").split("\n")
        return lines[place.line - 1] if 0 < place.line <= len(lines) and place.path in self.texts else None


def load_site(root: Path, instead: Mapping[str, bytes] | None = None) -> Loaded:
    """Read ``hotlines.yaml`` and ``content/`` below ``root``. Never raises for bad content.

    ``instead`` gives files (by path) as they would read after a change that has not been written.
    """
    return _Loading(root, instead or {}).run()


class _Loading:
    def __init__(self, root: Path, instead: Mapping[str, bytes]) -> None:
        self.root, self.instead = root, instead
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.unread: set[str] = set()

    def run(self) -> Loaded:
        parts: dict[str, Any] = {}
        for path, (name, model) in LISTS.items():
            parts[name] = tuple(self._records(path, model))
        for path, (name, model) in SETTINGS.items():
            parts[name] = self._settings(path, model)
        for folder, (name, model, suffix) in FOLDERS.items():
            parts[name] = tuple(self._folder(folder, model, suffix))
        parts["lexicon"] = self._lexicon()
        self._strangers()
        site = Site(**parts, unread=frozenset(self.unread))
        return Loaded(site, sorted(self.problems, key=lambda problem: problem.order), self.texts)

    def _records(self, path: str, model: type[Record]) -> Iterator[Record]:
        if Path(path).name in MAY_LACK and not os.path.lexists(self.root / path):
            return
        if path in OPTIONAL and not os.path.lexists(self.root / path):
            self.problems.append(Problem(Place(path), "berkas-hilang", f"Berkas {path} tidak ada. {OPTIONAL[path]}", "Kembalikan dari riwayat git, atau salin dari kota lain.",
                                         severity=Severity.WARNING))
            return
        key = LIST_KEY[path]
        data, positions = self._yaml(path)
        if data is None:
            self.unread.add(path)
            return
        if not isinstance(data, dict) or not isinstance(data.get(key), list):
            self.unread.add(path)
            self.problems.append(Problem(positions.value(), "bentuk-salah", f"Berkas ini harus berisi daftar di bawah “{key}:”.",
                                         "Mulai dengan baris itu.", f"{key}:\n  - …"))
            return
        for extra in data.keys() - {key}:
            self.problems.append(Problem(positions.key(extra), "kunci-tidak-dikenal", f"Isian “{extra}” tidak dikenal di sini.", f"Hanya “{key}”."))
        for index, item in enumerate(data[key]):
            name = item.get("id") if isinstance(item, dict) else None
            record = self._validate(model, item, positions.under(key, index), str(name or ""))
            if record is not None:
                yield record

    def _settings(self, path: str, model: type[Record]) -> Record | None:
        data, positions = self._yaml(path)
        return None if data is None else self._validate(model, data, positions, "")

    def _folder(self, folder: str, model: type[Record], suffix: str) -> Iterator[Record]:
        for path in self._files(f"content/{folder}", suffix):
            slug = Path(path).stem
            text = self._text(path)
            extra: dict[str, Any] = {"slug": slug}
            body_line = 1
            if text is not None and suffix == ".md":
                head, body, body_line, problems = split_front_matter(path, text)
                self.problems += problems
                # The model strips texts: the body starts on its first line that says something.
                blank = len(body) - len(body.lstrip())
                extra |= {"body_line": body_line + body.count("\n", 0, blank)} | ({"body": body} if body.strip() else {})
                text = None if problems else head
            data, positions = self._parsed(path, text, 2 if suffix == ".md" else 1)
            if isinstance(data, dict):
                for key in extra.keys() & data.keys():
                    self.problems.append(Problem(positions.key(key), "kunci-tidak-dikenal", f"Isian “{key}” tidak ditulis: namanya dari nama berkas.", "Hapus baris ini."))
                data = data | extra
            record = None if data is None else self._validate(model.variant(data), data, positions, slug)
            if record is None:
                self.unread.add(slug)
            else:
                yield record

    def _lexicon(self) -> Lexicon:
        folder = "content/kata"
        if not (self.root / folder).exists():
            return Lexicon()
        for path in self._files(folder, ".yaml"):
            if (name := Path(path).stem) not in WORDS:
                hint = maybe_you_meant(name, WORDS) or f"Yang dikenal: {', '.join(sorted(WORDS))}."
                self.problems.append(Problem(Place(path), "berkas-tidak-dikenal", f"“{name}.yaml” tidak dibaca oleh apa pun.", hint))
        read = {field: self._settings(f"{folder}/{name}.yaml", model) for name, (field, model) in WORDS.items()}
        return Lexicon(**{field: record for field, record in read.items() if record is not None})

    def _validate(self, model: type[Record], data: Any, positions: Positions, name: str) -> Record | None:
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            self.problems += problems_of(error, model, positions)
            self.unread |= {name} - {""}
            return None
        record.locate(positions)
        return record

    def _yaml(self, path: str) -> tuple[Any, Positions]:
        if (self.root / path).is_dir() and not (self.root / path).is_symlink():
            self.problems.append(Problem(Place(path), "bukan-berkas", f"{path} adalah folder, seharusnya berkas.", "Ganti nama folder itu, lalu kembalikan berkasnya dari riwayat git."))
            return None, Positions(path)
        if not (self.root / path).is_file() and not (self.root / path).is_symlink():
            self.problems.append(Problem(Place(path), "berkas-hilang", f"Berkas {path} tidak ada.", "Kembalikan berkas ini dari riwayat git."))
            return None, Positions(path)
        return self._parsed(path, self._text(path))

    def _parsed(self, path: str, text: str | None, first_line: int = 1) -> tuple[Any, Positions]:
        if text is None:
            return None, Positions(path)
        data, positions, problems = parse_yaml(path, text, first_line)
        self.problems += problems
        return data, positions

    def _text(self, path: str) -> str | None:
        full = self.root / path
        if full.is_symlink():
            self.problems.append(Problem(Place(path), "tautan-berkas", "Ini tautan (symlink), bukan berkas.", "Salin isinya menjadi berkas biasa."))
            return None
        try:
            size = full.stat().st_size
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

    def _files(self, folder: str, suffix: str) -> Iterator[str]:
        base = self.root / folder
        if Path(folder).name in MAY_LACK and not os.path.lexists(base):
            return
        if not base.is_dir() or base.is_symlink():
            self.unread.add(folder)
            self.problems.append(Problem(Place(folder), "folder-hilang", f"Folder {folder} tidak ada.", "Kembalikan folder ini dari riwayat git."))
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

    def _strangers(self) -> None:
        """Files and folders that nothing reads: most often a typo in a folder's name."""
        base = self.root / "content"
        known = set(FOLDERS) | {"kata"} | {Path(path).name for path in (*LISTS, *SETTINGS) if path.startswith("content/")}
        if not base.is_dir():
            return
        for name in sorted(os.listdir(base)):
            if name not in known and not name.startswith("."):
                hint = maybe_you_meant(name, known) or f"Yang dikenal: {', '.join(sorted(known))}."
                self.problems.append(Problem(Place(f"content/{_printable(name)}"), "berkas-tidak-dikenal", f"“{_printable(name)}” tidak dibaca oleh apa pun.", hint))


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name.encode("utf-8", "replace").decode("utf-8"))
