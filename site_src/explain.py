"""pydantic's errors in the words of staff: what was found, what is expected, how it looks when right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from .problems import Loc, Positions, Problem, maybe_you_meant

_SHAPES = {"tuple": "daftar", "list": "daftar", "model": "kelompok isian", "dict": "kelompok isian", "string": "teks", "mapping": "kelompok isian",
           "date": "tanggal seperti 2026-11-23", "bool": "ya atau tidak", "int": "angka", "float": "angka"}


def problems_of(error: ValidationError, model: type[BaseModel], positions: Positions) -> Iterator[Problem]:
    """One Problem for each error, in the order pydantic found them; places come from ``positions``."""
    items = error.errors(include_url=False)
    wrong_lists = {item["loc"][:length] for item in items for length in range(len(item["loc"]))}
    for item in items:
        # pydantic counts only the entries it could read: a list with a wrong entry is not short as well.
        if item["type"] != "too_short" or item["loc"] not in wrong_lists:
            yield _problem(item, model, positions)


def _problem(item: dict[str, Any], model: type[BaseModel], positions: Positions) -> Problem:
    loc: Loc = tuple(item["loc"])
    kind, found, context = item["type"], item["input"], item.get("ctx", {})
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    field = field_at(model, loc)
    example = example_of(name, field, in_list=bool(loc) and isinstance(loc[-1], int))
    place = positions.value(*loc)
    if kind == "missing":
        parent = positions.value(*loc[:-1])
        return Problem(parent, "wajib-diisi", f"Isian “{name}” belum ada.", f"Tambahkan: {_title(field)}.", example)
    if kind == "extra_forbidden":
        if len(loc) == 1 and name in (refused := getattr(model, "refused", {})):
            return Problem(positions.key(*loc), "rahasia-bertempat", f"Isian “{name}” tidak boleh ada: rahasia: ya. {refused[name]}",
                           "Hapus isian ini, juga dari riwayat bila sudah pernah dikirim; tulis hanya cara menghubungi.")
        known = known_keys(model, loc[:-1])
        hint = maybe_you_meant(name, known) or f"Isian yang dikenal: {', '.join(known)}."
        return Problem(positions.key(*loc), "kunci-tidak-dikenal", f"Isian “{name}” tidak dikenal di sini.", hint)
    if kind == "enum" and not isinstance(found, str):
        return Problem(place, "bentuk-salah", f"“{name}” berisi {_shape(found)}, seharusnya satu pilihan.", "Tulis satu kata saja, tanpa tanda “-” atau kurung.", example)
    if kind == "enum":
        allowed = [option.strip("' ") for option in re.split(r", | or ", context["expected"])]
        hint = maybe_you_meant(str(found), allowed)
        return Problem(place, "pilihan-tidak-dikenal", f"“{_short(found)}” bukan pilihan untuk “{name}”.",
                       f"{hint} Pilihannya: {', '.join(allowed)}.".strip(), example)
    if kind in ("string_too_short", "too_short") and context.get("min_length") in (1, None) and not (found.strip() if isinstance(found, str) else found):
        return Problem(place, "kosong", f"Isian “{name}” kosong.", "Isi nilainya, atau hapus seluruh barisnya.", example)
    if kind == "too_short":
        return Problem(place, "terlalu-sedikit", f"“{name}” berisi {context['actual_length']}, paling sedikit {context['min_length']}.", "Tambahkan.", example)
    if kind == "string_too_long":
        return Problem(place, "terlalu-panjang", f"“{name}” lebih panjang dari {context['max_length']} huruf ({len(str(found))}).", "Pendekkan.", example)
    if kind == "string_pattern_mismatch":
        return _pattern_problem(place, name, str(found), example)
    if kind.endswith(("_type", "_attributes_type")):
        wanted = _SHAPES.get(kind.split("_")[0], "nilai lain")
        what = f"“{name}”" if name else "Catatan ini"
        return Problem(place, "bentuk-salah", f"{what} berisi {_shape(found)}, seharusnya {wanted}.", _shape_remedy(wanted), example)
    if kind == "value_error":
        said = str(context.get("error", ""))
        if isinstance(found, str):
            return Problem(place, "nilai-salah", f"“{name}” berisi “{_short(found)}”: {said}.", f"Perbaiki “{name}”.", example)
        return Problem(place, "nilai-salah", f"{said[:1].upper()}{said[1:]}.", "Lengkapi isian di tempat ini.", example)
    if kind.startswith(("int_", "float_", "greater", "less")):
        limits = " dan ".join(f"{word} {context[key]}" for key, word in (("ge", "paling kecil"), ("le", "paling besar")) if key in context)
        return Problem(place, "angka-salah", f"“{name}” berisi “{_short(found)}”, seharusnya angka{' ' + limits if limits else ''}.", "Tulis angkanya saja.", example)
    return Problem(place, "nilai-salah", f"“{name}” berisi “{_short(found)}”, yang tidak diterima di sini.", f"Periksa {_title(field)}.", example)


def _pattern_problem(place: Any, name: str, found: str, example: str) -> Problem:
    if name in ("url", "alamat_keluar", "terlihat"):
        return Problem(place, "alamat-web-salah", f"“{_short(found)}” bukan alamat web lengkap.", "Mulai dengan https:// dan tanpa spasi.", example)
    return Problem(place, "slug-salah", f"“{_short(found)}” bukan pengenal yang sah.",
                   f"Pakai huruf kecil, angka, dan tanda hubung. Maksud Anda “{slugify(found)}”?", example)


def slugify(text: str) -> str:
    """A slug made from free text: ``Kafé Air Kuti!`` -> ``kafe-air-kuti``."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:60].strip("-")


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The model field that ``loc`` (keys as staff type them) leads to."""
    field: FieldInfo | None = None
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        if current is None:
            return None
        field = next((info for key, info in current.model_fields.items() if (info.alias or key) == part), None)
        if field is None:
            return None
        current = _model_in(field.annotation)
    return field


def known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys staff may write in the record at ``loc``."""
    target = model if not any(isinstance(part, str) for part in loc) else _model_in(getattr(field_at(model, loc), "annotation", None))
    hidden = {"slug", "body", "body_line"} if target is model else set()
    return [info.alias or key for key, info in target.model_fields.items() if key not in hidden] if target else []


