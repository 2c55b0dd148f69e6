"""What the ledger answers with: frozen rows, each of which can be understood without the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary import Mention, Provenance, Published, Rejection, Span, Statement, Zone


class Added(StrEnum):
    """What adding an article changed in the ledger. An outlet or address that was corrected is METADATA_CORRECTED too."""

    NEW = "new"
    NEW_VERSION = "new version"
    METADATA_CORRECTED = "metadata corrected"
    READ_AGAIN = "read again"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text, with what is known of it now.

    `path` is where it was last seen. `version` counts the texts that its address (or file) has held, from 1; `superseded_by` is
    the id of the article that stands there now, None for a current one. `statements` and `mentions` are counts in the reading
    that is shown; `provenance` is what made that reading; `characters` is the length of the text.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str
    published: Published | None
    characters: int
    statements: int
    mentions: int
    version: int
    superseded_by: str | None
    provenance: Provenance
    added_at: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A row of the table "articles": an article with its text and the zones of the text that are not body."""

    article: ArticleRow
    text: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A row of the table "statements": a statement and the article that reports it."""

    statement: Statement
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A row of the table "mentions": a mention and the article that it stands in."""

    mention: Mention
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class RejectionRow:
    """A rejected input, with the ISO days it was first and last met, and the day it was read well after all (else None)."""

    rejection: Rejection
    first_seen: str
    last_seen: str
    resolved: str | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an article was seen, with the first and the last ISO day."""

    path: str | None
    url: str | None
    first_seen: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that a search found; `matches` are the words found, as spans of the article's text.

    `score` is BM25 as SQLite gives it: the lower, the better; comparable only within one search.
    """

    row: StatementRow
    matches: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that a search found in its text or title; all that is shown is a slice of its text.

    `snippet` is the stretch of text round the first words found (the beginning of the text where only the title has them);
    `matches` are the words found, anywhere in the text; `score` as in `StatementHit`.
    """

    row: ArticleRow
    snippet: Span
    matches: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the hits asked for, best first, and how many there are in all."""

    statements: tuple[StatementHit, ...]
    statements_total: int
    articles: tuple[ArticleHit, ...]
    articles_total: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in the ledger that does not hold: the table, the id of what is wrong in it ("" for the whole), and how."""

    table: str
    id: str
    wrong: str
