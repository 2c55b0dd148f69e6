"""The review: what is least sure and most used, one thing at a time, to be confirmed, rejected or put right."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from onrecord.ledger import ActorQuery, JudgementRow, Ledger, ReviewItem, ReviewKind, ReviewQuery, StatementRow
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import deciding, links, looking
from onrecord.surfaces.desk.asked import Asked
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.meant import there
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.pages import checking, correcting
from onrecord.surfaces.desk.pages.correcting import Filled
from onrecord.surfaces.desk.remembering import Remembered, remembered
from onrecord.surfaces.desk.righting import righted
from onrecord.surfaces.desk.views import page
from onrecord.surfaces.namesakes import told_in
from onrecord.vocabulary import Actor, ActorType, Kind, Position, Reading, UsageError, Verdict

router = APIRouter()
router.include_router(correcting.router)
router.include_router(checking.router)

_LATEST, _ALL = 5, 500  # decisions that are listed, to be taken back: beside a thing, and where all are asked for
_ECHOES = 40  # statements that tell the same, shown to be marked one by one
_FOUND = 12  # actors that a search for a speaker shows
_DEEPEST = 1_000_000
_AT_ONCE = 50  # things of the queue
# The kind of the judgements on a thing, where it is not called as the thing is.
_JUDGED = {ReviewKind.LINK: "utterance"}
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
    return _page(request, here, Asked.of(request))


@router.post("/review/find")
def find(request: Request, here: Here, filled: Filled, subject: Annotated[str, Form()]) -> Response:
    """The form of correction as it was filled in, with the actors that are called as it asks."""
    return _page(request, here, _alone(request, subject), filled)


@router.get("/review/called")
def called(request: Request, here: Here) -> Response:
    """The choices among the actors of a name, for the form of correction while the name is typed."""
    who = Asked.of(request).line("who") or ""
    found = _actors(here.ledger, who)
    total = here.ledger.count_actors(ActorQuery(name=who))
    return page(request, "_called.html", found=found, apart=told_in(here.ledger, found), total=total)


@router.post("/review/correct")
def correct(request: Request, here: Here, decision: Decision, filled: Filled, subject: Annotated[str, Form()]) -> Response:
    """Puts a statement right; where what is filled in makes no sense, the form is shown again as it was, and says why."""
    try:
        correcting.put_right(here, decision, filled, subject)
    except UsageError as wrong:
        if here.ledger.statement(subject) is None:
            raise
        cut = isinstance(wrong, correcting.CutWordError)
        return _page(request, here, _alone(request, subject), filled, f"{wrong}", cut=cut)
    return decision.redirect(links.review_url())


def _alone(request: Request, subject: str) -> Asked:
    """What is asked where a statement is shown alone, in answer to a form."""
    request.state.address = links.review_url(statement=subject)  # where the forms of the page lead back to
    return Asked(links.review_url(), {"statement": subject})


def _page(
    request: Request, here: Opened, asked: Asked, filled: FormData | None = None, fault: str = "", *, cut: bool = False
) -> Response:
    """The page of the review; with what was filled in on it, and what is wrong of that."""
    ledger = here.ledger
    kind, question = asked.choice("kind", ReviewKind), asked.line("question")
    query = ReviewQuery(question=question, kinds=frozenset([kind]) if kind else frozenset(ReviewKind))
    total = here.kept(("review number", query), lambda reading: reading.count_review(query))
    item, number = _named(ledger, asked), min(asked.number("n", 1, _DEEPEST, 1), max(total, 1))
    alone, latest = item is not None, _ALL if asked.one_of("decisions", ("all",)) else _LATEST
    if item is None:
        item = _at(here, query, number)
    sight = looking.sight(ledger, item) if item else None
    edits = item is not None and sight is not None and item.kind is ReviewKind.STATEMENT
    row = sight.statements[0].row if edits and sight else None
    who = asked.line("who") if filled is None else correcting.one(filled, "who") or None
    edit = _edit(ledger, row, filled) if row else None
    speakers = looking.speakers(ledger, row) if row else []
    found = _actors(ledger, who) if who and edits else []
    chosen = _chosen(ledger, edit.speaker, [*speakers, *found]) if edit else []
    echoes = correcting.echoes(ledger, row) if row and edits else []
    history = ledger.statement_history(item.subject) if alone and item and item.kind is ReviewKind.STATEMENT else None
    judgements = remembered(ledger, history.judgements if history else _on(ledger, item)) if alone and item else []
    return page(
        request,
        "review.html",
        status=400 if fault else 200,
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
        actor_types=list(ActorType),
        edit=edit,
        typed=filled is not None,
        fault=fault,
        cut=cut,
        speakers=[one for one in speakers if one.id not in {other.id for other in found}],
        echoes=echoes[:_ECHOES],
        number_of_echoes=len(echoes),
        who=who,
        found=[*chosen, *found],
        apart=told_in(ledger, [*chosen, *found, *speakers]),
        judgements=judgements,
        settled=history is None and any(one.undone_by is None for one in judgements),
        righted=righted(history) if history else (),
        decisions=here.kept(("decisions", latest), lambda reading: _decisions(reading, latest)),
        latest=latest,
        all_decisions=None if latest == _ALL else asked.with_(decisions="all", n=number if number > 1 and not alone else None),
        mine=_mine(ledger, deciding.person(request), item if alone else None, kind),
        waiting=here.kept("waiting", lambda reading: reading.waiting()),
    )


@router.post("/review/decide")
def decide(here: Here, decision: Decision, filled: Filled) -> Response:
    """Confirms or rejects what was shown: its kind (`thing`) and `subject`, of a link the `other` statement too."""
    kind, subject, verdict, other = (correcting.one(filled, name) for name in ("thing", "subject", "verdict", "other"))
    if kind not in list(ReviewKind) or verdict not in (Verdict.CONFIRM, Verdict.REJECT):
        raise UsageError("a thing that is reviewed is confirmed or rejected: go back and choose one")
    about = ("utterance", subject, other) if kind == ReviewKind.LINK else (kind, subject)
    with decision.taken(here, about) as ledger:
        if kind == ReviewKind.STATEMENT:
            ledger.judge_statement(subject, Verdict(verdict), by=decision.by, why=decision.why)
        else:
            ledger.judge(subject, Verdict(verdict), other=other or None, by=decision.by, why=decision.why)
    return decision.redirect(links.review_url())


@router.post("/review/undo")
def undo(here: Here, decision: Decision, judgement: Annotated[str, Form()]) -> Response:
    """Takes a decision back."""
    with here.writing() as ledger:
        ledger.undo(judgement, by=decision.by, why=decision.why)
    return decision.redirect(links.review_url())


def _at(here: Opened, query: ReviewQuery, number: int) -> ReviewItem | None:
    """The thing of this number in the queue, which is asked for some at a time: ordering it costs more than its rows."""
    before = (number - 1) // _AT_ONCE * _AT_ONCE
    cut = replace(query, limit=_AT_ONCE, offset=before)
    found = here.kept(("review", cut), lambda ledger: tuple(ledger.review(cut)))
    return found[number - 1 - before] if number - 1 - before < len(found) else None


def _named(ledger: Ledger, asked: Asked) -> ReviewItem | None:
    """The thing that the address names, None where it names none. Raises a 404 where it is not there."""
    if (prefix := asked.line("statement")) is not None:
        one = there(ledger.statement(prefix)).statement
        return ReviewItem(ReviewKind.STATEMENT, one.id, 0, "You asked for it.", one.confidence, statement=one.id)
    if (prefix := asked.line("position")) is not None:
        held = there(ledger.position(prefix))
        about = {"statement": held.row.statement.id, "question": held.question}
        return ReviewItem(ReviewKind.POSITION, held.id, 0, "You asked for it.", held.confidence, **about)
    if (prefix := asked.line("shift")) is not None:
        shift = there(ledger.shift(prefix))
        return ReviewItem(ReviewKind.SHIFT, shift.id, 0, "You asked for it.", shift.confidence, question=shift.question)
    if (prefix := asked.line("disagreement")) is not None:
        row = there(ledger.disagreement(prefix)).row
        return ReviewItem(ReviewKind.DISAGREEMENT, row.id, 0, "You asked for it.", row.confidence)
    if (prefix := asked.line("link")) is not None:
        one, other = (there(ledger.statement(end or "-")).statement for end in (prefix, asked.line("other")))
        return ReviewItem(ReviewKind.LINK, one.id, 0, "You asked for it.", one.confidence, other=other.id, statement=one.id)
    return None


def _on(ledger: Ledger, item: ReviewItem) -> list[JudgementRow]:
    """What persons decided on a thing, taking back too."""
    return ledger.judged_since(None, _JUDGED.get(item.kind, item.kind.value), *(one for one in (item.subject, item.other) if one))


def _edit(ledger: Ledger, row: StatementRow, filled: FormData | None) -> correcting.Shown:
    """What the form of correction shows of a statement, filled in or not."""
    record = ledger.record(row.article.id) if filled is not None else None
    return correcting.typed(row, filled, record.article.text) if filled is not None and record else correcting.shown(row)


def _chosen(ledger: Ledger, speaker: str, listed: Sequence[Actor]) -> list[Actor]:
    """The actor that a form chose, where it is none of those listed."""
    if speaker in (correcting.KEEP, correcting.NEW, "", *(one.id for one in listed)):
        return []
    try:
        return [ledger.actor_meant(speaker)]
    except UsageError:
        return []


def _actors(ledger: Ledger, who: str) -> list[Actor]:
    """The actors of a name."""
    return [row.actor for row in ledger.actors(ActorQuery(name=who, limit=_FOUND))]


def _mine(ledger: Ledger, by: str, alone: ReviewItem | None, kind: ReviewKind | None) -> Remembered | None:
    """The last decision that stands of somebody: on what is shown alone, else on anything of the queue."""
    if not by:
        return None
    kinds = [_JUDGED.get(one, one.value) for one in ([kind] if kind else ReviewKind)]
    rows = (row for row in printing.standing(ledger.judgements(machine=False)) if row.judgement.by == by and not row.undone_by)
    mine = [row for row in rows if row.judgement.kind in kinds and (alone is None or row.judgement.subject == alone.subject)]
    return remembered(ledger, mine[-1:])[0] if mine else None


def _decisions(ledger: Ledger, number: int) -> tuple[Remembered, ...]:
    """The last decisions of persons, the newest first."""
    log = list(ledger.judgements(machine=False))
    latest = deque(printing.standing(log), maxlen=number)
    return tuple(reversed(remembered(ledger, latest, {row.judgement.id: row.judgement for row in log})))
