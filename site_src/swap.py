"""A reader sees the old site or the new one, never half: build beside, then exchange two folders in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def beside(site_dir: Path) -> Path:
    """Where the next site is built: in the same folder, so that the exchange stays on one disk."""
    return site_dir.with_name(f".{site_dir.name}.baru")


def recover(site_dir: Path) -> None:
    """Put things right after a killed run: an old site set aside comes back, a half-built one goes."""
    aside = _aside(site_dir)
    if aside.exists() and not site_dir.exists():
        aside.rename(site_dir)
    for leftover in (aside, beside(site_dir)):
        if leftover.exists():
            shutil.rmtree(leftover)


def swap_in(site_dir: Path) -> None:
    """Make the folder built beside the site the site. One system call where the system has one (Linux, macOS)."""
    new = beside(site_dir)
    if not site_dir.exists():
        new.rename(site_dir)
        return
    if _exchange(new, site_dir):
        shutil.rmtree(new, ignore_errors=True)
        return
    # Windows and old file systems: two renames. A kill between them leaves the old site aside; recover() brings it back.
    aside = _aside(site_dir)
    site_dir.rename(aside)
    try:
        new.rename(site_dir)
    except OSError:
        aside.rename(site_dir)
        raise
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def only_one(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the build's lock; a second build waits. The system gives it back when the process and its engine end, however they end."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / ".kunci", "a+b") as gate:
        if os.name != "nt":
            os.set_inheritable(gate.fileno(), True)
        if not _try_lock(gate):
            on_wait()
            while not _try_lock(gate):
                time.sleep(0.1)
        yield


def _try_lock(gate: IO[bytes]) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            gate.seek(0)
            msvcrt.locking(gate.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _aside(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}.lama")


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders atomically; ``False`` when this system cannot. renameat2(2), renamex_np(2)."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            at_fdcwd, exchange = -100, 2
            return libc.renameat2(at_fdcwd, os.fsencode(first), at_fdcwd, os.fsencode(second), exchange) == 0
        if sys.platform == "darwin":
            rename_swap = 2
            return libc.renamex_np(os.fsencode(first), os.fsencode(second), rename_swap) == 0
    except (AttributeError, OSError, TypeError):
        return False
    return False
