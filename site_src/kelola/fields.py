"""One form field for each field of the model: label, example, allowed values, pattern and length, read from its JSON Schema."""

from __future__ import annotations

import re
from typing import Any

from ..model import ENTITIES, Site
from ..model.base import SLUG
from ..schemas import FROM_FILE_NAME

Schema = dict[str, Any]
Options = dict[str, list[dict[str, str]]]

LONG = 300
"""Letters above which a text gets more than one line."""
DATE = [r"^\d{4}-\d{2}-\d{2}$", "Tulis tahun-bulan-hari, misalnya 2026-11-23."]
WHOLE = [r"^\d+$", "Isi dengan angka."]
DECIMAL = [r"^-?\d+(\.\d+)?$", "Isi dengan angka; tanda desimalnya titik."]
SLUG_SAID = "Hanya huruf kecil, angka, dan tanda hubung."
POINTS_TO = {"topik": "topik", "terkait": "topik", "hotline": "hotline", "pengganti": "hotline", "layanan": "layanan", "layanan_pengelola": "layanan",
             "alur": "alur", "sumber": "sumber", "entitas": "entitas"}
"""Fields that name other records, and which: a form then offers the names instead of asking for an identifier."""
ASIDE = re.compile(r"\s*[(,:;].*")
"""What of a label its «Tambah …» button leaves away: a button as long as «Pertanyaan untuk petugas (tidak tampil)» runs off a telephone."""
SUMMARY = ("nama", "judul", "istilah", "apa", "id", "nomor", "alamat", "tanggal", "url", "nilai")
"""What a folded item of a list calls itself by, the first that it has."""


def options_of(site: Site) -> Options:
    """Records that a field can name, by kind, as ``{label, value}``."""
    found = {
        "topik": [(record.name, record.slug) for record in site.topics],
        "hotline": [(record.name, record.id) for record in site.hotlines],
        "layanan": [(record.short_name or record.name, record.slug) for record in site.services],
        "alur": [(record.name, record.slug) for record in site.pathways],
        "sumber": [(f"{record.name} ({record.id})", record.id) for record in site.references],
        "entitas": [(name, name) for name in sorted(ENTITIES)],
    }
    return {kind: [{"label": label, "value": value} for label, value in pairs] for kind, pairs in found.items()}


def fields_of(schema: Schema, options: Options, shared: Schema | None = None) -> list[Schema]:
    """The fields of one record in the model's order. ``shared`` holds the definitions that references lead to."""
    known = schema.get("$defs", shared or {})
    required = schema.get("required", ())
    return [field(key, part, known, options, key in required) for key, part in schema["properties"].items() if key not in FROM_FILE_NAME]


def list_field(key: str, label: str, item: Schema, options: Options) -> Schema:
    """A file that is one list of records."""
    return {"name": key, "label": label, "label_singular": label, "widget": "list", "required": True, "collapsed": True, "minimize_collapsed": False,
            "summary": _summary(item), "fields": fields_of(item, options)}


def field(key: str, part: Schema, known: Schema, options: Options, required: bool) -> Schema:
    """One field of a form. A key without a title in the model is a mistake of ours: ``KeyError``."""
    part = _solid(part)
    kind = _resolved(part, known)
    made = {"name": key, "label": part["title"], "required": required, **_hint(part), **_widget(key, kind, known, options)}
    return {**made, "label_singular": ASIDE.sub("", part["title"])} if made["widget"] == "list" else made


def _solid(part: Schema) -> Schema:
    """A part without the «or nothing» of an optional field."""
    choices = [choice for choice in part.get("anyOf", ()) if choice.get("type") != "null"]
    return {**{name: value for name, value in part.items() if name != "anyOf"}, **choices[0]} if choices else part


def _resolved(part: Schema, known: Schema) -> Schema:
    return known[part["$ref"].rpartition("/")[2]] if "$ref" in part else part


def _hint(part: Schema) -> Schema:
    examples = part.get("examples", ())
    said = [part["description"]] if "description" in part and "$ref" not in part else []
    return {"hint": " ".join([*said, f"Contoh: {' atau '.join(map(str, examples))}"])} if examples else ({"hint": said[0]} if said else {})


def _widget(key: str, kind: Schema, known: Schema, options: Options) -> Schema:
    if "enum" in kind:
        return {"widget": "select", "options": list(kind["enum"])}
    if kind.get("type") == "array":
        return _many(key, kind, known, options)
    if "properties" in kind:
        # "auto": open while nothing in it is filled in, or a required group is a grey bar without a word.
        return {"widget": "object", "collapsed": "auto", "summary": _summary(kind), "fields": fields_of(kind, options, known)}
    if kind.get("format") == "date":
        return {"widget": "string", "pattern": DATE}
    if kind.get("type") in ("integer", "number"):
        return {"widget": "string", "pattern": WHOLE if kind["type"] == "integer" else DECIMAL}
    if key in POINTS_TO and kind.get("pattern") == SLUG:
        return {"widget": "select", "options": options[POINTS_TO[key]], "dropdown_threshold": 5}
    limits = {name: kind[known_as] for name, known_as in (("minlength", "minLength"), ("maxlength", "maxLength")) if known_as in kind}
    pattern = {"pattern": [kind["pattern"], SLUG_SAID if kind["pattern"] == SLUG else "Tulis alamat lengkap yang mulai dengan https://."]} if "pattern" in kind else {}
    return {"widget": "text" if kind.get("maxLength", 0) > LONG and "pattern" not in kind else "string", **limits, **pattern}


def _many(key: str, kind: Schema, known: Schema, options: Options) -> Schema:
    item = _resolved(_solid(kind["items"]), known)
    limits = {name: kind[known_as] for name, known_as in (("min", "minItems"), ("max", "maxItems")) if known_as in kind}
    if "enum" in item:
        return {"widget": "select", "multiple": True, "options": list(item["enum"]), **limits}
    if "properties" in item:
        return {"widget": "list", "collapsed": True, "summary": _summary(item), "fields": fields_of(item, options, known), **limits}
    inner = {"name": "isi", "label": "Isi", "required": True, **_widget(key, item, known, options)}
    return {"widget": "list", "field": inner, **limits}


def _summary(kind: Schema) -> str:
    name = next((name for name in SUMMARY if name in kind["properties"]), next(iter(kind["properties"])))
    first = "{{fields.jenis}} " if "jenis" in kind["properties"] and name != "jenis" else ""
    return f"{first}{{{{fields.{name}}}}}"
