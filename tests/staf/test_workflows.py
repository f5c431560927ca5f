"""Every workflow is small, may do little, and runs only commands that exist."""

from __future__ import annotations

import functools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from building import TODAY

HOME = Path(__file__).resolve().parents[2]
FILES = sorted((HOME / ".github" / "workflows").glob("*.y*ml"))
OURS = ("periksa", "pratinjau", "kartu", "terbit", "mingguan")
MAY_WRITE = {"kartu": {"pull-requests"}, "terbit": {"pages", "id-token"}, "mingguan": {"issues"}}


def read(path):
    # BaseLoader: YAML 1.1 would read the key “on” as true.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(flow):
    return [step for job in flow["jobs"].values() for step in job["steps"]]


@functools.cache
def help_of(script):
    # The virtual environment of the checkout is not made here: the command's own parser answers.
    modules = {"check": ["site_src.cli", "check"], "build": ["site_src.cli", "build"]}
    stem = Path(script).stem
    command = [sys.executable, "-m", *modules[stem]] if stem in modules else [sys.executable, script]
    done = subprocess.run([*command, "--help"], cwd=HOME, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_these_workflows_are_there():
    assert set(OURS) == {path.stem for path in FILES}


@pytest.mark.parametrize(("schema", "pattern"), [("github-workflows", "workflows/*.yml"), ("github-issue-forms", "ISSUE_TEMPLATE/n*.yml"), ("github-issue-forms", "ISSUE_TEMPLATE/h*.yml"), ("github-issue-config", "ISSUE_TEMPLATE/config.yml")])
def test_github_would_read_every_file(schema, pattern):
    files = sorted(map(str, (HOME / ".github").glob(pattern)))
    assert files
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_mistyped_key_would_be_seen(tmp_path):
    wrong = tmp_path / "salah.yml"
    wrong.write_text((HOME / ".github/workflows/periksa.yml").read_text(encoding="utf-8").replace("timeout-minutes", "timeout-minute", 1), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(wrong)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and "timeout-minute" in done.stdout


@pytest.mark.parametrize("name", OURS)
def test_a_workflow_names_what_it_may_do_and_when_it_ends(name):
    flow = read(HOME / ".github/workflows" / f"{name}.yml")
    assert {"name", "on", "permissions", "concurrency", "jobs"} <= flow.keys()
    granted = [flow["permissions"] or {}, *(job.get("permissions", {}) for job in flow["jobs"].values())]
    assert {scope for rights in granted if rights != "{}" for scope, right in dict(rights).items() if right == "write"} == MAY_WRITE.get(name, set())
    assert all(int(job["timeout-minutes"]) <= 60 and job["runs-on"] == "ubuntu-24.04" for job in flow["jobs"].values())
    assert "write-all" not in granted


@pytest.mark.parametrize("name", OURS)
def test_each_step_uses_a_pinned_action_or_runs_one_script_of_ours(name):
    for step in steps(read(HOME / ".github/workflows" / f"{name}.yml")):
        assert ("uses" in step) != ("run" in step)
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", step["uses"]), step["uses"]
        else:
            words = shlex.split(step["run"])
            assert "\n" not in step["run"].strip() and not re.search(r"[|&;<>$`{}]", step["run"])
            assert words[0] == "python3" and (HOME / words[1]).is_file() and words[1].startswith("scripts/")


@pytest.mark.parametrize("command", sorted({step["run"] for path in FILES if path.stem in OURS for step in steps(read(path)) if "run" in step}))
def test_the_help_of_each_command_knows_its_options(command):
    _, script, *options = shlex.split(command)
    said = help_of(script)
    assert script in said or Path(script).stem in said
    assert [option for option in options if option.startswith("-") and option not in said] == []
    for option, value in zip(options, options[1:]):
        if option.startswith("-") and not value.startswith("-"):
            assert value in said, f"{option} {value}"


@pytest.mark.parametrize("command", ["scripts/check.py --format github --since", "scripts/build.py --format github", "scripts/build.py --release --format github"])
def test_each_command_that_reads_content_runs_as_the_workflow_writes_it(project, command):
    assert any(step["run"] == f"python3 {command}" for path in FILES for step in steps(read(path)) if "run" in step)
    for line in ("init -q -b main", "add -A", "-c user.name=a -c user.email=a@contoh.id commit -q -m awal", "update-ref refs/remotes/origin/main HEAD"):
        subprocess.run(["git", *line.split()], cwd=project.root, check=True)
    script, *options = command.split()
    done = subprocess.run([sys.executable, "-m", "site_src.cli", Path(script).stem, *options, "--root", str(project.root), "--tanggal", str(TODAY)], cwd=HOME,
                          env={**os.environ, "GITHUB_BASE_REF": "main"}, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    # A log of GitHub may be read by everybody.
    assert "117" not in done.stdout


def test_the_card_never_checks_out_what_a_stranger_proposes():
    flow = read(HOME / ".github/workflows/kartu.yml")
    assert set(flow["on"]) == {"pull_request_target"}
    assert [step["with"] for step in steps(flow) if step.get("uses", "").startswith("actions/checkout")] == [{"fetch-depth": "0"}]
    text = (HOME / ".github/workflows/kartu.yml").read_text(encoding="utf-8")
    assert re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text) == ["github.event.pull_request.number", "github.token"]


def test_only_a_passed_release_of_main_is_published():
    flow = read(HOME / ".github/workflows/terbit.yml")
    assert flow["on"]["push"] == {"branches": ["main"]}
    assert flow["jobs"]["bangun"]["if"] == "github.ref == 'refs/heads/main'"
    runs = [step["run"] for step in steps(flow) if "run" in step]
    assert runs == ["python3 scripts/build.py --release --format github"]
    assert flow["jobs"]["terbitkan"]["needs"] == "bangun"
