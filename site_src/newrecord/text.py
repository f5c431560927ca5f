"""Answers to the text of a record: which file changes, and what it says afterwards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..explain import slugify
from .questions import Question, name_from

Answers = dict[str, str]
PLAIN = re.compile(r"[a-z][a-z0-9-]*|\d{4}-\d\d-\d\d")
FOLDERS = {"layanan": ".md", "topik": ".md", "pencegahan": ".md", "panduan": ".md", "alur": ".yaml"}


@dataclass(frozen=True)
class NewText:
    """Files by path as they will read, the new record's own file, and what nobody knows yet."""

    path: str
    name: str
    files: Mapping[str, str]
    missing: tuple[str, ...] = field(default=())


def new_text(kind: str, answers: Answers, asked: Sequence[Question], present: Mapping[str, str], today: str) -> NewText:
    """The files a new record makes. ``present`` is the text of ``hotlines.yaml`` and of the topic files."""
    name = name_from(answers)
    rows = {question.key: question.split(answers.get(question.key, "")) for question in asked}
    path = "hotlines.yaml" if kind == "hotline" else f"content/{kind}/{name}{FOLDERS[kind]}"
    missing = tuple(_missing(kind, rows))
    if kind == "hotline":
        item = "\n".join(_contact_lines(kind, name, rows, missing))
        old = present[path]
        return NewText(path, name, {path: old + ("" if old.endswith("\n") else "\n") + "\n" + _as_item(item)}, missing)
    lines = {"layanan": lambda: _contact_lines(kind, name, rows, missing), "alur": lambda: _pathway(rows, today)}.get(kind, lambda: _page(kind, rows, today))()
    head = "\n".join(lines) + "\n"
    files = {path: head if kind == "alur" else f"---\n{head}---\n\n" + ("## Apa ini\n\n" if kind == "topik" else "") + f"{rows['isi'][0]}\n"}
    if kind == "alur":
        files |= {topic: name_pathway(present[topic], name) for topic in (f"content/topik/{one}.md" for one in rows["topik"]) if topic in present}
    return NewText(path, name, files, missing)


def scalar(text: str) -> str:
    """A value as staff would type it: bare when it is a simple word or a date, otherwise between quotes."""
    return text if PLAIN.fullmatch(text) and text not in ("ya", "tidak", "null", "true", "false") else json.dumps(text, ensure_ascii=False)


def name_pathway(text: str, name: str) -> str:
    """A topic's text that names one more pathway; every other byte stays."""
    head = text.index("\n---", 3)
    flow = re.search(r"^alur: *\[([^\]\n]*)\]", text[:head], re.MULTILINE)
    if flow:
        return text[: flow.end(1)] + (", " if flow[1].strip() else "") + name + text[flow.end(1) :]
    block = re.search(r"^alur: *\n(?: *- .*\n)*( *)- .*$", text[:head], re.MULTILINE)
    if block:
        return text[: block.end()] + f"\n{block[1]}- {name}" + text[block.end() :]
    return text[:head] + f"\nalur: [{name}]" + text[head:]


def _page(kind: str, rows: Mapping[str, list[str]], today: str) -> Iterator[str]:
    for key in ("nama", "judul", "ucapan", "kelompok"):
        yield from _line(key, rows)
    if kind == "topik":
        yield f"istilah: [{', '.join(map(scalar, rows['istilah']))}]"
    yield from _line("ringkas", rows)
    yield from _line("mendesak", rows)
    yield from _words(rows)
    for key in ("untuk", "topik", "hotline", "sumber"):
        if rows.get(key):
            yield f"{key}: [{', '.join(rows[key])}]"
    yield f"ditinjau: {{tanggal: {today}, oleh: {scalar(rows['oleh'][0])}}}"


def _pathway(rows: Mapping[str, list[str]], today: str) -> Iterator[str]:
    yield from _line("judul", rows)
    yield from _line("ringkas", rows)
    yield from _words(rows)
    yield f"topik: [{', '.join(rows['topik'])}]"
    yield f"untuk: [{', '.join(rows['untuk'])}]"
    yield "langkah:"
    steps = [part.partition(":") for part in rows["langkah"]]
    names = _step_names([what for _, _, what in steps])
    for index, (who, _, what) in enumerate(steps):
        yield f"  - id: {names[index]}"
        yield f"    siapa: {who.strip()}"
        yield f"    apa: {scalar(what.strip())}"
        yield f"    lalu: [{names[index + 1]}]" if index + 1 < len(names) else "    akhir: ya"
        yield "    perlu_dipastikan: ya"
    yield f"ditinjau: {{tanggal: {today}, oleh: {scalar(rows['oleh'][0])}}}"


def _step_names(sentences: Sequence[str]) -> list[str]:
    names: list[str] = []
    for what in sentences:
        name = slugify(" ".join(what.split()[:3])) or "langkah"
        names.append(name if name not in names else f"{name}-{len(names) + 1}")
    return names


def _contact_lines(kind: str, name: str, rows: Mapping[str, list[str]], missing: Sequence[str]) -> Iterator[str]:
    source = f"  - {{url: {scalar(rows['url'][0])}, dibaca: {rows['dibaca'][0]}{', resmi: ya' if rows['resmi'] == ['ya'] else ''}}}"
    if kind == "hotline":
        yield f"id: {name}"
    for key in ("nama", "sektor", "pengelola", "cakupan", "ringkas"):
        yield from _line(key, rows)
    yield from _words(rows)
    for key in ("untuk", "topik"):
        if rows.get(key):
            yield f"{key}: [{', '.join(rows[key])}]"
    if rows["jam"]:
        yield from ("jam:", f"  buka: {scalar(rows['jam'][0])}", "  sumber:", f"  {source}")
    if rows["nomor"]:
        yield from ("kanal:", f"  - jenis: {rows['jenis'][0]}", f"    nomor: {json.dumps(rows['nomor'][0])}", "    sumber:", f"    {source}")
    yield f"pengganti: [{', '.join(rows['pengganti'])}]"
    if kind == "layanan":
        yield from ("sumber:", source)
    if missing:
        yield from ("perlu_dipastikan:", *(f"  - {scalar(question)}" for question in missing))


def _line(key: str, rows: Mapping[str, list[str]]) -> Iterator[str]:
    if rows.get(key):
        yield f"{key}: {scalar(rows[key][0])}"


def _words(rows: Mapping[str, list[str]]) -> Iterator[str]:
    if rows.get("cari"):
        yield f"cari: [{', '.join(map(scalar, rows['cari']))}]"


def _missing(kind: str, rows: Mapping[str, list[str]]) -> Iterator[str]:
    if kind not in ("layanan", "hotline"):
        return
    if not rows["nomor"]:
        yield "Berapa nomor telepon kantor ini?"
    if not rows["jam"]:
        yield "Jam berapa dan hari apa saja melayani?"


def _as_item(record: str) -> str:
    lines = record.split("\n")
    return "\n".join([f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]) + "\n"
