"""The call sheet on paper: A4, boxes to tick, room to write. Needs the optional package ``typst``."""

from __future__ import annotations

import json

from ..model import Ledger
from .order import calls
from .sheet import AFTER, EMERGENCY, as_data, asked

TEMPLATE = """\
#let data = json(bytes(sys.inputs.at("lembar")))
#set document(title: "Lembar panggilan", date: none)
#set page(paper: "a4", margin: 1.6cm, numbering: "1 / 1")
#set text(font: "Libertinus Serif", size: 10pt, lang: "id")
#set par(leading: 0.5em)
#let kotak = box(width: 0.8em, height: 0.8em, stroke: 0.6pt, baseline: 0.1em)
= Lembar panggilan #data.kota
#data.dibuat_untuk · #data.panggilan.len() kanal, yang paling mendesak lebih dulu · hanya untuk petugas
#block(stroke: 0.6pt, inset: 6pt, width: 100%)[Bacakan: “#data.dibacakan” \\ #data.darurat \\ #data.sesudah]
#for (nomor, baris) in data.panggilan.enumerate(start: 1) {
  block(breakable: false, above: 1.1em)[
    #kotak *#nomor. #baris.nama*: #baris.aksi \\
    #text(size: 8.5pt)[#baris.status: #baris.alasan]
    #list(..baris.tanyakan)
    #text(size: 8.5pt)[Tanggal #box(width: 2.2cm, repeat[.]) Operator #box(width: 2.6cm, repeat[.]) Hasil #box(width: 3cm, repeat[.]) Peran #box(width: 2.6cm, repeat[.])]
  ]
}
#if data.belum_punya_nomor.len() > 0 [
  == Belum punya nomor
  #for baris in data.belum_punya_nomor {
    block(breakable: false, above: 1em)[#kotak *#baris.nama* #list(..baris.tanyakan)]
  }
]
"""


def as_pdf(ledger: Ledger) -> bytes:
    """The sheet as a PDF."""
    import typst

    due = calls(ledger)
    data = as_data(ledger) | {"darurat": EMERGENCY, "sesudah": AFTER}
    for row, call, lines in zip(data["panggilan"], due, asked(due)):
        row |= {"aksi": call.action, "tanyakan": lines}
    return typst.compile(TEMPLATE.encode(), sys_inputs={"lembar": json.dumps(data, ensure_ascii=False)})
