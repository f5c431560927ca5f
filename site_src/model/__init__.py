"""The content model: frozen, typed, no input or output. Field aliases are the keys staff type."""

from .base import Record, Slug
from .before_contact import Question, before_contact, tally, unanswered
from .card import Answer, Card
from .contact import (
    NUMBERED,
    CallTest,
    Channel,
    ChannelKind,
    Cost,
    CostValue,
    Hours,
    Rival,
    Status,
    TestResult,
    international,
)
from .content_policy import CONTENT_POLICY as CONTENT_POLICY
from .coverage import SLOTS, Cell, Coverage, coverage, dark_cells, without
from .coverage_words import as_table, cells_in_words, rows
from .edition import for_readers
from .evidence import Asked, Source
from .holidays import Calendar, Holiday, HolidayKind, HolidayYear, calendar
from .hosts import is_official, registrable_host
from .hotlines import Hotline
from .indicator import Indicator
from .language import Frame, Language, Translated, fingerprint
from .ledger import FRESHEST_FIRST, Edition, Ledger, Standing, age_limit, independent_hosts, standing
from .lexicon import Concept, EntityNames, Lexicon, WordMap, form_and_weight
from .needs import Article, Group, Topic, Whom
from .news import FEED, News
from .page import Page, page_url, relative
from .pathways import Pathway, Step
from .picture import Picture
from .references import Reference, Strength, Term
from .roles import WordRole, named_roles
from .rules import Law, LawState, Tone, WordRule
from .services import Access, Address, Existence, Level, OpenService, Point, SafeHouse, Sector, Service
from .settings import Area, District, KnownWrong, Organisation, Policy, SectorRole, Village
from .short import HOME, ShortAddress, short_path
from .shortcode import ANY_BRACES, KINDS, Shortcode, shortcodes
from .site import Site, newest_date
from .vocabulary import ENTITIES
from .written import Audience, MarkdownRecord, Review

__all__ = [name for name in dir() if name[0].isupper()] + [
    "age_limit", "as_table", "before_contact", "calendar", "cells_in_words", "coverage", "dark_cells", "fingerprint", "for_readers", "independent_hosts", "international", "is_official",
    "newest_date", "page_url", "registrable_host", "relative", "rows", "short_path", "shortcodes", "standing", "tally", "unanswered", "without",
]
