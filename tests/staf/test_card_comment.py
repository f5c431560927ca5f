"""The card's comment is written once and then kept up to date: against a small GitHub of our own."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_src.card.comment import MARK, body_of, comment
from site_src.github import LONGEST, Refused

CITY = Path(__file__).resolve().parent.parent / "city"


class Hub(BaseHTTPRequestHandler):
    """Keeps comments in ``server.comments`` and every request in ``server.seen``."""

    def do_GET(self):
        page = int(self.path.rpartition("page=")[2])
        self.answer(self.server.comments[(page - 1) * 100 : page * 100])

    def do_POST(self):
        body = self.body()
        self.server.comments.append({"id": len(self.server.comments) + 1, "number": len(self.server.comments) + 1, "user": {"login": "github-actions[bot]"}, **body})
        self.answer(self.server.comments[-1], 201)

    def do_PATCH(self):
        found = self.server.comments[int(self.path.rpartition("/")[2]) - 1]
        found.update(self.body())
        self.answer(found)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def answer(self, data, code=200):
        self.server.seen.append((self.command, self.path.split("?")[0], self.headers["Authorization"]))
        code = self.server.refuse or code
        self.send_response(code)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *said):
        pass


@pytest.fixture
def hub():
    """The server, and the address it listens on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.comments, server.seen, server.refuse = [], [], 0
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


class Pull:
    """A repository whose origin holds one pull request, as the workflow sees it."""

    def __init__(self, folder, hub):
        self.origin, self.root, self.folder = folder / "asal", folder / "salinan", folder
        self.hub = hub
        shutil.copytree(CITY, self.origin)
        self.git(self.origin, "init", "-q", "-b", "main")
        self.commit("dasar")
        subprocess.run(["git", "clone", "-q", str(self.origin), str(self.root)], check=True, capture_output=True)
        self.base = self.sha()
        self.git(self.origin, "checkout", "-q", "-b", "usul")

    def git(self, root, *command):
        return subprocess.run(["git", "-C", str(root), "-c", "user.name=u", "-c", "user.email=u@contoh.id", *command], check=True, capture_output=True, text=True).stdout.strip()

    def sha(self):
        return self.git(self.origin, "rev-parse", "HEAD")

    def commit(self, subject):
        self.git(self.origin, "add", ".")
        self.git(self.origin, "commit", "-qm", subject)

    def change(self, old, new):
        file = self.origin / "hotlines.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.commit("usul")
        self.git(self.origin, "update-ref", "refs/pull/7/head", "HEAD")

    def run(self):
        event = self.folder / "peristiwa.json"
        event.write_text(json.dumps({"pull_request": {"number": 7, "base": {"sha": self.base}, "head": {"sha": self.sha()}}}))
        return comment(self.root, {"GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "kota/situs", "GITHUB_TOKEN": "rahasia", "GITHUB_API_URL": f"http://127.0.0.1:{self.hub.server_port}"})


@pytest.fixture
def pull(tmp_path, hub):
    """A pull request without changes yet."""
    return Pull(tmp_path, hub)


def test_one_comment_is_written_then_updated_and_left_alone_when_it_is_right(pull, hub):
    hub.comments += [{"id": number + 1, "user": {"login": "orang"}, "body": MARK} for number in range(100)]
    pull.change("pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    assert pull.run() == "ditulis"
    assert "| Hotline “Sahabat 129” | Pengelola | Kementerian Contoh | Badan Contoh |" in hub.comments[100]["body"]
    assert pull.run() == "sudah sama"
    pull.change("pengelola: Badan Contoh", "pengelola: Pusat Contoh")
    assert pull.run() == "diperbarui"
    assert "| Kementerian Contoh | Pusat Contoh |" in hub.comments[100]["body"]
    assert len(hub.comments) == 101
    assert [command for command, _, _ in hub.seen if command != "GET"] == ["POST", "PATCH"]
    assert {token for _, _, token in hub.seen} == {"Bearer rahasia"}
    assert [path for command, path, _ in hub.seen if command == "PATCH"] == ["/repos/kota/situs/issues/comments/101"]


def test_without_a_changed_fact_nobody_is_disturbed_and_an_old_card_says_so(pull, hub):
    pull.change("hotline:\n", "# Catatan.\nhotline:\n")
    assert pull.run() == "tidak perlu: tidak ada fakta yang berubah"
    assert hub.comments == []
    hub.comments.append({"id": 1, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nlama"})
    assert pull.run() == "diperbarui"
    assert "Tidak ada fakta yang berubah" in hub.comments[0]["body"]


def test_what_main_did_since_is_not_a_change_of_the_pull_request(pull, hub):
    pull.change("pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    pull.git(pull.origin, "checkout", "-q", "main")
    (pull.origin / "content/istilah.yaml").write_text((pull.origin / "content/istilah.yaml").read_text().replace("Surat dokter", "Kertas dokter"))
    pull.commit("di main")
    pull.base = pull.sha()
    pull.git(pull.root, "fetch", "-q", "origin")
    pull.git(pull.origin, "checkout", "-q", "usul")
    assert pull.run() == "ditulis"
    assert "Kertas" not in hub.comments[0]["body"] and "Badan Contoh" in hub.comments[0]["body"]


def test_a_refusal_is_one_sentence_without_the_token(pull, hub):
    pull.change("pengelola: Kementerian Contoh", "pengelola: Badan Contoh")
    hub.refuse = 403
    with pytest.raises(Refused, match=r"^GitHub menolak GET /issues/7/comments: 403\.$"):
        pull.run()
    with pytest.raises(Refused, match="GITHUB_EVENT_PATH"):
        comment(pull.root, {})


def test_a_long_card_ends_at_a_whole_line():
    text = body_of("| satu baris yang sama |\n" * 10_000)
    assert text.startswith(f"{MARK}\n") and LONGEST - 100 < len(text) < LONGEST + 300
    assert text.splitlines()[-3:] == ["| satu baris yang sama |", "", "Kartu ini terlalu panjang dan dipotong. Kartu utuh: python3 scripts/card.py BASE HEAD"]
