"""Nothing leaves and nothing stays: a reader visits every page, opens everything, searches, prints and exits, and the window writes down every trace."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from engines import over_bidi
from playwright.sync_api import Browser
from reader import EXIT, Reader, served

from site_src.face import policy as with_own_styles
from site_src.model import CONTENT_POLICY
from site_src.model.content_policy import EDITOR, SAVED_POLICY

PAGE = "topik/kdrt/index.html"
ASKING = """() => {
  const found = [], own = location.origin;
  const ask = (what, address) => { if (address && new URL(address, document.baseURI).origin !== own && !address.startsWith('data:')) found.push(what + ': ' + address); };
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith('on')) found.push('handler: ' + name);
      if (name === 'style') found.push('inline style');
      if (['src', 'poster', 'data', 'action', 'formaction', 'background', 'ping', 'manifest', 'xlink:href'].includes(name)) ask(name, value);
      if (name === 'srcset') value.split(',').forEach(part => ask(name, part.trim().split(' ')[0]));
    }
    if (one.matches('form[action], form[method=post], [formaction]')) found.push('a form that is sent');
    if (one.matches('meta[http-equiv=refresh i]')) ask('moves on', (one.content.match(/url=['"]?([^'"]*)/i) || [])[1]);
    if (one.localName === 'link' || one.namespaceURI.endsWith('/svg')) ask('link', one.getAttribute('href'));
    if (one.localName === 'style' && !one.closest('head') || one.localName === 'script' && !one.src) found.push('inline ' + one.localName);
    if (one.classList.contains('mermaid')) found.push('a drawing that needs a library');
  }
  if (document.cookie || localStorage.length || sessionStorage.length) found.push('stored');
  return found;
}"""
"""What one page would ask of others, or keep, read from the page itself: a connection made early is no request that a browser shows."""
OUTSIDE = re.compile(rb"url\(\s*['\"]?(?:https?:)?//|@import|@font-face|sourceMappingURL|sendBeacon|window\.open|\beval\(")
"""What a style sheet or script would ask of others, at once or when a reader acts or leaves, and a map of the source that a browser's tools ask for."""


def addresses(site: Path) -> list[str]:
    """Every page of a built site that is for readers; the editor of the staff below ``kelola/`` speaks with GitHub and keeps drafts."""
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html") if not staff(site, file))


def staff(site: Path, file: Path) -> bool:
    """True for what only the staff open."""
    return file.relative_to(site).parts[0] == EDITOR


def traces(browser: Browser, site: Path, paths: list[str]) -> list[str]:
    """Everything that left or stayed on a visit to ``paths``; empty for a site that keeps its word."""
    found = [f"{file.name}: {match[0].decode()}" for kind in ("*.css", "*.js", "*.svg") for file in site.rglob(kind) if not staff(site, file) for match in OUTSIDE.finditer(file.read_bytes())]
    with served(site) as base:
        reader = Reader(browser, base)
        try:
            for path in paths:
                found += [f"{path}: {one}" for one in _visit(reader, path)]
            found += [f"asked: {address}" for address in reader.asked] + [f"tried: {trace}" for trace in reader.traces]
            found += [f"cookie: {cookie['name']}" for cookie in reader.context.cookies()]
            found += _kept(reader)
        finally:
            reader.context.close()
    return found


def _visit(reader: Reader, path: str) -> list[str]:
    """One page as somebody uses it: everything opened, searched, narrowed, printed."""
    page = reader.go(path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = page.evaluate(ASKING)
    if path != "b/":
        policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
        if policy.count() != 1 or policy.get_attribute("content") != with_own_styles(SAVED_POLICY if path == "simpan/" else CONTENT_POLICY, page.locator("body").get_attribute("data-jenis")):
            found.append("no policy")
    box = page.locator("#cari-isian")
    if box.count() and path in ("", "topik/kdrt/", "404.html"):
        before = page.evaluate("[location.href, history.length]")
        box.fill("suami memukul saya")
        page.locator("[role=option]").first.wait_for()
        if page.evaluate("[location.href, history.length]") != before:
            found.append("the search is in the address")
    before = page.evaluate("[location.href, history.length]")
    for choice in page.locator(".saring select, .saring [type=checkbox]").all():
        choice.check() if choice.get_attribute("type") else choice.select_option(index=1)
    if page.evaluate("[location.href, history.length]") != before:
        found.append("a choice is in the address")
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    return found


def _kept(reader: Reader) -> list[str]:
    """What the browser itself says it keeps for the site, before an exit and after it."""
    page = reader.go("")
    used = page.evaluate("navigator.storage.estimate().then(all => all.usage)")
    if page.locator(".keluar").count():
        page.locator(".keluar").click()
        page.wait_for_url(EXIT, wait_until="commit")
    kept = page.context.storage_state(indexed_db=True)
    return [f"kept: {used} bytes"] * bool(used) + [f"kept: {name}" for name in ("cookies", "origins") if kept[name]]


def test_no_page_leaves_or_keeps_a_trace(browser, built_once):
    site = built_once[0].site
    paths = addresses(site)
    assert len(paths) > 30 and "b/" in paths
    assert traces(browser, site, paths) == []


def test_every_in_site_link_leads_to_a_page_of_the_crawl(built_once):
    site = built_once[0].site
    known = set(addresses(site))
    for path in known:
        text = (site / (path + "index.html" if not path or path.endswith("/") else path)).read_text(encoding="utf-8")
        for href in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', text):
            target = urlsplit(urljoin(f"https://situs.contoh/{path}", href))
            if target.netloc == "situs.contoh" and target.path.endswith("/"):
                assert target.path.lstrip("/") in known or target.path.startswith(f"/{EDITOR}/"), f"{path}: {href}"


SEEDS = {
    "a font": ("style", "@font-face{font-family:x;src:url(https://huruf.contoh.id/a.woff2)}body{font-family:x}"),
    "a picture in the style sheet": ("style", "body{background:url(https://gambar.contoh.id/a.png)}"),
    "a pixel": ("html", '<img src="https://hitung.contoh.id/p.gif" alt="" width="1" height="1">'),
    "a Mermaid block": ("html", '<pre class="mermaid">graph TD; A-->B</pre><script src="https://unpkg.com/mermaid@11/dist/mermaid.min.js"></script>'),
    "an inline handler": ("html", '<p onclick="this.remove()">a</p>'),
    "an inline script": ("html", "<script>document.title</script>"),
    "an inline style": ("html", '<p style="color:red">a</p>'),
    "a connection made early": ("html", '<link rel="preconnect" href="https://huruf.contoh.id">'),
    "a frame of another site": ("html", '<iframe src="https://peta.contoh.id/" title="Peta"></iframe>'),
    "a cookie": ("script", "document.cookie='a=1';"),
    "local storage": ("script", "try{localStorage.setItem('a','1')}catch(e){}"),
    "session storage": ("script", "sessionStorage.setItem('a','1');"),
    "a database": ("script", "indexedDB.open('a');"),
    "a cache": ("script", "caches.open('a');"),
    "a beacon": ("script", "navigator.sendBeacon('https://hitung.contoh.id/','a');"),
    "a beacon when the reader leaves": ("script", "addEventListener('pagehide',function(){navigator.sendBeacon('https://hitung.contoh.id/','a')});"),
    "a window that a touch opens": ("script", "addEventListener('click',function(){window.open('https://iklan.contoh.id/')});"),
    "a page that moves on later": ("html", '<meta http-equiv="refresh" content="99; url=https://contoh.id/">'),
    "a form that is sent": ("html", '<form action="/kirim" method="post"><button>Kirim</button></form>'),
    "a question where the reader is": ("script", "navigator.geolocation.getCurrentPosition(function(){});"),
    "a request of our own host": ("script", "fetch('.').catch(function(){});"),
    "a worker": ("script", "try{new Worker('a.js')}catch(e){}"),
    "a service worker": ("script", "navigator.serviceWorker.register('a.js').catch(function(){});"),
    "a map of the source": ("script", "\n//# sourceMappingURL=a.js.map\n"),
    "a policy that is gone": ("cut", re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')),
}
"""What a careless change would bring, each as a colleague would write it."""
FRAME = "a frame of another site"
TOLD_EARLY = "WebDriver BiDi tells of a frame before the policy refuses it; test_wajah_mesin.py shows that nobody is asked"


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_violation_turns_the_crawl_red(name, browser, built_once, tmp_path):
    if over_bidi(browser) and name == FRAME:
        pytest.skip(TOLD_EARLY)
    site = tmp_path / "situs"
    shutil.copytree(built_once[0].site, site)
    kind, seed = SEEDS[name]
    page = site / PAGE
    text = page.read_text(encoding="utf-8")
    if kind == "html":
        page.write_text(text.replace("</main>", f"{seed}</main>"), encoding="utf-8")
    elif kind == "cut":
        page.write_text(seed.sub("", text), encoding="utf-8")
    else:
        file = next((site / "aset").glob("gaya-*.css" if kind == "style" else "cari-kotak-*.js"))
        file.write_text(file.read_text(encoding="utf-8") + seed, encoding="utf-8")
    assert traces(browser, site, [PAGE.removesuffix("index.html")]) != []


def test_the_policy_stops_what_the_crawl_finds(browser, built_once, tmp_path):
    """Even a violation that slips through asks nobody: the request is refused before it leaves."""
    site = tmp_path / "situs"
    shutil.copytree(built_once[0].site, site)
    page = site / PAGE
    left_out = {"a connection made early", *([FRAME] if over_bidi(browser) else [])}
    seeds = "".join(seed for name, (kind, seed) in SEEDS.items() if kind == "html" and name not in left_out)
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", f"{seeds}</main>"), encoding="utf-8")
    with served(site) as base:
        reader = Reader(browser, base)
        reader.go("topik/kdrt/").wait_for_timeout(300)
        assert reader.asked == []
        assert len([trace for trace in reader.traces if trace.startswith("policy:")]) >= 5
        reader.context.close()


def test_no_word_of_ours_promises_safety(built_once):
    """The face's own words stand in no content file: the rules of words read them here, from the built pages."""
    from selectolax.lexbor import LexborHTMLParser

    from site_src.checks.wording import broken_rules
    from site_src.load import load_site

    rules = [rule for rule in load_site(Path(__file__).resolve().parents[2]).site.spoken_rules if rule.family == "janji"]
    assert rules
    said = []
    for path in ("index.html", "tentang/privasi/index.html", "tentang/index.html", "b/index.html"):
        tree = LexborHTMLParser((built_once[0].site / path).read_text(encoding="utf-8"))
        said += [node.text(separator=" ") for node in tree.css("header, footer, main p, main li")]
    assert [found.words for text in said for found in broken_rules(text, rules)] == []
    assert [found for found in broken_rules("Situs ini sepenuhnya aman.", rules)]
