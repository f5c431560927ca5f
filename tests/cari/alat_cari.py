"""What the tests of search share: the real content as search data, the browser's engine in Node, thinned lexicons."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import random
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from site_src.load import load_site
from site_src.model import Ledger, Site, WordMap
from site_src.search.files import SearchFiles, search_files
from site_src.search.index import FIELDS, search_data, unpack
from site_src.search.query import Search, as_rows

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TODAY = date(2026, 11, 23)
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node tidak terpasang")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SETS = ("pertanyaan", "pertanyaan-luas", "pertanyaan-uji", "pertanyaan-uji-kedua", "pertanyaan-uji-ketiga", "pertanyaan-uji-keempat", "pertanyaan-uji-kelima")
"""All sets of queries beside this file."""


@cache
def scoring():
    """scripts/nilai_cari.py as a module."""
    spec = importlib.util.spec_from_file_location("nilai_cari", ROOT / "scripts" / "nilai_cari.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def site() -> Site:
    """The real content."""
    return load_site(ROOT).site


@cache
def data() -> dict:
    """Search data of the real content."""
    return search_data(Ledger(site(), TODAY))


@cache
def search() -> Search:
    """The engine over the real content."""
    return Search(data())


def queries(name: str) -> list[dict]:
    """One of the query sets beside this file."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def score(engine: Search, asked: list[dict]) -> dict:
    """All measures of an engine on a set of queries."""
    return scoring().score(asked, {query["q"]: as_rows(engine, query["q"]) for query in asked})


def write(folder: Path, files: SearchFiles) -> Path:
    """The files as the site has them."""
    for name, content in files.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "aset"


@cache
def real_files() -> SearchFiles:
    """The files of the real content."""
    return search_files(Ledger(site(), TODAY))


def ask_node(folder: Path, **asked: object) -> dict:
    """What the browser's engine says."""
    done = subprocess.run([NODE, str(HERE / "tanya.mjs")], input=json.dumps({"folder": str(folder), **asked}), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def for_lunr(packed: dict) -> dict:
    """The packed index in the form that lunr's ``Index.load`` reads, Python's and JavaScript's alike."""
    terms = packed["kata"].split(" ")
    inverted: dict[str, dict] = {term: {"_index": number, **{name: {} for name in FIELDS}} for number, term in enumerate(terms)}
    vectors: dict[str, list[float]] = {}
    for name in FIELDS:
        empty = {other: "-" for other in FIELDS if other != name}
        for term, rows in unpack({"kata": packed["kata"], "vektor": {**empty, name: packed["vektor"][name]}}).items():
            for position, weight in rows:
                vectors.setdefault(f"{name}/{position}", []).extend([inverted[term]["_index"], weight])
                inverted[term][name][str(position)] = {}
    return {"version": "2.3.9", "fields": list(FIELDS), "fieldVectors": [list(pair) for pair in vectors.items()], "invertedIndex": [list(pair) for pair in inverted.items()], "pipeline": []}


def thinned(whole: Site, share: float, seed: int) -> Site:
    """The site with a share of its lexicon (roots, forms, concept members) deleted at random."""
    chance = random.Random(seed)

    def kept(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in words if chance.random() >= share)

    def fewer(words: WordMap) -> WordMap:
        return words.model_copy(update={"forms": {standard: kept(forms) for standard, forms in words.forms.items()}})

    old = whole.lexicon
    roots = old.roots.model_copy(update={"groups": tuple(group.model_copy(update={"words": kept(group.words)}) for group in old.roots.groups)})
    concepts = old.concepts.model_copy(update={"groups": tuple(group.model_copy(update={"members": kept(group.members)}) for group in old.concepts.groups)})
    lexicon = dataclasses.replace(old, roots=roots, concepts=concepts, chat=fewer(old.chat), local=fewer(old.local), english=fewer(old.english))
    return dataclasses.replace(whole, lexicon=lexicon)


def mistyped(text: str, seed: int) -> str:
    """A text as a hurried thumb writes it: nearly half the longer words with one slip, a quarter nearly without vowels. The same seed slips alike."""
    chance = random.Random(f"{seed}{text}")
    return " ".join(word if len(word) < 4 or (drawn := chance.random()) > 0.7 else _slip(word, chance) if drawn < 0.45 else _thin(word, chance) for word in text.split(" "))


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    beside = [row[place] for row in KEYS if (here := row.find(word[at])) >= 0 for place in (here - 1, here + 1) if 0 <= place < len(row)]
    return word[:at] + chance.choice([word[at + 1 :], word[at] + word[at:], word[at + 1 : at + 2] + word[at] + word[at + 2 :], (chance.choice(beside) if beside else word[at]) + word[at + 1 :]])


def _thin(word: str, chance: random.Random) -> str:
    return word[0] + "".join(letter for letter in word[1:-1] if letter not in "aiueo" or chance.random() < 0.35) + word[-1]
