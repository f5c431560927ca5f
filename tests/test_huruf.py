"""The last hand on a page: foreign words say their language, typed quotation marks become curly, a number stays with its word, and nothing that is not running text is touched."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_src.pages.foreign_words import FOREIGN
from site_src.pages.letters import set_text


@pytest.mark.parametrize("language, text, made", [
    ("id", "Grooming, child grooming, dan grooming-nya.", '<i lang="en">Grooming</i>, <i lang="en">child grooming</i>, dan grooming-nya.'),
    ("id", "Visum et repertum di kecamatan.", '<i lang="la">Visum et repertum</i> di kecamatan.'),
    ("en", "A visum, or visum et repertum, at the kecamatan.", 'A <i lang="id">visum</i>, or <i lang="la">visum et repertum</i>, at the <i lang="id">kecamatan</i>.'),
    ("id", "**Kenali grooming:** [Kenali grooming](../pencegahan/kenali-grooming.md){ .grooming }", '**Kenali <i lang="en">grooming</i>:** [Kenali <i lang="en">grooming</i>](../pencegahan/kenali-grooming.md){ .grooming }'),
    ("id", '<a href="#online" title="online">online</a> `online` https://contoh.go.id/online', '<a href="#online" title="online"><i lang="en">online</i></a> `online` https://contoh.go.id/online'),
    ("id", '<span lang="en">online and "off"</span> <li>online</li>', '<span lang="en">online and "off"</span> <li><i lang="en">online</i></li>'),
    ("id", "```\nonline \"a\"\n```\nonline", "```\nonline \"a\"\n```\n" + '<i lang="en">online</i>'),
    ("id", 'Katakan: "Saya percaya." Lalu ("tenang") pergi.', "Katakan: “Saya percaya.” Lalu (“tenang”) pergi."),
    ("id", '"Di awal **"tebal"** dan <em>"miring"</em>"', "“Di awal **“tebal”** dan <em>“miring”</em>”"),
    ("id", "<p>&quot;Satu&quot; dan {{ kode: x }}</p>", "<p>“Satu” dan {{ kode: x }}</p>"),
    ("id", "**SAPA 129** (UU 23/2004, Pasal 5 ayat 2), 1 Januari 2026: 3 × 24 jam, usia 18 tahun.",
     "**SAPA\u00a0129** (UU\u00a023/2004, Pasal\u00a05 ayat\u00a02), 1\u00a0Januari\u00a02026: 3\u00a0×\u00a024\u00a0jam, usia\u00a018\u00a0tahun."),
    ("id", "1. Dari 0812 3456 7890 [SAPA 129](../x 1.md) `UU 1` dan 12 orang", "1. Dari\u00a00812 3456 7890 [SAPA\u00a0129](../x 1.md) `UU 1` dan 12 orang"),
    ("mui", "Pakek jendelo, jangan online.", "Pakek jendelo, jangan online."),
])
def test_only_running_text_is_set(language, text, made):
    assert set_text(text, language) == made


def test_the_list_names_real_languages_and_no_word_twice():
    listed = FOREIGN
    for language, codes in listed.items():
        words = [word.casefold() for group in codes.values() for word in group]
        assert len(words) == len(set(words)) and language not in codes
        assert all(re.fullmatch("[a-z]{2,3}", code) for code in codes)


def test_every_listed_word_on_a_built_page_is_heard_in_its_language(real_built):
    """Asked of the built page itself, which knows nothing of Markdown: a listed word in an element of another language would be read wrongly."""
    listed, strays = FOREIGN, []
    for path in real_built.site.rglob("index.html"):
        tree = LexborHTMLParser(path.read_bytes())
        language, article = tree.css_first("html").attributes.get("lang"), tree.css_first("article")
        if "kelola" in path.parts or article is None:
            continue
        assert not re.search(r'(?<!=)"(?![ >])', " ".join(node.text(deep=False) for node in article.css("p, li, h1, h2, h3, dd"))), path
        for marked in article.css("[lang], code, pre"):
            marked.decompose()
        words = [word for group in listed.get(language, {}).values() for word in group]
        if words:
            strays += [(str(path), found) for found in re.findall(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", article.text(separator=" "))]
    assert strays == []
