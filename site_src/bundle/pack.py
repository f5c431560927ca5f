"""From a built site to everything somebody can carry away: made in memory, read back, and only then written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import packed_text
from ..compress import is_copy
from ..exports import vcard
from ..model import Ledger
from ..pages.order import services_in_order
from ..prints import prints, sheets
from ..problems import Place, Problem
from ..verify import facts_of, verify
from . import folder, print_list, single, zim
from .discreet import alarming
from .freshness import again, sentence
from .held import held_in, withheld_in

ZIP = f"{folder.TOP}.zip"
CARDS = "kontak"
PRINTS = "cetak"
HEAVIEST = 1.3
"""How many times the compressed site the zip may weigh."""
READ_FIRST = """\
Informasi warga\r
\r
1. Ekstrak semua isi zip ini ke satu folder (klik kanan, lalu Ekstrak Semua).\r
2. Buka berkas index.html di folder itu. Tidak perlu internet.\r
\r
{sentence}\r
Sesudah itu nomor di sini mungkin sudah berganti: minta salinan baru.\r
"""


@dataclass(frozen=True)
class Built:
    """A site that stands: its ``files`` (path to content), the ``base`` path it is served at, the ledger it was made from, licence texts, its ``address`` if it has one."""

    ledger: Ledger
    files: Mapping[str, bytes]
    base: str = "/"
    licences: Mapping[str, bytes] | None = None
    address: str = ""


def make(built: Built, kinds: tuple[str, ...]) -> dict[str, bytes]:
    """The files of the named kinds (``zip``, ``single``, ``zim``, ``vcard``, ``print``) by their path below ``dist/``."""
    made = {}
    for kind in kinds:
        made.update({"zip": _zip, "single": _single, "zim": _zim, "vcard": _cards, "print": _prints}[kind](built))
    return made


def unpacked(built: Built) -> dict[str, bytes]:
    """What is in the zip."""
    said = sentence(built.ledger)
    return {**folder.folder_files(built.files, built.base, said), "BACA-DULU.txt": READ_FIRST.format(sentence=said).encode(), **(built.licences or {})}


def faults(built: Built, made: Mapping[str, bytes]) -> list[Problem]:
    """Everything that forbids giving ``made`` away, found by reading it back."""
    found = [*withheld_in(made, built.ledger), *alarming(made)]
    if ZIP in made:
        found += _zip_faults(built, made[ZIP])
    if any(name.startswith(f"{PRINTS}/") for name in made):
        found += _print_faults(built)
    if single.NAME in made:
        found += _single_faults(built, made[single.NAME])
    return sorted(found, key=lambda problem: problem.order)


def _zip(built: Built) -> dict[str, bytes]:
    return {ZIP: folder.zipped(unpacked(built), built.ledger.today)}


def _single(built: Built) -> dict[str, bytes]:
    return {single.NAME: single.single_file(built.ledger)}


def _zim(built: Built) -> dict[str, bytes]:
    organisation, day = built.ledger.site.organisation, built.ledger.today.isoformat()
    about = {"Name": folder.TOP, "Title": single.TITLE, "Description": f"Per {day}; periksa ulang sebelum {again(built.ledger).isoformat()}", "Date": day, "Language": "ind",
             "Creator": organisation.owner_short, "Publisher": organisation.owner_short, "License": organisation.licence, "Tags": "_ftindex:yes;_pictures:yes;_category:other"}
    return {zim.NAME: zim.zim_file(unpacked(built), about)}


def _cards(built: Built) -> dict[str, bytes]:
    return {f"{CARDS}/{name}": content for name, content in vcard.cards(built.ledger, sentence).items()}


def _prints(built: Built) -> dict[str, bytes]:
    made = prints(built.ledger, again, built.address)
    listed = {print_list.NAME: print_list.print_list(built.ledger, sheets(built.ledger, again, built.address))} if made else {}
    return {f"{PRINTS}/{name}": content for name, content in {**listed, **made}.items()}


def _print_faults(built: Built) -> Iterator[Problem]:
    """Short codes are looked for in what a sheet says: in a PDF three digits may stand anywhere. Long numbers are found in the PDF itself."""
    for name, sheet in sheets(built.ledger, again, built.address):
        for problem in held_in(f"{name}.txt", json.dumps(sheet, ensure_ascii=False).encode(), built.ledger):
            yield replace(problem, place=Place(f"dist/{PRINTS}/{name}"))


def _zip_faults(built: Built, content: bytes) -> Iterator[Problem]:
    files = unpacked(built)
    yield from folder.faults(files, sentence(built.ledger))
    # The packed copies that servers send are the same pages once more: counted in, the limit would be three times as wide.
    own = {path: whole for path, whole in built.files.items() if not is_copy(path, built.files)}
    most = int(HEAVIEST * len(folder.zipped(own, built.ledger.today)))
    if len(content) > most:
        yield Problem(Place(f"dist/{ZIP}"), "zip-terlalu-berat", f"Zip ini {len(content)} bita; paling banyak {most}.", "Cari berkas besar yang tidak perlu di site/.")
    yield from _read_back(built, files, {}, f"dist/{ZIP}")


def _single_faults(built: Built, content: bytes) -> Iterator[Problem]:
    if len(content) > single.LIMIT:
        yield Problem(Place(f"dist/{single.NAME}"), "berkas-terlalu-berat", f"Berkas tunggal ini {len(content)} bita; paling banyak {single.LIMIT}.", "Ringkas bagian “Yang bisa Anda lakukan” yang terpanjang.")
    site, ledger = built.ledger.site, built.ledger
    text, script = packed_text.unpacked(content.decode())
    yield from (replace(problem, place=Place(f"dist/{single.NAME}")) for problem in held_in("cari.js", script.encode(), ledger))
    # Packed, it is no text: three digits in a row there are no number.
    content = content.replace(text.encode(), b"")
    shown = frozenset(channel.href for owner in (*site.hotlines, *services_in_order(site.services)) for channel in ledger.shown(owner) if channel.href)
    yield from _read_back(built, {"index.html": content}, {"": shown}, f"dist/{single.NAME}")


def _read_back(built: Built, files: Mapping[str, bytes], expected: Mapping[str, frozenset[str]], name: str) -> Iterator[Problem]:
    """The same reading that a built site goes through: links, numbers, exit, requests to elsewhere. What is read from a stick costs no data: the budgets of the net do not bind it."""
    facts = replace(facts_of(built.ledger), budgets=())
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), files)
        for problem in verify(Path(place), expected, facts):
            inside = problem.place.path.removeprefix("site/")
            yield replace(problem, place=Place(name if expected else f"{name}/{inside}"))


def write(top: Path, files: Mapping[str, bytes]) -> None:
    """Write files below ``top``; each appears whole or not at all."""
    for name, content in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.baru")
        half.write_bytes(content)
        half.replace(path)


def read(top: Path) -> dict[str, bytes]:
    """Every file below ``top`` by its path, in order."""
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
