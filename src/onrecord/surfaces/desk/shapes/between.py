"""What is found between articles and on questions: utterances, disagreements, positions, shifts."""

from __future__ import annotations

from pydantic import Field

from onrecord.surfaces.desk.shapes.printed import CONFIDENCE, ID, JUDGED, STATUS, CitedArticle, Days, Judged, Shape, Span
from onrecord.vocabulary import ActorType, DisagreementKind, DriftType, Position, Reading, ShiftKind


class Drift(Shape):
    """How one report (`from`, the id of a statement) differs from the fullest (`to`)."""

    from_: str = Field(alias="from")
    to: str
    type: DriftType
    before: str | None
    after: str | None


class Utterance(Shape):
    """One act of saying with the reports of it: a row of the table "utterances"."""

    id: str = ID
    actor: str | None
    name: str | None
    type: ActorType | None
    said_on: Days | None
    statements: list[str] = Field(description="Ids, in the order of publication.")
    articles: list[str]
    reports: list[str] = Field(description="The articles (ids) that are independent accounts.")
    reprints: list[str] = Field(description="The articles (ids) that are copies of one of them.")
    fullest: str = Field(description="The id of the statement that has most of it.")
    earliest: str
    cue: str | None = Field(description="The words of saying of the fullest (“denied”; “[not] say”).")
    words: str = Field(description="The content of the fullest, verbatim.")
    drift: list[Drift]


class Side(Shape):
    """A place that prints one of the values that cannot both be right."""

    value: str
    article: str
    start: int
    end: int
    text: str
    statement: str | None
    witness: bool = Field(description="Whether the article is an independent account.")


class Disagreement(Shape):
    """What two reports cannot both be right about: a row of the table "disagreements"."""

    id: str = ID
    kind: DisagreementKind
    about: str
    sides: list[Side]
    confidence: float = CONFIDENCE
    status: str = STATUS
    judged: Judged | None = JUDGED
    utterances: list[str]


class Held(Shape):
    """What a position and a shift both tell."""

    id: str = ID
    question: str
    actor: str | None
    name: str | None
    type: ActorType | None
    confidence: float = CONFIDENCE
    status: str = STATUS
    by: str = Field(description="What found it; who confirmed it or put it right.")
    judged: Judged | None = JUDGED


class PositionRow(Held):
    """What a statement says on one reading of a question: a row of the table "positions"."""

    statement: str
    said_on: Days | None
    reading: Reading | None
    position: Position | None
    reason: str
    words: list[Span] = Field(description="The words that decided, verbatim.")
    stage: str | None
    second_hand: bool = Field(description="Whether one actor tells what another holds.")
    cue: str | None = Field(description="The words of saying (“denied”; “[Nobody] said”; “[not] say” of a “not” elsewhere).")
    content: list[Span]
    article: CitedArticle


class ShiftRow(Held):
    """A change of an actor's position between two dated statements: a row of the table "shifts"."""

    reading: Reading
    from_: Position = Field(alias="from")
    to_reading: Reading
    to: Position
    kind: ShiftKind
    statements: list[str] = Field(description="The ids of both statements, the earlier first.")
    said_on: list[str | None] = Field(description="The days of both, in the Extended Date/Time Format.")
    why: str


class Example(Shape):
    """A phrasing of a position, as the question gives it."""

    reading: Reading
    position: Position
    text: str


class Stage(Shape):
    """A stage of the process that a question is about."""

    name: str
    words: list[str]


class QuestionRow(Shape):
    """A question that is followed, with how much was found on it."""

    id: str
    question: str
    names: list[str]
    words: list[str]
    examples: list[Example]
    stages: list[Stage]
    version: int
    added_at: str
    statements: int
    about: int
    positions: int
    shifts: int
    waiting: int
