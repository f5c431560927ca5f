"""A list of schools as a spreadsheet saves it: CSV in any of Excel's ways in, schools and Problems out. A broken line hides no other."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping

import phonenumbers

from ..model import Site, international
from ..prints import School
from ..problems import Place, Problem, maybe_you_meant

COLUMNS = ("nama", "kecamatan", "kontak", "nomor")
LONGEST = {"nama": 80, "kontak": 40}
"""Letters that fit a poster and a card."""
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
EXAMPLE = "nama;kecamatan;kontak;nomor\nSD Negeri 1;Lubuk Linggau Timur I;Guru BK;0733-000000"


def read_schools(path: str, raw: bytes, site: Site) -> tuple[dict[str, School], list[Problem]]:
    """``(folder name to school, problems)`` of the CSV file ``path``: UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs."""
    lines = [(number, line) for number, line in enumerate(re.split(r"\r\n|\r|\n", _decoded(raw)), 1) if line.strip(" \t,;\"")]
    if lines and lines[0][1].casefold().startswith("sep="):
        del lines[0]
    first, head = lines[0] if lines else (1, "")
    mark = max(";,\t", key=head.count)
    names = [cell.strip().casefold() for _, cell in _cells(head, mark) or []]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        return {}, [Problem(Place(path, first, 1), "kolom-sekolah", f"Baris pertama tidak memuat kolom {', '.join(missing)}.", "Tulis nama kolom di baris pertama.", EXAMPLE)]
    schools: dict[str, School] = {}
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for number, line in lines[1:]:
        cells = _cells(line, mark)
        if cells is None or len(cells) < len(names):
            said = "Tanda kutip di baris ini tidak ditutup." if cells is None else f"Baris ini punya {len(cells)} isian; seharusnya {len(names)}."
            problems.append(Problem(Place(path, number, 1), "baris-sekolah", said, "Tulis satu sekolah di satu baris, dengan semua kolom.", EXAMPLE))
            continue
        row = {name: (column, " ".join(cell.split())) for name, (column, cell) in zip(names, cells)}
        found = list(_faults(path, number, row, site))
        key = (row["nama"][1].casefold(), row["kecamatan"][1].casefold())
        if not found and key in seen:
            found = [Problem(Place(path, number, row["nama"][0]), "baris-sekolah", f"“{row['nama'][1]}” sudah ada di baris {seen[key]}.", "Hapus salah satunya.")]
        problems += found
        if not found:
            seen[key] = number
            schools[_folder(row["nama"][1], schools)] = School(row["nama"][1], _districts(site)[row["kecamatan"][1].casefold()], row["kontak"][1], row["nomor"][1],
                                                               f"tel:+{international(re.sub(r'[^0-9+]', '', row['nomor'][1]))}")
    return schools, problems


def _faults(path: str, line: int, row: Mapping[str, tuple[int, str]], site: Site) -> Iterator[Problem]:
    def problem(name: str, said: str, remedy: str) -> Problem:
        return Problem(Place(path, line, row[name][0]), "baris-sekolah", said, remedy)

    for name in COLUMNS:
        text = row[name][1]
        if not text:
            yield problem(name, f"Kolom {name} kosong.", "Isi kolom ini.")
        elif any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn") or letter == "\ufffd" for letter in text):
            yield problem(name, f"Kolom {name} memuat huruf yang tidak terbaca.", "Simpan ulang dari Excel sebagai “CSV UTF-8”.")
        elif len(text) > LONGEST.get(name, 80):
            yield problem(name, f"Kolom {name} lebih panjang dari {LONGEST.get(name, 80)} huruf.", "Pakai nama pendek.")
    district, number = row["kecamatan"][1], row["nomor"][1]
    if district and district.casefold() not in _districts(site):
        yield problem("kecamatan", f"Kecamatan “{district}” tidak dikenal.", maybe_you_meant(district, [one.name for one in site.area.districts]) or "Tulis seperti di content/wilayah.yaml.")
    if number and (said := _wrong_number(number, site)):
        yield problem("nomor", *said)


def _wrong_number(number: str, site: Site) -> tuple[str, str] | None:
    if re.fullmatch(r"[2-9]\d{7,12}|[\d.,]+E\+\d+", number):
        return f"“{number}” kehilangan angka 0 di depan.", "Di Excel, jadikan kolom nomor “Teks”, lalu tulis lagi."
    try:
        right = phonenumbers.is_valid_number(phonenumbers.parse(number, "ID")) and not re.search(r"[A-Za-z]", number)
    except phonenumbers.NumberParseException:
        right = False
    if not right:
        return f"“{number}” bukan nomor telepon.", "Tulis nomor lengkap dengan kode wilayah, misalnya seperti di kartu nama sekolah."
    digits = international(re.sub(r"\D", "", number))
    wrong = next((one for one in site.policy.known_wrong if international(re.sub(r"\D", "", one.number)) == digits), None)
    return (f"“{number}” diketahui keliru: {wrong.reason}", "Cari nomor yang benar.") if wrong else None


def _districts(site: Site) -> dict[str, str]:
    return {name.casefold(): district.name for district in site.area.districts for name in (district.name, *district.other_names)}


def _decoded(raw: bytes) -> str:
    """Excel's “CSV UTF-8” begins with a mark, its “Unicode text” is UTF-16, its plain “CSV” is of the Windows of western Europe."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _cells(line: str, mark: str) -> list[tuple[int, str]] | None:
    """``(column, text)`` of each cell of one line; ``None`` when a quote is not closed."""
    try:
        [texts] = csv.reader([line], delimiter=mark, strict=True)
    except (csv.Error, ValueError):
        return None
    starts = [match.start(1) + 1 for match in re.finditer(rf'(?:^|{re.escape(mark)})("(?:[^"]|"")*"|[^{re.escape(mark)}]*)', line)]
    return list(zip(starts, texts)) if len(starts) == len(texts) else list(zip([1] * len(texts), texts))


def _folder(name: str, taken: Mapping[str, School]) -> str:
    """A folder name that every computer opens, and that no other school has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-") or "sekolah"
    stem = f"sekolah-{stem}" if RESERVED.fullmatch(stem) else stem
    return next(one for one in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if one not in taken)
