"""Takes the README's pictures of the poster and the card anew, from the sheets of today's content."""

import sys

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/gambar_cetak.py

Menggambar poster umum dan satu kartu saku ke docs/gambar/poster.png dan docs/gambar/kartu-saku.png.
Kode keluar: 0 tergambar, 1 isi belum bersih."""

_bantuan.no_options(HELP)

_lingkungan.enter(_lingkungan.TEST_LOCK)

import pypdfium2
from PIL import ImageOps

from site_src import pipeline
from site_src.bundle.freshness import again
from site_src.prints import sheets, typeset

DOTS = 110
# The first card of the sheet with its cut marks, in millimetres: left, top, right, bottom.
CARD = (14, 7.5, 106, 70)
WIDE = 450

checked = pipeline.check(_lingkungan.ROOT, None)
if not checked.ok:
    print("Isi belum bersih: python3 scripts/check.py", file=sys.stderr)
    raise SystemExit(1)
drawn = dict(sheets(checked.ledger, again))


def picture(path):
    """The first page of a sheet in pixels."""
    return pypdfium2.PdfDocument(typeset(drawn[path]))[0].render(scale=DOTS / 72).to_pil().convert("RGB")


poster = picture("poster/poster-00-a4-warna.pdf")
poster = poster.resize((WIDE, poster.height * WIDE // poster.width))
card = picture("kartu/kartu-2.pdf").crop(tuple(round(side / 25.4 * DOTS) for side in CARD))
for name, image in (("poster", poster), ("kartu-saku", card)):
    file = _lingkungan.ROOT / "docs" / "gambar" / f"{name}.png"
    ImageOps.expand(image, 1, "#bbbbbb").quantize(64).save(file, optimize=True)
    print(f"Ditulis: {file.relative_to(_lingkungan.ROOT)}")
