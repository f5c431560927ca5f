"""JSON Schemas and snippets for editors, written from the model, so that completion and checks can never disagree."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from .explain import example_of
from .layout import FOLDERS, LIST_KEY, LISTS, SETTINGS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FROM_FILE_NAME = ("slug", "body", "body_line")
"""Fields that come from the file itself and are never typed."""


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by file name: settings, lists, pathways, and the front matter of Markdown folders."""
    found: dict[str, dict[str, Any]] = {}
    for path, (_, model) in SETTINGS.items():
        found[_name(path)] = _schema(model, path)
    for path, (_, model) in LISTS.items():
        found[_name(path)] = _list_schema(model, LIST_KEY[path], path)
    for folder, (_, model, suffix) in FOLDERS.items():
        kind = "kepala berkas" if suffix == ".md" else "berkas"
        found[f"{folder}.schema.json"] = _schema(model, f"{kind} content/{folder}/*{suffix}")
    return found


def editor_files() -> dict[str, str]:
    """Every file an editor reads, by its path in the project; the same model always gives the same bytes."""
    files = {f"site_src/schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n" for name, schema in schemas().items()}
    return files | {".vscode/settings.json": settings(), ".vscode/isi.code-snippets": snippets()}


def snippets() -> str:
    """VS Code snippets: ``kepala-layanan`` at the top of a new file writes its front matter with every required key."""
    rows = {
        f"Kepala {folder}": {"scope": "markdown" if suffix == ".md" else "yaml", "prefix": f"kepala-{folder}",
                             "description": f"Isian wajib untuk content/{folder}/", "body": _skeleton(model, suffix)}
        for folder, (_, model, suffix) in FOLDERS.items()
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def settings() -> str:
    """VS Code workspace settings: which schema belongs to which YAML file, and saving soon enough to check while typing."""
    patterns = {f"./site_src/schemas/{_name(path)}": path for path in (*SETTINGS, *LISTS)}
    patterns |= {f"./site_src/schemas/{folder}.schema.json": f"content/{folder}/*{suffix}" for folder, (_, _, suffix) in FOLDERS.items() if suffix == ".yaml"}
    rows = {"yaml.schemas": patterns, "files.autoSave": "afterDelay", "files.autoSaveDelay": 1000, "files.eol": "\n", "files.encoding": "utf8", "editor.wordWrap": "on"}
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _name(path: str) -> str:
    return path.removeprefix("content/").replace(".yaml", ".schema.json")


def _schema(model: type[BaseModel], about: str) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    for field in FROM_FILE_NAME:
        schema["properties"].pop(field, None)
    schema["required"] = [key for key in schema.get("required", ()) if key not in FROM_FILE_NAME]
    return {"$schema": DIALECT, "title": about, **{key: value for key, value in schema.items() if key != "title"}}


def _list_schema(model: type[BaseModel], key: str, about: str) -> dict[str, Any]:
    item = model.model_json_schema(by_alias=True)
    shared = item.pop("$defs", {})
    return {"$schema": DIALECT, "title": about, "type": "object", "additionalProperties": False, "required": [key],
            "properties": {key: {"type": "array", "items": item}}, "$defs": shared}


def _skeleton(model: type[BaseModel], suffix: str) -> list[str]:
    lines = []
    for name, field in model.model_fields.items():
        if name in FROM_FILE_NAME or not field.is_required():
            continue
        key = field.alias or name
        lines.append(f"{key}: ${{{len(lines) + 1}:{(example_of(key, field).partition(': ')[2] or field.title or key)}}}")
    return ["---", *lines, "---", "", "## ${0:Apa ini}"] if suffix == ".md" else lines
