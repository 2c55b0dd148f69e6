"""What the ledger answers with: frozen rows, each of which can be understood without the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.text.quoting import quoted
from onrecord.vocabulary import Actor, Mention, Office, Provenance, Published, Rejection, Span, Statement, Verdict, Zone

# What a judgement sets: names and lists of names, by what they are for.
Value = Mapping[str, str | list[str]]


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
    """A row of the table "statements": a statement and the article that reports it.

    `status` is candidate, confirmed, corrected or rejected, and `by` the person who said so: the statement's confidence is 1
    where one confirmed it or put it right. `judgement` is the one that it stands by: who decided, when and why; None where nobody
    did.
    """

    statement: Statement
    article: ArticleRow
    status: str = "candidate"
    by: str | None = None
    judgement: Judgement | None = None


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
class ActorRow:
    """A row of the table "actors": an actor over all articles, as they are shown now.

    `actor` holds all names and offices seen, the most frequent name first; `statements` counts what it is the speaker of,
    `articles` the articles that it occurs in.
    """

    actor: Actor
    statements: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A row of the log: what was decided (`verdict`, with what it sets in `value`) on what (`kind`, `subject`), and by whom.

    `by` is a person's name, or the name and version of what judged; `at` the second, in UTC; `evidence` what it rests on, in
    words, and `score` how sure it is, 0 to 1; `why` what a person gave as the reason. `undoes` is the id of the judgement that
    this one takes back.
    """

    id: str
    kind: str
    subject: str
    verdict: Verdict
    value: Value
    score: float | None
    evidence: str | None
    by: str
    at: str
    why: str | None
    undoes: str | None


def split_off(value: Value) -> str:
    """What a split of this value took from an actor: "“Ada Meer” and what 2 articles tell were split off"."""
    number = len(value["articles"])
    parts = [quoted(name) for name in value["names"]]
    parts += [f"what {number} {'article tells' if number == 1 else 'articles tell'}"] if number else []
    return f"{' and '.join(parts)} {'was' if len(parts) == 1 else 'were'} split off"


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement, what it says in one line, and the id of the one that takes it back (None where it stands)."""

    judgement: Judgement
    says: str
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that tells of an actor: by which names, with which offices, and how many statements it reports of the actor."""

    article: ArticleRow
    names: tuple[str, ...]
    offices: tuple[Office, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """An office of an actor: in how many articles it is told, on the first and last ISO day of those whose day is known, and the
    id of the first that tells it."""

    office: Office
    articles: int
    earliest: str | None
    latest: str | None
    told_in: str


@dataclass(frozen=True, slots=True)
class OutletSeen:
    """An outlet that reports an actor (None for articles of which none is known): how many statements, in how many articles."""

    outlet: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class JudgedAlike:
    """Judgements of a machine that say the same of many articles: how many they are."""

    verdict: Verdict
    evidence: str
    by: str
    number: int


@dataclass(frozen=True, slots=True)
class ActorHistory:
    """All that is known of one actor: each name with the number of articles that use it, each month with that of statements.

    A month is "2031-05", "" where the day of a statement is not known. `outlets` are those with most statements first, `offices`
    those told most often, `appearances` all articles, by day. `may_be` are other actors that it may be the same as; `first_in`
    is the id of the first article that uses a name; `by_machine` tells how often machines judged the same of it.
    """

    row: ActorRow
    names: tuple[tuple[str, int], ...]
    first_in: Mapping[str, str]
    months: tuple[tuple[str, int], ...]
    by_machine: tuple[JudgedAlike, ...]
    judgements: tuple[JudgementRow, ...]
    may_be: tuple[ActorRow, ...]
    offices: tuple[OfficeSeen, ...]
    outlets: tuple[OutletSeen, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in the ledger that does not hold: the table, the id of what is wrong in it ("" for the whole), and how."""

    table: str
    id: str
    wrong: str
