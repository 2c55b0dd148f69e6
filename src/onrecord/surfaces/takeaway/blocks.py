"""What a dossier is made of, whatever it is written as: headings, paragraphs, lists, quotations, a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.surfaces.takeaway.gathering import Groups
from onrecord.vocabulary import Position


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, or to a place of the dossier ("#shifts")."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name beside other words: it keeps to itself, in whatever direction it is written."""

    words: str


Inline = str | Link | Name
Line = Sequence[Inline]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4, with the name by which links find it."""

    level: int
    words: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of lines."""

    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, the first cell of each row its heading."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as printed. `lead` stands before them (a day, a position), `manner` says how they are given, `notes` where."""

    lead: Line
    manner: str
    words: str
    notes: Sequence[Line]
    position: Position | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of all positions over time; `apart` tells actors of one name apart, by their ids."""

    groups: Groups
    apart: Mapping[str, str] = field(default_factory=dict)


Block = Heading | Prose | Listing | Table | Quoted | Chart
