"""What a user's words find, and that no text whatever is an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_builders import full_record, record, text_of

from onrecord.ledger import Ledger, StatementQuery, open_ledger
from onrecord.ledger.asking.phrasing import Phrasing, phrasing

GRAIN = ("Ilse Meer", "said", "the grain ships left Port Selm")
WHEAT = ("Zélie Vesk", "said", "wheat and grain prices fell")
PORT = ("Tor Hale", "said", "the port is shut to ships")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("ledger") / "story.db") as ledger:
        for number, said in enumerate((GRAIN, WHEAT, PORT)):
            ledger.add(record(said, url=str(number), title=f"Ferries {number}"))
        yield ledger


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("grain", {GRAIN, WHEAT}),
        ("grains", {GRAIN, WHEAT}),
        ("GRAIN ship", {GRAIN}),
        ("grain -wheat", {GRAIN}),
        ('grain -"wheat and"', {GRAIN}),
        ("grain OR port", {GRAIN, WHEAT, PORT}),
        ("wheat OR port ships", {GRAIN, PORT}),
        ('"grain ships"', {GRAIN}),
        ("“grain ships", {GRAIN}),
        ('"ships grain"', set()),
        ("zelie", {WHEAT}),
        ("Zélie grain", {WHEAT}),
        ("port-selm", {GRAIN}),
        ("or", set()),
        ("OR grain", {GRAIN, WHEAT}),
        ("grain OR", {GRAIN, WHEAT}),
        ("grain AND NOT wheat", set()),
        ("", set()),
        ("-grain", {PORT}),
        ('?! … "" - --', set()),
    ],
)
def test_these_words_find_just_these_statements(story: Ledger, words: str, expected: set[tuple[str, str, str]]) -> None:
    found = story.search(words)
    assert {hit.row.statement.content[0].text for hit in found.statements} == {said[2] for said in expected}
    assert found.statements_total == len(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a b", Phrasing((("a",), ("b",)), ())),
        ("a OR b c", Phrasing((("a", "b"), ("c",)), ())),
        ("a OR -b", Phrasing((("a",),), ("b",))),
        ('"a b" -c', Phrasing((("a b",),), ("c",))),
        ('-"a b', Phrasing((), ("a b",))),
        ("cease-fire --x", Phrasing((("cease fire",),), ("x",))),
        ("don't", Phrasing((("don t",),), ())),
        ("a\0b NEAR(c)", Phrasing((("a b",), ("NEAR c",)), ())),
        ("\ud800", Phrasing((), ())),
        ("* ^ : ()", Phrasing((), ())),
    ],
)
def test_a_text_asks_for_this(words: str, expected: Phrasing) -> None:
    assert phrasing(words) == expected


@given(
    st.text()
    | st.lists(st.sampled_from(['"', "-", "OR", "AND", "NEAR(", "*", "^", "a", ":", "content:", "“", "\0", "\ud83d"])).map(
        " ".join
    )
)
def test_no_text_is_an_error(story: Ledger, words: str) -> None:
    found = story.search(words)
    assert len(found.statements) <= found.statements_total
    story.count_statements(StatementQuery(text=words, speaker=words, outlet=words.replace("\ud83d", "")))


def test_very_many_words_are_no_error(story: Ledger) -> None:
    for joint in (" ", " OR ", " -"):
        story.search(joint.join(["ships"] * 5000))


def test_the_words_found_are_slices_of_the_text(story: Ledger) -> None:
    hit = next(hit for hit in story.search("meer ships").statements)
    assert [span.text for span in hit.matches] == ["Meer", "ships"]
    text = story.record(hit.row.article.id).article.text  # type: ignore[union-attr]
    assert all(span.holds_in(text) for span in hit.matches)


def test_an_article_found_by_its_text_shows_the_words_in_their_place(ledger: Ledger) -> None:
    said = [("Ilse Meer", "said", f"pier {n} is shut") for n in range(30)]
    ledger.add(record(*said, title=None))
    (hit,) = ledger.search('"pier 17"').articles
    assert [span.text for span in hit.matches] == ["pier 17"]
    assert hit.snippet.holds_in(text_of(*said))
    assert "pier 17" in hit.snippet.text
    assert not hit.snippet.text.startswith(" ")


def test_an_article_found_by_its_title_shows_its_beginning(story: Ledger) -> None:
    found = story.search("ferry", limit=2)
    assert (found.articles_total, len(found.articles)) == (3, 2)
    assert found.articles[0].snippet.start == 0
    assert found.articles[0].matches == ()


def test_pages_of_hits_follow_one_another(story: Ledger) -> None:
    whole = story.search("grain OR ships").statements
    pages = [story.search("grain OR ships", limit=1, offset=n).statements for n in range(3)]
    assert whole == tuple(hit for page in pages for hit in page)
    assert [hit.score for hit in whole] == sorted(hit.score for hit in whole)


def test_superseded_articles_are_found_only_when_asked_for(ledger: Ledger) -> None:
    ledger.add(record(GRAIN, url="x"))
    ledger.add(record(PORT, url="x"))
    assert ledger.search("grain").statements_total == ledger.search("grain").articles_total == 0
    assert ledger.search("grain", all_versions=True).statements_total == 1


def test_a_phrase_over_two_spans_of_content_is_shown_in_both(ledger: Ledger) -> None:
    ledger.add(full_record())
    hits = ledger.search('"open it and Meer"').statements
    assert [span.text for span in hits[0].matches] == ["open it", "and Meer"]
