"""The pages of actors: who speaks, by which names and as what, what of them is reported by whom; and who is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import (
    ActorHistory,
    ActorQuery,
    ActorRow,
    PositionQuery,
    QuestionRow,
)
from onrecord.surfaces.desk import links, portraits, stances
from onrecord.surfaces.desk.asked import Asked, paged, window
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.drawing.lanes import Group, Lane, charts
from onrecord.surfaces.desk.drawing.terms import terms
from onrecord.surfaces.desk.meant import whole
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.querying import actor_query, statement_query
from onrecord.surfaces.desk.remembering import remembered
from onrecord.surfaces.desk.views import page
from onrecord.surfaces.namesakes import told_apart, told_in
from onrecord.surfaces.timeline import TURNS
from onrecord.vocabulary import ActorType, Kind, UsageError

router = APIRouter()

# Shown at most; the number of all is said.
_OFFICES, _OUTLETS, _PLACES, _FOUND, _LOGGED, _STRETCHES = 12, 25, 60, 12, 40, 8
_NAME = 60  # characters of a question that stands for a name in a chart


@router.get("/actors")
def actors(request: Request, here: Here) -> Response:
    """All actors, with filters; those with most statements first."""
    asked = Asked.of(request)
    query = actor_query(asked)
    total = here.kept(("actors", query), lambda ledger: ledger.count_actors(query))
    wanted = replace(query, **window(asked))
    rows, pages = paged(asked, here.kept(("actors of", wanted), lambda ledger: tuple(ledger.actors(wanted))), total)
    types = [("", "any"), *((one.value, one.value) for one in ActorType)]
    apart = here.kept(("actors apart", wanted), lambda ledger: told_in(ledger, (row.actor for row in rows)))
    return page(request, "actors.html", rows=rows, apart=apart, pages=pages, asked=asked, query=query, types=types)


@router.get("/actors/{who}")
def actor(request: Request, here: Here, who: str) -> Response:
    """One actor with all that is known of it."""
    found = here.kept(("actor", who), lambda ledger: _meant(here, who))
    if found is None:
        return RedirectResponse(links.actors_url(name=who, places=True), status_code=303)
    one = found.row.actor
    if away := whole(request, who, one.id, links.actor_url):
        return away
    asked = Asked.of(request)
    query = replace(statement_query(asked), actor=one.id)
    total = here.kept(("statements", query), lambda ledger: ledger.count_statements(query))
    rows, pages = paged(asked, here.ledger.statements(replace(query, **window(asked))), total)
    same = asked.line("same")
    candidates = _candidates(here, same, one.id) if same else []
    offices = portraits.offices(found)
    return page(
        request,
        "actor.html",
        found=found,
        one=one,
        asked=asked,
        query=query,
        rows=rows,
        pages=pages,
        names=portraits.named(found),
        name_places=found.first_in,
        offices=offices[:_OFFICES],
        terms=terms([portraits.term(it) for it in offices[:_OFFICES]], f"Offices of {one.name} over time"),
        positions=_positions(here, one.id),
        outlets=found.outlets[:_OUTLETS],
        kinds=[("", "any"), *((kind.value, kind.value) for kind in Kind)],
        outlet_names=[("", "any"), *((seen.outlet, seen.outlet) for seen in found.outlets if seen.outlet)],
        same=same,
        candidates=candidates,
        apart=told_in(here.ledger, (one, *(row.actor for row in (*candidates, *found.may_be[:_FOUND])))),
        places=found.appearances[::-1],
        decided=remembered(here.ledger, found.judgements)[-_LOGGED:][::-1],
        machine=found.by_machine[:_LOGGED],
        turns=TURNS,
        waiting=here.kept("waiting", lambda ledger: ledger.waiting()),
        taken={"actor": one.id} | {name: value for name, value in asked.values.items() if name != "same"},
    )


@router.post("/actors/{who}/merge")
def merge(here: Here, decision: Decision, who: str, other: Annotated[str, Form()] = "") -> Response:
    """Makes another actor the same as this one."""
    if not other:
        raise UsageError("Choose the actor that is the same: go back and mark one.")
    with decision.taken(here, ("actor", who), ("actor", other)) as ledger:
        ledger.merge(who, other, by=decision.by, why=decision.why)
    return decision.redirect(links.actor_url(who))


@router.post("/actors/{who}/split")
def split(
    here: Here,
    decision: Decision,
    who: str,
    names: Annotated[list[str] | None, Form()] = None,
    articles: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Makes another actor of some names of this one, or of what some articles tell."""
    with decision.taken(here, ("actor", who)) as ledger:
        ledger.split(who, names=names or (), articles=articles or (), by=decision.by, why=decision.why)
    return decision.redirect(links.actor_url(who))


