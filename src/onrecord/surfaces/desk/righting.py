"""Righting: what persons put right of a statement, each part as the machine read it beside what is shown now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import StatementHistory
from onrecord.surfaces import days, telling
from onrecord.surfaces.cli import printing
from onrecord.vocabulary import SaidOn, Span, Speaker

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Righted:
    """A part of a statement, as the machine read it and as it is shown now, in words."""

    part: str
    read: str
    now: str


def righted(found: StatementHistory) -> list[Righted]:
    """The parts of a statement that are shown otherwise than the machine read them."""
    read, now = found.read, found.row.statement
    told = [
        *_speakers(read.speaker, now.speaker),
        Righted("Kind", read.kind.value, now.kind.value),
        Righted("Words", telling.said(read), telling.said(now)),
        Righted("Source", _words(read.source), _words(now.source)),
        Righted("Cue", _words(read.cue), _words(now.cue)),
        Righted("Day", _day(read.said_on), _day(now.said_on)),
    ]
    return [one for one in told if one.read != one.now]


def _speakers(read: Speaker | None, now: Speaker | None) -> Iterator[Righted]:
    """Of two actors of one name the ids are told too."""
    ids = [one.actor if one else None for one in (read, now)]
    names = [one.name if one else "not known" for one in (read, now)]
    if ids[0] != ids[1] and names[0] == names[1]:
        names = [f"{name} ({one or 'nobody whom this ledger knows'})" for name, one in zip(names, ids, strict=True)]
    yield Righted("Speaker", *names)


def _words(span: Span | None) -> str:
    return f"“{' '.join(span.text.split())}”" if span is not None else _NONE


def _day(said_on: SaidOn | None) -> str:
    if said_on is None or not (said_on.earliest or said_on.latest):
        return printing.day(said_on)
    return days.told((said_on.earliest, said_on.latest))
