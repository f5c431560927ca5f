"""The site in other languages: a short edition that is whole in what somebody in danger needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from ..model import NUMBERED, ChannelKind, CostValue, Frame, Hotline, Language, Page, Site, Translated, page_url
from .before_words import card_title, translated_card
from .contacts import KIND_NAMES, Contacts
from .home import button_target, urgent_hotlines
from .prose import Prose
from .text import body, html, in_header, link, link_list, outside
from .topics import inline_html, summary


def language_pages(contacts: Contacts) -> Iterator[Page]:
    """For each language its front page, its hotlines, and one page for each translated text."""
    for language in contacts.site.languages:
        yield from _framed(contacts, language)


def with_other_languages(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """Every page that stands in several languages names them all, for readers and for search engines (hreflang)."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for language in site.languages:
        pairs = [("index.md", f"{language.slug}/index.md"), ("hotline/index.md", f"{language.slug}/hotline.md")]
        pairs += [(f"{page.original}.md", _path(language, page)) for page in language.pages if not page.original.startswith("hotline/")]
        for original, path in pairs:
            groups.setdefault(original, [("id", "Bahasa Indonesia", original)]).append((language.slug, language.name, path))
    of = {path: group for group in groups.values() for _, _, path in group}
    for page in pages:
        if page.path in of:
            rows = [{"kode": code, "nama": name, "alamat": page_url(path) or "."} for code, name, path in of[page.path]]
            page = replace(page, meta={**page.meta, "lain": rows})
        yield page


def _framed(contacts: Contacts, language: Language) -> Iterator[Page]:
    words = language.frame
    topics = [page for page in language.pages if page.original.startswith("topik/")]
    others = [page for page in language.pages if not page.original.startswith(("topik/", "hotline/"))]
    said = {page.original: page for page in language.pages}
    menu = [[words.home, f"{language.slug}/"], [words.hotlines, f"{language.slug}/hotline/"], *([page.name, page_url(_path(language, page))] for page in others), ["Bahasa Indonesia", "."]]
    meta = {"bahasa": language.slug, "kata": {name: value for name, value in words.model_dump(by_alias=True).items() if isinstance(value, str)}, "menu": menu,
            **({} if language.searchable else {"noindex": True})}
    home = ((words.home, f"{language.slug}/"),)
    here = f"{language.slug}/index.md"
    urgent = urgent_hotlines(contacts)[:3]
    yield Page(
        path=here, title=words.site_name, heading=in_header(words.site_name), kind="bahasa", description=words.welcome, source=language.path, meta=meta, shows=_targets(contacts, urgent),
        body=body(
            _danger(contacts, language, urgent, said), words.welcome, words.staff or "", html(f'<p class="jejak">{escape(words.trace)}</p>'),
            body(f"## {words.needs}", link_list(here, [(_path(language, page), page.name) for page in topics])) if topics else "",
            link_list(here, [(f"{language.slug}/hotline.md", words.hotlines), *((_path(language, page), page.name) for page in others)]),
        ),
    )
    here = f"{language.slug}/hotline.md"
    lines = [hotline for hotline in contacts.site.hotlines if contacts.shown(hotline) and f"hotline/{hotline.id}" in said]
    yield Page(
        path=here, title=words.hotlines, kind="bahasa", description=words.hotlines, source=language.path, trail=home, meta=meta,
        shows=frozenset(target for hotline in lines for target in contacts.targets(hotline)),
        body=body(words.staff or "", html(f'<p class="jejak">{escape(words.trace)}</p>'), *(_card(contacts, language, here, hotline, said) for hotline in lines)),
    )
    for page in (*topics, *others):
        yield _page(contacts, language, page, said, meta)


def _page(contacts: Contacts, language: Language, page: Translated, said: dict[str, Translated], meta: dict[str, object]) -> Page:
    here, words = _path(language, page), language.frame
    original = contacts.site.originals[page.original]
    named = [contacts.site.hotline[name] for name in getattr(original, "hotlines", ()) if name in contacts.site.hotline]
    shown = [hotline for hotline in named if contacts.shown(hotline)]
    urgent = [hotline for hotline in shown if contacts.button(hotline)][:2]
    prose = Prose(contacts, here)
    text = inline_html(contacts.opened(page.urgent, here, _names(said), beside=urgent)) if page.urgent else ""
    return Page(
        path=here, title=page.name, kind="bahasa", description=contacts.plain(page.summary), source=language.path,
        trail=((words.home, f"{language.slug}/"),), meta=meta,
        body=body(
            _danger(contacts, language, urgent, said, text),
            summary(contacts.opened(page.summary, here, _names(said))),
            prose.open(page.body) if page.body else "",
            body(f"## {words.contact}", html(f'<p class="jejak">{escape(words.trace)}</p>'), *(_card(contacts, language, here, hotline, said) for hotline in shown)) if shown else "",
            html(f"<p>{escape(words.more)}: {link(here, f'{page.original}.md', original.name, lang='id', hreflang='id')}.</p>"),
            prose.source_list((), words.sources).replace("<ol>", '<ol lang="id">').replace("<p>Dibaca", '<p lang="id">Dibaca'),
        ),
        shows=_targets(contacts, urgent) | frozenset(target for hotline in shown for target in contacts.targets(hotline)),
    )


