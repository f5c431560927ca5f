"""One page for every problem code, made from the rule's own sentence and from examples that are proven."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from . import checks
from .leaks.report import SAID as LEAKS
from .problems import Severity
from .report import page_of
from .yaml_words import YAML_SENTENCES

EXAMPLES = Path("docs") / "masalah" / "contoh"
PAGES = Path("docs") / "masalah"
FAMILIES = {"berkas": "Berkas", "yaml": "Bentuk YAML", "isian": "Isian", "nomor": "Nomor dan jam", "rujukan": "Rujukan dan nama", "alur": "Alur", "sumber": "Sumber dan hukum",
            "tulisan": "Tulisan", "rahasia": "Kerahasiaan", "hasil": "Halaman jadi", "jalan": "Saat membangun", "cari": "Kata pencarian", "paket": "Paket dan salinan"}
WAYS = {"crlf": "Berkas disimpan dengan akhir baris Windows (CRLF).", "bom": "Berkas disimpan sebagai “UTF-8 dengan BOM”.", "utf-16": "Berkas disimpan sebagai UTF-16.",
        "hapus": "Berkas atau folder itu dihapus.", "folder": "Ada folder dengan nama itu.", "symlink": "Di tempat berkas ada tautan (symlink) ke berkas lain.", "gps": "Di hasil ada foto yang menyimpan koordinat tempat pengambilannya.", "zip-rusak": "Di hasil ada berkas .zip yang rusak.",
        "besar": "Berkas berisi dua megabita teks yang tersalin berulang."}
YAML_CODES = tuple(row[1] for row in YAML_SENTENCES)
INDIRECT = {
    ("checks/references.py", "f'{kind}-tidak-dikenal'"): ("kecamatan-tidak-dikenal", "kelurahan-tidak-dikenal"),
    ("checks/references.py", "code"): ("pengenal-ganda", "nama-ganda"),
    ("leaks/report.py", "leak.code"): tuple(LEAKS),
    ("source.py", "*YAML_SENTENCES[0][1:]"): YAML_CODES[:1],
    ("yaml_words.py", "code"): YAML_CODES,
}
"""Codes that are chosen while running: the file, the expression that holds the code, and everything it can be."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: its title, its rule, and how it looks when wrong and when right.

    ``old`` is a text of the tiny city in ``tests/city``; ``wrong`` and ``right`` take its place (``right`` is ``old`` when not given). Without
    ``old`` they are whole files. ``built`` entries change a built page; ``proof`` names the test of a code that no file alone can show.
    """

    code: str
    title: str
    family: str
    rule: str = ""
    check: str = ""
    path: str = ""
    way: str = ""
    old: str = ""
    wrong: str = ""
    right: str = ""
    built: bool = False
    proof: str = ""


def entries(root: Path) -> Iterator[Entry]:
    """Every entry of ``docs/masalah/contoh/``, family by family. The rule of a check is its docstring."""
    for family in FAMILIES:
        for row in yaml.load((root / EXAMPLES / f"{family}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            check = row.get("periksa", "")
            rule = row.get("aturan") or (rule_of(check) if check else "")
            yield Entry(row["kode"], row["judul"], family, rule, check, row.get("berkas", ""), row.get("cara", ""), row.get("lama", ""), row.get("salah", ""),
                        row.get("benar", ""), row.get("hasil") == "ya", row.get("bukti", ""))


def rule_of(check: str) -> str:
    """The docstring of ``module.function`` in the checks: the rule as editors read it."""
    return next(" ".join((found.__doc__ or "").split()) for found in checks.CHECKS if check == f"{found.__module__.rpartition('.')[2]}.{found.__name__}")


def documents(root: Path) -> dict[str, str]:
    """Every page by its path in the project, the index last."""
    found = list(entries(root))
    pages = {page_of(entry.code): _page(entry) for entry in found}
    return pages | {(PAGES / "index.md").as_posix(): _index(found)}


def emitted(package: Path) -> dict[str, set[str]]:
    """Every code the package can emit, with the files that do. ``ValueError`` names a code this reading cannot follow."""
    codes: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        passing = {node.name: [argument.arg for argument in node.args.args].index("code") - (node.args.args[0].arg == "self")
                   for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and "code" in [argument.arg for argument in node.args.args] and _makes_problems(node)}
        inside = {id(call) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in passing for call in ast.walk(node)}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            called = getattr(call.func, "id", getattr(call.func, "attr", ""))
            position = 1 if called == "Problem" else passing.get(called)
            if position is None or (called == "Problem" and id(call) in inside and _argument(call, position) == "code"):
                continue
            for code in _codes(name, call, position):
                codes.setdefault(code, set()).add(name)
    return codes


def _makes_problems(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" for node in ast.walk(function))


def _codes(name: str, call: ast.Call, position: int) -> tuple[str, ...]:
    node = next((word.value for word in call.keywords if word.arg == "code"), None) or (call.args[position] if len(call.args) > position else None)
    if isinstance(node, ast.Constant):
        return (node.value,)
    if isinstance(node, ast.IfExp) and isinstance(node.body, ast.Constant) and isinstance(node.orelse, ast.Constant):
        return (node.body.value, node.orelse.value)
    known = INDIRECT.get((name, ast.unparse(node) if node else ""))
    if known is None:
        raise ValueError(f"{name}:{call.lineno}: kode masalah tidak terbaca; tulis sebagai teks, atau tambahkan ke INDIRECT di manual.py")
    return known


def _argument(call: ast.Call, position: int) -> str:
    return ast.unparse(call.args[position]) if len(call.args) > position else ""


def _page(entry: Entry) -> str:
    where = f" di `{entry.path}`" if entry.path else ""
    wrong = WAYS.get(entry.way, "") or _fenced(entry.wrong)
    right = _fenced(entry.right or entry.old) if entry.right or entry.old else "Berkas seperti semula." if entry.way else "Hapus baris atau berkas itu."
    return "\n\n".join([f"# {entry.title}", f"Kode: `{entry.code}`", f"**Aturan.** {entry.rule}", f"## Salah\n\nContoh{where}:", wrong, "## Benar", right,
                        "[Semua masalah](index.md)"]) + "\n"


def _index(found: list[Entry]) -> str:
    parts = ["# Masalah yang dapat dilaporkan", f"Setiap laporan menyebut sebuah kode. Di sini {len(found)} kode dengan aturannya, contoh yang salah, dan contoh yang benar.",
             f"Tingkat “{Severity.ERROR}” menghentikan pembangunan; “{Severity.WARNING}” hanya memberi tahu. Halaman-halaman ini ditulis oleh `python3 scripts/docs.py`."]
    for family, title in FAMILIES.items():
        rows = sorted((entry.title, entry.code) for entry in found if entry.family == family)
        parts.append(f"## {title}\n\n" + "\n".join(f"- [{name}]({code}.md) – `{code}`" for name, code in rows))
    return "\n\n".join(parts) + "\n"


def _fenced(text: str) -> str:
    fence = "~~~" if "```" in text else "```"
    return f"{fence}text\n{text.strip(chr(10))}\n{fence}"


def by_code(root: Path) -> Mapping[str, Entry]:
    """The entries by code."""
    return {entry.code: entry for entry in entries(root)}
