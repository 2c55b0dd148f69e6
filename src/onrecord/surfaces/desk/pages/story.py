"""The front page: what this ledger holds, how it grew, who moved, what cannot both be right, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from onrecord.ledger import (
    ActorQuery,
    ActorRow,
    DisagreementQuery,
    DisagreementRow,
    ErrorRate,
    Ledger,
    Order,
    PositionQuery,
    RejectionRow,
    ShiftQuery,
    ShiftRow,
    UtteranceQuery,
)
from onrecord.surfaces.desk import dates, links
from onrecord.surfaces.desk.drawing.months import NARROW, WIDE, Bar, Sheet, months
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.periods import Periods, periods, tallied
from onrecord.surfaces.desk.views import counted, page
from onrecord.surfaces.namesakes import told_apart
from onrecord.vocabulary import Days, Position, RejectionReason

router = APIRouter()

_FEW, _ACTORS, _REJECTIONS = 5, 10, 20  # rows of each list of the front page


@dataclass(frozen=True, slots=True)
class _Holdings:
    """What a ledger holds: counts, the outlets with most articles, the first and last day of publication that is known."""

    articles: int
    statements: int
    actors: int
    outlets: Sequence[tuple[str, int]]
    nameless: int
    days: tuple[str | None, str | None]
    retold: int  # utterances with several independent reports
    waiting: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class _News:
    """What there is to look at first."""

    shifts: Sequence[ShiftRow]
    number_of_shifts: int
    disagreements: Sequence[DisagreementRow]
    number_of_disagreements: int
    actors: Sequence[ActorRow]
    apart: Mapping[str, str]  # what tells those of one name apart, by id
    rejections: Sequence[RejectionRow]
    reasons: Sequence[tuple[RejectionReason, int]]
    rate: ErrorRate | None


@dataclass(frozen=True, slots=True)
class _Chart:
    """The chart over time, the same as rows of a table, what each bar is ("month"), how many statements are of earlier days and
    where they are found, and how many may be of several bars or of none."""

    drawn: Markup
    unit: str
    bars: Sequence[Bar]
    before: tuple[int, str]
    inexact: int


@dataclass(frozen=True, slots=True)
class _Months:
    """The chart twice: the style shows the one that the window has room for, and hides the other wholly."""

    wide: _Chart
    narrow: _Chart


@router.get("/")
def story(request: Request, here: Here) -> Response:
    """The front page; all that it counts is remembered until the ledger changes."""
    holdings = here.kept("story: holdings", _holdings)
    context: dict[str, Any] = {"holdings": holdings, "ledger_file": str(here.path)}
    if not holdings.articles:
        context["rejections"] = here.kept("rejections", lambda ledger: ledger.rejections())[:_REJECTIONS]
        return page(request, "story.html", news=None, months=None, **context)
    return page(request, "story.html", news=here.kept("story: news", _news), months=_months(here, holdings), **context)


def _holdings(ledger: Ledger) -> _Holdings:
    outlets = ledger.outlets()
    return _Holdings(
        articles=sum(one.articles for one in outlets),
        statements=ledger.count_statements(),
        actors=ledger.count_actors(ActorQuery(places=False)),
        outlets=[(one.outlet, one.articles) for one in outlets if one.outlet],
        nameless=sum(one.articles for one in outlets if not one.outlet),
        days=ledger.published(),
        retold=ledger.count_utterances(UtteranceQuery(reports=2)),
        waiting=ledger.waiting(),
        unplaced=ledger.unplaced(),
    )


def _news(ledger: Ledger) -> _News:
    shifts = ledger.count_shifts()
    newest = list(ledger.shifts(ShiftQuery(limit=_FEW, offset=max(0, shifts - _FEW))))
    rejections = ledger.rejections()
    reasons = Counter(row.rejection.reason for row in rejections)
    actors = [row for row in ledger.actors(ActorQuery(places=False, limit=_ACTORS)) if row.statements]
    return _News(
        shifts=newest[::-1],
        number_of_shifts=shifts,
        disagreements=list(ledger.disagreements(DisagreementQuery(limit=_FEW))),
        number_of_disagreements=ledger.count_disagreements(),
        actors=actors,
        apart=told_apart((row.actor for row in actors), ledger),
        rejections=sorted(rejections, key=lambda row: row.last_seen, reverse=True)[:_REJECTIONS],
        reasons=reasons.most_common(),
        rate=ledger.error_rate(),
    )


def _months(here: Opened, holdings: _Holdings) -> _Months | None:
    """The chart from the first to the last day of publication; None where no day is known."""
    first, last = holdings.days
    if first is None or last is None:
        return None
    return here.kept(("story: months", first, last), lambda ledger: _drawn(ledger, first, last))


def _drawn(ledger: Ledger, first: str, last: str) -> _Months:
    said, taken = ledger.statement_days(), _taken(ledger)
    wide, narrow = (_chart(periods(first, last, sheet.most), said, taken, sheet) for sheet in (WIDE, NARROW))
    return _Months(wide, narrow)


def _chart(found: Periods, said: Mapping[Days, int], taken: Mapping[Position, Counter[Days]], sheet: Sheet) -> _Chart:
    tally = tallied(found, said.items())
    held = {position: tallied(found, days.items()).within for position, days in taken.items()}
    bars = [
        Bar(
            name=one.name,
            label=one.label,
            statements=tally.within[place],
            href=links.search_url(since=one.since, until=one.until, within="1", order=Order.OLDEST.value),
            positions={position: within[place] for position, within in held.items() if within[place]},
        )
        for place, one in enumerate(found.all)
    ]
    told = counted(tally.within.total(), "statement")
    title = "Statements over time" + (", and positions on the questions followed" if any(held.values()) else "")
    description = f"{told} from {bars[0].name} to {bars[-1].name}; the table below has every figure."
    before = links.search_url(until=dates.day_before(found.all[0].since), within="1", order=Order.NEWEST.value)
    drawn = months(bars, title, description, sheet)
    return _Chart(drawn, found.unit, bars, (tally.before, before), tally.inexact)


def _taken(ledger: Ledger) -> Mapping[Position, Counter[Days]]:
    """On which days each position was taken how often, on all questions."""
    found: dict[Position, Counter[Days]] = {position: Counter() for position in Position}
    for row in ledger.questions():
        held = ledger.position_days(PositionQuery(question=row.question.id, second_hand=False))
        for (days, position), number in held.items():
            if position is not None:
                found[position][days] += number
    return found
