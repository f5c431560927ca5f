"""Arguments in, exit code out: 0 clean, 1 problems in content, 2 could not run."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from . import engines, pipeline
from .address import cannot_listen
from .arguments import folder, reason_of, speak_indonesian, typed
from .bundle import zim
from .bundle.beside import keep_dist
from .bundle.commands import add_commands as add_pack
from .bundle.commands import add_zim
from .calls import as_text as call_sheet
from .calls.commands import add_commands
from .check_command import CLEAN, FAILED, FOUND, add_check, tell
from .clock import noon
from .lan import PORT, serve_lan
from .model import Edition
from .progress import Progress
from .redact import without_held
from .schemas import editor_files

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE: dict[str, tuple[str, str, tuple[Any, ...]]] = {
    "new": ("newrecord.command", "membuat catatan baru", (ROOT,)),
    "card": ("card.command", "kartu perubahan dari dua revisi atau folder", (ROOT,)),
    "cari": ("inquiry", "menunjukkan bagaimana sebuah pertanyaan dipahami", ()),
    "links": ("links.commands", "menanyai sumber: masih ada atau tidak", ()),
    "mingguan": ("weekly.command", "tugas minggu ini", (ROOT, os.environ)),
}
"""Commands that read their own arguments: module, what it does, and what its ``main`` takes beside the words. Read only when asked for: a build never loads what asks the network."""


def main(argv: Sequence[str] | None = None) -> int:
    """The command ``situs``; each script in ``scripts/`` is one subcommand of it."""
    _speak_utf8()
    speak_indonesian()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run_elsewhere(*words) if words[:1] and words[0] in ELSEWHERE else _run(words)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        # Whoever read the report has seen enough (``check.py | head``); Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        print(f"Tidak dapat berjalan: {reason_of(error)} ({error.filename or 'tanpa berkas'}).", file=sys.stderr)
        return FAILED


def _run_elsewhere(name: str, *words: str) -> int:
    module, _, more = ELSEWHERE[name]
    return int(import_module(f"{__package__}.{module}").main(list(words), *more))


def _run(words: list[str]) -> int:
    parser, commands = _parsers()
    if words[:1] and words[0] in commands:
        # One command has several names: help repeats the one that was typed.
        commands[words[0]].prog = typed(words[0])
    arguments, rest = parser.parse_known_args(words)
    arguments.rest = rest
    if rest and arguments.run is not _test:
        commands[words[0]].error(f"tidak dikenal: {' '.join(rest)}")
    return arguments.run(arguments)


def _schemas(arguments: argparse.Namespace) -> int:
    for path, text in editor_files().items():
        (arguments.root / path).parent.mkdir(parents=True, exist_ok=True)
        (arguments.root / path).write_text(text, encoding="utf-8", newline="\n")
    _say(f"Menulis {len(editor_files())} berkas untuk editor.")
    return CLEAN


def _build(arguments: argparse.Namespace) -> int:
    if arguments.zim and (why := zim.missing()):
        _say(why)
        return FAILED
    progress = Progress()
    try:
        done = pipeline.build(arguments.root, progress.step, arguments.mesin, arguments.tanggal, arguments.izinkan_berkurang,
                              Edition.RELEASE if arguments.release else Edition.PREVIEW)
    finally:
        progress.close()
    tell([*done.prepared.problems, *done.problems], done.prepared.loaded, arguments.format)
    if arguments.release and arguments.format != "json":
        _print_calls(arguments)
    for line in done.engine_said:
        print(f"  {line}", file=sys.stderr)
    if not done.ok:
        old = "site/ yang lama tidak berubah." if (arguments.root / "site").exists() else "site/ belum dibuat."
        _say(f"Tidak dibangun. {old}")
        return FAILED if done.engine_said else FOUND
    _say("Tidak ada yang berubah; site/ sudah mutakhir." if not done.fresh else f"Selesai: {len(done.prepared.pages)} halaman.")
    _say(f"Buka: {(arguments.root / 'site' / 'index.html').resolve().as_uri()}")
    return keep_dist(arguments.root, arguments.tanggal) if arguments.dist or arguments.zim else CLEAN


def _print_calls(arguments: argparse.Namespace) -> None:
    """What stands between this content and a better release: the calls still to be made."""
    checked = pipeline.check(arguments.root, arguments.tanggal)
    if checked.ok:
        sheet = call_sheet(checked.ledger)
        # What a workflow prints may be read by everybody.
        print(without_held(sheet, checked.ledger) if arguments.format == "github" else sheet, end="")


def _serve(arguments: argparse.Namespace) -> int:
    if arguments.lan:
        return _lan(arguments)
    if said := cannot_listen(arguments.alamat):
        _say(f"Tidak dapat berjalan: {said}")
        return FAILED
    first = pipeline.check(arguments.root, arguments.tanggal)
    tell(first.problems, first.loaded, "text")
    if not first.ok and not (arguments.root / "build" / "docs" / "index.md").is_file():
        _say("Belum ada pembangunan yang bisa ditampilkan. Perbaiki dulu yang di atas.")
        return FOUND
    _say(f"Pratinjau di http://{arguments.alamat}/ — simpan berkas di content/, halaman menyegarkan diri. Berhenti: Ctrl+C.")
    command = engines.serve_command(arguments.root / "mkdocs.yml", arguments.alamat)
    # Not the commit's day, as a build: a preview judges the call that somebody made today, and at midnight the day becomes another.
    environment = engines.environment(noon(arguments.tanggal), staged=False)
    return CLEAN if subprocess.run(command, cwd=arguments.root, env=environment).returncode == 0 else FAILED


def _lan(arguments: argparse.Namespace) -> int:
    """The built site for every phone on this network, until Ctrl+C."""
    site = arguments.root / "site"
    if not (site / "index.html").is_file():
        _say("Bangun dulu situsnya: python3 scripts/build.py")
        return FAILED
    try:
        serve_lan(site, arguments.port, _say)
    except KeyboardInterrupt:
        _say("Berhenti.")
    return CLEAN


def _test(arguments: argparse.Namespace) -> int:
    return subprocess.run([sys.executable, str(ROOT / "scripts" / "test.py"), *arguments.rest]).returncode


def _say(line: str) -> None:
    if line:
        print(line, file=sys.stderr, flush=True)


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of ``situs``, and that of each command by its name."""
    parser = argparse.ArgumentParser(prog="situs", description="Membangun situs informasi layanan perlindungan dari content/ dan hotlines.yaml.",
                                     epilog="Kode keluar: 0 bersih, 1 ada masalah di isi, 2 tidak dapat berjalan.")
    commands = parser.add_subparsers(required=True, metavar="perintah")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=folder, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    common.add_argument("--tanggal", type=_day, metavar="TAHUN-BULAN-HARI", help="hari yang dipakai untuk menilai umur data (bawaan: hari ini)")
    form = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    reporting = argparse.ArgumentParser(add_help=False)
    reporting.add_argument("--format", choices=("text", "github", "json"), default=form, help="bentuk laporan masalah (bawaan: text)")
    add_check(commands, common, reporting)
    build = commands.add_parser("build", parents=[common, reporting], help="membangun site/", description="Memeriksa isi, lalu membangun site/.")
    build.add_argument("--mesin", choices=sorted(engines.MODULES), default="mkdocs", help="mesin yang merender halaman (bawaan: mkdocs)")
    build.add_argument("--izinkan-berkurang", action="store_true", help="terima hotline, layanan, atau halaman yang memang dihapus")
    build.add_argument("--release", action="store_true", help="hanya nomor teruji, tanpa pita pratinjau; ditolak bila ada kebutuhan tanpa nomor teruji")
    build.add_argument("--dist", action="store_true", help="juga membuat dist/ (salinan untuk dibawa dan dicetak), bila situs berubah")
    add_zim(build)
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", parents=[common], help="pratinjau yang menyegarkan diri", description="Pratinjau: setiap simpanan di content/ langsung terlihat.")
    serve.add_argument("--alamat", default="127.0.0.1:8000", help="alamat pratinjau (bawaan: 127.0.0.1:8000)")
    serve.add_argument("--lan", action="store_true", help="sajikan site/ yang sudah dibangun ke semua ponsel di wifi yang sama, tanpa internet dan tanpa catatan kunjungan")
    serve.add_argument("--port", type=int, default=PORT, help=f"nomor port untuk --lan (bawaan: {PORT})")
    serve.set_defaults(run=_serve)
    test = commands.add_parser("test", add_help=False, help="menjalankan semua uji")
    test.set_defaults(run=_test)
    schemas = commands.add_parser("skema", parents=[common], help="menulis skema untuk editor", description="Menulis skema JSON dan setelan VS Code dari model.")
    schemas.set_defaults(run=_schemas)
    add_commands(commands, common)
    add_pack(commands, common)
    for name, (_, about, _) in ELSEWHERE.items():
        commands.add_parser(name, add_help=False, help=about)
    return parser, commands.choices


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis seperti 2026-11-23") from None


def _speak_utf8() -> None:
    """Windows consoles default to a code page without “ or –."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
