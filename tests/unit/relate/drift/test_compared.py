"""The fullest and the earliest report, and the words of two reports side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.unit.relate.reported import telling

from onrecord.relate.drift import Part, compared, differences
from onrecord.vocabulary.statements import Kind

LONG = telling("“We will rebuild the pier. The town will have its ferry by spring,”", name="long", printed="2031-04-04")
SHORT = telling("“We will rebuild the pier,”", name="short", printed="2031-04-03")
TOLD = telling("that the pier would be rebuilt and the town have its ferry by spring", name="told", printed="2031-04-05")
UNDATED = telling("“We will rebuild the old pier. The town will have its own ferry by spring,”", name="undated", printed=None)


def test_the_fullest_and_the_earliest_report_are_named() -> None:
    found = compared([SHORT, LONG, TOLD])
    assert (found.fullest, found.earliest) == ("long", "short")


def test_a_report_without_a_day_is_neither_where_another_has_one() -> None:
    found = compared([UNDATED, SHORT, LONG])
    assert (found.fullest, found.earliest) == ("long", "short")


def test_the_word_that_opens_an_indirect_report_makes_it_no_fuller() -> None:
    told = telling("that “nobody dredges this harbour any more”", name="a", printed="2031-04-03")
    told = replace(told, statement=replace(told.statement, kind=Kind.DIRECT))
    direct = telling("“Nobody dredges this harbour any more,”", name="b", printed="2031-04-02")
    assert compared([told, direct]).fullest == "b"
    demonstrative = telling("“That was nobody’s harbour,”", name="c")
    assert compared([demonstrative, telling("“was nobody’s harbour,”", name="d", printed="2031-04-01")]).fullest == "c"


def test_a_headline_that_shortens_its_own_article_is_no_drift() -> None:
    full = telling("“We will rebuild the pier if the town agrees, and the ferry will sail by spring,”", name="full", article="A")
    headline = telling("‘We will rebuild the pier’", name="headline", article="A", start=400)
    other = telling("“We will rebuild the pier,”", name="other")
    found = compared([full, headline, other]).drift
    assert {(one.to, one.type.value) for one in found} == {
        ("headline", "condition-dropped"),
        ("other", "condition-dropped"),
        ("other", "clipped"),
    }


def test_every_other_report_is_compared_with_the_fullest() -> None:
    found = compared([SHORT, TOLD, LONG])
    assert {one.of for one in found.drift} == {"long"}
    assert [one.to for one in found.drift] == sorted(one.to for one in found.drift)
    assert {one.to for one in found.drift} == {"short", "told"}


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [SHORT, LONG, TOLD, UNDATED]
    assert compared(reports) == compared(reports[::-1])


def test_one_report_differs_from_none() -> None:
    assert compared([LONG]).drift == ()


def test_no_report_is_refused() -> None:
    with pytest.raises(ValueError, match="no reports"):
        compared([])


def test_words_are_laid_side_by_side_with_their_places() -> None:
    one, other = "The lock will become a museum soon", "The lock can become a museum"
    found = [
        (each.part, each.one and one[slice(*each.one)], each.other and other[slice(*each.other)])
        for each in differences(one, other)
    ]
    assert found == [
        (Part.SAME, "The lock", "The lock"),
        (Part.CHANGED, "will", "can"),
        (Part.SAME, "become a museum", "become a museum"),
        (Part.ONLY_ONE, "soon", None),
    ]


@given(some.text(), some.text())
def test_the_places_of_a_text_are_in_order_and_apart(one: str, other: str) -> None:
    found = differences(one, other)
    for places in ([each.one for each in found if each.one], [each.other for each in found if each.other]):
        assert all(start < end for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))
