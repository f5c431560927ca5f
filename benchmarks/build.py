"""How long a build takes, next to stock MkDocs with Material on the same pages, in the same run, turn by turn.

    python benchmarks/build.py                                   sizes 100, 1,000 and 5,000; five runs of each
    python benchmarks/build.py --sizes 1000 --runs 3 --stock-runs 1
    python benchmarks/build.py --sizes "" --edits 20             only the live preview of the real site

Ours is everything that scripts/build.py does: load, checks, staging, engine, verify, swap, from nothing each time. Stock is
``mkdocs build`` of the tree that we staged, with Material's own templates, its default plugins and no hook. Times are medians.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kota_sintetis import HERE, write_city

PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
"""Proportional set size: a page of memory that several processes share counts once among them (proc_pid_smaps_rollup(5))."""
OURS = [sys.executable, "-m", "site_src.cli", "build"]
STOCK = """site_name: Stok
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
  language: id
markdown_extensions: [attr_list, sane_lists, tables, toc]
"""


@dataclass
class Measured:
    """Seconds and peak megabytes of the runs of one thing."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def add(self, run: tuple[float, float]) -> None:
        self.seconds.append(run[0])
        self.megabytes.append(run[1])

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


@dataclass
class Row:
    """One size: ours, stock and the second build in which nothing had changed."""

    pages: int
    ours: Measured = field(default_factory=Measured)
    stock: Measured = field(default_factory=Measured)
    again: Measured = field(default_factory=Measured)


def measure(size: int, runs: int, stock_runs: int, flat: bool, folder: Path) -> Row:
    """Build a city of ``size`` pages ``runs`` times; stock takes its turn after each of the first ``stock_runs``."""
    city, tree = folder / f"kota-{size}", folder / f"kota-{size}-stok"
    write_city(size, city)
    row = Row(0)
    for number in range(runs):
        for built in (city / "site", city / "build" / "docs"):
            shutil.rmtree(built, ignore_errors=True)
        (city / "build" / "terakhir.json").unlink(missing_ok=True)
        row.ours.add(timed(OURS, city))
        row.pages = sum(1 for _ in (city / "site").rglob("*.html"))
        if number < stock_runs:
            row.stock.add(stock(city / "build" / "docs", tree, flat))
        row.again.add(timed(OURS, city))
        say(f"{size} halaman, putaran {number + 1}: kita {row.ours.seconds[-1]:.2f} d, lagi {row.again.seconds[-1]:.2f} d"
            + (f", stok {row.stock.seconds[-1]:.2f} d" if number < stock_runs else ""))
    shutil.rmtree(city)
    shutil.rmtree(tree, ignore_errors=True)
    return row


def stock(docs: Path, folder: Path, flat: bool) -> tuple[float, float]:
    """Stock MkDocs and Material on a copy of the staged tree; ``flat`` turns ``x/index.md`` into ``x.md``, which halves its navigation."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(docs, folder / "docs")
    for page in (folder / "docs").glob("*/*/**/index.md") if flat else ():
        if len(os.listdir(page.parent)) == 1:
            page.rename(page.parent.with_name(f"{page.parent.name}.md"))
    (folder / "mkdocs.yml").write_text(STOCK.format(docs=folder / "docs", site=folder / "site"), encoding="utf-8")
    return timed([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"], folder)


def timed(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Seconds, and the most megabytes all processes of the command held together (0 where there is no ``/proc``)."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **quiet}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} berakhir dengan {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    return seconds, peak[0]


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_held(process.pid)))
        time.sleep(0.2)


def _held(group: int) -> list[float]:
    sizes = []
    for entry in os.listdir("/proc") if os.path.isdir("/proc") else ():
        if entry.isdigit():
            try:
                after_name = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
                held = PSS.search(Path("/proc", entry, "smaps_rollup").read_text()) if int(after_name[2]) == group else None
            except OSError:
                continue
            if held:
                sizes.append(int(held[1]) * 1024 / 1e6)
    return sizes


def preview(edits: int, folder: Path) -> list[float]:
    """Seconds from saving a page of the real content until the live preview serves it."""
    root = folder / "pratinjau"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", "node_modules", ".site.*"))
    pages = sorted((root / "content" / "panduan").glob("*.md"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen([sys.executable, "-m", "site_src.cli", "serve", "--alamat", address], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        _until(lambda: _get(address, "") != "", 60)
        time.sleep(2)
        took = []
        for number in range(edits):
            page = pages[number % len(pages)]
            mark = f"Tanda {'abcdefghij'[number // 10 % 10]}{'abcdefghij'[number % 10]} untuk pengukuran."
            with page.open("a", encoding="utf-8") as file:
                file.write(f"\n{mark}\n")
            saved = time.perf_counter()
            _until(lambda: mark in _get(address, f"panduan/{page.stem}/"), 30)
            took.append(time.perf_counter() - saved)
            time.sleep(0.5)
        return took
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        shutil.rmtree(root)


def _until(true: Callable[[], bool], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while not true():
        if time.perf_counter() > end:
            raise SystemExit("Pratinjau tidak menampilkan perubahan.")
        time.sleep(0.01)


def _get(address: str, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://{address}/{path}", timeout=10) as answer:
            return answer.read().decode("utf-8", "replace")
    except OSError:
        return ""


def table(rows: Sequence[Row]) -> str:
    """The result as a Markdown table."""
    lines = ["| Pages | Ours | Stock Material | Ratio | Per page | Per page, against the smallest | Peak memory, ours | Peak memory, stock | Nothing changed | of a full build |",
             "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    first = rows[0].ours.median / rows[0].pages if rows else 1
    for row in rows:
        ours, each = row.ours.median, row.ours.median / row.pages
        other = f"{row.stock.median:.1f} s | {ours / row.stock.median:.3f}" if row.stock.seconds else "– | –"
        stock_memory = f"{max(row.stock.megabytes):.0f} MB" if row.stock.seconds else "–"
        lines.append(f"| {row.pages} | {ours:.2f} s | {other} | {each * 1000:.1f} ms | {each / first:.2f} | {max(row.ours.megabytes):.0f} MB | {stock_memory} "
                     f"| {row.again.median:.2f} s | {row.again.median / ours:.2f} |")
    return "\n".join(lines)


def machine() -> str:
    """What it was measured on."""
    try:
        model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        model = None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{model[1] if model else platform.processor()}, {cores} cores, {platform.system()}, Python {platform.python_version()}; load before the run {load:.1f}"


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--stock-runs", type=int, help="turns of stock (its time grows with the square of the pages); as many as --runs when left out")
    parser.add_argument("--flat", action="store_true", help="give stock x.md for each x/index.md: it is twice as fast so")
    parser.add_argument("--edits", type=int, default=10, help="saves to measure in the live preview of the real site")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder when left out")
    asked = parser.parse_args()
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        stock_runs = asked.runs if asked.stock_runs is None else asked.stock_runs
        rows = [measure(int(size), asked.runs, stock_runs, asked.flat, Path(folder)) for size in asked.sizes.split(",") if size]
        if rows:
            print(table(rows), flush=True)
        if asked.edits:
            took = preview(asked.edits, Path(folder))
            print(f"Live preview of the real site, {asked.edits} saves: median {statistics.median(took):.2f} s, slowest {max(took):.2f} s")


if __name__ == "__main__":
    main()
