"""What the ledger answers with on what persons review: frozen rows, each understood without the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from onrecord.ledger.queries import ReviewKind
from onrecord.ledger.rows import ArticleRow, Judgement, JudgementRow, StatementRow
from onrecord.vocabulary import ActorType, Kind, Statement


@dataclass(frozen=True, slots=True)
class NewActor:
    """A speaker whom the ledger does not know yet, by the name that it is to be shown by."""

    name: str
    type: ActorType


class Correction(TypedDict, total=False):
    """What is right of a statement: only what was read wrong is given.

    `speaker` is an actor of the ledger (its id, the beginning of one, or a name) or a new one, None where it is not known who;
    `said_on` the first and the last ISO day, both included, an end None where it is open, and None where no day is known.
    `content`, `source` and `cue` are half-open ranges of the article's text; None where the text has no source or cue.
    """

    speaker: str | NewActor | None
    kind: Kind
    said_on: tuple[str | None, str | None] | None
    content: Sequence[tuple[int, int]]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class StatementHistory:
    """A statement as it is shown now, as the machine read it, and the judgements of persons on it, in order.

    The speaker of both is the ledger's actor.
    """

    row: StatementRow
    read: Statement
    judgements: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A former version of an article, and the decisions on its statements, and on positions of theirs, that were not carried over
    to the version that took its place, in the order of the log."""

    article: ArticleRow
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to look at: what it is (`kind`), its id (`subject`), and why it is asked, in one sentence.

    `score`, 0 to 1, is how much it is worth a look; `confidence` how sure the machine is. Of a link `subject` is a statement and
    `other` the one that is held to report the same utterance. `statement` is the id of the statement to look at first, None for
    a disagreement between sentences that are none; `question` is the id of the question, of a position or a shift.
    """

    kind: ReviewKind
    subject: str
    score: float
    why: str
    confidence: float
    statement: str | None = None
    other: str | None = None
    question: str | None = None


class Part(StrEnum):
    """What may be wrong in a statement that is checked."""

    SPEAKER = "speaker"
    WORDS = "words"
    KIND = "kind"
    DAY = "day"
    NO_STATEMENT = "no-statement"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A sample that was drawn to be checked: how many statements, out of how many, by which seed, by whom and when (UTC).

    `answered` is how many of them were checked so far.
    """

    id: str
    size: int
    seed: int
    by: str
    at: str
    drawn_from: int
    answered: int


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A statement to check, and its number in the sample, from 1."""

    check: CheckRow
    number: int
    row: StatementRow


@dataclass(frozen=True, slots=True)
class PartRate:
    """How often a part was wrong (`part` None: anything), out of how many that were checked, and Wilson's 95 % interval
    for a sample drawn without replacement.

    `rate` is None where nothing was checked; the interval is 0 to 1 then.
    """

    part: Part | None
    wrong: int
    checked: int
    rate: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """How often the ledger is wrong, by the answers on a sample: at all (`whole`), and part by part.

    NO_STATEMENT is counted over all that were checked, every other part over those that are statements. `check` is the sample
    that tells it: the last one that is finished. `under_way` is one that was drawn since and is not, None where none is.
    """

    check: CheckRow
    checked: int
    whole: PartRate
    parts: tuple[PartRate, ...]
    under_way: CheckRow | None = None
