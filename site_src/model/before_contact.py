"""The card of each way of contact: nine questions a frightened person has, what is known, and what has still to be asked.

Some answers follow from the kind of contact alone (a chat stays on both phones). They are common knowledge and worded carefully; whatever depends
on the service itself comes from the content, or is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .card import Answer, Card
from .contact import Channel, ChannelKind
from .hotlines import Hotline
from .services import Service


class Question(StrEnum):
    """One line of the card, by the words a reader sees."""

    COST = "Biaya"
    BILL = "Tampil di tagihan?"
    CHAT = "Meninggalkan obrolan?"
    CALLS_BACK = "Apakah mereka menelepon balik?"
    ID = "Apakah diminta KTP?"
    WHO = "Siapa yang menjawab?"
    LANGUAGES = "Bahasa"
    FIRST_WORDS = "Apa yang pertama dikatakan?"
    MAY_END = "Boleh saya tutup?"


ASK = {
    Question.COST: "Berapa biayanya bagi penelepon?",
    Question.BILL: "Apakah nomor ini tampil di tagihan penelepon?",
    Question.CALLS_BACK: "Apakah petugas menelepon balik, dan dari nomor apa?",
    Question.ID: "Apakah KTP atau NIK diminta?",
    Question.WHO: "Siapa yang menjawab: petugas, relawan, atau mesin?",
    Question.LANGUAGES: "Bahasa apa saja yang dilayani?",
    Question.FIRST_WORDS: "Kalimat apa yang pertama dikatakan?",
}
"""What the desk asks when an answer is missing; the other two are known for every kind."""
_DATA = "Biasanya hanya sebagai pemakaian internet."
_BOTH_PHONES = "Ya, pesannya tersimpan di ponsel Anda dan di ponsel penerima."
_STOP = "Ya. Anda boleh berhenti membalas kapan saja."
_CLOSE = "Ya. Anda boleh menutupnya kapan saja."
BY_KIND: dict[ChannelKind, dict[Question, str]] = {
    ChannelKind.PHONE: {Question.CHAT: "Tidak, tetapi panggilan tercatat di daftar panggilan ponsel.", Question.MAY_END: "Ya. Anda boleh menutup telepon kapan saja."},
    ChannelKind.WHATSAPP: {Question.BILL: _DATA, Question.CHAT: _BOTH_PHONES, Question.MAY_END: _STOP},
    ChannelKind.SMS: {Question.CHAT: _BOTH_PHONES, Question.MAY_END: _STOP},
    ChannelKind.WEB: {Question.BILL: _DATA, Question.CHAT: "Alamat situsnya tercatat di riwayat peramban.", Question.MAY_END: _CLOSE},
    ChannelKind.EMAIL: {Question.BILL: _DATA, Question.CHAT: "Ya, suratnya tersimpan di kotak surel Anda dan penerima.", Question.MAY_END: _STOP},
    ChannelKind.APP: {Question.BILL: _DATA, Question.CHAT: "Aplikasinya tampak di ponsel Anda.", Question.MAY_END: _CLOSE},
    ChannelKind.VISIT: {Question.MAY_END: "Ya. Anda boleh pergi kapan saja."},
}
NOT_ASKED = {
    ChannelKind.WEB: {Question.FIRST_WORDS}, ChannelKind.EMAIL: {Question.FIRST_WORDS}, ChannelKind.APP: {Question.FIRST_WORDS},
    ChannelKind.VISIT: {Question.BILL, Question.CHAT, Question.CALLS_BACK},
}
"""Lines that mean nothing for a kind."""
WORDS = {Answer.YES: "Ya.", Answer.NO: "Tidak.", Answer.DEPENDS: "Bergantung keadaan."}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a card; ``answer`` is ``None`` while nobody knows."""

    question: Question
    answer: str | None


def before_contact(owner: Hotline | Service, channel: Channel) -> tuple[Told, ...]:
    """Every line of a channel's card, in the order readers see them. The channel's own answers go before its owner's, both before its kind's."""
    own = {**_typed(owner.card), **_typed(channel.card)}
    cost = channel.cost or owner.cost
    if cost:
        note = f" ({cost.note.rstrip('.')})" if cost.note else ""
        own[Question.COST] = f"{cost.value[:1].upper()}{cost.value[1:]}{note}."
    if owner.languages:
        own[Question.LANGUAGES] = f"{', '.join(owner.languages)}."
    known = {**BY_KIND[channel.kind], **own}
    return tuple(Told(question, known.get(question)) for question in Question if question not in NOT_ASKED.get(channel.kind, ()))


def unanswered(owner: Hotline | Service, channel: Channel) -> list[str]:
    """What the desk has to ask so that the card is whole."""
    return [ASK[told.question] for told in before_contact(owner, channel) if told.answer is None and told.question in ASK]


def tally(contacts: Iterable[tuple[Hotline | Service, Channel]]) -> dict[Question, tuple[int, int]]:
    """For each question on how many cards it is answered, and on how many it stands."""
    found = {question: (0, 0) for question in Question}
    for owner, channel in contacts:
        for told in before_contact(owner, channel):
            known, all_ = found[told.question]
            found[told.question] = (known + (told.answer is not None), all_ + 1)
    return found


def _typed(card: Card | None) -> dict[Question, str]:
    if card is None:
        return {}
    plain = {Question.BILL: card.on_bill, Question.CALLS_BACK: card.calls_back, Question.ID: card.asks_id, Question.MAY_END: card.may_end}
    texts = {Question.WHO: card.who_answers, Question.FIRST_WORDS: card.first_words}
    return {question: WORDS[answer] for question, answer in plain.items() if answer} | {question: text for question, text in texts.items() if text}
