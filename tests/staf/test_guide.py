"""The guide for staff names what is really on the screen, on paper as in docs/penyunting.md."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from building import HOME
from test_kelola import checked

from site_src.kelola import config
from site_src.load import load_site
from site_src.prints.guide import JOBS, guide_pdf

GUIDE = (HOME / "docs/penyunting.md").read_text(encoding="utf-8")
FORMS = GUIDE[GUIDE.index("### Mengubah nomor lewat formulir"):GUIDE.index("## Cara tercepat")]


def labels(part):
    """Every label in a form, at any depth."""
    if isinstance(part, dict):
        yield from (part[key] for key in ("label", "label_singular") if isinstance(part.get(key), str))
        part = list(part.values())
    for item in part if isinstance(part, list) else ():
        yield from labels(item)


@pytest.fixture(scope="module")
def known():
    return set(labels(config(load_site(HOME).site, "kota/situs")))


def test_every_field_the_guide_names_is_in_a_form(known):
    named = set(re.findall(r"\*\*([^*]+)\*\*", FORMS))
    assert len(named) > 6 and named - known == set()
    assert {name for name in re.findall(r"\*Tambah ([^*…]+)\*", GUIDE)} - known == set()


def test_every_picture_is_there_and_none_is_left_over():
    shown = re.findall(r"!\[[^\]]{20,}\]\(gambar/penyunting/([\w-]+\.png)\)", GUIDE)
    assert shown and len(re.findall(r"!\[", GUIDE)) == len(shown)
    taken = [name for file in ("test_kelola_ponsel.py", "phone.py") for name in re.findall(r'\.picture\("([\w-]+)"\)', (HOME / "tests/staf" / file).read_text(encoding="utf-8"))]
    there = {path.name for path in (HOME / "docs/gambar/penyunting").iterdir()}
    assert there == {f"{name}.png" for name in taken} and set(shown) <= there


def test_every_place_the_guide_leads_to_exists():
    headings = {re.sub(r"[^\w\- ]", "", line.lstrip("# ").casefold()).strip().replace(" ", "-") for line in GUIDE.splitlines() if line.startswith("#")}
    assert {anchor for anchor in re.findall(r"\]\(#([^)]+)\)", GUIDE)} - headings == set()
    assert [path for path in re.findall(r"`(scripts/\w+\.py)", GUIDE) if not (HOME / path).is_file()] == []


def test_words_a_newcomer_does_not_know_are_explained_before_they_are_used():
    start = GUIDE[:GUIDE.index("## Di mana letaknya")]
    assert [word for word in ("repositori", "usulan (*pull request*)", "kanal", "token", "terminal") if f"| {word} |" not in start] == []


def test_the_guide_names_parts_of_a_needs_page_that_the_check_asks_for():
    said = GUIDE[GUIDE.index("## Menulis halaman"):]
    named = re.findall(r"“([^”]+)”", said[said.index("Halaman kebutuhan punya bagian tetap"):said.index("pemeriksaan memperingatkan")])
    policy = (HOME / "content/kebijakan.yaml").read_text(encoding="utf-8")
    assert named and [name for name in named if name not in policy] == []


def test_the_sample_of_a_service_passes_without_a_word(tmp_path):
    sample = re.search(r"```markdown\n(.*?)```", GUIDE[GUIDE.index("## Menambah layanan\n"):], re.DOTALL)[1].replace("Klinik ini …", "Klinik ini merawat warga.")
    answer = checked(tmp_path, "content/layanan/klinik-contoh.md", sample)
    assert (answer.returncode, answer.stdout.count("klinik-contoh.md")) == (0, 0), answer.stdout


def test_the_printed_guide_is_two_pages_and_names_the_same_fields(known, tmp_path):
    made = guide_pdf(HOME)
    assert made and made == guide_pdf(HOME)
    pages = pypdfium2.PdfDocument(made)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert len(pages) == 2 and all(title in text for title, *_ in JOBS)
    fields = {name for _, steps, _, _ in JOBS for step in steps for name in re.findall("“([^”]+)”", step)} - {"ya", "Anda"}
    assert len(fields) > 8 and fields - known == set()
    assert guide_pdf(tmp_path) is None
