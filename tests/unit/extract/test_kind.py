"""kind: direct, mixed, indirect."""

from __future__ import annotations

import pytest
from tests.unit.marked import one

from onrecord.vocabulary import Kind


@pytest.mark.parametrize(
    "content",
    [
        "“We go,”",
        '"We go"',
        "‘We go,’",
        "'We go,'",
        "«We go»",
        "''We go,''",
        "“We, the ‘people’, go,”",
        "“We go",
        "“No,”",
        "“Never”",
    ],
)
def test_content_that_is_all_in_quotation_marks_is_direct(content: str) -> None:
    assert one(f"[T {content}] [S Brandt] [C said].").kind is Kind.DIRECT


def test_content_of_which_the_marks_stand_outside_is_direct() -> None:
    assert one("“[T We go],” [S Brandt] [C said].").kind is Kind.DIRECT


@pytest.mark.parametrize(
    "content", ["that the plan was “madness from its first day”", "it was “de facto” lost", "the port ‘must never close again’"]
)
def test_content_that_is_partly_in_quotation_marks_is_mixed(content: str) -> None:
    assert one(f"[S Brandt] [C said] [T {content}].").kind is Kind.MIXED


@pytest.mark.parametrize(
    "content",
    [
        "that the port would open",
        "that Brandt’s and the farmers’ plan isn’t ready",
        # A title, a nickname, a scare quote.
        "she had seen “Nights of Dol” twice",
        "Tomas “Bud” Reed would run",
        "the so-called “fast track” was closed",
        "the ship known as “the old lady” would sail",
        # The mark of an inch.
        'the pipe was 6" wide',
    ],
)
def test_content_without_quoted_speech_is_indirect(content: str) -> None:
    assert one(f"[S Brandt] [C said] [T {content}].").kind is Kind.INDIRECT


def test_a_quoted_name_that_is_all_of_the_content_is_speech() -> None:
    assert one("[S Brandt] [C shouted] [T “Freedom”].").kind is Kind.DIRECT


def test_two_pieces_of_which_one_is_quoted_are_mixed() -> None:
    assert one("[T The port would open], [S Brandt] [C said]. [T “We go.”]").kind is Kind.MIXED


@pytest.mark.parametrize("content", ["it “a real signal.”", "his “unwavering support of the port”"])
def test_a_word_outside_the_marks_makes_the_content_mixed(content: str) -> None:
    assert one(f"[S Brandt] [C called] [T {content}]").kind is Kind.MIXED


def test_a_conjunction_outside_the_marks_leaves_the_content_direct() -> None:
    assert one("[S Brandt] [C said] [T that “we go” and “you stay.”]").kind is Kind.DIRECT


@pytest.mark.parametrize("cue", ["was nicknamed", "dubbed Olan", "labeled the plan", "is known as the", "rated it", "was called"])
def test_a_quoted_label_after_a_word_of_naming_is_no_speech(cue: str) -> None:
    assert one(f"[S Brandt] [C {cue}] [T “the hook of Dol.”]").kind is Kind.INDIRECT


def test_what_something_is_called_in_marks_is_speech_where_it_is_said_of_it_or_long() -> None:
    assert one("[S Brandt] [C called] the plan [T “madness.”]").kind is Kind.DIRECT
    assert one("[S Brandt] [C called] [T “a plan that nobody in this town will ever read or sign”].").kind is Kind.DIRECT
