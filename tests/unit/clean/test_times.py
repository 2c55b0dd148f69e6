"""Written times are read as intervals, and not at all where they can be read in two ways."""

from __future__ import annotations

import pytest

from onrecord.clean.times import any_interval, find_day, iso_interval


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2021-04-06", ("2021-04-06", "2021-04-06")),
        ("20210406", ("2021-04-06", "2021-04-06")),
        ("2021-04", ("2021-04-01", "2021-04-30")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2021-04-06/2021-04-08", ("2021-04-06", "2021-04-08")),
        ("2021-04/2021-06", ("2021-04-01", "2021-06-30")),
        ("2021-04-06T14:03:00+03:00", ("2021-04-06T14:03:00+03:00", "2021-04-06T14:03:00+03:00")),
        ("2021-04-06T14:03:00Z", ("2021-04-06T14:03:00+00:00", "2021-04-06T14:03:00+00:00")),
        ("2021-04-08/2021-04-06", None),
        ("2021-13-01", None),
        ("2021-02-30", None),
        ("0021-02-03", None),
        ("6 April 2021", None),
        ("", None),
        ("a/b/c", None),
    ],
)
def test_iso_8601_is_read_as_an_interval(raw: str, expected: tuple[str, str] | None) -> None:
    assert iso_interval(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tue, 06 Apr 2021 14:03:00 +0300", "2021-04-06T14:03:00+03:00"),
        ("1617707000", "2021-04-06T11:03:20+00:00"),
        ("1617707000123", "2021-04-06T11:03:20+00:00"),
        (1617707000, "2021-04-06T11:03:20+00:00"),
        ("2021-04-06 14:03:00", "2021-04-06T14:03:00"),
        ("April 6th, 2021 at 2 p.m.", "2021-04-06"),
        ("6 Apr 2021", "2021-04-06"),
        ("23/04/2021", "2021-04-23"),
        ("04/23/2021", "2021-04-23"),
        ("06.04.2021", "2021-04-06"),
        ("04/06/2021", None),
        ("yesterday", None),
        ("12345", None),
        ("31 February 2021", None),
    ],
)
def test_dates_of_metadata_are_read_where_only_one_reading_is_possible(raw: str | int, expected: str | None) -> None:
    found = any_interval(raw)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("VARNHOLM, April 6 2021 — The", "April 6 2021", "2021-04-06"),
        ("on the 6th of April, 2021, at", "6th of April, 2021", "2021-04-06"),
        ("Sept. 3, 1999", "Sept. 3, 1999", "1999-09-03"),
        ("a 04/06/2021 and then 2021/04/07", "2021/04/07", "2021-04-07"),
    ],
)
def test_the_first_date_in_a_text_is_found_with_its_place(text: str, words: str, day: str) -> None:
    found = find_day(text)
    assert found is not None
    assert (text[found[0] : found[1]], found[2]) == (words, day)


@pytest.mark.parametrize("text", ["in April 2021", "on 6 April", "the 2021 budget of 400", "in May 2021 they may 3 times"])
def test_half_a_date_is_none(text: str) -> None:
    assert find_day(text) is None
