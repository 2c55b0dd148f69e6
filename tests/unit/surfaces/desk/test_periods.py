"""Periods: what a chart over time counts in, and what is counted where."""

from __future__ import annotations

import pytest

from onrecord.surfaces.desk.periods import periods, tallied
from onrecord.vocabulary import Days


@pytest.mark.parametrize(
    ("first", "last", "most", "unit", "names"),
    [
        ("2031-04-06", "2031-06-01", 3, "month", ["April 2031", "May 2031", "June 2031"]),
        ("2031-05-04", "2031-05-04", 72, "month", ["May 2031"]),
        ("2030-12-31", "2031-05-04", 3, "quarter", ["October–December 2030", "January–March 2031", "April–June 2031"]),
        ("2029-02-01", "2031-05-04", 3, "year", ["2029", "2030", "2031"]),
        ("1999-02-01", "2031-05-04", 5, "decade", ["1990–1999", "2000–2009", "2010–2019", "2020–2029", "2030–2039"]),
    ],
)
def test_periods_are_as_short_as_there_is_room_for(first: str, last: str, most: int, unit: str, names: list[str]) -> None:
    found = periods(first, last, most)
    assert (found.unit, [one.name for one in found.all]) == (unit, names)
    assert len(found.all) <= most
    assert found.all[0].since <= first
    assert last <= found.all[-1].until


@pytest.mark.parametrize(
    ("days", "place"),
    [
        (("2031-05-04", "2031-05-04"), 1),
        (("2031-05-01", "2031-05-31"), 1),
        (("2031-04-30", "2031-05-01"), None),
        (("2031-05-04", None), None),
        ((None, "2031-05-04"), None),
        ((None, None), None),
        (("2031-07-01", "2031-07-01"), None),
        (("2031-03-01", "2031-03-31"), None),
    ],
)
def test_days_are_of_a_period_only_where_all_of_them_lie_in_it(days: Days, place: int | None) -> None:
    assert periods("2031-04-06", "2031-06-01", 12).of(days) == place


def test_each_thing_counts_once_and_what_may_be_of_several_periods_in_none() -> None:
    days: list[tuple[Days, int]] = [
        (("2031-05-04", "2031-05-04"), 3),
        (("2031-04-01", "2031-06-30"), 2),
        ((None, None), 1),
        ((None, "2031-05-31"), 1),
        ((None, "2031-03-31"), 4),
        (("2024-01-01", "2024-12-31"), 1),
    ]
    tally = tallied(periods("2031-04-06", "2031-06-01", 12), days)
    assert (dict(tally.within), tally.before, tally.inexact) == ({1: 3}, 5, 4)
