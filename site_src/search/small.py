"""The search small enough to travel inside one file: the same engine, with fewer documents and only the words that lead to one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Ledger
from .data import Data, lexicon_data
from .documents import Document, documents
from .files import PARTS, squeezed
from .index import build, pack
from .query import Search
from .words import Words

KINDS = ("darurat", "topik", "hotline", "layanan")
"""What is searched. The emergency page comes first, as the engine expects."""


def small_searches(ledger: Ledger, urls: Iterable[str]) -> Iterator[str]:
    """Whole scripts (engine and content), each smaller than the one before; they define ``mesinCari`` and ``isiCari``.

    ``urls`` names the documents to find besides the emergency page. What is left out, in this order: words the repair of slips reads by itself; the single words of
    phrases (their concepts stay); exceptions of the stemmer; words of regions and slang beyond the first eight, then four of each meaning, but none that a rule of
    emergencies needs; that whole map. No number and no contact is in it: the page it stands on shows those.
    """
    wanted = set(urls)
    listed = [document for document in documents(ledger) if document.kind in KINDS and (document.kind == "darurat" or document.url in wanted)]
    lexicon = lexicon_data(ledger.site.lexicon)
    words = Words(lexicon)
    whole, concepts = pack(_index(listed, lexicon, stems=True)), pack(_index(listed, lexicon, stems=False))
    useful = _useful(lexicon, whole["kata"].split(" "), words)
    data = {**lexicon, "akar": [root for root in lexicon["akar"] if root in useful], "padanan": _single_words(lexicon, useful, words),
            "permukaan": [], "kode": [], "dokumen": [_row(document) for document in listed], "indeks": whole}
    fewer = {**data, "padanan": _unrepaired(data, words)}
    bare = {**fewer, "indeks": concepts, "pengecualian": []}
    for content in (data, fewer, {**fewer, "indeks": concepts}, bare, *(_first_words(bare, most) for most in (8, 4)), {**bare, "padanan": []}):
        yield engine() + "globalThis.isiCari=" + json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + ";\n"


def engine() -> str:
    """The engine as the site ships it."""
    return "".join(squeezed(part.read_text(encoding="utf-8")) for part in PARTS)


class _Concepts(Words):
    """Words that are seen only as the ideas they stand for."""

    def analyse(self, text: str, with_concepts: bool = True) -> list[str]:
        return [token for token in super().analyse(text, with_concepts) if token.startswith("@")]


def _index(listed: Iterable[Document], lexicon: Data, stems: bool) -> dict[str, Any]:
    """Titles and phrases; the text of the pages stays out."""
    words = Words(lexicon)
    return build(listed, words, phrases=words if stems else _Concepts(lexicon), sentences=False)


def _useful(lexicon: Data, terms: Iterable[str], words: Words) -> set[str]:
    """Every stem that the index, a concept or a rule of emergencies knows."""
    said = [member for group in lexicon["konsep"] for member in group[1]] + [part for rule in lexicon["darurat"] for part in rule[2]] + lexicon["kecuali"]
    parts = {part.lstrip("@=") for text in said for part in text.replace("+", " ").split(" ")}
    return {*terms, *parts, *map(words.stem, parts)}


def _single_words(lexicon: Data, useful: set[str], words: Words) -> list[list[Any]]:
    """The word map without phrases and without words that lead nowhere."""
    groups = []
    for targets, forms in lexicon["padanan"]:
        kept = [target for target in targets if any(words.stem(part) in useful for part in target[0].split(" "))]
        single = [form for form in forms.split(",") if " " not in form]
        if kept and single:
            groups.append([kept, ",".join(single)])
    return groups


def _unrepaired(data: Data, words: Words) -> list[list[Any]]:
    """The word map without the forms that affixes and the repair of slips read alike."""
    bare = Search({**data, "padanan": []})

    def known(form: str) -> bool:
        found, meant = bare.words.resolve(form) or (bare.repair.read(form, False) if form.isalpha() else None), words.resolve(form)
        return bool(found and meant and found.readings and meant.readings and found.readings[0][0] == meant.readings[0][0])

    groups = [[targets, ",".join(form for form in forms.split(",") if not known(form))] for targets, forms in data["padanan"]]
    return [group for group in groups if group[1]]


def _first_words(data: Data, most: int) -> Data:
    """The word map with at most ``most`` forms of each meaning; all of those that a rule of emergencies may hang on."""
    said = [part for rule in data["darurat"] for text in rule[2] for part in text.replace("+", " ").split(" ")] + [part for text in data["kecuali"] for part in text.split(" ")]
    ideas = {part.lstrip("@=") for part in said}
    needed = ideas | {word for idea, members, _ in data["konsep"] if idea in ideas for member in members for word in member.split(" ")}

    def kept(targets: list[Any], forms: str) -> str:
        return forms if any(needed & set(target[0].split(" ")) for target in targets) else ",".join(forms.split(",")[:most])

    return {**data, "padanan": [[targets, kept(targets, forms)] for targets, forms in data["padanan"]]}


def _row(document: Document) -> list[Any]:
    return [document.url, document.title, document.kind, "", list(document.topics), list(document.entities), [], [], [], document.id, document.weight]
