"""The nouns: ids made from content, spans that hold, errors with one root."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import (
    Kind,
    OnrecordError,
    RejectedError,
    Rejection,
    RejectionReason,
    Span,
    Statement,
    UsageError,
    article_id,
    content_id,
    statement_id,
)

TEXT = "Brandt said the port would open."


def statement(**fields: Span) -> Statement:
    content = (Span.of(TEXT, 12, 31),)
    return Statement("id", Kind.INDIRECT, fields.get("source"), fields.get("cue"), content, 0.5)


def test_a_span_has_the_words_at_its_place() -> None:
    assert Span.of(TEXT, 0, 6) == Span(0, 6, "Brandt")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_there_is_no_span_outside_the_text_or_without_words(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span.of(TEXT, start, end)


def test_a_span_holds_only_where_its_words_stand() -> None:
    span = Span(0, 6, "Brandt")
    assert span.holds_in(TEXT)
    assert not span.holds_in(" " + TEXT)
    assert not span.holds_in("")
    assert not Span(-6, -1, "open.").holds_in(TEXT)


@given(st.text(min_size=1), st.data())
def test_every_span_of_a_text_holds_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span.of(text, start, end).holds_in(text)


def test_a_statements_spans_are_in_the_order_of_the_text() -> None:
    made = statement(cue=Span.of(TEXT, 7, 11), source=Span.of(TEXT, 0, 6))
    assert [span.text for span in made.spans] == ["Brandt", "said", "the port would open"]
    assert [span.text for span in statement().spans] == ["the port would open"]


def test_nouns_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        statement().negated = True  # type: ignore[misc]


def test_an_articles_id_depends_on_text_outlet_and_address() -> None:
    ids = {article_id(text, outlet=outlet, url=url) for text in "ab" for outlet in ("a", None) for url in ("a", None)}
    assert len(ids) == 8
    assert article_id(TEXT, outlet="a", url="b") == article_id(TEXT, outlet="a", url="b")


def test_a_statements_id_depends_on_the_role_of_each_span() -> None:
    span = Span.of(TEXT, 0, 6)
    ids = {statement_id("a", span, None, ()), statement_id("a", None, span, ()), statement_id("a", None, None, (span,))}
    assert len(ids | {statement_id("b", span, None, ())}) == 4


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_content_ids_are_equal_only_for_equal_parts(one: list[str], other: list[str]) -> None:
    assert (content_id(*one) == content_id(*other)) == (one == other)
    assert len(content_id(*one)) == 16


def test_a_text_with_half_a_surrogate_pair_has_an_id_too() -> None:
    assert content_id("\ud800")


def test_every_error_has_one_root_and_a_rejection_says_what_and_why() -> None:
    error = RejectedError(Rejection("a.txt", RejectionReason.EMPTY, "give a file with text"))
    assert isinstance(error, OnrecordError)
    assert issubclass(UsageError, OnrecordError)
    assert str(error) == "a.txt was rejected (empty): give a file with text"
