"""What a first visit costs on a slow phone: our site, stock Material and Zensical on the same pages, and a page somebody writes by hand, turn by turn.

    python benchmarks/first_view.py                  five rounds of each page
    python benchmarks/first_view.py --rounds 1       a quick look

Real Chromium, throttled over its debugging protocol to Slow 3G (400 kbit/s, 400 ms) and a processor four times slower; a real nginx with
gzip. Every view starts with an empty cache. Requests to other hosts are counted and fail at once: here, stock pays nothing for its fonts.
"""

from __future__ import annotations

import argparse
import html
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from build import stock, timed
from kota_sintetis import HERE
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(HERE))

from site_src import pipeline  # noqa: E402
from site_src.hosting import nginx  # noqa: E402
from site_src.verify.weight import DIAL  # noqa: E402

PAGES = {"Beranda": "", "Darurat": "darurat/", "topik": "topik/kdrt/", "hotline": "hotline/sapa-129/", "layanan": "layanan/dp3apm/"}
NEXT = "panduan/menyimpan-bukti/"
"""A second page of the same visit."""
INPUTS = ("site_src", "content", "hotlines.yaml", "mkdocs.yml")
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PHONE = {"width": 360, "height": 640}
PLAIN = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bantuan</title><link rel="icon" href="data:,">
<style>body{{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem}}a{{display:inline-block;padding:.6rem 0;font-weight:700}}</style></head>
<body><h1>Bantuan untuk perempuan dan anak</h1><p>Anda tidak sendirian. Pilih salah satu.</p>
{rows}
</body></html>
"""
NGINX = """daemon off; {user} pid {place}/pid; error_log {place}/galat; events {{}}
http {{ {temporary} include /etc/nginx/mime.types; {servers} }}
"""
STOCK_SERVER = "server {{ listen {listen}; root {root}; index index.html; charset utf-8; gzip on; gzip_comp_level 6; gzip_types text/css application/javascript application/json image/svg+xml; }}"


@dataclass
class View:
    """One first view: bytes on the wire with answers' heads, requests, those to others, milliseconds to the first paint, script bytes, a second page."""

    size: float
    requests: int
    others: int
    paint: float
    scripts: float
    shift: float
    next_page: float
    on_screen: bool


@dataclass
class Row:
    """All views of one page, and after how many bytes its first number has arrived (``None``: there is none)."""

    name: str
    address: str
    following: str
    number: int | None = None
    views: list[View] = field(default_factory=list)

    def median(self, name: str) -> float:
        return statistics.median(getattr(view, name) for view in self.views)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--root", type=Path, default=HERE, help="the project whose content is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        place = Path(name)
        roots = built(options.root, place)
        with serving(place, roots) as origins:
            rows = [Row(f"{who}: {page}", f"{origins[who]}/{path}", f"{origins[who]}/{NEXT}") for page, path in PAGES.items() for who in ("kita", "stok", "zensical")]
            rows.append(Row("tangan: 12 hotline", f"{origins['tangan']}/", ""))
            browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium") or None,
                                           args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"])
            for number in range(options.rounds):
                for row in rows:
                    row.views.append(view(browser, row.address, row.following))
                print(f"putaran {number + 1} selesai", file=sys.stderr)
            for row in rows:
                row.number = first_number(row.address)
            browser.close()
    print("\n".join(table(rows)))


def built(root: Path, place: Path) -> dict[str, Path]:
    """The sites below ``place``: ours, stock Material and Zensical as they come on the tree that we staged, and one page by hand."""
    city = place / "kota"
    city.mkdir()
    for name in INPUTS:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, city / name)
    done = pipeline.build(city, lambda line: print(line, file=sys.stderr))
    if not done.ok:
        raise SystemExit(f"tidak dibangun: {[problem.message for problem in (*done.prepared.problems, *done.problems)][:5]}")
    stock(city / "build" / "docs", place / "stok", flat=False)
    zensical(city / "build" / "docs", place / "zensical")
    shown = list(dict.fromkeys((hotline.name, channel.href) for hotline, channel in done.prepared.ledger.shown_contacts() if channel.href and channel.href.startswith(("tel:", "https://wa.me/"))))
    rows = "\n".join(f'<p>{html.escape(name)}<br><a href="{href}">{href.rpartition(":")[2].removeprefix("//wa.me/")}</a></p>' for name, href in shown[:12])
    (place / "tangan").mkdir()
    (place / "tangan" / "index.html").write_text(PLAIN.format(rows=rows), encoding="utf-8")
    return {"kita": city / "site", "stok": place / "stok" / "site", "zensical": place / "zensical" / "site", "tangan": place / "tangan"}


def zensical(docs: Path, folder: Path) -> None:
    """The staged tree with Zensical and nothing set but a name."""
    shutil.copytree(docs, folder / "docs")
    (folder / "zensical.toml").write_text('[project]\nsite_name = "Bantuan"\n', encoding="utf-8")
    timed([sys.executable, "-m", "zensical", "build", "-f", "zensical.toml"], folder)


