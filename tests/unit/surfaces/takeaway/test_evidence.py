"""What is known of a statement, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.surfaces.position_builders import judged as judged_by_mira
from tests.unit.surfaces.takeaway.statement_builders import article, denied, said

from onrecord.surfaces.takeaway.escaping import markdown
from onrecord.surfaces.takeaway.evidence import address_of, day_of, judged, manner_of, office_of, pointed, printable
from onrecord.vocabulary import Actor, ActorType, Kind, Office, SaidOn, SaidOnBasis


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://courier.example/a b?q=é", "https://courier.example/a%20b?q=%C3%A9"),
        ("http://courier.example/%C3%A9#x", "http://courier.example/%C3%A9#x"),
        ('https://courier.example/"><script>', "https://courier.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//courier.example/a", None),
        ("https://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked_to(url: str | None, expected: str | None) -> None:
    assert address_of(article(url=url)) == expected


def test_a_long_passage_is_pointed_at_by_its_first_and_last_words() -> None:
    words = "one two-fold three, four five six seven eight nine ten eleven"
    assert (pointed(said(words, f"said {words}")) or "").endswith(
        "#:~:text=one%20two%2Dfold%20three%2C%20four%20five%20six,eight%20nine%20ten%20eleven"
    )


def test_the_office_is_that_of_the_article_else_of_the_facts_on_that_day() -> None:
    speaker = said().statement.speaker
    assert speaker is not None and office_of(said()) == "Mayor of Karo"
    row = said(speaker=replace(speaker, office=None))
    terms = (
        Office("prime minister", "NO", "2020-01-01", "2030-01-01", "facts"),
        Office("president", "NO", "2030-01-02", None, "facts"),
    )
    assert office_of(row) is None
    assert office_of(row, {"ada": Actor("ada", "Ada Olan", ActorType.PERSON, offices=terms)}) == "president of Norway"


def test_the_day_says_what_it_rests_on() -> None:
    assert day_of(said(said_on=None))[1] == "day of publication, by the page's own metadata; the day of saying is not known"
    vague = SaidOn(None, None, SaidOnBasis.PHRASE, "some day that is not told")
    assert day_of(said(said_on=vague)) == ("day not known", "some day that is not told")


def test_the_manner_says_what_the_words_alone_would_hide() -> None:
    assert manner_of(said()) == "" and manner_of(denied()) == "denied; in the outlet's words"
    assert manner_of(said(kind=Kind.MIXED, within="x")).endswith("partly in quotation marks; told inside another statement")
    assert manner_of(said(negated=True, cue=None)) == "negated"


def test_what_a_person_judged_is_told() -> None:
    made = replace(said(), status="confirmed", by="Mira", judgement=judged_by_mira("s1", why="on\ntape"))
    assert judged(said()) == "" and judged(made) == "; confirmed by Mira on 2031-07-01 (on tape)"


def test_unprintable_characters_are_shown_as_such() -> None:
    assert printable("a\x00b\x0bc\td\ue000") == "a\ufffdb\ufffdc\td\ue000"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("# a", "\\# a"),
        ("a\n\nb", "a b"),
        ("a | b", "a \\| b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("see https://x.example", "see https&#58;//x.example"),
        ("www.x.example, a@x.example", "www&#46;x.example, a&#64;x.example"),
        ("[^1]", "\\[\\^1\\]"),
    ],
)
def test_words_are_words_in_markdown(words: str, expected: str) -> None:
    assert markdown(words) == expected
