"""Filters: what a program may ask for, declared once: names, values and limits, with what each means.

The names are those of the pages' addresses, and are read by the same code (`asked`, `selecting`), so that the filters of a page
can be copied from its address.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.ledger import Order, UtteranceOrder
from onrecord.vocabulary import ActorType, DisagreementKind, DriftType, Kind, Position, Reading, ShiftKind

MOST = 1_000

Words = Annotated[str, Field(max_length=1_000)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"})]
Flag = Literal["0", "1"]
Candidate = Literal["candidate", "confirmed", "rejected"]
Correctable = Literal["candidate", "confirmed", "corrected", "rejected"]
Many = Annotated[int, Field(ge=1, le=1_000)]

_SINCE = Field(None, description="The first day, included.", examples=["2031-05-01"])
_UNTIL = Field(None, description="The last day, included.", examples=["2031-05-31"])
_SPEAKER = Field(None, description="Looked for in all names of the actor, from the start of a word, in any spelling.")
_ACTOR = Field(None, description="The id of an actor.")
_REJECTED: Any = Field("0", description="1: those too that a person rejected.")
_STATUS = Field(None, description="What a person said of it.")
_QUESTION = Field(None, description="The id of a question.")
_KIND = Field(None, description="Of one kind alone.")
_WORDS = "Words, “phrases” and -exclusions, as a search takes them, to be found"


class Some(BaseModel):
    """Which of the rows."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=MOST, description="At most so many rows.")
    offset: int = Field(0, ge=0, le=10_000_000, description="Leave out so many rows at the beginning.")


class ArticleFilters(Some):
    """Which articles."""

    outlet: Words | None = Field(None, description="The whole name of an outlet, without case and diacritics.")
    since: Day | None = _SINCE
    until: Day | None = _UNTIL
    q: Words | None = Field(None, description=f"{_WORDS} in title or text.", examples=["harbour"])
    versions: Flag = Field("0", description="1: former versions of articles too.")
    order: Order = Field(Order.NEWEST, description="As added, or by day; rows without a day come last.")


class TextFilters(ArticleFilters):
    """Which articles, and how much of them."""

    text: Flag = Field("0", description="1: with the text and its zones, as the table “articles” has them.")


class StatementFilters(ArticleFilters):
    """Which statements."""

    q: Words | None = Field(None, description=f"{_WORDS} in its source or content.", examples=["harbour"])
    speaker: Words | None = _SPEAKER
    actor: Words | None = _ACTOR
    kind: Kind | None = _KIND
    article: Words | None = Field(None, description="The id of an article.")
    within: Flag = Field("0", description="1: only what was surely said from `since` to `until`, whichever of its days is right.")
    status: Correctable | None = _STATUS
    rejected: Flag = _REJECTED


class ActorFilters(Some):
    """Which actors."""

    name: Words | None = Field(None, description="Looked for in every name seen, from the start of a word, in any spelling.")
    type: ActorType | None = Field(None, description="Of one type alone.")
    places: Flag = Field("0", description="1: countries and other places too that never speak.")


class UtteranceFilters(Some):
    """Which utterances."""

    speaker: Words | None = _SPEAKER
    actor: Words | None = _ACTOR
    since: Day | None = _SINCE
    until: Day | None = _UNTIL
    q: Words | None = Field(None, description="Words to be found in any report of it.")
    reports: Many = Field(1, description="So many independent reports at least.")
    statements: Many = Field(1, description="So many statements at least.")
    drift: DriftType | None = Field(None, description="One report at least differs so from the fullest.")
    order: UtteranceOrder = Field(UtteranceOrder.NEWEST, description="By day, or the most reported first.")


class DisagreementFilters(Some):
    """Which disagreements."""

    kind: DisagreementKind | None = _KIND
    status: Candidate | None = _STATUS
    q: Words | None = Field(None, description="Words, all of which occur in it.")
    rejected: Flag = _REJECTED


class PositionFilters(Some):
    """Which positions."""

    question: Words | None = _QUESTION
    actor: Words | None = _ACTOR
    speaker: Words | None = _SPEAKER
    reading: Reading | None = Field(None, description="Whether it will be, or should be.")
    position: Position | None = None
    since: Day | None = _SINCE
    until: Day | None = _UNTIL
    article: Words | None = Field(None, description="The id of an article.")
    statement: Words | None = Field(None, description="The id of a statement.")
    second_hand: Flag | None = Field(None, description="1: only what one actor tells of another; 0: only what is not.")
    about: Flag = Field("1", description="0: statements too that are not about the question.")
    unsure: Flag = Field("0", description="1: those too of which nobody can tell the position.")
    status: Correctable | None = _STATUS
    rejected: Flag = _REJECTED
    order: Order = Field(Order.OLDEST, description="By day.")


class ShiftFilters(Some):
    """Which shifts."""

    question: Words | None = _QUESTION
    actor: Words | None = _ACTOR
    speaker: Words | None = _SPEAKER
    kind: ShiftKind | None = _KIND
    since: Day | None = _SINCE
    until: Day | None = _UNTIL
    status: Candidate | None = _STATUS
    rejected: Flag = _REJECTED


class SearchFilters(Some):
    """What to search for: in the source and content of statements, in the title and text of articles."""

    q: Annotated[str, Field(min_length=1, max_length=1_000)] = Field(
        description="Words, all of which occur, in any inflection; “a phrase” as it stands, -word excludes, OR gives a choice.",
        examples=["harbour talks"],
    )
    versions: Flag = Field("0", description="1: former versions of articles too.")
