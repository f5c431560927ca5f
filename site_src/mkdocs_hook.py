"""Adapter for MkDocs and ProperDocs: plain ``mkdocs build`` and ``mkdocs serve`` run the same checks and the same staging."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from site_src import engines, second_core, swap  # noqa: E402

if engines.STAGED not in os.environ:
    # Under our own pipeline everything has been checked and staged: the engine starts sooner without these.
    from site_src import clock, engine_file, pipeline, preview
    from site_src.problems import has_errors
    from site_src.report import as_text

_turn = ExitStack()
"""Holds the lock of a plain build until its process ends."""


def on_startup(command: str, dirty: bool) -> None:
    """A preview must outlive a typing error; a build must not."""
    if engines.STAGED not in os.environ:
        preview.serving = command == "serve"


def on_config(config: Any) -> Any:
    """Read, check and stage before the engine looks for pages; build beside the site that stands."""
    if engines.STAGED in os.environ:
        return config
    root = Path(config.config_file_path).resolve().parent
    # The live preview puts a script of its own into each page, which our pages forbid.
    config.extra["pratinjau_langsung"] = preview.serving
    if not preview.serving:
        _turn.enter_context(swap.only_one(root / "build", lambda: print("Menunggu pembangunan lain yang sedang berjalan …", file=sys.stderr)))
    preview.prepared = prepared = pipeline.prepare(root, clock.env_day(os.environ), search=preview.search if preview.serving else None)
    preview.search = preview.search or prepared.search
    for line in as_text(prepared.problems, prepared.loaded.line):
        print(line, file=sys.stderr)
    if not prepared.ok and not preview.can_go_on(root):
        raise SystemExit(1)
    if Path(config.site_dir).resolve() == root / "site":
        swap.recover(root / "site")
        config.site_dir = str(swap.beside(root / "site"))
    return config


def on_files(files: Any, config: Any) -> Any:
    """Leave out the theme's own scripts and styles: no page of ours asks for them."""
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        files.remove(file)
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Use the second core. A preview renders only what changed, and needs none."""
    if engines.STAGED in os.environ or not preview.serving:
        second_core.render_ahead([file.page for file in files.documentation_pages() if file.page], config, files)
    return nav


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch what staff edit, not what we write."""
    preview.watch(server, Path(config.config_file_path).resolve().parent, config.docs_dir)
    return server


def on_post_build(config: Any) -> None:
    """Read the built pages back; only a site without a problem takes the old one's place."""
    if engines.STAGED in os.environ or preview.prepared is None:
        return
    built = Path(config.site_dir)
    base = engine_file.base_path(Path(config.config_file_path).resolve().parent)
    if preview.serving:
        pipeline.move_error_page(built, base)
        return
    problems = pipeline.finish_and_verify(preview.prepared, built, base)
    for line in as_text(problems, preview.prepared.loaded.line):
        print(line, file=sys.stderr)
    if has_errors(problems):
        raise SystemExit(1)
    site_dir = Path(config.config_file_path).resolve().parent / "site"
    if built == swap.beside(site_dir):
        pipeline.make_servable(built, preview.prepared.edition, base)
        swap.swap_in(site_dir)
