"""What is a shift on one ladder, what it is called, and what is none."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from tests.unit.relate.shifts.held import held, told, will

from onrecord.relate.shifts import shifts
from onrecord.vocabulary.questions import Held, ShiftKind

SPRING, SUMMER, AUTUMN, WINTER = "2031-04-02", "2031-07-08", "2031-10-09", "2032-01-05"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("supports", "opposes", "reversal"),
        ("opposes", "supports", "reversal"),
        ("opposes", "conditional", "softening"),
        ("conditional", "opposes", "hardening"),
        ("conditional", "supports", "condition-met"),
    ],
)
def test_a_step_on_the_scale_has_a_name(before: str, after: str, kind: str) -> None:
    assert told(held(before, SPRING), held(after, AUTUMN)) == [f"should {before} > should {after}: {kind}"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("supports", "conditional", "hardening"),
        ("supports", "noncommittal", "hardening"),
        ("opposes", "noncommittal", "softening"),
    ],
)
def test_a_condition_or_a_refusal_that_follows_a_firm_position_counts_once_it_is_repeated(
    before: str, after: str, kind: str
) -> None:
    rows = [held(before, SPRING), held(after, AUTUMN)]
    assert told(*rows) == []
    assert told(*rows, held(after, WINTER)) == [f"should {before} > should {after}: {kind}"]


def test_a_shift_names_the_last_statement_before_and_the_first_after() -> None:
    days = ["2031-01-05", "2031-02-05", "2031-05-05", "2031-06-05"]
    rows = [held(one, day, name=day) for one, day in zip(["opposes", "opposes", "supports", "supports"], days, strict=True)]
    (shift,) = shifts(rows)
    assert shift.statements == ("2031-02-05", "2031-05-05")
    assert (
        shift.why == "should opposes (2031-01-05 to 2031-02-05, 2 utterances); "
        "then should supports (2031-05-05 to 2031-06-05, 2 utterances)."
    )


def test_there_and_back_again_are_two_shifts() -> None:
    rows = [held("supports", SPRING), held("opposes", SUMMER), held("supports", AUTUMN)]
    assert [shift.kind for shift in shifts(rows)] == [ShiftKind.REVERSAL, ShiftKind.REVERSAL]


def test_an_order_of_rows_does_not_matter() -> None:
    rows = [held("opposes", SPRING), held("conditional", SUMMER), held("supports", AUTUMN), will("opposes", SPRING)]
    answers = {tuple(map(str, shifts(each))) for each in itertools.permutations(rows)}
    assert len(answers) == 1


NONE: dict[str, list[Held]] = {
    "one position, however often": [held("opposes", SPRING), held("opposes", AUTUMN)],
    "two ladders: wanting it not, and expecting it": [held("opposes", SPRING), will("supports", AUTUMN)],
    "two reports of one utterance": [
        held("conditional", SPRING, utterance="u"),
        held("supports", AUTUMN, utterance="u", outlet="Radio Fen"),
    ],
    "what another reports of it": [held("opposes", SPRING), held("supports", AUTUMN, second_hand=True)],
    "a copy that lost a negation": [held("opposes", SPRING), held("supports", AUTUMN, copied=True)],
    "two positions of one day": [held("opposes", SPRING, name="a"), held("supports", SPRING, name="b")],
    "one day that has both, between two that agree": [
        held("supports", SPRING),
        held("opposes", SUMMER, name="a"),
        held("supports", SUMMER, name="b"),
        held("supports", AUTUMN),
    ],
    "one unsure statement between two that agree": [
        held("opposes", SPRING),
        held("supports", SUMMER, confidence=0.5),
        held("opposes", AUTUMN),
    ],
    "one unsure statement at the end": [held("opposes", SPRING), held("supports", SUMMER, confidence=0.5)],
    "refusals between two equal positions": [
        held("supports", SPRING),
        held("noncommittal", SUMMER),
        held("noncommittal", "2031-08-08"),
        held("supports", AUTUMN),
    ],
    "a condition named on one day between two calls": [
        held("supports", SPRING),
        held("conditional", SUMMER),
        held("supports", AUTUMN),
    ],
    "days that touch": [held("opposes", ("2031-04-01", "2031-04-30")), held("supports", ("2031-04-15", "2031-05-15"))],
    "an unknown day, printed later": [held("supports", SPRING), held("opposes", None, printed=AUTUMN)],
    "a day that is told as past": [held("supports", SPRING), held("opposes", (None, AUTUMN))],
    "nothing that tells a day": [held("supports", SPRING), held("opposes", None)],
    "what is not about it": [held("supports", SPRING), held("not-about", AUTUMN)],
}


@pytest.mark.parametrize("case", NONE)
def test_there_is_no_shift_in(case: str) -> None:
    assert told(*NONE[case]) == []


def test_an_unknown_day_is_bounded_by_its_print() -> None:
    assert told(held("opposes", None, printed=SPRING), held("supports", AUTUMN)) == ["should opposes > should supports: reversal"]


def test_a_report_without_a_day_is_dated_by_the_others_of_its_utterance() -> None:
    rows = [
        held("opposes", None, printed=WINTER, utterance="u", outlet="Radio Fen"),
        held("opposes", SPRING, utterance="u"),
        held("supports", AUTUMN),
    ]
    (shift,) = shifts(rows)
    assert shift.statements == (rows[1].statement, rows[2].statement)


def test_an_utterance_has_the_day_that_most_outlets_give_it() -> None:
    days: list[Any] = [("2031-03-01", "2031-03-31"), "2031-03-09", "2030-03-09"]
    rows = [held("supports", day, utterance="u", outlet=f"Outlet {place}") for place, day in enumerate(days)]
    assert told(*rows, held("opposes", "2030-09-09")) == ["should opposes > should supports: reversal"]


def test_a_dropped_condition_does_not_hide_the_condition() -> None:
    rows = [
        held("opposes", SPRING),
        held("conditional", SUMMER, utterance="u"),
        held("supports", SUMMER, utterance="u", outlet="Radio Fen"),
        held("supports", WINTER),
    ]
    assert told(*rows[:3]) == ["should opposes > should conditional: softening"]
    assert shifts(rows[:3])[0].why.endswith("But reports or statements of one day differ: should conditional or supports.")


def test_a_misreading_among_many_is_outvoted() -> None:
    rows = [held("opposes", SUMMER, name=name) for name in "abc"]
    assert told(held("supports", SPRING), *rows, held("supports", SUMMER, name="d")) == [
        "should supports > should opposes: reversal"
    ]


def test_two_persons_of_one_body_are_two_spokespersons() -> None:
    (shift,) = shifts([held("opposes", SPRING, actor="ada"), held("supports", AUTUMN, actor="bo")])
    assert shift.kind is ShiftKind.SPOKESPERSON
    assert shift.actor == "bo"
    assert shift.why.endswith("But Ada and Bo are two persons.")


def test_confidence_is_that_of_both_sides() -> None:
    (shift,) = shifts([held("opposes", SPRING, confidence=0.8), held("supports", AUTUMN, confidence=0.7)])
    assert shift.confidence == pytest.approx(0.56)
