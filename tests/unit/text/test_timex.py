"""timexes and resolve: what the time expressions of a text are, and which days they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.timex import Interval, Timex, resolve, timexes

# A Wednesday.
WRITTEN = ("2022-03-16", "2022-03-16")


def found(text: str) -> list[tuple[str, str]]:
    """The expressions of a text with their values."""
    return [(text[one.start : one.end], one.value) for one in timexes(text)]


def only(text: str) -> Timex:
    (one,) = timexes(text)
    return one


def days(text: str, anchor: Interval | None = WRITTEN) -> str:
    """The interval that the only expression of a text means, in one word."""
    interval = resolve(only(text), anchor)
    return "-" if interval is None else interval[0] if interval[0] == interval[1] else "/".join(interval)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("said on Tuesday that", "Tuesday", "XXXX-WXX-2"),
        ("said Tuesday night", "Tuesday night", "XXXX-WXX-2TNI"),
        ("said this past Sunday", "this past Sunday", "XXXX-WXX-7"),
        ("on TUESDAY the port", "TUESDAY", "XXXX-WXX-2"),
        ("Tuesday’s Senate hearing", "Tuesday", "XXXX-WXX-2"),
        ("on Tuesday of last week", "Tuesday of last week", "UNDEF-week-minus-1-2"),
        ("on March 11, 2022, she", "March 11, 2022", "2022-03-11"),
        ("on 11 March 2022 she", "11 March 2022", "2022-03-11"),
        ("on the 11th of March she", "the 11th of March", "XXXX-03-11"),
        ("on Tuesday, Mar. 8, she", "Tuesday, Mar. 8", "XXXX-03-08"),
        ("from March 8-10 they", "March 8-10", "XXXX-03-08/XXXX-03-10"),
        ("dated 2022-03-11", "2022-03-11", "2022-03-11"),
        ("dated 11.03.2022", "11.03.2022", "2022-03-11"),
        ("in May the ports", "May", "XXXX-05"),
        ("in May 2021 the ports", "May 2021", "2021-05"),
        ("in late March", "late March", "XXXX-03"),
        ("in June last year", "June last year", "UNDEF-year-minus-1-06"),
        ("in 2008 they", "2008", "2008"),
        ("a 2014 study", "2014", "2014"),
        ("in the 1990s", "the 1990s", "199"),
        ("the summer of 2015", "summer of 2015", "2015-SU"),
        ("over the weekend", "the weekend", "UNDEF-weekend-plus-0"),
        ("earlier this month", "earlier this month", "UNDEF-month-plus-0"),
        ("said yesterday", "yesterday", "UNDEF-day-minus-1"),
        ("said last night", "last night", "UNDEF-day-minus-1TNI"),
        ("two days ago", "two days ago", "UNDEF-day-minus-2"),
        ("three weeks earlier, he", "three weeks earlier", "UNDEF-REF-week-minus-3"),
        ("later the same day", "later the same day", "UNDEF-REF-day-plus-0"),
        ("the day before, he", "the day before", "UNDEF-REF-day-minus-1"),
        ("on the 11th, he", "the 11th", "XXXX-XX-11"),
        ("in the past two weeks", "the past two weeks", "UNDEF-past-minus-2-W"),
        ("years ago", "years ago", "PAST_REF"),
        ("in recent days", "recent days", "PAST_REF"),
    ],
)
def test_expressions_have_their_extent_and_value(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "It may be that the sun sat low, and a second later they march on.",
        "Mrs. May spoke of confidence in May.",
        "They heard Tuesday’s Gone on the radio.",
        "The Sunday Times and the Mail on Sunday wrote of Super Tuesday and Black Friday.",
        "She works on Tuesdays and every Friday.",
        "It stands on the 11th floor.",
        "The Sept. 11 attacks were told of on the Dol Today programme.",
        "The fall of the house and the spring of the bed.",
        "In 2000 people came; 2008 of them stayed.",
        "On February 30 and at 10.30.2022.1 nothing happens.",
        "One day she will come again.",
    ],
)
def test_there_is_nothing_in_names_and_in_words_that_only_look_like_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Counted from the day of writing and narrowed.
        ("a year ago this week", "2021-03-15/2021-03-21"),
        ("a year ago this month", "2021-03-01/2021-03-31"),
        ("two years ago today", "2020-03-16"),
        ("two weeks ago Monday", "2022-02-28"),
        ("a week ago today", "2022-03-09"),
        # Weekdays: the last one up to and including the day of writing, unless it is said otherwise.
        ("on Wednesday", "2022-03-16"),
        ("on Tuesday", "2022-03-15"),
        ("on Thursday", "2022-03-10"),
        ("last Wednesday", "2022-03-09"),
        ("next Tuesday", "2022-03-22"),
        ("on Tuesday of last week", "2022-03-08"),
        # Weeks run from Monday to Sunday; what has begun ends with the day of writing.
        ("last week", "2022-03-07/2022-03-13"),
        ("this week", "2022-03-14/2022-03-16"),
        ("later this week", "2022-03-16/2022-03-20"),
        ("next week", "2022-03-21/2022-03-27"),
        ("over the weekend", "2022-03-12/2022-03-13"),
        ("this past weekend", "2022-03-12/2022-03-13"),
        ("in the past two weeks", "2022-03-02/2022-03-16"),
        # Months, seasons and years.
        ("earlier this month", "2022-03-01/2022-03-16"),
        ("late last month", "2022-02-21/2022-02-28"),
        ("in March", "2022-03-01/2022-03-16"),
        ("in April", "2021-04-01/2021-04-30"),
        ("last March", "2021-03-01/2021-03-31"),
        ("next June", "2022-06-01/2022-06-30"),
        ("in June last year", "2021-06-01/2021-06-30"),
        ("in mid-January", "2022-01-11/2022-01-20"),
        ("last summer", "2021-06-01/2021-08-31"),
        ("last year", "2021-01-01/2021-12-31"),
        ("this year", "2022-01-01/2022-03-16"),
        ("in early 2015", "2015-01-01/2015-04-30"),
        ("in the 1990s", "1990-01-01/1999-12-31"),
        # Days.
        ("on March 11", "2022-03-11"),
        ("on 20 March", "2021-03-20"),
        ("on February 29", "2020-02-29"),
        ("on the 11th, he", "2022-03-11"),
        ("on the 31st, he", "2022-01-31"),
        ("yesterday", "2022-03-15"),
        ("tonight", "2022-03-16"),
        ("two days ago", "2022-03-14"),
        ("a week ago", "2022-03-07/2022-03-13"),
        ("three months ago", "2021-12-01/2021-12-31"),
        # What nobody can tell.
        ("years ago", "-"),
        ("more than two years ago", "-"),
        ("the same day", "-"),
    ],
)
def test_expressions_mean_days_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on March 11, 2022", "2022-03-11"), ("in 2008", "2008-01-01/2008-12-31"), ("in May 2021", "2021-05-01/2021-05-31")],
)
def test_without_a_day_of_writing_full_dates_mean_what_they_mean(text: str, expected: str) -> None:
    assert days(text, None) == expected


@pytest.mark.parametrize("text", ["on Tuesday", "last week", "in March", "on March 11", "yesterday", "two days ago", "last year"])
def test_without_a_day_of_writing_nothing_is_invented(text: str) -> None:
    assert days(text, None) == "-"


def test_an_interval_of_writing_gives_what_both_its_ends_allow() -> None:
    assert days("on Tuesday", ("2022-03-15", "2022-03-20")) == "2022-03-15"
    assert days("on Tuesday", ("2022-03-14", "2022-03-16")) == "2022-03-08/2022-03-15"
    assert days("last year", ("2021-12-30", "2022-01-02")) == "2020-01-01/2021-12-31"


def test_what_was_told_before_is_counted_from_where_it_is_known() -> None:
    told = ("2022-03-08", "2022-03-08")
    assert resolve(only("the same day"), WRITTEN, told) == told
    assert resolve(only("the day before, he"), WRITTEN, told) == ("2022-03-07", "2022-03-07")


def test_a_part_of_a_text_is_read_in_the_text_s_own_places() -> None:
    text = "On Monday he went. On Friday he came."
    (one,) = timexes(text, 19)
    assert text[one.start : one.end] == "Friday"


WORDS = (
    "on in the last next this early late of Tuesday March May 11 11th 31 2022 week month year weekend ago earlier days two a "
    "summer yesterday night past same day before , . - ’s"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.dates())
def test_any_words_give_expressions_apart_from_one_another_and_days_in_order(text: str, day: object) -> None:
    anchor = (str(day), str(day))
    last = 0
    for one in timexes(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end
        for interval in (resolve(one, anchor), resolve(one, anchor, anchor), resolve(one, None)):
            assert interval is None or interval[0] <= interval[1]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("said the night before that", "the night before", "UNDEF-REF-day-minus-1"),
        ("said the following morning that", "the following morning", "UNDEF-REF-day-plus-1"),
        ("said the day after the debate", "the day after", "UNDEF-REF-EVENT-day-plus-1"),
        ("said a week before her speech", "a week before", "UNDEF-REF-EVENT-day-minus-7"),
        ("said two days after Monday’s vote", "two days after", "UNDEF-REF-EVENT-day-plus-2"),
    ],
)
def test_what_counts_from_a_day_or_an_event_told_elsewhere_says_so(text: str, words: str, value: str) -> None:
    found = timexes(text)[0]
    assert (text[found.start : found.end], found.value, found.refers_back) == (words, value, True)
    assert found.counts_from_event == ("EVENT" in value)


def test_a_weekday_has_a_name_and_nothing_else_has() -> None:
    assert [one.weekday for one in timexes("late Monday night, on March 11, last week")] == ["Monday", None, None]
