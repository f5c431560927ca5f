"""A list of schools as a spreadsheet saves it: CSV in any of Excel's ways in, schools and Problems out. A broken line hides no other."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import phonenumbers

from ..model import Site, international
from ..prints import School
from ..problems import Place, Problem, maybe_you_meant

COLUMNS = ("nama", "kecamatan", "kontak", "nomor")
ENDS = re.compile(r"\r\n|\r|\n")
LONGEST = {"nama": 80, "kontak": 40}
"""Letters that fit a poster and a card."""
PRINTED = re.compile(r"[ -~\u00a0-\u024f\u1e00-\u1eff‘’“”–—…·•°×]")
"""What the font of the sheets can draw: Latin letters with their marks, digits, signs."""
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .xls begin."""
RECORD = 5
"""Lines that one row may take: Excel lets people break a line within a cell."""
FOLDER = 40
"""Letters of a folder's name; a longer one ends with a whole word."""
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
EXAMPLE = "nama;kecamatan;kontak;nomor\nSD Negeri 1;Lubuk Linggau Timur I;Guru BK;0733-000000"


def read_schools(path: str, raw: bytes, site: Site) -> tuple[dict[str, School], list[Problem]]:
    """``(folder name to school, problems)`` of the CSV file ``path``: UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs."""
    if raw.startswith(WORKBOOK):
        return {}, [Problem(Place(path, 1, 1), "kolom-sekolah", "Ini buku kerja Excel, bukan CSV.", "Di Excel pilih Simpan Sebagai, jenis “CSV UTF-8”, lalu pakai berkas itu.", EXAMPLE)]
    lines = [(number, line) for number, line in enumerate(written_lines(raw), 1) if line.strip(" \t,;\"")]
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
    rest = lines[1:]
    if not rest:
        return {}, [Problem(Place(path, first, 1), "baris-sekolah", "Daftar ini belum memuat sekolah.", "Tulis satu sekolah di setiap baris di bawah nama kolom.", EXAMPLE)]
    while rest:
        number, line = rest[0]
        cells, taken = _record(rest, mark, len(names))
        rest = rest[taken:]
        if cells is None or len(cells) != len(names):
            said = "Tanda kutip di baris ini tidak ditutup." if cells is None else f"Baris ini punya {len(cells)} isian; seharusnya {len(names)}."
            column = cells[len(names)][0] if cells and len(cells) > len(names) else 1
            problems.append(Problem(Place(path, number, column), "baris-sekolah", said, "Tulis satu sekolah di satu baris, dengan semua kolom. Isian yang memuat tanda pemisah diapit tanda kutip.", EXAMPLE))
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
        elif strange := [letter for letter in text if not PRINTED.fullmatch(letter)]:
            yield problem(name, f"Kolom {name} memuat “{strange[0]}”, yang tidak ada di huruf cetak.", "Tulis dengan huruf Latin.")
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


def written_lines(raw: bytes) -> list[str]:
    """The lines of the file as somebody typed them: Excel's “CSV UTF-8” begins with a mark, its “Unicode text” is UTF-16, its plain “CSV” is of the Windows of western Europe."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ENDS.split(raw.decode("utf-16", "replace"))
    return [_decoded(line) for line in re.split(rb"\r\n|\r|\n", raw.removeprefix(b"\xef\xbb\xbf"))]


def _decoded(line: bytes) -> str:
    """Line by line, for a list to which somebody has pasted may hold both."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _record(rest: Sequence[tuple[int, str]], mark: str, width: int) -> tuple[list[tuple[int, str]] | None, int]:
    """``(cells, lines taken)`` of the row that begins ``rest``; a quoted cell may go over several lines, if the row then is as wide as it should be."""
    cells = _cells(rest[0][1], mark)
    if cells is not None:
        while len(cells) > width and not cells[-1][1].strip():
            cells.pop()
        return cells, 1
    for taken in range(2, RECORD + 1):
        whole = _cells(" ".join(line for _, line in rest[:taken]), mark)
        if whole is not None and len(whole) == width:
            return whole, taken
    return None, 1


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
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    stem = (whole if len(whole) <= FOLDER else whole[: FOLDER + 1].rpartition("-")[0] or whole[:FOLDER]) or "sekolah"
    stem = f"sekolah-{stem}" if RESERVED.fullmatch(stem) else stem
    return next(one for one in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if one not in taken)
