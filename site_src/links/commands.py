"""``scripts/links.py``: arguments in, exit code out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..arguments import folder, speak_indonesian, typed
from ..load import load_site
from .ask import Asker
from .gather import addresses
from .judge import judge, offline
from .report import Finding, as_issue, as_json, as_text, needs_somebody


def main(argv: Sequence[str] | None = None, asker: Asker | None = None) -> int:
    """0 nobody has to act, 1 an address is dead, hijacked or has a bad certificate, 2 nobody at all answered."""
    speak_indonesian()
    parser = argparse.ArgumentParser(prog=typed("links"), description="Menanyai sumber di luar situs: masih ada, pindah, mati, menolak, bersertifikat buruk, atau dibajak. Dijalankan terjadwal, tidak pernah saat membangun.")
    parser.add_argument("--root", type=folder, default=Path(__file__).resolve().parent.parent.parent, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    parser.add_argument("--format", choices=("text", "json", "issue"), default="text", help="bentuk laporan (bawaan: text)")
    parser.add_argument("--hanya", metavar="KATA", default="", help="hanya alamat yang memuat kata ini")
    parser.add_argument("--batas-waktu", type=float, default=15.0, metavar="DETIK", help="lama menunggu satu jawaban (bawaan: 15)")
    arguments = parser.parse_args(argv)
    wanted = {url: places for url, places in addresses(load_site(arguments.root).site).items() if arguments.hanya in url}
    asking = asker or Asker(timeout=arguments.batas_waktu)
    answers = list(asking.ask_all(wanted))
    if offline(answers):
        print("Tidak dapat berjalan: tidak satu pun host menjawab. Periksa sambungan internet, lalu ulangi; tidak ada tautan yang dinilai.", file=sys.stderr)
        return 2
    findings = [Finding(answer.url, *judge(answer), tuple(wanted[answer.url])) for answer in answers]
    if arguments.format == "json":
        print(as_json(findings), end="")
    elif arguments.format == "issue":
        print(as_issue(findings), end="")
    else:
        print("\n".join(as_text(findings)))
    sys.stdout.flush()
    return 1 if needs_somebody(findings) else 0
