"""A deadline stands once, in its own field, with a source, and the deadlines of a pathway add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Pathway, Site, Step
from ..model.deadline import AMOUNT, Deadline, read_deadline
from ..problems import Problem
from .sentences import blocks, split_sentences

LIMIT = re.compile(rf"\b(?:dalam(?: waktu| tempo)?|paling (?:lambat|lama)|selambat-lambatnya|selama-lamanya|maksimal|sebelum lewat|tidak lebih dari|kurang dari)\s+(?={AMOUNT.pattern})|(?=\b\d+\s*[x×]\s*24\s*jam\b)|(?<![\w×])(?<![x×]\s)(?={AMOUNT.pattern}\s+(?:sejak|setelah|sesudah|dihitung|untuk)\b)", re.IGNORECASE)
"""What makes an amount of time a deadline and not an age or a length."""
LASTS = re.compile(r"\b(?:berlaku|membatasi|pe[lr]lindungan|menjauhkan|tinggal|menginap|rawat|dirawat|ditahan|penahanan|lamanya|berlangsung|pertama|umur|usia|istirahat)\b", re.IGNORECASE)
"""Words of a measure that lasts so long."""

MARK = re.compile(r"\{\{\s*sumber\s*:\s*([\w-]+)\s*\}\}")


def check_deadlines(site: Site, today: date) -> Iterator[Problem]:
    """Tenggat terbaca sebagai lama waktu, dan langkah berikutnya tidak harus selesai sebelum langkah sebelumnya."""
    for pathway in site.pathways:
        times: dict[str, Deadline] = {}
        for index, step in enumerate(pathway.steps):
            found = read_deadline(step.deadline) if step.deadline else None
            if step.deadline and (found is None or (found.hours == 0 and any(sign.isdigit() for sign in step.deadline))):
                yield Problem(pathway.at("langkah", index, "tenggat"), "tenggat-tidak-terbaca", f"“{step.deadline}” tidak terbaca sebagai tenggat.",
                              "Tulis jumlah dan satuannya di depan: jam, hari, hari kerja, minggu, bulan, atau “segera”.", "tenggat: 1 x 24 jam sejak laporan diterima")
            elif found:
                times[step.id] = found
        yield from _times_that_run_back(pathway, times)


def check_typed_deadlines(site: Site, today: date) -> Iterator[Problem]:
    """Tenggat sebuah langkah ditulis di “tenggat” dan punya sumber; teks langkahnya tidak menyebut tenggat lain."""
    for pathway in site.pathways:
        for index, step in enumerate(pathway.steps):
            own = read_deadline(step.deadline) if step.deadline else None
            for typed, hours in _typed(step):
                if not step.deadline:
                    yield Problem(pathway.at("langkah", index, "apa"), "tenggat-diketik", f"Teks langkah “{step.id}” menyebut tenggat “{typed}”, tetapi “tenggat” tidak diisi.",
                                  "Pindahkan ke “tenggat”, supaya tampil dan dihitung.", f"tenggat: {typed}")
                elif own and hours != own.hours:
                    yield Problem(pathway.at("langkah", index, "apa"), "tenggat-diketik", f"Teks langkah “{step.id}” menyebut “{typed}”, padahal tenggatnya “{step.deadline}”.",
                                  "Periksa ke sumbernya, lalu sisakan satu di “tenggat”.", f"tenggat: {step.deadline}")
            if step.deadline and not step.references:
                yield Problem(pathway.at("langkah", index, "tenggat"), "tenggat-tanpa-sumber", f"Tenggat “{step.deadline}” belum punya sumber.",
                              "Isi “sumber” langkah ini, atau hapus tenggatnya selama belum dipastikan.", "sumber: [uu-tpks-pasal-41]")


def check_said_deadlines(site: Site, today: date) -> Iterator[Problem]:
    """Tenggat yang disebut tulisan dengan sebuah sumber sama dengan tenggat langkah alur yang memakai sumber itu."""
    known = _deadlines_by_source(site)
    # A pathway that could not be read may hold the deadline that a page means.
    for block in () if site.unread else blocks(site):
        if isinstance(block.record, Pathway) or not LIMIT.search(block.text):
            continue
        beside = MARK.findall(block.text)
        for offset, sentence in block.sentences():
            steps = [step for name in MARK.findall(sentence) or beside for step in known.get(name, ())]
            for start, typed, hours in _amounts(sentence):
                if steps and not any(hours in _lengths(step) for step in steps):
                    yield Problem(block.place(offset + start), "tenggat-berbeda", f"“{typed}” berbeda dari tenggat langkah alur dengan sumber yang sama: {'; '.join(dict.fromkeys(str(step.deadline) for step in steps))}.",
                                  "Periksa ke sumbernya, lalu samakan keduanya; bila sumbernya lain, sebut sumber itu.", "Laporan diteruskan ke polisi dalam 3×24 jam {{ sumber: uu-tpks-pasal-41 }}.")


def _deadlines_by_source(site: Site) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in (step for pathway in site.pathways for step in pathway.steps if step.deadline):
        for name in step.references:
            found.setdefault(name, []).append(step)
    return found


def _lengths(step: Step) -> set[float]:
    """Every amount of time a step speaks of, in hours: its deadline, and how long a measure lasts."""
    return {read.hours for match in AMOUNT.finditer(f"{step.deadline} {step.what}") if (read := read_deadline(match[0]))}


def _typed(step: Step) -> Iterator[tuple[str, float]]:
    """Deadlines within the text of a step, as typed and in hours."""
    for _, sentence in split_sentences(step.what):
        for _, typed, hours in _amounts(sentence):
            yield typed, hours


def _amounts(sentence: str) -> Iterator[tuple[int, str, float]]:
    """Where a sentence sets a deadline, as typed, and in hours."""
    seen: set[int] = set()
    for limit in LIMIT.finditer(sentence):
        if limit.end() in seen:
            continue
        seen.add(limit.end())
        amount = AMOUNT.match(sentence, limit.end())
        found = read_deadline(amount[0]) if amount else None
        if amount and found and not LASTS.search(sentence[: limit.start()]):
            yield amount.start(), " ".join(amount[0].split()), found.hours


def _times_that_run_back(pathway: Pathway, times: dict[str, Deadline]) -> Iterator[Problem]:
    """Hours since the report by which each step has passed at the latest; a step counted from the report may not lie before one that leads to it."""
    index = {step.id: number for number, step in enumerate(pathway.steps)}
    latest: dict[str, tuple[float, str]] = {}
    waiting = [pathway.steps[0]]
    by_id = {step.id: step for step in pathway.steps}
    rounds = 0
    while waiting and rounds < len(pathway.steps) ** 2 + 1:
        rounds += 1
        step = waiting.pop(0)
        came = latest.get(step.id, (0.0, ""))
        own = times.get(step.id)
        after = came
        if own and own.from_report:
            after = (own.hours, step.id)
        elif own:
            after = (came[0] + own.hours, step.id)
        for name in step.next:
            if name in by_id and name != step.id and (name not in latest or latest[name][0] < after[0]):
                latest[name] = after
                waiting.append(by_id[name])
    for name, own in times.items():
        came, before = latest.get(name, (0.0, ""))
        if own.from_report and before and own.hours < came:
            yield Problem(pathway.at("langkah", index[name], "tenggat"), "tenggat-mundur", f"“{name}” harus selesai {_said(own.hours)} sejak laporan, padahal “{before}” yang mendahuluinya baru harus selesai {_said(came)} sejak laporan.",
                          "Periksa kedua tenggat ke sumbernya, atau urutkan ulang langkahnya.")


def _said(hours: float) -> str:
    return f"{hours / 24:g} hari" if hours >= 24 else f"{hours:g} jam"
