"""Putting right: what a form says of a statement or a position, as a correction; what it leaves as it was is no part of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from onrecord.ledger import Correction, Ledger, NewActor, StatementRow
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.following import followed
from onrecord.surfaces.desk.opened import Here
from onrecord.vocabulary import ActorType, Kind, Position, Reading, Span, UsageError

router = APIRouter()

KEEP, NEW = "keep", "new"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form of correction shows of a statement."""

    content: Sequence[Span]
    source: Span | None
    cue: Span | None
    first: str
    last: str


def shown(row: StatementRow) -> Shown:
    """What the form shows of a statement."""
    one = row.statement
    first, last = ((end or "")[:10] for end in (one.said_on.earliest, one.said_on.latest)) if one.said_on else ("", "")
    return Shown(one.content, one.source, one.cue, first, last)


async def _filled(request: Request) -> FormData:
    return await request.form()


Filled = Annotated[FormData, Depends(_filled)]


@router.post("/review/correct")
def correct(here: Here, decision: Decision, filled: Filled, subject: Annotated[str, Form()]) -> Response:
    """Puts a statement right, and alike those marked that tell the same: each by a decision of its own."""
    others = [("statement", f"{other}") for other in filled.getlist("also")]
    with decision.taken(here, ("statement", subject), *others) as ledger:
        row = ledger.statement(subject)
        if row is None:
            raise UsageError(f"there is no statement {subject!r} in this ledger")
        right = correction(row, filled)
        if not right:
            raise UsageError("Nothing was changed: go back and change what is wrong, or confirm it.")
        alike = also(ledger, filled, right)
        made = ledger.correct_statement(row.statement.id, by=decision.by, why=decision.why, **right)
        for other, same in alike:
            if isinstance(same.get("speaker"), NewActor):  # made just now, and there is but one
                same["speaker"] = str(made.value["speaker"])
            ledger.correct_statement(other, by=decision.by, why=decision.why, **same)
    return followed(decision.redirect(links.review_url()), here)


@router.post("/review/place")
def place(here: Here, decision: Decision, subject: Annotated[str, Form()], stand: Annotated[str, Form()]) -> Response:
    """Puts a position right: "should:opposes", or "not-about"."""
    reading, _, position = stand.rpartition(":")
    try:
        right = (Reading(reading) if reading else None, Position(position))
    except ValueError:
        raise UsageError(f"{stand!r} is no position: go back and choose one of the list") from None
    if (right[0] is None) != (right[1] is Position.NOT_ABOUT):
        raise UsageError(f"{stand!r} is no position: go back and choose one of the list")
    with decision.taken(here, ("position", subject)) as ledger:
        ledger.correct_position(subject, *right, by=decision.by, why=decision.why)
    return followed(decision.redirect(links.review_url()), here)


def correction(row: StatementRow, filled: FormData) -> Correction:
    """What a form changes of a statement: speaker, kind, day, content, source, cue."""
    said, right = row.statement, Correction()
    if (speaker := one(filled, "speaker", KEEP)) != KEEP:
        right["speaker"] = _new_actor(filled) if speaker == NEW else speaker or None
    if (kind := one(filled, "kind", said.kind.value)) != said.kind:
        if kind not in list(Kind):
            raise UsageError(f"{kind!r} is no kind of statement: it is one of {', '.join(Kind)}")
        right["kind"] = Kind(kind)
    _days(right, filled)
    content = [found for pair in _pairs(filled) if (found := _place(*pair, "words")) is not None]
    if content != _places(said.content):
        right["content"] = content
    for part, span in (("source", said.source), ("cue", said.cue)):
        found = _place(one(filled, f"{part}_start"), one(filled, f"{part}_end"), part)
        if found != ((span.start, span.end) if span else None):
            right["source" if part == "source" else "cue"] = found
    return right


def also(ledger: Ledger, filled: FormData, right: Correction) -> list[tuple[str, Correction]]:
    """What is to be put right of the other statements that a form marks, by id: the same speaker and day, where theirs differ."""
    marked = [ledger.statement(f"{one}") for one in filled.getlist("also")]
    found = []
    for row in marked:
        if row is None:
            raise UsageError("One of the other statements is not in this ledger: go back and load the page again.")
        said, same = row.statement, Correction()
        if "speaker" in right and (said.speaker is None or said.speaker.actor != right["speaker"]):
            same["speaker"] = right["speaker"]
        if "said_on" in right:
            same["said_on"] = right["said_on"]
        found += [(said.id, same)] if same else []
    if marked and not {"speaker", "said_on"} & set(right):
        raise UsageError("Only a speaker or a day is put right in other articles too: go back and choose one, or unmark them.")
    return found


def _new_actor(filled: FormData) -> NewActor:
    name, type_ = one(filled, "new_name"), one(filled, "new_type")
    if not name:
        raise UsageError("Go back and say what the new actor is called.")
    if type_ not in list(ActorType):
        raise UsageError(f"{type_!r} is no type of actor: it is one of {', '.join(ActorType)}")
    return NewActor(name, ActorType(type_))


def _days(right: Correction, filled: FormData) -> None:
    match one(filled, "day", KEEP):
        case "on":
            day = one(filled, "on")
            if not day:
                raise UsageError("Go back and say on which day it was said, or leave the day as it is.")
            right["said_on"] = (day, day)
        case "between":
            first, last = one(filled, "first") or None, one(filled, "last") or None
            if first is None and last is None:
                raise UsageError("Go back and say between which days it was said; one of the two may be left empty.")
            right["said_on"] = (first, last)
        case "unknown":
            right["said_on"] = None


def _pairs(filled: FormData) -> list[tuple[str, str]]:
    starts, ends = (filled.getlist(f"content_{end}") for end in ("start", "end"))
    if len(starts) != len(ends):
        raise UsageError("Of each stretch of words give the start and the end.")
    return [(f"{start}".strip(), f"{end}".strip()) for start, end in zip(starts, ends, strict=True)]


def _place(start: str, end: str, part: str) -> Place | None:
    """A half-open range of the text, None where nothing is filled in."""
    if not start and not end:
        return None
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in (start, end)):
        raise UsageError(f"The {part} begin and end at a character of the text: give two whole numbers, or none.")
    return int(start), int(end)


def _places(spans: Sequence[Span]) -> list[Place]:
    return [(span.start, span.end) for span in spans]


def one(filled: FormData, name: str, otherwise: str = "") -> str:
    """A value of a form without the white space around it."""
    value = filled.get(name)
    return value.strip() if isinstance(value, str) else otherwise
