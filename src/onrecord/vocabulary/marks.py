"""Marks: what the neural model sees in a text, before anything is read out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The parts of an attribution (Pareti 2012, PARC; Newell et al. 2018, PolNeAR)."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span with a role, half-open in code points of the text; `score` is the model's confidence in it, 0 to 1.

    `cue` is the index, among the marks of the same reading, of the cue mark it is linked to; None for a cue, and where there is
    no cue to link to. `link` is the confidence of that link.
    """

    start: int
    end: int
    role: Role
    score: float
    cue: int | None = None
    link: float = 1.0


class MentionType(StrEnum):
    """What a name in a text is the name of, by the model; a country is a place."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a text that names or stands for an actor, half-open in code points.

    `type` is that of a name; None where other words stand for one ("he", "the president").
    """

    start: int
    end: int
    actor: str | None
    name: str
    type: MentionType | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one text, ordered by place; `within` holds readings of single content marks: what is said inside them.

    `within` maps (as pairs) the index of a content mark to the marks found when its words are read by themselves.
    `mentions` are the names in the text, ordered by place; none overlaps another.
    """

    marks: tuple[Mark, ...]
    within: tuple[tuple[int, tuple[Mark, ...]], ...] = ()
    mentions: tuple[Mention, ...] = ()
