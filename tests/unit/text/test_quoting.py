"""Words are put in quotation marks once."""

from __future__ import annotations

import pytest

from onrecord.text.quoting import quoted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("that he had left", "“that he had left”"),
        ("the crew’s boat", "“the crew’s boat”"),
        ("“For years we waited,”", "“For years we waited,”"),
        ("“For years […]", "“For years […]”"),
        ("the delay was “a matter of days”", "the delay was “a matter of days”"),
        ("«Non»", "«Non»"),
        ('"I go […]', '"I go […]"'),
    ],
)
def test_what_has_its_own_marks_gets_no_others(words: str, expected: str) -> None:
    assert quoted(words) == expected
