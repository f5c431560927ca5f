"""One comment with the change card on a pull request, kept up to date. The pull request is read as data; nothing of it runs."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..github import LONGEST, ROBOT, GitHub, Refused, is_same
from .command import card_of
from .report import as_markdown
from .trees import merge_base

MARK = "<!-- kartu-perubahan -->"


@dataclass(frozen=True)
class Conversation:
    """The comments of one pull request."""

    hub: GitHub
    number: int

    def ours(self) -> dict[str, Any] | None:
        """Our comment, or ``None`` while there is none."""
        rows = self.hub.rows(f"/issues/{self.number}/comments")
        return next((one for one in rows if MARK in (one.get("body") or "") and one.get("user", {}).get("login") == ROBOT), None)

    def say(self, body: str, found: dict[str, Any] | None) -> str:
        """Write ``body``: a new comment, or into ours; answers what was done."""
        if found is None:
            self.hub.ask("POST", f"/issues/{self.number}/comments", {"body": body})
            return "ditulis"
        if is_same(found["body"], body):
            return "sudah sama"
        self.hub.ask("PATCH", f"/issues/comments/{int(found['id'])}", {"body": body})
        return "diperbarui"


def body_of(card: str) -> str:
    """The comment's text; a card that is too long ends at a whole line and says so."""
    if len(card) > LONGEST:
        card = card[:LONGEST].rsplit("\n", 1)[0] + "\n\nKartu ini terlalu panjang dan dipotong. Kartu utuh: python3 scripts/card.py BASE HEAD\n"
    return f"{MARK}\n{card}"


def comment(root: Path, environment: Mapping[str, str]) -> str:
    """Fetch the pull request, make its card and write it; answers what was done. Raises ``Refused``."""
    try:
        event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        pull = event["pull_request"]
        talk = Conversation(GitHub.of(environment), int(pull["number"]))
        base, head = str(pull["base"]["sha"]), str(pull["head"]["sha"])
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise Refused(f"Perintah ini dijalankan GitHub pada pull request; yang kurang: {error}.") from None
    if not all(re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit) for commit in (base, head)):
        raise Refused("Nomor commit di peristiwa ini tidak terbaca.")
    fetched = subprocess.run(["git", "-C", str(root), "fetch", "--quiet", "--no-tags", "origin", f"refs/pull/{talk.number}/head"], stdin=subprocess.DEVNULL, check=False)
    if fetched.returncode:
        raise Refused("Isi pull request tidak bisa diambil.")
    card = card_of(merge_base(root, base, head), head, root)
    found = talk.ours()
    if card.empty and not card.problems and found is None:
        return "tidak perlu: tidak ada fakta yang berubah"
    return talk.say(body_of(as_markdown(card) + pictures(environment, talk.number)), found)


def pictures(environment: Mapping[str, str], number: int) -> str:
    """Where the pictures of the changed pages are: the other workflow's artefact, which only the page of checks links to."""
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    return (f"\n### Gambar halaman\n\nHalaman yang berubah di layar 360 px, sebelum dan sesudah: buka [Checks]({server}/{environment['GITHUB_REPOSITORY']}/pull/{number}/checks), "
            "pilih **Pratinjau**, unduh **pratinjau**, lalu klik ganda `perubahan.html`.\n")
