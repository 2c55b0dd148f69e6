"""Questions that a user follows, positions on them, and shifts; and what a ledger hands to whoever finds them.

A question has two readings, kept apart as two ladders: whether it will be, and whether it should be. A leader may want a thing
and concede that it will not come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Days, Telling
from onrecord.vocabulary.spans import Span


class Reading(StrEnum):
    """Of a question that asks whether a thing will, and should, be: which of the two a statement answers."""

    WILL = "will"
    SHOULD = "should"


class Position(StrEnum):
    """What a statement says on a question, on one reading of it."""

    SUPPORTS = "supports"
    CONDITIONAL = "conditional"
    OPPOSES = "opposes"
    NONCOMMITTAL = "noncommittal"
    NOT_ABOUT = "not-about"


@dataclass(frozen=True, slots=True)
class Example:
    """A phrasing of a position, written by whoever asks the question; or a statement whose position a person confirmed."""

    text: str
    reading: Reading
    position: Position


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the process that the question is about ("ratification"), and the words that tell that a statement is of it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no matter that the user follows.

    `about` are the words of the matter ("membership", "join"), `subject` the names of whom and what it is between ("Ukraine",
    "NATO"): names alone do not make a statement about it. `examples` are phrasings of each position, three or so for each;
    `stages` are in the order of the process.
    """

    id: str
    text: str
    about: tuple[str, ...]
    subject: tuple[str, ...]
    examples: tuple[Example, ...]
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as its position is asked for: the telling, the words around it, and what it stands in.

    `passage` is the paragraph that holds it, or those that do, `before` the paragraph before these, `title` that of the article;
    `outer` is whether the statement stands inside another one: its position is second-hand then; `inner` whether it says little
    but what a statement inside it says: then the position is that one's.
    """

    telling: Telling
    passage: Span
    title: str | None
    before: str = ""
    outer: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """The position that a statement takes on one reading of a question, or that it is not about it (`reading` is None then).

    `position` is None where it is about the question and nobody can tell which position it is: `reason` says why. `reason` names,
    in plain words, what decided; `words` are the verbatim slices that did. `confidence` is from 0 to 1, measured.

    A `second_hand` position is held by another than the source of the statement: by whom `holder` names, where it is known.
    """

    statement: str
    reading: Reading | None
    position: Position | None
    confidence: float
    reason: str
    words: tuple[Span, ...] = ()
    stage: str | None = None
    second_hand: bool = False
    holder: Span | None = None


class ShiftKind(StrEnum):
    """How an actor's position changed between two statements."""

    REVERSAL = "reversal"
    SOFTENING = "softening"
    HARDENING = "hardening"
    CONDITION_MET = "condition-met"
    SPOKESPERSON = "different-spokesperson"
    DRIFT = "artefact-of-drift"


@dataclass(frozen=True, slots=True)
class Held:
    """A dated position of an actor, as shifts are found in them.

    `actor` is the id of the actor in the ledger;
    `utterance` is the utterance that the statement reports (its own id where it stands alone), `printed` the days of its article;
    `quoted` is whether it is told in quotation marks.
    """

    statement: str
    actor: str
    actor_name: str
    actor_type: ActorType | None
    said_on: Days
    printed: Days
    reading: Reading
    position: Position
    confidence: float
    utterance: str
    article: str
    outlet: str | None
    second_hand: bool = False
    copied: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A change between two dated positions of one actor: a candidate until a person confirms it.

    `statements` are the last one (id) that takes the former position and the first that takes the new one; `why` says in plain
    words what makes it one, and what could make it none.
    """

    actor: str
    before: tuple[Reading, Position]
    after: tuple[Reading, Position]
    kind: ShiftKind
    statements: tuple[str, str]
    confidence: float
    why: str


class Placer(Protocol):
    """Places statements on a question. Every answer depends on what is asked alone, never on the order of the questions."""

    @property
    def version(self) -> str:
        """What is kept beside each answer: "positions/1"."""
        ...

    def positions(self, question: Question, asked: Sequence[Asked], confirmed: Sequence[Example]) -> list[Taken]:
        """The positions of some statements, at least one for each; `confirmed` are statements that a person placed."""
        ...

    def shifts(self, held: Sequence[Held]) -> list[Shift]:
        """The shifts in the dated positions of one actor on one question, in order of days."""
        ...
