"""The rules of the content, one generator each, in the order they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..model import Site
from ..problems import Problem
from . import agreement, claims, completeness, contacts, deadlines, exit, gaps, holidays, hours, kinship, laws, leaks, lexicon, link_text, markdown, pathways, phones, reading, references, rights, rivals, samples, shape, short, sources, translations, wording

Check = Callable[[Site, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references.check_unique_names,
    references.check_references,
    references.check_doubles,
    references.check_places,
    references.check_time_zone,
    kinship.check_unused,
    kinship.check_similar_names,
    phones.check_phone_numbers,
    phones.check_known_wrong_numbers,
    rivals.check_rivals,
    kinship.check_near_numbers,
    phones.check_typed_numbers,
    phones.check_held_numbers_in_addresses,
    hours.check_opening_hours,
    holidays.check_holidays,
    contacts.check_way_to_reach_help,
    contacts.check_addresses,
    contacts.check_owner,
    exit.check_exit,
    leaks.check_confidential,
    sources.check_sources,
    sources.check_dates,
    samples.check_samples,
    claims.check_fees,
    claims.check_claims,
    agreement.check_agreement,
    rights.check_rights,
    rights.check_statistics,
    laws.check_law_table,
    laws.check_laws_are_known,
    laws.check_laws_are_in_force,
    laws.check_law_has_a_source,
    laws.check_penalties,
    pathways.check_steps,
    pathways.check_grounds,
    deadlines.check_deadlines,
    deadlines.check_typed_deadlines,
    deadlines.check_said_deadlines,
    wording.check_word_rules,
    wording.check_words,
    reading.check_easy_read,
    completeness.check_whole_needs,
    reading.check_sentence_length,
    reading.check_heavy_words,
    markdown.check_shortcodes,
    markdown.check_text_is_there,
    markdown.check_markup,
    markdown.check_headings,
    shape.check_sections,
    markdown.check_links,
    shape.check_shape,
    gaps.check_room,
    gaps.check_closed_marks,
    lexicon.check_word_lists,
    lexicon.check_word_circles,
    lexicon.check_lexicon_references,
    lexicon.check_families,
    lexicon.check_core_phrases,
    link_text.check_link_text,
    link_text.check_typed_addresses,
    link_text.check_anchors,
    link_text.check_extensions,
    translations.check_translations,
    short.check_short_addresses,
    short.check_pages_have_short_addresses,
)

_TOGETHER: tuple[tuple[Check, ...], ...] = ((wording.check_words,), (claims.check_claims, rights.check_rights, rights.check_statistics), (phones.check_typed_numbers,), (agreement.check_agreement,))
"""The longest first, and with it what asks the same texts the same question."""
GROUPS: tuple[tuple[Check, ...], ...] = (*_TOGETHER, *((check,) for check in CHECKS if not any(check in group for group in _TOGETHER)))
"""The same rules for two cores to draw from: what is long begins early, so that neither waits for the other."""


def run_checks(site: Site, today: date, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Everything the rules find, sorted by place. ``today`` is the day the content is judged on."""
    found = [problem for check in checks for problem in check(site, today)]
    return sorted(found, key=lambda problem: problem.order)
