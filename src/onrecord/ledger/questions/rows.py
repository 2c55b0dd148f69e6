"""What the ledger answers with on questions: frozen rows, each understood without the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.ledger.rows import Judgement, StatementRow
from onrecord.vocabulary import ActorType, Position, Question, Reading, ShiftKind, Span


class Asking(StrEnum):
    """What adding a question changed."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that is followed, with the text of the file that it was read from.

    `version` counts the texts that were asked under its id, from 1; `added_at` is the second, in UTC, of this one. `statements`
    is how many have been placed, `about` how many of these are about it (a reading of it, or nobody can tell which); `positions`
    and `shifts` are how many were found, those left out that persons rejected. `waiting` is how many articles were not placed
    yet, or by another text of it: what is told of it leaves them out, or tells what the former text gave.
    """

    question: Question
    text: str
    version: int
    added_at: str
    statements: int
    about: int
    positions: int
    shifts: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Placed:
    """What `Ledger.place` did: how many questions it asked, how many statements it placed (each once for every question), how
    many positions these take, and how many shifts there are of the actors whose positions changed.
    """

    questions: int
    statements: int
    positions: int
    shifts: int

    def plus(self, more: Placed) -> Placed:
        """Both together; the questions are the same."""
        counts = (self.statements + more.statements, self.positions + more.positions)
        return Placed(max(self.questions, more.questions), *counts, self.shifts + more.shifts)


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A row of the table "positions": what a statement says on one reading of a question.

    `question` is the id of the question; `reading` is None where the statement is not about it (`position` is NOT_ABOUT then).
    `position` is None where nobody can tell which it is. `actor` is the id of the ledger's actor who holds it, None where nobody
    is known; `actor_name` is then the name that the article gives, if it gives one. `words` are the verbatim slices that decided,
    `reason` says in plain words how; `stage` is that of the process, by its name. `second_hand` is whether one actor tells
    what another holds: the statement stands inside another one, or its content says so; the holder is not its speaker then.

    `status` is candidate, confirmed, corrected or rejected; `by` the version of what found it, or the person who confirmed it or
    put it right: `confidence` is 1 then. `judgement` is what a person decided that it stands or falls by: on it, or on another
    position in its place; None where nobody decided. The days of saying are those of the statement, `row.statement.said_on`.
    """

    id: str
    question: str
    row: StatementRow
    actor: str | None
    actor_name: str | None
    actor_type: ActorType | None
    reading: Reading | None
    position: Position | None
    confidence: float
    reason: str
    words: tuple[Span, ...]
    stage: str | None
    second_hand: bool
    status: str
    by: str
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A row of the table "shifts": a change of an actor's position between two dated statements.

    `statements` are the last that takes the former position and the first that takes the new one, as positions on the question
    with this id. `why` says in plain words what makes it a shift, and what could make it none. It is a candidate until a person
    confirms or rejects it (`status`); `by` and `judgement` as in `PositionRow`.
    """

    id: str
    question: str
    actor: str
    actor_name: str
    actor_type: ActorType | None
    before: tuple[Reading, Position]
    after: tuple[Reading, Position]
    kind: ShiftKind
    confidence: float
    why: str
    statements: tuple[PositionRow, PositionRow]
    status: str
    by: str
    judgement: Judgement | None = None
