"""A pathway leads from its first step to every other, and names who acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Pathway, Site
from ..problems import Problem, maybe_you_meant


def check_steps(site: Site, today: date) -> Iterator[Problem]:
    """Setiap langkah alur dapat dicapai dari langkah pertama, tidak berputar, dan rujukannya ada."""
    for pathway in site.pathways:
        yield from _unknown_steps(pathway)
        yield from _unreachable_steps(pathway)
        yield from _circles(pathway)


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
    by_id = {step.id: step for step in pathway.steps}
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


def _circles(pathway: Pathway) -> Iterator[Problem]:
    """A step that leads back to one before it: the reader would walk for ever."""
    numbers = {step.id: index for index, step in reversed(list(enumerate(pathway.steps)))}
    done: set[int] = set()
    trail: list[tuple[int, int]] = [(0, 0)]
    while trail:
        index, position = trail.pop()
        following = pathway.steps[index].next
        if position == len(following):
            done.add(index)
            continue
        trail.append((index, position + 1))
        target = numbers.get(following[position])
        if target is None or target == index:
            continue
        if any(target == waiting for waiting, _ in trail):
            yield Problem(pathway.at("langkah", index, "lalu", position), "langkah-berputar", f"Langkah “{following[position]}” sudah dilewati: alur ini berputar tanpa akhir.",
                          "Tunjuk langkah yang belum dilewati, atau akhiri di sini.")
        elif target not in done:
            trail.append((target, 0))
