"""Gets the programs that some tests compare with, where Debian's package manager may be asked; elsewhere those tests say why they are skipped."""

import os
import shutil
import sys
from pathlib import Path

import _peramban

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {
    "zimcheck": "zim-tools", "kiwix-serve": "kiwix-tools", "minisign": "minisign", "nginx": "nginx", "apache2": "apache2-bin", "caddy": "caddy",
    "java": "default-jre-headless", "npm": "npm", "firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb",
}
"""Program to package: Kiwix's own checker and server, the signer others have, the servers we publish configurations for, what runs and fetches
the HTML checker, two more browser engines and the screen that one of them needs."""
HEADLESS = "chromium-headless-shell"
"""Program and package: Chromium without what draws windows, which reads the same pages in two thirds of the time. Not every Debian has it."""


def ensure() -> None:
    """Installs what is missing; what cannot be had stays missing."""
    _ensure_programs()
    ensure_checker(ROOT, shutil.which, _peramban.quietly)


def _ensure_programs() -> None:
    prefix = _peramban.root_prefix(shutil.which)
    for command in ways(missing(shutil.which), headless_is_missing(shutil.which), _peramban.is_debian(_peramban.os_release()), prefix):
        print("Mengambil alat uji: " + " ".join(command[command.index("install") + 2 :] if "install" in command else ["daftar paket"]) + " …", file=sys.stderr, flush=True)
        if not _peramban.quietly(command, show=HEADLESS not in command):
            return


def missing(which) -> list:
    """The packages whose program is not there; Debian keeps servers outside the path of users."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    return [package for program, package in PACKAGES.items() if not which(program, path=path)]


def headless_is_missing(which) -> bool:
    """Whether Debian's Chromium stands there without its smaller sister."""
    return bool(which("chromium")) and not which(HEADLESS)


def ways(packages: list, headless: bool, debian: bool, prefix: "list | None") -> list:
    """The commands that install the packages, in order, and the smaller Chromium last and alone; none where nothing is missing or nobody may install."""
    if not (packages or headless) or not debian or prefix is None:
        return []
    asked = [packages] * bool(packages) + [[HEADLESS]] * headless
    return [_peramban.apt(prefix, "update"), *(_peramban.apt(prefix, "install", "-y", *names) for names in asked)]


def ensure_checker(root: Path, which, run) -> bool:
    """The HTML checker of ``tests/alat/package-lock.json`` in ``build/alat``; npm refuses a package whose hash is not the lock's. False where it cannot be had."""
    wanted, place, npm = root / "tests" / "alat", root / "build" / "alat", which("npm")
    stamp, lock = place / "terpasang.json", (wanted / "package-lock.json").read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return True
    if npm is None or which("java") is None:
        return False
    place.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(wanted / name, place)
    print("Mengambil pemeriksa HTML (sekali saja) …", file=sys.stderr, flush=True)
    if not run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(place)]):
        return False
    stamp.write_text(lock, encoding="utf-8")
    return True
