"""Each line that a workflow runs does so here as it is written there: against a GitHub of ours, with no other host in reach."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

from building import HOME, TODAY, environment
from test_card_comment import hub, pull  # noqa: F401
from test_workflows import FILES, read, steps

RUN = """
import runpy, socket, sys, time, types
from pathlib import Path
ROOT, script = Path(sys.argv[1]), sys.argv[2]
sys.modules["_lingkungan"] = types.SimpleNamespace(enter=lambda lock: None, ROOT=ROOT, BUILD_LOCK="", TEST_LOCK="")
sys.modules["_alat"] = types.SimpleNamespace(ensure=lambda: None, HEADLESS="chromium-headless-shell")
found = socket.getaddrinfo
def near(host, *more, **named):
    if host not in ("127.0.0.1", "localhost"):
        raise socket.gaierror(socket.EAI_NONAME, "no such host")
    return found(host, *more, **named)
socket.getaddrinfo, time.sleep = near, lambda seconds: None
sys.path[:0] = [str(ROOT), str(Path(script).parent)]
sys.argv = sys.argv[2:]
runpy.run_path(script, run_name="__main__")
"""
"""A script of ours with this Python instead of the checkout's .venv, on a project elsewhere, and without the world's names."""
ELSEWHERE = {"python3 scripts/check.py --format github --since": "test_workflows.py", "python3 scripts/build.py --format github": "test_workflows.py",
             "python3 scripts/build.py --release --format github": "test_workflows.py", "python3 scripts/pratinjau.py": "test_proposal.py", "python3 scripts/pratinjau_kirim.py": "test_proposal.py"}
"""Lines that other tests run."""


def run(command, root, **variables):
    _, script, *options = shlex.split(command)
    return subprocess.run([sys.executable, "-c", RUN, str(root), str(HOME / script), *options], cwd=HOME, env=environment(variables), capture_output=True, text=True, encoding="utf-8")


def test_the_week_s_work_is_written_with_the_links_that_were_asked(project, hub):  # noqa: F811
    done = run("python3 scripts/mingguan.py --tautan --kirim", project.root, GITHUB_API_URL=f"http://127.0.0.1:{hub.server_port}", GITHUB_REPOSITORY="kota/situs", GITHUB_TOKEN="rahasia")
    assert (done.returncode, done.stdout) == (0, "Tugas minggu ini: issue 1 dibuka.\n"), done.stderr
    assert "## Telepon" in hub.comments[0]["body"] and "polisi.contoh.go.id" in hub.comments[0]["body"]
    assert {token for _, _, token in hub.seen} == {"Bearer rahasia"}
    hub.refuse = 403
    done = run("python3 scripts/mingguan.py --tautan --kirim", project.root, GITHUB_API_URL=f"http://127.0.0.1:{hub.server_port}", GITHUB_REPOSITORY="kota/situs", GITHUB_TOKEN="rahasia")
    assert done.returncode == 2 and "403" in done.stderr


def test_the_card_is_written_to_the_pull_request(pull, hub, tmp_path):  # noqa: F811
    pull.change("pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    event = tmp_path / "peristiwa.json"
    event.write_text(json.dumps({"pull_request": {"number": 7, "base": {"sha": pull.base}, "head": {"sha": pull.sha()}}}))
    done = run("python3 scripts/kartu_komentar.py", pull.root, GITHUB_EVENT_PATH=str(event), GITHUB_API_URL=f"http://127.0.0.1:{hub.server_port}", GITHUB_REPOSITORY="kota/situs", GITHUB_TOKEN="rahasia")
    assert (done.returncode, done.stdout) == (0, "Komentar kartu perubahan: ditulis.\n"), done.stderr
    assert "Badan Contoh" in hub.comments[0]["body"]


def test_the_tests_run():
    done = run("python3 scripts/test.py", HOME, PYTEST_ADDOPTS="--maxprocesses=1 tests/test_shortcode.py")
    assert done.returncode == 0 and " passed" in done.stdout, done.stdout + done.stderr


def test_no_line_of_a_workflow_is_run_nowhere():
    written = {step["run"] for path in FILES for step in steps(read(path)) if "run" in step}
    tests = {name: (Path(__file__).parent / name).read_text(encoding="utf-8") for name in {Path(__file__).name, *ELSEWHERE.values()}}
    here = {command for command in written - ELSEWHERE.keys() if f'run("{command}"' in tests[Path(__file__).name]}
    assert written == here | ELSEWHERE.keys()
    assert [command for command, name in ELSEWHERE.items() if Path(command.split()[1]).name not in tests[name]] == []
