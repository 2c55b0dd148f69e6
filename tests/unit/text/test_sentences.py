"""sentences: where one ends and the next begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left. He stayed.", ["She left.", "He stayed."]),
        ("She left! He stayed? Both went…  Yes.", ["She left!", "He stayed?", "Both went…", "Yes."]),
        ("She left. Émile stayed. Óla went.", ["She left.", "Émile stayed.", "Óla went."]),
        ("She left. 300 stayed.", ["She left.", "300 stayed."]),
        # What closes after the mark belongs to the sentence before, what opens to the one after.
        ("“We go.” “You stay.” (All do.) So.", ["“We go.”", "“You stay.”", "(All do.)", "So."]),
        # Abbreviations and initials end none; nor does a mark before a small letter.
        ("Mr. Olan met Dr. Meer and Sen. J. P. Reed on Jan. 5.", ["Mr. Olan met Dr. Meer and Sen. J. P. Reed on Jan. 5."]),
        ("The U.S. Senate met at 5 p.m. Monday.", ["The U.S. Senate met at 5 p.m. Monday."]),
        ("“Go!” she said. “Now.”", ["“Go!” she said.", "“Now.”"]),
        ("They went... and came back.", ["They went... and came back."]),
        ("", []),
        ("   ", []),
        ("no mark", ["no mark"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_the_range_that_is_asked_for_is_split() -> None:
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]


@given(st.text(alphabet='aB .!?…"”’)É5\n', max_size=200))
def test_sentences_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    end = 0
    for start, stop in sentences(text, 0, len(text)):
        assert end <= start < stop <= len(text)
        assert text[end:start].strip() == ""
        end = stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize("unit", [".", ". ", '."', "…) "])
def test_a_line_of_dots_takes_linear_time(unit: str) -> None:
    begin = time.process_time()
    split(unit * 10_000)
    assert time.process_time() - begin < 4
