"""The page of a question: where each actor stands, since when, and who moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, HTTPException, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import ActorQuery, PositionQuery, QuestionRow, ShiftQuery
from onrecord.surfaces.desk import links, stances
from onrecord.surfaces.desk.asked import Asked, paged, window
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.drawing.lanes import Group, charts
from onrecord.surfaces.desk.meant import there
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.querying import position_query, shift_query
from onrecord.surfaces.desk.stances import Stance, Stances
from onrecord.surfaces.desk.views import counted, page
from onrecord.surfaces.namesakes import told_apart
from onrecord.surfaces.timeline import TURNS
from onrecord.vocabulary import Position, Reading, UsageError, Verdict

router = APIRouter()

_T = TypeVar("_T")

# Actors in the chart and in the list: those of whom most is told at first, and a page of all. Rows of each (see `stances.cut`),
# of changes, of what stands apart. Chosen so that a page of long statements stays under 300 kB.
_ACTORS, _A_PAGE = 20, 30
_STRETCHES, _MOVED, _APART = 3, 6, 5
_APARTS = ("undated", "second-hand", "unsure", "nobody")
_SHOWS = ("moved", *_APARTS)
# What of the address narrows the files of a page too.
_TAKEN = ("actor", "speaker", "reading", "since", "until")
_VERDICTS = {"confirm": Verdict.CONFIRM, "reject": Verdict.REJECT, "undo": Verdict.UNDO}


@router.get("/questions")
def questions(request: Request, here: Here) -> Response:
    """The questions that are followed; where it is one, its page."""
    found = here.kept("questions", lambda ledger: tuple(ledger.questions()))
    if len(found) == 1:
        return RedirectResponse(links.question_url(found[0].question.id), status_code=303)
    return page(request, "questions.html", found=found)


@router.get("/questions/{key}")
def question(request: Request, here: Here, key: str) -> Response:
    """One question: the chart of all actors, who moved, and the words."""
    row, asked = _asked_for(here, key), Asked.of(request)
    show = asked.one_of("show", _SHOWS)
    if show == "moved":
        return _moved(request, here, row, asked)
    query = _query(here, asked, row)
    found = _found(here, query)
    if show is not None:
        return _apart(request, row, asked, (query, found), show)
    one = query.actor is not None and len(found.listed) == 1
    whole = asked.flag("all")
    offset = (asked.page - 1) * _A_PAGE
    drawn = found.listed[offset : offset + _A_PAGE] if whole else found.most(_ACTORS)
    first = not whole or asked.page == 1
    apart = told_apart((it.actor for it in drawn if it.actor is not None), here.ledger)
    listed, pages = paged(asked, (), 0)
    if one:
        # A mark is drawn where all reports of it together have it, those of other days too.
        dated = query.position is not None and (query.since or query.until)
        drawn_from = _found(here, replace(query, since=None, until=None)) if dated else found
        points = stances.every(drawn_from.listed[0].standing, query)
        told, pages = paged(asked, points[window(asked)["offset"] :], len(points))
        listed = [(found.listed[0], told, "")]
    else:
        listed = [(it, *stances.cut(it.standing, _STRETCHES)) for it in drawn]
    aparts = _aparts(found) if first and not (one and query.position) else []  # what a mark stands for has nothing beside it
    return page(
        request,
        "question.html",
        row=row,
        asked=asked,
        query=query,
        found=found,
        stranger=_stranger(here, query),
        chart=_kept(here, query, ("lanes", whole, offset), lambda: _chart(row, drawn, apart)),
        namesakes=apart,
        dayless=bool(found.told) and not any(it.standing.points for it in found.listed),
        drawn=drawn,
        listed=listed,
        one=found.listed[0] if one else None,
        pages=pages if one else None,
        number_of_pages=-(-len(found.listed) // _A_PAGE) if whole and not one else 1,
        shifts=found.shifts[:_MOVED] if first else (),
        apart=[(what, told, rows[:_APART], len(rows)) for what, told, rows in aparts if rows],
        turns=TURNS,
        most=stances.MOST,
        taken={"question": row.question.id} | {name: getattr(query, name) for name in _TAKEN if getattr(query, name)},
        readings=[("", "both"), *((one.value, one.value) for one in Reading)],
    )


@router.post("/questions/{key}/shifts/{shift}")
def judge(here: Here, decision: Decision, key: str, shift: str, verdict: Annotated[str, Form()]) -> Response:
    """Confirms or rejects a shift, or takes back what was decided on it."""
    if verdict not in _VERDICTS:
        raise UsageError(f"a shift is decided by one of {', '.join(_VERDICTS)}, not by “{verdict}”")
    found = there(here.ledger.shift(shift))
    if found.question != key:
        raise HTTPException(404)
    with decision.taken(here, ("shift", found.id)) as ledger:
        ledger.judge(found.id, _VERDICTS[verdict], by=decision.by, why=decision.why)
    return decision.redirect(f"{links.question_url(key)}#shift-{found.id}")


def _asked_for(here: Opened, key: str) -> QuestionRow:
    found = here.kept("questions", lambda ledger: tuple(ledger.questions()))
    return there(next((one for one in found if one.question.id == key), None))


def _query(here: Opened, asked: Asked, row: QuestionRow) -> PositionQuery:
    """What is asked; an actor that is no single one is a part of a name, so that all who are called so are shown."""
    query = position_query(asked, row.question.id)
    if query.actor is None:
        return query
    try:
        return replace(query, actor=here.ledger.actor_meant(query.actor).id)
    except UsageError:
        return replace(query, actor=None, speaker=query.actor)


def _stranger(here: Opened, query: PositionQuery) -> str:
    """The name that is asked for where no actor of the ledger is called so, else ""."""
    name = query.speaker
    return name if name is not None and not here.ledger.count_actors(ActorQuery(name=name)) else ""


def _found(here: Opened, query: PositionQuery) -> Stances:
    return _kept(here, query, ("stances",), lambda: stances.gathered(here, query))


def _kept(here: Opened, query: PositionQuery, what: tuple[Hashable, ...], work_out: Callable[[], _T]) -> _T:
    """What is worked out of a question; remembered where nothing but a reading narrows it, so that not too much is."""
    if any((query.actor, query.speaker, query.since, query.until)):
        return work_out()
    return here.kept((*what, query.question, query.reading), lambda _: work_out())


def _chart(row: QuestionRow, drawn: Sequence[Stance], apart: Mapping[str, str]) -> Markup | None:
    """The chart of some stances under their headings, those of one name told apart; None where there is nothing to draw."""
    groups = []
    for heading, group in groupby(drawn, key=lambda one: one.heading or f"\0{one.standing.actor}"):
        lanes = [stances.lane_of(one.standing, row.question.id, apart=apart.get(one.standing.actor, "")) for one in group]
        made = [lane for lane in lanes if lane is not None]
        if made:
            groups.append(Group(None if heading.startswith("\0") else heading, made))
    if not groups:
        return None
    many = sum(len(group.lanes) for group in groups)
    told = f"A lane for each of {counted(many, 'actor')}, with a track for what will be and one for what should be."
    return charts(groups, f"Positions over time: {row.question.text}", f"{told} The same is told in words below.")


def _aparts(found: Stances, position: Position | None = None) -> list[tuple[str, str, list[object]]]:
    """What stands apart from the timeline, each with what it is; of one position alone where one is asked for."""

    def asked_for(taken: Position | None) -> bool:
        return position is None or taken is position

    everybody = [one.standing for one in found.listed]
    points = [told for one in everybody for told in stances.every(one) if told.point.middle is None]
    undated: list[object] = [told for told in points if asked_for(told.point.position)]
    second: list[object] = [row for one in everybody for row in one.second_hand if asked_for(row.position)]
    unsure: list[object] = [row for one in everybody for row in one.unsure]
    return [
        ("undated", "Without a day that is known", undated),
        ("second-hand", "Told of them by others", second),
        ("unsure", "About it, but nobody can tell which position", unsure),
        ("nobody", "By nobody that is known", list(found.nobody)),
    ]


def _apart(request: Request, row: QuestionRow, asked: Asked, of: tuple[PositionQuery, Stances], show: str) -> Response:
    """All of what stands apart for one reason; the heading says whose it is, and what of it is asked for."""
    query, found = of
    what, title, rows = next(one for one in _aparts(found, query.position) if one[0] == show)
    shown, pages = paged(asked, rows[window(asked)["offset"] :], len(rows))
    who = found.listed[0].standing.name if query.actor is not None and found.listed else query.speaker
    return page(
        request,
        "question_apart.html",
        row=row,
        asked=asked,
        query=query,
        what=what,
        title=title,
        who=who,
        rows=shown,
        pages=pages,
    )


def _moved(request: Request, here: Opened, row: QuestionRow, asked: Asked) -> Response:
    """All shifts, those too that persons rejected where they are asked for."""
    query = shift_query(asked, row.question.id)
    query = replace(query, actor=here.ledger.actor_meant(query.actor).id) if query.actor is not None else query
    total = here.kept(("shifts", query), lambda ledger: ledger.count_shifts(query))
    shown, pages = paged(asked, here.ledger.shifts(replace(query, **window(asked))), total)
    rejected = ShiftQuery(question=row.question.id, status="rejected")
    number = here.kept(("shifts", rejected), lambda ledger: ledger.count_shifts(rejected))
    return page(request, "question_moved.html", row=row, asked=asked, shifts=shown, pages=pages, rejected=number, turns=TURNS)
