"""The whole program as one story: load, check, stage, render, verify, swap."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from . import engines, inventory, swap
from .catalogue import catalogue_files, catalogue_page
from .checks import GROUPS, run_checks
from .clock import commit_time, env_day, epoch, today_in, zone_named
from .compress import compress
from .engine_file import base_path, settings_problems, site_address
from .exports import exports
from .keadaan import complete, state_files, state_of, state_page
from .kelola import editor_files, repository
from .hosting import write_hosting
from .load import Loaded, load_site
from .model import Edition, Ledger, Page, Site, for_readers, newest_date
from .own_server import write_servers
from .pages import pages
from .pages.text import long_date
from .prints.page_code import with_codes
from .problems import Place, Problem, has_errors
from .release import check_release
from .search.files import SearchFiles, search_files
from .second_core import Ahead, share
from .stage import Staged, stage
from .verify import facts_of, verify

Say = Callable[[str], None]
Made = tuple[tuple[Page, ...], SearchFiles, dict[str, bytes]]
BANNER = "Pratinjau: nomor di situs ini belum semuanya diuji telepon."


@dataclass(frozen=True)
class Prepared:
    """Content that has been read, judged and, when clean, staged."""

    loaded: Loaded
    problems: list[Problem]
    today: date
    edition: Edition = Edition.PREVIEW
    pages: tuple[Page, ...] = ()
    staged: Staged | None = None
    search: SearchFiles | None = None

    @property
    def ledger(self) -> Ledger:
        """What may be seen in this edition on this day, under the names its readers may know."""
        return Ledger(for_readers(Ledger(self.loaded.site, self.today, self.edition)), self.today, self.edition)

    @property
    def ok(self) -> bool:
        """Nothing stands in the way of building."""
        return not has_errors(self.problems)


@dataclass(frozen=True)
class Built:
    """How a build ended. ``fresh`` is false when nothing had changed and the site that stands is up to date."""

    prepared: Prepared
    problems: list[Problem] = field(default_factory=list)
    engine_said: tuple[str, ...] = ()
    fresh: bool = True

    @property
    def ok(self) -> bool:
        """The site on disk is the one the content describes."""
        return self.prepared.ok and not has_errors(self.problems)


def read(root: Path) -> Loaded:
    """The content, with what is wrong in its files and in those of the engine's settings."""
    loaded = load_site(root)
    return replace(loaded, problems=[*loaded.problems, *settings_problems(root)])


def check(root: Path, today: date | None = None, edition: Edition = Edition.PREVIEW) -> Prepared:
    """Read and judge the content; write nothing. A release is judged by what its readers can reach, too."""
    with _no_collection():
        loaded = read(root)
        day = today or today_in(loaded.site)
        found, _ = _found(loaded, day)
        return judge(loaded, day, edition, found)


def _found(loaded: Loaded, day: date, *later: Callable[[], Made]) -> tuple[list[Problem], Ahead]:
    """What the rules find, told by two cores; and the fork, which goes on with ``later``."""
    found, ahead = share(lambda group: run_checks(loaded.site, day, group), GROUPS, *later, size=len(loaded.texts))
    return [problem for group in found for problem in group], ahead


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Records live until the end, so that looking for dead ones among them finds nothing and takes a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def judge(loaded: Loaded, today: date, edition: Edition, found: Iterable[Problem]) -> Prepared:
    """What the rules ``found`` in content that has been read, and what a release may not leave dark."""
    problems = sorted([*loaded.problems, *found], key=lambda problem: problem.order)
    checked = Prepared(loaded, problems, today, edition)
    if checked.ok and edition is Edition.RELEASE:
        problems += sorted(check_release(checked.ledger), key=lambda problem: problem.order)
    return checked


def prepare(root: Path, today: date | None = None, allow_shrink: bool = False, edition: Edition = Edition.PREVIEW,
            search: SearchFiles | None = None) -> Prepared:
    """Read, judge and stage into ``build/docs``. With errors nothing is written. ``search`` that is given is not made anew."""
    loaded = read(root)
    site, day = loaded.site, today or today_in(loaded.site)
    if has_errors(loaded.problems):
        return judge(loaded, day, edition, run_checks(site, day))

    def making() -> Made:
        return make(Prepared(loaded, [], day, edition, search=search))

    found, ahead = _found(loaded, day, making)
    checked = judge(loaded, day, edition, found)
    if not checked.ok:
        ahead.forget()
        return checked
    whole, search, files = ahead.result(making)
    lost = [] if allow_shrink else inventory.vanished(inventory.read(root), inventory.of(site, whole), site.policy.guard)
    problems = [*checked.problems, *lost]
    if has_errors(lost):
        return Prepared(loaded, problems, day, edition, whole)
    staged = stage(tuple(with_codes(whole, site, site_address(root))), {**frame(site, edition), **search.frame}, root / "build" / "docs", {**files, **search.files, **editor_files(checked.ledger, repository(root))})
    return Prepared(loaded, problems, day, edition, whole, staged, search)


