"""Runs the calling script inside .venv, which is made once from a lock file with hashes."""

import sys

# Everything below must at least parse on an old Python, or its user sees a SyntaxError instead of this.
if sys.version_info < (3, 11):
    sys.stderr.write(
        "Perlu Python 3.11 atau yang lebih baru, sedangkan ini Python {}.{}. "
        "Pasang Python baru, lalu ulangi perintah yang sama.\n".format(*sys.version_info[:2])
    )
    raise SystemExit(2)

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD_LOCK = "requirements.lock"
# What makes the ZIM is under the GPL-3.0: nobody gets it who has not asked for it.
ZIM_LOCK = "requirements-zim.lock"
TEST_LOCK = "requirements-test.lock"
# The other locks are made with the build lock as their constraint, so they hold the same versions and more; a test reads them.
INSTALLS = {BUILD_LOCK: (BUILD_LOCK,), ZIM_LOCK: (BUILD_LOCK, ZIM_LOCK), TEST_LOCK: (BUILD_LOCK, ZIM_LOCK, TEST_LOCK)}
ENTERED = "SITUS_DI_DALAM_VENV"


class Failure(Exception):
    """A sentence for the user, and what the failed command printed."""

    def __init__(self, sentence: str, output: str = ""):
        super().__init__(sentence)
        self.sentence = sentence
        self.output = output


def enter(lock: str) -> None:
    """Returns only inside an up-to-date .venv, with the project root importable; exits 2 when it cannot."""
    came_back = os.environ.pop(ENTERED, None)
    inside = os.path.realpath(sys.prefix) == os.path.realpath(ROOT / ".venv")
    if came_back and not inside:
        _stop(Failure("Folder .venv rusak. Hapus folder itu, lalu ulangi."))
    if inside and (came_back or is_ready(ROOT, lock)):
        # The scripts' own folder leaves the path, or "import build" would find scripts/build.py.
        sys.path[:] = [str(ROOT), *(p for p in sys.path if p != str(ROOT / "scripts"))]
        return
    if inside:
        # An activated .venv that is out of date cannot be remade by its own Python.
        _become(sys._base_executable)
    try:
        if not is_ready(ROOT, lock):
            prepare(ROOT, lock)
    except Failure as failure:
        _stop(failure)
    except OSError as error:
        _stop(Failure(f"Folder .venv tidak bisa ditulis: {error}. Tutup program lain yang memakainya, lalu ulangi."))
    except KeyboardInterrupt:
        _stop(Failure("Dihentikan. Ulangi perintah yang sama kapan saja; penyiapan dimulai lagi dari awal."))
    os.environ[ENTERED] = "1"
    _become(venv_python(ROOT))


def wanted_lock(arguments: "list[str]") -> str:
    """The packages that a command line asks for: those of the ZIM only where it says so."""
    return ZIM_LOCK if "--zim" in arguments or arguments[:1] == ["zim"] else BUILD_LOCK


def is_ready(root: Path, lock: str) -> bool:
    """Whether root/.venv was finished by this Python, in this folder, from exactly this lock file."""
    whole = venv_python(root).exists() and (root / ".venv" / "pyvenv.cfg").exists()
    return whole and covers(read_stamp(root), maker(root), lock, fingerprint(root / lock))


def covers(stamp: dict, made_by: dict, lock: str, digest: str) -> bool:
    """Whether a stamp says that the same maker installed this lock at this digest."""
    return stamp.get("pembuat") == made_by and stamp.get("kunci", {}).get(lock) == digest


def maker(root: Path) -> dict:
    """What a .venv depends on besides its packages; its scripts hold the folder's absolute path."""
    return {
        "python": "{} {}.{}".format(sys.implementation.name, *sys.version_info[:2]),
        "sistem": sysconfig.get_platform(),
        "folder": str(root),
    }


