"""Firefox as people have it, driven by its own remote protocol (https://firefox-source-docs.mozilla.org/testing/marionette/), and a proxy that sees whom it asks."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path
from urllib.parse import quote

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
PREFERENCES = {
    "network.proxy.type": 1, "network.proxy.no_proxies_on": "", "network.proxy.allow_hijacking_localhost": True, "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False, "datareporting.policy.dataSubmissionEnabled": False, "app.update.disabledForTesting": True, "media.gmp-provider.enabled": False, "media.gmp-manager.updateEnabled": False}
SECONDS = 60


class Trap:
    """A proxy that lets nothing through and keeps the first line of every request: ``CONNECT example.org:443 HTTP/1.1``."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                asking, _ = self.listening.accept()
            except OSError:
                return
            with asking:
                asking.settimeout(5)
                self.asked.append(asking.recv(4096).split(b"\r\n")[0].decode("latin-1"))


class Firefox:
    """A running Firefox without a window; ``script`` switches the pages' JavaScript, ``local`` lets it reach servers of this machine."""

    def __init__(self, place: Path, script: bool = True, local: bool = False, size: tuple[int, int] | None = None) -> None:
        self.trap = Trap()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        wanted = {**PREFERENCES, "marionette.port": port, "javascript.enabled": script, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": self.trap.port, "network.proxy.allow_hijacking_localhost": not local,
                  "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": self.trap.port}
        place.mkdir(parents=True, exist_ok=True)
        (place / "user.js").write_text("".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items()))
        self.running = subprocess.Popen([PROGRAM, "--headless", "--marionette", "--no-remote", "--profile", str(place)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number, self.line = 0, self._connected(port)
        self._received()
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "normal"}})
        if size:
            self.ask("WebDriver:SetWindowRect", width=size[0], height=size[1])

    def _connected(self, port: int) -> socket.socket:
        last = time.monotonic() + SECONDS
        while True:
            assert self.running.poll() is None and time.monotonic() < last, "Firefox tidak menyala"
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
            except OSError:
                time.sleep(0.1)

    def _received(self) -> object:
        raw = b""
        while not raw.endswith(b":"):
            raw += self.line.recv(1)
        size, body = int(raw[:-1]), b""
        while len(body) < size:
            body += self.line.recv(size - len(body))
        return json.loads(body)

    def ask(self, command: str, **parameters: object) -> object:
        """The answer to one command; an error of the page or of Firefox is an AssertionError."""
        self.number += 1
        said = json.dumps([0, self.number, command, parameters])
        self.line.sendall(f"{len(said.encode())}:{said}".encode())
        _, number, error, answer = self._received()
        assert number == self.number and not error, (command, error)
        return answer

    def open(self, address: str) -> None:
        try:
            self.ask("WebDriver:Navigate", url=address)
        except AssertionError as failed:
            # The refusal of what an earlier page had asked for, such as the place it left for, may come only now.
            if "Reached error page" not in str(failed) or quote(address, safe="/") in str(failed):
                raise
            self.ask("WebDriver:Navigate", url=address)

    def address(self) -> str:
        return self.ask("WebDriver:GetCurrentURL")["value"]

    def run(self, body: str, *values: object) -> object:
        """What ``body`` returns in the page, also where the page's own scripts are switched off."""
        return self.ask("WebDriver:ExecuteScript", script=body, args=list(values), sandbox="default")["value"]

    def wait(self, body: str, *values: object) -> object:
        """The first answer of ``body`` that is true."""
        last = time.monotonic() + SECONDS
        while True:
            if found := self.run(body, *values):
                return found
            assert time.monotonic() < last, (body, self.address())
            time.sleep(0.1)

    def find(self, selector: str) -> dict[str, str]:
        return self.ask("WebDriver:FindElement", using="css selector", value=selector)["value"]

    def click(self, selector: str) -> None:
        self.ask("WebDriver:ElementClick", id=next(iter(self.find(selector).values())))

    def type(self, selector: str, text: str) -> None:
        self.ask("WebDriver:ElementSendKeys", id=next(iter(self.find(selector).values())), text=text)

    def press(self, key: str) -> None:
        """One key of the keyboard, as in WebDriver: ``\ue004`` is Tab."""
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "k", "actions": [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}])

    def close(self) -> None:
        self.line.close()
        self.running.terminate()
        self.running.wait(20)
        self.trap.listening.close()