def example_of(name: str, field: FieldInfo | None, in_list: bool = False) -> str:
    """One right line for a field, from the example in the model; empty when the model gives none."""
    if field is None or not field.examples:
        return f"{name}: [{_choices(field)[0]}]" if field is not None and _choices(field) else ""
    value = field.examples[0]
    quoted = f'"{value}"' if re.search(r"^[\d+(*&@#]|: ", value) and not re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,3}", value) else value
    return f"- {quoted}" if in_list else f"{name}: {quoted}"


def _choices(field: FieldInfo) -> list[str]:
    for candidate in _flatten(field.annotation):
        if isinstance(candidate, type) and issubclass(candidate, Enum):
            return [str(member.value) for member in candidate]
    return []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    return next((part for part in _flatten(annotation) if isinstance(part, type) and issubclass(part, BaseModel)), None)


def _flatten(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _flatten(part)


def _title(field: FieldInfo | None) -> str:
    return field.title if field is not None and field.title else "isian ini"


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _shape(value: Any) -> str:
    return {str: f"teks “{_short(value)}”", list: "daftar", dict: "kelompok isian"}.get(type(value), "nilai lain")


def _shape_remedy(wanted: str) -> str:
    return {
        "daftar": "Tulis sebagai daftar: satu baris “- nilai” untuk tiap isi.",
        "kelompok isian": "Tulis sebagai kelompok: baris-baris “kunci: nilai” yang menjorok.",
        "teks": "Tulis sebagai satu teks, tanpa tanda “-” atau “kunci:”.",
    }.get(wanted, f"Tulis satu nilai: {wanted}.")
