"""What stood last time: the guard against data that vanish without a word, and against work done twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .model import Page, Site
from .model.settings import Guard
from .problems import Place, Problem

FILE = Path("build") / "terakhir.json"
INPUTS = ("hotlines.yaml", "mkdocs.yml", "content", "site_src", "requirements.lock")
NAMES = {"hotline": ("hotlines", "hotline"), "layanan": ("services", "layanan"), "halaman": ("pages", "halaman")}

Names = Mapping[str, list[str]]


def of(site: Site, pages: Iterable[Page]) -> dict[str, list[str]]:
    """The names of everything a site holds, by kind."""
    return {
        "hotline": sorted(hotline.id for hotline in site.hotlines),
        "layanan": sorted(service.slug for service in site.services),
        "halaman": sorted(page.path for page in pages),
    }


def read(root: Path) -> Names:
    """The names of the last site that was built here; empty when there is none."""
    names = _state(root).get("nama", {})
    return names if isinstance(names, dict) and all(isinstance(kind, list) for kind in names.values()) else {}


def vanished(before: Names, now: Names, guard: Guard) -> Iterator[Problem]:
    """Kinds that lost more records than the policy allows, with the names that are gone."""
    for kind, (field, word) in NAMES.items():
        gone = sorted(set(before.get(kind, ())) - set(now[kind]))
        allowed = getattr(guard, field)
        if len(gone) > allowed:
            shown = ", ".join(gone[:12]) + (f", dan {len(gone) - 12} lagi" if len(gone) > 12 else "")
            yield Problem(Place("content/kebijakan.yaml"), "data-berkurang", f"{len(gone)} {word} hilang sejak pembangunan terakhir (boleh {allowed}): {shown}.",
                          "Kembalikan berkasnya. Bila memang dihapus: jalankan lagi dengan --izinkan-berkurang.")


def zone(root: Path) -> str:
    """The time zone of the last site that was built here; empty when there is none."""
    return str(_state(root).get("zona", ""))


def write(root: Path, names: Names, stamp: str, site_dir: Path, timezone: str) -> None:
    """Remember what was built, from what, where it is which day, and how every file of it reads."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".baru")
    fresh.write_text(json.dumps({"nama": names, "cap": stamp, "zona": timezone, "hasil": _digest([site_dir], site_dir)}, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)


def is_current(root: Path, site_dir: Path, stamp: str) -> bool:
    """True when the site that stands was built from these very inputs and no file of it has changed since."""
    state = _state(root)
    return state.get("cap") == stamp and site_dir.is_dir() and state.get("hasil") == _digest([site_dir], site_dir)


def fingerprint(root: Path, *options: str) -> str:
    """A digest of everything that can change the result: content, code, settings, locked packages, options."""
    return hashlib.sha256("\0".join([_digest([root / name for name in INPUTS], root), *options]).encode()).hexdigest()


def _digest(tops: Iterable[Path], base: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for top in tops for path in _files(top)):
        digest.update(f"{path.relative_to(base).as_posix()}\0".encode("utf-8", "surrogateescape"))
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"-")
    return digest.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    elif top.is_dir():
        yield from (path for path in top.rglob("*") if (path.is_file() or path.is_symlink()) and "__pycache__" not in path.parts)


def _state(root: Path) -> dict[str, object]:
    try:
        state = json.loads((root / FILE).read_text(encoding="utf-8"))
        return state if isinstance(state, dict) else {}
    except (OSError, ValueError):
        return {}
