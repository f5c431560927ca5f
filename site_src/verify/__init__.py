"""Read the built HTML, whoever built it: every number is there and dialable, every link leads somewhere, nothing calls out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..leaks import leak_problem, scan_folder
from ..problems import Place, Problem
from ..second_core import Ahead
from .facts import Facts, facts_of
from .links import broken_links, missing_pages
from .numbers import DIGIT_RUN, LAW_BEFORE, VERSION
from .page import read_all
from .requests import other_files
from .weight import heavy_pages

__all__ = ["DIGIT_RUN", "LAW_BEFORE", "VERSION", "Facts", "facts_of", "verify"]


def verify(site_dir: Path, expected: Mapping[str, frozenset[str]], facts: Facts, base: str = "/") -> list[Problem]:
    """Everything wrong with a built site. ``expected`` maps each page's address to the contact links it must hold; ``base`` is the path it is served at."""
    files = {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html"))

    def others() -> list[Problem]:
        return [leak_problem(Place(f"site/{name}"), leak) for name, leak in scan_folder(site_dir, facts.secrets, skip=(".html",))]

    ahead = Ahead(others, size=len(pages))
    read = {page.path: page for page in read_all(site_dir, pages, facts)}
    problems = [problem for page in read.values() for problem in page.problems]
    problems += missing_pages(read, expected)
    problems += broken_links(read, files, base)
    problems += other_files(site_dir, files)
    problems += heavy_pages(site_dir, (page.weight for page in read.values()), facts.budgets, base)
    problems += ahead.result(others)
    return sorted(problems, key=lambda problem: problem.order)
