"""addressee and venue: to whom and where, in the article's words."""

from __future__ import annotations

import pytest
from tests.unit.marked import one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[S Brandt] [C told] Agence Dol [T the port would open].", "Agence Dol"),
        ("[T “Yes,”] [S Brandt] [C told] the Dol Tribune.", "the Dol Tribune"),
        ("[T “Yes,”] [S Brandt] [C told] the paper.", "the paper"),
        ("[T “Yes,”] [S Brandt] [C told] reporters on Tuesday.", "reporters"),
        ("[T “Yes,”] [S Brandt] [C told] The Dol Tribune Tuesday.", "The Dol Tribune"),
        ("[S Brandt] [C told] VTV’s “Good Morning Veshia” [T that it would].", "VTV’s “Good Morning Veshia”"),
        ("[S Brandt] [C told] VTV’s Mira Reed [T that it would].", "VTV’s Mira Reed"),
        ("[S Brandt] [C told] the television program ''Inside Dol'' after [T it].", "the television program ''Inside Dol''"),
        ("[S Brandt] [C told] Meer backers Saturday night [T that it would].", "Meer backers"),
        ("[S Brandt] [C told] a group of reporters [T that it would].", "a group of reporters"),
        ("[S Brandt] [C told] members of the Northern Alliance council [T it].", "members of the Northern Alliance council"),
        ("[S Brandt] [C told] Agence Dol and the Dol Tribune [T it].", "Agence Dol and the Dol Tribune"),
        ("[S Brandt] [C told] host Mira Reed [T she would].", "host Mira Reed"),
        ("[S Brandt] [C told] her [T that it would].", "her"),
        ("[S Brandt] [C told] her peers [T that it would].", "her peers"),
        ("[S Brandt] [C reminded] the council of [T its vote].", "the council"),
        ("[S Brandt] [C promised] voters [T a new port].", "voters"),
        ("[S Brandt] [C asked] Meer [T what he thought].", "Meer"),
        ("[S Brandt] [C told reporters] [T it would].", "reporters"),
        ("[S Brandt] [C spoke to] the Dol Tribune [T of it].", "the Dol Tribune"),
    ],
)  # fmt: skip
def test_the_object_of_a_verb_of_telling_is_the_addressee(text: str, expected: str) -> None:
    assert one(text).addressee == expected


@pytest.mark.parametrize(
    "text",
    [
        "[S Brandt] [C said] [T it would].",
        "[S Brandt] [C told] [T the port to open].",
        "[S Brandt] [C told] the story of [T the port].",
        "[S Brandt] [C asked] on Monday [T for help].",
        "[S Brandt] [C warned] [T Meer’s government would fall].",
        "[S Brandt] [C was told] by the ministry [T that it would].",
        "[S Brandt] was [C told] privately [T that it would].",
        "[T “Why?”] [S Brandt] [C asked].",
    ],
)
def test_where_nobody_is_told_there_is_no_addressee(text: str) -> None:
    assert one(text).addressee is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[T “Yes,”] [S Brandt] [C said] in an interview on Veshan television.", "in an interview on Veshan television"),
        ("[T “Yes,”] [S Brandt] [C wrote] on Twitter.", "on Twitter"),
        ("[T “Yes,”] [S Brandt] [C wrote] on her Facebook page.", "on her Facebook page"),
        ("[T “Yes,”] [S Brandt] [C said] at a news conference in Olan on Monday.", "at a news conference in Olan"),
        (
            "[T “Yes,”] [S Brandt] [C said] during a video address to the council in Dol.",
            "during a video address to the council in Dol",
        ),
        ("In a speech to supporters, [S Brandt] [C said] [T it would].", "In a speech to supporters"),
        ("[T “Yes,”] [S Brandt] [C said in a statement].", "in a statement"),
        ("[T “Yes,”] [S Brandt] [C said] in an interview with the Dol Tribune.", "in an interview with the Dol Tribune"),
        (
            "[T “Yes,”] [S Brandt] [C said] in an interview published by the Dol Tribune on Sunday.",
            "in an interview published by the Dol Tribune",
        ),
        ("[T “Yes,”] [S Brandt] [C said] on VTV’s “New Day” show.", "on VTV’s “New Day”"),
        ("[T “Yes,”] [S Brandt] [C told] VTV by phone.", "by phone"),
        ("[T “Yes,”] [S Brandt] [C said] on the sidelines of the summit in Dol.", "on the sidelines of the summit in Dol"),
        ("[T “Yes,”] [S Brandt] [C said] on V.T.V. television.", "on V.T.V. television"),
        ("[T “Yes,”] [S Brandt] [C said] in the course of the day. He spoke in a speech.", None),
        ("[T “Yes,”] [S Brandt] [C said] on Monday.", None),
        ("[T “Yes,”] [S Brandt] [C said] in efforts to address it.", None),
        ("[S Brandt] [C said] [T in an interview that it would].", None),
        ("“Yes,” she said on Twitter.\n\n[S Brandt] [C said] [T it would].", None),
    ],
)
def test_the_occasion_or_the_medium_is_the_venue(text: str, expected: str | None) -> None:
    assert one(text).venue == expected


def test_a_hard_wrapped_line_does_not_end_the_clause() -> None:
    text = (
        "[T “We open the port in May and nobody shall say that we did not try,”]\n"
        "[S Brandt] [C said] on the first day of the meeting of the council in\n"
        "an interview with the Dol Tribune that was printed on the same day\n"
        "and that was read by many.\n"
    )
    assert one(text).venue == "in\nan interview with the Dol Tribune"


@pytest.mark.parametrize("text", ["[T “Why?”] [C asked] [S Dr. Ada Pym].", "[T “Why?”] [C asked] Dr. Ada Pym."])
def test_who_stands_after_the_verb_as_its_subject_is_not_told(text: str) -> None:
    assert one(text).addressee is None


def test_a_title_with_a_full_stop_does_not_cut_the_addressee() -> None:
    assert one("[S Brandt] [C told] Dr. Ada Pym [T it would].").addressee == "Dr. Ada Pym"
