"""The Nu Html Checker of the W3C, as scripts/_alat.py fetches it by the lock file in tests/alat/."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from building import HOME

CHECKER = HOME / "build" / "alat" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
needs_checker = pytest.mark.skipif(not (shutil.which("java") and CHECKER.is_file()), reason="pemeriksa HTML perlu Java dan npm; scripts/test.py mengambilnya")


UNKNOWN_TO_IT = "CSS: “clip-path”: “path("
"""``clip-path: path()`` is CSS that browsers have (https://drafts.csswg.org/css-masking/#the-clip-path) and the checker has not."""


def faults(folder: Path) -> list[str]:
    """``page:line:column: sentence`` of every error below a folder. Warnings are left out: read from files, each asset seems to break the policy."""
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--errors-only", "--skip-non-html", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=900)
    said = json.loads(done.stderr)["messages"]
    assert all(one["type"] in ("error", "info") for one in said), said
    return sorted(f"{_page(one['url'], folder)}:{one['lastLine']}:{one.get('lastColumn', 0)}: {one['message']}" for one in said if one["type"] == "error" and not one["message"].startswith(UNKNOWN_TO_IT))


def _page(url: str, folder: Path) -> str:
    return Path(unquote(urlsplit(url).path)).resolve().relative_to(folder.resolve()).as_posix()
