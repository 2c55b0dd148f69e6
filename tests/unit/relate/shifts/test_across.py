"""A change from what an actor wants to what it expects, and back: only for who wanted the thing."""

from __future__ import annotations

import pytest
from tests.unit.relate.shifts.held import held, told, will

from onrecord.relate.shifts import shifts
from onrecord.vocabulary.questions import Held

SPRING, SUMMER, AUTUMN, WINTER = "2031-04-02", "2031-07-08", "2031-10-09", "2032-01-05"
CONCEDES = "should supports > will opposes: reversal"
AGAIN = "will opposes > should supports: reversal"


def test_who_called_for_it_concedes_that_it_will_not_come() -> None:
    rows = [held("supports", SPRING), will("opposes", AUTUMN)]
    assert told(*rows) == [CONCEDES]
    why = shifts(rows)[0].why
    assert "concedes that it will not come (from the reading should to will)" in why
    assert why.endswith("But what one wants and what one expects may differ.")


def test_and_takes_it_up_again() -> None:
    assert told(held("supports", SPRING), will("opposes", SUMMER), held("supports", AUTUMN)) == [CONCEDES, AGAIN]


def test_a_word_on_the_same_ladder_tells_the_return_alone() -> None:
    rows = [held("supports", SPRING), will("opposes", SUMMER), will("supports", AUTUMN), held("supports", WINTER)]
    assert told(*rows) == [CONCEDES, "will opposes > will supports: reversal"]


def test_a_word_on_the_same_ladder_tells_the_concession_alone() -> None:
    rows = [held("supports", SPRING), will("supports", SPRING), will("opposes", SUMMER), held("supports", AUTUMN)]
    assert told(*rows) == ["will supports > will opposes: reversal", AGAIN]


NONE: dict[str, list[Held]] = {
    "an opponent who concedes that it will come": [held("opposes", SPRING), will("supports", AUTUMN)],
    "an opponent who says that it will not come": [held("opposes", SPRING), will("opposes", AUTUMN)],
    "one who wants it on conditions": [held("conditional", SPRING), will("opposes", AUTUMN)],
    "one who calls for it on that day": [held("supports", SPRING), will("opposes", SUMMER), held("supports", SUMMER)],
    "one who calls for it in the same weeks": [held("supports", SPRING), will("opposes", SUMMER), held("supports", "2031-07-20")],
    "one who never called for it before": [will("opposes", SPRING), held("supports", AUTUMN)],
    "two persons": [held("supports", SPRING, actor="ada"), will("opposes", AUTUMN, actor="bo")],
    "an order that is not told": [held("supports", None, printed=WINTER), will("opposes", AUTUMN)],
}


@pytest.mark.parametrize("case", NONE)
def test_there_is_no_shift_across_for(case: str) -> None:
    assert told(*NONE[case]) == []


def test_a_change_of_mind_on_what_should_be_is_not_told_twice() -> None:
    rows = [held("opposes", SPRING), will("opposes", SPRING), held("supports", AUTUMN)]
    assert told(*rows) == ["should opposes > should supports: reversal"]
