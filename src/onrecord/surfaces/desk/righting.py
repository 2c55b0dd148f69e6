"""Righting: what persons put right of a statement, each part as the machine read it beside what is shown now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import Judgement, StatementHistory
from onrecord.surfaces import days, telling
from onrecord.surfaces.cli import printing
from onrecord.text.quoting import quoted
from onrecord.vocabulary import SaidOn, Span, Speaker, Verdict

_NONE = "none"
# What the confidence of a statement is about.
_MEASURED = frozenset({"Words", "Source", "Cue"})


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


def sureness(found: StatementHistory) -> str:
    """How sure it is what a statement says, in words: what a person confirmed or put right of it, and how sure the machine is of
    what nobody looked at.
    """
    row, machine = found.row, f"{found.read.confidence:.2f}, the chance that source, cue and content are all exactly right"
    last = row.judgement
    if last is None or row.status not in ("confirmed", "corrected"):
        return machine
    if last.verdict is Verdict.CONFIRM:
        return f"{last.by} confirmed all of it: speaker, words, kind and day. The machine’s own was {found.read.confidence:.2f}"
    changed = righted(found)
    parts = [one.part.lower() for one in changed]
    named = " and ".join([*([", ".join(parts[:-1])] if len(parts) > 1 else []), *parts[-1:]])
    if any(one.part in _MEASURED for one in changed):
        return f"{last.by} put right: {named}. The machine’s own, {found.read.confidence:.2f}, was of what it had read instead"
    return f"{last.by} put right: {named or 'nothing that the machine read otherwise'}. Of the rest, by machine: {machine}"


def unknown_by(found: StatementHistory) -> Judgement | None:
    """The judgement of a person by which it is not known who speaks; None where nobody said so."""
    said = [row.judgement for row in found.judgements if row.undone_by is None and "speaker" in row.judgement.value]
    return said[-1] if said and not said[-1].value["speaker"] else None


def _speakers(read: Speaker | None, now: Speaker | None) -> Iterator[Righted]:
    """Of two actors of one name the ids are told too."""
    ids = [one.actor if one else None for one in (read, now)]
    names = [one.name if one else "not known" for one in (read, now)]
    if ids[0] != ids[1] and names[0] == names[1]:
        names = [f"{name} ({one or 'nobody whom this ledger knows'})" for name, one in zip(names, ids, strict=True)]
    yield Righted("Speaker", *names)


def _words(span: Span | None) -> str:
    return quoted(" ".join(span.text.split())) if span is not None else _NONE


def _day(said_on: SaidOn | None) -> str:
    if said_on is None or not (said_on.earliest or said_on.latest):
        return printing.day(said_on)
    return days.told((said_on.earliest, said_on.latest))
