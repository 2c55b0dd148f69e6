"""paragraphs: lines, or blocks between blank lines where a text is hard-wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.paragraphs import paragraphs, trim

WRAPPED = (
    "The council of Veshia met on Monday to talk about the port and\n"
    "about the fees that ships from Doland have to pay since the\n"
    "spring, when the new law came into force for the first time\n"
    "and the harbour was closed to them.\n"
    "\n"
    "It will meet again.\n"
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One. \n \n\t\n Two.", ["One.", "Two."]),
        ("One.\u2028Two.\x85Three.", ["One.", "Two.", "Three."]),
        ("One.\u00a0\nTwo.", ["One.", "Two."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_line_is_a_paragraph_without_the_white_space_around_it(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_hard_wrapped_paragraph_is_one() -> None:
    assert len(words(WRAPPED)) == 2
    assert words(WRAPPED)[1] == "It will meet again."


def test_short_lines_that_begin_in_lower_case_are_not_a_hard_wrapped_paragraph() -> None:
    assert len(words("a list\nof things\nto be done\nat once\n")) == 4


def test_trim_gives_none_where_only_white_space_is() -> None:
    assert trim("a  b", 1, 3) is None
    assert trim(" a ", 0, 3) == (1, 2)


@given(st.text(alphabet="aB .\n\r\u2028\x85\x0b\f\t\u00a0", max_size=300))
def test_paragraphs_are_in_order_hold_all_but_white_space_and_are_trimmed(text: str) -> None:
    end = 0
    for start, stop in paragraphs(text):
        assert end <= start < stop
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert text[end:].strip() == ""


def test_a_line_that_breaks_off_goes_on_in_the_next() -> None:
    broken = "The minister said on the quay that the harbour would be opened in the spring and\nnot before. It was late."
    assert paragraphs(broken) == [(0, len(broken))]
    assert paragraphs(broken.replace("\n", "\r\n")) == [(0, len(broken) + 1)]


def test_lines_that_end_or_are_short_or_stand_apart_are_paragraphs() -> None:
    long = "The minister said on the quay that the harbour would be opened in the spring"
    for text in (f"{long}.\nand then nothing", "A list:\nbread and\nbutter", f"{long}\n\nand then nothing", f"{long}\nAnd then"):
        assert len(paragraphs(text)) == text.count("\n") + 1 - text.count("\n\n")


def test_what_a_caller_does_to_its_list_changes_nothing_for_the_next() -> None:
    text = "The port opened.\n\nIt rained."
    paragraphs(text).clear()
    assert paragraphs(text) == [(0, 16), (18, 28)]
