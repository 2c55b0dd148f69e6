"""Putting right: what a form says of a statement or a position, as a correction; what it leaves as it was is no part of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from onrecord.ledger import Correction, Ledger, NewActor, StatementRow
from onrecord.surfaces import days
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.deciding import Decided, Decision
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.vocabulary import ActorType, Days, Kind, Position, Reading, Span, Statement, UsageError

router = APIRouter()

KEEP, NEW = "keep", "new"
_SHOWN = 80  # characters of words that are told in an answer
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words as a form shows them: where they begin and end, as it says so, and what they are ("" where that is nowhere)."""

    start: str
    end: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form of correction shows of a statement: what it is, or what somebody typed already; `more` is one stretch more."""

    content: Sequence[Stretch]
    more: Stretch
    source: Stretch
    cue: Stretch
    kind: str
    on: str
    first: str
    last: str
    new_name: str
    day: str = KEEP
    speaker: str = KEEP
    new_type: str = ""
    why: str = ""
    by: str = ""
    seen: str = ""
    back: str = ""
    also: Sequence[str] = ()
    also_all: str = ""


def shown(row: StatementRow) -> Shown:
    """What the form shows of a statement."""
    one = row.statement
    first, last = ((end or "")[:10] for end in (one.said_on.earliest, one.said_on.latest)) if one.said_on else ("", "")
    return Shown(
        content=[_stretch(span) for span in one.content],
        more=_stretch(None),
        source=_stretch(one.source),
        cue=_stretch(one.cue),
        kind=one.kind.value,
        on=first if first == last else "",
        first=first,
        last=last,
        new_name=one.speaker.name if one.speaker and not one.speaker.actor else "",
    )


def typed(row: StatementRow, filled: FormData, text: str) -> Shown:
    """What the form shows of a statement in the article of a text once somebody filled it in: all that was typed."""

    def told(start: str, end: str) -> Stretch:
        known = all(one.isascii() and one.isdigit() and len(one) < 10 for one in (start, end))
        return Stretch(start, end, text[int(start) : int(end)] if known else "")

    was = shown(row)
    pairs = [told(*pair) for pair in _pairs(filled)]
    named = ("speaker", "kind", "day", "on", "first", "last", "new_name", "new_type", "why", "by", "seen", "back", "also_all")
    number = len(was.content)
    return replace(
        was,
        content=pairs[:number] + pairs[number + 1 :] or was.content,
        more=pairs[number] if len(pairs) > number else was.more,
        source=told(one(filled, "source_start"), one(filled, "source_end")),
        cue=told(one(filled, "cue_start"), one(filled, "cue_end")),
        also=[f"{other}" for other in filled.getlist("also")],
        **{name: one(filled, name, getattr(was, name)) for name in named},
    )


def _stretch(span: Span | None) -> Stretch:
    return Stretch(f"{span.start}", f"{span.end}", span.text) if span else Stretch("", "", "")


async def _filled(request: Request) -> FormData:
    return await request.form()


Filled = Annotated[FormData, Depends(_filled)]


def put_right(here: Opened, decision: Decided, filled: FormData, subject: str) -> None:
    """Puts a statement right, and alike those marked that tell the same: each by a decision of its own."""
    marked = _marked(here.ledger, filled, subject)
    with decision.taken(here, ("statement", subject), *(("statement", other) for other in marked)) as ledger:
        row = ledger.statement(subject)
        if row is None:
            raise UsageError(f"there is no statement {subject!r} in this ledger")
        right = correction(row, filled)
        if not right:
            raise UsageError("Nothing was changed: change what is wrong, or confirm it.")
        if not one(filled, "cut"):
            _whole(ledger, row, right)
        alike = also(ledger, marked, right)
        made = ledger.correct_statement(row.statement.id, by=decision.by, why=decision.why, **right)
        for other, same in alike:
            if isinstance(same.get("speaker"), NewActor):  # made just now, and there is but one
                same["speaker"] = str(made.value["speaker"])
            ledger.correct_statement(other, by=decision.by, why=decision.why, **same)


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
    return decision.redirect(links.review_url())


class CutWordError(UsageError):
    """A stretch of words that is put right begins or ends inside a word; who means it so says so."""


def _whole(ledger: Ledger, row: StatementRow, right: Correction) -> None:
    """Raises CutWordError where the words, the source or the cue of a correction begin or end inside a word."""
    record = ledger.record(row.article.id)
    text = record.article.text if record else ""
    parts = {"words": right.get("content") or (), "source": [right.get("source")], "cue": [right.get("cue")]}
    for part, places in parts.items():
        for start, end in filter(None, places):
            first, last = start, end
            while _inside(text, first):
                first -= 1
            while _inside(text, last):
                last += 1
            if (first, last) != (start, end):
                cut = f"{text[first:start]}|{text[start:last]}" if first < start else f"{text[start:end]}|{text[end:last]}"
                shown = " ".join(cut.split())
                shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN // 2]}…{shown[-_SHOWN // 2 :]}"
                raise CutWordError(f"The {part} begin or end inside a word: “{shown}”. Whole words are at {first} to {last}.")


def _inside(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


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
    length = row.article.characters
    content = [found for pair in _pairs(filled) if (found := _place(*pair, "words", length)) is not None]
    if content != _places(said.content):
        right["content"] = content
    for part, span in (("source", said.source), ("cue", said.cue)):
        found = _place(one(filled, f"{part}_start"), one(filled, f"{part}_end"), part, length)
        if found != ((span.start, span.end) if span else None):
            right["source" if part == "source" else "cue"] = found
    return right


def echoes(ledger: Ledger, row: StatementRow) -> list[StatementRow]:
    """The statements that tell the same as one; those whose speaker or day is another first, for they are to be looked at."""
    said = row.statement
    return sorted(ledger.echoes(said.id), key=lambda other: _who_and_when(other.statement) == _who_and_when(said))


def _who_and_when(one: Statement) -> tuple[str | None, Days]:
    speaker = one.speaker.actor or one.speaker.name if one.speaker else None
    return speaker, (one.said_on.earliest, one.said_on.latest) if one.said_on else (None, None)


def _marked(ledger: Ledger, filled: FormData, subject: str) -> list[str]:
    """The ids of the other statements that a form marks: one by one, or all that tell the same."""
    if one(filled, "also_all"):
        return [row.statement.id for row in ledger.echoes(subject)]
    return [f"{other}" for other in filled.getlist("also")]


def also(ledger: Ledger, others: Sequence[str], right: Correction) -> list[tuple[str, Correction]]:
    """What is to be put right of other statements, by id: the same speaker and day, where theirs differ."""
    marked = [ledger.statement(other) for other in others]
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
        raise UsageError("Only a speaker or a day is put right in other articles too: choose one, or unmark them.")
    return found


def _new_actor(filled: FormData) -> NewActor:
    name, type_ = one(filled, "new_name"), one(filled, "new_type")
    if not name:
        raise UsageError("Say what the new actor is called.")
    if type_ not in list(ActorType):
        raise UsageError(f"{type_!r} is no type of actor: it is one of {', '.join(ActorType)}")
    return NewActor(name, ActorType(type_))


def _days(right: Correction, filled: FormData) -> None:
    match one(filled, "day", KEEP):
        case "on":
            day = _day(filled, "on")
            if not day:
                raise UsageError("Say on which day it was said, or leave the day as it is.")
            right["said_on"] = (day, day)
        case "between":
            first, last = _day(filled, "first"), _day(filled, "last")
            if first is None and last is None:
                raise UsageError("Say between which days it was said; one of the two may be left empty.")
            if first and last and first > last:
                ends = (days.told((end, end)) for end in (first, last))
                raise UsageError("The first day, {}, is after the last, {}: swap the two.".format(*ends))
            right["said_on"] = (first, last)
        case "unknown":
            right["said_on"] = None


def _day(filled: FormData, name: str) -> str | None:
    """A day that a form gives, ISO; None for none."""
    given = one(filled, name)
    try:
        known = not given or date.fromisoformat(given).isoformat() == given
    except ValueError:
        known = False
    if not known:
        raise UsageError(f"“{given}” is not a day of the calendar: write year, month and day, as 2031-05-04.")
    return given or None


def _pairs(filled: FormData) -> list[tuple[str, str]]:
    starts, ends = (filled.getlist(f"content_{end}") for end in ("start", "end"))
    if len(starts) != len(ends):
        raise UsageError("Of each stretch of words give the start and the end.")
    return [(f"{start}".strip(), f"{end}".strip()) for start, end in zip(starts, ends, strict=True)]


def _place(start: str, end: str, part: str, length: int) -> Place | None:
    """A half-open range of a text of so many characters, None where nothing is filled in."""
    if not start and not end:
        return None
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in (start, end)):
        raise UsageError(f"The {part} begin and end at a character of the text: give two whole numbers, or none.")
    if int(end) > length:
        raise UsageError(f"The {part} end at character {int(end):,}, but the text has only {length:,}: give a smaller number.")
    if int(start) >= int(end):
        raise UsageError(f"The {part} begin at character {int(start):,} and end before the next: the end is the larger number.")
    return int(start), int(end)


def _places(spans: Sequence[Span]) -> list[Place]:
    return [(span.start, span.end) for span in spans]


def one(filled: FormData, name: str, otherwise: str = "") -> str:
    """A value of a form without the white space around it."""
    value = filled.get(name)
    return value.strip() if isinstance(value, str) else otherwise
