"""The face of the site for its maintainers: ``/kelola/wajah/`` shows every token with its contrast and every component with its example and criteria."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from ..keadaan.tables import figure
from ..model import Ledger, Page
from ..model.content_policy import EDITOR
from ..pages.contacts import Contacts
from ..pages.home import urgent_hotlines
from ..pages.text import body, html
from .tokens import PAIRS, contrast, read_tokens

ASSETS = Path(__file__).parent.parent / "assets"
PATH = f"{EDITOR}/wajah.md"
STYLE = f"{EDITOR}/wajah/wajah.css"
EXAMPLE, CRITERIA = "contoh.html", "syarat.md"


def components() -> tuple[Path, ...]:
    """The folder of each component, by name."""
    return tuple(sorted(folder for folder in ASSETS.iterdir() if folder.is_dir()))


def catalogue_page(ledger: Ledger) -> Page:
    """Tokens, then components. Examples carry the most urgent number that may be seen, so that the page shows no invented one."""
    return Page(
        path=PATH, title="Wajah situs", kind="kelola", trail=(("Beranda", ""),), meta={"noindex": True, "gaya_tambahan": STYLE},
        description="Token dan komponen, untuk pengelola kode.",
        body=body("Halaman untuk pengelola kode: token dan komponen dari `site_src/assets/`, masing-masing dengan contoh dan syaratnya.",
                  "## Warna {#warna}", f"Terang di kiri, gelap di kanan. Kontras tulisan paling kecil {figure(4.5, 1)}.", _colours(), "## Kontras {#kontras}", _contrasts(), "## Huruf dan jarak {#ukuran}", _sizes(),
                  *(_component(folder, _filled(ledger)) for folder in components())))


def catalogue_files() -> dict[str, bytes]:
    """The style sheet of the page, by its path in the site."""
    return {STYLE: (Path(__file__).parent / "wajah.css").read_bytes()}


def _colours() -> str:
    light, dark = read_tokens()
    rows = [f'<li><svg viewBox="0 0 2 1" aria-hidden="true"><path fill="{value}" d="M0 0h1v1H0z"/><path fill="{dark[name]}" d="M1 0h1v1H1z"/></svg><code>--{name}</code></li>'
            for name, value in light.items() if value.startswith("#")]
    return html('<ul class="warna">', *rows, "</ul>")


def _contrasts() -> str:
    themes = read_tokens()
    rows = []
    for front, back, least, use in PAIRS:
        cells = "".join(f"<td>{figure(contrast(theme.get(front, front), theme.get(back, back)), 1)}</td>" for theme in themes)
        rows.append(f"<tr><td><code>{escape(front)}</code> di <code>{escape(back)}</code></td><td>{escape(use)}</td>{cells}<td>{figure(least, 1)}</td></tr>")
    head = '<thead><tr><th scope="col">Warna</th><th scope="col">Dipakai untuk</th><th scope="col">Terang</th><th scope="col">Gelap</th><th scope="col">Paling kecil</th></tr></thead>'
    return html(f'<div class="tabel" role="region" aria-label="Kontras" tabindex="0"><table>{head}<tbody>', *rows, "</tbody></table></div>")


def _sizes() -> str:
    light, _ = read_tokens()
    rows = []
    for name, value in light.items():
        if value.endswith("rem"):
            points = float(value.removesuffix("rem")) * 16
            rows.append(f'<li><svg viewBox="0 0 100 4" aria-hidden="true"><path fill="currentColor" d="M0 0h{min(points, 100):g}v4H0z"/></svg><code>--{name}</code> {figure(points, 0 if points.is_integer() else 1)} px</li>')
    return html('<ul class="ukuran">', *rows, "</ul>")


def _filled(ledger: Ledger) -> dict[str, str]:
    contacts = Contacts(ledger.site, ledger.today, ledger.edition)
    urgent = urgent_hotlines(contacts)
    exit_ = ledger.site.policy.exit_url
    if not urgent:
        return {"tombol": "<p>Belum ada nomor yang boleh tampil.</p>", "nama": "Nama hotline", "kanal": "", "keluar": escape(exit_)}
    channel = contacts.shown(urgent[0])[0]
    row = f'<a class="kanal-tautan" href="{escape(channel.href)}"><span class="kanal-jenis">Telepon</span> <span class="kanal-angka">{escape(channel.number or "")}</span></a>'
    return {"tombol": contacts.button(urgent[0]), "nama": escape(urgent[0].name), "kanal": row, "keluar": escape(exit_)}


def _component(folder: Path, filled: dict[str, str]) -> str:
    example = Template((folder / EXAMPLE).read_text(encoding="utf-8")).substitute(filled)
    files = ", ".join(f"<code>{file.name}</code>" for file in sorted(folder.iterdir()))
    criteria = (folder / CRITERIA).read_text(encoding="utf-8")
    return body(f"## {folder.name} {{#komponen-{folder.name}}}", criteria, f"<p>Berkas: {files}</p>", html('<div class="contoh">', example, "</div>"))
