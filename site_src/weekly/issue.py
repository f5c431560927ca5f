"""The issue itself: opened once, then kept up to date; closed by hand, it is opened anew the week after."""

from __future__ import annotations

from ..github import ROBOT, GitHub, is_same
from .body import LABEL, MARK, TITLE


def keep_issue(hub: GitHub, body: str) -> str:
    """Write ``body`` into the open issue of the week, or open one; answers what was done. Raises ``Refused``."""
    rows = hub.rows(f"/issues?state=open&labels={LABEL}")
    found = next((one for one in rows if MARK in (one.get("body") or "") and one.get("user", {}).get("login") == ROBOT and "pull_request" not in one), None)
    if found is None:
        made = hub.ask("POST", "/issues", {"title": TITLE, "body": body, "labels": [LABEL]})
        return f"issue {made['number']} dibuka"
    if is_same(found["body"], body):
        return f"issue {found['number']} sudah sama"
    hub.ask("PATCH", f"/issues/{int(found['number'])}", {"title": TITLE, "body": body})
    return f"issue {found['number']} diperbarui"
