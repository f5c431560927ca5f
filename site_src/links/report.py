"""The answers as text, as JSON, and as the body of an issue."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..problems import Place
from .judge import GRAVE, Verdict

TITLES = {Verdict.HIJACKED: "Dibajak atau berganti pemilik", Verdict.DEAD: "Mati", Verdict.CERTIFICATE: "Sertifikat bermasalah", Verdict.MOVED: "Pindah alamat",
          Verdict.REFUSED: "Menolak pemeriksa (belum tentu mati)", Verdict.FORBIDDEN: "Tidak ditanya (robots.txt)", Verdict.ALIVE: "Hidup"}
WHAT_TO_DO = {Verdict.HIJACKED: "Hapus tautannya hari ini juga; cari sumber lain untuk datanya.", Verdict.DEAD: "Cari halaman penggantinya, lalu perbarui “url” dan “dibaca”.",
        Verdict.CERTIFICATE: "Kabari pemiliknya; sementara itu cari sumber lain.", Verdict.MOVED: "Baca halaman barunya, lalu perbarui “url” dan “dibaca”.",
        Verdict.REFUSED: "Buka dengan peramban biasa; jangan dihapus hanya karena laporan ini."}


@dataclass(frozen=True, slots=True)
class Finding:
    """One address, its verdict, and every place that names it."""

    url: str
    verdict: Verdict
    reason: str
    places: tuple[Place, ...]


def as_text(findings: Iterable[Finding]) -> Iterator[str]:
    """One block per verdict, gravest first; living addresses are only counted."""
    grouped = _grouped(findings)
    for verdict, title in TITLES.items():
        rows = grouped.get(verdict, [])
        if not rows or verdict is Verdict.ALIVE:
            continue
        yield f"{title}: {len(rows)}"
        for row in rows:
            yield f"  {row.url}\n    {row.reason}\n    {', '.join(map(str, row.places))}"
        yield ""
    yield "Diperiksa " + ", ".join(f"{len(grouped.get(verdict, []))} {verdict}" for verdict in Verdict) + "."


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects with Indonesian keys, in the order asked."""
    rows = [{"alamat": row.url, "keadaan": str(row.verdict), "alasan": row.reason, "tempat": [str(place) for place in row.places]} for row in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_issue(findings: Iterable[Finding]) -> str:
    """Markdown with a box to tick for everything somebody has to do. Addresses are code, so that nobody opens a hijacked page by a slip."""
    grouped = _grouped(findings)
    parts = ["Pemeriksaan tautan berkala. Server yang menolak pemeriksa tidak dianggap mati."]
    for verdict in WHAT_TO_DO:
        rows = grouped.get(verdict, [])
        if rows:
            lines = [f"- [ ] `{row.url}` – {row.reason} ({', '.join(f'`{place}`' for place in row.places)})" for row in rows]
            parts.append(f"## {TITLES[verdict]} ({len(rows)})\n\n{WHAT_TO_DO[verdict]}\n\n" + "\n".join(lines))
    if len(parts) == 1:
        parts.append("Semua tautan menjawab.")
    return "\n\n".join(parts) + "\n"


def needs_somebody(findings: Iterable[Finding]) -> bool:
    """True when an address is dead, hijacked or has a bad certificate."""
    return any(row.verdict in GRAVE for row in findings)


def _grouped(findings: Iterable[Finding]) -> dict[Verdict, list[Finding]]:
    grouped: dict[Verdict, list[Finding]] = {}
    for row in findings:
        grouped.setdefault(row.verdict, []).append(row)
    return grouped
