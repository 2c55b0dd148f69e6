"""Words with their places, stems and what they tell."""

from __future__ import annotations

import pytest

from onrecord.relate.words import conditions, hedges, negations, runs, stem, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("close", "closing"),
        ("closed", "closes"),
        ("harbour", "harbor"),
        ("met", "meet"),
        ("pledges", "pledge"),
        ("crew's", "crews"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("port", "ports of call"), ("crisis", "cry"), ("bus", "bu")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_know_their_places_and_marks() -> None:
    text = "that “the ferry” left at 1,200"
    found = words_of(text)
    assert [text[word.start : word.end] for word in found] == ["that", "the", "ferry", "left", "at", "1,200"]
    assert [word.quoted for word in found] == [False, True, True, False, False, False]


def test_names_tell_less_than_other_words_and_small_words_nothing() -> None:
    ferry, of, lorne = words_of("ferry of Lorne")
    assert ferry.weight > lorne.weight > of.weight == 0


def test_hedges_conditions_and_negations_are_found() -> None:
    words = words_of("I think we may sail if the crews don't leave")
    assert hedges(words) == [(0, 2), (3, 4)]
    assert conditions(words) == [(5, 6)]
    assert [word.plain for word in negations(words)] == ["don't"]


def test_runs_in_common_are_in_the_order_of_both() -> None:
    assert runs("a b c d e".split(), "b c x e".split()) == [(1, 0, 2), (4, 3, 1)]
