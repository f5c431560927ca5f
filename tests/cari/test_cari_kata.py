"""What a tired colleague would type into content/kata/, and what the check answers."""

import shutil
from datetime import date

import pytest
from alat_cari import ROOT, TODAY, site

from site_src.checks import lexicon
from site_src.load import load_site

CHECKS = (lexicon.check_word_lists, lexicon.check_word_circles, lexicon.check_lexicon_references, lexicon.check_families, lexicon.check_core_phrases)
KATA = "content/kata"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("isi")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "hotlines.yaml", root)
    return root


def found(root, path, old, new):
    """Codes of the problems in ``path`` after one edit, loading problems included."""
    file = root / path
    whole = file.read_text(encoding="utf-8")
    assert old in whole
    file.write_text(whole.replace(old, new, 1), encoding="utf-8")
    try:
        loaded = load_site(root)
        problems = [*loaded.problems, *(problem for check in CHECKS for problem in check(loaded.site, TODAY))]
    finally:
        file.write_text(whole, encoding="utf-8")
    return {problem.code for problem in problems if problem.place.path == path and problem.place.line > 0}


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("akar.yaml", "kata: [pukul, tampar", "kata: [pukul, pukul, tampar", "kata-ganda"),
        ("henti.yaml", "henti: [yang,", "henti: [yang, yang,", "kata-ganda"),
        ("konsep.yaml", "{nama: cekik, kata: [cekik,", "{nama: cekik, kata: [cekik, cekik,", "kata-ganda"),
        ("konsep.yaml", "{nama: cekik,", "{nama: pukul,", "kata-ganda"),
        ("konsep.yaml", "topik: [darurat]}", "topik: [darurad]}", "rujukan-tidak-ada"),
        ("padanan-daerah.yaml", "padanan:\n", "padanan:\n  umah: [umah]\n", "kata-diri-sendiri"),
        ("padanan-obrolan.yaml", "padanan:\n", "padanan:\n  zzsatu: [zzdua]\n  zzdua: [zzsatu]\n", "padanan-berputar"),
        ("darurat.yaml", "@senjata", "@senjatta", "rujukan-tidak-ada"),
        ("darurat.yaml", "hotline: [healing119,", "hotline: [healing-119,", "rujukan-tidak-ada"),
        ("entitas.yaml", "id: sapa129", "id: sapa-129", "rujukan-tidak-ada"),
        ("keluarga.yaml", "[pukul, memukul,", "[pukul, memalu,", "keluarga-terpisah"),
        ("pengecualian.yaml", "  pengacara: pengacara\n", "  pengacara: acara\n", "kata-tertukar"),
        ("akar.yaml", "kata: [pukul", "kataa: [pukul", "kunci-tidak-dikenal"),
        ("ejaan.yaml", "di: akhir}", "di: ujung}", "nilai-salah"),
    ],
)
def test_a_slip_in_the_lexicon_is_named(project, file, old, new, code):
    where = f"{KATA}/{file}" if code != "kata-tertukar" else f"{KATA}/keluarga.yaml"
    path = f"{KATA}/{file}"
    if where != path:
        whole = (project / path).read_text(encoding="utf-8")
        (project / path).write_text(whole.replace(old, new, 1), encoding="utf-8")
        codes = {problem.code for problem in lexicon.check_families(load_site(project).site, TODAY)}
        (project / path).write_text(whole, encoding="utf-8")
    else:
        codes = found(project, path, old, new)
    assert code in codes, codes


def test_a_stray_file_is_named(project):
    stray = project / KATA / "akar-baru.yaml"
    stray.write_text("akar: []\n", encoding="utf-8")
    codes = [problem.code for problem in load_site(project).problems if problem.place.path == f"{KATA}/akar-baru.yaml"]
    stray.unlink()
    assert codes == ["berkas-tidak-dikenal"]


def test_a_page_without_phrases_and_a_need_with_few_are_warned_about(project):
    assert "tanpa-kata-cari" in found(project, "content/layanan/gow.md", "cari:\n  - gow\n  - gow linggau\n  - gabungan organisasi wanita\n  - organisasi perempuan\n  - organisasi wanita linggau\n  - kumpulan ibu-ibu\n  - kegiatan perempuan linggau\n", "")
    whole = (project / "content/topik/visum.md").read_text(encoding="utf-8")
    head, _, rest = whole.partition("istilah:\n")
    tail = rest[rest.index("ringkas:") :]
    (project / "content/topik/visum.md").write_text(head + "istilah:\n" + "".join(f"  - pemeriksaan dokter {name}\n" for name in ("satu", "dua", "tiga", "empat", "lima")) + tail, encoding="utf-8")
    codes = {problem.code for problem in lexicon.check_core_phrases(load_site(project).site, date(2026, 11, 23))}
    (project / "content/topik/visum.md").write_text(whole, encoding="utf-8")
    assert codes == {"sedikit-kata-cari"}


def test_the_lexicon_is_as_wide_as_promised():
    words = site().lexicon
    assert len({word for group in words.roots.groups for word in group.words}) >= 600
    assert [sum(len(forms) for forms in maps.forms.values()) >= least for maps, least in zip(words.maps, (400, 300, 250), strict=True)] == [True, True, True]
    assert len(words.concepts.groups) >= 100 or sum(len(group.members) for group in words.concepts.groups) >= 1500


def test_the_real_lexicon_has_no_problem():
    assert [problem for check in CHECKS for problem in check(site(), TODAY)] == []
