"""One comment with the change card on a pull request, kept up to date. The pull request is read as data; nothing of it runs."""

from __future__ import annotations

import json
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .command import card_of
from .report import as_markdown
from .trees import merge_base

MARK = "<!-- kartu-perubahan -->"
AUTHOR = "github-actions[bot]"
"""Who writes with GITHUB_TOKEN: a comment of anybody else that carries the mark is not ours."""
LONGEST = 60_000
"""Letters; GitHub takes 65 536."""
SECONDS = 30


class CannotComment(Exception):
    """Settings are missing or the server refused; the message is a sentence for whoever runs the site."""


@dataclass(frozen=True)
class Conversation:
    """The comments of one pull request, through GitHub's REST interface."""

    api: str
    repository: str
    number: int
    token: str

    def ours(self) -> dict[str, Any] | None:
        """Our comment, or ``None`` while there is none."""
        return next((one for one in self._all() if MARK in (one.get("body") or "") and one.get("user", {}).get("login") == AUTHOR), None)

    def say(self, body: str, found: dict[str, Any] | None) -> str:
        """Write ``body``: a new comment, or into ours; answers what was done."""
        if found is None:
            self._ask("POST", f"/issues/{self.number}/comments", {"body": body})
            return "ditulis"
        if found["body"].replace("\r\n", "\n").strip() == body.strip():
            return "sudah sama"
        self._ask("PATCH", f"/issues/comments/{int(found['id'])}", {"body": body})
        return "diperbarui"

    def _all(self) -> Iterator[dict[str, Any]]:
        for page in range(1, 100):
            rows = self._ask("GET", f"/issues/{self.number}/comments?per_page=100&page={page}")
            yield from rows
            if len(rows) < 100:
                return

    def _ask(self, method: str, path: str, data: Mapping[str, str] | None = None) -> Any:
        request = urllib.request.Request(f"{self.api}/repos/{self.repository}{path}", method=method, data=None if data is None else json.dumps(data).encode(), headers={
            "Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json", "Content-Type": "application/json", "X-GitHub-Api-Version": "2022-11-28"})
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise CannotComment(f"GitHub menolak {method} {path.split('?')[0]}: {error.code}.") from None
        except (urllib.error.URLError, TimeoutError, ValueError):
            raise CannotComment("GitHub tidak terjangkau.") from None


def body_of(card: str) -> str:
    """The comment's text; a card that is too long ends at a whole line and says so."""
    if len(card) > LONGEST:
        card = card[:LONGEST].rsplit("\n", 1)[0] + "\n\nKartu ini terlalu panjang dan dipotong. Kartu utuh: python3 scripts/card.py BASE HEAD\n"
    return f"{MARK}\n{card}"


def comment(root: Path, environment: Mapping[str, str]) -> str:
    """Fetch the pull request, make its card and write it; answers what was done. Raises ``CannotComment``."""
    try:
        event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        pull = event["pull_request"]
        talk = Conversation(environment.get("GITHUB_API_URL", "https://api.github.com"), environment["GITHUB_REPOSITORY"], int(pull["number"]), environment["GITHUB_TOKEN"])
        base, head = str(pull["base"]["sha"]), str(pull["head"]["sha"])
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise CannotComment(f"Perintah ini dijalankan GitHub pada pull request; yang kurang: {error}.") from None
    if not all(re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit) for commit in (base, head)):
        raise CannotComment("Nomor commit di peristiwa ini tidak terbaca.")
    fetched = subprocess.run(["git", "-C", str(root), "fetch", "--quiet", "--no-tags", "origin", f"refs/pull/{talk.number}/head"], stdin=subprocess.DEVNULL, check=False)
    if fetched.returncode:
        raise CannotComment("Isi pull request tidak bisa diambil.")
    card = card_of(merge_base(root, base, head), head, root)
    found = talk.ours()
    if card.empty and not card.problems and found is None:
        return "tidak perlu: tidak ada fakta yang berubah"
    return talk.say(body_of(as_markdown(card)), found)