def _danger(contacts: Contacts, language: Language, hotlines: list[Hotline], said: dict[str, Translated], text: str = "") -> str:
    buttons = "\n".join(contacts.button(hotline, _on_button(contacts, hotline, said), language.frame.press) for hotline in hotlines)
    first = f'<p class="bahaya-teks">{text}</p>' if text else ""
    return html(f'<div class="bahaya" role="region" aria-label="{escape(language.frame.danger)}">', f'<p class="bahaya-judul">{escape(language.frame.danger)}</p>',
                f'<div class="bahaya-nomor">\n{buttons}\n</div>', first, "</div>") if buttons or text else ""


def _card(contacts: Contacts, language: Language, here: str, hotline: Hotline, said: dict[str, Translated]) -> str:
    """One contact. What one wants to know before contacting stands on the page of all hotlines; elsewhere a link leads there."""
    all_ = f"{language.slug}/hotline.md"
    words, own = language.frame, said.get(f"hotline/{hotline.id}")
    about = escape(contacts.plain(own.summary)) if own else f'<span lang="id">{escape(contacts.plain(hotline.summary))}</span>'
    rows = []
    for channel in contacts.shown(hotline):
        value = escape(channel.number or channel.address or "")
        kind = _kind(channel.kind, words)
        then = f" ({escape(words.press)} {escape(channel.extension)})" if channel.extension else ""
        state = words.tested if contacts.ledger.standing(channel).tested else words.untested
        when = f" ({escape(words.hours)}: {escape(channel.hours.spec)})" if channel.hours and words.hours else ""
        opened = f'<a href="{escape(channel.href)}">{value}</a>' if channel.kind in NUMBERED and channel.href else outside(channel.href, channel.address or "") if channel.href else value
        before = translated_card(hotline, channel, language.slug) if here == all_ else ""
        rows.append(f'<li>{escape(kind)}: {opened}{then}{when} <span>{escape(state) if channel.kind in NUMBERED else ""}</span>{before}</li>')
    title = "" if here == all_ else card_title(language.slug)
    more = f'<p class="kanal-bukti">{link(here, f"{all_}#kontak-{hotline.id}", title)}</p>' if title else ""
    return html(f'<div class="kontak" id="kontak-{hotline.id}">\n<p class="kontak-nama">{_name(hotline, said)}</p>\n<p class="kontak-ringkas">{about}</p>\n<ul class="kanal-daftar">', *rows, "</ul>", _facts(hotline, words), _caution(contacts, here, hotline, said), more, "</div>")


def _kind(kind: ChannelKind, words: Frame) -> str:
    own = {ChannelKind.PHONE: words.phone, ChannelKind.WEB: words.website, ChannelKind.EMAIL: words.email, ChannelKind.APP: words.app}
    return own.get(kind) or KIND_NAMES[kind]


def _facts(hotline: Hotline, words: Frame) -> str:
    """When somebody answers and whether it is free, when the frame has words for it; opening hours stand as OpenStreetMap writes them."""
    hours = f"{escape(words.hours)}: {escape(hotline.hours.spec)}" if hotline.hours and words.hours else ""
    free = escape(words.free) if words.free and hotline.cost and hotline.cost.value is CostValue.FREE else ""
    return f'<p class="kontak-fakta">{". ".join(part for part in (hours, free) if part)}</p>' if hours or free else ""


def _caution(contacts: Contacts, here: str, hotline: Hotline, said: dict[str, Translated]) -> str:
    """What must be known before contacting; in Indonesian, and marked so, where this language does not have it yet."""
    own = said.get(f"hotline/{hotline.id}")
    if own and own.caution:
        return f'<p class="perhatian">{contacts.opened(own.caution, here, _names(said))}</p>'
    return f'<p class="perhatian" lang="id">{contacts.opened(hotline.caution, here)}</p>' if hotline.caution else ""


def _name(hotline: Hotline, said: dict[str, Translated]) -> str:
    """What the hotline is called in this language, and beside it the name it answers with."""
    own, name = said.get(f"hotline/{hotline.id}"), escape(hotline.name)
    if own is None or own.name.casefold() in hotline.name.casefold():
        return f'<span lang="id">{name}</span>'
    return f'{escape(own.name[:1].upper() + own.name[1:])} (<span lang="id">{name}</span>)'


def _on_button(contacts: Contacts, hotline: Hotline, said: dict[str, Translated]) -> str:
    """The same beside a large number: the name it answers with stands small below."""
    own = said.get(f"hotline/{hotline.id}")
    if own is None or own.name.casefold() in hotline.name.casefold():
        below = f' <small lang="id">{escape(hotline.name)}</small>' if hotline.on_button else ""
        return f'<span lang="id">{escape(hotline.on_button or hotline.name)}</span>{below}'
    return f'{escape(own.name[:1].upper() + own.name[1:])} <small lang="id">{escape(hotline.name)}</small>'


def _names(said: dict[str, Translated]) -> dict[str, str]:
    """What this language calls each hotline that it has a name for, by shortcode."""
    return {original.removeprefix("hotline/"): page.name for original, page in said.items() if original.startswith("hotline/")}


def _targets(contacts: Contacts, hotlines: list[Hotline]) -> frozenset[str]:
    return frozenset(target for hotline in hotlines for target in button_target(contacts, hotline))


def _path(language: Language, page: Translated) -> str:
    return f"{language.slug}/{page.original}.md"
