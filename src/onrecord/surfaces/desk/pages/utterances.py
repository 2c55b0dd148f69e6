"""The pages of utterances: one act of saying, its reports side by side, who copied whom, who left it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import Response

from onrecord.ledger import ArticleRow, CopyRow, LinkRow, TellingRow, UtteranceHistory, UtteranceOrder
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.asked import Asked, Prefix, paged, window
from onrecord.surfaces.desk.contrasts import EXPLAINED, Likeness, contrasted
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.lineages import copies_of, lineages
from onrecord.surfaces.desk.meant import there, whole
from onrecord.surfaces.desk.opened import Here
from onrecord.surfaces.desk.querying import utterance_query
from onrecord.surfaces.desk.remembering import remembered
from onrecord.surfaces.desk.views import page
from onrecord.surfaces.telling import said
from onrecord.vocabulary import Drift, DriftType, UsageError, Verdict

router = APIRouter()

_VERDICTS = {"confirm": Verdict.CONFIRM, "reject": Verdict.REJECT, "undo": Verdict.UNDO}
_REPORTS = (("", "any number"), ("2", "2 or more"), ("3", "3 or more"), ("5", "5 or more"), ("10", "10 or more"))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A report's words against the fullest (None for the fullest itself), and why it is held to be of this utterance."""

    telling: TellingRow
    words: Markup
    likeness: Likeness | None
    link: LinkRow | None


@dataclass(frozen=True, slots=True)
class _Report:
    """What one article tells of an utterance: as a witness or a copy, of what, and in which words."""

    article: ArticleRow
    reprint: bool
    copies: Sequence[tuple[CopyRow, str]]
    told: Sequence[_Telling]


@router.get("/utterances")
def utterances(request: Request, here: Here) -> Response:
    """All acts of saying, with filters."""
    asked = Asked.of(request)
    query = utterance_query(asked)
    total = here.kept(("utterances", query), lambda ledger: ledger.count_utterances(query))
    wanted = replace(query, **window(asked))
    rows, pages = paged(asked, here.kept(("utterances of", wanted), lambda ledger: tuple(ledger.utterances(wanted))), total)
    return page(
        request,
        "utterances.html",
        rows=[(row, _drifts(row.drift)) for row in rows],
        pages=pages,
        asked=asked,
        query=query,
        drifts=[("", "any"), *((one.value, one.value.replace("-", " ")) for one in DriftType if one is not DriftType.VERBATIM)],
        orders=[
            ("", "newest first"),
            (UtteranceOrder.OLDEST.value, "oldest first"),
            (UtteranceOrder.REPORTS.value, "most reported"),
        ],
        numbers=_REPORTS,
        waiting=here.kept("waiting", lambda ledger: ledger.waiting()),
    )


@router.get("/utterances/{prefix}")
def utterance(request: Request, here: Here, prefix: Prefix) -> Response:
    """One act of saying with all that is known of its reports."""
    found = there(here.kept(("utterance", prefix), lambda ledger: ledger.utterance(prefix)))
    if away := whole(request, prefix, found.row.id, links.utterance_url):
        return away
    asked = Asked.of(request)
    told = _by_article(found)
    shown, pages = paged(asked, told[window(asked)["offset"] :], len(told))
    fullest = _fullest(found)
    return page(
        request,
        "utterance.html",
        found=found,
        row=found.row,
        fullest=fullest,
        reports=[_report(found, of_one, fullest) for of_one in shown],
        pages=pages,
        asked=asked,
        lineages=lineages(found),
        drift=[(one, number, EXPLAINED[one]) for one, number in _drifts(found.row.drift)],
        explained=EXPLAINED,
        unknown=[word for word, it in (("who said it", found.row.actor), ("the day", found.row.said_on[0])) if it is None],
        judgements=remembered(here.ledger, found.judgements),
        waiting=here.kept("waiting", lambda ledger: ledger.waiting()),
    )


@router.post("/utterances/{key}")
def judge(
    here: Here, decision: Decision, key: str, verdict: Annotated[str, Form()], subject: Annotated[str, Form()] = ""
) -> Response:
    """Takes a statement out of an utterance, says of a copy whether it is one, or takes back what was decided of it."""
    if verdict not in _VERDICTS:
        raise UsageError(f"what is found is decided on by one of {', '.join(_VERDICTS)}, not by “{verdict}”")
    found = there(here.ledger.utterance(key))
    of_it = {*found.row.statements, *(copy.id for copy in found.copies), *(row.judgement.id for row in found.judgements)}
    if subject not in of_it:
        raise UsageError(f"“{subject}” is no statement, copy or decision of this utterance: reload its page and choose one")
    with decision.taken(here, ("copy", subject), ("utterance", subject)) as ledger:
        ledger.judge(subject, _VERDICTS[verdict], by=decision.by, why=decision.why)
    return decision.redirect(links.utterance_url(found.row.id))


def _drifts(drift: Sequence[Drift]) -> list[tuple[DriftType, int]]:
    """The ways in which reports differ, the most frequent first."""
    types = Counter(one.type for one in drift)
    return [(one, number) for one, number in types.most_common() if one is not DriftType.VERBATIM]


def _fullest(found: UtteranceHistory) -> TellingRow:
    return next(one for one in found.tellings if one.row.statement.id == found.row.fullest)


def _by_article(found: UtteranceHistory) -> list[list[TellingRow]]:
    """The tellings of each article; the lineage of the fullest first, in a lineage the report before its copies."""
    fullest = _fullest(found)
    first = {one.lineage: place for place, one in reversed(list(enumerate(found.tellings)))}

    def rank(one: TellingRow) -> tuple[bool, int, bool, bool]:
        article = one.row.article.id
        return one.lineage != fullest.lineage, first[one.lineage], article != fullest.row.article.id, one.reprint

    ordered = sorted(found.tellings, key=rank)
    grouped = (list(told) for _, told in groupby(ordered, key=lambda one: one.row.article.id))
    return [sorted(told, key=lambda one: one is not fullest) for told in grouped]


def _report(found: UtteranceHistory, told: Sequence[TellingRow], fullest: TellingRow) -> _Report:
    made = []
    for one in told:
        words = said(one.row.statement)
        own = one is fullest
        shown, likeness = (Markup.escape(words), None) if own else contrasted(words, said(fullest.row.statement))
        made.append(_Telling(one, shown, likeness, _link(found.links, one, fullest)))
    article = told[0].row.article
    copies = [(copy, printing.copy_of(copy)) for copy in copies_of(found, article.id)]
    return _Report(article, told[0].reprint, copies, made)


def _link(found: Sequence[LinkRow], one: TellingRow, fullest: TellingRow) -> LinkRow | None:
    """What shows that a telling is of this utterance: its link with the fullest, else the surest that it has."""
    own, full = one.row.statement.id, fullest.row.statement.id
    of_it = [link for link in found if own in (link.one, link.other)] if one is not fullest else []
    return min(of_it, key=lambda link: (full not in (link.one, link.other), -link.score, link.one, link.other), default=None)
