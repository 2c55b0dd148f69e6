"""The words of a position are shown verbatim, cut only where a sign says so; days in as few characters as tell them."""

from __future__ import annotations

import pytest
from tests.unit.surfaces.position_builders import SUPPORTS, position

from onrecord.surfaces.cli.wording import cut, period, said_days, words_of
from onrecord.vocabulary import SpeechAct

LONG = " ".join(f"word{number}" for number in range(60))


def test_what_decided_is_shown_in_bold() -> None:
    shown = words_of(position("1", None, SUPPORTS, words="we will build it at last", deciding="will build"), 100)
    assert shown.plain == "we will build it at last"
    assert [(shown.plain[span.start : span.end], span.style) for span in shown.spans] == [("will build", "bold")]


@pytest.mark.parametrize("keep", [None, 0, 10, 150, 200, 390])
def test_long_words_keep_what_decided_and_say_where_they_are_cut(keep: int | None) -> None:
    shown = cut(LONG, 160, keep)
    assert len(shown) <= 170 and "[…]" in shown and shown.startswith("word0 word1")
    assert all(part in LONG for part in shown.split(" […]"))
    if keep is not None:
        assert LONG[keep:].split()[0].strip() in shown


def test_a_cue_that_tells_how_it_was_meant_stands_before_the_words() -> None:
    row = position("1", None, SUPPORTS, words="to say when", cue="declined ", speech_act=SpeechAct.REFUSE)
    assert words_of(row, 100).plain == "declined: to say when"
    assert words_of(position("1", None, SUPPORTS, words="it opens", cue="said "), 100).plain == "it opens"
    denied = position("1", None, SUPPORTS, words="the bridge", cue="did not mention ", negated=True)
    assert words_of(denied, 100).plain == "did not mention: the bridge"


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (("2031-05-04", "2031-05-04"), "2031-05-04"),
        (("2031-05-01", "2031-05-31"), "2031-05"),
        (("2031-01-01", "2031-12-31"), "2031"),
        (("2031-05-04", "2031-05-10"), "2031-05-04/10"),
        (("2031-05-28", "2031-06-03"), "2031-05-28/06-03"),
        (("2031-12-28", "2032-01-03"), "2031-12-28/2032-01-03"),
        (("2031-05-04", None), "from 2031-05-04"),
        ((None, "2031-05-04"), "by 2031-05-04"),
        ((None, None), "no day"),
    ],
)
def test_days_are_told_shortly(days: tuple[str | None, str | None], shown: str) -> None:
    assert period(days) == shown


def test_a_day_of_publication_is_in_brackets() -> None:
    assert said_days(position("1", None, SUPPORTS)) == "(2031-05-04)"
    assert said_days(position("1", None, SUPPORTS, published=None)) == "no day"
