"""Overtaken: the page for a decision on what another decided on meanwhile: what was decided, how it stands, and both ways on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import CopyRow, DisagreementRow, Judgement, Ledger, PositionRow, ShiftRow, StatementRow
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import printing
from onrecord.surfaces.days import moment
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.deciding import About, OvertakenError
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import UsageError, Verdict

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


@dataclass(frozen=True, slots=True)
class Standing:
    """How a thing stands now: what it is, in words, its page, and its row, which says what persons decided (None for none)."""

    words: str
    href: str
    row: StatementRow | PositionRow | ShiftRow | DisagreementRow | CopyRow | None


def overtaken(request: Request, error: OvertakenError) -> Response:
    """The page (409): nothing was changed; the same form can be sent again, now that the other decision was seen."""
    opened: Opened = request.app.state.opened
    last = error.since[-1].judgement
    return page(
        request,
        "overtaken.html",
        status=409,
        told=f"{last.by} {_DONE.get(last.verdict, 'decided on this')} {ago(last)}: look again.",
        since=error.since,
        standing=list(_standing(opened.ledger, error.about)),
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


def _standing(ledger: Ledger, about: Sequence[About]) -> Iterator[Standing]:
    for kind, *ids in about:
        for one in ids:
            try:
                yield from _of(ledger, kind, one)
            except UsageError:  # it is gone meanwhile
                continue


def _of(ledger: Ledger, kind: str, one: str) -> Iterator[Standing]:
    """How a thing stands; nothing of what is not there (any more)."""
    match kind:
        case "statement" | "utterance" | "check" if row := ledger.statement(one):
            words = f"{printing.speaker(row.statement)}: “{printing.said(row.statement)}”"
            yield Standing(words, links.statement_url(one), row)
        case "position" if held := ledger.position(one):
            what = " ".join(part.value for part in (held.reading, held.position) if part)
            yield Standing(f"{what}: “{printing.said(held.row.statement)}”", links.review_url(position=one), held)
        case "shift" if shift := ledger.shift(one):
            yield Standing(sentences.moved(shift), f"{links.question_url(shift.question)}#shift-{one}", shift)
        case "disagreement" if found := ledger.disagreement(one):
            yield Standing(found.row.about, links.disagreement_url(one), found.row)
        case "copy":
            for copy in (copy for copy in ledger.copies() if copy.id == one):
                yield Standing(printing.copy_of(copy), links.article_url(copy.article.id), copy)
        case "actor":
            actor = ledger.actor(one, newest=0).row.actor
            yield Standing(actor.name, links.actor_url(actor.id), None)
