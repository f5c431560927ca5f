"""Words of the card “Sebelum menghubungi” in other languages: an Indonesian question or common answer, and how it is said there.

What staff wrote for one service is not here: it is shown in Indonesian, and marked so.
"""

from __future__ import annotations

from typing import TypedDict


class CardWords(TypedDict):
    """The card's ``title``, the word for what nobody knows, and the ``questions`` and ``answers`` by their Indonesian."""

    title: str
    unknown: str
    questions: dict[str, str]
    answers: dict[str, str]


CARD_WORDS: dict[str, CardWords] = {
    "en": {
        "title": "Before you contact them: cost, bill, traces",
        "unknown": "Not known",
        "questions": {
            "Biaya": "Cost",
            "Tampil di tagihan?": "Does it show on the bill?",
            "Meninggalkan obrolan?": "Does it leave a chat?",
            "Apakah mereka menelepon balik?": "Do they call back?",
            "Apakah diminta KTP?": "Do they ask for your identity card (KTP)?",
            "Siapa yang menjawab?": "Who answers?",
            "Bahasa": "Languages",
            "Apa yang pertama dikatakan?": "What is said first?",
            "Boleh saya tutup?": "May I hang up?",
        },
        "answers": {
            "Ya.": "Yes.",
            "Tidak.": "No.",
            "Bergantung keadaan.": "It depends.",
            "Gratis": "Free",
            "Bergantung": "It depends",
            "Pulsa biasa": "Normal rate",
            "Berbayar": "Costs money",
            "Biasanya hanya sebagai pemakaian internet.": "Usually only as use of the internet.",
            "Ya, pesannya tersimpan di ponsel Anda dan di ponsel penerima.": "Yes, the message stays on your phone and on theirs.",
            "Ya. Anda boleh berhenti membalas kapan saja.": "Yes. You may stop answering at any time.",
            "Ya. Anda boleh menutupnya kapan saja.": "Yes. You may close it at any time.",
            "Tidak, tetapi panggilan tercatat di daftar panggilan ponsel.": "No, but the call stays in the phone’s list of calls.",
            "Ya. Anda boleh menutup telepon kapan saja.": "Yes. You may hang up at any time.",
            "Alamat situsnya tercatat di riwayat peramban.": "The address of the website stays in the browsing history.",
            "Ya, suratnya tersimpan di kotak surel Anda dan penerima.": "Yes, the letter stays in your mailbox and in theirs.",
            "Aplikasinya tampak di ponsel Anda.": "The app can be seen on your phone.",
            "Ya. Anda boleh pergi kapan saja.": "Yes. You may leave at any time.",
        },
    },
}
