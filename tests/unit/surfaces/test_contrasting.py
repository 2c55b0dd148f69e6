"""The words of a report are shown verbatim, what differs from the fullest marked in colour or by signs."""

from __future__ import annotations

import pytest
from rich.console import Console

from onrecord.surfaces.cli.contrasting import Contrast, shortened

PLAIN = Contrast(Console())
COLOURED = Contrast(Console(force_terminal=True, no_color=False))
FULLEST = "“We will open the harbour in June, once the dredging is paid for,”"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (FULLEST, FULLEST),
        ("“We will open the harbour in June,”", "“We will open the harbour in June [-once the dredging is paid for-],”"),
        ("the dredging is paid for", "[-We will open the harbour in June, once-] the dredging is paid for"),
        (
            "“We will open the harbour in July, once the dredging is paid for,”",
            "“We will open the harbour in [-June-] {+July+}, once the dredging is paid for,”",
        ),
        (
            "“We will gladly open the harbour in June, once the dredging is paid for,”",
            "“We will {+gladly+} open the harbour in June, once the dredging is paid for,”",
        ),
        ("that the port would be ready by summer", "that the port would be ready by summer"),
    ],
)
def test_what_a_report_left_out_and_what_only_it_has_is_marked(said: str, shown: str) -> None:
    assert PLAIN.words(said, FULLEST).plain == shown


def test_on_a_terminal_colours_mark_it() -> None:
    shown = COLOURED.words("“We will open the harbour in July,”", "“We will open the harbour in June,”")
    assert shown.plain == "“We will open the harbour in June July,”"
    assert [(shown.plain[span.start : span.end], str(span.style)) for span in shown.spans] == [
        ("June", "red strike"),
        ("July", "green"),
    ]
    assert "[-" in PLAIN.legend.plain and "[-" not in COLOURED.legend.plain


def test_long_words_are_shortened_in_the_middle_by_whole_words() -> None:
    assert shortened("one two  three\nfour five six seven", 20) == "one two […] six seven"
    assert shortened("one two", 20) == "one two"
