"""Who runs this, what we know of the reader (nothing), and how the data are checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import NUMBERED, Page, Status, Strength, newest_date
from . import embed, saved
from .before import unknown_section
from .contacts import Contacts
from .text import body, host, html, link_list, long_date

TRAIL = (("Beranda", ""), ("Tentang", "tentang/"))


def about_pages(contacts: Contacts) -> Iterator[Page]:
    """Tentang and its three pages."""
    yield _about(contacts)
    yield _privacy(contacts)
    yield _accessibility(contacts)
    yield _data(contacts)


def _about(contacts: Contacts) -> Page:
    organisation, area = contacts.site.organisation, contacts.site.area
    owner = contacts.site.service[organisation.owner_service]
    return Page(
        path="tentang/index.md", title="Tentang situs ini", kind="tentang", trail=TRAIL[:1], source=organisation.path,
        description="Siapa yang mengelola situs ini dan bagaimana isinya dijaga.",
        body=body(
            f"{organisation.site_summary}",
            f"## Siapa yang mengelola\n\n{organisation.owner} mengelola situs ini untuk warga {area.name}, {area.province}. "
            f"[Halaman {organisation.owner_short}](../layanan/{owner.slug}.md) mengatakan apa yang diketahui tentang kantornya.",
            "## Yang bukan tugas situs ini\n\nSitus ini memberi informasi. Situs ini tidak menerima laporan dan tidak menyimpan cerita Anda. Untuk melapor, hubungi salah satu [hotline](../hotline/index.md).",
            "## Baca lebih lanjut",
            link_list("tentang/index.md", [("tentang/data.md", "Bagaimana data ini diperiksa"), ("tentang/privasi.md", "Privasi: apa yang kami ketahui tentang Anda"), ("tentang/aksesibilitas.md", "Aksesibilitas"),
                                             (saved.ASK, "Simpan di ponsel, bila Anda memintanya"), (embed.HOW, "Sematkan nomor di situs sekolah atau kantor")]),
            f"## Memakai ulang\n\nIsi situs ini boleh dipakai ulang dengan menyebut sumber ({organisation.licence.replace(' ', chr(160))}). Periksa dulu setiap nomor sebelum mencetaknya.",
        ),
    )


def _privacy(contacts: Contacts) -> Page:
    exit_host = host(contacts.site.policy.exit_url)
    return Page(
        path="tentang/privasi.md", title="Privasi", kind="tentang", trail=TRAIL, source="content/kebijakan.yaml",
        description="Apa yang kami ketahui tentang Anda, dan apa yang tidak bisa kami sembunyikan.",
        body=body(
            "## Yang tidak kami lakukan\n\n- Situs ini tidak memasang kuki dan tidak menyimpan apa pun di ponsel Anda, kecuali Anda sendiri memintanya di [Simpan di ponsel](../simpan/index.md).\n- Halaman kami tidak meminta apa pun dari situs lain.\n"
            "- Situs ini tidak menghitung pengunjung dan tidak mencatat apa yang Anda cari.",
            "## Yang tidak bisa kami sembunyikan\n\n- Peramban mencatat alamat halaman di riwayat.\n- Pemilik jaringan, misalnya wifi rumah, dapat melihat nama situs yang Anda buka.\n"
            "- Akun yang terhubung ke ponsel lain dapat menyalin riwayat.\n- Aplikasi waktu layar dan aplikasi pengawas dapat mencatat situs, atau melihat seluruh layar.\n"
            "- Telepon tercatat di ponsel, dan kadang di tagihan.\n- SMS dan obrolan tersimpan di ponsel Anda dan di ponsel penerima.\n\n"
            "Riwayat yang mendadak kosong juga bisa dicurigai. "
            + ("Baca [menjelajah dengan aman](../panduan/menjelajah-aman.md)." if any(guide.slug == "menjelajah-aman" for guide in contacts.site.guides) else ""),
            f"## Tombol keluar\n\nTombol “Keluar cepat” membuka {exit_host}. Di papan tik, tekan Shift tiga kali, masing-masing dalam lima detik. "
            "Layar langsung kosong, lalu halaman lain itu terbuka. Bila sinyal lemah, alamat situs ini masih terlihat sampai halaman itu datang: mengunci layar bisa lebih cepat.\n\n"
            "Tombol ini menolong bila seseorang melihat layar Anda. Tombol ini tidak menghapus riwayat. Tombol kembali di ponsel dapat membuka halaman situs ini yang Anda baca sebelumnya.",
            "## Mode senyap {#senyap}\n\nTekan “Mode senyap” di atas halaman, sebaiknya di halaman pertama yang Anda buka. Sesudah itu:\n\n"
            "- halaman baru menggantikan halaman sebelumnya, jadi tombol kembali tidak menampilkannya lagi;\n- sesudah “Keluar cepat”, tombol kembali tidak membuka situs ini.\n\n"
            "Halaman yang Anda buka sebelum menekan “Mode senyap” tetap ada di tombol kembali. Daftar riwayat peramban tetap mencatat semuanya. "
            "Mode ini perlu JavaScript, tidak disimpan, dan mati sendiri bila jendelanya ditutup.",
            "## Halaman catatan {#catatan}\n\n[Buka situs ini di halaman catatan](../b/index.md). Di riwayat, kunjungan Anda tampak sebagai satu baris berjudul “Catatan”. Halaman ini bekerja tanpa JavaScript.\n\n"
            "Nama situs ini tetap terbaca di alamatnya. Siapa pun yang menekan baris itu akan sampai ke situs ini. Tanpa JavaScript, tombol kembali masih menampilkan satu per satu halaman yang Anda baca di dalamnya.",
        ),
    )


def _accessibility(contacts: Contacts) -> Page:
    return Page(
        path="tentang/aksesibilitas.md", title="Aksesibilitas", kind="tentang", trail=TRAIL,
        description="Bagaimana situs ini dibuat agar bisa dipakai semua orang.",
        body=body(
            "## Cara kami membuatnya\n\n- Setiap halaman lengkap tanpa JavaScript.\n- Warna, ukuran huruf, dan jarak tekan mengikuti WCAG 2.2 tingkat AA.\n- Halaman mengikuti setelan terang atau gelap ponsel Anda.\n"
            "- Setiap halaman bisa dipakai dengan papan tik dan pembaca layar.",
            "## Yang belum kami ketahui\n\nKami belum tahu layanan mana yang punya juru bahasa isyarat atau jalan untuk kursi roda. Halaman tiap layanan menulisnya di bawah “Yang belum kami ketahui” sampai ada petugas yang memeriksa.",
            "## Menemukan hambatan\n\nBila ada bagian yang sulit dipakai, beri tahu kantor pengelola. Caranya ada di [Laporkan kesalahan](kesalahan.md).",
        ),
    )


def _data(contacts: Contacts) -> Page:
    site, policy = contacts.site, contacts.site.policy
    numbered = [channel for _, _, channel in site.contacts() if channel.kind in NUMBERED]
    counts = Counter(contacts.ledger.standing(channel).status for channel in numbered)
    weights = Counter(reference.strength for reference in site.references)
    unsure = sum(step.confirm for pathway in site.pathways for step in pathway.steps)
    wording = sum(indicator.confirm for indicator in site.indicators)
    silent = sum(not contacts.shown(owner) for owner in (*site.hotlines, *site.services))
    rows = [
        ("Teruji telepon", counts[Status.TESTED], "Petugas menelepon dan tersambung."),
        ("Bersumber, belum diuji", counts[Status.SOURCED], "Ada sumber tertulis yang baru dibaca; belum ada yang menelepon."),
        ("Jatuh tempo", counts[Status.DUE], "Sudah waktunya diuji atau dibaca lagi."),
        ("Lewat masa", counts[Status.OVERDUE], "Terlalu lama tidak diperiksa; nomor nasional didahulukan."),
        ("Ditahan", counts[Status.HELD], "Tidak ditampilkan di mana pun sampai dipastikan, termasuk yang ujinya gagal."),
    ]
    table = "| Keadaan | Jumlah nomor | Artinya |\n|---|---|---|\n" + "\n".join(f"| {name} | {count} | {meaning} |" for name, count, meaning in rows)
    official = ", ".join(f"*{name.lstrip('.')}*" for name in policy.official_hosts)
    return Page(
        path="tentang/data.md", title="Bagaimana data ini diperiksa", kind="tentang", trail=TRAIL, source="content/kebijakan.yaml",
        description="Dari mana nomor berasal, kapan dibaca, dan mana yang sudah diuji.",
        body=body(
            "Nomor yang salah bisa melukai orang. Nomor yang hilang juga. Karena itu setiap nomor punya sumber, tanggal dibaca, dan catatan uji telepon.",
            f"## Keadaan hari ini\n\nData terbaru bertanggal {long_date(newest_date(site))}.",
            table,
            f"{silent} hotline dan layanan belum punya kontak yang dapat dipastikan. Halamannya mengatakan itu, dan menunjukkan siapa yang bisa dihubungi dulu.",
            unknown_section(contacts.ledger),
            body(f"## Seberapa kuat sumber tulisan kami\n\nTulisan di situs ini berdasar pada [{len(site.references)} sumber](sumber.md).",
                 f"- {weights[Strength.STRONG]} sumber kuat: naskah aturan, atau dua sumber yang tidak saling menyalin.\n- {weights[Strength.SINGLE]} baru satu sumber, dan menunggu kepastian.\n"
                 f"- {weights[Strength.EDITORIAL]} prinsip penyusun, bukan fakta.\n- {unsure} langkah alur dan {wording} indikator Kota Layak Anak masih perlu dipastikan kantor."),
            f"## Aturan kami\n\n- Uji telepon nomor tetap dan nomor pendek berlaku {policy.ages.landline_test} hari.\n- Uji nomor seluler dan WhatsApp berlaku {policy.ages.mobile_test} hari.\n"
            f"- Sumber tertulis dibaca ulang paling lambat setelah {policy.ages.source} hari.\n- Nomor yang belum diuji memerlukan {policy.independent_sources} sumber mandiri, atau satu halaman resmi.\n"
            f"- Sumber disebut resmi bila alamatnya berakhir dengan {official}.",
            "## Ejaan dan wilayah\n\nNama kecamatan dan kelurahan mengikuti kode Kementerian Dalam Negeri.",
            html('<ul class="sumber-daftar">', contacts.sources(site.area.sources), "</ul>"),
        ),
    )
