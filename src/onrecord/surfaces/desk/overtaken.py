"""Overtaken: the page for a decision on what another decided on meanwhile: what was decided, how it stands, and both ways on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Judgement, Ledger
from onrecord.surfaces.days import moment
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.deciding import About, Decided, OvertakenError
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
# What a form of decision asked for, by its field "verdict"; else by its address.
_WANTED = {
    "confirm": "confirm it",
    "reject": "reject it",
    "undo": "take the decision on it back",
    "right": "say that all of it is right",
    "wrong": "say what is wrong of it",
}
_ASKED = {
    links.correct_url(): "put it right",
    links.place_url(): "put it right",
    "merge": "make another actor the same as this one",
    "split": "split it",
    "rename": "rename it",
}
# The kinds of judgements that are looked at alone in the review, by the name of their value in its address.
_LOOKED_AT = {
    "statement": "statement",
    "check": "statement",
    "position": "position",
    "shift": "shift",
    "disagreement": "disagreement",
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
        link=_link(opened.ledger, error.about),
        wanted=_wanted(error.decision),
        again=_again(error.about) or error.decision.back or links.review_url(),
        by=error.decision.by,
        address=error.decision.address,
        fields=[(name, value) for name, value in error.decision.fields if name not in _ANEW],
    )


def _wanted(decision: Decided) -> str:
    """What a form asked for, in words; "" where it does not say."""
    verdict = dict(decision.fields).get("verdict", "")
    return _WANTED.get(verdict) or _ASKED.get(decision.address) or _ASKED.get(decision.address.rpartition("/")[2], "")


def _again(about: Sequence[About]) -> str | None:
    """Where the thing itself is looked at, decided or not; None where the page that the form stood on is the place."""
    kind, *ids = about[0]
    if kind in _LOOKED_AT:
        return links.review_url(**{_LOOKED_AT[kind]: ids[0]})
    return links.review_url(link=ids[0], other=ids[1]) if kind == "utterance" and len(ids) == 2 else None


def _link(ledger: Ledger, about: Sequence[About]) -> Judgement | None:
    """The decision by which two statements are, or are not, of one utterance; None where none stands, or nothing is linked."""
    kind, *ids = about[0]
    if kind != "utterance" or len(ids) != 2:
        return None
    said = [row for row in ledger.judged_since(None, kind, *ids) if row.undone_by is None]
    return next((row.judgement for row in reversed(said) if row.judgement.verdict is not Verdict.UNDO), None)


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