@contextmanager
def serving(place: Path, roots: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Addresses of the sites in one nginx: ours with the configuration we publish, the others with gzip on."""
    ports = {name: free_port() for name in roots}
    (place / "kita.conf").write_text(nginx(f"127.0.0.1:{ports['kita']}", str(roots["kita"])))
    others = " ".join(STOCK_SERVER.format(listen=f"127.0.0.1:{ports[name]}", root=roots[name]) for name in ("stok", "zensical", "tangan"))
    temporary = " ".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "nginx.conf").write_text(NGINX.format(place=place, user="user root;" if os.geteuid() == 0 else "", temporary=temporary, servers=f"include {place}/kita.conf; {others}"))
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        raise SystemExit("nginx tidak terpasang (apt-get install nginx)")
    running = subprocess.Popen([program, "-p", str(place), "-c", str(place / "nginx.conf")])
    try:
        time.sleep(1)
        yield {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    finally:
        running.terminate()
        running.wait(10)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def view(browser: Browser, address: str, following: str) -> View:
    """One first view with an empty cache, and then ``following`` (empty: nothing) in the same visit."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    asked: dict[str, str] = {}
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.requestWillBeSent", lambda event: asked.setdefault(event["requestId"], event["request"]["url"]))
    session.on("Network.responseReceived", lambda event: kinds.setdefault(event["requestId"], event["type"]))
    session.on("Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    settled(page, address)
    urls = {request: url for request, url in asked.items() if url.startswith("http")}
    others = [url for url in urls.values() if urlsplit(url).netloc != urlsplit(address).netloc]
    size = sum(sizes.values())
    scripts = sum(sizes.get(request, 0) for request, kind in kinds.items() if kind == "Script")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    shift = page.evaluate("new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))"
                          ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 50) })")
    on_screen = page.evaluate("(() => { const link = document.querySelector('main a[href^=\"tel:\"], main a[href*=\"wa.me\"], a[href^=\"tel:\"]');"
                              "return !!link && link.getBoundingClientRect().bottom <= innerHeight })()")
    icons = [urljoin(address, icon) for icon in page.evaluate("[...document.querySelectorAll('link[rel~=icon]')].map(link => link.href)") if icon.startswith("http")]
    missed = [icon for icon in icons if icon not in urls.values()]
    # Chromium without a window asks for no icon; a phone does.
    size += sum(len(raw(icon)) for icon in missed)
    before = sum(sizes.values())
    if following:
        settled(page, following)
    result = View(size, len(urls) + len(missed), len(others), paint, scripts, shift, sum(sizes.values()) - before, on_screen)
    context.close()
    return result


def settled(page: Page, address: str) -> None:
    """Open ``address`` and wait until nothing more is asked for."""
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_load_state("networkidle", timeout=120_000)


def raw(address: str) -> bytes:
    """The whole answer as it goes over the wire, head included, packed with gzip."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode())
        found = b""
        while part := line.recv(65536):
            found += part
    return found


def first_number(address: str) -> int | None:
    """After how many bytes of the answer the first number to call can be read."""
    answer = raw(address)
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"chunked" in head:
        # Every chunk is one read of the server: the sizes between them cost some bytes that are left out here.
        rest, body = body, b""
        while rest and (size := int(rest.partition(b"\r\n")[0], 16)):
            start = rest.index(b"\r\n") + 2
            body, rest = body + rest[start : start + size], rest[start + size + 2 :]
    reader, text = zlib.decompressobj(31), b""
    for end, byte in enumerate(body, 1):
        text += reader.decompress(bytes((byte,)))
        if b"</a>" in text[-200:] and DIAL.search(text):
            return len(head) + 4 + end
    return None


def table(rows: list[Row]) -> Iterator[str]:
    """The rows as a Markdown table; medians."""
    stock_rows = {row.name.partition(": ")[2]: row for row in rows if row.name.startswith("stok")}
    by_hand = rows[-1].median("paint")
    yield "| Page | kB | Requests (to others) | Script kB | First paint | of stock | of by hand | First number after | on first screen | Layout shift | Second page kB |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---|---:|---:|"
    for row in rows:
        against = stock_rows.get(row.name.partition(": ")[2])
        ratio = f"{row.median('paint') / against.median('paint'):.2f}" if against and against is not row else ""
        number = f"{row.number:,} B" if row.number else "none"
        yield (f"| {row.name} | {row.median('size') / 1000:.1f} | {row.median('requests'):.0f} ({row.median('others'):.0f}) | {row.median('scripts') / 1000:.1f} | {row.median('paint') / 1000:.2f} s | {ratio} | "
               f"{row.median('paint') / by_hand:.2f} | {number} | {'yes' if all(one.on_screen for one in row.views) else 'no'} | {row.median('shift'):.3f} | "
               f"{row.median('next_page') / 1000:.1f} |")


if __name__ == "__main__":
    main()
