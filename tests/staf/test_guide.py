"""The guide for staff names what is really on the screen, on paper as in docs/penyunting.md."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from building import HOME, TODAY, environment
from test_kelola import checked

from site_src.kelola import config
from site_src.load import load_site
from site_src.prints.guide import JOBS, guide_pdf

GUIDE = (HOME / "docs/penyunting.md").read_text(encoding="utf-8")
FORMS = GUIDE[GUIDE.index("### Mengubah nomor lewat formulir"):GUIDE.index("## Cara tercepat")]
SAMPLE = re.search(r"```markdown\n(.*?)```", GUIDE[GUIDE.index("## Menambah layanan\n"):], re.DOTALL)[1]
LINES = re.findall(r"^    (\S.*)", GUIDE[GUIDE.index("## Lewat berkas di komputer"):GUIDE.index("## Empat aturan")], re.MULTILINE)


def true(sample):
    """A sample with a page that exists and a sentence that ends."""
    return sample.replace("https://contoh.go.id/", "https://lubuklinggaukota.go.id/").replace("Klinik ini …", "Klinik ini merawat warga.")


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


def test_every_file_that_staff_edit_has_its_row():
    rows = set(re.findall(r"^\| [^|]+ \| `([^`]+)`", GUIDE[GUIDE.index("## Di mana letaknya"):GUIDE.index("## Dua cara")], re.MULTILINE))
    there = {f"content/{path.name}{'/' if path.is_dir() else ''}" for path in (HOME / "content").iterdir() if not path.name.startswith(".")}
    assert rows == there | {"hotlines.yaml"}


def test_a_pasted_sample_is_refused_until_it_says_something_true(tmp_path):
    answer = checked(tmp_path / "contoh", "content/layanan/klinik-contoh.md", SAMPLE)
    assert answer.returncode == 1 and re.findall(r"klinik-contoh\.md:\d+:\d+: galat ([\w-]+)", answer.stdout) == ["alamat-contoh", "tulisan-belum-selesai"], answer.stdout
    answer = checked(tmp_path / "benar", "content/layanan/klinik-contoh.md", true(SAMPLE))
    assert (answer.returncode, answer.stdout.count("klinik-contoh.md")) == (0, 0), answer.stdout


@pytest.fixture
def office(tmp_path):
    """A computer with git, and where it sends what was changed: the guide's own lines run there."""
    source, hub = tmp_path / "asal", tmp_path / "hub.git"
    shutil.copytree(HOME / "content", source / "content")
    shutil.copytree(HOME / "site_src", source / "site_src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("hotlines.yaml", "mkdocs.yml"):
        shutil.copy(HOME / name, source)
    for line in ("init -q -b main", "add -A", "-c user.name=a -c user.email=a@contoh.id commit -q -m awal", f"clone -q --bare . {hub}"):
        subprocess.run(["git", *line.split()], cwd=source, check=True)
    settings = {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "a", "GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "a@contoh.id"}

    def run(line, folder=tmp_path / "situs"):
        words = shlex.split(line.replace("https://github.com/PEMILIK/REPOSITORI.git", str(hub)))
        if words[0] == "python3":
            words = [sys.executable, "-m", "site_src.cli", Path(words[1]).stem, *words[2:], "--tanggal", str(TODAY)]
        done = subprocess.run(words, cwd=folder, env=environment(settings), capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, line + done.stdout + done.stderr
        return done.stdout

    run(LINES[0], tmp_path)
    return tmp_path / "situs", hub, run


def edit(folder, job):
    """The three jobs, each as its part of the guide says."""
    hotlines = folder / "hotlines.yaml"
    text = hotlines.read_text(encoding="utf-8")
    if job == "nomor":
        number = 'nomor: "08111-129-129"\n        sumber:\n'
        assert number in text
        source = re.search(r"    sumber:\n((?:      .*\n)+)```", GUIDE[GUIDE.index("\n## Mengubah nomor\n"):])[1]
        hotlines.write_text(text.replace(number, number.replace("08111-129-129", "0811-1129-129") + true("".join(f"    {line}\n" for line in source.splitlines()))), encoding="utf-8")
    else:
        (folder / "content/layanan/klinik-contoh.md").write_text(true(SAMPLE), encoding="utf-8")


@pytest.mark.parametrize("job", ["nomor", "layanan", "uji"])
def test_the_lines_of_the_guide_send_each_job_to_a_second_reader(office, job):
    folder, hub, run = office
    start, check, send = LINES[1:4], LINES[4], LINES[5:]
    for line in start:
        run(line)
    if job == "uji":
        run(re.search(r"python3 scripts/uji\.py .+", GUIDE)[0])
    else:
        edit(folder, job)
    assert "Isi bersih" in run(check)
    for line in send:
        run(line)
    changed = subprocess.run(["git", "diff", "--numstat", "main", "ubah-nomor-sapa"], cwd=hub, check=True, capture_output=True, text=True).stdout.split()
    assert changed == {"nomor": ["4", "1", "hotlines.yaml"], "layanan": ["13", "0", "content/layanan/klinik-contoh.md"], "uji": ["2", "0", "hotlines.yaml"]}[job]


def test_the_printed_guide_is_two_pages_and_names_the_same_fields(known, tmp_path):
    made = guide_pdf(HOME)
    assert made and made == guide_pdf(HOME)
    pages = pypdfium2.PdfDocument(made)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert len(pages) == 2 and all(title in text for title, *_ in JOBS)
    fields = {name for _, steps, _, _ in JOBS for step in steps for name in re.findall("“([^”]+)”", step)} - {"ya", "Anda"}
    assert len(fields) > 8 and fields - known == set()
    assert guide_pdf(tmp_path) is None
