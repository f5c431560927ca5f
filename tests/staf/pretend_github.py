"""GitHub for tests: a real git repository behind as much of its REST and GraphQL interface as the editor asks for.

What it does not know it refuses and keeps in ``unknown``, so that a new version of the editor that asks otherwise is seen.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

API = "https://api.github.com"
LOGIN = "petugas"
DAY = "2026-11-23T05:00:00Z"
CUT = 512 * 1024
"""Bytes of a blob that GraphQL sends."""


class Refused(Exception):
    """An answer that is not 2xx: code and message."""

    def __init__(self, code: int, message: str):
        self.code, self.message = code, message


@dataclass
class PretendGitHub:
    """``owner/name`` with branches in a bare repository, and its pull requests. One ``token`` may write."""

    folder: Path
    name: str
    token: str
    protected: bool = False
    """True: nobody merges what no second person approved."""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Path, folder: Path, name: str, token: str, files: list[str]) -> PretendGitHub:
        """A repository whose ``main`` holds these files and folders of ``source``."""
        there = cls(folder, name, token)
        there.git("init", "-q", "--bare", "-b", "main")
        there.git("--work-tree", str(source), "add", "--", *files)
        there.git("update-ref", "refs/heads/main", there.git("commit-tree", there.git("write-tree"), "-m", "Isi pertama"))
        return there

    def git(self, *command: str, given: bytes = b"", index: Path | None = None) -> str:
        """What git says, without the last line end; ``CalledProcessError`` when it fails."""
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (("NAME", LOGIN), ("EMAIL", "petugas@contoh.id"), ("DATE", DAY))}
        own = {"GIT_INDEX_FILE": str(index)} if index else {}
        return subprocess.run(["git", "--git-dir", str(self.folder), *command], input=given, capture_output=True, check=True, env={**os.environ, **who, **own}).stdout.decode().removesuffix("\n")

    def clear(self) -> None:
        """As on the first day: no pull request, and no branch but main."""
        for branch in self.branches():
            if branch != "main":
                self.git("update-ref", "-d", f"refs/heads/{branch}")
        self.git("update-ref", "refs/heads/main", self.git("rev-list", "--max-parents=0", "main"))
        self.pulls.clear()
        self.protected = False

    def changed(self, branch: str) -> list[str]:
        """Lines that differ from main, with their ``+`` or ``-``."""
        return [line for line in self.git("diff", "-U0", f"main...{branch}").split("\n") if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    def checkout(self, branch: str, folder: Path) -> None:
        """What a workflow finds in ``folder``: this branch, and ``origin/main`` beside it."""
        subprocess.run(["git", "clone", "-q", "--branch", branch, str(self.folder), str(folder)], check=True, capture_output=True)

    def text(self, place: str) -> str:
        """The content of ``branch:path``."""
        return self.git("cat-file", "blob", place) + "\n"

    def branches(self) -> list[str]:
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split("\n")

    def handle(self, route: Any) -> None:
        """Answers for Playwright's ``route("https://api.github.com/**", …)``: the editor's own addresses, no network."""
        request = route.request
        where = urlsplit(request.url)
        allowed = {"Access-Control-Allow-Origin": "*"}
        if request.method == "OPTIONS":
            return route.fulfill(status=204, headers={**allowed, "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"})
        self.asked.append(f"{request.method} {where.path}")
        try:
            if request.headers.get("authorization") != f"token {self.token}":
                raise Refused(401, "Bad credentials")
            body = json.loads(request.post_data) if request.post_data else {}
            code, answer = self.graphql(body) if where.path == "/graphql" else self.rest(request.method, unquote(where.path), body)
        except Refused as refused:
            code, answer = refused.code, {"message": refused.message}
        return route.fulfill(status=code, headers=allowed, content_type="application/json", body=json.dumps(answer) if code != 204 else "")

    def rest(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        if path == "/user":
            return 200, {"id": 7, "login": LOGIN, "name": "Petugas", "email": "petugas@contoh.id", "avatar_url": "", "html_url": f"https://github.com/{LOGIN}"}
        path = path.removeprefix(f"/repos/{self.name}")
        match (method, *path.strip("/").split("/")):
            case ("GET", "collaborators", _):
                return 204, None
            case ("GET", "git", "trees", commit):
                rows = (line.split(maxsplit=4) for line in self.git("ls-tree", "-r", "-l", commit).split("\n"))
                return 200, {"tree": [{"type": kind, "sha": sha, "size": int(size), "path": name} for _, kind, sha, size, name in rows], "truncated": False}
            case ("POST", "pulls"):
                return 201, self.opened(body)
            case ("POST", "issues", number, "labels"):
                self.pull(number)["labels"] += body["labels"]
                return 200, self.labels(number)
            case ("GET", "issues", number):
                return 200, {"labels": self.labels(number)}
            case ("PATCH", "issues", number):
                self.pull(number)["labels"] = body["labels"]
                return 200, {"labels": self.labels(number)}
            case ("PUT", "pulls", number, "merge"):
                return 200, self.merged(self.pull(number), body)
            case ("PATCH", "pulls", number):
                self.pull(number)["state"] = body["state"]
                return 200, {}
            case ("DELETE", "git", "refs", "heads", *branch):
                self.git("update-ref", "-d", f"refs/heads/{'/'.join(branch)}")
                return 204, None
        self.unknown.append(f"{method} {path}")
        raise Refused(404, "Not Found")

    def pull(self, number: str | int) -> dict[str, Any]:
        return self.pulls[int(number) - 1]

    def labels(self, number: str) -> list[dict[str, str]]:
        return [{"name": name} for name in self.pull(number)["labels"]]

    def opened(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.git("rev-parse", body["head"]) == self.git("rev-parse", body["base"]):
            raise Refused(422, "No commits between base and head")
        number = len(self.pulls) + 1
        self.pulls.append({**body, "number": number, "state": "open", "labels": []})
        return {"number": number, "node_id": f"PR_{number}", "title": body["title"], "html_url": f"https://github.com/{self.name}/pull/{number}",
                "head": {"sha": self.git("rev-parse", body["head"])}, "created_at": DAY, "updated_at": DAY}

    def merged(self, pull: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        if pull["draft"] or self.protected:
            raise Refused(405, "At least 1 approving review is required by reviewers with write access." if self.protected else "Pull Request is still a draft")
        sha = self.git("commit-tree", f"{pull['head']}^{{tree}}", "-p", pull["base"], "-m", body["commit_title"])
        self.git("update-ref", f"refs/heads/{pull['base']}", sha)
        pull["state"] = "closed"
        return {"sha": sha, "merged": True}

    def graphql(self, asked: dict[str, Any]) -> tuple[int, Any]:
        query, given = asked["query"], asked["variables"]
        if "mutation" in query:
            return 200, self.mutation(query, given["input"])
        if "pullRequests(states: OPEN labels:" in query.replace("( ", "("):
            return 200, {"data": {"repository": {"pullRequests": {"nodes": [self.node(pull) for pull in self.pulls if pull["state"] == "open"]}}}}
        if "pullRequests(headRefName:" in query:
            return 200, {"data": {"repository": {"pullRequests": {"totalCount": sum(pull["state"] == "open" and pull["head"] == given["branch"] for pull in self.pulls)}}}}
        if "fork: repository" in query:
            return 200, {"data": {"fork": {"id": "R_1"}, "base": self.ref(given["branch"])}}
        head = self.ref(given["branch"])["ref"] if "$branch" in query else None
        parts = re.findall(r"(\w+_\d+): +(.+?)(?= \w+_\d+: |$)", query)
        if parts:
            return 200, {"data": {"repository": {alias: self.part(fragment, head) for alias, fragment in parts}}}
        if "ref(qualifiedName: $branch)" in query:
            return 200, {"data": {"repository": {"ref": head}}}
        self.unknown.append(query)
        return 200, {"data": None, "errors": [{"message": "unknown query"}]}

    def part(self, fragment: str, head: dict[str, Any] | None) -> Any:
        """One aliased field of the repository. The last commit of each file is said to be ``head``, the branch's."""
        if found := re.match(r'object\(oid: "(\w+)"\) \{ \.\.\. on Blob', fragment):
            return self.blob(found[1])
        if found := re.match(r'object\(expression: ("[^"]+")\)', fragment):
            return self.blob(json.loads(found[1]))
        if re.match(r'ref\(qualifiedName: \$branch\).*history\(first: \d+, path: "[^"]+"\)', fragment):
            return head
        self.unknown.append(fragment)
        return None

    def blob(self, place: str) -> dict[str, Any] | None:
        try:
            oid = self.git("rev-parse", place)
        except subprocess.CalledProcessError:
            return None
        if oid not in self.kept:
            self.kept[oid] = self.text(oid).encode()
        content = self.kept[oid]
        return {"oid": oid, "byteSize": len(content), "isBinary": False, "isTruncated": len(content) > CUT, "text": content[:CUT].decode(errors="ignore")}

    def ref(self, branch: str) -> dict[str, Any]:
        said = self.git("log", "-1", "--format=%H%x00%s%x00%an%x00%ae%x00%cI", branch)
        sha, message, name, mail, when = said.split("\0")
        node = {"oid": sha, "message": message, "committedDate": when, "author": {"name": name, "email": mail, "user": {"id": 7, "login": LOGIN}}}
        return {"ref": {"target": {"oid": sha, "history": {"nodes": [node]}}}}

    def node(self, pull: dict[str, Any]) -> dict[str, Any]:
        changed = (line.split("\t") for line in self.git("diff", "--name-status", f"{pull['base']}...{pull['head']}").split("\n"))
        return {"id": f"PR_{pull['number']}", "number": pull["number"], "title": pull["title"], "url": f"https://github.com/{self.name}/pull/{pull['number']}", "isDraft": pull["draft"],
                "isCrossRepository": False, "createdAt": DAY, "updatedAt": DAY, "headRefName": pull["head"], "headRefOid": self.git("rev-parse", pull["head"]),
                "author": {"login": LOGIN, "avatarUrl": "", "name": "Petugas", "email": "", "databaseId": 7}, "labels": {"nodes": [{"name": name} for name in pull["labels"]]},
                "files": {"nodes": [{"path": path, "changeType": {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}[kind]} for kind, path in changed]}}

    def mutation(self, query: str, given: dict[str, Any]) -> dict[str, Any]:
        if "createRef(" in query:
            branch = given["name"].removeprefix("refs/heads/")
            if branch in self.branches():
                return {"data": None, "errors": [{"message": f'A ref named "{given["name"]}" already exists in the repository.'}]}
            self.git("update-ref", given["name"], given["oid"])
            return {"data": {"createRef": {"ref": {"name": branch}}}}
        if "createCommitOnBranch(" in query:
            return self.commit(given)
        if found := re.search(r"(convertPullRequestToDraft|markPullRequestReadyForReview)\(", query):
            pull = self.pull(given["pullRequestId"].removeprefix("PR_"))
            pull["draft"] = found[1].startswith("convert")
            return {"data": {found[1]: {"pullRequest": {"isDraft": pull["draft"]}}}}
        self.unknown.append(query)
        return {"data": None, "errors": [{"message": "unknown mutation"}]}

    def commit(self, given: dict[str, Any]) -> dict[str, Any]:
        branch = given["branch"]["branchName"]
        head = self.git("rev-parse", branch)
        if given["expectedHeadOid"] != head:
            return {"data": None, "errors": [{"message": f"Expected branch to point to {given['expectedHeadOid']} but it points to {head}."}]}
        additions, deletions = given["fileChanges"]["additions"], given["fileChanges"]["deletions"]
        with tempfile.TemporaryDirectory() as place:
            index = Path(place) / "index"
            self.git("read-tree", head, index=index)
            for one in additions:
                sha = self.git("hash-object", "-w", "--stdin", given=base64.b64decode(one["contents"]))
                self.git("update-index", "--add", "--cacheinfo", f"100644,{sha},{one['path']}", index=index)
            for one in deletions:
                self.git("update-index", "--force-remove", one["path"], index=index)
            sha = self.git("commit-tree", self.git("write-tree", index=index), "-p", head, "-m", given["message"]["headline"])
        self.git("update-ref", f"refs/heads/{branch}", sha)
        return {"data": {"createCommitOnBranch": {"commit": {"oid": sha, "committedDate": DAY, **{f"file_{place}": {"oid": self.git("rev-parse", f"{sha}:{one['path']}")} for place, one in enumerate(additions)}}}}}
