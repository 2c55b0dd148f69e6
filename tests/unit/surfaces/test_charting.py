"""Positions are drawn on an axis of time by plain signs that stay in order."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.surfaces.position_builders import CONDITIONAL, NONCOMMITTAL, OPPOSES, SUPPORTS

from onrecord.surfaces.cli.charting import Axis, Mark, legend

YEARS = Axis([date(2031, 1, 1), date(2034, 1, 1)], 37)


def drawn(axis: Axis, *marks: Mark) -> str:
    return axis.line(marks).plain


def test_days_have_cells_from_the_first_to_the_last() -> None:
    assert [YEARS.cell(date(year, 1, 1)) for year in (2031, 2032, 2033, 2034)] == [0, 12, 24, 36]


def test_the_same_position_goes_on_by_dots_and_another_one_does_not() -> None:
    marks = (Mark(date(2031, 1, 1), SUPPORTS), Mark(date(2031, 7, 1), SUPPORTS), Mark(date(2032, 1, 1), CONDITIONAL))
    assert drawn(YEARS, *marks) == "+·····+     ~"
    assert drawn(YEARS, *reversed(marks)) == "+·····+     ~"


def test_a_shift_has_its_sign_before_that_of_the_position() -> None:
    marks = (Mark(date(2031, 1, 1), SUPPORTS), Mark(date(2032, 1, 1), OPPOSES, shift=True))
    assert drawn(YEARS, *marks) == "+          !-"


def test_marks_of_one_cell_are_one_where_they_agree_and_side_by_side_where_they_differ() -> None:
    day = date(2031, 1, 1)
    assert drawn(YEARS, Mark(day, SUPPORTS), Mark(day, SUPPORTS)) == "+"
    assert drawn(YEARS, Mark(day, SUPPORTS), Mark(day, OPPOSES), Mark(day, NONCOMMITTAL)) == "+-?"
    assert drawn(YEARS, Mark(day, SUPPORTS), Mark(day, OPPOSES, shift=True)) == "+!-"


def test_nothing_is_lost_at_the_end_of_the_axis() -> None:
    day = date(2034, 1, 1)
    assert drawn(YEARS, Mark(day, SUPPORTS), Mark(day, OPPOSES, shift=True)).endswith("+!-")


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2031, 1, 1), date(2034, 1, 1), "|2031-01    |2032       |2033"),
        (date(2031, 5, 4), date(2031, 5, 28), "|2031-05-04"),
        (date(2031, 4, 1), date(2031, 7, 1), "|2031-04    |2031-05    |2031-06"),
    ],
)
def test_labels_are_years_or_months_as_the_room_allows(first: date, last: date, labels: str) -> None:
    assert Axis([first, last], 37).labels() == labels


def test_one_day_and_none_are_an_axis_too() -> None:
    assert drawn(Axis([date(2031, 1, 1)], 20), Mark(date(2031, 1, 1), SUPPORTS)) == "+"
    assert Axis([], 20).line([]).plain == ""


def test_every_sign_is_in_the_legend() -> None:
    assert legend().plain == "+ supports   ~ conditional   - opposes   ? noncommittal   ! moved"
