"""Words of a city that does not exist: Indonesian-like sentences, sections and names, every one made up."""

from __future__ import annotations

import random

WORDS_PER_PAGE = 400
NOUNS = """anak ibu bapak keluarga tetangga guru petugas kantor rumah jalan pasar sungai sekolah kader warga teman saudara nenek
kakek bidan perawat dokter polisi hakim pendamping psikolog laporan surat salinan foto catatan ponsel pesan kabar cerita pertanyaan
jawaban bantuan pertolongan layanan tempat ruang pintu jendela halaman meja kursi tas pakaian obat makanan uang kartu alamat waktu kain
benang tangga lampu pagar kebun taman jembatan sepeda keranjang keputusan rencana langkah pilihan tanda bukti luka rasa takut malu marah sedih
tenang harapan kekuatan keberanian dukungan perlindungan pemulihan kesehatan pendidikan pekerjaan kegiatan kelompok pertemuan""".split()
VERBS = """membantu menemani mendengar menulis menyimpan membaca menjelaskan bertanya menjawab mencari menemukan memberi menerima membawa
menunggu datang pergi pulang berbicara melapor memeriksa mencatat mengatur menjaga merawat mengajak menghubungi memilih memutuskan
memahami mengingat mengenali melindungi mendukung mengantar menyiapkan membuka menutup memulai menyelesaikan""".split()
LINKERS = """dan atau bila karena agar supaya sehingga sambil sebelum sesudah ketika tanpa dengan untuk dari pada di ke tentang juga sering
selalu kadang dapat ingin lalu sudah belum tidak lebih sangat paling setiap semua beberapa banyak sedikit""".split()
HEADINGS = ("Apa ini", "Yang bisa dilakukan", "Siapa yang menolong", "Sesudah itu")


def sentence_of(chance: random.Random) -> str:
    words = [chance.choice((NOUNS, VERBS, LINKERS)[index % 3]) for index in range(chance.randint(6, 11))]
    return " ".join(words).capitalize() + "."


def paragraph(chance: random.Random, words: int) -> str:
    said: list[str] = []
    while sum(len(sentence.split()) for sentence in said) < words:
        said.append(sentence_of(chance))
    return " ".join(said)


def prose(chance: random.Random, links: list[str], mark: str = " {{ sumber: sumber-satu }}", words: int = WORDS_PER_PAGE) -> str:
    """Markdown as staff write it: sections, lists, emphasis, links, a source mark, a contact in a sentence."""
    parts = []
    share = words // len(HEADINGS)
    for index, heading in enumerate(HEADINGS):
        parts.append(f"## {heading}")
        parts.append(paragraph(chance, share // 4) + (mark if index == 0 else ""))
        parts.append(paragraph(chance, share // 4))
        rows = [sentence_of(chance) for _ in range(max(2, share // 18))]
        parts.append("\n".join(f"{number}. {row}" if index % 2 else f"- **{row.split()[0]}** {row}" for number, row in enumerate(rows, 1)))
    parts.insert(3, "Hubungi {{ hotline: darurat-kota }} bila perlu. " + sentence_of(chance))
    parts.append(" ".join(f"Baca [{name}]({name})." for name in links))
    return "\n\n".join(parts) + "\n"


def name_of(chance: random.Random) -> str:
    return f"{chance.choice(NOUNS)} {chance.choice(NOUNS)}".title()


def in_colours(number: int) -> str:
    """A number told in colours: digits and words for digits could be a hotline's."""
    return " ".join("merah jingga kuning hijau biru nila ungu putih hitam kelabu".split()[int(digit)] for digit in str(number))