def fingerprint(file: Path) -> str:
    """The SHA-256 of a file, or an empty text when there is no such file."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def read_stamp(root: Path) -> dict:
    """What .venv says about itself; an empty dict when it says nothing that can be read."""
    try:
        stamp = json.loads(stamp_file(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(root: Path, lock: str) -> None:
    """Declares .venv finished; the file appears whole or not at all."""
    stamp = {"pembuat": maker(root), "kunci": {name: fingerprint(root / name) for name in INSTALLS[lock]}}
    half = stamp_file(root).with_suffix(".tmp")
    half.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    os.replace(half, stamp_file(root))


def stamp_file(root: Path) -> Path:
    return root / ".venv" / "situs.json"


def venv_python(root: Path) -> Path:
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(root: Path, lock: str, run=None) -> None:
    """Makes .venv and installs the lock; raises Failure. A .venv that only lacks the test packages is added to."""
    if not (root / lock).exists():
        raise Failure(f"Berkas {lock} tidak ada. Ambil lagi salinan proyek yang lengkap.")
    with _only_one(root / ".venv.lock") as gate:
        if is_ready(root, lock):
            return
        run = run or (lambda command: _run(command, gate))
        keep = is_ready(root, BUILD_LOCK)
        # Without its stamp a .venv counts as unfinished, whenever this is interrupted.
        stamp_file(root).unlink(missing_ok=True)
        if not keep:
            _say("Menyiapkan lingkungan (sekali saja) …")
            _make_venv(root, run)
        _say(f"Memasang paket dari {lock} …")
        _install(root, lock, run)
        write_stamp(root, lock)
        _say("Lingkungan siap.")


def _make_venv(root: Path, run) -> None:
    no_pip = Failure("Python ini belum bisa membuat .venv. Di Debian/Ubuntu: apt install python3-venv, lalu ulangi.")
    if importlib.util.find_spec("ensurepip") is None:
        raise no_pip
    if (root / ".venv").exists():
        shutil.rmtree(root / ".venv")
    code, output = run([sys.executable, "-I", "-m", "venv", str(root / ".venv")])
    if code and "ensurepip is not available" in output:
        raise no_pip
    if code:
        raise Failure("Folder .venv tidak bisa dibuat; pesan Python ada di atas.", output)


def _install(root: Path, lock: str, run) -> None:
    pip = [str(venv_python(root)), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    code, output = run([*pip, "install", "--no-user", "--require-hashes", "-r", str(root / lock)])
    if code:
        raise Failure(explain_pip(output, lock), output)


def explain_pip(output: str, lock: str) -> str:
    """One sentence for the commonest reasons that pip stops."""
    text = output.lower()
    if "do not match the hashes" in text or "require-hashes mode" in text:
        return f"Paket yang diunduh tidak sama dengan yang dikunci di {lock}. Ulangi; bila tetap, beri tahu pengelola."
    if "certificate" in text:
        return "Sertifikat jaringan ditolak. Periksa jam komputer dan jaringan kantor, lalu ulangi."
    # A pinned package of which pip saw no version at all means that it reached no index.
    if any(sign in text for sign in ("connection", "timed out", "unreachable", "proxyerror", "from versions: none")):
        return "Paket tidak bisa diunduh karena jaringan tidak tersambung. Sambungkan internet, lalu ulangi."
    if "no space left" in text:
        return "Ruang penyimpanan penuh. Kosongkan sekitar 500 MB, lalu ulangi."
    return "Paket tidak bisa dipasang; pesan pip ada di atas."


@contextlib.contextmanager
def _only_one(path: Path):
    """Holds the lock file; the system gives it back when the process ends in any way."""
    with open(path, "a+b") as gate:
        if not _try_lock(gate):
            _say("Menunggu penyiapan lain yang sedang berjalan …")
            while not _try_lock(gate):
                time.sleep(0.2)
        yield gate


def _try_lock(gate) -> bool:
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


def _run(command: list, gate) -> tuple:
    """The exit code of a command and all it printed."""
    # The command inherits the lock: a pip that outlives a killed script still keeps the next script waiting.
    inherit = {} if os.name == "nt" else {"pass_fds": (gate.fileno(),)}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **inherit
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _become(python) -> None:
    """Starts this script again in another Python, with the same arguments, and never returns."""
    # macOS hands this on to say which Python was started; it would be a lie about the next one.
    os.environ.pop("__PYVENV_LAUNCHER__", None)
    command = [str(python), *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(python, command)
    # Windows has no exec that keeps the console and the exit code.
    child = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            raise SystemExit(child.wait())


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _stop(failure: Failure) -> None:
    if failure.output.strip():
        _say(failure.output.strip())
    _say(failure.sentence)
    raise SystemExit(2)