def make(prepared: Prepared) -> Made:
    """``(pages, search, exports)`` of content that is taken to be clean."""
    ledger = prepared.ledger
    state = state_of(ledger)
    whole = (*pages(prepared.loaded.site, prepared.today, prepared.edition), state_page(state), catalogue_page(ledger))
    return whole, prepared.search or search_files(ledger), {**exports(ledger), **state_files(state), **catalogue_files()}


def build(root: Path, say: Say, engine: str = "mkdocs", today: date | None = None, allow_shrink: bool = False,
          edition: Edition = Edition.PREVIEW) -> Built:
    """Build ``site/`` from content. A failure at any point leaves the site that stood."""
    with swap.only_one(root / "build", lambda: say("Menunggu pembangunan lain yang sedang berjalan …")), _no_collection():
        return _build(root, say, engine, today or env_day(os.environ), allow_shrink, edition)


def _build(root: Path, say: Say, engine: str, today: date | None, allow_shrink: bool, edition: Edition) -> Built:
    site_dir = root / "site"
    swap.recover(site_dir)
    say("Memeriksa isi …")
    # The zone of the last build decides which day it is: reading it from the content costs a load, and changed content is rebuilt anyway.
    day = today or datetime.now(zone_named(inventory.zone(root))).date()
    inputs = inventory.fingerprint(root, engine, edition, str(commit_time(root, os.environ)))
    if inventory.is_current(root, site_dir, f"{inputs} {day}"):
        return Built(Prepared(Loaded(Site()), [], day), fresh=False)
    prepared = prepare(root, today, allow_shrink, edition)
    if not prepared.ok:
        return Built(prepared)
    new = swap.beside(site_dir)
    written = prepared.staged.written if prepared.staged else 0
    say(f"Membangun {len(prepared.pages)} halaman dengan {engine}; {written} berkas untuk mesin itu baru atau berubah …")
    run = engines.build(engine, root / "mkdocs.yml", new, epoch(root, prepared.loaded.site, os.environ))
    if run.code != 0 or run.said:
        shutil.rmtree(new, ignore_errors=True)
        return Built(prepared, [_engine_problem(engine, run)], run.said)
    say("Memeriksa hasil …")
    problems = finish_and_verify(prepared, new, base_path(root))
    if has_errors(problems):
        shutil.rmtree(new, ignore_errors=True)
        return Built(prepared, problems)
    make_servable(new, edition, base_path(root))
    swap.swap_in(site_dir)
    write_servers(root / "build" / "hosting", str(site_dir.resolve()))
    site = prepared.loaded.site
    inventory.write(root, inventory.of(site, prepared.pages), f"{inputs} {prepared.today}", site_dir, site.area.timezone)
    return Built(prepared, problems)


def finish_and_verify(prepared: Prepared, built: Path, base: str) -> list[Problem]:
    """Put the error page where servers look for it, then read everything back."""
    move_error_page(built, base)
    trim_sitemap(built)
    expected = {page.url if page.path != "404.md" else "404.html": page.shows for page in prepared.pages}
    return verify(built, expected, facts_of(prepared.ledger), base)


def make_servable(built: Path, edition: Edition, base: str) -> None:
    """What only servers need: their headers, and packed copies of every file; then what those weigh, for the staff."""
    write_hosting(built)
    compress(built, best=edition is Edition.RELEASE)
    complete(built, edition is Edition.RELEASE, base)


def move_error_page(built: Path, base: str) -> None:
    """``404/index.html`` becomes ``404.html`` with links from the site's root ``base``: it is shown at addresses of any depth."""
    page = built / "404" / "index.html"
    if page.is_file():
        text = re.sub(r'="(?:\./)*\.\.(?:/|(?="))', f'="{base}', page.read_text(encoding="utf-8"))
        (built / "404.html").write_text(text, encoding="utf-8")
        shutil.rmtree(page.parent)


def trim_sitemap(built: Path) -> None:
    """Leave out of ``sitemap.xml`` what is not for readers: the error page, the pages for staff and the short addresses. The engine's packed copy of it goes, too."""
    page = built / "sitemap.xml"
    if page.is_file():
        page.write_text(re.sub(r"\s*<url>\s*<loc>[^<]*/(?:404|kelola|i)/[^<]*</loc>.*?</url>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8")
        (built / "sitemap.xml.gz").unlink(missing_ok=True)


def frame(site: Site, edition: Edition = Edition.PREVIEW) -> dict[str, object]:
    """Front matter that every page carries, so that a theme needs no settings of its own. Only a preview wears a banner and hides from search engines."""
    organisation = site.organisation
    preview = {"pita": BANNER, "noindex": True} if edition is Edition.PREVIEW else {}
    return {
        "situs": organisation.site_name,
        "pengelola": organisation.owner_short,
        "keluar": site.policy.exit_url,
        "data_per": long_date(newest_date(site)),
        "lisensi": organisation.licence,
        **preview,
    }


def _engine_problem(engine: str, run: engines.Run) -> Problem:
    return Problem(Place("mkdocs.yml"), "mesin-gagal", f"{engine} berhenti dengan kode {run.code}: {run.said[-1] if run.said else 'tanpa pesan'}",
                   "Baca keluaran mesin di bawah; site/ yang lama tidak berubah.")
