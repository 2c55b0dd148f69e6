"""What an address asks, as a query; lists by pages; and days and marks as the pages write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.ledger import Order, StatementQuery, UtteranceOrder
from onrecord.surfaces.days import told
from onrecord.surfaces.desk import links, querying
from onrecord.surfaces.desk.asked import SIZE, Asked, paged, window
from onrecord.surfaces.desk.drawing.months import Bar, months
from onrecord.surfaces.desk.marking import Marked, marked
from onrecord.vocabulary import Kind, Position, UsageError


def asked(**values: str) -> Asked:
    return Asked("/search", {name.removesuffix("_"): value for name, value in values.items()})


def test_an_empty_address_asks_for_everything_newest_first() -> None:
    assert querying.statement_query(asked()) == StatementQuery(order=Order.NEWEST)
    assert querying.utterance_query(asked()).order is UtteranceOrder.NEWEST


def test_values_are_read_as_what_they_are() -> None:
    query = querying.statement_query(asked(q=" open door ", speaker=" Vesk ", since="2031-05-01", kind="direct", order="oldest"))
    assert (query.text, query.speaker, query.since) == (" open door ", "Vesk", "2031-05-01")
    assert (query.kind, query.order) == (Kind.DIRECT, Order.OLDEST)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"kind": "loud"}, "one of direct, indirect, mixed"),
        ({"since": "May"}, "YYYY-MM-DD"),
        ({"since": "2031-05-02", "until": "2031-05-01"}, "swap the two"),
        ({"page": "0"}, "whole number from 1"),
        ({"page": "²"}, "whole number"),
        ({"page": "9" * 30}, "whole number"),
        ({"order": "random"}, "added, oldest, newest"),
        ({"versions": "yes"}, "one of 0, 1"),
        ({"q": "x" * 2000}, "at most 1000"),
    ],
)
def test_a_wrong_value_says_what_is_allowed(values: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=re.escape(says)):
        one = asked(**values)
        querying.statement_query(one)
        window(one)


def test_places_are_half_open_ranges() -> None:
    assert asked(at="3-9").place("at") == (3, 9)
    assert asked().place("at") is None
    for wrong in ("3", "9-3", "a-b", "-3-4", "3-", "3-3"):
        with pytest.raises(UsageError, match="12-40"):
            asked(at=wrong).place("at")


def test_a_change_of_one_value_keeps_the_others_and_goes_to_the_first_page() -> None:
    assert asked(q="a b&c", page="4", token="t").with_(kind="direct") == "/search?q=a+b%26c&kind=direct"
    assert asked(q="a", kind="direct").with_(kind=None) == "/search?q=a"
    assert asked(q="a", in_="articles").with_(in_=None) == "/search?q=a"


def test_pages_have_fifty_rows_and_lead_to_one_another() -> None:
    rows, pages = paged(asked(q="a"), range(SIZE + 1), 120)
    assert len(rows) == SIZE
    assert (pages.first, pages.last, pages.total) == (1, 50, 120)
    assert (pages.previous, pages.following) == (None, "/search?q=a&page=2")
    rows, pages = paged(asked(q="a", page="3"), range(20), 120)
    assert (pages.first, pages.last) == (101, 120)
    assert (pages.previous, pages.following) == ("/search?q=a&page=2", None)
    assert paged(asked(q="a", page="2"), range(1))[1].previous == "/search?q=a"
    assert window(asked(page="3")) == {"limit": SIZE + 1, "offset": 100}


def test_addresses_hold_what_is_given_and_escape_it() -> None:
    assert links.article_url("ab12", (3, 9)) == "/articles/ab12?at=3-9#at"
    assert links.question_url("a/b?c") == "/questions/a%2Fb%3Fc"
    assert links.search_url(q="a&b", kind=None, in_="articles") == "/search?q=a%26b&in=articles"
    assert links.taken_url("statements", "csv", actor="x") == "/take/statements.csv?actor=x"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2031-05-04", "2031-05-04"), "4 May 2031"),
        (("2031-05-03", "2031-05-09"), "3–9 May 2031"),
        (("2031-04-28", "2031-05-02"), "28 April – 2 May 2031"),
        (("2030-12-30", "2031-01-02"), "30 December 2030 – 2 January 2031"),
        (("2031-02-01", "2031-02-28"), "February 2031"),
        (("2031-01-01", "2031-12-31"), "2031"),
        (("2029-01-01", "2031-12-31"), "2029–2031"),
        ((None, "2031-05-09"), "by 9 May 2031"),
        (("2031-05-09", None), "9 May 2031 or later"),
        ((None, None), "day not known"),
        (("2031-05-04T06:00:00+02:00", "2031-05-04T06:00:00+02:00"), "4 May 2031"),
    ],
)
def test_days_are_told_as_short_as_they_can_be(days: tuple[str | None, str | None], words: str) -> None:
    assert told(days) == words


TEXT = "Olan said the <door> is open & wide, she said."


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.booleans()), max_size=8))
def test_whatever_is_marked_the_text_stays_as_printed_and_the_markup_nests(places: list[tuple[int, int, bool]]) -> None:
    marks = [Marked(start, end, "content", "/x" if linked else None, id=f"c{start}") for start, end, linked in places]
    made = marked(TEXT, 3, 40, marks)
    assert Markup(made).striptags() == " ".join(TEXT[3:40].split())
    open_: list[str] = []
    for closing, name in re.findall(r"<(/?)(mark|a)\b", made):
        if closing:
            assert open_.pop() == name
        else:
            assert name != "a" or "a" not in open_, "a link stands in a link"
            open_.append(name)
    assert not open_
    names = re.findall(r'id="([^"]+)"', made)
    assert len(names) <= len([mark for mark in marks if mark.start >= 3])


def test_marks_nest_and_links_inside_links_leave_the_inner_one() -> None:
    marks = [Marked(0, 9, "source", "/s"), Marked(0, 4, "mention", "/m"), Marked(10, 13, "content", note=Markup("<sup>1</sup>"))]
    assert marked(TEXT, 0, 14, marks) == (
        '<mark class="source"><a class="mention" href="/m">Olan</a> said</mark> <mark class="content">the</mark><sup>1</sup> '
    )


def test_the_chart_says_in_words_what_every_bar_and_dot_shows() -> None:
    periods = [
        Bar("May 2031", "May 2031", 3, "/search?since=2031-05-01", {Position.OPPOSES: 2}),
        Bar("June <2031>", "Jun 2031", 0, "/"),
    ]
    chart = months(periods, "Statements & positions", "what it shows")
    assert "May 2031: 3 statements" in chart
    assert "May 2031: opposes, 2 positions" in chart
    assert "Statements &amp; positions" in chart
    assert "style=" not in chart
    assert months([], "nothing", "nothing").startswith("<svg")
