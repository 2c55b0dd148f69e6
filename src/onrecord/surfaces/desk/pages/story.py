"""The front page: what this ledger holds, how it grew, who moved, what cannot both be right, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
from onrecord.surfaces.desk.drawing.months import Period, months
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.views import counted, page
from onrecord.surfaces.timeline import middle
from onrecord.vocabulary import Days, Position, RejectionReason

router = APIRouter()

_FEW, _ACTORS, _REJECTIONS = 5, 10, 20  # rows of each list of the front page
_MOST_MONTHS = 72  # beyond so many a year is one bar


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
    rejections: Sequence[RejectionRow]
    reasons: Sequence[tuple[RejectionReason, int]]
    rate: ErrorRate | None


@dataclass(frozen=True, slots=True)
class _Months:
    """The chart over time, and the same as rows of a table."""

    chart: Markup
    periods: Sequence[Period]
    before: int


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
    return _News(
        shifts=newest[::-1],
        number_of_shifts=shifts,
        disagreements=list(ledger.disagreements(DisagreementQuery(limit=_FEW))),
        number_of_disagreements=ledger.count_disagreements(),
        actors=[row for row in ledger.actors(ActorQuery(places=False, limit=_ACTORS)) if row.statements],
        rejections=sorted(rejections, key=lambda row: row.last_seen, reverse=True)[:_REJECTIONS],
        reasons=reasons.most_common(),
        rate=ledger.error_rate(),
    )


def _months(here: Opened, holdings: _Holdings) -> _Months | None:
    """The chart from the first to the last day of publication; None where no day is known."""
    first, last = holdings.days
    if first is None or last is None:
        return None
    bounds = _bounds(first, last)
    return here.kept(("story: months", first, last), lambda ledger: _drawn(ledger, bounds))


def _bounds(first: str, last: str) -> list[tuple[str, str, str]]:
    """The name, first and last day of each month from one day to another; of each year, where they are many."""
    begin, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    if end - begin >= _MOST_MONTHS:
        return [(f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31") for year in range(begin // 12, end // 12 + 1)]
    named = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1)]
    return [(name, f"{name}-01", dates.last_day(name)) for name in named]


def _drawn(ledger: Ledger, bounds: Sequence[tuple[str, str, str]]) -> _Months:
    letters = len(bounds[0][0])
    held, said = _held(ledger, letters), ledger.statement_days()
    periods = [
        Period(
            name=dates.month(name) if len(name) > 4 else name,
            label=_label(name),
            statements=sum(number for days, number in said.items() if _touches(days, since, until)),
            href=links.search_url(since=since, until=until, order=Order.OLDEST.value),
            positions={position: held[name, position] for position in Position if held[name, position]},
        )
        for name, since, until in bounds
    ]
    told = counted(sum(one.statements for one in periods), "statement")
    title = "Statements over time" + (", and positions on the questions followed" if held else "")
    description = f"{told} from {periods[0].name} to {periods[-1].name}; the table below has every figure."
    before = dates.day_before(bounds[0][1])
    number = sum(number for days, number in said.items() if _touches(days, "", before))
    return _Months(months(periods, title, description), periods, number)


def _touches(days: Days, since: str, until: str) -> bool:
    """Whether some days overlap a period; an end that is open, where the other is not, bounds nothing."""
    first, last = days
    return (first is not None or last is not None) and (last or until) >= since and (first or since) <= until


def _held(ledger: Ledger, letters: int) -> Counter[tuple[str, Position]]:
    """How often each position was taken in each period, on all questions: by the day in the middle of those known."""
    found: Counter[tuple[str, Position]] = Counter()
    for row in ledger.questions():
        taken = ledger.position_days(PositionQuery(question=row.question.id, second_hand=False))
        for (days, position), number in taken.items():
            day = middle(days)
            if day is not None and position is not None:
                found[day.isoformat()[:letters], position] += number
    return found


def _label(name: str) -> str:
    return name if len(name) == 4 else f"{dates.month(name)[:3]} {name[:4]}"
