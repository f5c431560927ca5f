"""The bootstrap of scripts/: when .venv is made, kept or made again, and which browser the tests get."""

import ast
import importlib.util
import sys
import threading
import time
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


def load(name):
    """A script as a module; scripts/ stays off sys.path, where its test.py would hide the standard library's."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


lingkungan = load("_lingkungan")
peramban = sys.modules["_peramban"] = load("_peramban")
alat = load("_alat")
BUILD, ZIM, TEST = lingkungan.BUILD_LOCK, lingkungan.ZIM_LOCK, lingkungan.TEST_LOCK


@pytest.fixture
def project(tmp_path):
    (tmp_path / BUILD).write_text("mkdocs==1.6.1\n")
    (tmp_path / TEST).write_text("mkdocs==1.6.1\npytest==9.2.0\n")
    return tmp_path


class Commands:
    """Stands for python -m venv and pip; remembers what was asked of it."""

    def __init__(self, root, pip=lambda: (0, "")):
        self.root, self.pip, self.asked = root, pip, []

    def __call__(self, command):
        if "venv" in command:
            self.asked.append("venv")
            python = lingkungan.venv_python(self.root)
            python.parent.mkdir(parents=True)
            python.touch()
            (self.root / ".venv" / "pyvenv.cfg").touch()
            return 0, ""
        self.asked.append(Path(command[-1]).name)
        return self.pip()


def prepare(root, lock, **kinds):
    commands = Commands(root, **kinds)
    lingkungan.prepare(root, lock, run=commands)
    return commands.asked


def test_a_finished_environment_is_not_made_again(project):
    assert prepare(project, BUILD) == ["venv", BUILD]
    assert prepare(project, BUILD) == []


def test_the_test_packages_are_added_to_a_finished_environment(project):
    prepare(project, BUILD)
    assert prepare(project, TEST) == [TEST]
    assert prepare(project, BUILD) == []


def test_a_test_environment_is_enough_to_build(project):
    prepare(project, TEST)
    assert lingkungan.is_ready(project, BUILD)


def test_a_build_environment_is_not_enough_to_test(project):
    prepare(project, BUILD)
    assert not lingkungan.is_ready(project, TEST)


def test_the_packages_of_the_zim_come_only_where_they_are_asked_for(project):
    assert [lingkungan.wanted_lock(said.split()) for said in ("", "semua", "--release", "print --tanggal 2026-11-23")] == [BUILD] * 4
    assert [lingkungan.wanted_lock(said.split()) for said in ("--zim", "--release --zim", "zim", "semua --zim")] == [ZIM] * 4
    (project / ZIM).write_text("mkdocs==1.6.1\nlibzim==3.6.0\n")
    prepare(project, BUILD)
    assert prepare(project, ZIM) == [ZIM] and prepare(project, ZIM) == prepare(project, BUILD) == []
    assert prepare(project, TEST) == [TEST] and prepare(project, ZIM) == []


def test_the_locks_hold_one_version_of_each_package_with_its_hashes():
    def pins(lock):
        text = (SCRIPTS.parent / lock).read_text(encoding="utf-8")
        found = dict(line.split("==", 1) for line in text.splitlines() if "==" in line and not line.startswith((" ", "#")))
        assert text.count("--hash=sha256:") >= len(found) > 20
        return {name: pin.split()[0] for name, pin in found.items()}

    build, with_zim, test = pins(BUILD), pins(ZIM), pins(TEST)
    assert with_zim.keys() - build.keys() == {"libzim"}
    assert {name: test[name] for name in with_zim} == with_zim and {name: with_zim[name] for name in build} == build


@pytest.mark.parametrize("lock", [BUILD, TEST])
def test_a_changed_lock_makes_the_environment_again(project, lock):
    prepare(project, lock)
    (project / lock).write_text("mkdocs==1.6.2\n")
    assert prepare(project, lock) == (["venv", lock] if lock == BUILD else [lock])


def test_an_environment_without_its_python_is_made_again(project):
    prepare(project, BUILD)
    lingkungan.venv_python(project).unlink()
    assert prepare(project, BUILD) == ["venv", BUILD]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kunci": {}}'])
def test_an_unreadable_stamp_means_unfinished(project, text):
    prepare(project, BUILD)
    lingkungan.stamp_file(project).write_text(text)
    assert not lingkungan.is_ready(project, BUILD)


@pytest.mark.parametrize("key", ["python", "sistem", "folder"])
def test_a_stamp_of_another_python_machine_or_folder_does_not_count(project, key):
    here = lingkungan.maker(project)
    stamp = {"pembuat": here | {key: "lain"}, "kunci": {BUILD: "abc"}}
    assert not lingkungan.covers(stamp, here, BUILD, "abc")
    assert lingkungan.covers(stamp | {"pembuat": here}, here, BUILD, "abc")


def test_an_interrupted_install_starts_over(project):
    def killed():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(project, BUILD, pip=killed)
    assert lingkungan.read_stamp(project) == {}
    assert prepare(project, BUILD) == ["venv", BUILD]


def test_a_failed_addition_leaves_no_stamp(project):
    prepare(project, BUILD)
    with pytest.raises(lingkungan.Failure):
        prepare(project, TEST, pip=lambda: (1, "ERROR"))
    assert not lingkungan.is_ready(project, BUILD)


def test_two_scripts_at_once_prepare_once(project):
    asked = []

    def slow():
        time.sleep(0.1)
        return 0, ""

    threads = [
        threading.Thread(target=lambda: asked.extend(prepare(project, BUILD, pip=slow))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["venv", BUILD]


def test_a_missing_lock_is_said_in_one_sentence(tmp_path):
    with pytest.raises(lingkungan.Failure, match="Berkas requirements.lock tidak ada"):
        prepare(tmp_path, BUILD)


def test_a_python_without_ensurepip_is_told_what_to_install(project, monkeypatch):
    monkeypatch.setattr(lingkungan.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(lingkungan.Failure, match="apt install python3-venv"):
        prepare(project, BUILD)


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "tidak sama dengan yang dikunci"),
        ("WARNING: Retrying after connection broken by NewConnectionError", "jaringan tidak tersambung"),
        ("ERROR: Could not find a version for x==8.3 (from versions: none)", "jaringan tidak tersambung"),
        ("SSLError: CERTIFICATE_VERIFY_FAILED, connection broken", "Sertifikat jaringan ditolak"),
        ("OSError: [Errno 28] No space left on device", "Ruang penyimpanan penuh"),
        ("error: something new", "pesan pip ada di atas"),
    ],
)
def test_a_failed_install_is_explained(output, says):
    assert says in lingkungan.explain_pip(output, BUILD)


def test_an_old_python_reads_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit) as stopped:
        load("_lingkungan")
    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "Perlu Python 3.11 atau yang lebih baru, sedangkan ini Python 3.9. "
        "Pasang Python baru, lalu ulangi perintah yang sama.\n"
    )


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_an_old_python_can_parse_every_script(script):
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("os_release", "debian"),
    [
        ('NAME="Debian GNU/Linux"\nID=debian\n', True),
        ('ID="debian"\n', True),
        ("ID=ubuntu\nID_LIKE=debian\n", False),
        ("VARIANT_ID=debian\nID=alpine\n", False),
        ("", False),
    ],
)
def test_debian_is_known_by_its_id(os_release, debian):
    assert peramban.is_debian(os_release) is debian


def commands(*args):
    return [[command[-2:] for command in way] for way in peramban.ways(*args)]


def test_root_on_debian_takes_the_package_first():
    assert commands(True, [], "linux") == [
        [["DPkg::Lock::Timeout=300", "update"], ["-y", "chromium"]],
        [["chromium", "--with-deps"]],
    ]


def test_sudo_is_asked_for_no_password():
    assert peramban.ways(True, ["sudo", "-n"], "linux")[0][0][:3] == ["sudo", "-n", "env"]


@pytest.mark.parametrize(
    ("debian", "prefix", "platform"), [(True, None, "linux"), (False, None, "darwin"), (False, None, "win32")]
)
def test_without_root_or_debian_playwright_downloads(debian, prefix, platform):
    assert commands(debian, prefix, platform) == [[["install", "chromium"]]]


@pytest.mark.parametrize(
    ("named", "on_path", "broken", "own", "found"),
    [
        ("/a/chrome", {"/a/chrome", "chromium"}, set(), True, "/a/chrome"),
        ("/a/chrome", {"/a/chrome", "chromium"}, {"/a/chrome"}, True, "chromium"),
        ("/gone", {"google-chrome"}, set(), True, "google-chrome"),
        ("", {"chromium-browser"}, {"chromium-browser"}, True, ""),
        ("", set(), set(), False, None),
    ],
)
def test_the_first_browser_that_works_is_taken(named, on_path, broken, own, found):
    which = {name: name for name in on_path}.get
    assert peramban.find({"CHROMIUM": named}, which, lambda path: path not in broken, lambda: own) == found


def test_only_missing_tools_are_installed_and_only_where_somebody_may():
    there = {"zimcheck", "nginx", "apache2", "caddy", "java", "npm", "firefox-esr", "WebKitWebDriver", "Xvfb"}
    assert alat.missing(lambda name, path: name if name in there else None) == ["kiwix-tools", "minisign"]
    update, install, alone = alat.ways(["minisign"], True, True, ["sudo", "-n"])
    assert (update[-1], install[-3:]) == ("update", ["install", "-y", "minisign"]) and install[:3] == ["sudo", "-n", "env"]
    assert alone[-3:] == ["install", "-y", "chromium-headless-shell"], "a Debian that has none of it still gets the others"
    assert [command[-1] for command in alat.ways([], True, True, [])] == ["update", "chromium-headless-shell"]
    assert [alat.ways([], False, True, []), alat.ways(["minisign"], True, False, []), alat.ways(["minisign"], True, True, None)] == [[], [], []]
    assert [alat.headless_is_missing({name: name for name in there}.get) for there in ({"chromium"}, {"chromium", "chromium-headless-shell"}, set())] == [True, False, False]


def test_the_html_checker_is_fetched_once_by_its_lock_and_not_at_all_without_npm_or_java(tmp_path):
    (tmp_path / "tests" / "alat").mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (tmp_path / "tests" / "alat" / name).write_text("{}", encoding="utf-8")
    asked = []

    def run(command, works=True):
        asked.append(command[1])
        return works

    there = {"npm": "/usr/bin/npm", "java": "/usr/bin/java"}
    assert [alat.ensure_checker(tmp_path, {"npm": "/usr/bin/npm"}.get, run), alat.ensure_checker(tmp_path, {"java": "/usr/bin/java"}.get, run), asked] == [False, False, []]
    assert not alat.ensure_checker(tmp_path, there.get, lambda command: run(command, works=False))
    assert alat.ensure_checker(tmp_path, there.get, run) and alat.ensure_checker(tmp_path, there.get, run)
    assert asked == ["ci", "ci"], "tidak diambil lagi sesudah berhasil"
    (tmp_path / "tests" / "alat" / "package-lock.json").write_text('{"a": 1}', encoding="utf-8")
    assert alat.ensure_checker(tmp_path, there.get, run) and asked == ["ci", "ci", "ci"]
