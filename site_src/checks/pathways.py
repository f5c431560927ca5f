"""A pathway is a graph: every step is reached, leads on or ends, and says who acts and on what ground."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Pathway, Site, Step
from ..problems import Problem, maybe_you_meant


def check_steps(site: Site, today: date) -> Iterator[Problem]:
    """Setiap langkah alur dapat dicapai dari langkah pertama, tidak berputar, menuju langkah lain sampai akhir, dan rujukannya ada."""
    for pathway in site.pathways:
        yield from _unknown_steps(pathway)
        yield from _unreachable_steps(pathway)
        yield from _dead_ends(pathway)
        yield from _circles(pathway)


def check_grounds(site: Site, today: date) -> Iterator[Problem]:
    """Setiap langkah alur punya pemilik yang cocok, dan dasar hukum bersumber, sumber, atau perlu_dipastikan."""
    for pathway in site.pathways:
        for index, step in enumerate(pathway.steps):
            if not (step.basis or step.references or step.confirm):
                yield Problem(pathway.at("langkah", index), "langkah-tanpa-dasar", f"Langkah “{step.id}” tidak punya dasar hukum dan tidak punya sumber.",
                              "Isi “dasar” dan “sumber”, atau tulis perlu_dipastikan: ya.", "sumber: [prinsip-penyusun]")
            elif step.basis and not step.references:
                yield Problem(pathway.at("langkah", index, "dasar"), "dasar-tanpa-sumber", f"Dasar “{step.basis}” belum punya sumber.", "Isi “sumber” langkah ini dengan pengenal dari content/sumber.yaml.", "sumber: [uu-tpks-pasal-39]")
            service = site.service.get(step.service or "")
            if service and service.sector is not step.who:
                yield Problem(pathway.at("langkah", index, "siapa"), "pemilik-tidak-cocok", f"Langkah ini milik sektor {step.who}, tetapi {service.name} bersektor {service.sector}.",
                              "Samakan “siapa” dengan sektor layanannya.", f"siapa: {service.sector}")


def _unknown_steps(pathway: Pathway) -> Iterator[Problem]:
    names = [step.id for step in pathway.steps]
    for index, step in enumerate(pathway.steps):
        if step.id in names[:index]:
            yield Problem(pathway.at("langkah", index, "id"), "pengenal-ganda", f"Langkah “{step.id}” sudah ada di alur ini.", "Beri pengenal lain.")
        for position, name in enumerate(step.next):
            if name not in names:
                hint = maybe_you_meant(name, names) or f"Langkah yang ada: {', '.join(names)}."
                yield Problem(pathway.at("langkah", index, "lalu", position), "rujukan-tidak-ada", f"Langkah “{name}” tidak ada di alur ini.", hint)
            elif name == step.id:
                yield Problem(pathway.at("langkah", index, "lalu", position), "langkah-berputar", f"Langkah “{name}” menunjuk dirinya sendiri.", "Hapus, atau tunjuk langkah lain.")


def _unreachable_steps(pathway: Pathway) -> Iterator[Problem]:
    by_id = _by_id(pathway)
    reached: set[str] = set()
    waiting = [pathway.steps[0].id]
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in reached:
            reached.add(name)
            waiting.extend(by_id[name].next)
    for index, step in enumerate(pathway.steps):
        if step.id not in reached:
            yield Problem(pathway.at("langkah", index), "langkah-terputus", f"Tidak ada langkah yang menuju “{step.id}”.",
                          f"Tambahkan “{step.id}” ke “lalu” pada langkah sebelumnya.", f"lalu: [{step.id}]")


def _dead_ends(pathway: Pathway) -> Iterator[Problem]:
    for index, step in enumerate(pathway.steps[:-1]):
        if not step.next and not step.end:
            following = pathway.steps[index + 1].id
            yield Problem(pathway.at("langkah", index), "langkah-buntu", f"Langkah “{step.id}” tidak mengatakan apa yang terjadi sesudahnya.",
                          "Isi “lalu”, atau tulis akhir: ya bila alurnya memang selesai di sini.", f"lalu: [{following}]")
    for index, step in enumerate(pathway.steps):
        if step.end and step.next:
            yield Problem(pathway.at("langkah", index, "akhir"), "langkah-buntu", f"Langkah “{step.id}” disebut akhir, tetapi punya “lalu”.", "Hapus salah satu.")


def _circles(pathway: Pathway) -> Iterator[Problem]:
    """Each edge that closes a circle of two steps or more, found by walking depth first without recursion."""
    by_id = _by_id(pathway)
    place = {step.id: index for index, step in reversed(list(enumerate(pathway.steps)))}
    done: set[str] = set()
    for root in by_id:
        trail: list[str] = []
        stack = [(root, iter(by_id[root].next))] if root not in done else []
        trail += [root] if stack else []
        while stack:
            name, following = stack[-1]
            target = next(following, None)
            if target is None:
                stack.pop()
                trail.pop()
                done.add(name)
            elif target in trail and target != name:
                circle = " → ".join([*trail[trail.index(target) :], target])
                position = by_id[name].next.index(target)
                yield Problem(pathway.at("langkah", place[name], "lalu", position), "langkah-berputar", f"Alur ini berputar: {circle}.", "Hapus panah yang kembali, atau tulis langkah lanjutan yang baru.")
            elif target in by_id and target not in done and target not in trail:
                stack.append((target, iter(by_id[target].next)))
                trail.append(target)


def _by_id(pathway: Pathway) -> dict[str, Step]:
    return {step.id: step for step in pathway.steps}
