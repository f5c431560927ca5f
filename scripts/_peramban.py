"""Finds a Chromium for the browser tests, or gets one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as p: print(p.chromium.executable_path)"
)
OS_RELEASE = Path("/etc/os-release")


def ensure() -> "str | None":
    """The path of a Chromium; an empty text for Playwright's own; None when there is none to be had."""
    found = find(os.environ, shutil.which, starts, playwrights_own)
    named = os.environ.get("CHROMIUM")
    if named and found != shutil.which(named):
        print(f"CHROMIUM={named} tidak bisa dijalankan; mencari peramban lain.", file=sys.stderr)
    if found is not None:
        return found
    for get in ways(is_debian(os_release()), root_prefix(shutil.which), sys.platform):
        print("Mengambil Chromium untuk uji peramban (sekali saja) …", file=sys.stderr, flush=True)
        if all(quietly(command) for command in get):
            found = find(os.environ, shutil.which, starts, playwrights_own)
            if found is not None:
                return found
    return None


def find(environ, which, works, own) -> "str | None":
    """The first Chromium that works: the one named in CHROMIUM, one on PATH, Playwright's own ("")."""
    named = environ.get("CHROMIUM")
    candidates = [which(named) if named else None, *(which(name) for name in NAMES)]
    for path in candidates:
        if path and works(path):
            return path
    return "" if own() else None


def starts(path: str) -> bool:
    """Whether a browser answers; Ubuntu's chromium-browser may be a stub that only says what to install."""
    if os.name == "nt":
        # There "--version" opens a window and prints nothing.
        return True
    return quietly([path, "--version"], seconds=60, show=False)


def playwrights_own() -> bool:
    """Whether Playwright has downloaded its Chromium before."""
    try:
        asked = subprocess.run(
            [sys.executable, "-c", ASK_PLAYWRIGHT], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and Path(asked.stdout.strip()).is_file()


def ways(debian: bool, prefix: "list | None", platform: str) -> list:
    """The ways to get a Chromium, in order; each is a list of commands.

    prefix is what gives a command root's rights: [] for root, None when nothing does.
    """
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    if platform == "linux" and prefix == []:
        download.append("--with-deps")
    if not debian or prefix is None:
        return [[download]]
    return [[apt(prefix, "update"), apt(prefix, "install", "-y", "chromium")], [download]]


def apt(prefix: list, *words: str) -> list:
    """A command of Debian's package manager that asks nothing and waits for its turn."""
    return [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", *words]


def is_debian(text: str) -> bool:
    """Whether /etc/os-release is Debian's own; Ubuntu's chromium package is a stub for a snap."""
    lines = (line.partition("=") for line in text.splitlines())
    return any(key.strip() == "ID" and value.strip().strip("\"'") == "debian" for key, _, value in lines)


def os_release() -> str:
    """What the system says about itself; an empty text when it says nothing."""
    return OS_RELEASE.read_text(encoding="utf-8") if OS_RELEASE.is_file() else ""


def root_prefix(which) -> "list | None":
    """What gives a command root's rights: [] for root, None when nothing does."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if which("sudo") and quietly([*sudo, "true"], seconds=10, show=False) else None


def quietly(command: list, seconds: int = 1200, show: bool = True) -> bool:
    """Whether a command succeeds; what it printed is shown only when it fails."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        if show:
            print(error, file=sys.stderr)
        return False
    if done.returncode and show:
        print(done.stdout.decode("utf-8", "replace").strip(), file=sys.stderr)
    return done.returncode == 0
