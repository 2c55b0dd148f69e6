"""Positions are put in order: reports of one utterance are one point, runs of one position one stretch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.surfaces.position_builders import CONDITIONAL, OPPOSES, SHOULD, SUPPORTS, WILL, position, shift

from onrecord.ledger import PositionRow, UtteranceRow
from onrecord.surfaces.timeline import Standing, days_of, middle, standings
from onrecord.vocabulary import Position, SaidOnBasis


def utterance(key: str, *statements: str, fullest: str) -> dict[str, UtteranceRow]:
    row = UtteranceRow(key, None, None, None, (None, None), statements, (), (), (), fullest, fullest, (), "")
    return dict.fromkeys(statements, row)


def only(found: list[Standing]) -> Standing:
    (one,) = found
    return one


def test_a_run_of_one_position_is_a_stretch_that_begins_on_its_first_day() -> None:
    rows = [
        position("3", "2032-01-05", OPPOSES),
        position("1", "2031-05-04", SUPPORTS),
        position("2", "2031-06-01", SUPPORTS),
        position("4", "2031-05-05", SUPPORTS, reading=WILL),
    ]
    one = only(standings(rows, [], {}))
    told = [(run.first.position, run.first.days[0], len(run.points)) for run in one.stretches(SHOULD)]
    assert told == [(SUPPORTS, "2031-05-04", 2), (OPPOSES, "2032-01-05", 1)]
    assert [len(run.points) for run in one.stretches(WILL)] == [1]


def test_reports_of_one_utterance_are_one_point_with_the_fullest_first_and_the_narrowest_day() -> None:
    rows = [
        position("1", None, SUPPORTS, confidence=0.99, outlet="Herald"),
        position("2", "2031-05-01/2031-05-31", SUPPORTS, outlet="Echo"),
        position("3", "2031-05-04", SUPPORTS, confidence=0.2, outlet="Courier"),
    ]
    one = only(standings(rows, [], utterance("u", "s1", "s2", "s3", fullest="s2")))
    (point,) = one.points
    assert [row.id for row in point.reports] == ["p2", "p1", "p3"]
    assert point.days == ("2031-05-04", "2031-05-04") and not point.printed and one.told == 1


def on(row: PositionRow, basis: SaidOnBasis) -> PositionRow:
    """The same position, its day resting on something else."""
    statement = row.row.statement
    assert statement.said_on is not None
    dated = replace(statement, said_on=replace(statement.said_on, basis=basis))
    return replace(row, row=replace(row.row, statement=dated))


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ((("2031-05-05", SaidOnBasis.PUBLISHED), ("2031-05-04", SaidOnBasis.PHRASE)), "2031-05-04"),
        ((("2031-05-04", SaidOnBasis.PUBLISHED), ("2031-05-05", SaidOnBasis.PHRASE)), "2031-05-05"),
        ((("2031-05-04", SaidOnBasis.PHRASE), ("2031-05-05", SaidOnBasis.GIVEN)), "2031-05-05"),
        ((("2031-05-05", SaidOnBasis.PUBLISHED), ("2031-05-04", SaidOnBasis.PUBLISHED)), "2031-05-04"),
        ((("2031-05-05", SaidOnBasis.PHRASE), ("2031-05-04", SaidOnBasis.PHRASE)), "2031-05-05"),  # the fullest report's
    ],
)
@pytest.mark.parametrize("reverse", [False, True])
def test_the_day_of_a_point_does_not_depend_on_the_order_in_which_its_reports_are_read(
    days: tuple[tuple[str, SaidOnBasis], ...], day: str, reverse: bool
) -> None:
    rows = [on(position(str(key), said, SUPPORTS), basis) for key, (said, basis) in enumerate(days, 1)]
    told = utterance("u", "s1", "s2", fullest="s1")
    (point,) = only(standings(reversed(rows) if reverse else rows, [], told)).points
    assert point.days == (day, day)


def test_of_two_days_of_publication_the_earlier_stands() -> None:
    rows = [position("1", None, SUPPORTS, published="2031-05-05"), position("2", None, SUPPORTS, published="2031-05-04")]
    (point,) = only(standings(rows, [], utterance("u", "s1", "s2", fullest="s1"))).points
    assert point.days == ("2031-05-04", "2031-05-04") and point.printed


def test_two_readings_of_one_utterance_stay_two_points() -> None:
    rows = [position("1", "2031-05-04", SUPPORTS), position("2", "2031-05-04", CONDITIONAL)]
    assert len(only(standings(rows, [], utterance("u", "s1", "s2", fullest="s1"))).points) == 2


def test_what_has_no_day_or_nobody_placed_or_is_told_by_another_stands_apart() -> None:
    rows = [
        position("1", "2031-05-04", SUPPORTS),
        position("2", None, OPPOSES, published=None),
        position("3", "2031-05-05", None),
        position("4", "2031-05-06", OPPOSES, second_hand=True),
        position("5", "2031-05-06", Position.NOT_ABOUT, reading=None),
        position("6", "2031-05-06", SUPPORTS, actor=None),
    ]
    one = only(standings(rows, [], {}))
    assert [row.id for point in one.points for row in point.reports] == ["p1"]
    assert [row.id for point in one.undated for row in point.reports] == ["p2"]
    assert [row.id for row in one.unsure] == ["p3"] and [row.id for row in one.second_hand] == ["p4"]


def test_a_shift_begins_a_stretch_and_both_its_statements_are_evidence() -> None:
    rows = [position("1", "2031-05-04", SUPPORTS), position("2", "2031-07-01", SUPPORTS), position("3", "2032-01-05", OPPOSES)]
    one = only(standings(rows, [shift(rows[1], rows[2])], {}))
    first, second = one.stretches(SHOULD)
    assert first.shift is None and second.shift is not None and second.shift.id == "f00d"
    assert [one.is_evidence(point) for point in one.points] == [False, True, True]


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (("2031-05-04", "2031-05-04"), "2031-05-04"),
        (("2031-05-01", "2031-05-31"), "2031-05-16"),
        (("2031-05-01", None), None),
        ((None, "2031-05-01"), None),
        ((None, None), None),
        (("2021-01-01", "2031-01-01"), None),
    ],
)
def test_days_have_a_middle_where_they_say_when(days: tuple[str | None, str | None], day: str | None) -> None:
    found = middle(days)
    assert (found.isoformat() if found else None) == day


def test_the_day_of_publication_stands_for_one_that_is_not_known() -> None:
    assert days_of(position("1", "2031-05-01", SUPPORTS)) == (("2031-05-01", "2031-05-01"), False)
    assert days_of(position("1", None, SUPPORTS)) == (("2031-05-04", "2031-05-04"), True)
    assert days_of(position("1", None, SUPPORTS, published=None)) == ((None, None), False)


def test_those_who_said_most_come_first_and_unnamed_ones_last() -> None:
    rows = [
        position("1", "2031-05-04", SUPPORTS, actor="Joren Pell"),
        position("2", "2031-05-04", SUPPORTS),
        position("3", "2031-05-09", SUPPORTS),
    ]
    assert [one.name for one in standings(rows, [], {})] == ["Ada Olan", "Joren Pell"]
