"""WebKit as Debian ships it (webkit2gtk-driver), driven by WebDriver (https://www.w3.org/TR/webdriver2/) on a screen that nobody sees."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
WINDOW = next(iter(sorted(Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser"), reverse=True)), None) if DRIVER else None
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SECONDS = 60


class WebKit:
    """A running WebKit with the commands of ``Firefox``. Its window is never narrower than about 450 points; once resized it has lost the focus for good."""

    def __init__(self, size: tuple[int, int] | None = None, script: bool = True) -> None:
        self.screen = subprocess.Popen([SCREEN, "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        display = self.screen.stdout.readline().strip()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        environment = {"DISPLAY": f":{display}", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "http_proxy": "", "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
        self.running = subprocess.Popen([DRIVER, f"--port={port}"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._reached(port)
        wanted = {"webkitgtk:browserOptions": {"binary": str(WINDOW), "args": ["--automation", *([] if script else ["--enable-javascript=false"])]}}
        self.session = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        if size:
            self.ask("POST", "/window/rect", {"x": 0, "y": 0, "width": size[0], "height": size[1]})

    def _reached(self, port: int) -> None:
        last = time.monotonic() + SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                assert self.running.poll() is None and time.monotonic() < last, "WebKit tidak menyala"
                time.sleep(0.1)

    def _send(self, method: str, path: str, body: object = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.base + path, method=method, data=data, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError((path, error.read().decode())) from None

    def ask(self, method: str, path: str, body: object = None) -> object:
        """The answer to one command of this window; an error is an AssertionError."""
        return self._send(method, f"/session/{self.session}{path}", body)

    def open(self, address: str) -> None:
        self.ask("POST", "/url", {"url": address})

    def address(self) -> str:
        return self.ask("GET", "/url")

    def run(self, body: str, *values: object) -> object:
        """What ``body`` returns in the page."""
        return self.ask("POST", "/execute/sync", {"script": body, "args": list(values)})

    def wait(self, body: str, *values: object) -> object:
        """The first answer of ``body`` that is true."""
        last = time.monotonic() + SECONDS
        while True:
            if found := self.run(body, *values):
                return found
            assert time.monotonic() < last, (body, self.address())
            time.sleep(0.1)

    def click(self, selector: str) -> None:
        self.ask("POST", f"/element/{self._find(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        self.ask("POST", f"/element/{self._find(selector)}/value", {"text": text})

    def _find(self, selector: str) -> str:
        return self.ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def press(self, key: str) -> None:
        """One key of the keyboard: ``\ue004`` is Tab."""
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "k", "actions": [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def close(self) -> None:
        try:
            self.ask("DELETE", "")
        finally:
            for process in (self.running, self.screen):
                process.terminate()
                process.wait(20)
