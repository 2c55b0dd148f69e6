"""Overtaken: the page for a decision on what another decided on meanwhile: what was decided, how it stands, and both ways on."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Judgement
from onrecord.surfaces.days import moment
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.deciding import OvertakenError
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.remembering import in_words
from onrecord.surfaces.desk.things import things
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import Verdict

_DONE = {
    Verdict.CONFIRM: "confirmed this",
    Verdict.REJECT: "rejected this",
    Verdict.CORRECT: "put this right",
    Verdict.UNDO: "took a decision on this back",
    Verdict.MERGE: "made this one with another",
    Verdict.SPLIT: "split this",
    Verdict.RENAME: "renamed this",
}
# The fields of a form that are made anew.
_ANEW = ("form", "seen")


def overtaken(request: Request, error: OvertakenError) -> Response:
    """The page (409): nothing was changed; the same form can be sent again, now that the other decision was seen."""
    opened: Opened = request.app.state.opened
    last = error.since[-1].judgement
    return page(
        request,
        "overtaken.html",
        status=409,
        told=f"{last.by} {_DONE.get(last.verdict, 'decided on this')} {ago(last)}: look again.",
        since=[(row.judgement, in_words(opened.ledger, row)) for row in error.since],
        standing=[thing for kind, *ids in error.about for one in ids for thing in things(opened.ledger, kind, one)],
        back=error.decision.back or links.review_url(),
        by=error.decision.by,
        address=error.decision.address,
        fields=[(name, value) for name, value in error.decision.fields if name not in _ANEW],
    )


def ago(one: Judgement, now: datetime | None = None) -> str:
    """How long ago a judgement was made, in words; one older than a day by its moment."""
    minutes = int(((now or datetime.now(UTC)) - datetime.fromisoformat(one.at)).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return "a minute ago" if minutes == 1 else f"{minutes} minutes ago"
    if minutes < 24 * 60:
        return "an hour ago" if minutes < 120 else f"{minutes // 60} hours ago"
    return f"on {moment(one.at)}"
