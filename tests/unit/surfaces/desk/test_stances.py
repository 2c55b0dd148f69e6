"""Stances: what a short list of stretches shows of an actor, and what it leaves out."""

from __future__ import annotations

from tests.unit.surfaces.position_builders import CONDITIONAL, OPPOSES, SHOULD, SUPPORTS, WILL, position, shift

from onrecord.ledger import PositionRow
from onrecord.surfaces.desk import stances
from onrecord.surfaces.timeline import standings


def listed(rows: list[PositionRow], *turns: tuple[int, int], most: int = 3) -> tuple[list[str], str]:
    """The ids of the rows that are shown, and the words for what is not; `turns` are shifts from one row to another."""
    (one,) = standings(rows, [shift(rows[before], rows[after]) for before, after in turns], {})
    shown, left = stances.cut(one, most)
    return [told.row.id for told in shown], left


def swinging(number: int) -> list[PositionRow]:
    """Positions of one actor, one a year, each other than the one before."""
    return [position(f"{one}", f"20{31 + one}-01-01", (SUPPORTS, OPPOSES)[one % 2]) for one in range(number)]


def test_all_are_shown_where_they_are_few() -> None:
    assert listed(swinging(3)) == (["p0", "p1", "p2"], "")


def test_of_many_the_newest_are_shown_and_the_number_of_those_before_is_told() -> None:
    assert listed(swinging(6)) == (["p3", "p4", "p5"], "3 earlier")


def test_the_last_of_each_reading_is_shown_however_long_ago_it_was() -> None:
    rows = [position("w", "2030-01-01", CONDITIONAL, reading=WILL), *swinging(6)]
    assert {row.reading for row in rows} == {WILL, SHOULD}
    assert listed(rows) == (["pw", "p4", "p5"], "4 earlier")


def test_what_a_shift_rests_on_is_shown_beside_the_last() -> None:
    assert listed(swinging(8), (0, 1), (2, 3), most=4) == (["p1", "p2", "p3", "p7"], "4 earlier")
    assert listed(swinging(8), (2, 3)) == (["p2", "p3", "p7"], "5 earlier")


def test_those_without_a_day_are_the_first_to_be_left_out() -> None:
    rows = [*swinging(4), position("n", None, CONDITIONAL, published=None)]
    assert listed(rows) == (["p1", "p2", "p3"], "1 earlier and 1 without a day")
    assert listed(rows, most=5) == (["p0", "p1", "p2", "p3", "pn"], "")
