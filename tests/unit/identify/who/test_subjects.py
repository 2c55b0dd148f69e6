"""The subject of a cue without a source, and verbs that share one: who speaks where no source was marked.

Countries and people are invented.
"""

from __future__ import annotations

import pytest
from tests.unit.identify.who.test_reading import names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tomas Olan [C praised] [T the port].", "Tomas Olan"),
        ("Tomas Olan, who spoke after her, [C praised] [T the port].", "Tomas Olan"),
        ("Secretary of State Tomas Olan [C has often praised] [T the port].", "Tomas Olan"),
        ("Mr. Tomas Olan came late. Last March he [C asked for] [T a port].", "Tomas Olan"),
        ("Tomas Olan did not eat. The former ship’s pilot [C thanked] [T each guest].", "Tomas Olan"),
        ("It was late for Tomas Olan, who stood on the wall and [C promised] [T a port].", "Tomas Olan"),
        ("Tomas Olan, who in March [C said] [T the port would open], was there.", "Tomas Olan"),
        ("Tomas Olan rang in the small hours, Dol time, and [C promised] [T that it would open].", "Tomas Olan"),
    ],
)
def test_the_subject_right_before_a_cue_speaks(text: str, speaker: str) -> None:
    assert names(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The speech by Port Director Tomas Olan [C drew] [T praise].",
        "They met Tomas Olan. [C Asked] [T whether it would open], the mayor left.",
        "In Dol Tomas Olan slept and it [C is said] [T that it rained].",
        "Tomas Olan's port [C promised] [T much].",
        "“Tomas Olan [C said] [T it would open].”",
        "Tomas Olan slept. [C The pledge of] [T a port] was late.",
    ],
)
def test_nobody_speaks_where_no_subject_stands_before_the_cue(text: str) -> None:
    assert names(text) == [None]


def test_adding_goes_on_with_who_spoke_in_the_sentence() -> None:
    text = "[T1 “It rained,”] [S1 Tomas Olan] [C1 told] reporters in Dol, [C2 adding] [T2 that it was late]."
    assert names(text) == ["Tomas Olan", "Tomas Olan"]
