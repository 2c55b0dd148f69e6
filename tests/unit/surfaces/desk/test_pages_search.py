"""The search."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

Words = Callable[..., str]


def test_without_words_it_says_how_to_search(client: TestClient, words_of: Words) -> None:
    assert "All words must occur" in words_of(client.get("/search"))


def test_the_words_found_are_marked_and_lead_to_their_place(story: TestClient) -> None:
    page = story.get("/search", params={"q": "door"}).text
    assert '<mark class="found">' in page
    assert "?at=" in page
    assert 'value="door"' in page


def test_the_count_is_that_of_all_rows(story: TestClient, words_of: Words) -> None:
    found = story.app.state.opened.ledger.search("pact")  # type: ignore[attr-defined]
    told = words_of(story.get("/search?q=pact"))
    assert f"of {found.statements_total} statement" in told
    assert f"Articles {found.articles_total}" in told
    assert f"of {found.articles_total} article" in words_of(story.get("/search?q=pact&in=articles"))


def test_filters_stand_in_the_address_and_in_the_boxes(story: TestClient, words_of: Words) -> None:
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    from onrecord.ledger import StatementQuery  # noqa: PLC0415
    from onrecord.vocabulary import Kind  # noqa: PLC0415

    page = story.get("/search", params={"q": "pact", "kind": "direct", "speaker": "malve", "since": "2029-01-01"})
    number = ledger.count_statements(StatementQuery(text="pact", kind=Kind.DIRECT, speaker="malve", since="2029-01-01"))
    assert number
    assert f"of {number} statement" in words_of(page)
    assert 'value="malve"' in page.text
    assert '<option value="direct" selected>' in page.text
    assert 'value="2029-01-01"' in page.text


def test_filters_alone_list_statements_page_by_page(story: TestClient, words_of: Words) -> None:
    total = story.app.state.opened.ledger.count_statements()  # type: ignore[attr-defined]
    first = story.get("/search?order=oldest")
    assert f"1–50 of {total} statements" in words_of(first)
    assert "order=oldest&amp;page=2" in first.text
    assert "51–100 of" in words_of(story.get("/search?order=oldest&page=2"))
    assert "There is no such page" in words_of(story.get("/search?order=oldest&page=999"))


@pytest.mark.parametrize(
    "words", ["Tessan", "tessan*", "Malvesky", '"the pact"', "pact -summit", "-pact", "minister OR chancellor"]
)
def test_an_order_and_a_filter_that_excludes_none_find_what_the_words_find(
    story: TestClient, words_of: Words, words: str
) -> None:
    """One meaning of the words: by rank and by day, on the page, in its file and for programs."""
    number = story.get("/api/v1/search", params={"q": words, "limit": 1}).json()["statements_total"]
    assert number
    assert story.get("/api/v1/statements", params={"q": words, "limit": 1}).json()["total"] == number
    for more in ({}, {"order": "newest"}, {"order": "oldest"}, {"within": "1"}):
        assert f"of {number} statement" in words_of(story.get("/search", params={"q": words, **more}))
        rows = story.get("/take/search.jsonl", params={"q": words, **more}).text.splitlines()
        assert len(rows) == number


@pytest.mark.parametrize(
    "values", [{"since": "May"}, {"kind": "loud"}, {"in": "x"}, {"in": "articles", "speaker": "a"}, {"page": "x", "q": "a"}]
)
def test_a_wrong_filter_is_said_above_the_boxes_which_keep_it(client: TestClient, values: dict[str, str]) -> None:
    page = client.get("/search", params={"q": "harbour", **values})
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    if values.get("q") is None:
        assert 'value="harbour"' in page.text


TEXTS = [
    '"',
    '"unclosed',
    "(",
    "a AND",
    "OR OR",
    "NEAR(a b)",
    "-",
    "--",
    "*",
    "a*",
    "col:a",
    "^a",
    "';--",
    "%00",
    "\x00a",
    "{}",
    "a OR",
    "🚢",
    "ﷺ" * 50,
]


@pytest.mark.parametrize("words", TEXTS)
@pytest.mark.parametrize("more", [{}, {"kind": "direct"}, {"in": "articles"}, {"in": "articles", "order": "newest"}])
def test_no_text_is_an_error_and_it_stays_in_the_box(client: TestClient, words: str, more: dict[str, str]) -> None:
    page = client.get("/search", params={"q": words, **more})
    assert page.status_code == 200
    assert f'value="{escape(words)}"' in page.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered(client: TestClient, words: str) -> None:
    encodable = words.encode("utf-8", "replace").decode()
    assert client.get("/search", params={"q": encodable}).status_code == 200
    assert client.get("/search", params={"q": encodable, "kind": "direct"}).status_code == 200


def test_long_text_is_refused_with_words(client: TestClient) -> None:
    page = client.get("/search", params={"q": "x" * 1500})
    assert page.status_code == 400
    assert "at most 1000" in page.text


def test_a_place_of_an_article_found_is_linked(story: TestClient) -> None:
    page = story.get("/search", params={"q": "courts", "in": "articles"}).text
    assert "#at" in page
    assert '<mark class="found">' in page
