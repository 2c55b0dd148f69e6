"""The review: what is least sure and most used, one thing at a time, to be confirmed, rejected or put right."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from onrecord.ledger import ActorQuery, JudgementRow, Ledger, ReviewItem, ReviewKind, ReviewQuery
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links, looking
from onrecord.surfaces.desk.asked import Asked
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.following import followed
from onrecord.surfaces.desk.meant import there
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.pages import checking, correcting
from onrecord.surfaces.desk.pages.correcting import Filled
from onrecord.surfaces.desk.righting import righted
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import Kind, Position, Reading, UsageError, Verdict

router = APIRouter()
router.include_router(correcting.router)
router.include_router(checking.router)

_LATEST = 12  # decisions that are listed, to be taken back
_FOUND = 12  # actors that a search for a speaker shows
_DEEPEST = 1_000_000
_AT_ONCE = 50  # things of the queue
# What confirming and rejecting say of a thing.
ANSWERS = {
    ReviewKind.STATEMENT: ("All of it is right", "This is no statement"),
    ReviewKind.POSITION: ("The position is right", "It does not take this position"),
    ReviewKind.SHIFT: ("The actor moved", "This is no change"),
    ReviewKind.DISAGREEMENT: ("Both cannot be right", "They do not disagree"),
    ReviewKind.LINK: ("Both report one utterance", "These are two utterances"),
}
_STANDS = [(f"{one}:{other}", f"{one}: {other}") for one in Reading for other in Position if other is not Position.NOT_ABOUT]
POSITIONS = [*_STANDS, (Position.NOT_ABOUT.value, "not about the question")]


@router.get("/review")
def review(request: Request, here: Here) -> Response:
    """One thing to look at: the one of this number in the queue, or a statement or position that the address names."""
    asked, ledger = Asked.of(request), here.ledger
    kind, question = asked.choice("kind", ReviewKind), asked.line("question")
    query = ReviewQuery(question=question, kinds=frozenset([kind]) if kind else frozenset(ReviewKind))
    total = here.kept(("review number", query), lambda reading: reading.count_review(query))
    item, number = _named(ledger, asked), min(asked.number("n", 1, _DEEPEST, 1), max(total, 1))
    alone = item is not None
    if item is None:
        item = _at(here, query, number)
    sight = looking.sight(ledger, item) if item else None
    edits = item is not None and sight is not None and item.kind is ReviewKind.STATEMENT
    who = asked.line("who")
    history = ledger.statement_history(item.subject) if alone and item and item.kind is ReviewKind.STATEMENT else None
    return page(
        request,
        "review.html",
        asked=asked,
        kind=kind,
        question=question,
        kinds=list(ReviewKind),
        thing=item if sight else None,
        sight=sight,
        why=sentences.asked(item, sight.shift) if item and sight else "",
        alone=alone,
        number=number,
        total=total,
        previous=asked.with_(n=number - 1, who=None) if number > 1 and not alone else None,
        following=asked.with_(n=number + 1, who=None) if number < total and not alone else None,
        answers=ANSWERS,
        positions=POSITIONS,
        statement_kinds=list(Kind),
        edit=correcting.shown(sight.statements[0].row) if edits and sight else None,
        speakers=looking.speakers(ledger, sight.statements[0].row) if edits and sight else [],
        who=who,
        found=_actors(ledger, who) if who and edits else [],
        judgements=printing.standing(history.judgements) if history else (),
        righted=righted(history) if history else (),
        decisions=here.kept("decisions", _decisions),
        waiting=here.kept("waiting", lambda reading: reading.waiting()),
    )


@router.post("/review/decide")
def decide(here: Here, decision: Decision, filled: Filled) -> Response:
    """Confirms or rejects what was shown: its `kind` and `subject`, of a link the `other` statement too."""
    kind, subject, verdict, other = (correcting.one(filled, name) for name in ("kind", "subject", "verdict", "other"))
    if kind not in list(ReviewKind) or verdict not in (Verdict.CONFIRM, Verdict.REJECT):
        raise UsageError("a thing that is reviewed is confirmed or rejected: go back and choose one")
    with here.writing() as ledger:
        if kind == ReviewKind.STATEMENT:
            ledger.judge_statement(subject, Verdict(verdict), by=decision.by, why=decision.why)
        else:
            ledger.judge(subject, Verdict(verdict), other=other or None, by=decision.by, why=decision.why)
    return followed(decision.redirect(links.review_url()), here)


@router.post("/review/undo")
def undo(here: Here, decision: Decision, judgement: Annotated[str, Form()]) -> Response:
    """Takes a decision back."""
    with here.writing() as ledger:
        ledger.undo(judgement, by=decision.by, why=decision.why)
    return followed(decision.redirect(links.review_url()), here)


def _at(here: Opened, query: ReviewQuery, number: int) -> ReviewItem | None:
    """The thing of this number in the queue, which is asked for some at a time: ordering it costs more than its rows."""
    before = (number - 1) // _AT_ONCE * _AT_ONCE
    cut = replace(query, limit=_AT_ONCE, offset=before)
    found = here.kept(("review", cut), lambda ledger: tuple(ledger.review(cut)))
    return found[number - 1 - before] if number - 1 - before < len(found) else None


def _named(ledger: Ledger, asked: Asked) -> ReviewItem | None:
    """The statement or the position that the address names, None where it names none. Raises a 404 where it is not there."""
    if (prefix := asked.line("statement")) is not None:
        one = there(ledger.statement(prefix)).statement
        return ReviewItem(ReviewKind.STATEMENT, one.id, 0, "You asked for it.", one.confidence, statement=one.id)
    if (prefix := asked.line("position")) is not None:
        held = there(ledger.position(prefix))
        about = {"statement": held.row.statement.id, "question": held.question}
        return ReviewItem(ReviewKind.POSITION, held.id, 0, "You asked for it.", held.confidence, **about)
    return None


def _actors(ledger: Ledger, who: str) -> list[tuple[str, str, str]]:
    """The actors (id, name, type) of a name."""
    rows = ledger.actors(ActorQuery(name=who, limit=_FOUND))
    return [(row.actor.id, row.actor.name, row.actor.type.value if row.actor.type else "") for row in rows]


def _decisions(ledger: Ledger) -> tuple[JudgementRow, ...]:
    """The last decisions of persons, the newest first."""
    return tuple(reversed(deque(printing.standing(ledger.judgements(machine=False)), maxlen=_LATEST)))
