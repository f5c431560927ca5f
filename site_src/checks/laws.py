"""A law that prose names is known, in force, and has its source beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..model import Law, Record, Reference, Site, Step, Term
from ..problems import Problem, maybe_you_meant
from .sentences import Block, blocks, split_sentences
from .walk import passages, remembered

KINDS = {
    "undang-undang": "UU", "peraturan pemerintah": "PP", "peraturan presiden": "Perpres", "peraturan menteri": "Permen",
    "peraturan daerah": "Perda", "peraturan wali kota": "Perwali", "peraturan mahkamah agung": "Perma", "peraturan men": "Permen", "undang undang": "UU",
}
MINISTRIES = {"pendidikan,kebudayaan,riset,danteknologi": "dikbudristek", "pendidikankebudayaanrisetdanteknologi": "dikbudristek", "pendidikandasardanmenengah": "dikdasmen",
              "pendidikandankebudayaan": "dikbud", "pemberdayaanperempuandanperlindungananak": "pppa"}
"""Ministries as their regulations are titled, and as they are called."""
KIND = (r"UU|Undang[- ]undang|Perp?pu|PP|Peraturan (?:Pemerintah|Presiden|Daerah|Wali Kota|Mahkamah Agung|Menteri(?-i:(?:,? (?:(?!N(?:omor|OMOR|o|O)\b)[A-Z]\w+|dan))*)|Men\w+)|Perpres|Permen(?:\s?PPPA|\w*[ -]?ristek|\w+)?|Perma|Perda|Perwali?|Pergub|Keppres"
        r"|Kepmen\w*|Inpres|(?-i:(?:Perda|Perwali|Perwal|Perbup|Pergub|Permen|PERMEN)(?: (?!N(?:omor|OMOR|o|O)\b)[A-Z]\w*)+)|Perkap|Perpol|SEMA")
NUMBERED = re.compile(rf"\b({KIND})\s*(?:Republik Indonesia\s+|RI\s+)?(?:nomor\s+|nmr\.?\s*|no\.?\s*)?(\d+[A-Z]?)(?:\s*/\s*|\s+(?:tahun|thn\.?|th\.?)\s+)(?:(?-i:[A-Z.-]+)/)?(\d{{4}})\b", re.IGNORECASE)
"""A kind, a number and a year make a law however they are written: in capitals, in small letters, shortened or in full."""
NUMBER_AND_YEAR = re.compile(r"\d[A-Z]?(?:\s*/|\s+(?:tahun|thn|th)\b)[^\d\n]{0,12}(?:19|20)\d\d\b", re.IGNORECASE)
FURTHER = re.compile(r"\s*(?:jo\.?|juncto|dan|,)\s*(\d+[A-Z]?)/(\d{4})\b")
NICKNAME = re.compile(r"\bUU\s+(?!(?:ini|itu|yang|baru|lama|tahun|No|RI)\b)[A-Z]\w*(?:\s+[A-Z]\w+)*")
CLAIM = re.compile(r"\b[Pp]asal\s+\d|\b[Uu]ndang-[Uu]ndang\b")
MARK = re.compile(r"\{\{\s*sumber\s*:")
PAST = re.compile(
    r"(?<!berapa )(?<!paling )(?<!cukup )\blama\b|\bdahulu\b|\bdulu\b|\b(?:di|men)cabut\b|\b(?:di|meng|ber)ganti(?:kan)?\b|\bpengganti\b|\bsebelumnya\b|"
    r"\b(?:tidak|tak) (?:lagi )?berlaku\b|\bberakhir\b|\bsebelum (?:Januari )?20\d\d\b|\bhingga 20\d\d\b", re.IGNORECASE)
STILL = re.compile(r"\b(?:masih|tetap)\s+(?:berlaku|bertugas|bekerja|menerima|menjadi|ada)\b|\b(?:belum|tidak)\s+(?:dicabut|diganti)\b", re.IGNORECASE)
PENALTY = re.compile(
    r"\b(?:penjara|kurungan|dipidana|dihukum|hukuman)\b[^.;]{0,40}?\b(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\w+ belas|\w+ puluh)\s+(?:tahun|bulan)\b"
    r"|\bdenda\b[^.;]{0,40}?(?:\bRp|\b\d|\bjuta\b|\bmiliar\b)", re.IGNORECASE)
PENALTY_WORDS = ("penjara", "kurungan", "dipidana", "dihukum", "hukuman", "denda")
CHECKED = "uu-1-2026"
"""Since 2 January 2026 this law changes fines and minimum sentences in other laws (content/hukum.yaml)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A law named in a text: where, how it was written, and the record, if the table has it."""

    start: int
    typed: str
    law: Law | None


def mentions(text: str, site: Site) -> Iterator[Mention]:
    """Every law that ``text`` names, by number or by one of its names in the table."""
    table = remembered(site, "laws by number", lambda: {(_flat(law.kind), law.number.casefold(), law.year): law for law in site.laws})
    taken: list[tuple[int, int]] = []
    for match in NUMBERED.finditer(text):
        kind = _flat(match[1])
        yield Mention(match.start(), match[0], table.get((kind, match[2].casefold(), int(match[3]))))
        end = match.end()
        while more := FURTHER.match(text, end):
            yield Mention(more.start(1), f"{match[1]} {more[1]}/{more[2]}", table.get((kind, more[1].casefold(), int(more[2]))))
            end = more.end()
        taken.append((match.start(), end))
    names, pattern = remembered(site, "law names", lambda: _names(site))
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            taken.append(match.span())
            yield Mention(match.start(), match[0], names[match[0]])
    for match in NICKNAME.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield Mention(match.start(), match[0], None)


def check_law_table(site: Site, today: date) -> Iterator[Problem]:
    """Setiap aturan di content/hukum.yaml ditulis sekali; “oleh” dan “sumber” menyebut catatan yang ada."""
    seen: dict[str, Law] = {}
    for law in site.laws:
        for name in (law.id, law.short.casefold()):
            if name in seen and seen[name] is not law:
                yield Problem(law.at("id"), "pengenal-ganda", f"{law.short} sudah ada di {seen[name].at('id')}.", "Gabungkan kedua catatan.")
                break
            seen[name] = law
        for key, names, known, place in (("oleh", law.by, site.law, "content/hukum.yaml"), ("sumber", law.references, site.reference, "content/sumber.yaml")):
            for index, name in enumerate(names):
                if name not in known and not site.is_unread(place, name):
                    yield Problem(law.at(key, index), "rujukan-tidak-ada", f"“{name}” tidak ada di {place}.",
                                  maybe_you_meant(name, known) or "Periksa ejaannya, atau buat catatannya lebih dulu.")


def check_laws_are_known(site: Site, today: date) -> Iterator[Problem]:
    """Hukum yang disebut di tulisan ada di content/hukum.yaml, agar keadaannya sekarang diketahui."""
    known = [law.short for law in site.laws]
    for passage in passages(site):
        if "content/hukum.yaml" in site.unread or not _may_name_a_law(passage.text):
            continue
        for mention in mentions(passage.text, site):
            if mention.law is None:
                yield Problem(passage.place(mention.start), "hukum-tidak-dikenal", f"“{mention.typed}” tidak ada di content/hukum.yaml.",
                              maybe_you_meant(mention.typed, known) or "Periksa nomor dan tahunnya; bila benar, tambahkan ke content/hukum.yaml beserta sumbernya.", "UU 12/2022")


def check_laws_are_in_force(site: Site, today: date) -> Iterator[Problem]:
    """Aturan yang sudah dicabut, dan badan yang lahir darinya, hanya disebut sebagai hal lama beserta gantinya."""
    gone = [law for law in site.laws if not law.stands_on(today)]
    if not gone:
        return
    bodies = {name: law for law in gone for name in law.bodies}
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in sorted(bodies, key=len, reverse=True)) or r"(?!)", re.IGNORECASE)
    folded = {name.casefold(): law for name, law in bodies.items()}
    for block in blocks(site):
        if isinstance(block.record, Reference) or not (_may_name_a_law(block.text) or any(name in block.text.casefold() for name in folded)):
            continue
        for offset, sentence in [(0, block.text)] if block.kind == "tabel" else split_sentences(block.text):
            if PAST.search(sentence) and not STILL.search(sentence):
                continue
            for mention in mentions(sentence, site):
                if mention.law in gone:
                    yield _gone(block, offset + mention.start, mention.typed, mention.law, site)  # type: ignore[arg-type]
            for match in pattern.finditer(sentence):
                yield _gone(block, offset + match.start(), match[0], folded[match[0].casefold()], site)
    for term in site.terms:
        names = {term.name, *term.other_names}
        for law in gone:
            if names & {law.short, *law.aliases, *law.bodies} and not PAST.search(term.meaning):
                yield Problem(term.at("arti"), "hukum-dicabut", f"Arti “{term.name}” tidak mengatakan bahwa ini hal lama. {_successor(law, site)}", "Katakan bahwa aturannya sudah diganti.")


def check_law_has_a_source(site: Site, today: date) -> Iterator[Problem]:
    """Kalimat yang menyebut undang-undang atau pasal punya tanda {{ sumber: … }} di paragraf yang sama."""
    for block in blocks(site):
        if block.kind == "judul" or not ("asal" in block.text or "ndang" in block.text or _may_name_a_law(block.text)):
            continue
        if isinstance(block.record, Reference) or MARK.search(block.text) or has_sources(block):
            continue
        first = min((mention.start for mention in mentions(block.text, site)), default=None) if _may_name_a_law(block.text) else None
        claim = CLAIM.search(block.text)
        if first is None and claim is None:
            continue
        start = min(found for found in (first, claim.start() if claim else None) if found is not None)
        yield Problem(block.place(start), "hukum-tanpa-sumber", f"“{_around(block.text, start)}” menyebut hukum tanpa sumber di paragraf ini.",
                      "Tambahkan tanda sumber di akhir kalimatnya.", "{{ sumber: uu-tpks-pasal-41 }}")


def check_penalties(site: Site, today: date) -> Iterator[Problem]:
    """Lama penjara dan besar denda tidak dimuat sebelum dicocokkan dengan UU 1/2026 tentang Penyesuaian Pidana."""
    for block in blocks(site):
        folded = block.text.casefold()
        for match in PENALTY.finditer(block.text) if any(word in folded for word in PENALTY_WORDS) else ():
            if not any(mention.law is not None and mention.law.id == CHECKED for mention in mentions(block.text, site)):
                yield Problem(block.place(match.start()), "angka-hukuman", f"“{match[0][:60]}” menyebut angka hukuman yang mungkin sudah berubah.",
                              "Hapus angkanya, atau cocokkan dengan UU 1/2026 dan sebut aturan itu beserta sumbernya.")


def has_sources(block: Block) -> bool:
    """A field is covered by the sources of its record; a pathway's step by its own."""
    if not block.loc:
        return False
    if block.loc[0] == "langkah" and len(block.loc) > 1 and hasattr(block.record, "steps") and isinstance(block.record.steps[0], Step):
        return bool(block.record.steps[int(block.loc[1])].references)  # type: ignore[attr-defined]
    return _record_has_sources(block.record)