@router.post("/actors/{who}/rename")
def rename(request: Request, here: Here, decision: Decision, who: str, name: Annotated[str, Form()] = "") -> Response:
    """Gives an actor the name that it is shown by; where others have it, once the form says that this is `another` than these."""
    one, name = here.ledger.actor_meant(who), " ".join(name.split())
    others = [other for other in here.ledger.called(name) if other.id != one.id]
    if others and not dict(decision.fields).get("another"):
        apart = told_apart((replace(one, name=name), *others), here.ledger)
        about = {"called": name, "others": others, "apart": apart, "decision": decision}
        return page(request, "namesakes.html", status=409, one=one, **about)
    with decision.taken(here, ("actor", who)) as ledger:
        ledger.rename(who, name, by=decision.by, why=decision.why)
    return decision.redirect(links.actor_url(who))


@router.post("/actors/{who}/undo")
def undo(here: Here, decision: Decision, who: str, judgement: Annotated[str, Form()] = "") -> Response:
    """Takes back a decision on this actor."""
    with here.writing() as ledger:
        if judgement not in {row.judgement.id for row in ledger.actor(who, newest=0).judgements}:
            raise UsageError(f"“{judgement}” is no decision on this actor: reload its page and choose one")
        ledger.undo(judgement, by=decision.by, why=decision.why)
    return decision.redirect(links.actor_url(who))


def _meant(here: Opened, who: str) -> ActorHistory | None:
    """The actor that an address means; None where its name is that of several. Raises a 404 for nobody."""
    try:
        return here.ledger.actor(who, newest=_PLACES)
    except UsageError:
        if not here.ledger.count_actors(ActorQuery(name=who)):
            raise HTTPException(404) from None
        return None


@dataclass(frozen=True, slots=True)
class _Positions:
    """What an actor holds on the questions that are followed: a chart, and on each question since when, what is left out of that
    in words, and how many positions there are."""

    chart: Markup | None
    told: Sequence[tuple[QuestionRow, Sequence[stances.Told], str, int]]


def _positions(here: Opened, actor: str) -> _Positions:
    return here.kept(("positions of", actor), lambda _: _gathered(here, actor))


def _gathered(here: Opened, actor: str) -> _Positions:
    drawn: list[Lane] = []
    told = []
    for row in here.kept("questions", lambda ledger: tuple(ledger.questions())):
        found = stances.gathered(here, PositionQuery(question=row.question.id, actor=actor))
        for one in found.listed:
            text = row.question.text
            name = text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"
            href = links.with_query(links.question_url(row.question.id), actor=actor)
            lane = stances.lane_of(one.standing, row.question.id, name=name, href=href)
            drawn += [lane] if lane is not None else []
            told.append((row, *stances.cut(one.standing, _STRETCHES), one.standing.told))
    title = "Positions over time"
    chart = charts([Group(None, drawn)], title, "A lane for each question. The same is told in words below.") if drawn else None
    return _Positions(chart, told)


def _candidates(here: Opened, words: str, actor: str) -> list[ActorRow]:
    """Actors that are called so, but for one."""
    found = here.ledger.actors(ActorQuery(name=words, limit=_FOUND + 1))
    return [row for row in found if row.actor.id != actor][:_FOUND]
