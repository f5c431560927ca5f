"""GitHub's REST interface, as much as our workflows need: JSON in, JSON out, refusals in Indonesian."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ROBOT = "github-actions[bot]"
"""Who writes with GITHUB_TOKEN: what anybody else wrote is not ours, whatever marks it carries."""
LONGEST = 60_000
"""Letters of one comment or issue; GitHub takes 65 536."""
SECONDS = 30


class Refused(Exception):
    """Settings are missing or the server refused; the message is a sentence for whoever runs the site."""


@dataclass(frozen=True)
class GitHub:
    """One repository (``owner/name``) behind one token."""

    api: str
    repository: str
    token: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> GitHub:
        """The repository of the workflow that runs us. Raises ``Refused`` outside one."""
        try:
            return cls(environment.get("GITHUB_API_URL", "https://api.github.com"), environment["GITHUB_REPOSITORY"], environment["GITHUB_TOKEN"])
        except KeyError as missing:
            raise Refused(f"Perintah ini dijalankan GitHub; yang kurang: {missing}.") from None

    def ask(self, method: str, path: str, data: Mapping[str, Any] | None = None) -> Any:
        """The answer to one request below ``/repos/owner/name``. Raises ``Refused``."""
        request = urllib.request.Request(f"{self.api}/repos/{self.repository}{path}", method=method, data=None if data is None else json.dumps(data).encode(), headers={
            "Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json", "Content-Type": "application/json", "X-GitHub-Api-Version": "2022-11-28"})
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise Refused(f"GitHub menolak {method} {path.split('?')[0]}: {error.code}.") from None
        except (urllib.error.URLError, TimeoutError, ValueError):
            raise Refused("GitHub tidak terjangkau.") from None

    def rows(self, path: str) -> Iterator[dict[str, Any]]:
        """Every row of a list, page after page."""
        joint = "&" if "?" in path else "?"
        for page in range(1, 100):
            found = self.ask("GET", f"{path}{joint}per_page=100&page={page}")
            yield from found
            if len(found) < 100:
                return


def is_same(old: str, new: str) -> bool:
    """True when a text on GitHub already reads like ``new``: its editor changes line ends."""
    return (old or "").replace("\r\n", "\n").strip() == new.strip()