def _record_has_sources(record: Record) -> bool:
    steps = [name for step in getattr(record, "steps", ()) if isinstance(step, Step) for name in step.references]
    return bool(getattr(record, "references", ()) or getattr(record, "sources", ()) or steps)


def _gone(block: Block, offset: int, typed: str, law: Law, site: Site) -> Problem:
    return Problem(block.place(offset), "hukum-dicabut", f"“{typed}” disebut seolah masih berlaku. {_successor(law, site)}",
                   "Ganti dengan aturan yang berlaku, atau katakan dengan jelas bahwa ini aturan lama.", "Aturan lama, Permendikbudristek 46/2023, sudah diganti Permendikdasmen 6/2026.")


def _successor(law: Law, site: Site) -> str:
    new = [site.law[name] for name in law.by if name in site.law]
    bodies = [name for item in new for name in item.bodies]
    heirs = ", ".join(item.short for item in new) or ", ".join(law.by)
    return f"{law.short} dicabut sejak {law.since}; gantinya {heirs}{f' ({chr(44).join(bodies)})' if bodies else ''}."


def _names(site: Site) -> tuple[dict[str, Law], re.Pattern[str]]:
    """Names without a number, and one pattern for all of them, the longest first."""
    names = {name: law for law in site.laws for name in law.aliases}
    return names, re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in sorted(names, key=len, reverse=True)) or r"(?!)")


@lru_cache(maxsize=200_000)
def _may_name_a_law(text: str) -> bool:
    return bool(("20" in text or "19" in text) and NUMBER_AND_YEAR.search(text) or re.search(r"UU|KUH|Wetboek|WvS|PP\b|P(?:er(?:pres|men|p?pu|ma|da|wal|gub|kap|pol)|ERMA)|PER|Undang|Peraturan|Kitab|Kepp?|Inpres|SEMA", text))


def _flat(kind: str) -> str:
    said = " ".join(kind.split()).casefold()
    for long, short in KINDS.items():
        if said.startswith(long):
            said = short.casefold() + said.removeprefix(long)
            break
    said = re.sub(r"[ -]", "", said)
    for long, short in MINISTRIES.items():
        said = said.replace(long, short)
    return said


def _around(text: str, start: int) -> str:
    return " ".join(text[start : start + 60].split())
