"""A new record passes the check from its first minute, and a wrong answer writes nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from site_src import pipeline
from site_src.load import load_site
from site_src.newrecord.command import main
from site_src.newrecord.questions import Question, questions
from site_src.newrecord.text import name_pathway

REAL = Path(__file__).resolve().parent.parent.parent
CITY = Path(__file__).resolve().parent.parent / "city"
TODAY = date(2026, 11, 23)
DAY = ["--tanggal", "2026-11-23"]
PAGE = ["--judul", "Menjaga anak di pasar", "--ringkas", "Cara menjaga anak di tempat ramai.", "--untuk", "orang-tua, guru", "--topik", "kdrt", "--sumber", "prinsip-contoh",
        "--isi", "Pegang tangan anak Anda di tempat ramai."]
SOURCE = ["--url", "https://contoh.go.id/baru", "--resmi", "ya"]
OPTIONS = {
    "layanan": ["--nama", "Puskesmas Rekaan", "--sektor", "kesehatan", "--ringkas", "Merawat luka Anda.", "--isi", "Perawat menyapa Anda lebih dulu.", "--topik", "kdrt", *SOURCE],
    "hotline": ["--nama", "Teman Malam", "--pengelola", "Yayasan Rekaan", "--ringkas", "Mendengarkan Anda.", "--untuk", "umum", "--topik", "kdrt", "--nomor", "0733-000077", *SOURCE],
    "topik": ["--nama", "Diikuti orang", "--ucapan", "Saya diikuti orang", "--kelompok", "tubuh", "--istilah", "diikuti, dibuntuti, dikuntit, diawasi, dicegat", "--ringkas", "Diikuti orang membuat takut.",
              "--mendesak", "Pergi ke tempat ramai.", "--untuk", "korban", "--hotline", "polisi-110", "--sumber", "prinsip-contoh", "--isi", "Seseorang mengikuti Anda terus-menerus, di jalan atau di depan rumah. Itu bukan salah Anda."],
    "pencegahan": PAGE,
    "panduan": PAGE,
    "alur": ["--judul", "Setelah melapor", "--ringkas", "Dari laporan sampai aman.", "--topik", "kdrt, darurat", "--untuk", "korban",
             "--langkah", "kepolisian: Polisi mencatat laporan Anda. | kesehatan: Dokter merawat luka Anda. | pemerintah: Dinas mendampingi Anda."],
}


@pytest.fixture
def city(tmp_path):
    """A copy of the tiny city."""
    shutil.copytree(CITY, tmp_path / "kota")
    return tmp_path / "kota"


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def forbidden(prompt):
    raise AssertionError(f"bertanya: {prompt}")


@pytest.mark.parametrize("kind", OPTIONS)
def test_each_kind_passes_load_and_checks_without_a_word(city, kind, capsys):
    before = files(city)
    assert main([kind, *OPTIONS[kind], *DAY], city) == 0, capsys.readouterr().err
    assert pipeline.check(city, TODAY).problems == []
    changed = {path for path, content in files(city).items() if before.get(path) != content}
    assert changed == {"layanan": {"content/layanan/puskesmas-rekaan.md"}, "hotline": {"hotlines.yaml"}, "topik": {"content/topik/diikuti-orang.md"},
                       "pencegahan": {"content/pencegahan/menjaga-anak-di-pasar.md"}, "panduan": {"content/panduan/menjaga-anak-di-pasar.md"},
                       "alur": {"content/alur/setelah-melapor.yaml", "content/topik/kdrt.md", "content/topik/darurat.md"}}[kind]


def test_a_service_without_number_or_hours_asks_for_both(city, capsys):
    main(["layanan", *OPTIONS["layanan"], *DAY], city)
    out = capsys.readouterr().out
    assert "Belum diketahui, sudah masuk perlu_dipastikan: Berapa nomor telepon kantor ini?" in out
    assert "Belum diketahui, sudah masuk perlu_dipastikan: Jam berapa dan hari apa saja melayani?" in out
    assert (city / "content/layanan/puskesmas-rekaan.md").read_text() == """\
