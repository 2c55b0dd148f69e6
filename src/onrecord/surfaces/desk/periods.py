"""Periods: the months, quarters or years that a chart over time counts in, and what is counted in each.

Each thing counts once, and only where all days that it may be of lie within one period: a bar must not tell of what may not have
been then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.surfaces.days import month, told
from onrecord.surfaces.desk import dates
from onrecord.vocabulary import Days

# How many months a period may have, and what it is called then.
_LENGTHS = {1: "month", 3: "quarter", 12: "year", 120: "decade", 1_200: "century"}
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months: its name, a short one for an axis, its first and last ISO day."""

    name: str
    label: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods in order, without a gap; `unit` says what each is ("month")."""

    unit: str
    all: Sequence[Period]

    def of(self, days: Days) -> int | None:
        """The place of the period that some days lie within; None where they lie in none, or may lie in several."""
        first, last = days
        if first is None or last is None:
            return None
        place = bisect_right(self.all, first[:10], key=lambda one: one.since) - 1
        return place if place >= 0 and last[:10] <= self.all[place].until else None


@dataclass(slots=True)
class Tally:
    """How many things lie within each period (by its place), how many before the first one, and how many in no single one."""

    within: Counter[int] = field(default_factory=Counter)
    before: int = 0
    inexact: int = 0


def periods(first: str, last: str, most: int) -> Periods:
    """From the month of one ISO day to that of another: months, or so much longer periods that there are `most` at most."""
    begin, end = (int(day[:4]) * _YEAR + int(day[5:7]) - 1 for day in (first, last))
    length = next((one for one in _LENGTHS if end // one - begin // one < most), max(_LENGTHS))
    numbers = range(begin // length, end // length + 1)
    return Periods(_LENGTHS[length], [_period(number * length, length) for number in numbers])


def tallied(found: Periods, days: Iterable[tuple[Days, int]]) -> Tally:
    """How many things of some days there are in each period; days come with how many things are of them."""
    tally = Tally()
    for of, number in days:
        place = found.of(of)
        if place is not None:
            tally.within[place] += number
        elif of[1] is not None and of[1][:10] < found.all[0].since:
            tally.before += number
        else:
            tally.inexact += number
    return tally


def _period(begin: int, length: int) -> Period:
    """So many months from one on, counted from the year 0."""
    first, last = (f"{max(one, _YEAR) // _YEAR:04}-{one % _YEAR + 1:02}" for one in (begin, begin + length - 1))
    ends = (f"{first}-01", dates.last_day(last))
    if length == 1:
        return Period(month(first), f"{month(first)[:3]} {first[:4]}", *ends)
    if length < _YEAR:
        return Period(f"{month(first).split()[0]}–{month(last)}", f"{month(first)[:3]} {first[:4]}", *ends)
    name = told(ends)
    return Period(name, first[:4] if length > _YEAR else name, *ends)
