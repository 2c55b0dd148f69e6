"""edtf: intervals of days as ISO 8601-2 writes them."""

from __future__ import annotations

import pytest

from onrecord.surfaces.cli.printing import day
from onrecord.surfaces.edtf import edtf
from onrecord.vocabulary import DateBasis, Published, SaidOn, SaidOnBasis


@pytest.mark.parametrize(
    ("earliest", "latest", "written"),
    [
        ("2022-03-11", "2022-03-11", "2022-03-11"),
        ("2022-03-07", "2022-03-13", "2022-03-07/2022-03-13"),
        (None, "2022-03-11", "../2022-03-11"),
        ("2022-03-11", None, "2022-03-11/.."),
        (None, None, None),
    ],
)
def test_an_interval_is_a_day_two_days_or_open(earliest: str | None, latest: str | None, written: str | None) -> None:
    assert edtf(earliest, latest) == written


def test_a_table_says_in_words_which_end_is_open() -> None:
    assert day(Published("2022-03-11", None, DateBasis.TEXT)) == "2022-03-11 or later"
    assert day(SaidOn(None, "2022-03-11", SaidOnBasis.PHRASE, "once")) == "2022-03-11 or earlier"
    assert day(SaidOn(None, None, SaidOnBasis.PHRASE, "a Tuesday")) == "not known"
    assert day(Published("2022-03-11", "2022-03-12", DateBasis.GIVEN)) == "2022-03-11/2022-03-12"