---
nama: "Puskesmas Rekaan"
sektor: kesehatan
ringkas: "Merawat luka Anda."
topik: [kdrt]
pengganti: [polisi-110]
sumber:
  - {url: "https://contoh.go.id/baru", dibaca: 2026-11-23, resmi: ya}
perlu_dipastikan:
  - "Berapa nomor telepon kantor ini?"
  - "Jam berapa dan hari apa saja melayani?"
---

Perawat menyapa Anda lebih dulu.
"""


def test_a_service_with_number_and_hours_says_that_the_number_is_untested(city, capsys):
    assert main(["layanan", *OPTIONS["layanan"], "--nomor", "0733-000088", "--jam", "Mo-Fr 08:00-16:00", *DAY], city) == 0
    out = capsys.readouterr().out
    assert "Nomornya belum diuji. Telepon, lalu catat: python3 scripts/uji.py puskesmas-rekaan" in out
    assert "perlu_dipastikan" not in out
    checked = pipeline.check(city, TODAY)
    service = checked.loaded.site.service["puskesmas-rekaan"]
    assert (checked.problems, service.channels[0].number, service.hours.spec) == ([], "0733-000088", "Mo-Fr 08:00-16:00")


def test_a_hotline_is_added_behind_bytes_that_stay(city):
    before = (city / "hotlines.yaml").read_bytes()
    main(["hotline", *OPTIONS["hotline"], *DAY], city)
    after = (city / "hotlines.yaml").read_bytes()
    assert after.startswith(before)
    assert after[len(before):].decode().lstrip("\n").splitlines()[:2] == ["  - id: teman-malam", '    nama: "Teman Malam"']


WRONG = {
    "pilihan": (["layanan", *OPTIONS["layanan"], "--sektor", "kesehtan"], "Maksud Anda “kesehatan”?"),
    "rujukan": (["panduan", *PAGE, "--topik", "kdrtt"], "Maksud Anda “kdrt”?"),
    "kurang": (["layanan", "--nama", "X"], "“sektor” wajib diisi. Tulis --sektor.\n  “ringkas” wajib diisi. Tulis --ringkas.\n  “isi” wajib diisi. Tulis --isi.\n"),
    "tanpa-huruf": (["layanan", *OPTIONS["layanan"], "--nama", "!!!"], "tidak memuat huruf"),
    "nomor": (["hotline", *OPTIONS["hotline"], "--nomor", "0733-12"], "Hasilnya tidak lolos pemeriksaan"),
    "nomor-orang-lain": (["hotline", *OPTIONS["hotline"], "--nomor", "0812-0000-0404"], "Hasilnya tidak lolos pemeriksaan"),
    "jam": (["layanan", *OPTIONS["layanan"], "--jam", "pagi sampai sore"], "Hasilnya tidak lolos pemeriksaan"),
    "alamat": (["layanan", *OPTIONS["layanan"], "--url", "contoh.go.id"], "“contoh.go.id” belum benar untuk “url”"),
    "besok": (["layanan", *OPTIONS["layanan"], "--dibaca", "2026-11-30"], "belum terjadi"),
    "sudah-ada": (["layanan", *OPTIONS["layanan"], "--nama-berkas", "klinik"], "“klinik” sudah ada"),
    "asing": (["panduan", *PAGE, "--nomor", "110"], "panduan tidak memakai --nomor"),
    "sedikit": (["alur", *OPTIONS["alur"], "--langkah", "kepolisian: Polisi mencatat."], "perlu paling sedikit 2"),
    "luar-folder": (["panduan", *PAGE, "--nama-berkas", "../../jahat"], "belum benar untuk “nama_berkas”"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_answer_writes_nothing(city, kind, capsys):
    options, said = WRONG[kind]
    before = files(city)
    assert main([*options, *DAY], city) == 1
    assert said in capsys.readouterr().err
    assert files(city) == before


def test_a_wrong_answer_is_asked_again(city, capsys):
    answers = iter(["", "Rumah Teman", "", "kesehtan", "masyarakat", "Menemani Anda.", "Relawan menemani Anda.", "teman curhat, rumah teman", "kdrt", "12", "0733-000066", "telepon", "kapan saja", "https://contoh.go.id/rumah", "", "ya", "",
                    "Mo-Fr 08:00-12:00"])
    prompts = []

    def ask(prompt):
        prompts.append(prompt.split(" (")[0].split(" [")[0].rstrip(": "))
        return next(answers)

    assert main(["layanan", *DAY], city, ask) == 0, capsys.readouterr().err
    assert prompts.count("Nama yang dibaca orang") == prompts.count("Sektor") == prompts.count("Nomor telepon seperti di sumbernya") == 2
    assert prompts[-1].startswith("Jam buka")
    assert pipeline.check(city, TODAY).problems == []
    assert pipeline.check(city, TODAY).loaded.site.service["rumah-teman"].hours.spec == "Mo-Fr 08:00-12:00"


def test_whoever_stops_halfway_is_told_that_nothing_was_written(city, capsys):
    before = files(city)

    def ask(prompt):
        raise KeyboardInterrupt

    assert main(["layanan", *DAY], city, ask) == 2
    assert "Tidak ada yang ditulis" in capsys.readouterr().err and files(city) == before


def test_of_very_many_choices_a_refusal_names_three_and_says_where_all_are():
    many = Question("sumber", "", many=True, choices=tuple(f"sumber-{number}" for number in range(300)))
    assert many.judge("zzz") == "“zzz” tidak dikenal untuk “sumber”. Pilihannya 300, misalnya sumber-0, sumber-1, sumber-2; semuanya ada di berkas yang disebut di pertanyaannya."
    laws = Question("sumber", "", choices=(*many.choices, "uu-pkdrt-pasal-5", "uu-pkdrt-bentuk"))
    assert laws.judge("KDRT") == "“KDRT” tidak dikenal untuk “sumber”. Yang memuatnya: uu-pkdrt-pasal-5, uu-pkdrt-bentuk."
    assert "sumber-2, sumber-3." in Question("sumber", "", choices=tuple(f"sumber-{number}" for number in range(4))).judge("zzz")


def test_an_answer_is_taken_as_people_say_it():
    law = Question("sumber", "", many=True, choices=("uu-pkdrt-bentuk", "uu-pkdrt-pasal-15"), titles=("UU 23/2004: bentuk", "UU 23/2004 Pasal 15"))
    assert law.settled("UU 23/2004 pasal 15, lain") == "uu-pkdrt-pasal-15, lain"
    assert "Yang memuatnya: uu-pkdrt-bentuk, uu-pkdrt-pasal-15." in Question("sumber", "", choices=law.choices + tuple(map(str, range(99))), titles=law.titles + tuple(map(str, range(99)))).judge("UU 23/2004")
    assert Question("sektor", "", choices=("kesehatan",)).settled("Kesehatan") == "kesehatan"
    day = next(question for question in questions("layanan", load_site(REAL).site, "2026-11-23") if question.key == "dibaca")
    role = next(question for question in questions("pencegahan", load_site(REAL).site, "2026-11-23") if question.key == "oleh")
    assert role.judge("Rina") == "“Rina” tampak seperti nama orang. Tulis perannya, misalnya penyusun." and role.judge("penyusun") == ""
    assert (day.settled("27 November 2026"), day.settled("besok")) == ("2026-11-27", "besok")


def test_whoever_answers_nothing_sees_what_an_answer_is(city, capsys):
    answers = iter(["Menjaga anak", "", "Bagi orang tua.", "", "umum", "", "kdrt", "", ""])

    def ask(prompt):
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    assert main(["pencegahan", *DAY], city, ask) == 2
    assert "“topik” wajib diisi. Pilihannya: " in capsys.readouterr().err


@pytest.fixture
def words(city):
    """A copy of the tiny city with words of everyday talk: from then on records without search words are told."""
    shutil.copytree(REAL / "content/kata", city / "content/kata")
    return city


@pytest.mark.parametrize("kind", OPTIONS)
def test_the_plainest_answers_write_a_file_and_the_warnings_are_what_is_missing(words, kind, capsys):
    before = files(words)
    assert main([kind, *OPTIONS[kind], *DAY], words) == 0, capsys.readouterr().err
    assert {path for path in files(words)} >= set(before) and files(words) != before
    out = capsys.readouterr().out
    assert "Yang masih kurang:" in out
    assert ("sedikit-kata-cari: " if kind == "topik" else "tanpa-kata-cari: ") in out


@pytest.mark.parametrize("kind", sorted(set(OPTIONS) - {"topik"}))
def test_search_words_that_are_given_are_in_the_file(words, kind, capsys):
    assert main([kind, *OPTIONS[kind], "--cari", "kata satu, kata: dua", *DAY], words) == 0, capsys.readouterr().err
    assert "tanpa-kata-cari" not in capsys.readouterr().out
    site = pipeline.check(words, TODAY).loaded.site
    assert [record for record in (*site.hotlines, *site.services, *site.prevention, *site.guides, *site.pathways) if record.phrases == ("kata satu", "kata: dua")]


def test_a_name_that_is_taken_is_asked_again(city, capsys):
    given = [*OPTIONS["panduan"], "--hotline", "polisi-110", "--oleh", "penyusun", "--cari", "pasar", *DAY]
    shutil.copy(next((city / "content/panduan").glob("*.md")), city / "content/panduan/pasar.md")
    assert main(["panduan", *given, "--nama-berkas", "pasar"], city, lambda prompt: "pasar-baru") == 0
    assert "“pasar” sudah ada." in capsys.readouterr().err
    assert (city / "content/panduan/pasar-baru.md").exists()


def test_an_answer_that_stays_wrong_is_followed_by_every_question(city, monkeypatch):
    """An error that no answer mends in its own place must not ask for the same thing for ever."""
    prompts = []

    class Enough(Exception):
        pass

    def ask(prompt):
        prompts.append(prompt)
        if len(prompts) > 3:
            raise Enough
        return "Menjaga anak di pasar"

    from site_src.newrecord import command
    from site_src.newrecord.trial import Trial
    from site_src.problems import Place, Problem

    checked = pipeline.check(city, TODAY).loaded
    checked.texts["x.md"] = "judul: x"
    monkeypatch.setattr(command, "try_out", lambda *_: Trial((Problem(Place("x.md", 1, 1), "uji", "Salah."),), checked))
    given = [*OPTIONS["panduan"], "--nama-berkas", "pasar", "--hotline", "polisi-110", "--oleh", "penyusun", "--cari", "pasar", *DAY]
    with pytest.raises(Enough):
        main(["panduan", *given], city, ask)
    assert [prompt.split(" ")[0] for prompt in prompts] == ["Judul", "Judul", "Nama", "Nama"]


def test_no_question_is_asked_when_every_option_is_given(city):
    given = [*OPTIONS["panduan"], "--nama-berkas", "pasar", "--hotline", "polisi-110", "--oleh", "penyusun", "--cari", "pasar", *DAY]
    assert main(["panduan", *given], city, forbidden) == 0
    assert (city / "content/panduan/pasar.md").exists()


@pytest.mark.parametrize(("old", "new"), [
    ("---\nnama: X\n---\n\nalur: [bukan]\n", "---\nnama: X\nalur: [baru]\n---\n\nalur: [bukan]\n"),
    ("---\nalur: [a]   # b\nnama: X\n---\n", "---\nalur: [a, baru]   # b\nnama: X\n---\n"),
    ("---\nalur: []\n---\n", "---\nalur: [baru]\n---\n"),
    ("---\nalur:\n  - a\n  - b\nnama: X\n---\n", "---\nalur:\n  - a\n  - b\n  - baru\nnama: X\n---\n"),
])
def test_a_topic_names_the_new_pathway_and_keeps_every_other_byte(old, new):
    assert name_pathway(old, "baru") == new
