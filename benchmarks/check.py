"""How long the checks take: the real content as a person waits for it, and made-up cities to see that twice the services take twice the time.

    python benchmarks/check.py                       real content five times, then 1,000, 2,500 and 5,000 services
    python benchmarks/check.py --services 5000 --runs 1

Real content: the whole command, from nothing, median. Cities: loading and checking in this process, which gives a third of the work to a second core.
Both are what a person waits for (wall clock), so the machine must have nothing else to do; the processor time of all cores is printed beside.
Limits: 2 s for the real content, 2 ms for each of 5,000 services. A small city pays for its words and settings, too (the patterns of the word rules are
made ready once in a run), so what each further service costs is printed beside. Exit code 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from kota_sintetis import FIXED_PAGES, HERE, service, write_city
from tulisan_sintetis import prose

sys.path.insert(0, str(HERE))

from site_src import pipeline

WALL_SECONDS, SERVICE_MS = 2.0, 2.0
LARGE = 5000
"""Services from which the limit counts."""
WORDS = 88
"""Words of the body of a real service, on average (content/layanan, November 2026)."""
COMMAND = [sys.executable, "-m", "site_src.cli", "check", "--tanggal", "2026-11-23"]


def real(runs: int) -> float:
    """Median seconds of ``situs check`` on the real content."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(COMMAND, cwd=HERE, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def city(services: int) -> tuple[int, int, float, float]:
    """``(services, problems, seconds waited, seconds of all cores)`` of loading and checking a made-up city with many services."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kota"
        write_city(FIXED_PAGES + 60, root)
        chance = random.Random("layanan")
        topics = [path.stem for path in (root / "content/topik").glob("*.md")]
        for number in range(services):
            head = service(chance, 10_000 + 37 * number, topics).split("\n---\n")[0]
            (root / f"content/layanan/kantor-{number + 10_000}.md").write_text(f"{head}\n---\n\n{_body(chance)}", encoding="utf-8")
        started, worked = time.perf_counter(), _processor()
        done = pipeline.check(root, date(2026, 11, 23))
        waited = time.perf_counter() - started
        # The second process has said everything; it is counted when it has ended.
        for helper in multiprocessing.active_children():
            helper.join()
        return len(done.loaded.site.services), len(done.problems), waited, _processor() - worked


def _processor() -> float:
    """Seconds of processor time of this process and its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _body(chance: random.Random) -> str:
    """Paragraphs and lists until a real service's length is reached."""
    kept: list[str] = []
    for part in prose(chance, [], mark="").split("\n\n"):
        kept.append(part)
        if sum(len(text.split()) for text in kept) >= WORDS:
            break
    return "\n\n".join(kept) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--services", type=int, nargs="*", default=[1000, 2500, 5000])
    arguments = parser.parse_args()
    wall = real(arguments.runs)
    print(f"real content: {wall:.2f} s wall (limit {WALL_SECONDS:g} s), median of {arguments.runs}")
    good = wall < WALL_SECONDS
    before = 0, 0.0
    for wanted in sorted(arguments.services):
        services, problems, seconds, processor = city(wanted)
        each, further = 1000 * seconds / services, 1000 * (seconds - before[1]) / (services - before[0])
        good = good and (services < LARGE or each <= SERVICE_MS)
        print(f"{services:>5} services: {seconds:.2f} s, {each:.2f} ms for each, {further:.2f} ms for each further one (limit {SERVICE_MS:g} ms from {LARGE:,} on; processor {1000 * processor / services:.2f} ms), {problems} problems")
        before = services, seconds
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
