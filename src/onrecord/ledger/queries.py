"""What can be asked of the ledger: one query object gives the rows and their number, so the two always agree."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.vocabulary import ActorType, DisagreementKind, DriftType, Kind, Position, Reading, ShiftKind, UsageError

# What a person may have said of something that a machine found; and of a position or a statement.
STATUSES = ("candidate", "confirmed", "rejected")
POSITION_STATUSES = STATEMENT_STATUSES = ("candidate", "confirmed", "corrected", "rejected")


class ReviewKind(StrEnum):
    """What a person is asked to look at."""

    STATEMENT = "statement"
    POSITION = "position"
    SHIFT = "shift"
    DISAGREEMENT = "disagreement"
    LINK = "link"


class Order(StrEnum):
    """How rows are ordered: as added (and by place in the text), or by day; rows whose day is not known come last."""

    ADDED = "added"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Which articles; None is "any", and every condition given must hold. Raises UsageError on values that make no sense.

    `outlet` is the whole name of an outlet, without case and diacritics; `text` are words, "phrases" and -exclusions to be found
    in title and text, in the form `search` takes.

    `since` and `until` are ISO days, both included: an article is in when the days it may have been published on overlap them;
    **one without a day is left out** as soon as one of the two is given.

    `all_versions` takes in the articles that a newer version has replaced. `limit` None is "all".
    """

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    all_versions: bool = False
    order: Order = Order.ADDED
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery(ArticleQuery):
    """Which statements of which articles; here `text` is to be found in source and content, as `search` does it, and the
    days are those of saying.

    `speaker` is looked for, from the start of a word and without case and diacritics, in all names of the actor that speaks,
    where other spellings of the name count too; where the speaker is no known actor, in its name and in the words of the source.
    `actor` is the id of an actor of the ledger; `article` is the id of an article.

    Where the day of saying is not known, the day of publication stands for it. With `within`, only those are meant of which it is
    sure that they were said between `since` and `until`: all days that they may be of lie there.

    `status` is candidate, confirmed, corrected or rejected. Those that a person rejected (they are no statements) are left out
    unless `status` asks for them, or `rejected` for all.
    """

    speaker: str | None = None
    actor: str | None = None
    kind: Kind | None = None
    article: str | None = None
    within: bool = False
    status: str | None = None
    rejected: bool = False

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)
        _check_status(self.status, STATEMENT_STATUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery:
    """Which actors of those that the articles shown tell of; those with most statements come first.

    `name` is looked for in every name seen, from the start of a word, without case and diacritics and in other spellings;
    `type` None is "any", `limit` None is "all". Without `places`, countries and other places that never speak are left out.
    """

    name: str | None = None
    type: ActorType | None = None
    places: bool = True
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(None, None, self.limit, self.offset)


class UtteranceOrder(StrEnum):
    """How utterances are ordered: by the days they were said on, or the most reported first; days not known come last."""

    OLDEST = "oldest"
    NEWEST = "newest"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceQuery:
    """Which utterances, by the days they were said on or as `order` says.

    `speaker` is looked for in all names of the actor, as in `StatementQuery`; `actor` is the id of one. `reports` is how many
    independent reports there must be at least, `statements` how many in all; `text` are words to be found in the content of any.
    `drift` is a way in which one report at least differs from the fullest. With `since` or `until` those whose day is not known
    are left out.
    """

    speaker: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    reports: int = 1
    statements: int = 1
    drift: DriftType | None = None
    order: UtteranceOrder = UtteranceOrder.OLDEST
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementQuery:
    """Which disagreements, the surest first. `status` is candidate, confirmed or rejected; `text` are words, all of which must
    occur in what it is about, in its values or in the places that print them.

    Those that a person rejected are left out unless `status` asks for them, or `rejected` for all.
    """

    kind: DisagreementKind | None = None
    status: str | None = None
    text: str | None = None
    rejected: bool = False
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(None, None, self.limit, self.offset)
        _check_status(self.status, STATUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionQuery:
    """Which positions, by the days they were taken on (`order`; those of one article in the order of its text).

    `question` is the id of a question, `actor` that of an actor of the ledger; `speaker` is looked for in all names of the actor,
    as in `StatementQuery`; `article` and `statement` are ids. `since` and `until` are as there: where the day of saying is not
    known, the day of publication stands for it. `second_hand` True or False asks for those alone that are told by another, or
    that are not.

    Left out are statements that are not about the question, unless `about` is False; those of which nobody can tell the position,
    unless `unsure` is True; those that a person rejected, unless `status` asks for them or `rejected` is True.
    """

    question: str | None = None
    actor: str | None = None
    speaker: str | None = None
    reading: Reading | None = None
    position: Position | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    statement: str | None = None
    second_hand: bool | None = None
    about: bool = True
    unsure: bool = False
    status: str | None = None
    rejected: bool = False
    order: Order = Order.OLDEST
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)
        _check_status(self.status, POSITION_STATUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftQuery:
    """Which shifts, by the day of the statement that takes the new position. `question` and `actor` are ids, `speaker` is looked
    for in all names of the actor, as in `StatementQuery`.

    `since` and `until` are ISO days, both included: a shift is in when the days of its new position overlap them.

    Those that a person rejected are left out unless `status` asks for them, or `rejected` for all.
    """

    question: str | None = None
    actor: str | None = None
    speaker: str | None = None
    kind: ShiftKind | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    rejected: bool = False
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)
        _check_status(self.status, STATUSES)


# Everything that a person may be asked to look at.
REVIEW_KINDS = frozenset(ReviewKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQuery:
    """What a person wants to look at: some `kinds` (all unless said), those that are most worth a look first.

    With `question` (an id) only what has to do with it: positions and shifts on it, statements that take one, and what is found
    between such statements. `limit` None is "all". Raises UsageError where no kind is given.
    """

    question: str | None = None
    kinds: Collection[ReviewKind] = REVIEW_KINDS
    limit: int | None = 50
    offset: int = 0

    def __post_init__(self) -> None:
        _check(None, None, self.limit, self.offset)
        if not self.kinds:
            raise UsageError(f"say what is to be looked at: one or more of {', '.join(ReviewKind)}")


def _check_status(status: str | None, known: tuple[str, ...]) -> None:
    if status not in (None, *known):
        raise UsageError(f"{status!r} is no status: give one of {', '.join(known)}")


def _check(since: str | None, until: str | None, limit: int | None, offset: int) -> None:
    for day in (since, until):
        if day is not None and not _is_day(day):
            raise UsageError(f"{day!r} is not a day: write it as YYYY-MM-DD, for example 2031-05-04")
    if since and until and since > until:
        raise UsageError(f"no day is both since {since} and until {until}: swap the two")
    if (limit is not None and limit < 0) or offset < 0:
        raise UsageError("limit and offset are numbers of rows: 0 or more")


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False
